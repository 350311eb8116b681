import { compilePipeline } from '../pipeline/compile/compile';
import type { Job } from '../pipeline/compile/job';
import type { Pipeline } from '../pipeline/model/pipeline';
import type { SourceType } from '../pipeline/model/sources';

/** An Alloy on every node, or one for the whole cluster. */
export type PartKind = 'node' | 'cluster';

/** Which Alloy does which jobs. */
export interface Placement {
  readonly jobs: { readonly [Kind in PartKind]: readonly Job[] };
  /** Those that there have to be. */
  readonly kinds: readonly PartKind[];
  /** The one that does what is of no certain place. */
  readonly main: PartKind;
}

/** What only who is on the node can read. */
const OF_THE_NODE: ReadonlySet<SourceType> = new Set(['pods', 'journal', 'files']);

/**
 * Events of the cluster are read once, so one Alloy reads them. Everything else is shared among those of the nodes, if there are any:
 * each follows the pods of its node through the API, and takes a part of what others send. Where nothing has to be read from nodes,
 * one Alloy does it all, and needs no rights there.
 */
export function placementOf(jobs: readonly Job[]): Placement {
  const main = jobs.some(({ source }) => OF_THE_NODE.has(source.type)) ? 'node' : 'cluster';
  const isOfCluster = ({ source }: Job) => main === 'cluster' || source.type === 'kubernetes-events';
  const cluster = jobs.filter(isOfCluster);
  return {
    jobs: { node: jobs.filter((job) => !isOfCluster(job)), cluster },
    kinds: [
      ...(main === 'node' ? ['node' as const] : []),
      ...(main === 'cluster' || cluster.length > 0 ? ['cluster' as const] : []),
    ],
    main,
  };
}

/** Whether a pipeline needs an Alloy on every node, which mounts folders of it. */
export const readsNodes = (pipeline: Pipeline = {}): boolean => placementOf(compilePipeline(pipeline)).main === 'node';
