import type { JsonObject } from '../json';
import { parseS3Url, storageOf } from './loki-storage';

const AROUND = { serviceAccountAnnotations: {}, container: {}, secretName: 'loki-storage' };
const period = (objectStore: string, store = 'tsdb') => ({
  from: '2024-01-01',
  store,
  objectStore,
  schema: 'v13',
  index: { prefix: 'loki_' },
});
const storage = (objectStore: string, config: JsonObject, around: object = {}) =>
  storageOf(period(objectStore) as never, { ...AROUND, ...around, config });
const s3 = (s3Block: JsonObject, around: object = {}) =>
  storage('s3', { common: { storage: { s3: s3Block } } }, around);
const env = (name: string, secret: string, key: string) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

test.each<[string, object]>([
  ['s3://key:secret@eu-west-1/logs', { region: 'eu-west-1', bucket: 'logs', hasCredentials: true }],
  ['s3://eu-west-1/logs', { region: 'eu-west-1', bucket: 'logs', hasCredentials: false }],
  ['s3://key:se/cr@et@minio.svc.:9000/logs', { endpoint: 'minio.svc.:9000', bucket: 'logs', hasCredentials: true }],
  ['s3://key:secret@eu-west-1', { region: 'eu-west-1', bucket: undefined, hasCredentials: true }],
  ['https://s3.example.com./logs?x=1', { endpoint: 's3.example.com', bucket: 'logs', hasCredentials: false }],
  ['', { hasCredentials: false }],
  ['ftp://a/b', { hasCredentials: false }],
])('%s', (url, parts) => expect(parseS3Url(url)).toEqual(parts));

describe('S3', () => {
  test.each<[string, JsonObject, object, object | undefined]>([
    [
      'of AWS, by the rights of the node',
      { bucketnames: 'logs', region: 'eu-west-1' },
      {},
      { storage: { type: 's3', bucket: 'logs', region: 'eu-west-1', access: { type: 'node-role' } }, secretKeys: [] },
    ],
    [
      "by a role of the pod's account",
      { bucketnames: 'logs', endpoint: 's3.eu-west-1.amazonaws.com' },
      { serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:x' } },
      {
        storage: { type: 's3', bucket: 'logs', region: 'eu-west-1', access: { type: 'irsa', roleArn: 'arn:x' } },
        secretKeys: [],
      },
    ],
    [
      'by keys that stand in the configuration',
      { bucketnames: 'logs', region: 'eu-west-1', access_key_id: 'A', secret_access_key: 'hunter2' },
      {},
      {
        storage: {
          type: 's3',
          bucket: 'logs',
          region: 'eu-west-1',
          access: { type: 'keys', secretName: 'loki-storage' },
        },
        secretKeys: KEYS,
      },
    ],
    [
      'by keys in its URL',
      { s3: 's3://key:hunter2@eu-west-1/logs' },
      {},
      {
        storage: {
          type: 's3',
          bucket: 'logs',
          region: 'eu-west-1',
          access: { type: 'keys', secretName: 'loki-storage' },
        },
        secretKeys: KEYS,
      },
    ],
    [
      "of a server of one's own, by variables of a Secret",
      {
        bucketnames: 'logs',
        endpoint: 'minio:9000',
        insecure: true,
        access_key_id: '$' + '{ID}',
        secret_access_key: '$' + '{KEY}',
      },
      { container: { env: [env('ID', 'minio', 'user'), env('KEY', 'minio', 'password')] } },
      {
        storage: {
          type: 's3',
          bucket: 'logs',
          region: 'us-east-1',
          endpoint: 'http://minio:9000',
          access: { type: 'keys', secretName: 'minio', accessKeyIdKey: 'user', secretAccessKeyKey: 'password' },
        },
        secretKeys: [],
      },
    ],
    [
      'by all variables of a Secret',
      { bucketnames: 'logs', endpoint: 'https://minio', region: 'x' },
      { container: { envFrom: [{ secretRef: { name: 'minio' } }] } },
      {
        storage: {
          type: 's3',
          bucket: 'logs',
          region: 'x',
          endpoint: 'https://minio',
          access: { type: 'keys', secretName: 'minio' },
        },
        secretKeys: [],
      },
    ],
    ['without a bucket', { region: 'eu-west-1' }, {}, undefined],
    ['of several buckets', { bucketnames: 'a,b', region: 'eu-west-1' }, {}, undefined],
    ['without a region', { bucketnames: 'a' }, {}, undefined],
  ])('%s', (_, block, around, expected) => {
    const found = s3(block, around);
    expect(found).toEqual(expected);
    expect(JSON.stringify(found) ?? '').not.toContain('hunter2');
  });

  test('the block of the storage counts before the common one', () => {
    const config = {
      common: { storage: { s3: { bucketnames: 'a', region: 'x' } } },
      storage_config: { aws: { bucketnames: 'b' } },
    };
    expect(storage('aws', config)?.storage).toMatchObject({ bucket: 'b', region: 'x' });
  });
});

test('a file system', () => {
  expect(storage('filesystem', {})).toEqual({ storage: { type: 'filesystem' }, secretKeys: [] });
});

describe('DynamoDB', () => {
  const config = (aws: JsonObject) => ({ storage_config: { aws } });
  const of = (aws: JsonObject) => storageOf(period('s3', 'aws') as never, { ...AROUND, config: config(aws) });
  const dynamodb = { dynamodb_url: 'dynamodb://eu-west-1' };

  test('with the bucket of its chunks', () => {
    expect(of({ bucketnames: 'logs', dynamodb })).toEqual({
      storage: { type: 'dynamodb', region: 'eu-west-1', table: 'loki_', bucket: 'logs', access: { type: 'node-role' } },
      secretKeys: [],
    });
    expect(of({ s3: 's3://k:hunter2@eu-west-1/logs', dynamodb })).toMatchObject({
      storage: { bucket: 'logs' },
      secretKeys: KEYS,
    });
  });

  test.each<[JsonObject]>([
    [{ dynamodb }],
    [{ bucketnames: 'logs' }],
    [{ bucketnames: 'logs', dynamodb: { dynamodb_url: 'x' } }],
  ])('not %j', (aws) => expect(of(aws)).toBeUndefined());
});

test('Google Cloud Storage', () => {
  const config = { storage_config: { gcs: { bucket_name: 'logs' } } };
  expect(storage('gcs', config)?.storage).toEqual({
    type: 'gcs',
    bucket: 'logs',
    access: { type: 'node-service-account' },
  });
  const annotations = { serviceAccountAnnotations: { 'iam.gke.io/gcp-service-account': 'a@b' } };
  expect(storage('gcs', { common: { storage: { gcs: { bucket_name: 'logs' } } } }, annotations)?.storage).toEqual({
    type: 'gcs',
    bucket: 'logs',
    access: { type: 'workload-identity', serviceAccount: 'a@b' },
  });
  expect(storage('gcs', {})).toBeUndefined();
});

test.each<[string, JsonObject, object, object | undefined]>([
  [
    'a key that stands there',
    { account_key: 'hunter2' },
    {},
    { access: { type: 'account-key', secretName: 'loki-storage' } },
  ],
  [
    'a key from a Secret',
    { account_key: '$' + '{KEY}', endpoint_suffix: 'blob.x' },
    { container: { env: [env('KEY', 'azure', 'key')] } },
    { endpointSuffix: 'blob.x', access: { type: 'account-key', secretName: 'azure', key: 'key' } },
  ],
  [
    'a workload identity',
    { use_federated_token: true },
    { serviceAccountAnnotations: { 'azure.workload.identity/client-id': 'c' } },
    { access: { type: 'workload-identity', clientId: 'c' } },
  ],
  ['a managed identity', { user_assigned_id: 'u' }, {}, { access: { type: 'managed-identity', clientId: 'u' } }],
  ['no identity that is named', { user_assigned_id: '' }, {}, { access: { type: 'managed-identity' } }],
  ['no container', { container_name: null }, {}, undefined],
])('Azure by %s', (_, block, around, expected) => {
  const found = storage(
    'azure',
    { storage_config: { azure: { account_name: 'a', container_name: 'b', ...block } } },
    around,
  );
  expect(found?.storage).toEqual(
    expected === undefined ? undefined : { type: 'azure', account: 'a', container: 'b', ...expected },
  );
  expect(JSON.stringify(found) ?? '').not.toContain('hunter2');
});

test.each(['swift', 'constructor', ''])('of %j nothing is known', (objectStore) => {
  expect(storage(objectStore, {})).toBeUndefined();
  expect(storageOf(undefined, { ...AROUND, config: {} })).toBeUndefined();
});
