import { parseDuration } from '../kubernetes/duration';
import type { ConfigMapping } from '../kubernetes/merge';
import type { LokiConfig } from './config';
import type { SchemaPeriod } from './schema';
import type { DynamoDbStorage, LokiStorage } from './storage/storage';

export interface IamStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** An IAM policy document. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface IamPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly IamStatement[];
}

/** The partitions that ARNs name, by how their regions' names begin; all others are `aws`. */
const PARTITIONS: readonly (readonly [regions: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['eu-isoe-', 'aws-iso-e'],
  ['eusc-', 'aws-eusc'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
];

const partitionOf = (region: string): string =>
  PARTITIONS.find(([regions]) => region.startsWith(regions))?.[1] ?? 'aws';

/** Loki names its table without an account, which is then the one of the role that it calls with. */
const accountOf = ({ accountId, access }: DynamoDbStorage): string =>
  accountId ?? (access.type === 'irsa' ? /^arn:[^:]+:iam::(\d{12}):/.exec(access.roleArn)?.[1] : undefined) ?? '*';

/**
 * The calls that Loki makes for its storage, on exactly its bucket and table; undefined when it makes none in AWS.
 * Those that only some settings lead to are in it with these settings only.
 */
export function iamPolicy(
  storage: LokiStorage,
  schema: readonly SchemaPeriod[],
  config: LokiConfig,
): IamPolicy | undefined {
  if (storage.type !== 'dynamodb') return undefined;
  const { region, bucket, table } = storage;
  const partition = partitionOf(region);
  const bucketArn = `arn:${partition}:s3:::${bucket}`;
  // Of an index in files and of requests to delete, but never of chunks alone, Loki lists and deletes what is old.
  const deletesFiles =
    schema.some(({ store, objectStore }) => store !== 'aws' && objectStore === 's3') ||
    isOn(config, 'compactor', 'retention_enabled');
  const hasManyTables = schema.some(
    ({ store, index }) => store === 'aws' && parseDuration(index?.period ?? '24h') !== 0,
  );
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Chunks',
        Effect: 'Allow',
        Action: [...(deletesFiles ? ['s3:DeleteObject'] : []), 's3:GetObject', 's3:PutObject'],
        Resource: [`${bucketArn}/*`],
      },
      ...(deletesFiles
        ? [{ Sid: 'Files', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: [bucketArn] } as const]
        : []),
      {
        Sid: 'Index',
        Effect: 'Allow',
        Action: [
          'dynamodb:BatchWriteItem',
          'dynamodb:CreateTable',
          ...(isOn(config, 'table_manager', 'retention_deletes_enabled') ? ['dynamodb:DeleteTable'] : []),
          'dynamodb:DescribeTable',
          'dynamodb:ListTagsOfResource',
          'dynamodb:Query',
          // When the throughput that is asked for is not the one that the table has.
          'dynamodb:UpdateTable',
        ],
        // Tables for a while each are numbered.
        Resource: [
          `arn:${partition}:dynamodb:${region}:${accountOf(storage)}:table/${table}${hasManyTables ? '*' : ''}`,
        ],
      },
      // AWS knows this call for all tables only.
      { Sid: 'TableNames', Effect: 'Allow', Action: ['dynamodb:ListTables'], Resource: ['*'] },
    ],
  };
}

const isOn = (config: LokiConfig, block: string, key: string): boolean =>
  (config[block] as ConfigMapping | undefined)?.[key] === true;
