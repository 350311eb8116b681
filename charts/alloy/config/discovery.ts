import type { Job } from '../../pipeline/compile/job';
import { listedNamespaces } from '../../pipeline/compile/needs';
import { type AlloyBlock, type AlloyExpression, attributes, block, call, concat, ref } from '../syntax/values';
import type { PodScope } from './alloy-config';
import { componentLabel } from './component-label';
import type { AlloyFeatures } from './features';

/** Where jobs find pods. Jobs that look for the same pods share a component, as each one watches them. */
export interface Discoveries {
  /** The component that a job is the first to need. */
  readonly madeFor: (job: Job) => readonly AlloyBlock[];
  /** The targets that a job chooses from; undefined for one that looks for no pods. */
  readonly targetsOf: (job: Job) => AlloyExpression | undefined;
}

export function discoveries(jobs: readonly Job[], scope: PodScope, features: AlloyFeatures): Discoveries {
  const firstOf = new Map<string, Job>();
  for (const job of jobs) {
    const key = keyOf(job);
    if (key !== undefined && !firstOf.has(key)) firstOf.set(key, job);
  }
  const first = (job: Job): Job | undefined => firstOf.get(keyOf(job) ?? '');
  return {
    madeFor: (job) => (first(job) === job ? [discovery(job, scope, features)] : []),
    targetsOf: (job) => {
      const made = first(job);
      return made && ref(`discovery.kubernetes.${componentLabel(made.name)}.targets`);
    },
  };
}

/** What tells the pods that one job looks for from those of another. */
const keyOf = ({ source }: Job): string | undefined =>
  source.type === 'pods' || source.type === 'pods-api'
    ? (JSON.stringify(listedNamespaces(source)) ?? 'all')
    : undefined;

/**
 * Promtail asks for the pods of its node by itself. Alloy finds those of the whole cluster, and each one of a DaemonSet would watch
 * them all, unless it is told its node.
 */
function discovery({ name, source }: Job, scope: PodScope, { envFunction }: AlloyFeatures): AlloyBlock {
  const namespaces = listedNamespaces(source);
  return block('discovery.kubernetes', componentLabel(name), [
    ...attributes({ role: 'pod' }),
    namespaces === undefined ? undefined : block('namespaces', attributes({ names: namespaces })),
    scope === 'cluster'
      ? undefined
      : block('selectors', attributes({ role: 'pod', field: concat('spec.nodeName=', call(envFunction, 'HOSTNAME')) })),
  ]);
}
