import { Chart } from 'cdk8s';
import { appWith, objectOf, problemsOf } from '../../../test/apps';
import { iamOf, S3, statementsOf } from '../../../test/loki-iam';
import { LoggingStack } from '../../logging-stack';
import { Loki, type LokiProps } from '../loki';
import type { SchemaPeriod } from '../schema';
import type { IamPolicy, IamStatement } from './documents';
import type { LokiIam } from './loki-iam';

const GCS = { type: 'gcs', bucket: 'acme-logs-2', access: { type: 'workload-identity' } } as const;
const PERIODS: readonly SchemaPeriod[] = [
  { from: '2024-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
  { from: '2030-01-01', store: 'tsdb', objectStore: 'gcs', schema: 'v13' },
];

test('a Loki that keeps everything on its volume needs nothing', () => {
  expect(iamOf({})).toBeUndefined();
});

test('storages of two clouds need both, the earlier one for as long as it is named', () => {
  const props: LokiProps = { storage: GCS, earlierStorage: [S3], schema: PERIODS, retention: '30d' };
  const { policy, trustPolicy, gcp } = iamOf(props) ?? {};
  expect(policy?.Statement.map(({ Sid, Action }) => [Sid, ...Action])).toEqual([
    ['Chunks', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    ['Index', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    // Rules and requests to delete are where logs are written.
    ['Listing', 's3:ListBucket'],
  ]);
  expect(trustPolicy?.Statement).toHaveLength(1);
  expect(gcp?.bucket.name).toBe('acme-logs-2');
});

test('the ServiceAccount is the one that is written, of a stack too', () => {
  const roleArn = 'arn:aws:iam::111122223333:role/loki';
  const storage = { ...S3, access: { type: 'pod-identity', roleArn, clusterName: 'eks' } } as const;
  let stack: LoggingStack | undefined;
  const app = appWith((each) => {
    stack = new LoggingStack(each, 'stack', { namespace: 'logging', name: 'plg', loki: { storage } });
  });
  const { metadata } = objectOf(app, 'ServiceAccount/plg');
  expect(stack?.loki.iam?.podIdentityAssociation).toMatchObject({
    serviceAccount: metadata.name,
    namespace: metadata.namespace,
  });
});

describe('buckets that the configuration names by itself', () => {
  const notesOf = (config: LokiProps['config']) =>
    iamOf({ storage: { ...S3, access: { type: 'node-role' } }, unchecked: config as LokiProps['unchecked'] })?.notes;

  test.each([
    [
      'storage_config.named_stores',
      { storage_config: { named_stores: { aws: { old: { bucketnames: 'acme-old', region: 'eu-west-1' } } } } },
    ],
    ['storage_config.object_store', { storage_config: { use_thanos_objstore: true } }],
  ] as const)('%s is noted', (block, config) => {
    expect(notesOf(config)).toEqual([
      { document: 'policy', text: `says nothing of what ${block} names: add the rights on it` },
    ]);
  });

  test('none, none', () => {
    expect(notesOf({})).toEqual([]);
  });
});

test('is plain data, the same each time', () => {
  const [first, second] = [iamOf({ storage: S3 }), iamOf({ storage: S3 })];
  expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});

test('a role that is none is refused, and nothing is thrown before', () => {
  const access = { type: 'irsa', roleArn: 'loki' } as const;
  const [problem] = problemsOf((app) => new Loki(new Chart(app, 'logs'), 'loki', { storage: { ...S3, access } }));
  expect(problem).toContain('storage.access.roleArn: "loki" is not the ARN of an IAM role');
  expect(problem).toContain('→ write "arn:aws:iam::<account, twelve digits>:role/<name>"');
});

/** The compiler refuses each of these lines, or `npm run types` fails. */
describe('types', () => {
  const granted = iamOf({ storage: S3 }) as LokiIam;

  test('tell which documents there may be', () => {
    // @ts-expect-error a Loki on a volume, or in another cloud, has no policy
    const statements: readonly IamStatement[] = granted.policy.Statement;
    expect(statements).toEqual(statementsOf({ storage: S3 }));
    // @ts-expect-error the name that it had
    expect(granted.iamPolicy).toBeUndefined();
  });

  test('are read-only, and know how documents are written', () => {
    const policy: IamPolicy = { Version: '2012-10-17', Statement: [] };
    const statement: IamStatement = { Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] };
    // @ts-expect-error another version means something else
    const version: IamPolicy = { ...policy, Version: '2008-10-17' };
    // @ts-expect-error nothing here denies
    const denial: IamStatement = { ...statement, Effect: 'Deny' };
    // @ts-expect-error an action is of a service
    const action: IamStatement = { ...statement, Action: ['GetObject'] };
    // @ts-expect-error an operator that compares no text
    const operator: IamStatement = { ...statement, Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
    // @ts-expect-error what was granted is not changed afterwards
    const change = (iam: LokiIam) => iam.notes.push({ document: 'policy', text: '' });
    expect([version, denial, action, operator, change]).toHaveLength(5);
  });
});
