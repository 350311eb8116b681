import { allows } from '../../../test/iam-documents';
import { callsOf, iamOf, S3, statementOf, statementsOf } from '../../../test/loki-iam';
import type { LokiProps } from '../loki';

const BUCKET = 'arn:aws:s3:::acme-logs';
const KEEPS_AND_DELETES = ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'];

test('chunks, index and rules of the only tenant, and nothing else', () => {
  expect(statementsOf({ storage: S3 })).toEqual([
    { Sid: 'Chunks', Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: [`${BUCKET}/fake/*`] },
    { Sid: 'Index', Effect: 'Allow', Action: KEEPS_AND_DELETES, Resource: [`${BUCKET}/index/*`] },
    { Sid: 'Rules', Effect: 'Allow', Action: KEEPS_AND_DELETES, Resource: [`${BUCKET}/rules/*`] },
    {
      Sid: 'Listing',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [BUCKET],
      Condition: { StringLike: { 's3:prefix': ['index/*', 'rules/*'] } },
    },
  ]);
});

test('with a prefix only what is below it, and the rules, which do not go there', () => {
  const props: LokiProps = { storage: { ...S3, prefix: 'team/loki/' } };
  expect(statementsOf(props).map(({ Sid, Resource }) => [Sid, ...Resource])).toEqual([
    ['Chunks', `${BUCKET}/team/loki/fake/*`],
    ['Index', `${BUCKET}/team/loki/index/*`],
    ['Rules', `${BUCKET}/rules/*`],
    ['Listing', BUCKET],
  ]);
  expect(statementOf(props, 'Listing')?.Condition).toEqual({
    StringLike: { 's3:prefix': ['team/loki/index/*', 'rules/*'] },
  });
});

test('tenants are known to nobody beforehand, so their chunks can be anywhere in the bucket', () => {
  const chunks = (storage: typeof S3) =>
    statementOf({ storage, unchecked: { auth_enabled: true } }, 'Chunks')?.Resource;
  expect(chunks(S3)).toEqual([`${BUCKET}/*`]);
  expect(chunks({ ...S3, prefix: 'loki/' })).toEqual([`${BUCKET}/loki/*`]);
});

describe('retention', () => {
  test('deletes chunks', () => {
    expect(callsOf({ storage: S3, retention: '30d' }).Chunks).toEqual(KEEPS_AND_DELETES);
    expect(callsOf({ storage: S3, retention: '0s' }).Chunks).toEqual(['s3:GetObject', 's3:PutObject']);
  });

  test('keeps its requests in a table of the index', () => {
    const { policy } = iamOf({ storage: S3, retention: '30d' }) ?? {};
    const requests = 'index/delete_requests/delete_requests.gz';
    expect(allows(policy, 's3:PutObject', `${BUCKET}/${requests}`)).toBe(true);
    // S3 answers 404 to those only who may list, and Loki ends at the start when it gets a 403.
    expect(allows(policy, 's3:ListBucket', BUCKET, { 's3:prefix': requests })).toBe(true);
  });

  test('or in a folder of their own', () => {
    const config = { compactor: { delete_request_store_key_prefix: 'deletes/' } };
    expect(statementOf({ storage: S3, retention: '30d', config }, 'DeleteRequests')).toEqual({
      Sid: 'DeleteRequests',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: [`${BUCKET}/deletes/delete_requests/*`],
    });
    expect(statementOf({ storage: S3, retention: '30d', config }, 'Listing')?.Condition?.StringLike).toEqual({
      's3:prefix': ['index/*', 'deletes/delete_requests/*', 'rules/*'],
    });
  });

  test.each(['2.9.17', '3.7.6'])('of Loki %s', (version) => {
    expect(callsOf({ version, storage: S3, retention: '30d' })).toEqual({
      Chunks: KEEPS_AND_DELETES,
      Index: KEEPS_AND_DELETES,
      Rules: KEEPS_AND_DELETES,
      Listing: ['s3:ListBucket'],
    });
  });

  test('before 2.9 has no rules in the bucket, and still compacts', () => {
    expect(callsOf({ version: '2.8.11', storage: S3, retention: '30d' })).toEqual({
      Chunks: KEEPS_AND_DELETES,
      Index: KEEPS_AND_DELETES,
      Listing: ['s3:ListBucket'],
    });
    expect(callsOf({ version: '2.1.0', storage: S3 })).toEqual({
      Chunks: ['s3:GetObject', 's3:PutObject'],
      Index: KEEPS_AND_DELETES,
      Listing: ['s3:ListBucket'],
    });
  });
});

describe('settings that make Loki keep something more', () => {
  const more = (config: LokiProps['config'], props: LokiProps = {}) =>
    statementsOf({ storage: S3, config, ...props })
      .filter(({ Sid }) => !['Chunks', 'Index', 'Rules', 'Listing'].includes(Sid))
      .map(({ Sid, Action, Resource }) => [Sid, Action.length, ...Resource]);

  test.each([
    ['reports of its use', { analytics: { reporting_enabled: true } }, ['ClusterSeed', 3, 'loki_cluster_seed.json']],
    ['blooms', { bloom_build: { enabled: true } }, ['Blooms', 3, 'bloom/*']],
    [
      'blooms that are only read',
      { bloom_gateway: { enabled: true, client: { addresses: 'blooms' } } },
      ['Blooms', 1, 'bloom/*'],
    ],
  ] as const)('%s', (_, config, [sid, calls, names]) => {
    expect(more(config)).toEqual([[sid, calls, `${BUCKET}/${names}`]]);
    expect(more(config, { storage: { ...S3, prefix: 'loki/' } })).toEqual([[sid, calls, `${BUCKET}/loki/${names}`]]);
    expect(statementOf({ storage: S3, config }, 'Listing')?.Condition?.StringLike?.['s3:prefix']).toContain(names);
  });

  test('compactors that share the work, and markers in the bucket', () => {
    const config = {
      compactor: { horizontal_scaling_mode: 'main', deletion_marker_object_store_prefix: 'markers/' },
    } as const;
    expect(more(config)).toEqual([]);
    expect(more(config, { retention: '30d', storage: { ...S3, prefix: 'loki/' } })).toEqual([
      ['DeletionManifests', 3, `${BUCKET}/loki/__deletion_manifest__/*`],
      ['DeletionMarkers', 3, `${BUCKET}/markers/*`],
    ]);
  });

  test('an index in another folder', () => {
    const index = { prefix: 'index_', period: '24h', path_prefix: 'tables/' } as const;
    const configs = [{ from: '2024-04-01', store: 'tsdb', object_store: 's3', schema: 'v13', index }] as const;
    expect(statementOf({ storage: S3, config: { schema_config: { configs } } }, 'Index')?.Resource).toEqual([
      `${BUCKET}/tables/*`,
    ]);
  });

  test('before 3.0 an index in another folder, for ingesters and compactor', () => {
    const config = {
      storage_config: { boltdb_shipper: { shared_store_key_prefix: 'a/' } },
      compactor: { shared_store_key_prefix: 'a/' },
    };
    expect(statementOf({ version: '2.8.11', storage: S3, config }, 'Index')?.Resource).toEqual([`${BUCKET}/a/*`]);
  });
});

describe('rules', () => {
  const rules = (ruler: NonNullable<LokiProps['config']>['ruler'], version = '3.7.6') =>
    statementOf({ version, storage: S3, config: { ruler } }, 'Rules')?.Action;

  test('are only read where the API for them is off', () => {
    expect(rules({ enable_api: false })).toEqual(['s3:GetObject']);
    expect(rules({ enable_api: true })).toEqual(KEEPS_AND_DELETES);
  });

  test('on the volume need nothing', () => {
    expect(rules({ storage: { type: 'local', local: { directory: '/var/loki/rules' } } })).toBeUndefined();
  });

  test('in the same bucket, where every part says for itself where it is', () => {
    const s3 = { bucketnames: 'acme-logs', region: 'eu-west-1' };
    expect(rules({ storage: { type: 's3', s3 } }, '2.1.0')).toEqual(['s3:GetObject']);
    expect(rules({ storage: { type: 's3', s3: { s3: 's3://eu-west-1/acme-logs' } } }, '2.8.11')).toEqual(
      KEEPS_AND_DELETES,
    );
  });

  test('in another bucket are not granted, and a note says so', () => {
    const config = { ruler: { storage: { type: 's3', s3: { bucketnames: 'acme-rules', region: 'eu-west-1' } } } };
    const { policy, notes } = iamOf({ storage: { ...S3, access: { type: 'node-role' } }, config }) ?? {};
    expect(policy?.Statement.map(({ Sid }) => Sid)).toEqual(['Chunks', 'Index', 'Listing']);
    expect(notes).toEqual([
      { document: 'policy', text: 'says nothing of what ruler.storage names: add the rights on it' },
    ]);
  });
});

describe('a key of KMS', () => {
  const keyArn = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const forThisBucket = {
    'kms:EncryptionContext:aws:s3:arn': [BUCKET, `${BUCKET}/*`],
    'kms:ViaService': 's3.eu-west-1.amazonaws.com',
  };

  test('is used by S3 alone, for this bucket alone', () => {
    const storage = { ...S3, encryption: { type: 'sse-kms', keyArn } } as const;
    expect([statementOf({ storage }, 'EncryptObjects'), statementOf({ storage }, 'DecryptObjects')]).toEqual([
      {
        Sid: 'EncryptObjects',
        Effect: 'Allow',
        Action: ['kms:GenerateDataKey'],
        Resource: [keyArn],
        Condition: { StringLike: forThisBucket },
      },
      {
        Sid: 'DecryptObjects',
        Effect: 'Allow',
        Action: ['kms:Decrypt'],
        Resource: [keyArn],
        Condition: { StringLike: forThisBucket },
      },
    ]);
  });

  test('encrypts in the context that is asked for, and decrypts what was written in any', () => {
    const storage = { ...S3, encryption: { type: 'sse-kms', keyArn, context: { team: 'logs' } } } as const;
    expect(statementOf({ storage }, 'EncryptObjects')?.Condition).toEqual({
      StringEquals: { 'kms:EncryptionContext:team': 'logs' },
      StringLike: forThisBucket,
    });
    expect(statementOf({ storage }, 'DecryptObjects')?.Condition).toEqual({ StringLike: forThisBucket });
  });

  test('is not needed for S3’s own encryption', () => {
    expect(callsOf({ storage: { ...S3, encryption: { type: 'sse-s3' } } })).toEqual(callsOf({ storage: S3 }));
  });
});

describe('partitions', () => {
  test.each([
    ['eu-west-1', 'aws', 's3.eu-west-1.amazonaws.com'],
    ['us-gov-west-1', 'aws-us-gov', 's3.us-gov-west-1.amazonaws.com'],
    ['cn-north-1', 'aws-cn', 's3.cn-north-1.*'],
    ['eusc-de-east-1', 'aws-eusc', 's3.eusc-de-east-1.*'],
    ['us-iso-east-1', 'aws-iso', 's3.us-iso-east-1.*'],
    ['us-isob-east-1', 'aws-iso-b', 's3.us-isob-east-1.*'],
  ])('%s is in %s', (region, partition, service) => {
    const keyArn = `arn:${partition}:kms:${region}:111122223333:key/a`;
    const statements = statementsOf({ storage: { ...S3, region, encryption: { type: 'sse-kms', keyArn } } });
    expect(statements.flatMap(({ Resource }) => Resource)).toEqual([
      `arn:${partition}:s3:::acme-logs/fake/*`,
      `arn:${partition}:s3:::acme-logs/index/*`,
      `arn:${partition}:s3:::acme-logs/rules/*`,
      `arn:${partition}:s3:::acme-logs`,
      keyArn,
      keyArn,
    ]);
    expect(statements.at(-1)?.Condition?.StringLike?.['kms:ViaService']).toBe(service);
  });
});

describe('a bucket that is not in AWS', () => {
  const keys = { type: 'keys', secretName: 's3' } as const;

  test('needs nothing of it', () => {
    const storage = { ...S3, region: 'us-east-1', endpoint: 'https://minio.example.com:9000', access: keys };
    expect(iamOf({ storage })).toBeUndefined();
  });

  test('is not told by an endpoint or by keys: both may be of AWS', () => {
    const policy = iamOf({ storage: S3 })?.policy;
    const endpoint = 'https://s3.eu-west-1.amazonaws.com';
    expect(iamOf({ storage: { ...S3, endpoint } })?.policy).toEqual(policy);
    expect(iamOf({ storage: { ...S3, access: keys } })).toEqual({ policy, notes: [] });
  });
});
