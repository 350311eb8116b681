import type { AwsAccess } from '../storage/access';

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

export const partitionOf = (region: string): string =>
  PARTITIONS.find(([regions]) => region.startsWith(regions))?.[1] ?? 'aws';

export const bucketArn = (region: string, bucket: string): string => `arn:${partitionOf(region)}:s3:::${bucket}`;

/** Where a role is; undefined for what is not the ARN of one. */
export function roleParts(roleArn: string): { readonly partition: string; readonly account: string } | undefined {
  const [, partition, account] = /^arn:([^:]+):iam::(\d{12}):/.exec(roleArn) ?? [];
  return partition === undefined || account === undefined ? undefined : { partition, account };
}

/** The account of the role that pods act as; undefined when none is named. */
export const accountOf = (access: AwsAccess): string | undefined =>
  'roleArn' in access ? roleParts(access.roleArn)?.account : undefined;
