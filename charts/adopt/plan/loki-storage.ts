import type { SchemaPeriod } from '../../loki/schema';
import type { AwsAccess } from '../../loki/storage/access';
import type { ObjectStore } from '../../loki/storage/object-store';
import type { LokiStorage, S3Storage } from '../../loki/storage/storage';
import { type Json, type JsonObject, objectIn, objectsIn, textIn, valueAt } from '../json';

/** Where a running Loki gets what its storage needs. */
export interface StorageSurroundings {
  /** Its configuration, credentials included: nothing of them is passed on. */
  readonly config: JsonObject;
  readonly serviceAccountAnnotations: Readonly<Record<string, string>>;
  readonly container: JsonObject;
  /** Name of a Secret for credentials that stand in the configuration. */
  readonly secretName: string;
}

export interface StorageFacts {
  readonly storage: LokiStorage;
  /** Keys of the Secret that has to be made, and what goes there. */
  readonly secretKeys: readonly string[];
}

/** Where the newest period keeps its logs, in this library's words; undefined for what it has none for. */
export function storageOf(newest: SchemaPeriod | undefined, around: StorageSurroundings): StorageFacts | undefined {
  if (newest?.store === 'aws') return dynamoDbOf(newest, around);
  switch (newest?.objectStore as ObjectStore | 'aws' | undefined) {
    case 'filesystem':
      return { storage: { type: 'filesystem' }, secretKeys: [] };
    case 's3':
    case 'aws':
      return s3Of(around);
    case 'gcs':
      return gcsOf(around);
    case 'azure':
      return azureOf(around);
    default:
      return undefined;
  }
}

const KEY_NAMES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;

/** The blocks in which Loki may be told of S3, the one that counts first. */
const s3Block = (config: JsonObject): JsonObject => {
  const common = objectIn(valueAt(config, 'common', 'storage', 's3'));
  return { ...common, ...objectIn(valueAt(config, 'storage_config', 'aws')) };
};

function s3Of({ config, ...around }: StorageSurroundings): StorageFacts | undefined {
  const block = s3Block(config);
  const url = parseS3Url(textIn(block.s3));
  const bucket = textIn(block.bucketnames) ?? url.bucket;
  const named = textIn(block.endpoint) ?? url.endpoint;
  const ofAws =
    named === undefined
      ? undefined
      : /^(?:https?:\/\/)?s3(?:[.-]([a-z0-9-]+))?\.amazonaws\.com(?:\.cn)?\/?$/.exec(named);
  const region = textIn(block.region) ?? url.region ?? ofAws?.[1] ?? (named === undefined ? undefined : 'us-east-1');
  if (bucket === undefined || bucket.includes(',') || region === undefined) return undefined;
  const isOwnServer = named !== undefined && ofAws === null;
  const endpoint = isOwnServer
    ? /^https?:\/\//.test(named)
      ? named
      : `${block.insecure === true ? 'http' : 'https'}://${named}`
    : undefined;
  const access = awsAccess(block, url, isOwnServer, around);
  const storage: S3Storage = {
    type: 's3',
    bucket,
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    access: access.access,
  };
  return { storage, secretKeys: access.secretKeys };
}

interface S3Url {
  readonly region?: string;
  readonly endpoint?: string;
  readonly bucket?: string;
  readonly hasCredentials: boolean;
}

/** `s3://key:secret@region/bucket`, or the host of a server in place of the region. */
export function parseS3Url(text: string | undefined): S3Url {
  const [, credentials, host, bucket] =
    // A secret may have any character in it, though Loki takes a `/` for the end of it.
    /^(?:s3|https?):\/\/(?:(\S*)@)?([^/@]+)(?:\/([^/?]+))?/.exec(text ?? '') ?? [];
  if (host === undefined) return { hasCredentials: false };
  const isRegion = !/[.:]/.test(host);
  return {
    ...(isRegion ? { region: host } : { endpoint: host.replace(/\.$/, '') }),
    bucket,
    hasCredentials: credentials !== undefined,
  };
}

function awsAccess(
  block: JsonObject,
  url: S3Url,
  isOwnServer: boolean,
  { serviceAccountAnnotations, container, secretName }: Omit<StorageSurroundings, 'config'>,
): { readonly access: AwsAccess; readonly secretKeys: readonly string[] } {
  const roleArn = serviceAccountAnnotations['eks.amazonaws.com/role-arn'];
  const inConfig = [block.access_key_id, block.secret_access_key].map(textIn);
  const [id, secret] = [
    secretRefOf(container, KEY_NAMES[0], isOwnServer) ?? secretRefOf(container, variableIn(inConfig[0]), true),
    secretRefOf(container, KEY_NAMES[1], isOwnServer) ?? secretRefOf(container, variableIn(inConfig[1]), true),
  ];
  if (id !== undefined && secret !== undefined && id.name === secret.name) {
    return {
      access: {
        type: 'keys',
        secretName: id.name,
        ...(id.key === KEY_NAMES[0] ? {} : { accessKeyIdKey: id.key }),
        ...(secret.key === KEY_NAMES[1] ? {} : { secretAccessKeyKey: secret.key }),
      },
      secretKeys: [],
    };
  }
  const isWritten = url.hasCredentials || (inConfig[1] !== undefined && variableIn(inConfig[1]) === undefined);
  if (isWritten || isOwnServer) return { access: { type: 'keys', secretName }, secretKeys: KEY_NAMES };
  return { access: roleArn === undefined ? { type: 'node-role' } : { type: 'irsa', roleArn }, secretKeys: [] };
}

/** `${NAME}` → `NAME` */
const variableIn = (text: string | undefined): string | undefined => /^\$\{(\w+)(?::-?[^}]*)?\}$/.exec(text ?? '')?.[1];

/**
 * The key of a Secret that a variable of a container comes from.
 * @param isSure whether the variable has to be there, so that it can only be among all those of a Secret
 */
function secretRefOf(
  container: JsonObject,
  variable: string | undefined,
  isSure: boolean,
): { readonly name: string; readonly key: string } | undefined {
  if (variable === undefined) return undefined;
  const entry = objectsIn(container.env).find(({ name }) => name === variable);
  const ref = valueAt(entry, 'valueFrom', 'secretKeyRef');
  const [name, key] = [textIn(valueAt(ref, 'name')), textIn(valueAt(ref, 'key'))];
  if (name !== undefined && key !== undefined) return { name, key };
  // Of all variables that a Secret gives, each is called as its key.
  const sources = objectsIn(container.envFrom).flatMap((source) => textIn(valueAt(source, 'secretRef', 'name')) ?? []);
  const [only, ...others] = sources;
  return isSure && entry === undefined && only !== undefined && others.length === 0
    ? { name: only, key: variable }
    : undefined;
}

function dynamoDbOf(newest: SchemaPeriod, { config, ...around }: StorageSurroundings): StorageFacts | undefined {
  const block = objectIn(valueAt(config, 'storage_config', 'aws'));
  const bucket = textIn(block.bucketnames) ?? parseS3Url(textIn(block.s3)).bucket;
  const region = parseS3Url(textIn(valueAt(block, 'dynamodb', 'dynamodb_url'))?.replace(/^dynamodb:/, 's3:')).region;
  const table = newest.index?.prefix;
  if (bucket === undefined || region === undefined || table === undefined) return undefined;
  const access = awsAccess(block, parseS3Url(textIn(block.s3)), false, around);
  return { storage: { type: 'dynamodb', region, table, bucket, access: access.access }, secretKeys: access.secretKeys };
}

function gcsOf({ config, serviceAccountAnnotations }: StorageSurroundings): StorageFacts | undefined {
  const bucket =
    textIn(valueAt(config, 'storage_config', 'gcs', 'bucket_name')) ??
    textIn(valueAt(config, 'common', 'storage', 'gcs', 'bucket_name'));
  const serviceAccount = serviceAccountAnnotations['iam.gke.io/gcp-service-account'];
  if (bucket === undefined) return undefined;
  const access =
    serviceAccount === undefined
      ? ({ type: 'node-service-account' } as const)
      : ({ type: 'workload-identity', serviceAccount } as const);
  return { storage: { type: 'gcs', bucket, access }, secretKeys: [] };
}

function azureOf(around: StorageSurroundings): StorageFacts | undefined {
  const { config, serviceAccountAnnotations, container, secretName } = around;
  const block: JsonObject = {
    ...objectIn(valueAt(config, 'common', 'storage', 'azure')),
    ...objectIn(valueAt(config, 'storage_config', 'azure')),
  };
  const [account, name] = [textIn(block.account_name), textIn(block.container_name)];
  if (account === undefined || name === undefined) return undefined;
  const base = {
    type: 'azure',
    account,
    container: name,
    ...optionalText('endpointSuffix', block.endpoint_suffix),
  } as const;
  const clientId = serviceAccountAnnotations['azure.workload.identity/client-id'];
  if (block.account_key !== undefined && block.account_key !== null) {
    const ref = secretRefOf(container, variableIn(textIn(block.account_key)), true);
    return ref === undefined
      ? { storage: { ...base, access: { type: 'account-key', secretName } }, secretKeys: ['AZURE_STORAGE_KEY'] }
      : { storage: { ...base, access: { type: 'account-key', secretName: ref.name, key: ref.key } }, secretKeys: [] };
  }
  if (block.use_federated_token === true && clientId !== undefined) {
    return { storage: { ...base, access: { type: 'workload-identity', clientId } }, secretKeys: [] };
  }
  return {
    storage: { ...base, access: { type: 'managed-identity', ...optionalText('clientId', block.user_assigned_id) } },
    secretKeys: [],
  };
}

const optionalText = <Key extends string>(key: Key, value: Json): { readonly [K in Key]?: string } => {
  const text = textIn(value);
  return (text === undefined || text === '' ? {} : { [key]: text }) as { readonly [K in Key]?: string };
};
