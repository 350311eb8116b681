import { refused } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { closest } from '../../../kubernetes/closest';
import type { Rule } from './rule';

const TABLE_STORES = ['aws-dynamo', 'gcp', 'gcp-columnkey', 'bigtable', 'bigtable-hashed', 'cassandra', 'grpc-store'];
const CLOUDS = ['filesystem', 's3', 'aws', 'gcs', 'azure', 'swift'];
const MORE_CLOUDS = ['alibabacloud', 'bos', 'cos'];
/** The kinds of `storage_config.named_stores`. */
export const NAMED_KINDS = ['aws', 'azure', 'bos', 'filesystem', 'gcs', 'alibabacloud', 'swift', 'cos', 's3'];

/** What `store` may name. */
export const indexStores = (settings: Settings): string[] => [
  ...(settings.isAtLeast('2.6') ? ['tsdb'] : []),
  'boltdb-shipper',
  'aws',
  'boltdb',
  ...TABLE_STORES,
  'inmemory',
];

/** What `object_store` and `delete_request_store` may name, apart from named stores. */
export function objectStores(settings: Settings): string[] {
  if (usesThanos(settings)) return ['s3', 'gcs', 'azure', 'swift', 'filesystem', 'alibabacloud', 'bos'];
  return [
    ...CLOUDS,
    ...(settings.isAtLeast('2.2') ? MORE_CLOUDS : []),
    ...(settings.isAtLeast('3.6') ? ['noop'] : []),
    ...TABLE_STORES,
    'inmemory',
  ];
}

/** Other clients, other keys: `storage_config.object_store` in place of `storage_config.aws` and its like. */
export const usesThanos = (settings: Settings): boolean => settings.bool('storage_config.use_thanos_objstore');

/** Where the stores with names of their own stand: name → path of its block. */
export function namedStores(settings: Settings): Map<string, { readonly kind: string; readonly path: string }> {
  const base = usesThanos(settings) ? 'storage_config.object_store.named_stores' : 'storage_config.named_stores';
  const stores = new Map<string, { kind: string; path: string }>();
  for (const kind of NAMED_KINDS) {
    for (const name of settings.keysBelow(`${base}.${kind}`)) {
      const key = /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
      stores.set(name, { kind, path: `${base}.${kind}${key}` });
    }
  }
  return stores;
}

/** Loki 3 refuses a store that it does not know; Loki 2 takes it and ends right after the start. */
export const knownStores: Rule = ({ settings, periods }) => {
  const indexes = indexStores(settings);
  const objects = [...objectStores(settings), ...namedStores(settings).keys()];
  return periods.flatMap(({ path, store, objectStore }) => {
    const isSaid = settings.text(`${path}.object_store`) !== '';
    // Loki 2 keeps chunks where the index is, when the index is kept in a store that can hold both.
    const isMissing = !isSaid && (settings.isAtLeast('3.0') || !objects.includes(store)) && indexes.includes(store);
    const where = `${path}.object_store`;
    return [
      ...(store === '?' || indexes.includes(store)
        ? []
        : [unknownStore(`${path}.store`, store, 'an index store', indexes, settings)]),
      ...(isMissing ? [unknownStore(where, '', 'an object store', objects, settings)] : []),
      ...(isSaid && objectStore !== '?' && !objects.includes(objectStore)
        ? [unknownStore(where, objectStore, 'an object store', objects, settings)]
        : []),
    ];
  });
};

export function unknownStore(
  path: string,
  name: string,
  what: string,
  known: readonly string[],
  { release }: Settings,
) {
  if (name === '') return refused(path, 'is not said', `write one of ${known.slice(0, 5).join(', ')}`);
  const meant = closest(name, known);
  return refused(
    path,
    `"${name}" is not ${what} of Loki ${release}`,
    meant === undefined ? `write one of ${known.slice(0, 6).join(', ')}` : `did you mean "${meant}"?`,
  );
}

/** A named store that is called like a kind of store, or twice, would be looked for in the wrong place. */
export const namesOfStores: Rule = ({ settings }) => {
  const base = 'storage_config.named_stores';
  const taken = new Set<string>();
  return NAMED_KINDS.flatMap((kind) =>
    settings.keysBelow(`${base}.${kind}`).flatMap((name) => {
      const isKind = [...CLOUDS, ...TABLE_STORES, 'bos', 'inmemory'].includes(name);
      const isTaken = taken.has(name);
      taken.add(name);
      if (!isKind && !isTaken) return [];
      const message = isKind
        ? `"${name}" is what a kind of store is called`
        : `"${name}" is the name of another store too`;
      return [refused(`${base}.${kind}.${name}`, message, 'take another name')];
    }),
  );
};

export const STORE_RULES: readonly Rule[] = [knownStores, namesOfStores];
