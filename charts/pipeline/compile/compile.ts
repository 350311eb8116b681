import type { Pipeline } from '../model/pipeline';
import type { Source } from '../model/sources';
import type { Stage } from '../model/stages';
import type { Job, PrometheusRule } from './job';
import { podJobs } from './pod-jobs';
import { plainRule } from './rules';

export const DEFAULT_SOURCES: readonly Source[] = [{ type: 'pods' }];

/** What a pipeline comes to, for any collector: pure, and the same for the same pipeline. */
export const compilePipeline = ({ sources = DEFAULT_SOURCES, stages = [] }: Pipeline): readonly Job[] =>
  sources.flatMap((source) => jobsOf(source, stages));

function jobsOf(source: Source, shared: readonly Stage[]): Job[] {
  if (source.type === 'pods' || source.type === 'pods-api') return podJobs(source, shared);
  return [
    {
      name: source.name ?? source.type,
      source,
      relabel: [...ownRules(source), ...(source.relabel ?? []).map(plainRule)],
      stages: [...(source.stages ?? []), ...shared],
    },
  ];
}

export const JOURNAL_FIELDS: Readonly<Record<string, string>> = { unit: '_systemd_unit', node_name: '_hostname' };

function ownRules(source: Source): PrometheusRule[] {
  if (source.type !== 'journal') return [];
  return Object.entries(source.fields ?? JOURNAL_FIELDS).map(([label, field]) => ({
    source_labels: [`__journal_${field}`],
    target_label: label,
  }));
}
