import { type ConfigMapping, mergeConfig } from '../kubernetes/merge';
import { isAtLeast } from '../releases';
import { periodConfig, type SchemaPeriod } from './schema';
import { dynamoDbConfig, type LokiStorage } from './storage';

/** Loki's own configuration file, block by block. @see https://grafana.com/docs/loki/latest/configure/ */
export type LokiConfig = ConfigMapping;

/** What decides about the configuration of a Loki. */
export interface LokiConfigInput {
  readonly version: string;
  /** Folder on the pod's volume below which everything is written. */
  readonly dataPath: string;
  readonly httpPort: number;
  readonly schema: readonly SchemaPeriod[];
  readonly storage: LokiStorage;
  /** How long logs are kept; undefined or `'0s'` for ever. */
  readonly retention?: string;
}

/** The whole configuration that Loki gets: our defaults for the release, the user's over them. */
export const lokiConfig = (input: LokiConfigInput, overrides?: LokiConfig): LokiConfig =>
  mergeConfig(isAtLeast(input.version, '3.0') ? modernConfig(input) : legacyConfig(input), overrides);

/** From 3.0 on: most of it follows from the `common` block. */
function modernConfig({ dataPath, httpPort, schema, storage, retention }: LokiConfigInput): ConfigMapping {
  const config: ConfigMapping = {
    analytics: { reporting_enabled: false },
    auth_enabled: false,
    common: {
      path_prefix: dataPath,
      replication_factor: 1,
      ring: { instance_addr: '127.0.0.1', kvstore: { store: 'inmemory' } },
      storage: {
        filesystem: { chunks_directory: `${dataPath}/chunks`, rules_directory: `${dataPath}/rules` },
      },
    },
    compactor: { working_directory: `${dataPath}/compactor` },
    schema_config: { configs: schema.map(periodConfig) },
    server: { http_listen_port: httpPort },
  };
  const legacyIndex = schema.some(({ store }) => store === 'aws')
    ? {
        // Structured metadata needs TSDB in the period that is written to.
        limits_config: { allow_structured_metadata: false },
        target: 'all,table-manager',
      }
    : {};
  return [legacyIndex, storageConfig(storage), retentionConfig(retention, storage)].reduce(mergeConfig, config);
}

/** Up to 2.9: each part says for itself where it keeps what. */
function legacyConfig({ version, dataPath, httpPort, schema, storage, retention }: LokiConfigInput): ConfigMapping {
  const sharedStore = 'filesystem';
  const config: ConfigMapping = {
    ...(isAtLeast(version, '2.5') ? { analytics: { reporting_enabled: false } } : {}),
    auth_enabled: false,
    chunk_store_config: { max_look_back_period: '0s' },
    compactor: { shared_store: sharedStore, working_directory: `${dataPath}/boltdb-shipper-compactor` },
    ingester: {
      chunk_block_size: 262144,
      chunk_idle_period: '3m',
      chunk_retain_period: '1m',
      lifecycler: { ring: { kvstore: { store: 'inmemory' }, replication_factor: 1 } },
      max_transfer_retries: 0,
      // On by default from 2.4 on, in a folder relative to the root, which is read-only.
      ...(isAtLeast(version, '2.4') ? { wal: { dir: `${dataPath}/wal` } } : {}),
    },
    limits_config: {
      enforce_metric_name: false,
      reject_old_samples: true,
      reject_old_samples_max_age: '168h',
    },
    schema_config: { configs: schema.map(periodConfig) },
    server: { http_listen_port: httpPort },
    storage_config: {
      boltdb_shipper: {
        active_index_directory: `${dataPath}/boltdb-shipper-active`,
        cache_location: `${dataPath}/boltdb-shipper-cache`,
        cache_ttl: '24h',
        shared_store: sharedStore,
      },
      filesystem: { directory: `${dataPath}/chunks` },
      ...tsdbShipper(schema, dataPath),
    },
    table_manager: { retention_deletes_enabled: false, retention_period: '0s' },
  };
  const tableManager = storage.type === 'dynamodb' && isAtLeast(version, '2.4') ? { target: 'all,table-manager' } : {};
  return [tableManager, storageConfig(storage), retentionConfig(retention)].reduce(mergeConfig, config);
}

/** Before 3.0 TSDB does not follow the `common` block of a configuration that has none. */
function tsdbShipper(schema: readonly SchemaPeriod[], dataPath: string): ConfigMapping {
  const period = schema.findLast(({ store }) => store === 'tsdb');
  if (period === undefined) return {};
  return {
    tsdb_shipper: {
      active_index_directory: `${dataPath}/tsdb-shipper-active`,
      cache_location: `${dataPath}/tsdb-shipper-cache`,
      shared_store: period.objectStore,
    },
  };
}

const storageConfig = (storage: LokiStorage): ConfigMapping =>
  storage.type === 'dynamodb' ? { storage_config: { aws: dynamoDbConfig(storage) } } : {};

/** Retention works only when the compactor, its store of delete requests and the limit all say so. */
const retentionConfig = (retention: string | undefined, deleteRequests?: LokiStorage): ConfigMapping =>
  retention === undefined || isForEver(retention)
    ? {}
    : {
        compactor: {
          retention_enabled: true,
          ...(deleteRequests === undefined ? {} : { delete_request_store: deleteRequestStore(deleteRequests) }),
        },
        limits_config: { retention_period: retention },
      };

const deleteRequestStore = ({ type }: LokiStorage): string => (type === 'dynamodb' ? 's3' : 'filesystem');

/** Loki's own way to say that nothing is deleted: no time at all, in any unit. */
export const isForEver = (retention: string): boolean => /^0+[a-z]*$/.test(retention);
