import { flag, kindOf, mapOf, objectOf, scalar, text } from '../../kubernetes/shape';
import type {
  AwsAccess,
  AwsKeysAccess,
  AzureAccess,
  GcpAccess,
  IrsaAccess,
  NodeRoleAccess,
  PodIdentityAccess,
} from './access';
import type {
  AzureStorage,
  CapacityBounds,
  CertificateAuthority,
  DynamoDbAutoscaling,
  DynamoDbCapacity,
  DynamoDbStorage,
  FilesystemStorage,
  GcsStorage,
  LokiStorage,
  S3Encryption,
  S3Storage,
} from './storage';

type Kind<T, Type> = Extract<T, { readonly type: Type }>;

const AWS_ACCESS = kindOf<AwsAccess>('kind of access', {
  irsa: objectOf<IrsaAccess>({ type: text, roleArn: text, oidcProvider: text }, ['roleArn']),
  'pod-identity': objectOf<PodIdentityAccess>({ type: text, roleArn: text, clusterName: text }, [
    'roleArn',
    'clusterName',
  ]),
  'node-role': objectOf<NodeRoleAccess>({ type: text }),
  keys: objectOf<AwsKeysAccess>({ type: text, secretName: text, accessKeyIdKey: text, secretAccessKeyKey: text }, [
    'secretName',
  ]),
});

const GCP_ACCESS = kindOf<GcpAccess>('kind of access', {
  'workload-identity': objectOf<Kind<GcpAccess, 'workload-identity'>>({ type: text, serviceAccount: text }),
  'node-service-account': objectOf<Kind<GcpAccess, 'node-service-account'>>({ type: text }),
  key: objectOf<Kind<GcpAccess, 'key'>>({ type: text, secretName: text, key: text }, ['secretName']),
});

const AZURE_ACCESS = kindOf<AzureAccess>('kind of access', {
  'workload-identity': objectOf<Kind<AzureAccess, 'workload-identity'>>({ type: text, clientId: text }, ['clientId']),
  'managed-identity': objectOf<Kind<AzureAccess, 'managed-identity'>>({ type: text, clientId: text }),
  'account-key': objectOf<Kind<AzureAccess, 'account-key'>>({ type: text, secretName: text, key: text }, [
    'secretName',
  ]),
});

const ENCRYPTION = kindOf<S3Encryption>('kind of encryption', {
  'sse-s3': objectOf<Kind<S3Encryption, 'sse-s3'>>({ type: text }),
  'sse-kms': objectOf<Kind<S3Encryption, 'sse-kms'>>({ type: text, keyArn: text, context: mapOf(text) }, ['keyArn']),
});

const CA = objectOf<CertificateAuthority>({ configMap: text, secret: text, key: text });

const BOUNDS = objectOf<CapacityBounds>({ min: scalar, max: scalar }, ['min', 'max']);

const CAPACITY = kindOf<DynamoDbCapacity>('kind of capacity', {
  'on-demand': objectOf<Kind<DynamoDbCapacity, 'on-demand'>>({ type: text }),
  provisioned: objectOf<Kind<DynamoDbCapacity, 'provisioned'>>({
    type: text,
    read: scalar,
    write: scalar,
    autoscaling: objectOf<DynamoDbAutoscaling>({ metricsUrl: text, target: scalar, read: BOUNDS, write: BOUNDS }, [
      'metricsUrl',
      'read',
      'write',
    ]),
  }),
});

/** The form of a storage; what it says is checked in storage-check.ts. */
export const STORAGE = kindOf<LokiStorage>('kind of storage', {
  filesystem: objectOf<FilesystemStorage>({ type: text }),
  s3: objectOf<S3Storage>(
    {
      type: text,
      bucket: text,
      region: text,
      endpoint: text,
      pathStyle: flag,
      prefix: text,
      encryption: ENCRYPTION,
      ca: CA,
      access: AWS_ACCESS,
    },
    ['bucket', 'region', 'access'],
  ),
  gcs: objectOf<GcsStorage>({ type: text, bucket: text, prefix: text, access: GCP_ACCESS }, ['bucket', 'access']),
  azure: objectOf<AzureStorage>(
    { type: text, account: text, container: text, endpointSuffix: text, prefix: text, access: AZURE_ACCESS },
    ['account', 'container', 'access'],
  ),
  dynamodb: objectOf<DynamoDbStorage>(
    { type: text, region: text, table: text, bucket: text, accountId: text, capacity: CAPACITY, access: AWS_ACCESS },
    ['region', 'table', 'bucket', 'access'],
  ),
});
