import { callsOf, DYNAMODB, iamOf, S3, statementOf, statementsOf } from '../../../test/loki-iam';
import type { LokiProps } from '../loki';
import type { SchemaPeriod } from '../schema';
import type { DynamoDbStorage } from '../storage/storage';

const VERSION = '2.1.0';
const tables = (props: LokiProps = {}, storage: Partial<DynamoDbStorage> = {}) =>
  statementOf({ version: VERSION, storage: { ...DYNAMODB, ...storage }, ...props }, 'Tables');

/** A period of DynamoDB, with a table a week or with one for ever, and one of TSDB after it. */
const periods = (period: string, ...later: readonly SchemaPeriod[]): readonly SchemaPeriod[] => [
  { from: '2020-10-24', store: 'aws', objectStore: 's3', schema: 'v11', index: { prefix: 'loki_index', period } },
  ...later,
];
const TSDB: SchemaPeriod = { from: '2030-01-01', store: 'tsdb', objectStore: 's3', schema: 'v13' };

test('chunks in the bucket, the table, and which tables there are', () => {
  expect(statementsOf({ version: VERSION, storage: DYNAMODB })).toEqual([
    {
      Sid: 'Chunks',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: ['arn:aws:s3:::acme-logs/fake/*'],
    },
    {
      Sid: 'Tables',
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
    },
    { Sid: 'TableNames', Effect: 'Allow', Action: ['dynamodb:ListTables'], Resource: ['*'] },
  ]);
});

test.each(['2.4.2', '2.9.17', '3.0.1', '3.5.12'])('the same of Loki %s', (version) => {
  const inReleases = (of: string) => statementsOf({ version: of, storage: DYNAMODB });
  expect(inReleases(version)).toEqual(inReleases(VERSION));
});

describe('however much the table takes, nothing else is called', () => {
  const fixed = tables();
  const bounds = { min: 5, max: 50 };
  const autoscaling = { metricsUrl: 'http://prometheus:9090', read: bounds, write: bounds };

  test.each<[string, DynamoDbStorage['capacity']]>([
    ['fixed', { type: 'provisioned', read: 10, write: 20 }],
    ['paid for by use', { type: 'on-demand' }],
    // Releases from 2.1 on scale by metrics alone, and ask AWS for it with the call that they change throughput with.
    ['scaled', { type: 'provisioned', autoscaling }],
  ])('%s', (_, capacity) => {
    expect(tables({}, { capacity })).toEqual(fixed);
    expect(callsOf({ version: VERSION, storage: { ...DYNAMODB, capacity } })).toEqual(
      callsOf({ version: VERSION, storage: DYNAMODB }),
    );
  });
});

test('tables for a week each are those whose names begin like the table’s', () => {
  expect(tables({ schema: periods('168h') })?.Resource).toEqual([
    'arn:aws:dynamodb:us-east-1:111122223333:table/loki_index*',
  ]);
});

test('a table manager that deletes needs to delete tables', () => {
  const config = { table_manager: { retention_deletes_enabled: true, retention_period: '672h' } } as const;
  expect(tables({ config, schema: periods('168h') })?.Action).toContain('dynamodb:DeleteTable');
  expect(tables({ schema: periods('168h') })?.Action).not.toContain('dynamodb:DeleteTable');
});

test('tags that tables are made with need to be put on them', () => {
  const index = { prefix: 'loki_index', period: '0s', tags: { team: 'logs' } } as const;
  const configs = [{ from: '2020-10-24', store: 'aws', object_store: 's3', schema: 'v11', index }] as const;
  expect(tables({ config: { schema_config: { configs } } })?.Action).toContain('dynamodb:TagResource');
});

describe('once a newer period is of another index', () => {
  const props: LokiProps = {
    version: '3.5.12',
    storage: S3,
    earlierStorage: [{ ...DYNAMODB, region: S3.region }],
    schema: periods('0s', TSDB),
    retention: '30d',
  };

  test('nobody keeps the table any more: it is read, and written what comes late', () => {
    expect(statementOf(props, 'Tables')).toEqual({
      Sid: 'Tables',
      Effect: 'Allow',
      Action: ['dynamodb:BatchWriteItem', 'dynamodb:Query'],
      Resource: ['arn:aws:dynamodb:eu-west-1:111122223333:table/loki_index'],
    });
    expect(statementOf(props, 'TableNames')).toBeUndefined();
  });

  test('the bucket is granted once, for both', () => {
    expect(callsOf(props)).toEqual({
      Chunks: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Index: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Rules: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Listing: ['s3:ListBucket'],
      Tables: ['dynamodb:BatchWriteItem', 'dynamodb:Query'],
    });
    expect(iamOf(props)?.policy?.Statement).toHaveLength(5);
  });
});

test('an index in files before it is in the bucket too, and compacted there', () => {
  const schema: readonly SchemaPeriod[] = [
    { from: '2020-01-01', store: 'boltdb-shipper', objectStore: 's3', schema: 'v11' },
    ...periods('0s'),
  ];
  expect(callsOf({ version: '2.9.17', storage: DYNAMODB, schema })).toMatchObject({
    Chunks: ['s3:GetObject', 's3:PutObject'],
    Index: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    Listing: ['s3:ListBucket'],
  });
});

describe('the ARNs', () => {
  const arn = (storage: Partial<DynamoDbStorage>) => tables({}, storage)?.Resource;

  test('name the account that is asked for, else the role’s, else any', () => {
    expect(arn({ accountId: '444455556666' })).toEqual(['arn:aws:dynamodb:us-east-1:444455556666:table/loki_index']);
    expect(arn({})).toEqual(['arn:aws:dynamodb:us-east-1:111122223333:table/loki_index']);
    expect(arn({ access: { type: 'node-role' } })).toEqual(['arn:aws:dynamodb:us-east-1:*:table/loki_index']);
    expect(arn({ access: { type: 'keys', secretName: 'aws' } })).toEqual([
      'arn:aws:dynamodb:us-east-1:*:table/loki_index',
    ]);
  });

  test.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('of region %s are of the partition %s', (region, partition) => {
    const arns = statementsOf({ version: VERSION, storage: { ...DYNAMODB, region } }).flatMap(
      ({ Resource }) => Resource,
    );
    expect(arns).toEqual([
      `arn:${partition}:s3:::acme-logs/fake/*`,
      `arn:${partition}:dynamodb:${region}:111122223333:table/loki_index`,
      '*',
    ]);
  });
});

test('beside a bucket that only speaks S3, the tables alone', () => {
  const access = { type: 'keys', secretName: 'keys' } as const;
  const props: LokiProps = {
    version: '3.5.12',
    storage: { ...S3, region: 'us-east-1', endpoint: 'https://minio.example.com', access },
    earlierStorage: [{ ...DYNAMODB, access }],
    schema: periods('0s', TSDB),
  };
  expect(callsOf(props)).toEqual({ Tables: ['dynamodb:BatchWriteItem', 'dynamodb:Query'] });
});
