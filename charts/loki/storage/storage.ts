import type { AwsAccess, AzureAccess, GcpAccess } from './access';

/** Where Loki keeps its logs. Each kind has exactly the fields that it needs. */
export type LokiStorage = FilesystemStorage | S3Storage | GcsStorage | AzureStorage | DynamoDbStorage;

/** Index and chunks as files on the pod's volume: one replica. */
export interface FilesystemStorage {
  readonly type: 'filesystem';
}

/** Index and chunks in one S3 bucket, or in one of a server that speaks S3. */
export interface S3Storage {
  readonly type: 's3';
  /** Name of the bucket. It must exist, and be nobody else's. */
  readonly bucket: string;
  /** AWS region of the bucket: `'eu-west-1'`. With `endpoint`: what that server calls its region, often `'us-east-1'`. */
  readonly region: string;
  /**
   * A server that speaks S3: `'https://minio.example.com:9000'`; `http://` for one without TLS. Other than AWS's own needs access
   * by `keys`.
   * @default - AWS S3
   */
  readonly endpoint?: string;
  /** Whether the bucket's name goes into the URL's path instead of its host: Loki's `s3forcepathstyle`. @default - true with `endpoint`, else false */
  readonly pathStyle?: boolean;
  /** What all objects' names begin with but those of rules, with a `/` at the end: `'loki/'`. From Loki 3.0 on. @default - nothing */
  readonly prefix?: string;
  /** How S3 encrypts the objects. @default - as the bucket does */
  readonly encryption?: S3Encryption;
  /** Whose certificates are trusted for `endpoint`, as PEM. @default - those of the image */
  readonly ca?: CertificateAuthority;
  readonly access: AwsAccess;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html */
export type S3Encryption =
  | { readonly type: 'sse-s3' }
  | {
      readonly type: 'sse-kms';
      /** The key's ARN: `arn:aws:kms:<region>:<account>:key/<id>`. */
      readonly keyArn: string;
      /** Encryption context. @default - none */
      readonly context?: Readonly<Record<string, string>>;
    };

/** A certificate in an object of the pods' namespace. It must exist. */
export type CertificateAuthority =
  | {
      readonly configMap: string;
      /** @default 'ca.crt' */
      readonly key?: string;
    }
  | {
      readonly secret: string;
      /** @default 'ca.crt' */
      readonly key?: string;
    };

/** Index and chunks in one bucket of Google Cloud Storage. */
export interface GcsStorage {
  readonly type: 'gcs';
  /** Name of the bucket. It must exist, and be nobody else's. */
  readonly bucket: string;
  /** What all objects' names begin with but those of rules, with a `/` at the end: `'loki/'`. From Loki 3.0 on. @default - nothing */
  readonly prefix?: string;
  readonly access: GcpAccess;
}

/** Index and chunks in one container of Azure Blob Storage. */
export interface AzureStorage {
  readonly type: 'azure';
  /** Name of the storage account. */
  readonly account: string;
  /** Name of the container. It must exist, and be nobody else's. */
  readonly container: string;
  /** Suffix of the account's address in another cloud: `'blob.core.chinacloudapi.cn'`. @default - Azure's public cloud */
  readonly endpointSuffix?: string;
  /** What all objects' names begin with but those of rules, with a `/` at the end: `'loki/'`. From Loki 3.0 on. @default - nothing */
  readonly prefix?: string;
  readonly access: AzureAccess;
}

/**
 * The index in a DynamoDB table, the chunks in S3: as the article of 2021 has it. For Loki up to 3.5: from 3.6 on it reads
 * only the first page of what DynamoDB answers, and ends when a query fails.
 */
export interface DynamoDbStorage {
  readonly type: 'dynamodb';
  /** AWS region of both table and bucket: `'us-east-1'`. */
  readonly region: string;
  /** Name of the table: the schema's period has it as its prefix, with period `'0s'`. */
  readonly table: string;
  /** Name of the S3 bucket that the chunks go to. It must exist. */
  readonly bucket: string;
  /** AWS account of the table, twelve digits: narrows the IAM policy to it. @default - the account of the role with `irsa` or `pod-identity`, else any */
  readonly accountId?: string;
  /** What the table can take in and give out. @default - Loki's own: 300 units to read, 1000 to write, for ever */
  readonly capacity?: DynamoDbCapacity;
  readonly access: AwsAccess;
}

/** How a table is paid for. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html */
export type DynamoDbCapacity =
  | { readonly type: 'on-demand' }
  | {
      readonly type: 'provisioned';
      /** Units of one read of 4 KiB a second. @default 300 */
      readonly read?: number;
      /** Units of one write of 1 KiB a second. @default 1000 */
      readonly write?: number;
      /** Lets Loki move both within bounds. @default - fixed */
      readonly autoscaling?: DynamoDbAutoscaling;
    };

/**
 * Loki's table manager moves the capacity itself, by what Prometheus says of the table's use. Its queries name the metrics of Cortex: where
 * your release names them otherwise, write your own as `storage_config.aws.dynamodb.metrics` in `config`.
 */
export interface DynamoDbAutoscaling {
  /** Address of a Prometheus that scrapes this Loki: `'http://prometheus.monitoring:9090'`. */
  readonly metricsUrl: string;
  /** Share of the capacity to be in use, in per cent. @default 80 */
  readonly target?: number;
  readonly read: CapacityBounds;
  readonly write: CapacityBounds;
}

/** In units of capacity. */
export interface CapacityBounds {
  readonly min: number;
  readonly max: number;
}
