import { configEdited, doneBy, edited, expectLines, linesOf, podEdited, STACK, stack } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';
import type { Retention } from '../../loki/loki-options';
import { reviewManifests } from '../review-manifests';

const RESTARTS = [
  'rollout Secret/loki: restarts StatefulSet/loki, which reads it',
  'rollout StatefulSet/loki: restarts its only pod: it is away until its successor is ready (its configuration changed: Secret/loki)',
];

const PERIOD = (from: string, store = 'tsdb', schema = 'v13') =>
  `    - {from: "${from}", store: ${store}, object_store: filesystem, schema: ${schema}, index: {period: 24h, prefix: index_}}\n`;

const PERIODS = `    - from: "2024-04-01"
      index:
        period: 24h
        prefix: index_
      object_store: filesystem
      schema: v13
      store: tsdb
`;

const withPeriods = (...periods: readonly string[]): Manifest[] => configEdited(PERIODS, periods.join(''));

const S3 = (settings: string): Manifest[] =>
  configEdited(
    '    filesystem:\n      chunks_directory: /var/loki/chunks\n      rules_directory: /var/loki/rules\n',
    settings,
    { manifests: withPeriods(PERIOD('2024-04-01').replace('object_store: filesystem', 'object_store: s3')) },
  );

const URL = (bucket: string): string =>
  `    s3: {region: eu-west-1}\nstorage_config: {aws: {s3: "s3://AKIAIOSFODNN7EXAMPLE:hunter2@eu-west-1/${bucket}"}}\n`;

test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
  [
    'a shorter retention',
    STACK,
    stack({ loki: { retention: '7d' } }),
    ['data-loss Secret/loki: deletes logs older than 7d, which were kept for 14d', ...RESTARTS],
  ],
  [
    'a longer retention',
    STACK,
    stack({ loki: { retention: '30d' } }),
    ['cost Secret/loki: keeps logs for 30d in place of 14d: the storage grows', ...RESTARTS],
  ],
  [
    'a retention where there was none',
    stack({ loki: { retention: '0s' } }),
    STACK,
    ['data-loss Secret/loki: deletes logs older than 14d, which were kept for ever', ...RESTARTS],
  ],
  [
    'a compactor that deletes nothing any more',
    STACK,
    configEdited('retention_enabled: true', 'retention_enabled: false'),
    ['cost Secret/loki: keeps logs for ever in place of 14d: the storage grows', ...RESTARTS],
  ],
  [
    'streams that are kept for less long',
    STACK,
    configEdited(
      '  retention_period: 14d\n',
      `  retention_period: 14d\n  retention_stream: [{selector: '{app="a"}', period: 24h, priority: 1}]\n`,
    ),
    ['data-loss Secret/loki: deletes logs of streams {app="a"} older than 24h, which were kept for 14d', ...RESTARTS],
  ],
  [
    'another store for a period that has begun',
    STACK,
    withPeriods(PERIOD('2024-04-01', 'boltdb-shipper', 'v12')),
    [
      'data-loss Secret/loki: schema_config.configs[0] store was "tsdb", is "boltdb-shipper", schema was "v13", is "v12": logs from 2024-04-01 on are no longer found; write the period back',
      ...RESTARTS,
    ],
  ],
  [
    'a period that is gone',
    withPeriods(PERIOD('2024-04-01', 'boltdb-shipper', 'v12'), PERIOD('2025-01-01')),
    withPeriods(PERIOD('2025-01-01')),
    [
      'data-loss Secret/loki: schema_config.configs has no period from "2024-04-01" any more: logs of 2024-04-01 to 2024-12-31 are no longer found',
      ...RESTARTS,
    ],
  ],
  [
    'a period that begins on a day that has been',
    STACK,
    withPeriods(PERIOD('2024-04-01'), PERIOD('2026-11-24')),
    [
      'data-loss Secret/loki: schema_config.configs[1].from is "2026-11-24", and the period is new: what was logged today so far is stored by the period before',
      ...RESTARTS,
    ],
  ],
  ['a period to come', STACK, withPeriods(PERIOD('2024-04-01'), PERIOD('2026-12-25')), RESTARTS],
  [
    'a change of a period to come',
    withPeriods(PERIOD('2024-04-01'), PERIOD('2026-12-25')),
    withPeriods(PERIOD('2024-04-01'), PERIOD('2026-12-31')),
    RESTARTS,
  ],
  [
    'another folder of chunks',
    STACK,
    configEdited('chunks_directory: /var/loki/chunks', 'chunks_directory: /var/loki/logs'),
    ['data-loss Secret/loki: looks for its chunks in /var/loki/logs and no longer in /var/loki/chunks', ...RESTARTS],
  ],
  [
    'another folder of everything',
    STACK,
    configEdited('path_prefix: /var/loki', 'path_prefix: /var/loki/2'),
    [
      'data-loss Secret/loki: looks for its write-ahead log in /var/loki/2/wal and no longer in /var/loki/wal: lines that were not stored yet',
      ...RESTARTS,
    ],
  ],
  [
    'no write-ahead log',
    STACK,
    configEdited('limits_config:', 'ingester: {wal: {enabled: false}}\nlimits_config:'),
    ['data-loss Secret/loki: has no write-ahead log any more', ...RESTARTS],
  ],
  [
    'another bucket',
    S3('    s3: {bucketnames: logs-a, region: eu-west-1}\n'),
    S3('    s3: {bucketnames: logs-b, region: eu-west-1}\n'),
    [
      'data-loss Secret/loki: common.storage.s3.bucketnames was "logs-a", is "logs-b": logs from 2024-04-01 on are no longer found',
      ...RESTARTS,
    ],
  ],
  [
    'another bucket, in a URL with credentials',
    S3(URL('logs-a')),
    S3(URL('logs-b')),
    [
      'data-loss Secret/loki: storage_config.aws.s3 was "logs-a", is "logs-b": logs from 2024-04-01 on are no longer found',
      ...RESTARTS,
    ],
  ],
  [
    'another server of buckets',
    S3('    s3: {bucketnames: logs, endpoint: minio.a.svc}\n'),
    S3('    s3: {bucketnames: logs, endpoint: minio.b.svc}\n'),
    [
      'data-loss Secret/loki: common.storage.s3.endpoint was "minio.a.svc", is "minio.b.svc": logs from 2024-04-01 on are found only if the same objects are there',
      ...RESTARTS,
    ],
  ],
  [
    'no tenants any more',
    configEdited('auth_enabled: false', 'auth_enabled: true'),
    STACK,
    [
      'exposure Secret/loki: asks nobody for a tenant any more: whoever reaches it reads and writes everything',
      'collection Secret/loki: takes every request for the tenant "fake"',
      ...RESTARTS,
    ],
  ],
  [
    'tenants',
    STACK,
    configEdited('auth_enabled: false', 'auth_enabled: true'),
    ['collection Secret/loki: asks every request for its tenant: what says none is refused', ...RESTARTS],
  ],
  [
    'limits by which lines are refused',
    STACK,
    stack({
      loki: {
        config: { limits_config: { ingestion_rate_mb: 16, ingestion_burst_size_mb: 32, max_line_size: '64KB' } },
      },
    }),
    [
      'collection Secret/loki: takes in lines, or labels them, by other limits: ingestion_burst_size_mb, ingestion_rate_mb, max_line_size',
      ...RESTARTS,
    ],
  ],
  [
    'another number of copies',
    STACK,
    configEdited('replication_factor: 1', 'replication_factor: 3'),
    ['cost Secret/loki: stores every line on 3 ingesters in place of 1', ...RESTARTS],
  ],
  [
    'what only a restart takes',
    STACK,
    configEdited('http_listen_port: 3100', 'http_listen_port: 3100\n  log_level: warn'),
    RESTARTS,
  ],
])('%s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

test('without knowing the day every period may have begun, and a last one may be to come', () => {
  const [now, later] = [withPeriods(PERIOD('2024-04-01')), withPeriods(PERIOD('2024-04-01'), PERIOD('2026-12-25'))];
  expectLines(linesOf(reviewManifests(now, later)), RESTARTS);
  expectLines(linesOf(reviewManifests(later, now)), [
    'data-loss Secret/loki: schema_config.configs has no period from "2026-12-25" any more: logs from 2026-12-25 on are no longer found',
    ...RESTARTS,
  ]);
  expectLines(doneBy(later, now), RESTARTS);
});

test('a volume that is mounted elsewhere is the same place if Loki is told so', () => {
  const moved = podEdited('StatefulSet/loki', ({ containers: [loki] }) => {
    loki.volumeMounts.find(({ name }: { name: string }) => name === 'storage').mountPath = '/data';
  });
  const lost = doneBy(STACK, moved);
  expect(lost).toContainEqual(
    expect.stringMatching(/^data-loss StatefulSet\/loki: has claims "storage" at \/data and no longer at \/var\/loki/),
  );
  const told = edited(
    'Secret/loki',
    (secret) => {
      secret.stringData['loki.yaml'] = secret.stringData['loki.yaml'].replaceAll('/var/loki', '/data');
    },
    moved,
  );
  expect(doneBy(STACK, told).filter((line) => line.startsWith('data-loss'))).toEqual([]);
});

describe('a period and the day', () => {
  const [PAST, YESTERDAY, TODAY, TOMORROW, LATER] = [
    '2024-04-01',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-12-25',
  ];
  const of = (...days: readonly string[]) => withPeriods(...days.map((day) => PERIOD(day)));
  const older = (day: string) => PERIOD(day, 'boltdb-shipper', 'v12');

  /** The worst that the schema does, as of a day or without one; `rollout` is that of a period that begins soon. */
  const severityOf = (before: readonly Manifest[], after: readonly Manifest[], today?: string): string => {
    const { objects } = reviewManifests(before, after, { today });
    const said = objects.flatMap(({ consequences }) =>
      consequences.filter(({ message }) => message.startsWith('schema_config')).map(({ severity }) => severity),
    );
    return ['data-loss', 'rollout', 'none'].find((severity) => said.includes(severity as 'none')) ?? 'nothing';
  };

  test.each<[what: string, before: Manifest[], after: Manifest[], today: string, unknown: string]>([
    ['is added for later', of(PAST), of(PAST, LATER), 'nothing', 'none'],
    ['is added for tomorrow', of(PAST), of(PAST, TOMORROW), 'rollout', 'none'],
    ['is added for today', of(PAST), of(PAST, TODAY), 'data-loss', 'none'],
    ['is added for yesterday', of(PAST), of(PAST, YESTERDAY), 'data-loss', 'none'],
    ['is added between two', of(PAST, LATER), of(PAST, TOMORROW, LATER), 'rollout', 'data-loss'],
    ['is added before all others', of(PAST), of('2023-01-01', PAST), 'data-loss', 'data-loss'],
    ['of later is taken back', of(PAST, LATER), of(PAST), 'nothing', 'data-loss'],
    ['of tomorrow is taken back', of(PAST, TOMORROW), of(PAST), 'nothing', 'data-loss'],
    ['of today is taken back', of(PAST, TODAY), of(PAST), 'data-loss', 'data-loss'],
    ['of later is put off', of(PAST, LATER), of(PAST, '2027-01-31'), 'nothing', 'data-loss'],
    ['of tomorrow is put off', of(PAST, TOMORROW), of(PAST, LATER), 'nothing', 'data-loss'],
    ['of today is put off', of(PAST, TODAY), of(PAST, LATER), 'data-loss', 'data-loss'],
    ['of later comes tomorrow', of(PAST, LATER), of(PAST, TOMORROW), 'rollout', 'data-loss'],
    ['of later has come', of(PAST, LATER), of(PAST, TODAY), 'data-loss', 'data-loss'],
    ['of later is another', of(PAST, LATER), withPeriods(PERIOD(PAST), older(LATER)), 'nothing', 'data-loss'],
    ['of tomorrow is another', of(PAST, TOMORROW), withPeriods(PERIOD(PAST), older(TOMORROW)), 'rollout', 'data-loss'],
    ['of today is another', of(PAST, TODAY), withPeriods(PERIOD(PAST), older(TODAY)), 'data-loss', 'data-loss'],
    ['of the past is another', of(PAST), withPeriods(older(PAST)), 'data-loss', 'data-loss'],
    ['of the past is gone', of(PAST, YESTERDAY), of(YESTERDAY), 'data-loss', 'data-loss'],
    ['of later replaces the one of the past', of(PAST), of(LATER), 'data-loss', 'data-loss'],
    ['of later, as it was, is the only one', of(LATER), withPeriods(older(LATER)), 'nothing', 'data-loss'],
    ['stays as it was', of(PAST, LATER), of(PAST, LATER), 'nothing', 'nothing'],
  ])('%s', (_, before, after, today, unknown) => {
    expect([severityOf(before, after, TODAY), severityOf(before, after)]).toEqual([today, unknown]);
  });

  test('that begins tomorrow has to be on every pod before', () => {
    expect(doneBy(of(PAST), of(PAST, TOMORROW))).toContain(
      'rollout Secret/loki: schema_config.configs[1].from is "2026-11-25": the period begins at 00:00 UTC, in less than a day, and what is logged in it by a pod that does not know it yet is no longer found; have it on every pod of Loki before midnight UTC, or write "2026-11-26"',
    );
  });

  test('that nobody says is told of', () => {
    const { objects } = reviewManifests(of(PAST), of(PAST, LATER));
    expect(objects.flatMap(({ consequences }) => consequences)).toContainEqual({
      severity: 'none',
      message:
        'schema_config.configs[1].from is "2026-12-25", and the period is new: logs are lost if that day has come when it is applied',
      paths: ['data["loki.yaml"].schema_config.configs[2026-12-25]'],
    });
  });
});

test('what the stack itself gives up is said as well', () => {
  const discarding = edited(
    'Secret/loki',
    ({ metadata }) => (metadata.annotations = { 'cdk8s-plg/discarded-periods': '2024-04-01' }),
    withPeriods(PERIOD('2024-04-01', 'boltdb-shipper', 'v12')),
  );
  expect(doneBy(STACK, discarding)[0]).toMatch(
    /^data-loss Secret\/loki: .*: logs from 2024-04-01 on are given up, as schemaChange says; apply it if that is meant$/,
  );
  const other = edited(
    'Secret/loki',
    ({ metadata }) => (metadata.annotations = { 'cdk8s-plg/discarded-periods': '2020-01-01' }),
    discarding,
  );
  expect(doneBy(STACK, other)[0]).toMatch(/: logs from 2024-04-01 on are no longer found; write the period back/);
});

test('logs on a disk that ends with its pod are lost by no change of the schema', () => {
  const ephemeral = (manifests: readonly Manifest[]) =>
    edited(
      'StatefulSet/loki',
      ({ spec }) => {
        delete spec.volumeClaimTemplates;
        spec.template.spec.volumes.push({ name: 'storage', emptyDir: {} });
      },
      manifests,
    );
  expectLines(
    doneBy(ephemeral(STACK), ephemeral(withPeriods(PERIOD('2024-04-01', 'boltdb-shipper', 'v12')))),
    RESTARTS,
  );
});

test("tenants' own retention is compared too, and Loki reads it again by itself", () => {
  const overrides = (period: string): Manifest => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'overrides', namespace: 'loki' },
    data: { 'overrides.yaml': `overrides:\n  team-a:\n    retention_period: ${period}\n` },
  });
  const reading = podEdited('StatefulSet/loki', ({ volumes }) =>
    volumes.push({ name: 'more', configMap: { name: 'overrides' } }),
  );
  expectLines(doneBy([...reading, overrides('30d')], [...reading, overrides('7d')]), [
    'data-loss ConfigMap/overrides: deletes logs of tenant team-a older than 7d, which were kept for 30d',
  ]);
});

test('a tenant without a retention of its own has that of all', () => {
  const tenant = (retention: Retention) => stack({ tenant: 'team-a', loki: { tenants: { 'team-a': { retention } } } });
  const [none, more, less] = [
    stack({ tenant: 'team-a', loki: { tenants: { 'team-a': {} } } }),
    tenant('30d'),
    tenant('7d'),
  ];
  expect(doneBy(none, less)).toContain(
    'data-loss ConfigMap/loki-runtime: deletes logs of tenant team-a older than 7d, which were kept for 14d',
  );
  expect(doneBy(more, none)).toContain(
    'data-loss ConfigMap/loki-runtime: deletes logs of tenant team-a older than 14d, which were kept for 30d',
  );
  expect(doneBy(less, more)).toEqual([
    'cost ConfigMap/loki-runtime: keeps logs of tenant team-a for 30d in place of 7d: the storage grows',
  ]);
});

test('a configuration that moves to another object is compared with itself', () => {
  const inConfigMap = edited('Secret/loki', (secret) => {
    secret.kind = 'ConfigMap';
    secret.data = { 'config.yaml': secret.stringData['loki.yaml'].replace('14d', '30d') };
    delete secret.stringData;
  });
  expect(doneBy(inConfigMap, STACK)).toContain(
    'data-loss Secret/loki: deletes logs older than 14d, which were kept for 30d',
  );
});
