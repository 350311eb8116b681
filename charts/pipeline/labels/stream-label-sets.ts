import { interpretStages } from '../interpreter/interpret';
import type { CollectorConfig, ReadJob } from '../read/collector-config';
import { readRelabelRules } from '../relabel/read-rules';
import { relabel, streamLabels } from '../relabel/relabel';
import { podLogFile, podMetaLabels, type TestPod } from '../testing/target-pod';
import { SAMPLE_LINES } from './sample-pods';

export type LabelSet = Readonly<Record<string, string>>;

/** The streams that a collector makes of a container that writes the sample lines, told apart by what they are called. */
export const labelSetsOf = ({ jobs }: CollectorConfig, pod: TestPod): readonly LabelSet[] => {
  const sets = jobs.flatMap((job) => (job.source.type === 'pods' ? labelSetsOfJob(job, pod) : []));
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()];
};

export const keyOf = (labels: LabelSet): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

function labelSetsOfJob({ source, relabel: written, stages }: ReadJob, pod: TestPod): LabelSet[] {
  if (source.type !== 'pods' || !(source.namespaces?.includes(pod.namespace ?? 'default') ?? true)) return [];
  const { rules } = readRelabelRules(written);
  const target = relabel(new Map(Object.entries(podMetaLabels(pod))), rules);
  const { pipeline } = interpretStages(stages);
  if (target === undefined || pipeline === undefined) return [];
  const isFile = source.through === 'files';
  if (isFile && !target.has('__path__')) return [];
  const labels = { ...Object.fromEntries(streamLabels(target)), ...(isFile ? { filename: podLogFile(pod) } : {}) };
  return pipeline.run(isFile ? framed(stages) : SAMPLE_LINES, labels).map((stream) => stream.labels);
}

const TIME = '2026-01-01T00:00:00Z';

/** As the container runtime writes them that the stages expect. */
function framed(stages: ReadJob['stages']): string[] {
  const isDocker = stages.some((stage) => 'docker' in stage);
  return SAMPLE_LINES.map((line) =>
    isDocker ? JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: TIME }) : `${TIME} stdout F ${line}`,
  );
}
