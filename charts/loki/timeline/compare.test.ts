import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import {
  type DynamoDbStorage,
  LoggingStack,
  Loki,
  type LokiProps,
  ManifestApp,
  RefusedError,
  type S3Storage,
  type SchemaPeriod,
} from '../..';

let outdir: string;

beforeEach(() => {
  outdir = fs.mkdtempSync(join(tmpdir(), 'timeline-'));
});

afterEach(() => fs.rmSync(outdir, { recursive: true, force: true }));

interface Synthesized {
  readonly warnings: readonly string[];
  readonly problems: readonly string[];
}

function synth(props: LokiProps, change: (loki: Loki) => void = () => {}): Synthesized {
  const said: string[] = [];
  const app = new ManifestApp({ outdir, report: (line) => said.push(line) });
  change(new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', props));
  const warnings = () => said.flatMap((line) => /^warning: \[[^\]]*\] (.*)/s.exec(line)?.[1] ?? []);
  try {
    app.synth();
    return { warnings: warnings(), problems: [] };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const problems = error.problems.map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));
    return { warnings: warnings(), problems };
  }
}

const written = (): string => fs.readFileSync(join(outdir, 'logs.k8s.yaml'), 'utf8');

/** What a second synth is refused for; nothing of the first one has changed then. */
function problemsAfter(before: LokiProps, after: LokiProps): readonly string[] {
  expect(synth(before).problems).toEqual([]);
  const first = written();
  const { problems } = synth(after);
  if (problems.length > 0) expect(written()).toBe(first);
  return problems;
}

const tsdb: SchemaPeriod = { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' };
const later: SchemaPeriod = { ...tsdb, from: '2027-01-01' };
const s3: S3Storage = { type: 's3', region: 'eu-west-1', bucket: 'acme-logs', access: { type: 'node-role' } };
const inS3: SchemaPeriod = { ...tsdb, objectStore: 's3' };
const dynamodb: DynamoDbStorage = {
  type: 'dynamodb',
  region: 'eu-west-1',
  table: 'loki_index',
  bucket: 'acme-logs',
  access: { type: 'node-role' },
};
const boltdb: SchemaPeriod = { from: '2020-10-24', store: 'boltdb-shipper', objectStore: 'filesystem', schema: 'v11' };

const TSDB = "{ from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' }";
const LOST = 'logs from 2024-04-01 on are then no longer found';
const AND_FURTHER =
  'and let a further one begin on a day that is still to come. To change one that has not begun, or to give its logs up:';
const DISCARD = "schemaChange: { discards: ['2024-04-01'] }";
const BACK = `write the period back, ${TSDB}, ${AND_FURTHER} ${DISCARD}`;

describe('what passes', () => {
  test.each<[string, LokiProps, LokiProps]>([
    ['nothing changed', {}, {}],
    ['the default, written out', {}, { schema: [tsdb] }],
    ['another period behind', { schema: [tsdb] }, { schema: [tsdb, later] }],
    [
      'a disk, then a bucket',
      {},
      { storage: s3, earlierStorage: [{ type: 'filesystem' }], schema: [tsdb, { ...later, objectStore: 's3' }] },
    ],
    ['other settings', {}, { retention: '30d', config: { limits_config: { max_line_size: '1MB' } } }],
    [
      'a newer release with its folder',
      { version: '2.9.17', schema: [boltdb] },
      { version: '3.7.6', dataFolder: 'loki', schema: [boltdb, later] },
    ],
    [
      'the same period in another spelling',
      { schema: [tsdb] },
      {
        config: {
          schema_config: {
            configs: [
              {
                from: '2024-04-01',
                store: 'tsdb',
                object_store: 'filesystem',
                schema: 'v13',
                index: { prefix: 'index_', period: '1d' },
              },
            ],
          },
        },
      },
    ],
    [
      'a period of a volume that ends with its pod',
      { persistence: { type: 'ephemeral' } },
      { persistence: { type: 'ephemeral' }, storage: s3 },
    ],
    ['another name, which is another Loki', {}, { name: 'other', storage: s3 }],
  ])('%s', (_, before, after) => {
    expect(problemsAfter(before, after)).toEqual([]);
  });
});

describe('a period that was written before is refused', () => {
  test.each<[string, LokiProps, LokiProps, string]>([
    [
      'with another store',
      { schema: [tsdb] },
      { schema: [{ ...tsdb, store: 'boltdb-shipper' }] },
      `schema[0].store: was "tsdb", is "boltdb-shipper": ${LOST} → ${BACK}`,
    ],
    [
      'with another schema',
      { schema: [tsdb] },
      { schema: [{ ...tsdb, schema: 'v12' }], config: { limits_config: { allow_structured_metadata: false } } },
      `schema[0].schema: was "v13", is "v12": ${LOST} → ${BACK}`,
    ],
    [
      'with another object store',
      { schema: [tsdb] },
      { storage: s3, schema: [inS3] },
      `schema[0].objectStore: was "filesystem", is "s3": ${LOST} → ${BACK}`,
    ],
    [
      'with another prefix',
      { schema: [tsdb] },
      { schema: [{ ...tsdb, index: { prefix: 'logs_' } }] },
      `schema[0].index.prefix: was "index_", is "logs_": ${LOST} → ${BACK}`,
    ],
    [
      'from another day',
      { schema: [tsdb] },
      { schema: [{ ...tsdb, from: '2024-05-01' }] },
      `schema[0].from: was "2024-04-01", is "2024-05-01": ${LOST} → ${BACK}`,
    ],
    [
      'with several changes, said at once',
      { schema: [tsdb] },
      { schema: [{ ...tsdb, store: 'boltdb-shipper', schema: 'v12' }] },
      `schema[0]: store was "tsdb", is "boltdb-shipper"; schema was "v13", is "v12": ${LOST} → ${BACK}`,
    ],
    [
      'when it is gone',
      { schema: [tsdb, later] },
      { schema: [later] },
      `schema: has no period from "2024-04-01" any more: logs of 2024-04-01 to 2026-12-31 are then no longer found → ${BACK}`,
    ],
    [
      'when the last one is gone',
      { schema: [tsdb, later] },
      { schema: [tsdb] },
      `schema: has no period from "2027-01-01" any more: logs from 2027-01-01 on are then no longer found → write the period back, ${TSDB.replace('2024-04-01', '2027-01-01')}, ${AND_FURTHER} schemaChange: { discards: ['2027-01-01'] }`,
    ],
  ])('%s', (_, before, after, problem) => {
    expect(problemsAfter(before, after)).toEqual([problem]);
  });

  test('each of several, with the path of each', () => {
    const problems = problemsAfter(
      { schema: [boltdb, tsdb] },
      {
        schema: [
          { ...boltdb, schema: 'v12' },
          { ...tsdb, index: { prefix: 'logs_' } },
        ],
      },
    );
    expect(problems).toEqual([
      expect.stringContaining('schema[0].schema: was "v11", is "v12": logs of 2020-10-24 to 2024-03-31 are'),
      expect.stringContaining('schema[1].index.prefix: was "index_", is "logs_": logs from 2024-04-01 on are'),
    ]);
  });

  test('with settings that only Loki’s own configuration has, in its words', () => {
    const configs = (row_shards: number): LokiProps => ({
      config: {
        schema_config: {
          configs: [
            {
              from: '2024-04-01',
              store: 'tsdb',
              object_store: 'filesystem',
              schema: 'v13',
              row_shards,
              index: { prefix: 'index_', period: '24h' },
            },
          ],
        },
      },
    });
    expect(problemsAfter(configs(32), configs(64))).toEqual([
      `config.schema_config.configs[0].row_shards: was "32", is "64": ${LOST} → write the period back, { from: '2024-04-01', store: 'tsdb', object_store: 'filesystem', schema: 'v13', row_shards: 32, index: { prefix: 'index_', period: '24h' } }, ${AND_FURTHER} ${DISCARD}`,
    ]);
  });

  test('when a patch of the configuration changes it', () => {
    synth({});
    const { problems } = synth({}, (loki) => {
      const text = String(written().match(/loki\.yaml: \|\n((?: {4}.*\n)*)/)?.[1]).replace(/^ {4}/gm, '');
      loki.patch('Secret/loki', { op: 'replace', path: '/stringData/loki.yaml', value: text.replace('v13', 'v12') });
    });
    expect(problems).toEqual([
      expect.stringContaining(
        'schema: is not written, and its default is no longer what it was: schema was "v13", is "v12"',
      ),
    ]);
  });

  test('in the words of a stack', () => {
    const stack = (loki: LokiProps): readonly string[] => {
      const app = new ManifestApp({ outdir, report: () => {} });
      new LoggingStack(app, 'logs', { namespace: 'logs', grafana: false, loki });
      try {
        app.synth();
        return [];
      } catch (error) {
        return (error as RefusedError).problems;
      }
    };
    stack({ schema: [tsdb] });
    expect(stack({ schema: [{ ...tsdb, index: { prefix: 'logs_' } }] })).toEqual([
      expect.stringMatching(
        /^\[logs\] loki\.schema\[0\]\.index\.prefix: was "index_", is "logs_": logs from 2024-04-01 on are/,
      ),
    ]);
  });
});

describe('a default that is another now is refused, with the whole schema to write', () => {
  test('when the release has changed, together with the folder', () => {
    expect(problemsAfter({ version: '2.9.17' }, { version: '3.7.6' })).toEqual([
      'schema: is not written, and its default is no longer what it was: from was "2020-10-24", is "2024-04-01"; store was "boltdb-shipper", is "tsdb"; schema was "v11", is "v13". ' +
        'Logs from 2020-10-24 on are then no longer found ' +
        "→ write schema: [{ from: '2020-10-24', store: 'boltdb-shipper', objectStore: 'filesystem', schema: 'v11' }, { from: 'YYYY-MM-DD', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' }] " +
        "with a day still to come in place of YYYY-MM-DD. If these logs are worth nothing: schemaChange: { discards: ['2020-10-24'] }",
      'dataFolder: was "loki", is nothing: logs from 2020-10-24 on stay where they were, and are no longer found ' +
        "→ write dataFolder: 'loki'. Once everything is copied there, or if these logs are worth nothing: schemaChange: { discards: ['2020-10-24'] }",
    ]);
  });

  test('when the storage has changed, together with the earlier storage', () => {
    expect(problemsAfter({}, { storage: s3 })).toEqual([
      `schema: is not written, and its default is no longer what it was: objectStore was "filesystem", is "s3". Logs from 2024-04-01 on are then no longer found → write schema: [${TSDB}, { from: 'YYYY-MM-DD', store: 'tsdb', objectStore: 's3', schema: 'v13' }] with a day still to come in place of YYYY-MM-DD, and earlierStorage: [{ type: 'filesystem' }]. If these logs are worth nothing: ${DISCARD}`,
    ]);
  });

  test('when DynamoDB was the storage', () => {
    const [problem, ...others] = problemsAfter(
      { version: '3.5.12', storage: dynamodb },
      { version: '3.5.12', storage: s3 },
    );
    expect(problem).toContain(
      "write schema: [{ from: '2020-10-24', store: 'aws', objectStore: 's3', schema: 'v11', index: { prefix: 'loki_index', period: '0s' } }, { from: 'YYYY-MM-DD', store: 'tsdb', objectStore: 's3', schema: 'v13' }]",
    );
    expect(problem).toContain("and earlierStorage: [{ type: 'dynamodb', … }]. If these");
    expect(others).toEqual([]);
  });

  test('when the periods were taken out of the code', () => {
    const [problem] = problemsAfter({ schema: [tsdb, later] }, {});
    expect(problem).toContain(`has no period from "2027-01-01" any more`);
    expect(problem).toContain(`write schema: [${TSDB}, ${TSDB.replace('2024-04-01', '2027-01-01')}]. If these`);
  });

  test('and what it says to write is what passes, once a day is put in', () => {
    problemsAfter({ version: '2.9.17' }, { version: '3.7.6' });
    const schema: readonly SchemaPeriod[] = [boltdb, later];
    expect(synth({ version: '3.7.6', schema, dataFolder: 'loki' }).problems).toEqual([]);
  });

  test('a placeholder is no day', () => {
    expect(synth({ schema: [tsdb, { ...later, from: 'YYYY-MM-DD' }] }).problems).toEqual([
      'schema[1].from: "YYYY-MM-DD" is not a day → write it as "2024-04-01"',
    ]);
  });
});

describe('a new period is refused', () => {
  test('that does not begin after all that were written before', () => {
    expect(
      problemsAfter({ schema: [tsdb, later] }, { schema: [tsdb, { ...tsdb, from: '2026-01-01' }, later] }),
    ).toEqual([
      'schema[1].from: is "2026-01-01", not after "2027-01-01", the newest that the earlier output has: logs of its days are stored otherwise already → write a day after 2027-01-01 that is still to come',
    ]);
  });
});

describe('another place is refused', () => {
  const copied = `Once everything is copied there, or if these logs are worth nothing: ${DISCARD}`;
  const stay = 'logs from 2024-04-01 on stay where they were, and are no longer found';
  const gcs = { type: 'gcs', bucket: 'acme-logs', access: { type: 'node-service-account' } } as const;
  const azure = { type: 'azure', account: 'acme', container: 'logs', access: { type: 'managed-identity' } } as const;

  test.each<[LokiProps, LokiProps, string, string]>([
    [
      { storage: s3 },
      { storage: { ...s3, bucket: 'acme-logs-2' } },
      'storage.bucket: was "acme-logs", is "acme-logs-2"',
      'write "acme-logs" back',
    ],
    [
      { storage: s3 },
      { storage: { ...s3, prefix: 'loki/' } },
      'storage.prefix: was nothing, is "loki"',
      'take it out again',
    ],
    [
      { storage: gcs },
      { storage: { ...gcs, bucket: 'acme-logs-2' } },
      'storage.bucket: was "acme-logs", is "acme-logs-2"',
      'write "acme-logs" back',
    ],
    [
      { storage: azure },
      { storage: { ...azure, container: 'logs2' } },
      'storage.container: was "logs", is "logs2"',
      'write "logs" back',
    ],
    [
      { storage: azure },
      { storage: { ...azure, account: 'acme2' } },
      'storage.account: was "acme", is "acme2"',
      'write "acme" back',
    ],
    [{}, { dataFolder: 'loki' }, 'dataFolder: was nothing, is "loki"', "write dataFolder: ''"],
    [
      {},
      { config: { common: { storage: { filesystem: { chunks_directory: '/var/loki/other' } } } } },
      'config.common.storage.filesystem.chunks_directory: was "chunks", is "other"',
      'write "chunks" back',
    ],
    [
      { storage: s3, config: { storage_config: { aws: { chunk_delimiter: '-' } } } },
      { storage: s3 },
      'config.storage_config.aws.chunk_delimiter: was "-", is nothing',
      'write "-" there',
    ],
    [
      { storage: s3 },
      { storage: s3, config: { storage_config: { aws: { bucketnames: 'acme-logs-2' } } } },
      'config.storage_config.aws.bucketnames: was "acme-logs", is "acme-logs-2"',
      'write "acme-logs" back',
    ],
  ])('%j → %j', (before, after, problem, remedy) => {
    expect(problemsAfter(before, after)).toEqual([`${problem}: ${stay} → ${remedy}. ${copied}`]);
  });

  test('of DynamoDB, with the index in another region', () => {
    expect(
      problemsAfter(
        { version: '3.5.12', storage: dynamodb },
        { version: '3.5.12', storage: { ...dynamodb, region: 'eu-west-2' } },
      ),
    ).toEqual([
      expect.stringMatching(
        /^storage\.region: was "eu-west-1", is "eu-west-2": logs from 2020-10-24 on stay .* → write "eu-west-1" back\./,
      ),
    ]);
  });

  test('of an earlier storage, by its own path', () => {
    const earlier = (bucket: string): LokiProps => ({
      storage: gcs,
      earlierStorage: [{ ...s3, bucket }],
      schema: [inS3, { ...later, objectStore: 'gcs' }],
    });
    expect(problemsAfter(earlier('acme-logs'), earlier('acme-logs-2'))).toEqual([
      expect.stringMatching(
        /^earlierStorage\[0\]\.bucket: was "acme-logs", is "acme-logs-2": logs of 2024-04-01 to 2026-12-31 stay/,
      ),
    ]);
  });

  test('not when a server has another address, which is said', () => {
    const at = (endpoint: string): LokiProps => ({
      storage: { ...s3, endpoint, access: { type: 'keys', secretName: 'keys' } },
    });
    synth(at('https://minio.example.com'));
    const { problems, warnings } = synth(at('https://s3.example.com'));
    expect(problems).toEqual([]);
    expect(warnings).toContain(
      'common.storage.s3.endpoint was "https://minio.example.com", is "https://s3.example.com": logs from 2024-04-01 on are found only if the same objects are there',
    );
  });
});

describe('schemaChange', () => {
  const changed: LokiProps = { schema: [{ ...tsdb, index: { prefix: 'logs_' } }] };

  test('lets a period change that it names, says what is given up, and leaves a trace in the output', () => {
    synth({ schema: [tsdb] });
    const { problems, warnings } = synth({ ...changed, schemaChange: { discards: ['2024-04-01'] } });
    expect(problems).toEqual([]);
    expect(warnings).toContain('schemaChange gives up logs from 2024-04-01 on: index.prefix was "index_", is "logs_"');
    expect(written()).toContain('cdk8s-plg/discarded-periods: 2024-04-01\n'.replace('2024-04-01', '"2024-04-01"'));
  });

  test('lets a period go, and another begin where it was', () => {
    const schemaChange = { discards: ['2027-01-01'] };
    expect(problemsAfter({ schema: [tsdb, later] }, { schema: [tsdb], schemaChange })).toEqual([]);
    fs.rmSync(join(outdir, 'logs.k8s.yaml'));
    const sooner = { ...later, from: '2026-06-01' };
    expect(problemsAfter({ schema: [tsdb, later] }, { schema: [tsdb, sooner], schemaChange })).toEqual([]);
  });

  test('lets a bucket be another', () => {
    const storage = { ...s3, bucket: 'acme-logs-2' };
    expect(problemsAfter({ storage: s3 }, { storage, schemaChange: { discards: ['2024-04-01'] } })).toEqual([]);
  });

  test('lets nothing else change', () => {
    expect(
      problemsAfter(
        { schema: [boltdb, tsdb] },
        {
          schema: [
            { ...boltdb, schema: 'v12' },
            { ...tsdb, index: { prefix: 'logs_' } },
          ],
          schemaChange: { discards: ['2020-10-24'] },
        },
      ),
    ).toEqual([expect.stringMatching(/^schema\[1\]\.index\.prefix: was "index_", is "logs_"/)]);
  });

  test('may stay as long as nothing else changes, and goes with the next change', () => {
    const props: LokiProps = { ...changed, schemaChange: { discards: ['2024-04-01'] } };
    synth({ schema: [tsdb] });
    expect(synth(props).problems).toEqual([]);
    expect(synth(props).problems).toEqual([]);
    expect(synth({ ...props, retention: '30d' }).problems).toEqual([
      'schemaChange.discards[0]: nothing changes about a period from "2024-04-01" → take it out, so that it lets nothing through later',
    ]);
    expect(synth({ ...changed, retention: '30d' }).problems).toEqual([]);
    expect(written()).not.toContain('discarded-periods');
  });

  test('is refused where it names no period that there was', () => {
    expect(problemsAfter({}, { schemaChange: { discards: ['2023-01-01'] } })).toEqual([
      'schemaChange.discards[0]: nothing changes about a period from "2023-01-01" → take it out, so that it lets nothing through later',
    ]);
  });

  test.each<[unknown, string]>([
    [
      { discards: [] },
      'schemaChange.discards: names no period → leave schemaChange out, or write the first day of a period',
    ],
    [{ discards: ['2024-4-1'] }, 'schemaChange.discards[0]: "2024-4-1" is not a day → write it as "2024-04-01"'],
    [
      { discards: ['2024-04-01', '2024-04-01'] },
      'schemaChange.discards[1]: is "2024-04-01" again → write each day once',
    ],
    [{}, 'schemaChange.discards: is missing → write it'],
    [{ discards: '2024-04-01' }, 'schemaChange.discards: "2024-04-01" is not a list → write [ … ]'],
    [
      { discard: ['2024-04-01'], discards: ['2024-04-01'] },
      'schemaChange.discard: there is no "discard" here → did you mean "discards"?',
    ],
  ])('%j is refused', (schemaChange, problem) => {
    expect(synth({ schemaChange } as LokiProps).problems).toEqual([problem]);
  });
});

describe('an earlier configuration', () => {
  const changeFile = (change: (text: string) => string) =>
    fs.writeFileSync(join(outdir, 'logs.k8s.yaml'), change(written()));

  test('is read in base64 too', () => {
    synth({});
    const [, block = ''] = /loki\.yaml: \|\n((?: {4}.*\n)*)/.exec(written()) ?? [];
    const encoded = Buffer.from(block.replace(/^ {4}/gm, '')).toString('base64');
    changeFile((text) =>
      text.replace(/stringData:\n {2}loki\.yaml: \|\n(?: {4}.*\n)*/, `data:\n  loki.yaml: ${encoded}\n`),
    );
    expect(synth({ schema: [{ ...tsdb, index: { prefix: 'logs_' } }] }).problems).toEqual([
      expect.stringMatching(/^schema\[0\]\.index\.prefix: was "index_", is "logs_"/),
    ]);
  });

  test('that is not YAML is refused, with what to do', () => {
    synth({});
    changeFile((text) => text.replace('auth_enabled: false', 'auth_enabled: [false'));
    const [problem, ...others] = synth({ retention: '30d' }).problems;
    expect(problem).toMatch(
      /^schema: cannot be compared with what it was: loki\.yaml in the earlier Secret\/loki is not YAML \(.*\) → bring the file back as it was committed, or remove it if nothing of it runs anywhere$/,
    );
    expect(others).toEqual([]);
  });

  test.each([
    ['without a schema', (text: string) => text.replace('schema_config:', 'schema_confusion:')],
    ['without periods', (text: string) => text.replace('configs:', 'confusion:')],
    ['without a file', (text: string) => text.replace('loki.yaml:', 'other.yaml:')],
  ])('%s has nothing to lose', (_, change) => {
    synth({});
    changeFile(change);
    expect(synth({ storage: s3 }).problems).toEqual([]);
  });

  test('is not compared with one that is refused already', () => {
    synth({ schema: [tsdb] });
    expect(synth({ schema: [{ ...tsdb, from: 'yesterday' }] }).problems).toEqual([
      'schema[0].from: "yesterday" is not a day → write it as "2024-04-01"',
    ]);
    expect(synth({ retention: '36h', schema: [{ ...tsdb, index: { prefix: 'logs_' } }] }).problems).toHaveLength(2);
  });
});
