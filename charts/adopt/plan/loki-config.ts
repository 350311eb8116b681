import type { SchemaPeriod } from '../../loki/schema';
import { isAtLeast } from '../../releases';
import {
  asText,
  defined,
  isMapping,
  type Json,
  type JsonObject,
  objectIn,
  objectsIn,
  textIn,
  valueAt,
  without,
} from '../json';
import { parseS3Url } from './loki-storage';

/** The periods of a running Loki's schema: what is known of each, and the whole where this library has words for all of it. */
export interface SchemaFacts {
  readonly newest?: SchemaPeriod;
  readonly schema?: readonly SchemaPeriod[];
  readonly text: string;
}

const STORES: readonly string[] = ['tsdb', 'boltdb-shipper', 'aws'];
const OBJECT_STORES: readonly string[] = ['filesystem', 's3', 'gcs', 'azure'];
const INDEX = { prefix: 'index_', period: '24h' };

export function schemaFacts(config: JsonObject): SchemaFacts {
  const periods = objectsIn(valueAt(config, 'schema_config', 'configs'));
  const typed = periods.map(typedPeriod);
  const isWhole = periods.length > 0 && periods.every((period, index) => isTyped(period, typed[index]));
  return {
    newest: typed.at(-1),
    ...(isWhole ? { schema: typed } : {}),
    text: periods
      .map(({ from, store, object_store, schema }) => [from, store, object_store, schema].map(asText).join(' '))
      .join('; '),
  };
}

function typedPeriod({ from, store, object_store, schema, index }: JsonObject): SchemaPeriod {
  const said = Object.fromEntries(
    Object.entries(INDEX).flatMap(([key, usual]) => {
      const value = objectIn(index)[key];
      return value === undefined || value === usual ? [] : [[key, asText(value)]];
    }),
  );
  return {
    from: asText(from),
    store: asText(store),
    objectStore: asText(object_store),
    schema: asText(schema),
    ...(Object.keys(said).length === 0 ? {} : { index: said }),
  } as SchemaPeriod;
}

/** Whether a period is said by the words that this library has. */
const isTyped = (
  period: JsonObject,
  { from, store, objectStore, schema }: SchemaPeriod = {} as SchemaPeriod,
): boolean =>
  Object.keys(without(period, 'from', 'store', 'object_store', 'schema', 'index')).length === 0 &&
  Object.keys(without(objectIn(period.index), 'prefix', 'period')).length === 0 &&
  /^\d{4}-\d{2}-\d{2}$/.test(from) &&
  STORES.includes(store) &&
  OBJECT_STORES.includes(objectStore) &&
  /^v\d+$/.test(schema);

/** How long logs are kept, where an option can say it; `'0s'` where nothing deletes them. */
export function retentionOf(config: JsonObject, version: string, isOnDisk: boolean): string | undefined {
  const period = textIn(valueAt(config, 'limits_config', 'retention_period'));
  const deletes = valueAt(config, 'compactor', 'retention_enabled') === true;
  if (deletes && period !== undefined && /^[1-9]\d*[smhdwy]$/.test(period)) return period;
  // Ours would delete logs on a disk.
  return isOnDisk && isAtLeast(version, '2.3') ? '0s' : undefined;
}

export const replicationFactorOf = (config: JsonObject): Json =>
  valueAt(config, 'common', 'replication_factor') ??
  valueAt(config, 'ingester', 'lifecycler', 'ring', 'replication_factor') ??
  undefined;

/** The folder of the volume below which everything is written; undefined where ours would write there anyhow. */
export function dataFolderOf(config: JsonObject, mountPath: string, version: string): string | undefined {
  const path =
    textIn(valueAt(config, 'common', 'path_prefix')) ??
    textIn(valueAt(config, 'storage_config', 'filesystem', 'directory'))?.replace(/\/[^/]*$/, '') ??
    textIn(valueAt(config, 'storage_config', 'boltdb_shipper', 'active_index_directory'))?.replace(/\/[^/]*$/, '');
  const usual = isAtLeast(version, '3.0') ? '' : 'loki';
  if (path === undefined || !`${path}/`.startsWith(`${mountPath}/`)) return undefined;
  const folder = path.slice(mountPath.length).replace(/^\/+|\/+$/g, '');
  return folder === usual || !/^([\w-][\w.-]*(\/[\w-][\w.-]*)*)?$/.test(folder) ? undefined : folder;
}

/**
 * The configuration with a bucket's URL in its parts when there is a key in it, and on the port that ours listens on: the key goes
 * to a Secret, the rest has to stay.
 */
export function withoutKeyInUrl(config: JsonObject): JsonObject {
  const apart = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => apart(item) ?? null);
    if (!isMapping(value)) return value;
    const { s3 } = value;
    const url = typeof s3 === 'string' ? parseS3Url(s3) : undefined;
    const read = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, apart(item)]));
    if (url === undefined || !url.hasCredentials) return read;
    const { bucket, region, endpoint } = url;
    return { ...defined({ bucketnames: bucket, region, endpoint }), ...without(read, 's3') };
  };
  return objectIn(apart(config));
}
