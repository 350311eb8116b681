import type { ConfigMapping } from '../../kubernetes/merge';
import type { AzureStorage, DynamoDbAutoscaling, DynamoDbStorage, GcsStorage, LokiStorage, S3Storage } from './storage';
import { CA_FOLDER, caKey } from './storage-pod';

/** A kind of storage in the two places that Loki has for it. */
export interface StorageBlocks {
  /** Below `common.storage`. */
  readonly common: ConfigMapping;
  /** Below `storage_config`. */
  readonly own: ConfigMapping;
}

/** The blocks of one storage. `common` is empty for one that Loki's `common.storage` does not know. */
export function storageBlocks(storage: LokiStorage, dataPath: string): StorageBlocks {
  switch (storage.type) {
    case 'filesystem':
      return {
        common: { filesystem: { chunks_directory: `${dataPath}/chunks`, rules_directory: `${dataPath}/rules` } },
        own: { filesystem: { directory: `${dataPath}/chunks` } },
      };
    case 's3':
      return { common: { s3: s3Block(storage) }, own: { aws: s3Block(storage) } };
    case 'gcs':
      return { common: { gcs: gcsBlock(storage) }, own: { gcs: gcsBlock(storage) } };
    case 'azure':
      return { common: { azure: azureBlock(storage) }, own: { azure: azureBlock(storage) } };
    case 'dynamodb':
      return { common: {}, own: { aws: dynamoDbBlock(storage) } };
  }
}

const s3Block = ({ bucket, region, endpoint, pathStyle, encryption, ca }: S3Storage): ConfigMapping => ({
  bucketnames: bucket,
  region,
  ...(endpoint === undefined ? {} : { endpoint, ...(endpoint.startsWith('http://') ? { insecure: true } : {}) }),
  ...((pathStyle ?? endpoint !== undefined) ? { s3forcepathstyle: true } : {}),
  ...(encryption === undefined ? {} : { sse: sseBlock(encryption) }),
  ...(ca === undefined ? {} : { http_config: { ca_file: `${CA_FOLDER}/${caKey(ca)}` } }),
});

const sseBlock = (encryption: NonNullable<S3Storage['encryption']>): ConfigMapping =>
  encryption.type === 'sse-s3'
    ? { type: 'SSE-S3' }
    : {
        type: 'SSE-KMS',
        kms_key_id: encryption.keyArn,
        ...(encryption.context === undefined ? {} : { kms_encryption_context: JSON.stringify(encryption.context) }),
      };

const gcsBlock = ({ bucket }: GcsStorage): ConfigMapping => ({ bucket_name: bucket });

/** Filled in from the environment, where Loki runs. */
const AZURE_KEY = '${AZURE_STORAGE_KEY}';

function azureBlock({ account, container, endpointSuffix, access }: AzureStorage): ConfigMapping {
  const base = {
    account_name: account,
    container_name: container,
    ...(endpointSuffix === undefined ? {} : { endpoint_suffix: endpointSuffix }),
  };
  switch (access.type) {
    case 'workload-identity':
      return { ...base, use_federated_token: true };
    case 'managed-identity':
      return {
        ...base,
        use_managed_identity: true,
        ...(access.clientId === undefined ? {} : { user_assigned_id: access.clientId }),
      };
    case 'account-key':
      return { ...base, account_key: AZURE_KEY };
  }
}

const dynamoDbBlock = (storage: DynamoDbStorage): ConfigMapping => ({
  s3: `s3://${storage.region}/${storage.bucket}`,
  dynamodb: tableBlock(storage),
});

/** Where the table is, and who knows how much it is used. */
export const tableBlock = ({ region, capacity }: DynamoDbStorage): ConfigMapping => {
  const autoscaling = capacity?.type === 'provisioned' ? capacity.autoscaling : undefined;
  return {
    dynamodb_url: `dynamodb://${region}`,
    ...(autoscaling === undefined ? {} : { metrics: { url: autoscaling.metricsUrl } }),
  };
};

/** What Loki's table manager makes its tables with; nothing when Loki's own presets will do. */
export function tableCapacity({ capacity }: DynamoDbStorage): ConfigMapping {
  if (capacity === undefined) return {};
  if (capacity.type === 'on-demand') return { index_tables_provisioning: { enable_ondemand_throughput_mode: true } };
  const { read, write, autoscaling } = capacity;
  return {
    index_tables_provisioning: {
      ...(read === undefined ? {} : { provisioned_read_throughput: read }),
      ...(write === undefined ? {} : { provisioned_write_throughput: write }),
      ...(autoscaling === undefined
        ? {}
        : { read_scale: scaleBlock(autoscaling, 'read'), write_scale: scaleBlock(autoscaling, 'write') }),
    },
  };
}

const scaleBlock = (autoscaling: DynamoDbAutoscaling, direction: 'read' | 'write'): ConfigMapping => ({
  enabled: true,
  min_capacity: autoscaling[direction].min,
  max_capacity: autoscaling[direction].max,
  ...(autoscaling.target === undefined ? {} : { target: autoscaling.target }),
});
