import { Chart } from 'cdk8s';
import { appWith, problemsOf } from '../../test/apps';
import { type IamPolicy, type IamStatement, iamPolicy } from './iam';
import { Loki, type LokiProps } from './loki';
import type { DynamoDbStorage } from './storage/storage';

const STORAGE: DynamoDbStorage = {
  type: 'dynamodb',
  region: 'us-east-1',
  table: 'loki_index',
  bucket: 'loki-shtian',
  access: { type: 'irsa', roleArn: 'arn:aws:iam::111122223333:role/loki' },
};

const policyOf = (props: LokiProps): IamPolicy | undefined => {
  let loki: Loki | undefined;
  appWith((app) => {
    loki = new Loki(new Chart(app, 'logs'), 'loki', { version: '2.1.0', storage: STORAGE, ...props });
  }).manifestFiles();
  return loki?.iamPolicy;
};

const statementOf = (sid: string, props: LokiProps = {}): IamStatement | undefined =>
  policyOf(props)?.Statement.find(({ Sid }) => Sid === sid);

describe('a Loki with its index in DynamoDB may', () => {
  test('read and write the objects of its bucket', () => {
    expect(statementOf('Chunks')).toEqual({
      Sid: 'Chunks',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: ['arn:aws:s3:::loki-shtian/*'],
    });
  });

  test('make, keep, write and query its table', () => {
    expect(statementOf('Index')).toEqual({
      Sid: 'Index',
      Effect: 'Allow',
      Action: [
        'dynamodb:BatchWriteItem',
        'dynamodb:CreateTable',
        'dynamodb:DescribeTable',
        'dynamodb:ListTagsOfResource',
        'dynamodb:Query',
        'dynamodb:UpdateTable',
      ],
      Resource: ['arn:aws:dynamodb:us-east-1:111122223333:table/loki_index'],
    });
  });

  test('look up which tables there are, which AWS allows for all or none', () => {
    expect(statementOf('TableNames')).toEqual({
      Sid: 'TableNames',
      Effect: 'Allow',
      Action: ['dynamodb:ListTables'],
      Resource: ['*'],
    });
  });

  test('do nothing else', () => {
    const policy = policyOf({});
    expect(policy?.Version).toBe('2012-10-17');
    expect(policy?.Statement.map(({ Sid }) => Sid)).toEqual(['Chunks', 'Index', 'TableNames']);
  });
});

describe('rights that only some settings need', () => {
  const periods = (store: 'tsdb' | 'aws', period: string): LokiProps['schema'] => [
    { from: '2020-10-24', store: 'aws', objectStore: 's3', schema: 'v11', index: { prefix: 'loki_index', period } },
    ...(store === 'tsdb' ? [{ from: '2030-01-01', store, objectStore: 's3', schema: 'v12' } as const] : []),
  ];

  test.each([
    ['an index in files of the bucket', { version: '2.9.17', schema: periods('tsdb', '0s') }],
    ['retention, which deletes', { version: '2.9.17', config: { compactor: { retention_enabled: true } } }],
  ])('%s: to list and delete the bucket’s objects', (_, props: LokiProps) => {
    expect(statementOf('Chunks', props)?.Action).toEqual(['s3:DeleteObject', 's3:GetObject', 's3:PutObject']);
    expect(statementOf('Files', props)).toEqual({
      Sid: 'Files',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: ['arn:aws:s3:::loki-shtian'],
    });
  });

  test('tables for a week each: those whose names begin like the table’s', () => {
    expect(statementOf('Index', { schema: periods('aws', '168h') })?.Resource).toEqual([
      'arn:aws:dynamodb:us-east-1:111122223333:table/loki_index*',
    ]);
  });

  test('a table manager that deletes: to delete tables', () => {
    const config = { table_manager: { retention_deletes_enabled: true, retention_period: '672h' } } as const;
    expect(statementOf('Index', { config, schema: periods('aws', '168h') })?.Action).toContain('dynamodb:DeleteTable');
  });
});

describe('the ARNs', () => {
  const tableArn = (storage: Partial<DynamoDbStorage>) =>
    iamPolicy({ ...STORAGE, ...storage }, [], {})?.Statement.find(({ Sid }) => Sid === 'Index')?.Resource;

  test('name the account that is asked for, else the role’s, else any', () => {
    expect(tableArn({ accountId: '444455556666' })).toEqual([
      'arn:aws:dynamodb:us-east-1:444455556666:table/loki_index',
    ]);
    expect(tableArn({ access: { type: 'node-role' } })).toEqual(['arn:aws:dynamodb:us-east-1:*:table/loki_index']);
  });

  test.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('of region %s are of the partition %s', (region, partition) => {
    const arns = iamPolicy({ ...STORAGE, region }, [], {})?.Statement.flatMap(({ Resource }) => Resource);
    expect(arns).toEqual([
      `arn:${partition}:s3:::loki-shtian/*`,
      `arn:${partition}:dynamodb:${region}:111122223333:table/loki_index`,
      '*',
    ]);
  });
});

test('a Loki that keeps everything on its volume needs no rights in AWS', () => {
  expect(policyOf({ storage: { type: 'filesystem' } })).toBeUndefined();
});

test('a role that is none is refused, and nothing is thrown before', () => {
  const storage: DynamoDbStorage = { ...STORAGE, access: { type: 'irsa', roleArn: 'loki' } };
  const [problem] = problemsOf((app) => new Loki(new Chart(app, 'logs'), 'loki', { version: '2.1.0', storage }));
  expect(problem).toContain('storage.access.roleArn: "loki" is not the ARN of an IAM role');
  expect(problem).toContain('→ write "arn:aws:iam::<account, twelve digits>:role/<name>"');
});
