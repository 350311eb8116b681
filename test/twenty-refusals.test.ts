import { LoggingStack, type LokiOptions, ManifestApp, RefusedError } from '../charts';
import { expectTextSnapshot } from './text-snapshot';

const roleArn = 'arn:aws:iam::111122223333:role/loki';
const s3 = { type: 's3', bucket: 'acme-logs', region: 'eu-west-1', access: { type: 'irsa', roleArn } } as const;
const v11 = { store: 'boltdb-shipper', objectStore: 'filesystem', schema: 'v11' } as const;

/** Mistakes that Loki finds in the cluster, or never: what was written, as somebody would have written it, and the path of the answer. */
const MISTAKES: readonly (readonly [title: string, path: string, loki: LokiOptions | object])[] = [
  [
    'A key that is misspelt',
    'config.limits_config.ingestion_rate',
    { config: { limits_config: { ingestion_rate: 16 } } },
  ],
  [
    'A key in the wrong block: 120 days of logs kept, and believed to be 7',
    'config.compactor.retention_period',
    { config: { compactor: { retention_period: '7d' } } },
  ],
  [
    'A key that went with Loki 3.0',
    'config.limits_config.enforce_metric_name',
    { config: { limits_config: { enforce_metric_name: false } } },
  ],
  [
    'A key that came with a later release',
    'config.pattern_ingester',
    { version: '2.9.17', config: { pattern_ingester: { enabled: true } } },
  ],
  [
    'A unit that Go does not know',
    'config.ingester.chunk_idle_period',
    { config: { ingester: { chunk_idle_period: '1d' } } },
  ],
  [
    'A size in powers of the wrong number',
    'config.limits_config.max_line_size',
    { config: { limits_config: { max_line_size: '256Ki' } } },
  ],
  ['A word for a switch', 'config.auth_enabled', { config: { auth_enabled: 'yes' } }],
  ['A release that was never published', 'version', { version: '3.9.0' }],
  ['Hours that are no days', 'retention', { retention: '36h' }],
  [
    'A retention that a table manager should keep',
    'config.table_manager.retention_deletes_enabled',
    { config: { table_manager: { retention_deletes_enabled: true, retention_period: '336h' } } },
  ],
  [
    'A schema that Loki 3 cannot keep structured metadata with',
    'schema[0].schema',
    { schema: [{ from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v12' }] },
  ],
  [
    'Index tables of a week',
    'schema[0].index.period',
    {
      schema: [
        { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13', index: { period: '168h' } },
      ],
    },
  ],
  [
    'Two periods on one day',
    'schema[1].from',
    {
      schema: [
        { from: '2024-04-01', ...v11 },
        { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' },
      ],
    },
  ],
  ['A bucket by its URL', 'storage.bucket', { storage: { ...s3, bucket: 's3://acme-logs' } }],
  [
    'A role for a server that is not AWS',
    'storage.access.type',
    { storage: { ...s3, endpoint: 'https://minio.example.com:9000' } },
  ],
  [
    'A key that would be read by everybody who can read the repository',
    'Secret/loki stringData["loki.yaml"]',
    {
      storage: s3,
      config: {
        common: { storage: { s3: { access_key_id: 'loki', secret_access_key: 'correcthorsebatterystaple' } } },
      },
    },
  ],
  ['Replicas that each have their own disk', 'replicas', { replicas: 3 }],
  [
    'Three copies on two pods',
    'topology.replicationFactor',
    { storage: s3, topology: { type: 'replicated', replicas: 2 } },
  ],
  [
    'A write-ahead log on a root file system that is read-only',
    'config.ingester.wal.dir',
    { config: { ingester: { wal: { dir: '/wal' } } } },
  ],
  [
    'DynamoDB with a release that reads one page of it',
    'storage.type',
    {
      storage: {
        type: 'dynamodb',
        region: 'us-east-1',
        table: 'loki_index',
        bucket: 'acme-logs',
        access: { type: 'node-role' },
      },
    },
  ],
];

function refusalOf(loki: object): RefusedError {
  const app = new ManifestApp({ outdir: 'never-written', report: () => {} });
  new LoggingStack(app, 'loki', { namespace: 'loki', loki });
  try {
    app.manifestFiles();
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test('there are twenty', () => {
  expect(MISTAKES).toHaveLength(20);
});

test.each(MISTAKES)('%s: one problem, of %s', (_, path, loki) => {
  const { problems } = refusalOf(loki);
  expect(problems).toHaveLength(1);
  const where = path.startsWith('Secret/') ? path : `loki.${path}`;
  expect(problems[0]?.startsWith(`[loki] ${where}: `)).toBe(true);
  expect(problems[0]).toMatch(/\n {6}→ \S/);
});

test('no answer repeats the key', () => {
  for (const [, , loki] of MISTAKES) expect(refusalOf(loki).message).not.toContain('correcthorse');
});

test('as people read them', () => {
  const text = MISTAKES.map(([title, , loki], index) => {
    const written = JSON.stringify(loki, null, 2)
      .replace(/"(\w+)":/g, '$1:')
      .replaceAll('"', "'");
    return `## ${index + 1}. ${title}\n\n    loki: ${written.replaceAll('\n', '\n    ')}\n\n${refusalOf(loki).message.replace(/^/gm, '    ')}\n`;
  }).join('\n');
  expectTextSnapshot('twenty-refusals.md', text);
});
