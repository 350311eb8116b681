import type { Problem } from '../../kubernetes/problem';

const REGION =
  /^(us|eu|ap|sa|ca|me|af|il|mx|cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-(north|south|east|west|central|northeast|northwest|southeast|southwest)-[1-9]$|^eusc-de-east-1$/;
const ROLE_ARN = /^arn:(aws|aws-cn|aws-us-gov|aws-iso|aws-iso-b|aws-eusc):iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Refuses what has not the shape of an AWS region. */
export const checkRegion = (region: unknown, path: string): Problem[] =>
  typeof region === 'string' && REGION.test(region)
    ? []
    : [{ path, message: `${JSON.stringify(region)} is not an AWS region`, remedy: regionRemedy(region) }];

function regionRemedy(region: unknown): string {
  const spaced =
    typeof region === 'string' ? /^([a-z]{2})[-_ ]?([a-z]+)[-_ ]?([1-9])[a-f]?$/i.exec(region.trim()) : null;
  const meant = spaced === null ? '' : `${spaced[1]}-${spaced[2]}-${spaced[3]}`.toLowerCase();
  return REGION.test(meant) ? `did you mean "${meant}"?` : 'write it as "eu-west-1"';
}

/** Refuses what is not the ARN of an IAM role. */
export const checkRoleArn = (arn: unknown, path: string): Problem[] =>
  typeof arn === 'string' && ROLE_ARN.test(arn)
    ? []
    : [
        {
          path,
          message: `${JSON.stringify(arn)} is not the ARN of an IAM role`,
          remedy: 'write "arn:aws:iam::<account, twelve digits>:role/<name>"',
        },
      ];

/**
 * Refuses what S3 refuses as a bucket's name.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function checkBucketName(bucket: unknown, path: string): Problem[] {
  if (typeof bucket === 'string' && /^s3:\/\//.test(bucket)) {
    return [{ path, message: `"${bucket}" is a URL`, remedy: `write the name alone: "${bucket.split('/').at(-1)}"` }];
  }
  const isName =
    typeof bucket === 'string' &&
    BUCKET.test(bucket) &&
    !bucket.includes('..') &&
    !/^(\d{1,3}\.){3}\d{1,3}$/.test(bucket) &&
    !/^(xn--|sthree-|amzn-s3-demo-)/.test(bucket) &&
    !/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(bucket);
  return isName
    ? []
    : [
        {
          path,
          message: `${JSON.stringify(bucket)} is not a bucket's name`,
          remedy: 'write 3 to 63 characters: a-z, 0-9, "-" and ".", a letter or digit at both ends',
        },
      ];
}

/** Refuses what is not an AWS account. */
export const checkAccountId = (accountId: string | undefined, path: string): Problem[] =>
  accountId === undefined || /^\d{12}$/.test(accountId)
    ? []
    : [{ path, message: `"${accountId}" is not an AWS account`, remedy: 'write its twelve digits' }];

const KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/;

/** Refuses what is not the ARN of a KMS key; an alias's can stand for another key tomorrow, and no policy can name it. */
export const checkKeyArn = (arn: unknown, path: string): Problem[] =>
  typeof arn === 'string' && KEY_ARN.test(arn)
    ? []
    : [
        {
          path,
          message: `${JSON.stringify(arn)} is not the ARN of a KMS key`,
          remedy: 'write "arn:aws:kms:<region>:<account, twelve digits>:key/<id>"',
        },
      ];

/** The host of a server's URL; undefined for what is more or less than that. */
export function hostOf(endpoint: string): string | undefined {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isServer =
    url !== undefined &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.pathname === '/' &&
    url.search === '';
  return isServer ? url.hostname : undefined;
}

/** Servers of AWS itself, which know its roles. */
const AWS_HOST = /(^|\.)amazonaws\.com(\.cn)?$/;

/** Whether a bucket is in AWS, not on a server that only speaks S3. */
export const isAws = ({ endpoint }: { readonly endpoint?: string }): boolean =>
  endpoint === undefined || AWS_HOST.test(hostOf(endpoint) ?? '');
