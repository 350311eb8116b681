import type { PodOptions } from '../../kubernetes/pod-options';
import type { ResourceRequirements } from '../../kubernetes/types';
import { isAtLeast } from '../../releases';
import { GRACE_PERIOD_SECONDS, RESOURCES } from '../defaults';
import type { Persistence } from '../persistence';
import { combinedOptions } from './combined-options';
import { TASKS, type Task } from './tasks';
import type { Autoscaling, LokiTopology, MicroservicesTopology } from './topology';

/** One workload of a Loki: pods that all do the same. */
export interface LokiComponent {
  /** What its pods are labelled as and, unless it is the whole Loki, how its objects' names end. */
  readonly component: string;
  /** The part of Loki that it runs: `-target`. Undefined for all of it. */
  readonly target?: string;
  readonly workload: 'Deployment' | 'StatefulSet';
  readonly replicas: number;
  readonly autoscaling?: Autoscaling;
  readonly options: PodOptions;
  readonly resources: ResourceRequirements;
  /** The volume of each pod; undefined for an empty one. */
  readonly persistence?: Persistence;
  /** The only zone in whose nodes it runs. */
  readonly zone?: string;
  readonly hasService: boolean;
  readonly hasHeadlessService: boolean;
  readonly isFoundBeforeReady: boolean;
  readonly gracePeriodSeconds: number;
}

/** What the components are told by the whole Loki. */
export interface WholeLoki {
  readonly version: string;
  readonly replicas: number;
  readonly persistence: Persistence;
  readonly options: PodOptions;
}

export const SINGLE_BINARY = 'single-binary';

/** The workloads that a topology is made of. */
export function componentsOf(topology: LokiTopology, whole: WholeLoki): readonly LokiComponent[] {
  if (topology.type === 'microservices') return TASKS.flatMap((task) => componentsOfTask(task, topology, whole));
  return [
    {
      component: SINGLE_BINARY,
      workload: 'StatefulSet',
      replicas: topology.type === 'replicated' ? (topology.replicas ?? 3) : whole.replicas,
      options: whole.options,
      resources: RESOURCES,
      persistence: whole.persistence,
      hasService: true,
      hasHeadlessService: true,
      isFoundBeforeReady: topology.type === 'replicated',
      gracePeriodSeconds: GRACE_PERIOD_SECONDS,
    },
  ];
}

function componentsOfTask(task: Task, topology: MicroservicesTopology, whole: WholeLoki): LokiComponent[] {
  if (task.since !== undefined && !isAtLeast(whole.version, task.since)) return [];
  const own = topology[task.property];
  if (own === false) return [];
  const { replicas, autoscaling, persistence, zones, ...options } = (own ?? {}) as TaskOptions;
  const component: LokiComponent = {
    component: task.name,
    target: task.name,
    workload: task.workload,
    replicas: replicas ?? task.replicas,
    autoscaling,
    options: combinedOptions(whole.options, options),
    resources: task.resources,
    persistence: task.workload === 'StatefulSet' ? (persistence ?? whole.persistence) : undefined,
    hasService: task.hasService,
    hasHeadlessService: task.hasHeadlessService,
    isFoundBeforeReady: task.isFoundBeforeReady ?? true,
    gracePeriodSeconds: task.gracePeriodSeconds,
  };
  const named = (zones ?? []).filter(isZone);
  return named.length === 0
    ? [component]
    : named.map((zone) => ({ ...component, component: `${task.name}-${zone}`, replicas: replicas ?? 1, zone }));
}

/** Whether a zone can end an object's name. Those that cannot are refused, and nothing is made of them. */
export const isZone = (zone: string): boolean => /^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/.test(zone);

/** Every option that any task may have. */
interface TaskOptions extends PodOptions {
  readonly replicas?: number;
  readonly autoscaling?: Autoscaling;
  readonly persistence?: Persistence;
  readonly zones?: readonly string[];
}

/** How many pods take in logs and hold them. */
export const ingesterCount = (components: readonly LokiComponent[]): number =>
  components
    .filter(({ target }) => target === undefined || target === 'ingester')
    .reduce((count, { replicas }) => count + replicas, 0);
