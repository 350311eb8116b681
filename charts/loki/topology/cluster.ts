import { serviceHost } from '../../kubernetes/service-url';
import type { CacheAddress, Cluster } from '../cluster-config';
import { GRPC_PORT, HTTP_PORT, MEMBERLIST_PORT } from '../defaults';
import type { LokiComponent } from './components';
import type { CacheOptions, LokiTopology } from './topology';

const REPLICATION_FACTOR = 3;
const CACHE_EXPIRATION = '24h';

export const memberlistService = (name: string): string => `${name}-memberlist`;

export type CacheName = 'chunks' | 'results';
export const cacheService = (name: string, cache: CacheName): string => `${name}-${cache}-cache`;
/** Loki looks caches up by the port's name. */
export const CACHE_PORT_NAME = 'memcached-client';

/** How the processes of a topology find one another; undefined for a single one. */
export function clusterOf(
  topology: LokiTopology,
  components: readonly LokiComponent[],
  name: string,
  namespace: string | undefined,
): Cluster | undefined {
  if (topology.type === 'single') return undefined;
  const host = (service: string) => serviceHost(service, namespace);
  const grpc = (service: string) => `${host(service)}:${GRPC_PORT}`;
  const cache = (cacheName: CacheName, options: CacheOptions | undefined): CacheAddress | undefined =>
    options && {
      addresses: `dnssrvnoa+_${CACHE_PORT_NAME}._tcp.${host(cacheService(name, cacheName))}`,
      expiration: options.expiration ?? CACHE_EXPIRATION,
    };
  return {
    replicationFactor: topology.replicationFactor ?? REPLICATION_FACTOR,
    isZoneAware: components.some(({ zone }) => zone !== undefined),
    members: `${host(memberlistService(name))}:${MEMBERLIST_PORT}`,
    label: host(name),
    caches: {
      chunks: cache('chunks', topology.caches?.chunks),
      results: cache('results', topology.caches?.results),
    },
    services:
      topology.type === 'microservices'
        ? {
            compactor: grpc(`${name}-compactor`),
            indexGateway: grpc(`${name}-index-gateway-headless`),
            querierUrl: `http://${host(`${name}-querier`)}:${HTTP_PORT}`,
            queryScheduler: grpc(`${name}-query-scheduler-headless`),
            hasPatternIngester: components.some(({ target }) => target === 'pattern-ingester'),
          }
        : undefined,
  };
}
