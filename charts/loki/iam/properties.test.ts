import * as fc from 'fast-check';
import { policyProblems, trustProblems } from '../../../test/iam-documents';
import { DYNAMODB, S3 } from '../../../test/loki-iam';
import type { ConfigMapping } from '../../kubernetes/merge';
import { lokiConfig } from '../config';
import { defaultSchema, type SchemaPeriod } from '../schema';
import type { AwsAccess } from '../storage/access';
import type { DynamoDbCapacity, DynamoDbStorage, S3Encryption, S3Storage } from '../storage/storage';
import { lokiIam } from './loki-iam';

/** What AWS allows for everything or for nothing. */
const FOR_ALL = ['dynamodb:ListTables'];

/** The calls that a Loki makes, whatever it is told; each more would be a right too many. */
const CALLS = [
  ...['BatchWriteItem', 'CreateTable', 'DeleteTable', 'DescribeTable', 'ListTables', 'ListTagsOfResource', 'Query'],
  ...['TagResource', 'UpdateTable'],
].map((call) => `dynamodb:${call}`);
const S3_CALLS = ['s3:DeleteObject', 's3:GetObject', 's3:ListBucket', 's3:PutObject'];
const KMS_CALLS = ['kms:Decrypt', 'kms:GenerateDataKey'];

const REGIONS = ['eu-west-1', 'us-gov-east-1', 'cn-northwest-1', 'us-iso-east-1', 'us-isob-east-1', 'eusc-de-east-1'];
const roleArn = 'arn:aws:iam::111122223333:role/path/loki';

const access = fc.constantFrom<AwsAccess>(
  { type: 'irsa', roleArn },
  { type: 'irsa', roleArn, oidcProvider: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE' },
  { type: 'pod-identity', roleArn, clusterName: 'production' },
  { type: 'node-role' },
  { type: 'keys', secretName: 'aws' },
);
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab';
const encryption = fc.constantFrom<S3Encryption | undefined>(
  undefined,
  { type: 'sse-s3' },
  { type: 'sse-kms', keyArn },
  { type: 'sse-kms', keyArn, context: { team: 'logs', 'cost:center': 'a b' } },
);
const capacity = fc.constantFrom<DynamoDbCapacity | undefined>(
  undefined,
  { type: 'on-demand' },
  { type: 'provisioned', read: 1, write: 1 },
  {
    type: 'provisioned',
    autoscaling: {
      metricsUrl: 'http://prometheus:9090',
      target: 70,
      read: { min: 1, max: 2 },
      write: { min: 1, max: 2 },
    },
  },
);

const s3 = fc
  .record({
    region: fc.constantFrom(...REGIONS),
    prefix: fc.constantFrom(undefined, 'loki/', 'teams/a.b/loki/'),
    endpoint: fc.constantFrom(undefined, 'https://s3.eu-west-1.amazonaws.com', 'https://minio.example.com'),
    encryption,
    access,
  })
  .map((chosen): S3Storage => ({ ...S3, ...chosen }));
const dynamoDb = fc
  .record({
    region: fc.constantFrom(...REGIONS),
    accountId: fc.constantFrom(undefined, '444455556666'),
    capacity,
    access,
  })
  .map((chosen): DynamoDbStorage => ({ ...DYNAMODB, ...chosen }));

const periodsOfBoth = (period: string, s3First: boolean): readonly SchemaPeriod[] => {
  const inDynamoDb = {
    store: 'aws',
    objectStore: 's3',
    schema: 'v11',
    index: { prefix: 'loki_index', period },
  } as const;
  const inFiles = { store: 'boltdb-shipper', objectStore: 's3', schema: 'v12' } as const;
  const [first, second] = s3First ? [inFiles, inDynamoDb] : [inDynamoDb, inFiles];
  return [
    { ...first, from: '2020-01-01' },
    { ...second, from: '2024-01-01' },
  ];
};

const settings = fc
  .record({
    auth_enabled: fc.boolean(),
    analytics: fc.record({ reporting_enabled: fc.boolean() }),
    bloom_build: fc.record({ enabled: fc.boolean() }),
    compactor: fc.record(
      {
        retention_enabled: fc.boolean(),
        delete_request_store: fc.constantFrom('s3', 'filesystem'),
        delete_request_store_key_prefix: fc.constantFrom('index/', 'deletes/'),
        horizontal_scaling_mode: fc.constantFrom('disabled', 'main'),
        deletion_marker_object_store_prefix: fc.constantFrom('', 'markers/'),
      },
      { requiredKeys: [] },
    ),
    ruler: fc.record({ enable_api: fc.boolean() }),
    table_manager: fc.record({ retention_deletes_enabled: fc.boolean() }),
  })
  .map((chosen) => chosen as ConfigMapping);

const stores = fc.oneof(
  s3.map((storage) => ({ storage, earlierStorage: [] as const, schema: undefined })),
  dynamoDb.map((storage) => ({ storage, earlierStorage: [] as const, schema: undefined })),
  fc.tuple(s3, dynamoDb, fc.constantFrom('0s', '168h'), fc.boolean()).map(([bucket, tables, period, isNewer]) => ({
    storage: isNewer ? tables : bucket,
    earlierStorage: [isNewer ? bucket : tables],
    schema: periodsOfBoth(period, isNewer),
  })),
);

const cases = fc.record({
  stores,
  settings,
  version: fc.constantFrom('2.1.0', '2.8.11', '2.9.17', '3.0.1', '3.5.12', '3.7.6'),
  retention: fc.constantFrom(undefined, '30d'),
  namespace: fc.constantFrom(undefined, 'logs'),
});

test('whatever is stored wherever: AWS takes the documents, and they allow nothing that Loki does not call', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ stores: { storage, earlierStorage, schema }, version, namespace, ...chosen }) => {
      const config = lokiConfig(
        {
          ...{ version, storage, earlierStorage, retention: chosen.retention },
          ...{ dataPath: '/var/loki', httpPort: 3100, schema: schema ?? defaultSchema(version, storage) },
        },
        chosen.settings,
      );
      const serviceAccount = { name: 'loki', namespace };
      const iam = lokiIam({ storages: [storage, ...earlierStorage], config, version, serviceAccount });
      if (iam?.policy === undefined) {
        expect(storage).toMatchObject({ type: 's3', endpoint: 'https://minio.example.com' });
        return;
      }
      expect(await policyProblems(iam.policy)).toEqual([]);
      expect(iam.trustPolicy === undefined ? [] : await trustProblems(iam.trustPolicy)).toEqual([]);
      for (const { Action, Resource } of iam.policy.Statement) {
        expect([...CALLS, ...S3_CALLS, ...KMS_CALLS]).toEqual(expect.arrayContaining([...Action]));
        if (Resource.includes('*')) expect(FOR_ALL).toEqual(expect.arrayContaining([...Action]));
      }
    }),
    { numRuns: 400 },
  );
});
