import { Chart } from 'cdk8s';
import { problemsOf as appProblems } from '../../test/apps';
import { anError, aWarning, GOOD_CONFIG, problemsOf } from '../../test/loki-configs';
import { Loki, type LokiProps } from './loki';

// What people lose days by, a row each: in a text, and at synth where it can be written there.

const NAMES = { error: anError, warning: aWarning } as const;

/** What is said of a Loki in TypeScript: the problems that it is refused for. */
const refusedAtSynth = (props: LokiProps): readonly string[] =>
  appProblems((app) => new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', props)).map((text) =>
    text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '),
  );

const config = (written: unknown): LokiProps => ({ config: written as LokiProps['config'] });

/** The good configuration with one part written otherwise, or with more at its end. */
const changed = (before: string, after: string): string => {
  if (!GOOD_CONFIG.includes(before)) throw new Error(`the good configuration has no ${before}`);
  return GOOD_CONFIG.replace(before, after);
};
const more = (text: string): string => `${GOOD_CONFIG}${text}`;

interface TextRow {
  readonly text: string;
  readonly path: string;
  readonly remedy: string;
  readonly severity?: keyof typeof NAMES;
  readonly release?: string;
}

const KEEPS = 'compactor: {retention_enabled: true, delete_request_store: filesystem}\n';

describe('what -verify-config accepts, and a start does not survive, or no log', () => {
  const rows: readonly (readonly [name: string, row: TextRow])[] = [
    [
      'three copies on a ring of one',
      { text: changed('factor: 1', 'factor: 3'), path: 'common.replication_factor', remedy: 'write 1' },
    ],
    [
      'S3 without a bucket',
      {
        text: changed('object_store: filesystem', 'object_store: s3'),
        path: 'schema_config.configs[0].object_store',
        remedy: 'set storage_config.aws.bucketnames',
      },
    ],
    [
      'a store of deletes that does not exist',
      {
        text: more('compactor: {retention_enabled: true, delete_request_store: bogus}\n'),
        path: 'compactor.delete_request_store',
        remedy: 'write one of',
      },
    ],
    [
      'an encryption that does not exist',
      {
        text: more('storage_config: {aws: {sse: {type: bogus}}}\n'),
        path: 'storage_config.aws.sse.type',
        remedy: 'write one of them',
      },
    ],
    [
      'a store of the ring that does not exist',
      {
        text: changed('store: inmemory', 'store: bogus'),
        path: 'common.ring.kvstore.store',
        remedy: 'write one of them',
      },
    ],
    ['a target that does not exist', { text: more('target: bogus\n'), path: 'target', remedy: 'write "all"' }],
    [
      'DynamoDB, which newer releases read the first page of',
      {
        text: `${changed('store: tsdb', 'store: aws')}limits_config: {allow_structured_metadata: false}\nstorage_config: {aws: {dynamodb: {dynamodb_url: "dynamodb://eu-central-1"}}}\n`,
        path: 'schema_config.configs[0].store',
        remedy: 'stay on 3.5',
        severity: 'warning',
      },
    ],
    [
      'a period without its first day',
      {
        text: changed('from: "2024-04-01"\n      ', ''),
        path: 'schema_config.configs[0].from',
        remedy: '"2024-04-01"',
      },
    ],
    [
      'a retention of half a day',
      {
        text: more(`${KEEPS}limits_config: {retention_period: 12h}\n`),
        path: 'limits_config.retention_period',
        remedy: 'write "24h" or more',
      },
    ],
    [
      'a table manager for an index without tables',
      {
        text: more('table_manager: {retention_deletes_enabled: true, retention_period: 720h}\n'),
        path: 'table_manager.retention_deletes_enabled',
        remedy: 'set compactor.retention_enabled: true',
      },
    ],
  ];

  test.each(rows)('%s', (_, { text, path, remedy, severity = 'error', release = '3.7.6' }) => {
    expect(problemsOf(text, release, { today: '2026-11-24' })).toContainEqual(NAMES[severity](path, remedy));
  });

  test.each<[name: string, props: LokiProps, said: RegExp]>([
    [
      'three copies on a ring of one',
      config({ common: { replication_factor: 3 } }),
      /^config\.common\.replication_factor: .* every push fails → write 1/,
    ],
    [
      'S3 without a bucket',
      config({
        schema_config: {
          configs: [
            {
              from: '2024-04-01',
              store: 'tsdb',
              object_store: 's3',
              schema: 'v13',
              index: { prefix: 'i_', period: '24h' },
            },
          ],
        },
      }),
      /^config\.schema_config\.configs\[0\]\.object_store: .* → set storage_config\.aws\.bucketnames/,
    ],
    [
      'a store of deletes that does not exist',
      config({ compactor: { retention_enabled: true, delete_request_store: 'bogus' } }),
      /^config\.compactor\.delete_request_store: .* → write one of/,
    ],
    [
      'an encryption that does not exist',
      config({ storage_config: { aws: { sse: { type: 'bogus' } } } }),
      /^config\.storage_config\.aws\.sse\.type: .* → write one of them/,
    ],
    [
      'a store of the ring that does not exist',
      config({ common: { ring: { kvstore: { store: 'bogus' } } } }),
      /^config\.common\.ring\.kvstore\.store: .* → write one of them/,
    ],
    ['a target that does not exist', config({ target: 'bogus' }), /^config\.target: .* → write "all"/],
    ['a retention of half a day', { retention: '12h' }, /^retention: "12h" is less than 24h → write "24h" or more/],
    [
      'a table manager for an index without tables',
      config({ table_manager: { retention_deletes_enabled: true, retention_period: '720h' } }),
      /^config\.table_manager\.retention_deletes_enabled: .* → take it out/,
    ],
  ])('%s, at synth', (_, props, said) => {
    expect(refusedAtSynth(props)).toContainEqual(expect.stringMatching(said));
  });

  test('a period without its first day is no schema, at synth', () => {
    const schema = [{ store: 'tsdb', objectStore: 'filesystem', version: 'v13' }] as unknown as LokiProps['schema'];
    expect(refusedAtSynth({ schema })).toContainEqual(expect.stringMatching(/^schema\[0\]\.from: /));
  });
});

describe('a key that is misplaced, misspelt or of another release', () => {
  const rows: readonly (readonly [name: string, row: TextRow])[] = [
    [
      'one level too high',
      { text: more('retention_period: 30d\n'), path: 'retention_period', remedy: 'it belongs in limits_config' },
    ],
    [
      'in the wrong block',
      {
        text: more('compactor: {retention_period: 30d}\n'),
        path: 'compactor.retention_period',
        remedy: 'limits_config',
      },
    ],
    [
      'in camel case',
      { text: changed('schema_config', 'schemaConfig'), path: 'schemaConfig', remedy: 'did you mean "schema_config"?' },
    ],
    [
      'gone: shared_store',
      {
        text: more('compactor: {shared_store: s3}\n'),
        path: 'compactor.shared_store',
        remedy: 'set compactor.delete_request_store',
      },
    ],
    [
      'gone: enforce_metric_name',
      {
        text: more('limits_config: {enforce_metric_name: false}\n'),
        path: 'limits_config.enforce_metric_name',
        remedy: 'leave it out',
      },
    ],
    [
      'gone: max_look_back_period',
      {
        text: more('chunk_store_config: {max_look_back_period: 0s}\n'),
        path: 'chunk_store_config.max_look_back_period',
        remedy: 'set limits_config.max_query_lookback',
      },
    ],
    [
      'moved: split_queries_by_interval',
      {
        text: more('query_range: {split_queries_by_interval: 15m}\n'),
        path: 'query_range.split_queries_by_interval',
        remedy: 'set limits_config.split_queries_by_interval',
      },
    ],
    [
      'not there yet',
      {
        text: more('pattern_ingester: {enabled: true}\n'),
        path: 'pattern_ingester',
        remedy: 'take Loki 3.0.0',
        release: '2.9.17',
      },
    ],
    [
      'structured metadata before v13',
      {
        text: changed('v13', 'v11'),
        path: 'schema_config.configs[0].schema',
        remedy: 'allow_structured_metadata: false',
      },
    ],
    [
      'structured metadata without TSDB',
      {
        text: changed('store: tsdb', 'store: boltdb-shipper'),
        path: 'schema_config.configs[0].store',
        remedy: 'allow_structured_metadata: false',
      },
    ],
    [
      'no schema at all, which Loki 3 crashes on',
      {
        text: GOOD_CONFIG.replace(/schema_config[\s\S]*/, ''),
        path: 'schema_config',
        remedy: 'write one period at least',
      },
    ],
  ];

  test.each(rows)('%s', (_, { text, path, remedy, release = '3.7.6' }) => {
    expect(problemsOf(text, release)).toContainEqual(anError(path, remedy));
  });

  test.each<[props: LokiProps, said: RegExp]>([
    [config({ retention_period: '30d' }), /^config\.retention_period: .* → it belongs in limits_config/],
    [config({ schemaConfig: {} }), /^config\.schemaConfig: .* → did you mean "schema_config"/],
    [config({ compactor: { shared_store: 's3' } }), /^config\.compactor\.shared_store: is gone/],
    [
      { version: '2.9.17', ...config({ pattern_ingester: { enabled: true } }) },
      /^config\.pattern_ingester: is not there yet: Loki 3\.0\.0 has it/,
    ],
  ])('at synth: %j', (props, said) => {
    expect(refusedAtSynth(props)).toContainEqual(expect.stringMatching(said));
  });
});

describe('a retention that deletes nothing', () => {
  const rows: readonly (readonly [name: string, row: TextRow])[] = [
    [
      'without the compactor',
      {
        text: more('limits_config: {retention_period: 30d}\n'),
        path: 'limits_config.retention_period',
        remedy: 'set compactor.retention_enabled: true',
      },
    ],
    [
      'without a store of deletes',
      {
        text: more('compactor: {retention_enabled: true}\n'),
        path: 'compactor.retention_enabled',
        remedy: 'set compactor.delete_request_store',
      },
    ],
    [
      'with an index of a week',
      {
        text: changed('period: 24h', 'period: 168h'),
        path: 'schema_config.configs[0].index.period',
        remedy: 'write 24h',
      },
    ],
    [
      'of streams that nobody names',
      {
        text: more(`${KEEPS}limits_config: {retention_stream: [{period: 24h, priority: 1}]}\n`),
        path: 'limits_config.retention_stream[0].selector',
        remedy: 'write the streams',
      },
    ],
    [
      'of streams for an hour',
      {
        text: more(`${KEEPS}limits_config: {retention_stream: [{selector: '{app="a"}', period: 1h}]}\n`),
        path: 'limits_config.retention_stream[0].period',
        remedy: 'write "24h" or more',
      },
    ],
  ];

  test.each(rows)('%s', (_, { text, path, remedy }) => {
    expect(problemsOf(text)).toContainEqual(anError(path, remedy));
  });

  test('cannot be written as `retention` at synth: it brings all that it needs', () => {
    expect(refusedAtSynth({ retention: '30d' })).toEqual([]);
    expect(
      refusedAtSynth({ retention: '0s', ...config({ limits_config: { retention_period: '30d' } }) }),
    ).toContainEqual(expect.stringMatching(/^config\.limits_config\.retention_period: .*nothing is ever deleted/));
  });
});

describe('keys and buckets of a cloud', () => {
  const s3 = (text: string) =>
    `${changed('object_store: filesystem', 'object_store: s3')}storage_config:\n  aws: {${text}}\n`;
  const rows: readonly (readonly [name: string, row: TextRow])[] = [
    [
      'half a pair of keys',
      {
        text: s3('bucketnames: logs, access_key_id: A'),
        path: 'storage_config.aws.access_key_id',
        remedy: 'set both, or neither',
      },
    ],
    [
      'an address without a region',
      { text: s3('s3: "s3:///logs"'), path: 'storage_config.aws.s3', remedy: 's3://us-east-1/bucket' },
    ],
    [
      'an address without a bucket',
      { text: s3('s3: "s3://us-east-1"'), path: 'storage_config.aws.s3', remedy: 's3://us-east-1/bucket' },
    ],
    [
      'an address that is none',
      { text: s3('s3: "s3://k:s/x@us-east-1/logs"'), path: 'storage_config.aws.s3', remedy: 'write it as' },
    ],
    [
      'a bucket of the wrong store',
      {
        text: `${changed('object_store: filesystem', 'object_store: gcs')}storage_config: {aws: {bucketnames: logs}}\n`,
        path: 'schema_config.configs[0].object_store',
        remedy: 'set storage_config.gcs.bucket_name',
      },
    ],
    [
      'a container that cannot be called so',
      {
        text: `${changed('object_store: filesystem', 'object_store: azure')}storage_config: {azure: {account_name: a, container_name: My_Logs}}\n`,
        path: 'storage_config.azure.container_name',
        remedy: '3 to 63 small letters',
      },
    ],
    [
      'two stores in the common block',
      {
        text: changed('  storage:\n', '  storage:\n    s3: {bucketnames: logs}\n'),
        path: 'common.storage',
        remedy: 'keep one of them',
      },
    ],
  ];

  test.each(rows)('%s', (_, { text, path, remedy }) => {
    expect(problemsOf(text)).toContainEqual(anError(path, remedy));
  });

  test('two buckets, of which one is not used, are warned of', () => {
    expect(problemsOf(s3('bucketnames: a, s3: "s3://us-east-1/b"'))).toContainEqual(
      aWarning('storage_config.aws.bucketnames', 'name the bucket once'),
    );
  });
});

describe('one that is run otherwise than it is written for', () => {
  test('writes to folders that are on no volume', () => {
    const deployment = { writablePaths: ['/var/loki', '/tmp'] };
    expect(
      problemsOf(changed('chunks_directory: /var/loki', 'chunks_directory: /data'), '3.7.6', deployment),
    ).toContainEqual(
      anError('common.storage.filesystem.chunks_directory', 'write a folder below "/var/loki" or "/tmp"'),
    );
    expect(refusedAtSynth(config({ ingester: { wal: { dir: '/wal' } } }))).toContainEqual(
      expect.stringMatching(/^config\.ingester\.wal\.dir: "\/wal" is on no volume/),
    );
  });

  test('has more replicas than a ring in memory, or a disk, can hold', () => {
    expect(problemsOf(GOOD_CONFIG, '3.7.6', { replicas: 3 })).toEqual([
      anError('common.ring.kvstore.store', 'write memberlist'),
      anError('schema_config.configs[0].object_store', 'name an object store'),
    ]);
    expect(refusedAtSynth({ replicas: 3 })).toContainEqual(expect.stringMatching(/^replicas: is 3/));
  });

  test('wants tenants that nobody sends', () => {
    expect(
      problemsOf(more('').replace('auth_enabled: false', 'auth_enabled: true'), '3.7.6', { sendsTenant: false }),
    ).toEqual([anError('auth_enabled', 'write false')]);
    expect(refusedAtSynth(config({ auth_enabled: true }))).toContainEqual(
      expect.stringMatching(/^config\.auth_enabled: /),
    );
  });

  test('keeps its index where newer releases lose it', () => {
    expect(
      problemsOf(
        `${changed('store: tsdb', 'store: aws')}limits_config: {allow_structured_metadata: false}\nstorage_config: {aws: {dynamodb: {dynamodb_url: "dynamodb://a"}}}\n`,
        '3.7.6',
        { isNew: true, today: '2026-11-24' },
      ),
    ).toContainEqual(anError('schema_config.configs[0].store', 'stay on 3.5'));
  });
});
