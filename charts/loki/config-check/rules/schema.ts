import { refused } from '../../../config-check/finding';
import { activePeriod, isShipper, type Period } from '../periods';
import { pathPrefixMistake } from './numbers';
import type { Rule } from './rule';

const DAY = 24 * 60 * 60 * 1000;

/** Without a period Loki does not know how anything is stored; 3.x even crashes on it. */
export const hasPeriods: Rule = ({ settings, periods }) => {
  if (periods.length > 0) return [];
  const remedy = 'write one period at least: from, store, object_store, schema, index';
  return settings.isWritten('schema_config')
    ? [refused('schema_config.configs', 'has no period', remedy)]
    : [refused('schema_config', 'is not there, and without it Loki does not start', remedy)];
};

/** Loki reads a missing day as 1970 and starts. */
export const periodsHaveDays: Rule = ({ periods }) =>
  periods
    .filter(({ from }) => from === '')
    .map(({ path }) =>
      refused(`${path}.from`, 'is not said, and then means 1970', 'write the first day of the period: "2024-04-01"'),
    );

export const daysAscend: Rule = ({ periods }) =>
  periods.slice(1).flatMap(({ path, from }, index) => {
    const before = periods[index]?.from ?? '';
    if (from === '' || from > before) return [];
    const message =
      from === before
        ? `is "${from}", as is the period before it`
        : `is "${from}", before "${before}" of the period before it`;
    return [refused(`${path}.from`, message, 'order the periods by day, each on a day of its own')];
  });

export const knownSchemaVersions: Rule = ({ settings, periods }) => {
  const known = schemaVersions(settings.isAtLeast('2.9'), settings.isAtLeast('2.2'));
  return periods.flatMap(({ path, schema }) => {
    if (schema !== undefined && known.includes(schema)) return [];
    const newest = known.at(-1);
    const written = settings.text(`${path}.schema`);
    if (written === '?') return [];
    const message =
      written === ''
        ? 'is not said'
        : `is "${written}", which Loki ${settings.release} does not have: v${known[0]} to v${newest}`;
    return [refused(`${path}.schema`, message, `write "v${newest}"`)];
  });
};

function schemaVersions(isModern: boolean, isBetween: boolean): number[] {
  const versions = isModern ? [] : [1, 2, 3, 4, 5, 6];
  return [...versions, 9, 10, 11, ...(isModern || isBetween ? [12, 13] : [])];
}

/** TSDB and boltdb-shipper upload a table a day; other tables hold whole days. */
export const indexPeriods: Rule = ({ settings, periods, deployment }) => {
  const active = activePeriod(periods, deployment.today);
  return periods.flatMap((period, position) => {
    const { path, store, indexPeriod } = period;
    if (indexPeriod === undefined) return [];
    const needsADay =
      store === 'tsdb' || (store === 'boltdb-shipper' && isStillWritten(period, active, periods, position));
    const where = `${path}.index.period`;
    if (needsADay && indexPeriod !== DAY) {
      const is = settings.isWritten(where) ? `is ${hours(indexPeriod)}` : 'is not set';
      return [refused(where, `${is}, and ${store} keeps a table a day`, 'write 24h')];
    }
    return indexPeriod > 0 && indexPeriod % DAY !== 0 && !isShipper(period)
      ? [refused(where, `is ${hours(indexPeriod)}, not a multiple of 24h`, 'write 24h, or 168h')]
      : [];
  });
};

/** A period that is over may keep what it was written with; the one in use, and the one after it, may not. */
const isStillWritten = (
  period: Period,
  active: Period | undefined,
  periods: readonly Period[],
  position: number,
): boolean => {
  const activePosition = active === undefined ? -1 : periods.indexOf(active);
  return (period === active && position === periods.length - 1) || position === activePosition + 1;
};

const hours = (milliseconds: number): string => `${milliseconds / 3_600_000}h`;

export const chunkTables: Rule = ({ settings, periods }) =>
  periods.flatMap(({ path, objectStore }) => {
    const period = settings.milliseconds(`${path}.chunks.period`) ?? 0;
    const inTables = ['aws-dynamo', 'bigtable', 'bigtable-hashed', 'cassandra', 'gcp', 'gcp-columnkey', 'grpc-store'];
    return [
      ...(inTables.includes(objectStore) && settings.text(`${path}.chunks.prefix`) === ''
        ? [
            refused(
              `${path}.object_store`,
              `is ${objectStore}, which keeps chunks in tables that chunks.prefix does not name`,
              `set ${path}.chunks.prefix`,
            ),
          ]
        : []),
      ...(period > 0 && period % DAY !== 0
        ? [refused(`${path}.chunks.period`, `is ${hours(period)}, not a multiple of 24h`, 'write 24h, or 168h')]
        : []),
    ];
  });

/** The index in memory is cut into shards; a query that is cut into other shards would miss streams. */
export const indexShards: Rule = ({ settings, periods }) => {
  const path = 'ingester.index_shards';
  if (!settings.has(path)) return [];
  const shards = settings.number(path);
  if (shards === undefined) return [];
  if (shards <= 0) return [refused(path, `is ${shards}`, 'write 32, or leave it out')];
  return periods.flatMap((period) => {
    if (period.store === 'tsdb') {
      return Number.isInteger(Math.log2(shards))
        ? []
        : [refused(path, `is ${shards}, and TSDB wants a power of two`, 'write 32')];
    }
    const written = settings.number(`${period.path}.row_shards`) ?? 0;
    const usual = (period.schema ?? 0) > 9 ? 16 : 0;
    const rows = written === 0 ? usual : written;
    return rows > 0 && shards % rows !== 0
      ? [refused(path, `is ${shards}, not a multiple of the ${rows} row shards of ${period.path}`, `write ${rows * 2}`)]
      : [];
  });
};

export const indexPathPrefixes: Rule = ({ settings, periods }) =>
  periods.flatMap(({ path }) => {
    const where = `${path}.index.path_prefix`;
    return settings.isWritten(where) ? pathPrefixMistake(settings, where) : [];
  });

export const SCHEMA_RULES: readonly Rule[] = [
  hasPeriods,
  periodsHaveDays,
  daysAscend,
  knownSchemaVersions,
  indexPeriods,
  chunkTables,
  indexShards,
  indexPathPrefixes,
];
