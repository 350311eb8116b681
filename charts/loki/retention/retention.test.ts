import { Chart } from 'cdk8s';
import { appWith, objectOf, problemsOf } from '../../../test/apps';
import { warningsOf } from '../../kubernetes/refusal';
import { Loki, type LokiProps } from '../loki';
import type { LokiStorage } from '../storage/storage';
import type { StreamRetention } from './stream-retention';

const build = (props: LokiProps) => (app: ConstructorParameters<typeof Chart>[0]) =>
  new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', props);
const configOf = (props: LokiProps) => {
  let loki: Loki | undefined;
  const app = appWith((root) => {
    loki = build(props)(root);
  });
  expect(objectOf(app, 'Secret/loki').stringData['loki.yaml']).toContain('schema_config:');
  return loki?.config;
};
const problems = (props: LokiProps) =>
  problemsOf(build(props)).map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));
const warnings = (props: LokiProps) => appWith(build(props)).node.findAll().flatMap(warningsOf);

const s3: LokiStorage = {
  type: 's3',
  bucket: 'acme-logs',
  region: 'eu-west-1',
  access: { type: 'node-role' },
};
const dynamodb: LokiStorage = {
  type: 'dynamodb',
  region: 'us-east-1',
  table: 'index',
  bucket: 'acme-logs',
  access: { type: 'node-role' },
};
const DEV: StreamRetention = { selector: '{namespace="dev"}', period: '7d' };

describe('streams with a retention of their own', () => {
  test('beside the one for all', () => {
    expect(configOf({ retention: '30d', retentionByStream: [{ ...DEV, priority: 1 }] })).toMatchObject({
      compactor: { retention_enabled: true, delete_request_store: 'filesystem' },
      limits_config: {
        retention_period: '30d',
        retention_stream: [{ selector: '{namespace="dev"}', period: '7d', priority: 1 }],
      },
    });
  });

  test.each([undefined, '0s', '0'] as const)(
    'while the rest is kept for ever (%p): the compactor deletes those alone',
    (retention) => {
      expect(configOf({ storage: s3, retention, retentionByStream: [DEV] })).toMatchObject({
        compactor: { retention_enabled: true, delete_request_store: 's3' },
        limits_config: { retention_period: '0s', retention_stream: [DEV] },
      });
    },
  );

  test('none at all wires nothing', () => {
    const { compactor, limits_config } = configOf({ storage: s3, retentionByStream: [] }) ?? {};
    expect(compactor).not.toHaveProperty('retention_enabled');
    expect(limits_config).toBeUndefined();
  });

  test.each(['2.4.2', '2.8.1', '2.9.17', '3.0.0', '3.5.12', '3.7.6'])('in Loki %s', (version) => {
    expect(problems({ version, retention: '30d', retentionByStream: [DEV] })).toEqual([]);
  });
});

describe('what is refused', () => {
  const SELECTOR = 'write it as \'{namespace="dev"}\'';
  test.each<[object, string]>([
    [{ period: '12h' }, '[0].period: "12h" is less than 24h → write "24h" or more'],
    [{ period: '0s' }, '[0].period: "0s" is less than 24h → write "24h" or more'],
    [{ period: '36h' }, '[0].period: "36h" is not a multiple of 24h → write "24h" or "48h"'],
    [{ period: '7 days' }, '[0].period: "7 days" is not a duration → write "7d"'],
    [{ priority: 1.5 }, '[0].priority: 1.5 is not a whole number → write 1 or more for what goes before the others'],
    [{ selector: 'dev' }, `[0].selector: "dev" is not a selector of streams → ${SELECTOR}`],
    [{ selector: '{app=foo"}' }, `[0].selector: "{app=foo\\"}" is not a selector of streams`],
    [
      { selector: '{app=~".*"}' },
      '[0].selector: "{app=~\\".*\\"}" selects every stream → name a label with a value that is not empty, or set the period for all',
    ],
    [{ selector: '{}' }, '[0].selector: "{}" selects every stream → name a label'],
  ])('%j', (change, problem) => {
    const found = problems({ retention: '30d', retentionByStream: [{ ...DEV, ...change }] });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`retentionByStream${problem}`);
  });

  test('a pattern that is none', () => {
    const [problem, ...others] = problems({ retentionByStream: [{ ...DEV, selector: '{app=~"("}' }] });
    expect(problem).toContain('retentionByStream[0].selector: "(" is not a regular expression');
    expect(others).toEqual([]);
  });

  test('the same streams twice', () => {
    const twin = { selector: '{ namespace = `dev` }', period: '3d', priority: 2 } as const;
    expect(problems({ retentionByStream: [DEV, twin] })).toEqual([
      'retentionByStream[1].selector: selects the same streams as retentionByStream[0] → keep one of the two',
    ]);
  });

  test('an index in DynamoDB', () => {
    expect(problems({ version: '3.5.12', storage: dynamodb, retentionByStream: [DEV] })).toEqual([
      'retentionByStream: deletes nothing that has its index in DynamoDB: the compactor knows TSDB and boltdb-shipper only → leave it out, and let the bucket expire its objects',
    ]);
  });

  test('a Loki without a compactor that deletes', () => {
    expect(problems({ version: '2.2.1', retentionByStream: [DEV] })).toEqual([
      'retentionByStream: Loki 2.2.1 deletes nothing by itself: its compactor learnt it in 2.3 → leave it out, or take a newer release',
    ]);
  });

  test('the one Loki that would delete every stream', () => {
    expect(problems({ version: '2.3.0', retention: '30d', retentionByStream: [DEV] })).toEqual([
      'retentionByStream: Loki 2.3.0 takes no notice of selectors, and would delete every stream after that time → leave it out, or take Loki 2.4 or newer',
    ]);
  });

  test.each(['2.4.2', '2.7.5', '2.8.0'])('the rest for ever, in Loki %s, to which no time is no time', (version) => {
    const schema = [{ from: '2022-01-01', store: 'boltdb-shipper', objectStore: 's3', schema: 'v11' }] as const;
    const loki: LokiProps = { version, storage: s3, schema, retentionByStream: [DEV] };
    expect(problems(loki)).toEqual([
      `retention: keeps the rest for ever, for which Loki ${version} has no word: by "0s" it loses logs → write a long time, "100y", or take Loki 2.8.1 or newer`,
    ]);
    expect(problems({ ...loki, retention: '100y' })).toEqual([]);
    expect(problems({ ...loki, retentionByStream: [] })).toEqual([]);
  });
});

describe('what is warned of', () => {
  const PRIORITY =
    'retentionByStream[1] may fit the same streams as retentionByStream[0], with the same priority: the shorter time counts; give the one that should count a higher priority';
  test.each<[StreamRetention, readonly string[]]>([
    [{ selector: '{app="nginx"}', period: '30d' }, [PRIORITY]],
    [{ selector: '{app="nginx"}', period: '30d', priority: 0 }, [PRIORITY]],
    [{ selector: '{app="nginx"}', period: '30d', priority: 1 }, []],
    [{ selector: '{app="nginx"}', period: '168h' }, []],
    [{ selector: '{namespace="prod"}', period: '30d' }, []],
  ])('%j after the streams of dev', (entry, expected) => {
    expect(warnings({ retentionByStream: [DEV, entry] })).toEqual(expected);
  });
});
