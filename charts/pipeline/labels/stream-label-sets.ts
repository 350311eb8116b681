import { interpretStages, type Pipeline } from '../interpreter/interpret';
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

/** A job that was read before, and what has come of pods that went through it. */
interface ReadyJob {
  readonly rules: ReturnType<typeof readRelabelRules>['rules'];
  readonly pipeline: Pipeline | undefined;
  readonly known: WeakMap<TestPod, readonly LabelSet[]>;
}

/** By what jobs say: those of several environments, and of before and after, mostly say the same. */
const READY = new Map<string, ReadyJob>();
const MOST_READY = 200;
const READY_OF = new WeakMap<ReadJob, ReadyJob>();

function readyJob(job: ReadJob): ReadyJob {
  const known = READY_OF.get(job);
  if (known !== undefined) return known;
  const { source, relabel: written, stages } = job;
  const key = JSON.stringify([source, written, stages]);
  const ready = READY.get(key) ?? {
    rules: readRelabelRules(written).rules,
    pipeline: interpretStages(stages).pipeline,
    known: new WeakMap(),
  };
  if (READY.size >= MOST_READY) READY.clear();
  READY.set(key, ready);
  READY_OF.set(job, ready);
  return ready;
}

function labelSetsOfJob(job: ReadJob, pod: TestPod): readonly LabelSet[] {
  const ready = readyJob(job);
  const known = ready.known.get(pod) ?? setsOf(job, ready, pod);
  ready.known.set(pod, known);
  return known;
}

function setsOf({ source, stages }: ReadJob, { rules, pipeline }: ReadyJob, pod: TestPod): LabelSet[] {
  if (source.type !== 'pods' || !(source.namespaces?.includes(pod.namespace ?? 'default') ?? true)) return [];
  const target = relabel(metaLabelsOf(pod), rules);
  if (target === undefined || pipeline === undefined) return [];
  const isFile = source.through === 'files';
  if (isFile && !target.has('__path__')) return [];
  const labels = { ...Object.fromEntries(streamLabels(target)), ...(isFile ? { filename: podLogFile(pod) } : {}) };
  const lines = stages.every(isBlind) ? SAMPLE_LINES.slice(0, 1) : SAMPLE_LINES;
  return pipeline.run(isFile ? framed(lines, stages) : lines, labels).map((stream) => stream.labels);
}

const BLIND: ReadonlySet<string> = new Set(['cri', 'decolorize', 'docker', 'labelallow', 'labeldrop', 'static_labels']);

/** Whether a stage makes the same labels of every line: then one is enough. */
const isBlind = (stage: object): boolean => Object.keys(stage).every((type) => BLIND.has(type));

/** The labels of pods before relabelling, which configurations begin with one after the other. */
const META_LABELS = new WeakMap<TestPod, ReadonlyMap<string, string>>();

function metaLabelsOf(pod: TestPod): ReadonlyMap<string, string> {
  const known = META_LABELS.get(pod);
  if (known !== undefined) return known;
  const labels = new Map(Object.entries(podMetaLabels(pod)));
  META_LABELS.set(pod, labels);
  return labels;
}

const TIME = '2026-01-01T00:00:00Z';

/** As the container runtime writes them that the stages expect. */
function framed(lines: readonly string[], stages: ReadJob['stages']): string[] {
  const isDocker = stages.some((stage) => 'docker' in stage);
  return lines.map((line) =>
    isDocker ? JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: TIME }) : `${TIME} stdout F ${line}`,
  );
}
