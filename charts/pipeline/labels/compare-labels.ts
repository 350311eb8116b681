import type { CollectorConfig } from '../read/collector-config';
import { SAMPLE_PODS, type SamplePod } from './sample-pods';
import { keyOf, type LabelSet, labelSetsOf } from './stream-label-sets';

/** What becomes of the streams of one container when one configuration takes the place of another. */
export interface PodDifference {
  /** The kind of pod. */
  readonly title: string;
  /** `namespace/pod/container` */
  readonly container: string;
  readonly before: readonly LabelSet[];
  readonly after: readonly LabelSet[];
}

/** The containers whose streams would be called otherwise, or would come or go. */
export const compareLabels = (
  before: CollectorConfig,
  after: CollectorConfig,
  pods: readonly SamplePod[] = SAMPLE_PODS,
): readonly PodDifference[] =>
  pods.flatMap(({ title, pod }): PodDifference[] => {
    const [was, is] = [labelSetsOf(before, pod), labelSetsOf(after, pod)];
    const container = [pod.namespace, pod.name, pod.container].join('/');
    return sameSets(was, is) ? [] : [{ title, container, before: was, after: is }];
  });

const sameSets = (a: readonly LabelSet[], b: readonly LabelSet[]): boolean =>
  JSON.stringify(a.map(keyOf).sort()) === JSON.stringify(b.map(keyOf).sort());

/** A label whose streams change: the values before and after, of the first container where it is so. */
export interface LabelChange {
  readonly label: string;
  readonly change: 'appears' | 'vanishes' | 'changes';
  readonly before?: string;
  readonly after?: string;
  readonly container: string;
}

/** The same by label, each once for each way in which it changes; and the containers that are collected no more, or now. */
export function summarize(differences: readonly PodDifference[]): {
  readonly labels: readonly LabelChange[];
  readonly lost: readonly string[];
  readonly found: readonly string[];
} {
  const labels = new Map<string, LabelChange>();
  const lost: string[] = [];
  const found: string[] = [];
  for (const { container, before, after } of differences) {
    if (before.length === 0) found.push(container);
    else if (after.length === 0) lost.push(container);
    else {
      for (const change of changesOf(before, after, container)) {
        const key = `${change.label} ${change.change}`;
        if (!labels.has(key)) labels.set(key, change);
      }
    }
  }
  return { labels: [...labels.values()].sort((a, b) => (a.label < b.label ? -1 : 1)), lost, found };
}

function changesOf(before: readonly LabelSet[], after: readonly LabelSet[], container: string): LabelChange[] {
  const values = (sets: readonly LabelSet[], label: string): string[] => [
    ...new Set(sets.flatMap((set) => (set[label] === undefined ? [] : [set[label]]))),
  ];
  const names = [...new Set([...before, ...after].flatMap((set) => Object.keys(set)))];
  return names.flatMap((label): LabelChange[] => {
    const [was, is] = [values(before, label), values(after, label)];
    if (was.length === 0) return [{ label, change: 'appears', after: is[0], container }];
    if (is.length === 0) return [{ label, change: 'vanishes', before: was[0], container }];
    return JSON.stringify([...was].sort()) === JSON.stringify([...is].sort())
      ? []
      : [{ label, change: 'changes', before: was[0], after: is[0], container }];
  });
}

/** What a synth says of it, a line each; none when nothing changes. */
export function describeLabelChanges(differences: readonly PodDifference[]): string[] {
  const { labels, lost, found } = summarize(differences);
  const shown = (value: string | undefined): string => JSON.stringify(value ?? '');
  return [
    ...labels.map(({ label, change, before, after, container }) => {
      if (change === 'appears') return `label "${label}" appears: ${shown(after)} on ${container}`;
      if (change === 'vanishes') return `label "${label}" vanishes: it was ${shown(before)} on ${container}`;
      return `label "${label}" changes: ${shown(before)} becomes ${shown(after)} on ${container}`;
    }),
    ...(lost.length === 0 ? [] : [`no longer collected: ${lost.join(', ')}`]),
    ...(found.length === 0 ? [] : [`now collected: ${found.join(', ')}`]),
  ];
}
