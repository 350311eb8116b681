import type { JsonObject } from '../json';
import { dataFolderOf, replicationFactorOf, retentionOf, schemaFacts, withoutKeyInUrl } from './loki-config';

const PERIOD = {
  from: '2024-01-01',
  store: 'tsdb',
  object_store: 's3',
  schema: 'v13',
  index: { prefix: 'index_', period: '24h' },
};
const facts = (...configs: readonly JsonObject[]) => schemaFacts({ schema_config: { configs } });

test('a schema that has all its words', () => {
  const other = { ...PERIOD, from: '2025-01-01', index: { prefix: 'other_', period: '24h' } };
  expect(facts(PERIOD, other)).toEqual({
    newest: { from: '2025-01-01', store: 'tsdb', objectStore: 's3', schema: 'v13', index: { prefix: 'other_' } },
    schema: [
      { from: '2024-01-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
      { from: '2025-01-01', store: 'tsdb', objectStore: 's3', schema: 'v13', index: { prefix: 'other_' } },
    ],
    text: '2024-01-01 tsdb s3 v13; 2025-01-01 tsdb s3 v13',
  });
});

test.each<[JsonObject]>([
  [{ ...PERIOD, row_shards: 4 }],
  [{ ...PERIOD, chunks: { prefix: 'x' } }],
  [{ ...PERIOD, index: { prefix: 'a', tags: {} } }],
  [{ ...PERIOD, store: 'bigtable' }],
  [{ ...PERIOD, object_store: 'swift' }],
  [{ ...PERIOD, from: '2024-1-1' }],
  [{ ...PERIOD, schema: 13 }],
])('of %j the configuration keeps what no option says', (period) => {
  expect(facts(PERIOD, period)).not.toHaveProperty('schema');
  expect(facts(period).newest).toBeDefined();
});

test('nothing is known of no schema', () => {
  expect(schemaFacts({})).toEqual({ newest: undefined, text: '' });
  expect(schemaFacts({ schema_config: { configs: 'x' } })).toEqual({ newest: undefined, text: '' });
});

test.each<[JsonObject, string, boolean, string | undefined]>([
  [{ limits_config: { retention_period: '30d' }, compactor: { retention_enabled: true } }, '3.0.0', true, '30d'],
  [{ limits_config: { retention_period: '30d' } }, '3.0.0', true, '0s'],
  [{ limits_config: { retention_period: '30d' } }, '3.0.0', false, undefined],
  [{ limits_config: { retention_period: '0s' }, compactor: { retention_enabled: true } }, '3.0.0', true, '0s'],
  [{ limits_config: { retention_period: '1h30m' }, compactor: { retention_enabled: true } }, '3.0.0', false, undefined],
  [{}, '2.2.1', true, undefined],
])('the retention of %j in Loki %s, on a disk: %s', (config, version, isOnDisk, retention) => {
  expect(retentionOf(config, version, isOnDisk)).toBe(retention);
});

test.each<[JsonObject, string, string, string | undefined]>([
  [{ common: { path_prefix: '/var/loki' } }, '/var/loki', '3.0.0', undefined],
  [{ common: { path_prefix: '/var/loki/a/b' } }, '/var/loki', '3.0.0', 'a/b'],
  [{ common: { path_prefix: '/data/loki' } }, '/data', '2.9.0', undefined],
  [{ common: { path_prefix: '/data' } }, '/data', '2.9.0', ''],
  [{ storage_config: { filesystem: { directory: '/data/x/chunks' } } }, '/data', '2.9.0', 'x'],
  [{ storage_config: { boltdb_shipper: { active_index_directory: '/data/y/index' } } }, '/data', '2.9.0', 'y'],
  [{ common: { path_prefix: '/elsewhere' } }, '/data', '2.9.0', undefined],
  [{ common: { path_prefix: '/data/../x' } }, '/data', '2.9.0', undefined],
  [{}, '/data', '2.9.0', undefined],
])('the folder of %j on %s in Loki %s', (config, mountPath, version, folder) => {
  expect(dataFolderOf(config, mountPath, version)).toBe(folder);
});

test('the replication factor, wherever it is said', () => {
  expect(replicationFactorOf({ common: { replication_factor: 3 } })).toBe(3);
  expect(replicationFactorOf({ ingester: { lifecycler: { ring: { replication_factor: 2 } } } })).toBe(2);
  expect(replicationFactorOf({})).toBeUndefined();
});

test('a URL with a key in it is taken apart, any other one stays', () => {
  const config = {
    storage_config: { aws: { s3: 's3://key:hunter2@eu-west-1/logs', insecure: true } },
    ruler: { storage: { s3: { s3: 's3://k:hunter2@minio:9000/rules' } } },
    list: [{ s3: 's3://eu-west-1/logs' }, null, 1],
  };
  expect(withoutKeyInUrl(config)).toEqual({
    storage_config: { aws: { bucketnames: 'logs', region: 'eu-west-1', insecure: true } },
    ruler: { storage: { s3: { bucketnames: 'rules', endpoint: 'minio:9000' } } },
    list: [{ s3: 's3://eu-west-1/logs' }, null, 1],
  });
});
