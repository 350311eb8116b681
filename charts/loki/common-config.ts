import { type ConfigMapping, mergeConfig } from '../kubernetes/merge';
import { isAtLeast } from '../releases';
import { clusterConfig } from './cluster-config';
import type { LokiConfigInput } from './config';
import { retentionConfig } from './retention-config';
import { periodConfig } from './schema';
import type { LokiStorage } from './storage/storage';
import { storageBlocks, tableBlock, tableCapacity } from './storage/storage-config';
import { withoutStructuredMetadata } from './structured-metadata';

/** Most of it follows from the block `common`. */
export function commonConfig(input: LokiConfigInput): ConfigMapping {
  const { version, dataPath, httpPort, schema, storage, earlierStorage = [], cluster } = input;
  const config: ConfigMapping = {
    analytics: { reporting_enabled: false },
    auth_enabled: false,
    common: {
      path_prefix: dataPath,
      ...(cluster === undefined
        ? { replication_factor: 1, ring: { instance_addr: '127.0.0.1', kvstore: { store: 'inmemory' } } }
        : {}),
      storage: commonStorage(storage, dataPath),
    },
    compactor: { working_directory: `${dataPath}/compactor` },
    schema_config: { configs: schema.map(periodConfig) },
    server: { http_listen_port: httpPort },
  };
  // Loki 3 does not start when the period of today cannot store what it takes in: nor may it on the days before the last one begins.
  const lacksMetadata = isAtLeast(version, '3.0') && withoutStructuredMetadata(schema, version) !== undefined;
  // It looks after the tables of the last period only, wherever that has them.
  const makesTables = schema.at(-1)?.store === 'aws';
  return [
    lacksMetadata ? { limits_config: { allow_structured_metadata: false } } : {},
    makesTables && cluster === undefined ? { target: 'all,table-manager' } : {},
    storageConfig(storage, earlierStorage, dataPath),
    retentionConfig(input, storage),
    cluster === undefined ? {} : clusterConfig(cluster, schema),
  ].reduce(mergeConfig, config);
}

/** DynamoDB has no block there: what is not its index goes to the volume. */
const commonStorage = (storage: LokiStorage, dataPath: string): ConfigMapping =>
  storageBlocks(storage.type === 'dynamodb' ? { type: 'filesystem' } : storage, dataPath).common;

function storageConfig(storage: LokiStorage, earlier: readonly LokiStorage[], dataPath: string): ConfigMapping {
  const prefix = 'prefix' in storage ? storage.prefix : undefined;
  const own = [
    ...(storage.type === 'dynamodb' ? [storageBlocks(storage, dataPath).own] : []),
    ...earlier.map((each) =>
      // Of the bucket it is told by `common`.
      each.type === 'dynamodb' && storage.type === 's3'
        ? { aws: { dynamodb: tableBlock(each) } }
        : storageBlocks(each, dataPath).own,
    ),
    ...(prefix === undefined ? [] : [{ object_prefix: prefix }]),
  ].reduce<ConfigMapping>(mergeConfig, {});
  const tables = storage.type === 'dynamodb' ? [tableCapacity(storage)] : [];
  return {
    ...(Object.keys(own).length === 0 ? {} : { storage_config: own }),
    ...tables.filter((capacity) => Object.keys(capacity).length > 0).map((table_manager) => ({ table_manager }))[0],
  };
}
