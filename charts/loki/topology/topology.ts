import type { PodOptions } from '../../kubernetes/pod-options';
import type { Persistence } from '../persistence';

/** How many processes Loki is made of, and which does what. All of them keep the same logs in the same place. */
export type LokiTopology = SingleTopology | ReplicatedTopology | MicroservicesTopology;

/** One pod that does everything. */
export interface SingleTopology {
  readonly type: 'single';
}

/** Equal pods that each do everything, and share the work and an object storage. From Loki 2.9 on. */
export interface ReplicatedTopology {
  readonly type: 'replicated';
  /** Number of pods, the replication factor at least. @default 3 */
  readonly replicas?: number;
  /** On how many pods each log line is until it is in the storage. @default 3 */
  readonly replicationFactor?: number;
  /** @default - none: each pod caches for itself */
  readonly caches?: LokiCaches;
}

/** A pod for each task, each with its own number and resources. From Loki 2.9 on, on object storage. */
export interface MicroservicesTopology {
  readonly type: 'microservices';
  /** On how many ingesters each log line is until it is in the storage. @default 3 */
  readonly replicationFactor?: number;
  /** Takes in logs and hands them to the ingesters. @default - 2 replicas */
  readonly distributor?: ScalableOptions;
  /** Holds logs until they are in the storage. @default - 3 replicas, each with a claim */
  readonly ingester?: IngesterOptions;
  /** Answers queries. @default - 2 replicas */
  readonly querier?: ScalableOptions;
  /** Takes in queries, splits and caches them. @default - 2 replicas */
  readonly queryFrontend?: ScalableOptions;
  /** Queues what queriers work on. @default - 2 replicas */
  readonly queryScheduler?: ComponentOptions;
  /** Keeps the index at hand for queriers. @default - 2 replicas, each with a claim */
  readonly indexGateway?: StatefulOptions;
  /** Compacts the index and deletes what is past its retention: always one. @default - a claim */
  readonly compactor?: SoleOptions;
  /** Evaluates rules. @default - 1 replica with a claim */
  readonly ruler?: StatefulOptions;
  /** Finds patterns in log lines. From Loki 3.0 on. @default - 1 replica; none before Loki 3.0 */
  readonly patternIngester?: StatefulOptions | false;
  /** @default - none: each pod caches for itself */
  readonly caches?: LokiCaches;
  /** One address for all that clients send and ask. @default - none: collectors send to the distributor, Grafana asks the query frontend */
  readonly gateway?: GatewayOptions;
}

/** All components have one ServiceAccount. */
type OwnPodOptions = Omit<PodOptions, 'serviceAccountAnnotations'>;

/**
 * What can be said of the pods of one component. It replaces what the whole Loki says; variables, volumes, mounts, containers, labels
 * and annotations are added to it.
 */
export interface SoleOptions extends OwnPodOptions {
  /** The pod's volume. @default { type: 'claim', size: '10Gi' } */
  readonly persistence?: Persistence;
}

export interface ComponentOptions extends OwnPodOptions {
  readonly replicas?: number;
}

/** A component that keeps nothing, so that its pods may come and go. */
export interface ScalableOptions extends ComponentOptions {
  /** Lets Kubernetes choose the number of pods instead of `replicas`. @default - fixed */
  readonly autoscaling?: Autoscaling;
}

/** @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/ */
export interface Autoscaling {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** Share of the requested CPU to be in use, in per cent. @default 80 */
  readonly targetCPUUtilizationPercentage?: number;
}

/** A component of which each pod has a volume of its own. */
export interface StatefulOptions extends ComponentOptions, SoleOptions {}

export interface IngesterOptions extends StatefulOptions {
  /**
   * Zones whose ingesters hold each line once: values of the nodes' label `topology.kubernetes.io/zone`. Each gets a StatefulSet of
   * its own with `replicas` pods, whose pods are replaced by hand, zone after zone, or by the rollout-operator.
   * @default - one StatefulSet, spread over nodes and zones
   */
  readonly zones?: readonly string[];
}

/** Memcached for what several pods would otherwise each fetch again. */
export interface LokiCaches {
  /** Chunks from the storage. @default - none */
  readonly chunks?: CacheOptions;
  /** Results of queries. @default - none */
  readonly results?: CacheOptions;
}

export interface CacheOptions extends ComponentOptions {
  /** Memory for what is cached, in each pod; the pod itself gets a fifth more. @default '1Gi' for chunks, '512Mi' for results */
  readonly memory?: string;
  /** How long something is kept, a duration such as `'1h'`. @default '24h' */
  readonly expiration?: string;
}

/** nginx. @default - 2 replicas */
export interface GatewayOptions extends ComponentOptions {}
