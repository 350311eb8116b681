import type { LokiConfig } from '../config';
import type { S3Storage } from '../storage/storage';
import { bucketArn, partitionOf } from './arns';
import type { IamStatement } from './documents';
import { objectUses } from './objects';
import { unique } from './settings';

/** What Loki does in a bucket, each kind of objects by itself. */
export function bucketStatements(
  { region, bucket }: Pick<S3Storage, 'region' | 'bucket'>,
  config: LokiConfig,
  version: string,
): readonly IamStatement[] {
  const arn = bucketArn(region, bucket);
  const uses = objectUses(config, version, bucket);
  const listed = unique(uses.filter(({ isListed }) => isListed).flatMap(({ names }) => names));
  return [
    ...uses.map(
      ({ sid, names, calls }): IamStatement => ({
        Sid: sid,
        Effect: 'Allow',
        Action: calls,
        Resource: names.map((name) => `${arn}/${name}`),
      }),
    ),
    ...(listed.length === 0
      ? []
      : [
          {
            Sid: 'Listing',
            Effect: 'Allow',
            Action: ['s3:ListBucket'],
            Resource: [arn],
            // Whoever asks for an object that is not there lists by its whole name.
            Condition: { StringLike: { 's3:prefix': listed } },
          } as const,
        ]),
  ];
}

/** What S3 does with a key for whoever puts or gets an object. */
export function keyStatements({ region, bucket, encryption }: S3Storage): readonly IamStatement[] {
  if (encryption?.type !== 'sse-kms') return [];
  const arn = bucketArn(region, bucket);
  const forThisBucket = {
    // The bucket itself where it has a key of its own, made from this one.
    'kms:EncryptionContext:aws:s3:arn': [arn, `${arn}/*`],
    'kms:ViaService': `s3.${region}.${serviceDomain(region)}`,
  };
  const context = Object.entries(encryption.context ?? {}).map(
    ([key, value]) => [`kms:EncryptionContext:${key}`, value] as const,
  );
  return [
    {
      Sid: 'EncryptObjects',
      Effect: 'Allow',
      Action: ['kms:GenerateDataKey'],
      Resource: [encryption.keyArn],
      Condition: {
        ...(context.length === 0 ? {} : { StringEquals: Object.fromEntries(context) }),
        StringLike: forThisBucket,
      },
    },
    {
      Sid: 'DecryptObjects',
      Effect: 'Allow',
      Action: ['kms:Decrypt'],
      Resource: [encryption.keyArn],
      // Any context: objects keep the one that they were written with.
      Condition: { StringLike: forThisBucket },
    },
  ];
}

/** How names of services end; other partitions have domains of their own. */
const serviceDomain = (region: string): string =>
  ['aws', 'aws-us-gov'].includes(partitionOf(region)) ? 'amazonaws.com' : '*';
