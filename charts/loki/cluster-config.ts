import { type ConfigMapping, mergeConfig } from '../kubernetes/merge';
import type { SchemaPeriod } from './schema';

/** How the processes of one Loki find one another. */
export interface Cluster {
  readonly replicationFactor: number;
  /** Whether ingesters of different zones hold the replicas of a line. */
  readonly isZoneAware: boolean;
  /** Where every process is found for gossip: `loki-memberlist.loki.svc:7946`. */
  readonly members: string;
  /** Keeps two clusters apart that reach one another: `loki/loki`. */
  readonly label: string;
  /** Where each task is, when each has pods of its own. */
  readonly services?: ServiceAddresses;
  /** Addresses of memcached, as Loki looks them up. */
  readonly caches: { readonly chunks?: CacheAddress; readonly results?: CacheAddress };
}

/** Hosts and ports of gRPC but for the querier, which is asked over HTTP. */
export interface ServiceAddresses {
  readonly compactor: string;
  readonly indexGateway: string;
  readonly querierUrl: string;
  readonly queryScheduler: string;
  readonly hasPatternIngester: boolean;
}

export interface CacheAddress {
  readonly addresses: string;
  readonly expiration: string;
}

/** What a Loki of several processes needs to be one. */
export function clusterConfig(cluster: Cluster, schema: readonly SchemaPeriod[]): ConfigMapping {
  const { replicationFactor, isZoneAware, members, label, services, caches } = cluster;
  return [
    {
      common: { replication_factor: replicationFactor, ring: { kvstore: { store: 'memberlist' } } },
      memberlist: { cluster_label: label, join_members: [members] },
      // Else each of several rulers evaluates every rule, and each alert comes as often.
      ruler: { enable_sharding: true },
    },
    isZoneAware ? { ingester: { lifecycler: { ring: { zone_awareness_enabled: true } } } } : {},
    services === undefined ? {} : servicesConfig(services, schema),
    caches.chunks === undefined ? {} : { chunk_store_config: { chunk_cache_config: memcached(caches.chunks) } },
    caches.results === undefined
      ? {}
      : { query_range: { cache_results: true, results_cache: { cache: memcached(caches.results) } } },
  ].reduce<ConfigMapping>(mergeConfig, {});
}

function servicesConfig(services: ServiceAddresses, schema: readonly SchemaPeriod[]): ConfigMapping {
  const { compactor, indexGateway, querierUrl, queryScheduler, hasPatternIngester } = services;
  const gateway = { index_gateway_client: { server_address: `dns+${indexGateway}` } };
  const uses = (wanted: SchemaPeriod['store']) => schema.some(({ store }) => store === wanted);
  return {
    common: { compactor_grpc_address: compactor },
    frontend: { scheduler_address: queryScheduler, tail_proxy_url: querierUrl },
    frontend_worker: { scheduler_address: queryScheduler },
    ...(hasPatternIngester ? { pattern_ingester: { enabled: true } } : {}),
    storage_config: {
      ...(uses('boltdb-shipper') ? { boltdb_shipper: gateway } : {}),
      ...(uses('tsdb') ? { tsdb_shipper: gateway } : {}),
    },
  };
}

const memcached = ({ addresses, expiration }: CacheAddress): ConfigMapping => ({
  default_validity: expiration,
  memcached: { expiration },
  memcached_client: { addresses, consistent_hash: true, timeout: '500ms' },
});
