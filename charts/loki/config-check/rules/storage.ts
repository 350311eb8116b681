import { type Finding, refused, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import type { Period } from '../periods';
import type { Rule } from './rule';
import { namedStores, usesThanos } from './stores';

/** Settings of which a kind of store needs one at least: each a key, without which it has nowhere to write to. */
const NEEDED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  aws: [['bucketnames', 's3']],
  gcs: [['bucket_name']],
  azure: [['account_name', 'connection_string']],
  swift: [['auth_url']],
  alibabacloud: [['bucket']],
  bos: [['bucket_name']],
  cos: [['bucketnames']],
  filesystem: [['directory']],
  cassandra: [['addresses']],
  bigtable: [['project'], ['instance']],
  boltdb: [['directory']],
  'grpc-store': [['server_address']],
};

const THANOS_NEEDED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  s3: [['bucket_name']],
  gcs: [['bucket_name']],
  azure: [['account_name', 'connection_string'], ['container_name']],
  swift: [['container_name']],
  filesystem: [['dir']],
};

/** The kind of a store that has several names. */
const kindOf = (store: string): string => {
  if (store === 's3') return 'aws';
  return store.startsWith('gcp') || store.startsWith('bigtable') ? 'bigtable' : store;
};

/** Where a store's settings may stand: in `storage_config`, and for most of them in `common.storage`. */
function blocksOf(
  store: string,
  settings: Settings,
): { readonly kind: string; readonly blocks: readonly string[]; readonly isThanos: boolean } {
  const named = namedStores(settings).get(store);
  const isThanos = usesThanos(settings);
  if (named !== undefined) return { kind: isThanos ? named.kind : kindOf(named.kind), blocks: [named.path], isThanos };
  if (isThanos)
    return {
      kind: store,
      blocks: [`storage_config.object_store.${store}`, `common.storage.object_store.${store}`],
      isThanos,
    };
  const kind = kindOf(store);
  const own = kind === 'grpc-store' ? 'grpc_store' : kind;
  return { kind, blocks: [`storage_config.${own}`, `common.storage.${kind === 'aws' ? 's3' : kind}`], isThanos };
}

const valueIn = (blocks: readonly string[], key: string, settings: Settings): string =>
  blocks.map((block) => settings.text(`${block}.${key}`)).find((value) => value !== '') ?? '';

/** A store that a period names needs its block: without a bucket or a folder Loki ends at the start, or on the first write. */
export const storesAreSet: Rule = ({ settings, periods }) => {
  const said = new Set<string>();
  return periods.flatMap((period) =>
    usesOf(period).flatMap(([key, store]) => {
      if (said.has(store)) return [];
      said.add(store);
      return missingOf(`${period.path}.${key}`, store, settings);
    }),
  );
};

/** Requests to delete are kept in a store of their own, which has to be set as well. */
export const deleteStoreIsSet: Rule = ({ settings }) => {
  const path = 'compactor.delete_request_store';
  const store = settings.text(path);
  const isUsed =
    settings.bool('compactor.retention_enabled') && store !== '' && store !== '?' && store !== 'filesystem';
  return isUsed ? missingOf(path, store, settings) : [];
};

/** Which stores a period writes to, and by which of its keys. */
function usesOf({ store, objectStore }: Period): [key: string, store: string][] {
  const isOwnIndex = store === 'tsdb' || store === 'boltdb-shipper';
  const index = store === 'aws' ? [] : [['store', store] as [string, string]];
  return [...(isOwnIndex ? [] : index), ['object_store', objectStore]];
}

function missingOf(path: string, store: string, settings: Settings): Finding[] {
  const { kind, blocks, isThanos } = blocksOf(store, settings);
  const table = isThanos ? THANOS_NEEDED : NEEDED;
  const needed = Object.hasOwn(table, kind) ? (table[kind] ?? []) : [];
  const [block = ''] = blocks;
  const common = settings.has('common') && kind === 'filesystem' && !isThanos;
  return needed.flatMap((keys) => {
    const isSet = keys.some((key) => valueIn(blocks, key, settings) !== '');
    if (isSet || (common && settings.text('common.storage.filesystem.chunks_directory') !== '')) return [];
    const [key = ''] = keys;
    if (kind === 'filesystem') {
      const message = `is ${store}, and ${block}.${key} is not set: logs would land in the folder that the process starts in`;
      return [refused(path, message, 'set common.storage.filesystem.chunks_directory, or that folder')];
    }
    return [refused(path, `is ${store}, of which ${block}.${key} is not set`, `set ${block}.${key}`)];
  });
}

/** DynamoDB's index needs its address. */
export const dynamoDbIsSet: Rule = ({ settings, periods }) =>
  periods
    .filter(({ store }) => store === 'aws' || store === 'aws-dynamo')
    .slice(0, 1)
    .filter(() => settings.text('storage_config.aws.dynamodb.dynamodb_url') === '')
    .map(({ path, store }) =>
      refused(
        `${path}.store`,
        `is ${store}, of which storage_config.aws.dynamodb.dynamodb_url is not set`,
        'set it: "dynamodb://us-east-1"',
      ),
    );

/** From 3.6 on Loki reads the first page of what DynamoDB answers and no more. */
export const dynamoDbIsReadWhole: Rule = ({ settings, periods, deployment }) => {
  if (!settings.isAtLeast('3.6')) return [];
  return periods
    .filter(({ store }) => store === 'aws' || store === 'aws-dynamo')
    .map(({ path, store }) =>
      (deployment.isNew === true ? refused : warned)(
        `${path}.store`,
        `is ${store}, and Loki ${settings.release} reads the first page of a DynamoDB answer only, and ends when a query fails: logs are missing from results`,
        'stay on 3.5, or add a period with "tsdb"',
      ),
    );
};

/** From 2.4 on nobody makes DynamoDB's tables unless asked; and only those of the last period are made at all. */
export const tablesAreMade: Rule = ({ settings, periods }) => {
  const target = settings
    .text('target')
    .split(',')
    .map((name) => name.trim());
  if (!settings.isAtLeast('2.4') || !target.includes('all') || target.includes('table-manager')) return [];
  return periods
    .slice(-1)
    .filter(({ store }) => store === 'aws' || store === 'aws-dynamo')
    .map(({ path, store }) =>
      warned(
        `${path}.store`,
        `is ${store}, and the target "all" has had no table manager since 2.4: nobody makes the table`,
        'set target: all,table-manager, or make it yourself',
      ),
    );
};

/** Loki takes one backend from `common.storage`. */
export const oneCommonStorage: Rule = ({ settings }) => {
  // The other two are no backend to it: they may stand beside one.
  const kinds = ['azure', 'bos', 'filesystem', 'gcs', 's3', 'swift'];
  const set = kinds.filter(
    (kind) => settings.has(`common.storage.${kind}`) && settings.differsFromPresets(`common.storage.${kind}`),
  );
  return set.length < 2
    ? []
    : [
        refused(
          'common.storage',
          `sets ${set.join(' and ')}`,
          'keep one of them, and write the others in storage_config',
        ),
      ];
};

export const STORAGE_RULES: readonly Rule[] = [
  storesAreSet,
  deleteStoreIsSet,
  dynamoDbIsSet,
  dynamoDbIsReadWhole,
  tablesAreMade,
  oneCommonStorage,
];
