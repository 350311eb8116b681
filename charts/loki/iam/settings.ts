import { type ConfigValue, isMapping } from '../../kubernetes/merge';
import { isAtLeast } from '../../releases';
import type { LokiConfig } from '../config';

/** A value of Loki's configuration, such as that of `compactor.retention_enabled`. */
const valueAt = (config: LokiConfig, path: string): ConfigValue | undefined =>
  path.split('.').reduce<ConfigValue | undefined>((value, key) => (isMapping(value) ? value[key] : undefined), config);

export const isOn = (config: LokiConfig, path: string): boolean => valueAt(config, path) === true;
const isSaid = (config: LokiConfig, path: string): boolean => isMapping(valueAt(config, path));
export const isOff = (config: LokiConfig, path: string): boolean => valueAt(config, path) === false;

export function textAt(config: LokiConfig, path: string): string | undefined {
  const value = valueAt(config, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A period of the schema, as the release reads it. */
export interface Period {
  readonly store: string;
  readonly chunkStore: string;
  /** Where an index in files is; undefined for one that is not. */
  readonly indexStore: string | undefined;
  /** The folders of the bucket that files of the index are in. */
  readonly indexFolders: readonly string[];
  /** How much time one table holds. */
  readonly tablePeriod: string;
  readonly hasTags: boolean;
}

const INDEX_FOLDER = 'index/';
/** What moves the files of an index to and from the bucket. */
const SHIPPERS: ReadonlyMap<string, string> = new Map([
  ['tsdb', 'storage_config.tsdb_shipper'],
  ['boltdb-shipper', 'storage_config.boltdb_shipper'],
]);

export function periodsOf(config: LokiConfig, version: string): readonly Period[] {
  const periods = valueAt(config, 'schema_config.configs');
  return (Array.isArray(periods) ? periods : []).filter(isMapping).map((period) => {
    const store = textAt(period, 'store') ?? '';
    const chunkStore = textAt(period, 'object_store') ?? '';
    return {
      store,
      chunkStore,
      ...indexOf(config, period, version, { shipper: SHIPPERS.get(store), chunkStore }),
      tablePeriod: textAt(period, 'index.period') ?? '0s',
      hasTags: isSaid(period, 'index.tags'),
    };
  });
}

function indexOf(
  config: LokiConfig,
  period: LokiConfig,
  version: string,
  { shipper, chunkStore }: { readonly shipper: string | undefined; readonly chunkStore: string },
): Pick<Period, 'indexStore' | 'indexFolders'> {
  if (shipper === undefined) return { indexStore: undefined, indexFolders: [] };
  if (isAtLeast(version, '3.0')) {
    return { indexStore: chunkStore, indexFolders: [textAt(period, 'index.path_prefix') ?? INDEX_FOLDER] };
  }
  // Before, no period says it, and the compactor is told for itself.
  const folders = [shipper, 'compactor'].map((block) => textAt(config, `${block}.shared_store_key_prefix`));
  return {
    indexStore: textAt(config, `${shipper}.shared_store`) ?? chunkStore,
    indexFolders: unique(folders.map((folder) => folder ?? INDEX_FOLDER)),
  };
}

/** Loki's two names for S3. */
export const isS3 = (store: string | undefined): boolean => store === 's3' || store === 'aws';

/** Where requests to delete are kept; undefined when nothing is deleted. */
export function deleteRequests(
  config: LokiConfig,
  version: string,
): { readonly store: string | undefined; readonly folder: string } | undefined {
  if (!isOn(config, 'compactor.retention_enabled')) return undefined;
  const key = isAtLeast(version, '3.0') ? 'delete_request_store_key_prefix' : 'shared_store_key_prefix';
  return {
    store:
      textAt(config, 'compactor.delete_request_store') ??
      textAt(config, 'compactor.shared_store') ??
      periodsOf(config, version).at(-1)?.chunkStore,
    folder: textAt(config, `compactor.${key}`) ?? INDEX_FOLDER,
  };
}

/** What goes before the names of all objects but rules and markers. */
export function objectPrefix(config: LokiConfig): string {
  const prefix = textAt(config, 'storage_config.object_prefix')?.replace(/^\/+|\/+$/g, '') ?? '';
  return prefix === '' ? '' : `${prefix}/`;
}

/** The bucket that rules are in; undefined when they are not in S3. */
export function rulesBucket(config: LokiConfig, bucket: string): string | undefined {
  const type = textAt(config, 'ruler.storage.type') ?? (isSaid(config, 'common.storage.s3') ? 's3' : undefined);
  if (!isS3(type)) return undefined;
  return (
    textAt(config, 'ruler.storage.s3.bucketnames') ?? textAt(config, 'ruler.storage.s3.s3')?.split('/').at(-1) ?? bucket
  );
}

/** Blocks that name buckets of their own, beside the one of the storage. */
export const otherBuckets = (config: LokiConfig, bucket: string): readonly string[] => [
  ...((rulesBucket(config, bucket) ?? bucket) === bucket ? [] : ['ruler.storage']),
  ...(isSaid(config, 'storage_config.named_stores.aws') ? ['storage_config.named_stores'] : []),
  ...(isOn(config, 'storage_config.use_thanos_objstore') ? ['storage_config.object_store'] : []),
];

/** Whether rules can be written through Loki's API. */
export const writesRules = (config: LokiConfig, version: string): boolean =>
  isOn(config, 'ruler.enable_api') || (!isOff(config, 'ruler.enable_api') && isAtLeast(version, '2.5'));

/** Whether Loki tells its makers how it is used, which it has to know its cluster for. */
export const reportsUse = (config: LokiConfig, version: string): boolean =>
  isAtLeast(version, '2.5') && !isOff(config, 'analytics.reporting_enabled');

export const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];
