import type { LokiConfig } from '../config';
import { isAws } from '../storage/aws-names';
import type { DynamoDbStorage, LokiStorage, S3Storage } from '../storage/storage';
import { type AzureIam, azureIamOf } from './azure';
import type { IamPolicy, IamTrustPolicy, PodIdentityAssociation } from './documents';
import { tableStatements } from './dynamodb';
import { type GcpIam, gcpIamOf } from './gcp';
import { NAMESPACE, toFillIn } from './placeholders';
import { bucketStatements, keyStatements } from './s3';
import { otherBuckets } from './settings';
import { associationOf, trustPolicyOf } from './trust';

/** What a Loki needs to be granted for its storages, each in the form that its cloud takes. */
export interface LokiIamDocuments {
  /**
   * The least rights in AWS: on the bucket that `storage` names, object by object, and on the tables. Buckets that `config` names by
   * itself are not in it, and neither is the key of a bucket that encrypts by its own default.
   */
  readonly policy?: IamPolicy;
  /** Who may act as the role: this ServiceAccount. None with access by `node-role` and by `keys`. */
  readonly trustPolicy?: IamTrustPolicy;
  /** What tells EKS of the role. With access by `pod-identity` only. */
  readonly podIdentityAssociation?: PodIdentityAssociation;
  readonly gcp?: GcpIam;
  readonly azure?: AzureIam;
}

export interface LokiIam extends LokiIamDocuments {
  /** What is still to be done to a document by hand: what it has to be filled in with, and what it does not know of. */
  readonly notes: readonly IamNote[];
}

export interface IamNote {
  readonly document: keyof LokiIamDocuments;
  readonly text: string;
}

/** What decides about it. */
export interface LokiIamInput {
  /** All that there are, the one that is written to first. */
  readonly storages: readonly LokiStorage[];
  /** The whole configuration that Loki gets. */
  readonly config: LokiConfig;
  readonly version: string;
  readonly serviceAccount: { readonly name: string; readonly namespace: string | undefined };
}

/** Undefined when there is nothing to grant. */
export function lokiIam(input: LokiIamInput): LokiIam | undefined {
  const { storages, config } = input;
  const serviceAccount = { ...input.serviceAccount, namespace: input.serviceAccount.namespace ?? NAMESPACE };
  const inAws = storages.filter(isInAws);
  const access = inAws[0]?.access;
  const gcs = storages.find((storage) => storage.type === 'gcs');
  const azure = storages.find((storage) => storage.type === 'azure');
  const all: LokiIamDocuments = {
    policy: access === undefined ? undefined : policyOf(inAws, input),
    trustPolicy: access && trustPolicyOf(access, serviceAccount),
    podIdentityAssociation: access && associationOf(access, serviceAccount),
    gcp: gcs && gcpIamOf(gcs, serviceAccount),
    azure: azure && azureIamOf(azure, serviceAccount),
  };
  const documents = (Object.keys(all) as (keyof LokiIamDocuments)[]).filter((key) => all[key] !== undefined);
  if (documents.length === 0) return undefined;
  return {
    ...Object.fromEntries(documents.map((key) => [key, all[key]])),
    notes: [
      ...(access === undefined ? [] : notesOfBuckets(inAws, config)),
      ...documents.flatMap((document) => toFillIn(all[document]).map((text) => ({ document, text }))),
    ],
  };
}

type AwsStorage = S3Storage | DynamoDbStorage;

const isInAws = (storage: LokiStorage): storage is AwsStorage =>
  storage.type === 'dynamodb' || (storage.type === 's3' && isAws(storage));

function policyOf(inAws: readonly AwsStorage[], { storages, config, version }: LokiIamInput): IamPolicy {
  const bucket = bucketOf(inAws, storages);
  return {
    Version: '2012-10-17',
    Statement: [
      ...(bucket === undefined ? [] : bucketStatements(bucket, config, version)),
      ...inAws.flatMap((storage) =>
        storage.type === 's3' ? keyStatements(storage) : tableStatements(storage, config, version),
      ),
    ],
  };
}

/** Loki takes all of S3 from one bucket: beside S3 storage, that one also holds the chunks of DynamoDB's. */
const bucketOf = (inAws: readonly AwsStorage[], storages: readonly LokiStorage[]): AwsStorage | undefined =>
  storages.some(({ type }) => type === 's3') ? inAws.find(({ type }) => type === 's3') : inAws[0];

const notesOfBuckets = (inAws: readonly AwsStorage[], config: LokiConfig): readonly IamNote[] =>
  otherBuckets(config, inAws[0]?.bucket ?? '').map((block) => ({
    document: 'policy',
    text: `says nothing of what ${block} names: add the rights on it`,
  }));
