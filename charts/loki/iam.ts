import type { LokiStorage } from './storage';

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

/** The partition that a region belongs to, as ARNs name it. */
const partitionOf = (region: string): string => {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
};

/** The calls that Loki makes for its storage, on exactly its bucket and table. */
export function iamPolicy(storage: LokiStorage): IamPolicy | undefined {
  if (storage.type !== 'dynamodb') return undefined;
  const { region, bucket, table, accountId = '*' } = storage;
  const partition = partitionOf(region);
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Chunks',
        Effect: 'Allow',
        Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        Resource: [`arn:${partition}:s3:::${bucket}/*`],
      },
      { Sid: 'ChunkList', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: [`arn:${partition}:s3:::${bucket}`] },
      {
        Sid: 'Index',
        Effect: 'Allow',
        Action: [
          'dynamodb:BatchGetItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:CreateTable',
          'dynamodb:DescribeTable',
          'dynamodb:ListTagsOfResource',
          'dynamodb:Query',
          'dynamodb:TagResource',
          'dynamodb:UntagResource',
          'dynamodb:UpdateTable',
        ],
        Resource: [`arn:${partition}:dynamodb:${region}:${accountId}:table/${table}`],
      },
      // AWS knows this call for all tables only.
      { Sid: 'IndexTables', Effect: 'Allow', Action: ['dynamodb:ListTables'], Resource: ['*'] },
    ],
  };
}
