import type { Problem } from '../kubernetes/problem';
import { isAtLeast } from '../releases';
import { checkBucketName, checkRegion, checkRoleArn } from './aws-names';

/** How Loki's pods may call AWS. */
export type AwsAccess =
  | {
      /** An IAM role for the ServiceAccount. @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html */
      readonly type: 'irsa';
      /** `arn:aws:iam::<account>:role/<name>` */
      readonly roleArn: string;
    }
  | {
      /** The instance profile of the nodes: every pod on them has its rights. */
      readonly type: 'node-role';
    };

/** Index and chunks as files on the pod's volume: one replica. */
export interface FilesystemStorage {
  readonly type: 'filesystem';
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
  /** AWS account of the table, twelve digits: narrows the IAM policy to it. @default - the account of the role with `irsa`, else any */
  readonly accountId?: string;
  readonly access: AwsAccess;
}

/** Where Loki keeps its logs. Each kind has exactly the fields that it needs. */
export type LokiStorage = FilesystemStorage | DynamoDbStorage;

/** Loki's `storage_config.aws` for a DynamoDB index. */
export const dynamoDbConfig = ({ region, bucket }: DynamoDbStorage) => ({
  s3: `s3://${region}/${bucket}`,
  dynamodb: { dynamodb_url: `dynamodb://${region}` },
});

/** Annotations that give the ServiceAccount its rights. */
export const accessAnnotations = (storage: LokiStorage): Readonly<Record<string, string>> =>
  storage.type === 'dynamodb' && storage.access.type === 'irsa'
    ? { 'eks.amazonaws.com/role-arn': storage.access.roleArn }
    : {};

/** Refuses names that AWS refuses, and storage that the release cannot be trusted with. */
export function checkStorage(storage: LokiStorage, version: string, path: string): Problem[] {
  switch (storage.type) {
    case 'filesystem':
      return [];
    case 'dynamodb':
      return [
        ...checkRegion(storage.region, `${path}.region`),
        ...checkBucketName(storage.bucket, `${path}.bucket`),
        ...checkTableName(storage.table, `${path}.table`),
        ...checkAccountId(storage.accountId, `${path}.accountId`),
        ...(storage.access.type === 'irsa' ? checkRoleArn(storage.access.roleArn, `${path}.access.roleArn`) : []),
        ...(isAtLeast(version, '3.6')
          ? [
              {
                path: `${path}.type`,
                message: `DynamoDB with Loki ${version} loses logs on read: from 3.6 on it reads one page of an answer only, and ends when a query fails`,
                remedy: 'stay on 3.5, or move to TSDB by a further schema period',
              },
            ]
          : []),
      ];
  }
}

const checkTableName = (table: string, path: string): Problem[] =>
  /^[a-zA-Z0-9_.-]{3,255}$/.test(table)
    ? []
    : [
        {
          path,
          message: `${JSON.stringify(table)} is not a DynamoDB table's name`,
          remedy: 'write 3 to 255 letters, digits, "_", "-" and "."',
        },
      ];

const checkAccountId = (accountId: string | undefined, path: string): Problem[] =>
  accountId === undefined || /^\d{12}$/.test(accountId)
    ? []
    : [{ path, message: `"${accountId}" is not an AWS account`, remedy: 'write its twelve digits' }];
