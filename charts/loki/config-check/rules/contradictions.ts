import { type Finding, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import type { Rule } from './rule';

const limit = (name: string): string => `limits_config.${name}`;

const RATE = limit('ingestion_rate_mb');
const BURST = limit('ingestion_burst_size_mb');
const STREAM_RATE = limit('per_stream_rate_limit');
const STREAM_BURST = limit('per_stream_rate_limit_burst');
const LINE = limit('max_line_size');
const LOOKBACK = limit('max_query_lookback');
const RETENTION = limit('retention_period');
const OLDEST = limit('reject_old_samples_max_age');
const QUERY_TIMEOUT = limit('query_timeout');
const WRITE_TIMEOUT = 'server.http_server_write_timeout';
const LENGTH = limit('max_query_length');
const GRACE = limit('creation_grace_period');
const ENTRIES = limit('max_entries_limit_per_query');
const WITHIN = 'querier.query_ingesters_within';
const CHUNK_AGE = 'ingester.max_chunk_age';
const SPLIT = limit('split_queries_by_interval');
const PARALLELISM = limit('max_query_parallelism');

const MEGABYTE = 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;
/** What Grafana asks for unless its data source says otherwise. */
const LINES_OF_GRAFANA = 1000;

interface Contradiction {
  /** The settings that stand against each other; it is said where the first of them is written. */
  readonly paths: readonly string[];
  readonly isSo: (settings: Settings) => boolean;
  readonly message: string;
  readonly remedy: string;
}

/** Whether the first is more than the second, both being known. */
const isMore = (first: number | undefined, second: number | undefined): boolean =>
  first !== undefined && second !== undefined && first > second;

/** Bytes of both: one is a number of megabytes. */
const megabytes = (settings: Settings, path: string): number | undefined => {
  const number = settings.number(path);
  return number === undefined ? undefined : number * MEGABYTE;
};

const keepsLess = (settings: Settings, path: string): boolean => {
  const retention = settings.milliseconds(RETENTION) ?? 0;
  const deletes = !settings.hasPresets || settings.bool('compactor.retention_enabled');
  return deletes && retention > 0 && isMore(settings.milliseconds(path), retention);
};

const CONTRADICTIONS: readonly Contradiction[] = [
  {
    paths: [STREAM_BURST, STREAM_RATE],
    isSo: (settings) => isMore(settings.bytes(STREAM_RATE), settings.bytes(STREAM_BURST)),
    message: `${STREAM_BURST} is less than ${STREAM_RATE}, which is then never reached`,
    remedy: `raise ${STREAM_BURST}`,
  },
  {
    paths: [BURST, RATE],
    isSo: (settings) => isMore(settings.number(RATE), settings.number(BURST)),
    message: `${BURST} is less than ${RATE}, and a push larger than the burst is always refused`,
    remedy: `raise ${BURST}`,
  },
  {
    paths: [LINE, STREAM_BURST],
    isSo: (settings) => isMore(settings.bytes(LINE), settings.bytes(STREAM_BURST)),
    message: `${LINE} is more than ${STREAM_BURST}: a line that long is always refused`,
    remedy: `raise ${STREAM_BURST}`,
  },
  {
    paths: [LINE, BURST],
    isSo: (settings) => isMore(settings.bytes(LINE), megabytes(settings, BURST)),
    message: `${LINE} is more than ${BURST}: a line that long is always refused`,
    remedy: `raise ${BURST}`,
  },
  {
    paths: [STREAM_RATE, RATE],
    isSo: (settings) =>
      settings.text(limit('ingestion_rate_strategy')) === 'global' &&
      isMore(settings.bytes(STREAM_RATE), megabytes(settings, RATE)),
    message: `${STREAM_RATE} is more than ${RATE}, which all streams of a tenant have together`,
    remedy: `lower ${STREAM_RATE}, or raise ${RATE}`,
  },
  {
    paths: [LOOKBACK],
    isSo: (settings) => keepsLess(settings, LOOKBACK),
    message: `reaches back further than ${RETENTION} keeps logs`,
    remedy: 'write the same as for the retention, or less',
  },
  {
    paths: [OLDEST],
    isSo: (settings) => settings.bool(limit('reject_old_samples')) && keepsLess(settings, OLDEST),
    message: `takes logs in that are older than ${RETENTION} keeps them`,
    remedy: 'write less than the retention',
  },
  {
    paths: [QUERY_TIMEOUT, WRITE_TIMEOUT],
    isSo: (settings) => {
      const end = settings.milliseconds(WRITE_TIMEOUT) ?? 0;
      return settings.hasPresets && end > 0 && isMore(settings.milliseconds(QUERY_TIMEOUT), end);
    },
    message: `${QUERY_TIMEOUT} is longer than ${WRITE_TIMEOUT}, after which the server ends an answer`,
    remedy: `raise ${WRITE_TIMEOUT}`,
  },
  {
    paths: [WITHIN, CHUNK_AGE],
    isSo: (settings) => {
      const within = settings.milliseconds(WITHIN) ?? 0;
      return within > 0 && isMore(settings.milliseconds(CHUNK_AGE), within);
    },
    message: `${WITHIN} is shorter than ${CHUNK_AGE}: what ingesters still hold, and nobody asks them for, is not found`,
    remedy: `write more than ${CHUNK_AGE}`,
  },
  {
    paths: [GRACE],
    isSo: (settings) => isMore(settings.milliseconds(GRACE), DAY),
    message: 'takes logs in that are dated more than a day from now',
    remedy: 'write some minutes: "10m"',
  },
  {
    paths: [ENTRIES],
    isSo: (settings) => {
      const most = settings.number(ENTRIES) ?? 0;
      return most > 0 && most < LINES_OF_GRAFANA;
    },
    message: `is less than the ${LINES_OF_GRAFANA} lines that Grafana asks for, so that its queries are refused`,
    remedy: `write ${LINES_OF_GRAFANA} or more, or lower "Maximum lines" of the data source`,
  },
  {
    paths: [PARALLELISM],
    isSo: (settings) =>
      settings.hasPresets &&
      settings.milliseconds(SPLIT) === 0 &&
      !settings.bool('query_range.parallelise_shardable_queries') &&
      isMore(settings.number(PARALLELISM), 1),
    message: `has nothing to run side by side: ${SPLIT} is 0, and queries are not sharded`,
    remedy: `set ${SPLIT}: 30m`,
  },
];

/** Limits of which one makes another one void, once somebody has changed one of them. */
export const limitsAgree: Rule = ({ settings }) => [
  ...CONTRADICTIONS.flatMap(({ paths, isSo, message, remedy }): Finding[] => {
    const where = paths.find((path) => settings.differsFromPresets(path));
    if (where === undefined || !paths.every((path) => isKnown(settings, path)) || !isSo(settings)) return [];
    return [warned(where, message, remedy)];
  }),
  ...lengthsAreReached(settings),
];

/** Between two releases' tables, a setting may not be there; of a tenant, only what is written is known. */
const isKnown = (settings: Settings, path: string): boolean =>
  settings.has(path) && (settings.hasPresets || settings.isWritten(path));

/** A query cannot be longer than it may reach back. The default is longer than most lookbacks, so both have to be written. */
function lengthsAreReached(settings: Settings): Finding[] {
  const lookback = settings.milliseconds(LOOKBACK) ?? 0;
  return settings.isWritten(LENGTH) &&
    settings.isWritten(LOOKBACK) &&
    lookback > 0 &&
    isMore(settings.milliseconds(LENGTH), lookback)
    ? [
        warned(
          LENGTH,
          `is longer than ${LOOKBACK}, so that it is never reached`,
          `write "${settings.text(LOOKBACK)}" or less`,
        ),
      ]
    : [];
}

export const CONTRADICTION_RULES: readonly Rule[] = [limitsAgree];
