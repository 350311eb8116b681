import type { JsonObject } from '../json';
import { nameOf, type ReleaseObject } from '../read/release-object';
import type { StorageFacts } from './loki-storage';

/** What has to be made in the cluster, since no file has it. */
export function secretsToMake(stored: StorageFacts | undefined, secretName: string, where: string): readonly string[] {
  const keys = stored?.secretKeys ?? [];
  return keys.length === 0
    ? []
    : [
        `make Secret "${secretName}" with ${keys.map((key) => `key "${key}"`).join(' and ')}: the values that ${where} has`,
      ];
}

/** Credentials that the Secret of the storage is not for. */
export const besideStorage = (stored: StorageFacts | undefined, taken: readonly string[]): readonly string[] =>
  taken.filter(
    (path) => (stored?.secretKeys ?? []).length === 0 || !/(?:^|\.)(?:s3|aws|azure|object_store)\./.test(path),
  );

/** What a restart costs that applying anything causes. */
export const endsWithPod = (workload: ReleaseObject, what: string): string =>
  `${nameOf(workload)} keeps ${what} on a volume that ends with its pod, and applying restarts that: copy what has to stay`;

export function storageText(stored: StorageFacts | undefined): string {
  if (stored === undefined) return 'as its configuration says; there is no option for it';
  const { storage } = stored;
  const access = 'access' in storage ? `, access: ${storage.access.type}` : '';
  switch (storage.type) {
    case 'filesystem':
      return 'filesystem';
    case 's3':
      return `S3 bucket ${storage.bucket} in ${storage.region}${storage.endpoint === undefined ? '' : ` at ${storage.endpoint}`}${access}`;
    case 'gcs':
      return `Google Cloud Storage bucket ${storage.bucket}${access}`;
    case 'azure':
      return `Azure container ${storage.container} of ${storage.account}${access}`;
    case 'dynamodb':
      return `DynamoDB table ${storage.table}, S3 bucket ${storage.bucket} in ${storage.region}${access}`;
  }
}

export function volumeText(
  persistence: JsonObject,
  mount: { readonly volume: string; readonly mountPath: string; readonly isForeign: boolean },
  claims: readonly JsonObject[] | undefined,
): string {
  const at = `at ${mount.mountPath}`;
  if (persistence.type === 'claim') {
    const storageClass =
      persistence.storageClass === undefined
        ? 'the default class'
        : `class ${JSON.stringify(persistence.storageClass)}`;
    return `claims "${mount.volume}" of ${persistence.size}, ${storageClass}, ${at}${claims === undefined ? '' : ', as they are'}`;
  }
  return mount.isForeign ? `volume "${mount.volume}" ${at}, as it is` : `empty, ends with the pod, ${at}`;
}
