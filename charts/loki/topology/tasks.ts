import type { ResourceRequirements } from '../../kubernetes/types';
import { GRACE_PERIOD_SECONDS } from '../defaults';
import type { MicroservicesTopology } from './topology';

/** A part of Loki that runs in pods of its own, and what it gets when nothing else is asked for. */
export interface Task {
  /** Loki's own name for it, as in `-target`. */
  readonly name: string;
  readonly property: Extract<
    keyof MicroservicesTopology,
    | 'distributor'
    | 'ingester'
    | 'querier'
    | 'queryFrontend'
    | 'queryScheduler'
    | 'indexGateway'
    | 'compactor'
    | 'ruler'
    | 'patternIngester'
  >;
  readonly workload: 'Deployment' | 'StatefulSet';
  readonly replicas: number;
  readonly resources: ResourceRequirements;
  /** An address that spreads what comes in. */
  readonly hasService: boolean;
  /** A name for all pods, each by its own address: gRPC clients spread by themselves. */
  readonly hasHeadlessService: boolean;
  /** Whether its peers look it up before it is ready, as it is not ready before it knows them. @default true */
  readonly isFoundBeforeReady?: boolean;
  readonly gracePeriodSeconds: number;
  /** The first release that has it. */
  readonly since?: `${number}.${number}`;
}

/** Seconds to answer what has been asked: Loki's own `query_timeout` is a minute. */
const ANSWERING_SECONDS = 90;

/** CPU has no limit anywhere; the reasons for these figures stand in docs/architecture.md, "Resources". */
const sized = (cpu: string, memory: string, limit: string): ResourceRequirements => ({
  requests: { cpu, memory },
  limits: { memory: limit },
});

export const TASKS: readonly Task[] = [
  {
    name: 'distributor',
    property: 'distributor',
    workload: 'Deployment',
    replicas: 2,
    resources: sized('100m', '128Mi', '512Mi'),
    hasService: true,
    hasHeadlessService: false,
    gracePeriodSeconds: ANSWERING_SECONDS,
  },
  {
    name: 'ingester',
    property: 'ingester',
    workload: 'StatefulSet',
    replicas: 3,
    resources: sized('200m', '512Mi', '2Gi'),
    hasService: false,
    hasHeadlessService: true,
    gracePeriodSeconds: GRACE_PERIOD_SECONDS,
  },
  {
    name: 'querier',
    property: 'querier',
    workload: 'Deployment',
    replicas: 2,
    resources: sized('200m', '256Mi', '1Gi'),
    hasService: true,
    hasHeadlessService: false,
    gracePeriodSeconds: ANSWERING_SECONDS,
  },
  {
    name: 'query-frontend',
    property: 'queryFrontend',
    workload: 'Deployment',
    replicas: 2,
    resources: sized('100m', '128Mi', '512Mi'),
    hasService: true,
    hasHeadlessService: false,
    gracePeriodSeconds: ANSWERING_SECONDS,
  },
  {
    name: 'query-scheduler',
    property: 'queryScheduler',
    workload: 'Deployment',
    replicas: 2,
    resources: sized('50m', '64Mi', '256Mi'),
    hasService: false,
    hasHeadlessService: true,
    gracePeriodSeconds: ANSWERING_SECONDS,
  },
  {
    name: 'index-gateway',
    property: 'indexGateway',
    workload: 'StatefulSet',
    replicas: 2,
    resources: sized('100m', '256Mi', '1Gi'),
    hasService: false,
    hasHeadlessService: true,
    // Queriers would ask one that has no index yet.
    isFoundBeforeReady: false,
    gracePeriodSeconds: ANSWERING_SECONDS,
  },
  {
    name: 'compactor',
    property: 'compactor',
    workload: 'StatefulSet',
    replicas: 1,
    resources: sized('100m', '256Mi', '1Gi'),
    hasService: true,
    hasHeadlessService: true,
    gracePeriodSeconds: GRACE_PERIOD_SECONDS,
  },
  {
    name: 'ruler',
    property: 'ruler',
    workload: 'StatefulSet',
    replicas: 1,
    resources: sized('100m', '128Mi', '512Mi'),
    hasService: true,
    hasHeadlessService: true,
    gracePeriodSeconds: ANSWERING_SECONDS,
  },
  {
    name: 'pattern-ingester',
    property: 'patternIngester',
    workload: 'StatefulSet',
    replicas: 1,
    resources: sized('100m', '256Mi', '1Gi'),
    hasService: false,
    hasHeadlessService: true,
    gracePeriodSeconds: ANSWERING_SECONDS,
    since: '3.0',
  },
];
