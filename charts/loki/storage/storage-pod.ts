import type { EnvVar, Volume, VolumeMount } from '../../kubernetes/types';
import type { AwsAccess } from './access';
import type { CertificateAuthority, LokiStorage } from './storage';

/** What pods need to get at a storage. */
export interface StorageNeeds {
  /** Annotations of the ServiceAccount. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly env: readonly EnvVar[];
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
}

const NOTHING: StorageNeeds = { annotations: {}, podLabels: {}, env: [], volumes: [], volumeMounts: [] };

export const CA_FOLDER = '/etc/loki-storage-ca';
const CA_VOLUME = 'storage-ca';
const GCP_KEY_FOLDER = '/etc/loki-storage-key';
const GCP_KEY_VOLUME = 'storage-key';

export const caKey = ({ key }: CertificateAuthority): string => key ?? 'ca.crt';

/** What pods need for all of their storages, each thing once. */
export const storageNeeds = (storages: readonly LokiStorage[]): StorageNeeds =>
  storages.map(needsOf).reduce(
    (all, needs) => ({
      annotations: { ...all.annotations, ...needs.annotations },
      podLabels: { ...all.podLabels, ...needs.podLabels },
      env: union(all.env, needs.env, ({ name }) => name),
      volumes: union(all.volumes, needs.volumes, ({ name }) => name),
      volumeMounts: union(all.volumeMounts, needs.volumeMounts, ({ mountPath }) => mountPath),
    }),
    NOTHING,
  );

const union = <Item>(first: readonly Item[], second: readonly Item[], key: (item: Item) => string): readonly Item[] => {
  const known = new Set(first.map(key));
  return [...first, ...second.filter((item) => !known.has(key(item)))];
};

function needsOf(storage: LokiStorage): StorageNeeds {
  switch (storage.type) {
    case 'filesystem':
      return NOTHING;
    case 's3':
      return { ...awsNeeds(storage.access), ...(storage.ca === undefined ? {} : caVolume(storage.ca)) };
    case 'dynamodb':
      return awsNeeds(storage.access);
    case 'gcs':
      return gcpNeeds(storage.access);
    case 'azure':
      return azureNeeds(storage.access);
  }
}

function awsNeeds(access: AwsAccess): StorageNeeds {
  switch (access.type) {
    case 'irsa':
      return { ...NOTHING, annotations: { 'eks.amazonaws.com/role-arn': access.roleArn } };
    case 'keys':
      return {
        ...NOTHING,
        // Where every AWS SDK looks first.
        env: [
          fromSecret('AWS_ACCESS_KEY_ID', access.secretName, access.accessKeyIdKey ?? 'AWS_ACCESS_KEY_ID'),
          fromSecret('AWS_SECRET_ACCESS_KEY', access.secretName, access.secretAccessKeyKey ?? 'AWS_SECRET_ACCESS_KEY'),
        ],
      };
    case 'pod-identity':
    case 'node-role':
      return NOTHING;
  }
}

function gcpNeeds(access: Extract<LokiStorage, { type: 'gcs' }>['access']): StorageNeeds {
  switch (access.type) {
    case 'workload-identity':
      return access.serviceAccount === undefined
        ? NOTHING
        : { ...NOTHING, annotations: { 'iam.gke.io/gcp-service-account': access.serviceAccount } };
    case 'node-service-account':
      return NOTHING;
    case 'key': {
      const key = access.key ?? 'key.json';
      return {
        ...NOTHING,
        env: [{ name: 'GOOGLE_APPLICATION_CREDENTIALS', value: `${GCP_KEY_FOLDER}/${key}` }],
        volumes: [{ name: GCP_KEY_VOLUME, secret: { secretName: access.secretName, items: [{ key, path: key }] } }],
        volumeMounts: [{ name: GCP_KEY_VOLUME, mountPath: GCP_KEY_FOLDER, readOnly: true }],
      };
    }
  }
}

function azureNeeds(access: Extract<LokiStorage, { type: 'azure' }>['access']): StorageNeeds {
  switch (access.type) {
    case 'workload-identity':
      return {
        ...NOTHING,
        annotations: { 'azure.workload.identity/client-id': access.clientId },
        podLabels: { 'azure.workload.identity/use': 'true' },
      };
    case 'managed-identity':
      return NOTHING;
    case 'account-key':
      return {
        ...NOTHING,
        env: [fromSecret('AZURE_STORAGE_KEY', access.secretName, access.key ?? 'AZURE_STORAGE_KEY')],
      };
  }
}

const fromSecret = (name: string, secret: string, key: string): EnvVar => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

function caVolume(ca: CertificateAuthority): Pick<StorageNeeds, 'volumes' | 'volumeMounts'> {
  const key = caKey(ca);
  const items = [{ key, path: key }];
  const source =
    'configMap' in ca ? { configMap: { name: ca.configMap, items } } : { secret: { secretName: ca.secret, items } };
  return {
    volumes: [{ name: CA_VOLUME, ...source }],
    volumeMounts: [{ name: CA_VOLUME, mountPath: CA_FOLDER, readOnly: true }],
  };
}
