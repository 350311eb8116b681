import fc from 'fast-check';
import { changesOf, newPeriods } from './changes';
import { type TimelinePeriod, timelineOf } from './timeline';

const PERIOD = { from: '2024-04-01', store: 'tsdb', object_store: 's3', schema: 'v13', index: { period: '24h' } };

const periodOf = (config: object, period: object = {}): TimelinePeriod => {
  const [first] = timelineOf({ ...config, schema_config: { configs: [{ ...PERIOD, ...period }] } }) ?? [];
  if (first === undefined) throw new Error('there is no period');
  return first;
};

/** What of a place counts, without where it is written. */
const placeOf = ({ chunks: { kind, parts } }: TimelinePeriod): unknown => ({
  kind,
  ...Object.fromEntries(parts.filter(({ value }) => value !== '').map(({ name, value }) => [name, value])),
});

describe('where chunks are', () => {
  test.each<[string, object]>([
    ['common.storage', { common: { storage: { s3: { bucketnames: 'acme-logs' } } } }],
    ['storage_config', { storage_config: { aws: { bucketnames: 'acme-logs' } } }],
    ['a URL', { storage_config: { aws: { s3: 's3://eu-west-1/acme-logs' } } }],
    ['a URL for all storages', { common: { storage: { s3: { s3: 's3://eu-west-1/acme-logs' } } } }],
    [
      'the closer of two URLs',
      {
        common: { storage: { s3: { s3: 's3://eu-west-1/other' } } },
        storage_config: { aws: { s3: 's3://eu-west-1/acme-logs' } },
      },
    ],
    [
      'a setting, whatever a URL says',
      { common: { storage: { s3: { bucketnames: 'acme-logs', s3: 's3://eu-west-1/other' } } } },
    ],
    [
      'both, of which the closer one counts',
      { common: { storage: { s3: { bucketnames: 'other' } } }, storage_config: { aws: { bucketnames: 'acme-logs' } } },
    ],
    [
      'the clients of Thanos',
      { storage_config: { use_thanos_objstore: true, object_store: { s3: { bucket_name: 'acme-logs' } } } },
    ],
  ])('in a bucket that %s names', (_, config) => {
    expect(placeOf(periodOf(config))).toEqual({ kind: 's3', bucket: 'acme-logs' });
  });

  test('in a store with a name of its own', () => {
    const config = { storage_config: { named_stores: { gcs: { old: { bucket_name: 'acme-logs' } } } } };
    expect(placeOf(periodOf(config, { object_store: 'old' }))).toEqual({ kind: 'gcs', bucket: 'acme-logs' });
  });

  test.each([
    [{ azure: { account_name: 'acme', container_name: 'logs' } }, 'azure', { account: 'acme', container: 'logs' }],
    [{ gcs: { bucket_name: 'acme-logs' } }, 'gcs', { bucket: 'acme-logs' }],
    [{ filesystem: { chunks_directory: '/var/loki/chunks' } }, 'filesystem', { folder: 'chunks' }],
  ])('%j', (storage, kind, parts) => {
    expect(placeOf(periodOf({ common: { storage } }, { object_store: kind }))).toEqual({ kind, ...parts });
  });

  test('below a prefix, which counts without the slashes at its ends', () => {
    const withPrefix = (object_prefix: string) =>
      periodOf({ storage_config: { object_prefix, aws: { bucketnames: 'acme-logs' } } });
    expect(placeOf(withPrefix('loki/'))).toEqual({ kind: 's3', bucket: 'acme-logs', prefix: 'loki' });
    expect(changesOf([withPrefix('loki/')], [withPrefix('/loki')])).toEqual([]);
  });

  test('on the volume, wherever that is mounted', () => {
    const at = (directory: string) =>
      periodOf({ storage_config: { filesystem: { directory } } }, { object_store: 'filesystem' });
    expect(changesOf([at('/data/loki/chunks')], [at('/var/loki/loki/chunks/')])).toEqual([]);
    expect(changesOf([at('/data/loki/chunks')], [at('/var/loki/chunks')])).toHaveLength(1);
  });

  test('and no key of a URL is anywhere in it', () => {
    const aws = {
      s3: 's3://AKIAEXAMPLE:hunter2@eu-west-1/acme-logs',
      dynamodb: { dynamodb_url: 'dynamodb://AKIAEXAMPLE:hunter2@eu-west-1' },
    };
    const period = periodOf({ storage_config: { aws } }, { store: 'aws' });
    expect(JSON.stringify(period)).not.toMatch(/AKIA|hunter2/);
    expect(placeOf(period)).toEqual({ kind: 's3', bucket: 'acme-logs' });
    expect(period.index).toEqual({
      kind: 'dynamodb',
      parts: [{ name: 'region', value: 'eu-west-1', path: 'storage_config.aws.dynamodb.dynamodb_url' }],
    });
  });
});

describe('where the index is', () => {
  const shipper = (shared: object, period: object = {}) =>
    periodOf(
      { storage_config: { boltdb_shipper: shared, aws: { bucketnames: 'b' }, filesystem: { directory: '/f' } } },
      {
        store: 'boltdb-shipper',
        ...period,
      },
    );

  test('beside the chunks, unless a shipper says otherwise', () => {
    expect(shipper({}).index.kind).toBe('s3');
    expect(shipper({ shared_store: 'filesystem' }).index.kind).toBe('filesystem');
    expect(changesOf([shipper({ shared_store: 's3' })], [shipper({})])).toEqual([]);
    expect(changesOf([shipper({ shared_store: 'filesystem' })], [shipper({})])).toMatchObject([
      { type: 'moved', part: { name: 'type', was: 'filesystem', is: 's3' } },
    ]);
  });

  test('below the prefix that a period or, before Loki 3.0, its shipper says', () => {
    const before = shipper({ shared_store_key_prefix: 'logs/' });
    expect(changesOf([before], [shipper({}, { index: { period: '24h', path_prefix: 'logs/' } })])).toEqual([]);
    expect(changesOf([before], [shipper({})])).toMatchObject([
      { part: { name: 'index.path_prefix', was: 'logs/', is: 'index/' } },
    ]);
  });
});

describe('what a period says', () => {
  test.each([
    ['schema', { schema: 'v13' }, { schema: '13' }],
    ['duration', { index: { period: '24h' } }, { index: { period: '1d' } }],
    ['no duration', { index: {} }, { index: { period: '0' } }],
    ['object store', { object_store: 'aws' }, { object_store: 's3' }],
    ['row shards', { store: 'aws' }, { store: 'aws', row_shards: 16 }],
    ['object store of the index', { store: 'aws', object_store: '' }, { store: 'aws', object_store: 's3' }],
    ['day', { from: '2024-04-01' }, { from: '2024-04-01T00:00:00Z' }],
  ])('means the same in another spelling: %s', (_, one, other) => {
    expect(changesOf([periodOf({}, one)], [periodOf({}, other)])).toEqual([]);
  });

  test.each([
    [{ store: 'boltdb-shipper' }, 'store'],
    [{ object_store: 'gcs' }, 'object_store'],
    [{ schema: 'v12' }, 'schema'],
    [{ row_shards: 32 }, 'row_shards'],
    [{ index: { period: '24h', prefix: 'logs_' } }, 'index.prefix'],
    [{ index: { period: '168h' } }, 'index.period'],
    [{ chunks: { prefix: 'chunks_' } }, 'chunks.prefix'],
    [{ chunks: { period: '24h' } }, 'chunks.period'],
    [{ from: '2024-05-01' }, 'from'],
  ])('is another when it says %j', (period, field) => {
    expect(changesOf([periodOf({})], [periodOf({}, period)])).toMatchObject([
      { type: 'changed', position: 0, fields: [{ field }] },
    ]);
  });
});

describe('a timeline', () => {
  const anyDay = fc
    .integer({ min: 0, max: 3000 })
    .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
  const anyPeriod = fc.record({
    from: anyDay,
    store: fc.constantFrom('tsdb', 'boltdb-shipper', 'aws'),
    object_store: fc.constantFrom('s3', 'filesystem', 'gcs'),
    schema: fc.constantFrom('v11', 'v12', 'v13'),
    index: fc.record({ prefix: fc.constantFrom('index_', 'logs_'), period: fc.constantFrom('24h', '168h', '0s') }),
  });
  const anyPeriods = fc
    .uniqueArray(anyPeriod, { selector: ({ from }) => from, minLength: 1, maxLength: 6 })
    .map((configs) => [...configs].sort((a, b) => (a.from < b.from ? -1 : 1)));
  const of = (configs: readonly unknown[]) => timelineOf({ schema_config: { configs } }) ?? [];

  test('may have any number of periods put behind it', () => {
    fc.assert(
      fc.property(anyPeriods, fc.nat({ max: 6 }), (configs, length) => {
        const earlier = of(configs.slice(0, length));
        expect(changesOf(earlier, of(configs))).toEqual([]);
        expect(newPeriods(earlier, of(configs)).map(({ position }) => position)).toEqual(
          configs.map((_, index) => index).slice(length),
        );
      }),
    );
  });

  test('may have no period taken out, whichever it is', () => {
    fc.assert(
      fc.property(anyPeriods, fc.nat(), (configs, at) => {
        const index = at % configs.length;
        const changes = changesOf(of(configs), of(configs.filter((_, position) => position !== index)));
        expect(changes).toMatchObject([{ type: 'removed', earlier: { from: configs[index]?.from } }]);
      }),
    );
  });

  test('may have no period changed', () => {
    fc.assert(
      fc.property(anyPeriods, fc.nat(), (configs, at) => {
        const index = at % configs.length;
        const changed = configs.map((period, position) =>
          position === index ? { ...period, schema: period.schema === 'v13' ? 'v12' : 'v13' } : period,
        );
        expect(changesOf(of(configs), of(changed))).toMatchObject([
          { type: 'changed', position: index, fields: [{ field: 'schema' }] },
        ]);
      }),
    );
  });

  test('is read of anything without a failure', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (config, period) => {
        timelineOf(config);
        timelineOf({ schema_config: { configs: [period] }, common: config, storage_config: config });
        timelineOf({ schema_config: period });
      }),
    );
  });
});
