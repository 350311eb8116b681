import type { Problem } from '../kubernetes/problem';
import type { SchemaPeriod } from './schema';
import { isShared, type ObjectStore, objectStoreOf } from './storage/object-store';
import type { DynamoDbStorage, LokiStorage, S3Storage } from './storage/storage';
import { checkStorage } from './storage/storage-check';

/** Refuses each storage by itself, and storages that one configuration cannot hold together. */
export function checkStorages(storage: LokiStorage, earlier: readonly LokiStorage[], version: string): Problem[] {
  return [
    ...checkStorage(storage, version, 'storage'),
    ...earlier.flatMap((each, index) => {
      const path = `earlierStorage[${index}]`;
      return [
        ...checkStorage(each, version, path),
        ...checkTogether(each, [storage, ...earlier.slice(0, index)], path),
      ];
    }),
  ];
}

/** Refuses a storage that one configuration cannot hold beside the others. */
export function checkTogether(storage: LokiStorage, others: readonly LokiStorage[], path: string): Problem[] {
  const same = others.find(({ type }) => type === storage.type);
  if (same !== undefined) {
    return [
      {
        path: `${path}.type`,
        message: `is "${storage.type}" again, and a configuration of Loki holds one of each`,
        remedy: 'keep the bucket that the logs are in, or write the second one as named_stores in config',
      },
    ];
  }
  const bucket = bucketOf(storage);
  const otherBucket = others.map(bucketOf).find((other) => other !== undefined);
  const problems: Problem[] = [];
  if (bucket !== undefined && otherBucket !== undefined && bucket !== otherBucket) {
    problems.push({
      path: `${path}.bucket`,
      message: `is "${bucket}", and Loki takes all of S3 from one bucket, "${otherBucket}"`,
      remedy: `write "${otherBucket}": new periods go to the bucket that the old chunks are in`,
    });
  }
  const account = others.find(
    (other) => isAws(other) && isAws(storage) && JSON.stringify(other.access) !== JSON.stringify(storage.access),
  );
  if (account !== undefined) {
    problems.push({
      path: `${path}.access`,
      message: `is another than that of "${account.type}", and all of Loki calls AWS as one`,
      remedy: 'write the same access, with the rights for both',
    });
  }
  const prefix = prefixOf(storage);
  const other = others.find((each) => prefixOf(each) !== prefix);
  if (other !== undefined) {
    const otherPrefix = prefixOf(other);
    problems.push({
      path: `${path}.prefix`,
      message: `is ${shown(prefix)}, that of ${other.type} is ${shown(otherPrefix)}, and one prefix goes before the objects of every storage: nothing older would be found`,
      remedy:
        prefix === undefined
          ? 'leave the prefix out of the new storage too'
          : `write "${prefix}" in the new storage too`,
    });
  }
  return problems;
}

const isAws = (storage: LokiStorage): storage is S3Storage | DynamoDbStorage =>
  storage.type === 's3' || storage.type === 'dynamodb';

const bucketOf = (storage: LokiStorage): string | undefined => (isAws(storage) ? storage.bucket : undefined);

/** What the names of a storage's objects begin with. */
export const prefixOf = (storage: LokiStorage): string | undefined =>
  'prefix' in storage ? storage.prefix : undefined;

const shown = (prefix: string | undefined): string => (prefix === undefined ? 'none' : JSON.stringify(prefix));

/** Refuses periods whose logs would be nowhere. */
export function checkSchemaFitsStorage(
  schema: readonly SchemaPeriod[],
  storage: LokiStorage,
  earlier: readonly LokiStorage[],
): Problem[] {
  if (!Array.isArray(schema)) return [];
  const storages = [storage, ...earlier];
  const dynamoDb = storages.find((each) => each.type === 'dynamodb');
  const known = new Set(storages.map(objectStoreOf));
  // The pod's volume is there in any case.
  known.add('filesystem');
  const last = schema.length - 1;
  return schema.flatMap(({ store, objectStore, index }: SchemaPeriod, position): Problem[] => {
    const path = `schema[${position}]`;
    if (store === 'aws' && dynamoDb === undefined) {
      return [missing(`${path}.store`, 'needs a storage that says which table', 'dynamodb', position === last)];
    }
    if (!known.has(objectStore)) {
      return [
        missing(
          `${path}.objectStore`,
          `needs a storage that says which ${placeOf(objectStore)}`,
          objectStore,
          position === last,
        ),
      ];
    }
    if (store === 'aws' && index?.prefix !== dynamoDb?.table) {
      return [
        {
          path: `${path}.index.prefix`,
          message: `is ${JSON.stringify(index?.prefix ?? 'index_')}, the table is "${dynamoDb?.table}"`,
          remedy: `write "${dynamoDb?.table}"`,
        },
      ];
    }
    const wanted = objectStoreOf(storage);
    return position === last && objectStore !== wanted && isShared(storage)
      ? [
          {
            path: `${path}.objectStore`,
            message: `is "${objectStore}", and logs written from now on would not go to the storage, "${storage.type}"`,
            remedy: `add a period with objectStore "${wanted}" that is still to come, or move the storage to earlierStorage`,
          },
        ]
      : [];
  });
}

const placeOf = (objectStore: ObjectStore): string => (objectStore === 'azure' ? 'container' : 'bucket');

const missing = (path: string, message: string, type: string, isLast: boolean): Problem => ({
  path,
  message,
  remedy: isLast ? `set storage to { type: '${type}', … }` : `name it in earlierStorage: [{ type: '${type}', … }]`,
});
