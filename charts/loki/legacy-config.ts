import { type ConfigMapping, mergeConfig } from '../kubernetes/merge';
import { isAtLeast } from '../releases';
import type { LokiConfigInput } from './config';
import { retentionConfig } from './retention-config';
import { periodConfig, type SchemaPeriod } from './schema';
import { storageBlocks, tableCapacity } from './storage/storage-config';

/** Up to 2.9: each part says for itself where it keeps what. */
export function legacyConfig(input: LokiConfigInput): ConfigMapping {
  const { version, dataPath, httpPort, schema, storage, earlierStorage = [] } = input;
  const sharedStore = schema.findLast(({ store }) => store !== 'aws')?.objectStore ?? 'filesystem';
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
  const storages = [...earlierStorage, storage];
  const tables = storages.flatMap((each) => (each.type === 'dynamodb' ? [{ table_manager: tableCapacity(each) }] : []));
  return [
    tables.length > 0 && isAtLeast(version, '2.4') ? { target: 'all,table-manager' } : {},
    ...storages.map((each) => ({ storage_config: storageBlocks(each, dataPath).own })),
    ...tables,
    retentionConfig(input),
  ].reduce(mergeConfig, config);
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
