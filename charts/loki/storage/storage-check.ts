import { checkSubdomain } from '../../kubernetes/checks/names';
import type { Problem } from '../../kubernetes/problem';
import { isAtLeast } from '../../releases';
import type { AwsAccess, AzureAccess, GcpAccess } from './access';
import { checkAccountId, checkBucketName, checkKeyArn, checkRegion, checkRoleArn, hostOf, isAws } from './aws-names';
import type {
  AzureStorage,
  CertificateAuthority,
  DynamoDbCapacity,
  DynamoDbStorage,
  GcsStorage,
  LokiStorage,
  S3Storage,
} from './storage';

/** Refuses names that a cloud refuses, and storage that the release cannot be trusted with. */
export function checkStorage(storage: LokiStorage, version: string, path: string): Problem[] {
  switch (storage.type) {
    case 'filesystem':
      return [];
    case 's3':
      return checkS3(storage, version, path);
    case 'gcs':
      return checkGcs(storage, version, path);
    case 'azure':
      return checkAzure(storage, version, path);
    case 'dynamodb':
      return checkDynamoDb(storage, version, path);
  }
}

function checkS3(storage: S3Storage, version: string, path: string): Problem[] {
  const { bucket, region, endpoint, access, encryption, ca, prefix } = storage;
  const host = endpoint === undefined ? undefined : hostOf(endpoint);
  const inAws = isAws(storage);
  return [
    ...checkBucketName(bucket, `${path}.bucket`),
    ...(inAws ? checkRegion(region, `${path}.region`) : []),
    ...(endpoint === undefined || host !== undefined ? [] : [notAnEndpoint(endpoint, `${path}.endpoint`)]),
    ...checkPrefix(prefix, version, `${path}.prefix`),
    ...checkAwsAccess(access, version, `${path}.access`),
    ...(inAws || host === undefined || access.type === 'keys'
      ? []
      : [
          {
            path: `${path}.access.type`,
            message: `is "${access.type}", which AWS alone understands, and the endpoint is "${endpoint}"`,
            remedy: "write { type: 'keys', secretName: … }, or leave the endpoint out",
          },
        ]),
    ...(encryption?.type === 'sse-kms' ? checkKeyArn(encryption.keyArn, `${path}.encryption.keyArn`) : []),
    ...(encryption === undefined ? [] : needs('2.2', version, `${path}.encryption`, 'what S3 encrypts with')),
    ...(ca === undefined ? [] : checkCa(ca, version, `${path}.ca`)),
    ...(ca !== undefined && endpoint === undefined
      ? [
          {
            path: `${path}.ca`,
            message: 'is for an endpoint, and there is none',
            remedy: 'set endpoint, or take it out',
          },
        ]
      : []),
  ];
}

const checkGcs = ({ bucket, prefix, access }: GcsStorage, version: string, path: string): Problem[] => [
  ...checkGcsBucket(bucket, `${path}.bucket`),
  ...checkPrefix(prefix, version, `${path}.prefix`),
  ...checkGcpAccess(access, `${path}.access`),
];

const checkAzure = (storage: AzureStorage, version: string, path: string): Problem[] => [
  ...matches(storage.account, /^[a-z0-9]{3,24}$/, `${path}.account`, {
    what: "a storage account's name",
    remedy: 'write 3 to 24 characters: a-z and 0-9',
  }),
  ...matches(storage.container, /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/, `${path}.container`, {
    what: "a container's name",
    remedy: 'write 3 to 63 characters: a-z, 0-9 and single "-", a letter or digit at both ends',
  }),
  ...(storage.endpointSuffix === undefined
    ? []
    : matches(storage.endpointSuffix, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, `${path}.endpointSuffix`, {
        what: "the end of an account's address",
        remedy: 'write it as "blob.core.windows.net"',
      })),
  ...checkPrefix(storage.prefix, version, `${path}.prefix`),
  ...checkAzureAccess(storage.access, version, `${path}.access`),
];

const checkDynamoDb = (storage: DynamoDbStorage, version: string, path: string): Problem[] => [
  ...checkRegion(storage.region, `${path}.region`),
  ...checkBucketName(storage.bucket, `${path}.bucket`),
  ...matches(storage.table, /^[a-zA-Z0-9_.-]{3,255}$/, `${path}.table`, {
    what: "a DynamoDB table's name",
    remedy: 'write 3 to 255 letters, digits, "_", "-" and "."',
  }),
  ...checkAccountId(storage.accountId, `${path}.accountId`),
  ...(storage.capacity === undefined ? [] : checkCapacity(storage.capacity, `${path}.capacity`)),
  ...checkAwsAccess(storage.access, version, `${path}.access`),
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

function checkCapacity(capacity: DynamoDbCapacity, path: string): Problem[] {
  if (capacity.type === 'on-demand') return [];
  const { read, write, autoscaling } = capacity;
  return [
    ...(read === undefined ? [] : checkUnits(read, `${path}.read`)),
    ...(write === undefined ? [] : checkUnits(write, `${path}.write`)),
    ...(autoscaling === undefined
      ? []
      : [
          ...(hostOf(autoscaling.metricsUrl) === undefined
            ? [
                {
                  path: `${path}.autoscaling.metricsUrl`,
                  message: `${JSON.stringify(autoscaling.metricsUrl)} is not the URL of a Prometheus`,
                  remedy: 'write "http://<host>:9090"',
                },
              ]
            : []),
          ...(['read', 'write'] as const).flatMap((direction) => {
            const { min, max } = autoscaling[direction];
            const at = `${path}.autoscaling.${direction}`;
            const problems = [...checkUnits(min, `${at}.min`), ...checkUnits(max, `${at}.max`)];
            if (problems.length > 0 || min <= max) return problems;
            return [{ path: `${at}.min`, message: `${min} is more than max, ${max}`, remedy: `write ${max} or less` }];
          }),
          ...(autoscaling.target === undefined || (autoscaling.target >= 1 && autoscaling.target <= 100)
            ? []
            : [
                {
                  path: `${path}.autoscaling.target`,
                  message: `${autoscaling.target} is not a share of the capacity in per cent`,
                  remedy: 'write 1 to 100',
                },
              ]),
        ]),
  ];
}

const checkUnits = (units: number, path: string): Problem[] =>
  Number.isInteger(units) && units > 0
    ? []
    : [{ path, message: `${units} is not a number of capacity units`, remedy: 'write a whole number from 1' }];

function checkAwsAccess(access: AwsAccess, version: string, path: string): Problem[] {
  switch (access.type) {
    case 'irsa':
      return [
        ...checkRoleArn(access.roleArn, `${path}.roleArn`),
        ...(access.oidcProvider === undefined
          ? []
          : matches(access.oidcProvider, /^(?!https?:)[\w.-]+(\/[\w.-]+)+$/, `${path}.oidcProvider`, {
              what: 'an OpenID Connect provider without its scheme',
              remedy: 'write it as "oidc.eks.<region>.amazonaws.com/id/<id>"',
            })),
      ];
    case 'pod-identity':
      return [
        ...checkRoleArn(access.roleArn, `${path}.roleArn`),
        ...matches(access.clusterName, /^[0-9A-Za-z][\w-]{0,99}$/, `${path}.clusterName`, {
          what: "an EKS cluster's name",
          remedy: 'write 1 to 100 letters, digits, "-" and "_"',
        }),
        ...needs('3.0', version, `${path}.type`, 'Pod Identity', "write { type: 'irsa', roleArn: … }"),
      ];
    case 'keys':
      return checkSecret(access.secretName, `${path}.secretName`, [
        [access.accessKeyIdKey, `${path}.accessKeyIdKey`],
        [access.secretAccessKeyKey, `${path}.secretAccessKeyKey`],
      ]);
    case 'node-role':
      return [];
  }
}

function checkGcpAccess(access: GcpAccess, path: string): Problem[] {
  switch (access.type) {
    case 'workload-identity':
      return access.serviceAccount === undefined
        ? []
        : matches(
            access.serviceAccount,
            /^[a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z0-9.-]+\.iam\.gserviceaccount\.com$/,
            `${path}.serviceAccount`,
            {
              what: "a service account's e-mail",
              remedy: 'write it as "<name>@<project>.iam.gserviceaccount.com"',
            },
          );
    case 'key':
      return checkSecret(access.secretName, `${path}.secretName`, [[access.key, `${path}.key`]]);
    case 'node-service-account':
      return [];
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function checkAzureAccess(access: AzureAccess, version: string, path: string): Problem[] {
  const id = (clientId: string) =>
    matches(clientId, UUID, `${path}.clientId`, { what: 'a client id', remedy: 'write a UUID' });
  switch (access.type) {
    case 'workload-identity':
      return [...id(access.clientId), ...needs('2.9', version, `${path}.type`, 'workload identity')];
    case 'managed-identity':
      return [
        ...(access.clientId === undefined ? [] : id(access.clientId)),
        ...needs('2.2', version, `${path}.type`, 'managed identities'),
      ];
    case 'account-key':
      return checkSecret(access.secretName, `${path}.secretName`, [[access.key, `${path}.key`]]);
  }
}

function checkCa(ca: CertificateAuthority, version: string, path: string): Problem[] {
  const [name, at] = 'configMap' in ca ? [ca.configMap, `${path}.configMap`] : [ca.secret, `${path}.secret`];
  return [
    ...checkSecret(name, at, [[ca.key, `${path}.key`]]),
    ...needs('2.2', version, path, 'certificates of one’s own'),
  ];
}

const checkSecret = (
  name: string,
  path: string,
  keys: readonly (readonly [string | undefined, string])[],
): Problem[] => [
  ...checkSubdomain(name, path),
  ...keys.flatMap(([key, at]) =>
    key === undefined
      ? []
      : matches(key, /^[-._a-zA-Z0-9]{1,253}$/, at, {
          what: 'a key of a Secret',
          remedy: 'write letters, digits, "-", "_" and "."',
        }),
  ),
];

const checkPrefix = (prefix: string | undefined, version: string, path: string): Problem[] =>
  prefix === undefined
    ? []
    : [
        ...matches(prefix, /^[\w.-]+(\/[\w.-]+)*\/$/, path, {
          what: "the beginning of objects' names",
          remedy: 'write it as "loki/": no "/" before it, one after it',
        }),
        ...needs('3.0', version, path, 'a prefix'),
      ];

const checkGcsBucket = (bucket: string, path: string): Problem[] =>
  /^gs:\/\//.test(bucket)
    ? [{ path, message: `"${bucket}" is a URL`, remedy: `write the name alone: "${bucket.split('/')[2] ?? ''}"` }]
    : matches(bucket, /^(?!goog)[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/, path, {
        what: "a bucket's name",
        remedy: 'write 3 to 63 characters: a-z, 0-9, "-", "_" and ".", a letter or digit at both ends',
      });

const notAnEndpoint = (endpoint: string, path: string): Problem => ({
  path,
  // It may hold a password, which is not repeated.
  message: `${/@/.test(endpoint) ? 'what is written' : JSON.stringify(endpoint)} is not the URL of a server`,
  remedy: 'write "https://<host>:<port>" alone: the bucket, the region and the keys have places of their own',
});

const needs = (
  minimum: `${number}.${number}`,
  version: string,
  path: string,
  what: string,
  remedy = 'take a newer release, or leave it out',
): Problem[] =>
  isAtLeast(version, minimum)
    ? []
    : [{ path, message: `Loki ${version} does not know ${what}: ${minimum} does`, remedy }];

const matches = (
  value: unknown,
  pattern: RegExp,
  path: string,
  { what, remedy }: { readonly what: string; readonly remedy: string },
): Problem[] =>
  typeof value === 'string' && pattern.test(value)
    ? []
    : [{ path, message: `${JSON.stringify(value)} is not ${what}`, remedy }];
