import { POD_OPTIONS } from '../../kubernetes/pod-shapes';
import { either, kindOf, listOf, objectOf, scalar, text } from '../../kubernetes/shape';
import { PERSISTENCE } from '../persistence-shape';
import type {
  Autoscaling,
  CacheOptions,
  ComponentOptions,
  GatewayOptions,
  IngesterOptions,
  LokiCaches,
  LokiTopology,
  MicroservicesTopology,
  ReplicatedTopology,
  ScalableOptions,
  SingleTopology,
  SoleOptions,
  StatefulOptions,
} from './topology';

const { serviceAccountAnnotations: _, ...OWN_POD_OPTIONS } = POD_OPTIONS;
const COMPONENT = { ...OWN_POD_OPTIONS, replicas: scalar };
const STATEFUL = { ...COMPONENT, persistence: PERSISTENCE };

const AUTOSCALING = objectOf<Autoscaling>(
  { minReplicas: scalar, maxReplicas: scalar, targetCPUUtilizationPercentage: scalar },
  ['minReplicas', 'maxReplicas'],
);
const SCALABLE_OPTIONS = objectOf<ScalableOptions>({ ...COMPONENT, autoscaling: AUTOSCALING });
const STATEFUL_OPTIONS = objectOf<StatefulOptions>(STATEFUL);
const CACHE = objectOf<CacheOptions>({ ...COMPONENT, memory: scalar, expiration: scalar });
const CACHES = objectOf<LokiCaches>({ chunks: CACHE, results: CACHE });

/** The form of a topology; what it says is checked in topology-check.ts. */
export const TOPOLOGY = kindOf<LokiTopology>('topology', {
  single: objectOf<SingleTopology>({ type: text }),
  replicated: objectOf<ReplicatedTopology>({
    type: text,
    replicas: scalar,
    replicationFactor: scalar,
    caches: CACHES,
  }),
  microservices: objectOf<MicroservicesTopology>({
    type: text,
    replicationFactor: scalar,
    distributor: SCALABLE_OPTIONS,
    ingester: objectOf<IngesterOptions>({ ...STATEFUL, zones: listOf(text) }),
    querier: SCALABLE_OPTIONS,
    queryFrontend: SCALABLE_OPTIONS,
    queryScheduler: objectOf<ComponentOptions>(COMPONENT),
    indexGateway: STATEFUL_OPTIONS,
    compactor: objectOf<SoleOptions>({ ...OWN_POD_OPTIONS, persistence: PERSISTENCE }),
    ruler: STATEFUL_OPTIONS,
    patternIngester: either(false, STATEFUL_OPTIONS),
    caches: CACHES,
    gateway: objectOf<GatewayOptions>(COMPONENT),
  }),
});
