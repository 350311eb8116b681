import type { AlloyOptions } from './alloy/alloy-options';
import { readsNodes } from './alloy/placement';
import { kindOf, objectOf, openObject, type Shape, text } from './kubernetes/shape';
import type { Pipeline } from './pipeline/model/pipeline';
import { PIPELINE } from './pipeline/pipeline-shape';
import type { PromtailOptions } from './promtail/promtail-options';

/** What collects logs, if anything of the stack does. */
export type CollectorOptions = PromtailCollector | AlloyCollector | NoCollector;

interface CollectorPlace {
  /**
   * A namespace for the collector alone. It reads folders of the node, which only the Pod Security level `privileged`
   * lets it; the stack's own namespace is then `restricted`.
   * @default - the stack's namespace
   */
  readonly namespace?: string;
}

/** Promtail on every node. It is end of life since 2026-03-02. */
export interface PromtailCollector extends PromtailOptions, CollectorPlace {
  readonly type?: 'promtail';
}

/** Grafana Alloy on every node, and once for what is the cluster's. */
export interface AlloyCollector extends AlloyOptions, CollectorPlace {
  readonly type: 'alloy';
}

/** Somebody else sends logs to the stack's Loki. */
export interface NoCollector {
  readonly type: 'none';
}

/** The form of a collector, as far as the stack reads it: the collector looks at the rest. */
export function collectorShape(fields: Readonly<Record<string, Shape>>): Shape {
  const open = openObject({ ...fields, type: text });
  const kinds = kindOf<{ readonly type: 'promtail' | 'alloy' | 'none' }>('kind of collector', {
    promtail: open,
    alloy: open,
    none: objectOf<NoCollector>({ type: text }),
  });
  return (value, path, refuse) => {
    const isTyped = typeof value === 'object' && value !== null && 'type' in value && value.type !== undefined;
    return (isTyped ? kinds : open)(value, path, refuse);
  };
}

/** How much a namespace's pods may do to their node. @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type PodSecurityLevel = 'privileged' | 'restricted';

/** What a collector needs of its namespace: one that reads nothing of nodes needs nothing. */
export function collectorLevel(collector: CollectorOptions): PodSecurityLevel {
  if (collector.type === 'none') return 'restricted';
  if (collector.type !== 'alloy') return 'privileged';
  // The collector refuses what does not fit.
  const pipeline = PIPELINE(collector.pipeline ?? {}, '', () => {}) as Pipeline | undefined;
  return readsNodes(pipeline) ? 'privileged' : 'restricted';
}
