import type { PodLabelSource, PodLabels } from '../model/pods';
import type { PodApiSource, PodFilesSource } from '../model/sources';
import type { Stage } from '../model/stages';
import type { Job, PrometheusRule } from './job';
import { copy, firstOf, LABEL_SCHEMES } from './label-schemes';
import { metaLabelOf } from './meta-labels';
import { escaped, selectionRules } from './pod-selection';
import { plainRule } from './rules';

/** The jobs of a source of pods: the scheme of 2021 has five. */
export function podJobs(source: PodFilesSource | PodApiSource, shared: readonly Stage[]): Job[] {
  const { select = {}, labels = {}, relabel = [], stages = [], name } = source;
  const scheme = labels.scheme ?? 'kubernetes-pods';
  const jobs = LABEL_SCHEMES[scheme] ?? [];
  return jobs.map((job) => ({
    name: name === undefined ? job.name : jobs.length === 1 ? name : `${name}-${job.name}`,
    source,
    relabel: [
      ...selectionRules(select),
      ...job.rules,
      ...(source.type === 'pods' ? job.files : []),
      ...labelRules(labels),
      ...relabel.map(plainRule),
    ],
    // Metadata last: Promtail's multiline loses that of the lines which it joins.
    stages: [...formatStages(source, scheme), ...stages, ...shared, ...metadataStages(labels)],
  }));
}

const labelRules = ({
  add = {},
  drop = [],
  static: fixed = {},
  structuredMetadata = {},
}: PodLabels): PrometheusRule[] => [
  ...Object.entries(add).map(([label, from]) => labelRule(label, from)),
  ...Object.entries(structuredMetadata).map(([name, from]) => copy(metaLabelOf(from), name)),
  ...(drop.length === 0 ? [] : [{ action: 'labeldrop', regex: drop.map(escaped).join('|') }]),
  ...Object.entries(fixed).map(([target_label, value]) => ({
    target_label,
    replacement: value.replaceAll('$', '$$$$'),
  })),
];

const labelRule = (label: string, from: PodLabelSource | readonly PodLabelSource[]): PrometheusRule =>
  isList(from) ? firstOf(from.map(metaLabelOf), label) : copy(metaLabelOf(from), label);

const isList = (from: PodLabelSource | readonly PodLabelSource[]): from is readonly PodLabelSource[] =>
  Array.isArray(from);

/**
 * What the runtime wrote around each line comes off. Through the API lines come without it. The file's name, which changes with every
 * start of a container, tells no streams apart but in the scheme of 2021, which has always had it.
 */
function formatStages(
  source: PodFilesSource | PodApiSource,
  scheme: NonNullable<PodLabels['scheme']>,
): readonly Stage[] {
  if (source.type === 'pods-api') return [];
  const format: Stage = (source.format ?? 'cri') === 'cri' ? { cri: {} } : { docker: {} };
  return scheme === 'loki-stack' ? [format] : [format, { labeldrop: ['filename'] }];
}

/** A label of that name goes with the line instead. */
const metadataStages = ({ structuredMetadata = {} }: PodLabels): readonly Stage[] => {
  const names = Object.keys(structuredMetadata);
  return names.length === 0 ? [] : [{ structured_metadata: Object.fromEntries(names.map((name) => [name, name])) }];
};
