import type { Job } from '../../pipeline/compile/job';
import type { Destination } from '../../pipeline/model/destinations';
import type { AlloyBody } from '../syntax/values';
import { componentLabel } from './component-label';
import { receivers, writeComponents } from './destinations';
import { discoveries } from './discovery';
import { type AlloyFeatures, featuresOf } from './features';
import { processComponent } from './process';
import { sourceComponents } from './sources/source-components';

export interface AlloyConfigInput {
  /** The release that runs it. */
  readonly release: string;
  readonly jobs: readonly Job[];
  /** Everywhere that every line goes. */
  readonly destinations: readonly Destination[];
  /** Whether `loki.write` keeps lines on the disk until they are sent. */
  readonly wal: boolean;
  /** Whether pods of the whole cluster are found, or those of the node alone that `HOSTNAME` names. */
  readonly scope: PodScope;
}

export type PodScope = 'node' | 'cluster';

/** What the components of one job are made from. */
export interface JobContext {
  readonly job: Job;
  /** What its components are called. */
  readonly label: string;
  readonly scope: PodScope;
  readonly features: AlloyFeatures;
}

/**
 * The configuration of an Alloy: for each job, from where its targets are, through its source and its stages, and at the end
 * where all of them send to. The same input gives the same components, and each job's are called by its name.
 */
export function alloyConfig({ release, jobs, destinations, wal, scope }: AlloyConfigInput): AlloyBody {
  const features = featuresOf(release);
  const writers = receivers(destinations);
  const found = discoveries(jobs, scope, features);
  return [
    ...jobs.flatMap((job) => {
      const context: JobContext = { job, label: componentLabel(job.name), scope, features };
      const process = processComponent(context, writers);
      return [
        ...found.madeFor(job),
        ...sourceComponents(context, process.receivers, found.targetsOf(job)),
        ...process.components,
      ];
    }),
    ...writeComponents(destinations, wal, features),
  ];
}
