import { checkDuration, parseDuration } from '../kubernetes/duration';
import type { Problem } from '../kubernetes/problem';
import { isAtLeast } from '../releases';
import { isShared, type ObjectStore, objectStoreOf } from './storage/object-store';
import type { LokiStorage } from './storage/storage';
import { isDay } from './timeline/days';

/** Where a period's index is kept: Loki's own `store`. */
export type IndexStore = 'tsdb' | 'boltdb-shipper' | 'aws';

/**
 * From a day on, how logs are stored. A period is for ever: logs that were written in one are only found by its own
 * settings, so a change is a further period that starts in the future.
 * @see https://grafana.com/docs/loki/latest/configure/#period_config
 */
export interface SchemaPeriod {
  /** First day of the period, in UTC: `'2024-04-01'`. */
  readonly from: string;
  readonly store: IndexStore;
  readonly objectStore: ObjectStore;
  /** Version of the index: `'v13'`. */
  readonly schema: `v${number}`;
  readonly index?: {
    /** Prefix of the index tables' names; with `period: '0s'` the name of the only one. @default 'index_' */
    readonly prefix?: string;
    /** How much time one table holds: `'24h'` for TSDB and boltdb-shipper; `'0s'` for one table for ever. @default '24h' */
    readonly period?: string;
  };
}

/** A day on which every release that has this schema is out; it lies in the past of any cluster that is made today. */
const MODERN: SchemaPeriod = { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' };
const BEFORE_TSDB: SchemaPeriod = {
  from: '2020-10-24',
  store: 'boltdb-shipper',
  objectStore: 'filesystem',
  schema: 'v11',
};

/** The only period of a Loki that was asked for no other. */
export function defaultSchema(version: string, storage: LokiStorage): readonly SchemaPeriod[] {
  if (storage.type === 'dynamodb') {
    return [{ ...BEFORE_TSDB, store: 'aws', objectStore: 's3', index: { prefix: storage.table, period: ONE_TABLE } }];
  }
  const isModern = isAtLeast(version, isShared(storage) ? '2.9' : '3.0');
  return [{ ...(isModern ? MODERN : BEFORE_TSDB), objectStore: objectStoreOf(storage) }];
}

/** No period at all: one table for ever. */
const ONE_TABLE = '0s';

const DEFAULT_INDEX = { prefix: 'index_', period: '24h' };

/** A period in the spelling of Loki's `schema_config.configs`. */
export const periodConfig = ({ from, store, objectStore, schema, index }: SchemaPeriod) => ({
  from,
  store,
  object_store: objectStore,
  schema,
  index: { ...DEFAULT_INDEX, ...index },
});

const DAY = 24 * 60 * 60 * 1000;

/** Refuses periods that Loki refuses, and those by which it would not find its logs. */
export function checkSchema(schema: readonly SchemaPeriod[], path: string): Problem[] {
  if (!Array.isArray(schema) || schema.length === 0) {
    return [{ path, message: 'has no period', remedy: 'leave it out for the default, or write one period at least' }];
  }
  return [
    ...schema.flatMap((period, index) => checkPeriod(period, `${path}[${index}]`)),
    ...schema.slice(1).flatMap((period, index) => {
      const previous = schema[index]?.from ?? '';
      return period.from > previous
        ? []
        : [
            {
              path: `${path}[${index + 1}].from`,
              message: `"${period.from}" is not after the period before it, "${previous}"`,
              remedy: 'order the periods by day, each on a day of its own',
            },
          ];
    }),
  ];
}

function checkPeriod({ from, store, index }: SchemaPeriod, path: string): Problem[] {
  const period = index?.period ?? DEFAULT_INDEX.period;
  const needsDays = store === 'tsdb' || store === 'boltdb-shipper';
  return [
    ...checkDate(from, `${path}.from`),
    ...checkDuration(period, `${path}.index.period`),
    ...(needsDays && parseDuration(period) !== DAY
      ? [
          {
            path: `${path}.index.period`,
            message: `is "${period}", ${store} keeps a table a day`,
            remedy: 'write "24h", or leave it out',
          },
        ]
      : []),
  ];
}

/** Refuses what is not a day of the calendar. */
export const checkDate = (date: unknown, path: string): Problem[] =>
  isDay(date) ? [] : [{ path, message: `${JSON.stringify(date)} is not a day`, remedy: 'write it as "2024-04-01"' }];
