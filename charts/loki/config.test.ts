import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LokiConfigInput, lokiConfig } from './config';
import { defaultSchema } from './schema';
import type { LokiStorage } from './storage/storage';

const filesystem: LokiStorage = { type: 'filesystem' };
const dynamodb: LokiStorage = {
  type: 'dynamodb',
  region: 'us-east-1',
  table: 'loki_index',
  bucket: 'logs-of-acme',
  access: { type: 'node-role' },
};

const input = (version: string, storage: LokiStorage = filesystem, retention?: string): LokiConfigInput => ({
  version,
  dataPath: '/data',
  httpPort: 3100,
  schema: defaultSchema(version, storage),
  storage,
  retention,
});

describe('retention', () => {
  test('sets compactor, delete store and limit together', () => {
    expect(lokiConfig(input('3.7.6', filesystem, '30d'))).toMatchObject({
      compactor: { retention_enabled: true, delete_request_store: 'filesystem', working_directory: '/data/compactor' },
      limits_config: { retention_period: '30d' },
    });
  });

  test.each(['0s', '0', '0h', undefined])('%s keeps logs for ever: nothing of it is set', (retention) => {
    const { compactor, limits_config } = lokiConfig(input('3.7.6', filesystem, retention));
    expect(compactor).toEqual({ working_directory: '/data/compactor' });
    expect(limits_config).toBeUndefined();
  });

  test('needs no delete store before Loki 3.0', () => {
    expect(lokiConfig(input('2.9.17', filesystem, '7d')).compactor).toEqual({
      retention_enabled: true,
      shared_store: 'filesystem',
      working_directory: '/data/boltdb-shipper-compactor',
    });
  });
});

test.each([
  ['2.1.0', undefined], // has no such setting
  ['2.9.17', false],
  ['3.7.6', false],
])('Loki %s does not report its use', (version, reporting) => {
  const { analytics } = lokiConfig(input(version));
  expect((analytics as { reporting_enabled?: boolean } | undefined)?.reporting_enabled).toBe(reporting);
});

describe('DynamoDB', () => {
  test('keeps the index in one table for ever', () => {
    expect(lokiConfig(input('2.1.0', dynamodb))).toMatchObject({
      schema_config: { configs: [{ store: 'aws', object_store: 's3', index: { prefix: 'loki_index', period: '0s' } }] },
      storage_config: {
        aws: { s3: 's3://us-east-1/logs-of-acme', dynamodb: { dynamodb_url: 'dynamodb://us-east-1' } },
      },
    });
  });

  test.each([
    ['2.1.0', undefined],
    ['2.4.2', 'all,table-manager'],
    ['3.5.12', 'all,table-manager'],
  ])('Loki %s runs the target %s, so that somebody makes the table', (version, target) => {
    expect(lokiConfig(input(version, dynamodb)).target).toBe(target);
  });

  test('has no table manager behind it once another period is the last, which is the only one that it looks after', () => {
    const s3: LokiStorage = { type: 's3', region: 'us-east-1', bucket: 'logs-of-acme', access: { type: 'node-role' } };
    const earlier: LokiStorage = { ...dynamodb, capacity: { type: 'on-demand' } };
    const config = lokiConfig({
      ...input('3.5.12', s3),
      earlierStorage: [earlier],
      schema: [
        ...defaultSchema('3.5.12', earlier),
        { from: '2027-01-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
      ],
    });
    expect(config.target).toBeUndefined();
    expect(config.table_manager).toBeUndefined();
    expect(config.storage_config).toEqual({ aws: { dynamodb: { dynamodb_url: 'dynamodb://us-east-1' } } });
  });

  test('switches structured metadata off from Loki 3.0 on, which needs TSDB', () => {
    expect(lokiConfig(input('3.5.12', dynamodb)).limits_config).toEqual({ allow_structured_metadata: false });
  });
});

describe('overrides', () => {
  test('are merged over ours, key by key', () => {
    const config = lokiConfig(input('3.7.6'), {
      server: { log_level: 'warn' },
      limits_config: { max_line_size: '1MB' },
    });
    expect(config.server).toEqual({ http_listen_port: 3100, log_level: 'warn' });
    expect(config.limits_config).toEqual({ max_line_size: '1MB' });
  });

  test('take one of our settings away by null', () => {
    expect(lokiConfig(input('3.7.6'), { analytics: null })).not.toHaveProperty('analytics');
  });
});

describe('every key exists in the release', () => {
  const keysOf = (release: string): ReadonlySet<string> =>
    new Set(readFileSync(join(__dirname, `../../test/fixtures/loki-keys/${release}.txt`), 'utf8').split('\n'));

  const pathsOf = (value: unknown, path = ''): string[] => {
    if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, item]) => pathsOf(item, path === '' ? key : `${path}.${key}`));
  };

  test.each([
    ['2.1.0', filesystem],
    ['2.1.0', dynamodb],
    ['2.9.17', filesystem],
    ['2.9.17', dynamodb],
    ['3.0.0', filesystem],
    ['3.5.12', dynamodb],
    ['3.7.6', filesystem],
  ] as const)('Loki %s with storage %j', (version, storage) => {
    const retention = version === '2.1.0' ? undefined : '14d';
    const known = keysOf(version);
    expect(pathsOf(lokiConfig(input(version, storage, retention))).filter((path) => !known.has(path))).toEqual([]);
  });
});
