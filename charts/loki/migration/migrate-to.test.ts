import { Chart } from 'cdk8s';
import fc from 'fast-check';
import { parse } from 'yaml';
import { appWith, objectOf, problemsOf } from '../../../test/apps';
import { expectTextSnapshot } from '../../../test/text-snapshot';
import {
  type AzureStorage,
  type DynamoDbStorage,
  type GcsStorage,
  LoggingStack,
  Loki,
  type LokiMigration,
  type LokiProps,
  type ManifestApp,
  migrateTo,
  type S3Storage,
} from '../..';
import { checkLokiConfigText } from '../config-check/check-config-text';

const FROM = '2027-01-01';
const s3: S3Storage = { type: 's3', region: 'us-east-1', bucket: 'acme-logs', access: { type: 'node-role' } };
const gcs: GcsStorage = { type: 'gcs', bucket: 'acme-logs', access: { type: 'node-service-account' } };
const azure: AzureStorage = { type: 'azure', account: 'acme', container: 'logs', access: { type: 'managed-identity' } };
const dynamodb: DynamoDbStorage = {
  type: 'dynamodb',
  region: 'us-east-1',
  table: 'loki_index',
  bucket: 'acme-logs',
  access: { type: 'node-role' },
};

const lokiApp = (props: LokiProps): ManifestApp =>
  appWith((app) => new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', props));

const configText = (props: LokiProps): string => objectOf(lokiApp(props), 'Secret/loki').stringData['loki.yaml'];

const warningsOf = (props: LokiProps): readonly string[] =>
  lokiApp(props)
    .node.findAll()
    .flatMap(({ node }) =>
      node.metadata.filter(({ type }) => type === 'cdk8s-plg:warning').map(({ data }) => String(data)),
    );

const problems = (migration: unknown): readonly string[] =>
  problemsOf((app) => {
    new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', migrateTo(migration as LokiMigration));
  }).map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));

const MIGRATIONS: Readonly<Record<string, LokiMigration>> = {
  'boltdb-shipper-to-tsdb': { from: FROM, version: '3.7.6', before: { version: '2.9.17' } },
  'boltdb-shipper-to-tsdb-2.9': { from: FROM, before: { version: '2.9.17' } },
  'disk-to-s3': { from: FROM, storage: s3, before: { version: '3.7.6' } },
  'disk-to-gcs': { from: FROM, storage: gcs, before: { version: '3.7.6', retention: '30d' } },
  'disk-to-azure': { from: FROM, storage: azure, version: '3.7.6', before: { version: '2.9.17', retention: '0s' } },
  'dynamodb-to-s3': { from: FROM, storage: s3, version: '3.5.12', before: { version: '2.1.0', storage: dynamodb } },
};

describe.each(Object.entries(MIGRATIONS))('%s', (name, migration) => {
  const { schema, version, ...rest } = migrateTo(migration);

  test('is what __snapshots__ shows: its configuration, and what synth says of it', () => {
    const props = { ...rest, schema, version };
    const said = warningsOf(props).map((warning) => `# ${warning.replaceAll('\n', '\n# ')}\n`);
    expectTextSnapshot(`migration/${name}.yaml`, `${said.join('')}${configText(props)}`);
  });

  test('is accepted, with nothing that is refused on the day before and on the day itself', () => {
    const props = { ...rest, schema, version };
    expect(problemsOf((app) => new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', props))).toEqual([]);
    for (const today of ['2026-12-31', FROM]) {
      const found = checkLokiConfigText(configText(props), version, { today });
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  test('has every old period as it was, and one of TSDB behind them', () => {
    const old = migration.before.schema ?? schema.slice(0, -1);
    expect(schema.slice(0, -1)).toEqual(old);
    expect(schema.at(-1)).toMatchObject({ from: FROM, store: 'tsdb', schema: 'v13' });
  });

  test('can be told once more, from then on', () => {
    const again = migrateTo({ from: '2028-01-01', storage: gcs, version, before: { ...rest, schema, version } });
    if (rest.storage.type === 'gcs' || version === '2.9.17') expect(again.migration.problems).toHaveLength(1);
    else expect(again.schema.map(({ from }) => from)).toEqual([...schema.map(({ from }) => from), '2028-01-01']);
  });
});

test('nothing changes on the way from a stack to its migration but what is added', () => {
  const before: LokiProps = { version: '3.5.12', storage: dynamodb };
  const after = migrateTo({ from: FROM, storage: s3, before: { version: '3.5.12', storage: dynamodb } });
  const [old, next] = [before, after].map((props) => parse(configText(props)));
  expect(next.schema_config.configs.slice(0, -1)).toEqual(old.schema_config.configs);
  expect(next.storage_config.aws.dynamodb).toEqual(old.storage_config.aws.dynamodb);
  expect(next.limits_config).toEqual(old.limits_config);
  expect(next.common.storage.s3).toEqual({ bucketnames: 'acme-logs', region: 'us-east-1' });
});

describe('what has to stay, and until when,', () => {
  const until = (migration: LokiMigration) =>
    migrateTo(migration).migration.until.map(({ what, name, until: day }) => `${what} ${name}: ${day ?? 'for ever'}`);

  test('of a disk: the volume and one pod, until the retention has passed', () => {
    expect(until({ from: FROM, storage: s3, before: { version: '3.7.6', retention: '30d' } })).toEqual([
      'period 2024-04-01: 2027-01-31',
      'earlier-storage filesystem: 2027-01-31',
      'volume storage: 2027-01-31',
      'replicas 1: 2027-01-31',
    ]);
  });

  test('of a disk without retention: for ever', () => {
    expect(until({ from: FROM, storage: s3, before: { version: '3.7.6', retention: '0s' } })).toContain(
      'volume storage: for ever',
    );
  });

  test('of a disk that kept 14 days by default: these', () => {
    expect(until({ from: FROM, storage: s3, before: { version: '3.7.6' } })).toContain('volume storage: 2027-01-15');
  });

  test('of a disk that ends with its pod: nothing', () => {
    expect(
      until({ from: FROM, storage: s3, before: { version: '3.7.6', persistence: { type: 'ephemeral' } } }),
    ).toEqual([]);
  });

  test('of boltdb-shipper: its release, and the switch of structured metadata until the day', () => {
    expect(until({ from: FROM, version: '3.7.6', before: { version: '2.9.17' } })).toEqual([
      'period 2020-10-24: 2027-01-15',
      'release 3: 2027-01-15',
      'structured-metadata limits_config.allow_structured_metadata: 2026-12-31',
    ]);
  });

  test('of DynamoDB: table, rights, release', () => {
    expect(
      until({ from: FROM, storage: s3, version: '3.5.12', before: { version: '2.1.0', storage: dynamodb } }),
    ).toEqual([
      'period 2020-10-24: for ever',
      'earlier-storage dynamodb: for ever',
      'table loki_index: for ever',
      'rights dynamodb:loki_index: for ever',
      'release 3.5: for ever',
      'structured-metadata limits_config.allow_structured_metadata: 2026-12-31',
    ]);
  });

  test('of DynamoDB with a table a week: those that nobody makes any more', () => {
    const schema = [
      {
        from: '2026-11-05',
        store: 'aws',
        objectStore: 's3',
        schema: 'v11',
        index: { prefix: 'loki_index', period: '168h' },
      },
    ] as const;
    const { migration } = migrateTo({
      from: FROM,
      storage: s3,
      version: '3.5.12',
      before: { version: '3.5.12', storage: dynamodb, schema },
    });
    expect(migration.until.find(({ what }) => what === 'table')?.sentence).toBe(
      'the DynamoDB tables "loki_index2966" to "loki_index2974" in us-east-1, the index of these logs. From now on Loki makes no table and changes none: make those that are not there yet, or logs are lost on the way to 2027-01-01, and lower the write capacity from 2027-01-02 on, which nothing needs any more',
    );
  });

  test('of another bucket: it, and the rights to it', () => {
    expect(until({ from: FROM, storage: gcs, before: { version: '3.7.6', storage: s3, retention: '30d' } })).toEqual([
      'period 2024-04-01: 2027-01-31',
      'earlier-storage s3: 2027-01-31',
      'bucket acme-logs: 2027-01-31',
      'rights s3:acme-logs: 2027-01-31',
    ]);
    expect(until({ from: FROM, storage: s3, before: { version: '3.7.6', storage: azure } })).toContain(
      'bucket logs: for ever',
    );
  });

  test('is said once by synth, in one warning', () => {
    const [warning, ...others] = warningsOf(migrateTo({ from: FROM, storage: s3, before: { version: '3.7.6' } }));
    expect(warning).toBe(
      [
        'from 2027-01-01 on logs go to tsdb in s3. Until those from before that day are gone, keep',
        '  until 2027-01-15:',
        '    - schema[0], tsdb in filesystem: the only way to the logs of 2024-04-01 to 2026-12-31',
        '    - earlierStorage[0], which says where they are',
        "    - the claim of Loki's pod, where they are",
        '    - one pod: no other one has that volume',
      ].join('\n'),
    );
    expect(others).toEqual([]);
  });

  test('is said of a schema that somebody wrote by hand too, until it is surely over', () => {
    const written = (from: string): LokiProps => ({
      storage: s3,
      earlierStorage: [{ type: 'filesystem' }],
      retention: '14d',
      schema: [
        { from: '2022-01-01', store: 'boltdb-shipper', objectStore: 'filesystem', schema: 'v12' },
        { from, store: 'tsdb', objectStore: 's3', schema: 'v13' },
      ],
    });
    expect(warningsOf(written('2026-03-20'))).toEqual([expect.stringContaining("the claim of Loki's pod")]);
    expect(warningsOf(written('2026-03-11'))).toEqual([]);
  });

  test('is no longer said of structured metadata once it is let in', () => {
    const props = migrateTo({ from: FROM, version: '3.7.6', before: { version: '2.9.17' } });
    const config = { limits_config: { allow_structured_metadata: true } };
    expect(warningsOf(props)).toEqual([expect.stringContaining('allow_structured_metadata: false')]);
    expect(warningsOf({ ...props, config })).toEqual([
      expect.stringContaining('Loki refuses that as long as this is the period written to'),
      expect.stringContaining('Loki refuses that as long as this is the period written to'),
    ]);
  });

  test('is not said where it is in the code alone', () => {
    expect(
      warningsOf({
        storage: s3,
        retention: '0s',
        schema: [
          { from: '2022-01-01', store: 'boltdb-shipper', objectStore: 's3', schema: 'v12' },
          { from: '2024-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
        ],
      }),
    ).toEqual([]);
  });

  test('lasts as long as the longest retention of the configuration', () => {
    const props = migrateTo({ from: FROM, storage: s3, before: { version: '3.7.6' } });
    const config = {
      limits_config: { retention_stream: [{ selector: '{a="b"}', priority: 1, period: '90d' }] },
    } as const;
    expect(warningsOf({ ...props, config })).toEqual([expect.stringContaining('until 2027-04-01:')]);
  });
});

test('anything is migrated, or refused by path and remedy', () => {
  const anyStorage = fc.constantFrom<unknown>(s3, gcs, azure, dynamodb, { type: 'filesystem' }, undefined);
  const anyVersion = fc.constantFrom<unknown>('3.7.6', '3.5.12', '2.9.17', '2.1.0');
  const anyPeriod = fc.record({
    from: fc.constantFrom('2020-01-01', '2024-04-01', '2026-01-01', '9999-12-31', 'x'),
    store: fc.constantFrom('tsdb', 'aws', 'boltdb-shipper', 'x'),
    objectStore: fc.constantFrom('s3', 'filesystem', 'x'),
    schema: fc.constantFrom('v11', 'v13', 'x'),
    index: fc.option(fc.record({ prefix: fc.string(), period: fc.constantFrom('0s', '168h', 'x') }), {
      nil: undefined,
    }),
  });
  const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
  const mostly = (usual: fc.Arbitrary<unknown>) =>
    fc.oneof({ arbitrary: usual, weight: 8 }, { arbitrary: anything, weight: 1 });
  const before = fc.record({
    version: mostly(anyVersion),
    storage: mostly(anyStorage),
    schema: mostly(fc.oneof(fc.constant(undefined), fc.array(anyPeriod, { maxLength: 3 }))),
    retention: mostly(fc.constantFrom('14d', '0s', undefined)),
    replicas: mostly(fc.constantFrom(1, 3, undefined)),
  });
  const migration = fc.record({
    from: mostly(fc.constantFrom('2027-01-01', '9999-12-31')),
    storage: mostly(anyStorage),
    version: mostly(fc.option(anyVersion, { nil: undefined })),
    before: mostly(before),
  });
  fc.assert(
    fc.property(mostly(migration), (given) => {
      const props = migrateTo(given as LokiMigration);
      for (const { path, message, remedy } of props.migration.problems) {
        expect(path).toMatch(/^migrateTo/);
        expect(message).not.toBe('');
        expect(remedy).not.toBe('');
      }
      const found = problemsOf((app) => new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', props));
      expect(found.length).toBeGreaterThanOrEqual(props.migration.problems.length > 0 ? 1 : 0);
    }),
    { numRuns: 150 },
  );
});

test('logs of tenants and streams that are kept longer keep the old storage longer', () => {
  const props = migrateTo({ from: FROM, storage: s3, before: { version: '3.7.6', retention: '30d' } });
  const said = (more: LokiProps) => warningsOf({ ...props, ...more }).find((text) => text.includes('logs go to'));
  expect(said({})).toContain('until 2027-01-31:');
  expect(said({ retentionByStream: [{ selector: '{a="b"}', period: '60d' }] })).toContain('until 2027-03-02:');
  expect(said({ multiTenant: true, tenants: { team: { retention: '90d' } } })).toContain('until 2027-04-01:');
  expect(said({ multiTenant: true, tenants: { team: { retention: '0s' } } })).toContain('for ever');
});

describe('what is refused', () => {
  const onDisk = { version: '3.7.6' };
  const disk: LokiMigration = { from: FROM, storage: s3, before: onDisk };
  const table: LokiMigration = { from: FROM, storage: s3, before: { version: '3.5.12', storage: dynamodb } };

  test.each<[string, unknown, string]>([
    [
      'a day that is none',
      { ...disk, from: '2027-02-30' },
      'migrateTo.from: "2027-02-30" is not a day → write it as "2024-04-01"',
    ],
    [
      'a day of an old period',
      { ...disk, from: '2024-04-01' },
      'migrateTo.from: "2024-04-01" is not after "2024-04-01", the first day of the last period: logs of its days are stored otherwise already → write a day after 2024-04-01 that is still to come',
    ],
    [
      'nothing to change',
      { from: FROM, before: onDisk },
      'migrateTo.storage: is what the last period has already: TSDB with v13 in filesystem → leave the migration out, or name another storage',
    ],
    [
      'DynamoDB as the end',
      { from: FROM, storage: dynamodb, before: { version: '3.5.12' } },
      "migrateTo.storage: is DynamoDB, which is no place to go to: its last release of Loki is 3.5 → write where TSDB is to be: { type: 's3', … } with the bucket that the chunks are in",
    ],
    [
      'DynamoDB that stays',
      { from: FROM, before: { version: '3.5.12', storage: dynamodb } },
      "migrateTo.storage: is DynamoDB, which is no place to go to: its last release of Loki is 3.5 → write where TSDB is to be: { type: 's3', … } with the bucket that the chunks are in",
    ],
    [
      'DynamoDB in a release that loses its logs',
      { ...table, version: '3.6.15' },
      'migrateTo.version: is "3.6.15", and from 3.6 on Loki reads only the first page of what DynamoDB answers: old logs would be missing → write the last 3.5, "3.5.12", until the last log with its index there is worth nothing',
    ],
    [
      'DynamoDB that is in such a release already',
      { ...table, before: { ...table.before, version: '3.7.6' } },
      'migrateTo.before.version: is "3.7.6", and from 3.6 on Loki reads only the first page of what DynamoDB answers: old logs would be missing → write the last 3.5, "3.5.12", until the last log with its index there is worth nothing',
    ],
    [
      'a release without TSDB',
      { from: FROM, before: { version: '2.8.0' } },
      'migrateTo.before.version: is "2.8.0", and TSDB with v13 came with Loki 2.9 → move to a newer release first',
    ],
    [
      'a release with one place for all of the index',
      { from: FROM, storage: s3, before: { version: '2.9.17' } },
      'migrateTo.before.version: is "2.9.17", and before 3.0 Loki has the index of all periods in one place → move to Loki 3 first, with the schema that you have',
    ],
    [
      'a release that is none',
      { ...disk, version: '3.77.0' },
      'migrateTo.version: loki 3.77.0 is not known: its lines are 2.1 … 2.9, 3.0 … 3.7 → did you mean "3.7.6"?',
    ],
    [
      'another bucket than the chunks of DynamoDB',
      { ...table, storage: { ...s3, bucket: 'acme-logs-2' } },
      'migrateTo.storage.bucket: is "acme-logs-2", and Loki takes all of S3 from one bucket, "acme-logs" → write "acme-logs": new periods go to the bucket that the old chunks are in',
    ],
    [
      'another bucket of the same kind',
      {
        from: FROM,
        storage: { ...s3, bucket: 'acme-logs-2' },
        before: {
          version: '2.9.17',
          storage: s3,
          schema: [{ from: '2022-01-01', store: 'boltdb-shipper', objectStore: 's3', schema: 'v12' }],
        },
      },
      'migrateTo.storage.bucket: is "acme-logs-2", and a configuration of Loki has one s3: old logs are in "acme-logs" → write "acme-logs"',
    ],
    [
      'a prefix that old objects have not',
      { ...disk, storage: { ...s3, prefix: 'loki/' } },
      'migrateTo.storage.prefix: is "loki/", and one goes before all objects: those in filesystem begin with none → leave it out',
    ],
    [
      'a retention that is none',
      { ...disk, retention: '36h' },
      'migrateTo.retention: "36h" is not a multiple of 24h → write "24h" or "48h"',
    ],
    [
      'an old retention that is none',
      { ...disk, before: { ...onDisk, retention: '2 weeks' } },
      'migrateTo.before.retention: "2 weeks" is not a duration → write "2w"',
    ],
    [
      'a release that is a number',
      { ...disk, version: 3.7 },
      'migrateTo.version: 3.7 is not a release of loki → did you mean "3.7.6"?',
    ],
    ['no day', { storage: s3, before: onDisk }, 'migrateTo.from: is missing → write it'],
    ['nothing before', { from: FROM, storage: s3 }, 'migrateTo.before: is missing → write it'],
    ['no release before', { from: FROM, storage: s3, before: {} }, 'migrateTo.before.version: is missing → write it'],
    [
      'an option that there is not',
      { ...disk, form: FROM },
      'migrateTo.form: there is no "form" here → did you mean "from"?',
    ],
    [
      'storage of no known kind',
      { ...disk, storage: { type: 's4' } },
      'migrateTo.storage.type: "s4" is not a kind of storage → write "filesystem" or "s3" or "gcs" or "azure" or "dynamodb"',
    ],
    ['no object', 'soon', 'migrateTo: "soon" is not an object → write { … }'],
    [
      'periods out of order',
      {
        ...disk,
        before: {
          ...onDisk,
          schema: [
            { from: '2025-01-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' },
            { from: '2024-01-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' },
          ],
        },
      },
      'migrateTo.before.schema[1].from: "2024-01-01" is not after the period before it, "2025-01-01" → order the periods by day, each on a day of its own',
    ],
  ])('%s', (_, migration, problem) => {
    expect(problems(migration)).toEqual([problem]);
  });

  test('a disk of several pods, of which each has a part', () => {
    expect(problems({ ...disk, before: { ...onDisk, replicas: 3 } })).toContain(
      'migrateTo.before.replicas: is 3: each pod has a part of the old logs on a volume of its own, and asks for no other one → move to one pod first, and give up what is on the other volumes',
    );
  });

  test('all of it at once', () => {
    expect(
      problems({
        from: '2020-01-01',
        storage: { ...s3, bucket: 'other-logs' },
        version: '3.7.6',
        before: table.before,
      }),
    ).toEqual([
      expect.stringMatching(/^migrateTo\.from: /),
      expect.stringMatching(/^migrateTo\.storage\.bucket: /),
      expect.stringMatching(/^migrateTo\.version: /),
    ]);
  });

  test('in the words of a stack', () => {
    const found = problemsOf((app) => {
      new LoggingStack(app, 'logs', { namespace: 'logs', loki: { ...migrateTo({ ...disk, from: 'soon' }) } });
    });
    expect(found).toEqual(['[logs] loki.migrateTo.from: "soon" is not a day\n      → write it as "2024-04-01"']);
  });
});
