import { Chart } from 'cdk8s';
import { appWith, objectOf, problemsOf } from '../../../test/apps';
import { Loki, type LokiProps } from '../loki';
import type { AzureStorage, DynamoDbStorage, GcsStorage, LokiStorage, S3Storage } from './storage';
import { storageBlocks, tableCapacity } from './storage-config';
import { storageNeeds } from './storage-pod';
import { storageWarnings } from './storage-warnings';

const ROLE = 'arn:aws:iam::111122223333:role/loki';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0d990263-037e-4245-bbac-4f6b5b8a1b3c';
const CLIENT_ID = '11111111-2222-3333-4444-555555555555';

const s3 = (more: Partial<S3Storage> = {}): S3Storage => ({
  type: 's3',
  bucket: 'acme-logs',
  region: 'eu-west-1',
  access: { type: 'irsa', roleArn: ROLE },
  ...more,
});
const keys = { type: 'keys', secretName: 'loki-s3' } as const;
const minio = (more: Partial<S3Storage> = {}): S3Storage =>
  s3({ region: 'us-east-1', endpoint: 'https://minio.example.com:9000', access: keys, ...more });
const gcs = (more: Partial<GcsStorage> = {}): GcsStorage => ({
  type: 'gcs',
  bucket: 'acme-logs',
  access: { type: 'workload-identity' },
  ...more,
});
const azure = (more: Partial<AzureStorage> = {}): AzureStorage => ({
  type: 'azure',
  account: 'acmelogs',
  container: 'loki',
  access: { type: 'workload-identity', clientId: CLIENT_ID },
  ...more,
});
const dynamodb = (more: Partial<DynamoDbStorage> = {}): DynamoDbStorage => ({
  type: 'dynamodb',
  region: 'us-east-1',
  table: 'loki_index',
  bucket: 'acme-logs',
  access: { type: 'irsa', roleArn: ROLE },
  ...more,
});

const build =
  (storage: LokiStorage, props: LokiProps = {}) =>
  (app: ConstructorParameters<typeof Chart>[0]) =>
    void new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', { storage, ...props });
const problems = (storage: LokiStorage, props: LokiProps = {}) =>
  problemsOf(build(storage, props)).map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));
const lokiApp = (storage: LokiStorage, props: LokiProps = {}) => appWith(build(storage, props));

describe('what Loki is told', () => {
  test.each<[string, LokiStorage, object]>([
    ['S3', s3(), { s3: { bucketnames: 'acme-logs', region: 'eu-west-1' } }],
    [
      'S3 with a key of one’s own',
      s3({ encryption: { type: 'sse-kms', keyArn: KEY, context: { team: 'platform' } } }),
      {
        s3: {
          bucketnames: 'acme-logs',
          region: 'eu-west-1',
          sse: { type: 'SSE-KMS', kms_key_id: KEY, kms_encryption_context: '{"team":"platform"}' },
        },
      },
    ],
    [
      'S3 that encrypts by itself',
      s3({ encryption: { type: 'sse-s3' } }),
      { s3: { bucketnames: 'acme-logs', region: 'eu-west-1', sse: { type: 'SSE-S3' } } },
    ],
    [
      'a server that speaks S3: the bucket in the path, its certificate',
      minio({ ca: { configMap: 'minio-ca' } }),
      {
        s3: {
          bucketnames: 'acme-logs',
          region: 'us-east-1',
          endpoint: 'https://minio.example.com:9000',
          s3forcepathstyle: true,
          http_config: { ca_file: '/etc/loki-storage-ca/ca.crt' },
        },
      },
    ],
    [
      'one without TLS, the bucket in the host',
      minio({ endpoint: 'http://minio:9000', pathStyle: false }),
      { s3: { bucketnames: 'acme-logs', region: 'us-east-1', endpoint: 'http://minio:9000', insecure: true } },
    ],
    ['Google Cloud Storage', gcs(), { gcs: { bucket_name: 'acme-logs' } }],
    [
      'Azure by workload identity',
      azure(),
      { azure: { account_name: 'acmelogs', container_name: 'loki', use_federated_token: true } },
    ],
    [
      'Azure by an identity of the nodes',
      azure({
        access: { type: 'managed-identity', clientId: CLIENT_ID },
        endpointSuffix: 'blob.core.chinacloudapi.cn',
      }),
      {
        azure: {
          account_name: 'acmelogs',
          container_name: 'loki',
          endpoint_suffix: 'blob.core.chinacloudapi.cn',
          use_managed_identity: true,
          user_assigned_id: CLIENT_ID,
        },
      },
    ],
    [
      'Azure by a key, which the environment fills in',
      azure({ access: { type: 'account-key', secretName: 'azure' } }),
      { azure: { account_name: 'acmelogs', container_name: 'loki', account_key: '${AZURE_STORAGE_KEY}' } },
    ],
  ])('%s', (_, storage, common) => {
    expect(storageBlocks(storage, '/data').common).toEqual(common);
  });

  test('a prefix goes before every object', () => {
    const { stringData } = objectOf(lokiApp(s3({ prefix: 'loki/' })), 'Secret/loki');
    expect(stringData['loki.yaml']).toContain('object_prefix: loki/');
  });

  test.each<[DynamoDbStorage['capacity'], object]>([
    [undefined, {}],
    [{ type: 'on-demand' }, { index_tables_provisioning: { enable_ondemand_throughput_mode: true } }],
    [
      { type: 'provisioned', read: 100, write: 200 },
      { index_tables_provisioning: { provisioned_read_throughput: 100, provisioned_write_throughput: 200 } },
    ],
    [
      {
        type: 'provisioned',
        autoscaling: {
          metricsUrl: 'http://prometheus:9090',
          target: 70,
          read: { min: 1, max: 10 },
          write: { min: 2, max: 20 },
        },
      },
      {
        index_tables_provisioning: {
          read_scale: { enabled: true, min_capacity: 1, max_capacity: 10, target: 70 },
          write_scale: { enabled: true, min_capacity: 2, max_capacity: 20, target: 70 },
        },
      },
    ],
  ])('a table of capacity %j', (capacity, expected) => {
    expect(tableCapacity(dynamodb({ capacity }))).toEqual(expected);
  });

  test('an autoscaled table: who knows how much it is used', () => {
    const capacity = {
      type: 'provisioned',
      autoscaling: { metricsUrl: 'http://prometheus:9090', read: { min: 1, max: 2 }, write: { min: 1, max: 2 } },
    } as const;
    expect(storageBlocks(dynamodb({ capacity }), '/data').own).toMatchObject({
      aws: { dynamodb: { dynamodb_url: 'dynamodb://us-east-1', metrics: { url: 'http://prometheus:9090' } } },
    });
  });

  test.each(['2.1.0', '3.5.12'])('the configuration of Loki %s has the table’s capacity', (version) => {
    const app = lokiApp(dynamodb({ capacity: { type: 'on-demand' } }), { version });
    expect(objectOf(app, 'Secret/loki').stringData['loki.yaml']).toContain('enable_ondemand_throughput_mode: true');
  });
});

describe('what its pods get', () => {
  const container = (storage: LokiStorage, props?: LokiProps) =>
    objectOf(lokiApp(storage, props), 'StatefulSet/loki').spec.template.spec.containers[0];

  test.each<[LokiStorage, object]>([
    [s3(), { 'eks.amazonaws.com/role-arn': ROLE }],
    [
      gcs({ access: { type: 'workload-identity', serviceAccount: 'loki-sa@acme-prod.iam.gserviceaccount.com' } }),
      { 'iam.gke.io/gcp-service-account': 'loki-sa@acme-prod.iam.gserviceaccount.com' },
    ],
    [azure(), { 'azure.workload.identity/client-id': CLIENT_ID }],
  ])('an identity by their ServiceAccount: %j', (storage, annotations) => {
    expect(objectOf(lokiApp(storage), 'ServiceAccount/loki').metadata.annotations).toEqual(annotations);
  });

  test.each<[LokiStorage]>([
    [s3({ access: { type: 'pod-identity', roleArn: ROLE, clusterName: 'prod' } })],
    [s3({ access: { type: 'node-role' } })],
    [gcs({ access: { type: 'node-service-account' } })],
    [azure({ access: { type: 'managed-identity' } })],
  ])('nothing at all, where the cloud knows them: %j', (storage) => {
    expect(storageNeeds([storage])).toEqual(storageNeeds([]));
  });

  test('Azure’s webhook finds them by a label', () => {
    const { labels } = objectOf(lokiApp(azure()), 'StatefulSet/loki').spec.template.metadata;
    expect(labels['azure.workload.identity/use']).toBe('true');
  });

  test('keys through the environment, where AWS’s SDK looks for them, and none in the configuration', () => {
    const storage = minio({ access: { ...keys, secretAccessKeyKey: 'rootPassword', accessKeyIdKey: 'rootUser' } });
    expect(container(storage).env).toEqual(
      expect.arrayContaining([
        { name: 'AWS_ACCESS_KEY_ID', valueFrom: { secretKeyRef: { name: 'loki-s3', key: 'rootUser' } } },
        { name: 'AWS_SECRET_ACCESS_KEY', valueFrom: { secretKeyRef: { name: 'loki-s3', key: 'rootPassword' } } },
      ]),
    );
    expect(objectOf(lokiApp(storage), 'Secret/loki').stringData['loki.yaml']).not.toMatch(/access_key|secret/);
  });

  test('Azure’s key, and the flag by which Loki fills it in', () => {
    const { env, args } = container(azure({ access: { type: 'account-key', secretName: 'azure', key: 'k' } }));
    expect(env).toContainEqual({
      name: 'AZURE_STORAGE_KEY',
      valueFrom: { secretKeyRef: { name: 'azure', key: 'k' } },
    });
    expect(args).toContain('-config.expand-env=true');
  });

  test('a key file of Google’s, and where it is', () => {
    const { env, volumeMounts } = container(gcs({ access: { type: 'key', secretName: 'gcp' } }));
    expect(env).toContainEqual({ name: 'GOOGLE_APPLICATION_CREDENTIALS', value: '/etc/loki-storage-key/key.json' });
    expect(volumeMounts).toContainEqual({ name: 'storage-key', mountPath: '/etc/loki-storage-key', readOnly: true });
  });

  test('a certificate, mounted where the configuration says', () => {
    const app = lokiApp(minio({ ca: { secret: 'minio', key: 'public.crt' } }));
    expect(objectOf(app, 'StatefulSet/loki').spec.template.spec.volumes).toContainEqual({
      name: 'storage-ca',
      secret: { secretName: 'minio', items: [{ key: 'public.crt', path: 'public.crt' }] },
    });
    expect(objectOf(app, 'Secret/loki').stringData['loki.yaml']).toContain('ca_file: /etc/loki-storage-ca/public.crt');
  });
});

test('an index in DynamoDB is warned of, with the day of the warning, and no other storage is', () => {
  expect(storageWarnings(dynamodb())).toEqual([
    expect.stringMatching(/as of 2026-11: .* plan the move to TSDB: migrateTo/),
  ]);
  for (const storage of [s3(), gcs(), azure(), { type: 'filesystem' } as const])
    expect(storageWarnings(storage)).toEqual([]);
});

describe('what is refused', () => {
  test.each<[LokiStorage, string, string?]>([
    [
      s3({ bucket: 'Logs' }),
      'storage.bucket: "Logs" is not a bucket\'s name → write 3 to 63 characters: a-z, 0-9, "-" and ".", a letter or digit at both ends',
    ],
    [s3({ region: 'eu west 1' }), 'storage.region: "eu west 1" is not an AWS region → did you mean "eu-west-1"?'],
    [
      s3({ endpoint: 'minio:9000', access: keys }),
      'storage.endpoint: "minio:9000" is not the URL of a server → write "https://<host>:<port>" alone: the bucket, the region and the keys have places of their own',
    ],
    [
      minio({ access: { type: 'irsa', roleArn: ROLE } }),
      `storage.access.type: is "irsa", which AWS alone understands, and the endpoint is "https://minio.example.com:9000" → write { type: 'keys', secretName: … }, or leave the endpoint out`,
    ],
    [
      s3({ encryption: { type: 'sse-kms', keyArn: 'alias/loki' } }),
      'storage.encryption.keyArn: "alias/loki" is not the ARN of a KMS key → write "arn:aws:kms:<region>:<account, twelve digits>:key/<id>"',
    ],
    [s3({ ca: { secret: 'ca' } }), 'storage.ca: is for an endpoint, and there is none → set endpoint, or take it out'],
    [
      s3({ prefix: '/loki' }),
      `storage.prefix: "/loki" is not the beginning of objects' names → write it as "loki/": no "/" before it, one after it`,
    ],
    [
      s3({ prefix: 'loki/' }),
      'storage.prefix: Loki 2.9.17 does not know a prefix: 3.0 does → take a newer release, or leave it out',
      '2.9.17',
    ],
    [
      s3({ access: { type: 'pod-identity', roleArn: ROLE, clusterName: 'prod' } }),
      `storage.access.type: Loki 2.9.17 does not know Pod Identity: 3.0 does → write { type: 'irsa', roleArn: … }`,
      '2.9.17',
    ],
    [
      s3({ access: { type: 'pod-identity', roleArn: ROLE, clusterName: 'my cluster' } }),
      'storage.access.clusterName: "my cluster" is not an EKS cluster\'s name → write 1 to 100 letters, digits, "-" and "_"',
    ],
    [
      s3({ access: { type: 'irsa', roleArn: ROLE, oidcProvider: 'https://oidc.eks.eu-west-1.amazonaws.com/id/1' } }),
      'storage.access.oidcProvider: "https://oidc.eks.eu-west-1.amazonaws.com/id/1" is not an OpenID Connect provider without its scheme → write it as "oidc.eks.<region>.amazonaws.com/id/<id>"',
    ],
    [
      s3({ access: { type: 'keys', secretName: 'Loki' } }),
      'storage.access.secretName: "Loki" is not a DNS subdomain → use a-z, 0-9, "-" and ".", a letter or digit at both ends of each part, 253 characters at most',
    ],
    [
      gcs({ bucket: 'gs://acme-logs/x' }),
      'storage.bucket: "gs://acme-logs/x" is a URL → write the name alone: "acme-logs"',
    ],
    [
      gcs({ access: { type: 'workload-identity', serviceAccount: 'loki' } }),
      'storage.access.serviceAccount: "loki" is not a service account\'s e-mail → write it as "<name>@<project>.iam.gserviceaccount.com"',
    ],
    [
      azure({ account: 'acme-logs' }),
      'storage.account: "acme-logs" is not a storage account\'s name → write 3 to 24 characters: a-z and 0-9',
    ],
    [
      azure({ container: 'a--b' }),
      'storage.container: "a--b" is not a container\'s name → write 3 to 63 characters: a-z, 0-9 and single "-", a letter or digit at both ends',
    ],
    [
      azure({ access: { type: 'workload-identity', clientId: 'loki' } }),
      'storage.access.clientId: "loki" is not a client id → write a UUID',
    ],
    [
      dynamodb({ capacity: { type: 'provisioned', read: 0 } }),
      'storage.capacity.read: 0 is not a number of capacity units → write a whole number from 1',
      '2.1.0',
    ],
    [
      dynamodb(),
      'storage.type: DynamoDB with Loki 3.7.6 loses logs on read: from 3.6 on it reads one page of an answer only, and ends when a query fails → stay on 3.5, or move to TSDB by a further schema period',
    ],
  ])('%j', (...[storage, problem, version]) => {
    expect(problems(storage, version === undefined ? {} : { version })).toEqual([problem]);
  });

  test('a password in an endpoint, which no message repeats', () => {
    const found = problems(s3({ endpoint: 'https://me:hunter2@minio:9000', access: keys }));
    expect(found[0]).toContain('storage.endpoint: what is written is not the URL of a server');
    expect(found.join()).not.toContain('hunter2');
  });

  test('bounds of a table the wrong way round', () => {
    const capacity = {
      type: 'provisioned',
      autoscaling: { metricsUrl: 'prometheus', target: 950, read: { min: 9, max: 2 }, write: { min: 1, max: 2 } },
    } as const;
    expect(problems(dynamodb({ capacity }), { version: '2.1.0' })).toEqual([
      'storage.capacity.autoscaling.metricsUrl: "prometheus" is not the URL of a Prometheus → write "http://<host>:9090"',
      'storage.capacity.autoscaling.read.min: 9 is more than max, 2 → write 2 or less',
      'storage.capacity.autoscaling.target: 950 is not a share of the capacity in per cent → write 1 to 100',
    ]);
  });

  test('two roles of one ServiceAccount', () => {
    expect(
      problems(s3(), {
        version: '3.5.12',
        earlierStorage: [dynamodb({ access: { type: 'irsa', roleArn: `${ROLE}-old` } })],
        schema: [
          {
            from: '2020-10-24',
            store: 'aws',
            objectStore: 's3',
            schema: 'v11',
            index: { prefix: 'loki_index', period: '0s' },
          },
          { from: '2024-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
        ],
      }),
    ).toEqual([
      'earlierStorage[0].access: is another than that of "s3", and all of Loki calls AWS as one → write the same access, with the rights for both',
    ]);
  });

  test('a second bucket of S3 beside the first', () => {
    expect(
      problems(s3(), {
        version: '3.5.12',
        earlierStorage: [dynamodb({ bucket: 'old-logs' })],
        schema: [
          {
            from: '2020-10-24',
            store: 'aws',
            objectStore: 's3',
            schema: 'v11',
            index: { prefix: 'loki_index', period: '0s' },
          },
          { from: '2024-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
        ],
      }),
    ).toEqual([
      'earlierStorage[0].bucket: is "old-logs", and Loki takes all of S3 from one bucket, "acme-logs" → write "acme-logs": new periods go to the bucket that the old chunks are in',
    ]);
  });

  test('a prefix that not all storages have', () => {
    const schema: LokiProps['schema'] = [
      { from: '2020-10-24', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' },
      { from: '2024-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
    ];
    const onDisk = { type: 'filesystem' } as const;
    expect(problems(s3({ prefix: 'loki/' }), { schema, earlierStorage: [onDisk] })).toEqual([
      'earlierStorage[0].prefix: is none, that of s3 is "loki/", and one prefix goes before the objects of every storage: nothing older would be found → leave the prefix out of the new storage too',
    ]);
    const gcs = {
      type: 'gcs',
      bucket: 'acme-logs',
      prefix: 'loki/',
      access: { type: 'node-service-account' },
    } as const;
    expect(
      problems(s3(), {
        earlierStorage: [gcs],
        schema: schema.map((period, index) => (index === 0 ? { ...period, objectStore: 'gcs' } : period)),
      }),
    ).toEqual([
      'earlierStorage[0].prefix: is "loki/", that of s3 is none, and one prefix goes before the objects of every storage: nothing older would be found → write "loki/" in the new storage too',
    ]);
  });

  test('a period whose storage nobody names', () => {
    expect(
      problems(s3(), {
        schema: [
          { from: '2020-10-24', store: 'boltdb-shipper', objectStore: 'gcs', schema: 'v11' },
          { from: '2024-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
        ],
      }),
    ).toEqual([
      `schema[0].objectStore: needs a storage that says which bucket → name it in earlierStorage: [{ type: 'gcs', … }]`,
    ]);
  });

  test('a storage that nothing is written to', () => {
    expect(
      problems(s3(), { schema: [{ from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' }] }),
    ).toEqual([
      'schema[0].objectStore: is "filesystem", and logs written from now on would not go to the storage, "s3" → add a period with objectStore "s3" that is still to come, or move the storage to earlierStorage',
    ]);
  });
});

test('an earlier storage keeps its blocks beside the new one', () => {
  const app = lokiApp(s3(), {
    earlierStorage: [{ type: 'filesystem' }],
    schema: [
      { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' },
      { from: '2027-01-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
    ],
  });
  const text: string = objectOf(app, 'Secret/loki').stringData['loki.yaml'];
  expect(text).toContain('bucketnames: acme-logs');
  expect(text).toMatch(/storage_config:\n {2}filesystem:\n {4}directory: \/var\/loki\/chunks/);
});
