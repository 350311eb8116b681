import { refused, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { activePeriod } from '../periods';
import { writesAhead } from './folders';
import type { Rule } from './rule';

export const oneWayToQueriers: Rule = ({ settings }) =>
  settings.text('frontend_worker.frontend_address') !== '' && settings.text('frontend_worker.scheduler_address') !== ''
    ? [
        refused(
          'frontend_worker.frontend_address',
          'and frontend_worker.scheduler_address are both set',
          'keep one of the two',
        ),
      ]
    : [];

/** The old block is for both ways to the queriers; beside one of the newer two nobody knows which counts. */
export const oneClientOfWorkers: Rule = ({ settings }) => {
  const [old, ...newer] = ['grpc_client_config', 'query_frontend_grpc_client', 'query_scheduler_grpc_client'].map(
    (key) => `frontend_worker.${key}`,
  );
  const both = newer.filter((path) => settings.has(path) && settings.differsFromPresets(path));
  return old !== undefined && settings.differsFromPresets(old) && both.length > 0
    ? [refused(old, `and ${both.join(' and ')} are both set`, 'write the newer ones only')]
    : [];
};

/** 2.x: has moved to the limits, and only zero is left of it. */
export const splitIsALimit: Rule = ({ settings }) => {
  const path = 'query_range.split_queries_by_interval';
  return settings.isAtLeast('2.5') && settings.has(path) && (settings.milliseconds(path) ?? 0) !== 0
    ? [refused(path, 'has moved', 'set limits_config.split_queries_by_interval')]
    : [];
};

export const oneWayToQuery: Rule = ({ settings }) =>
  settings.bool('querier.query_store_only') && settings.bool('querier.query_ingester_only')
    ? [refused('querier.query_store_only', 'and querier.query_ingester_only are both true', 'keep one of the two')]
    : [];

const CACHES = [
  'chunk_store_config.chunk_cache_config',
  'storage_config.index_queries_cache_config',
  'query_range.results_cache.cache',
] as const;

/** Caches that are on another host: Loki takes one of them. */
const isMemcached = (settings: Settings, cache: string): boolean =>
  settings.text(`${cache}.memcached_client.host`) !== '' || settings.text(`${cache}.memcached_client.addresses`) !== '';
const isRedis = (settings: Settings, cache: string): boolean => settings.text(`${cache}.redis.endpoint`) !== '';

const isElsewhere = (settings: Settings, cache: string): boolean =>
  isMemcached(settings, cache) || isRedis(settings, cache);

export const oneCacheEach: Rule = ({ settings }) =>
  CACHES.filter((cache) => isMemcached(settings, cache) && isRedis(settings, cache)).map((cache) =>
    (cache.startsWith('chunk') ? refused : warned)(cache, 'is both in memcached and in Redis', 'keep one of the two'),
  );

/** Results are cached in memory unless that is taken away; to be kept at all they need a cache. */
const RESULT_CACHES: readonly (readonly [isOn: string, block: string])[] = [
  ['query_range.cache_results', 'query_range.results_cache'],
  ['query_range.cache_index_stats_results', 'query_range.index_stats_results_cache'],
];

export const resultsHaveCaches: Rule = ({ settings }) =>
  RESULT_CACHES.filter(([isOn, block]) => {
    const cache = `${block}.cache`;
    const embedded = `${cache}.embedded_cache.enabled`;
    const isEmbedded = !settings.isSaid(embedded) || settings.bool(embedded);
    // What has no cache of its own gets the one of the results.
    const hasCache =
      isEmbedded || [cache, 'query_range.results_cache.cache'].some((path) => isElsewhere(settings, path));
    return settings.isAtLeast('2.9') && settings.has(isOn) && settings.bool(isOn) && !hasCache;
  }).map(([isOn, block]) =>
    refused(settings.isWritten(block) ? block : isOn, 'has no cache', `set ${block}.cache, or ${isOn}: false`),
  );

/** Results are compressed in one way or not at all; nobody looks at it where nothing is cached. */
export const resultsAreCompressed: Rule = ({ settings }) =>
  RESULT_CACHES.map(([isOn, block]) => ({ isOn, path: `${block}.compression` }))
    .filter(({ isOn, path }) => settings.bool(isOn) && !['', 'snappy', '?'].includes(settings.text(path)))
    .map(({ path }) => refused(path, `is ${JSON.stringify(settings.text(path))}`, 'write "snappy", or leave it out'));

/** From the newest table on backwards: the first is not older than the last. */
export const bloomsHaveTables: Rule = ({ settings }) => {
  const planner = 'bloom_build.planner';
  if (!settings.bool('bloom_build.enabled')) return [];
  const [min, max] = ['min', 'max'].map((end) => settings.number(`${planner}.${end}_table_offset`) ?? 0);
  const days = settings.number(`${planner}.retention.max_lookback_days`) ?? 1;
  return [
    ...((min ?? 0) > (max ?? 0)
      ? [
          refused(
            `${planner}.min_table_offset`,
            `is more than ${planner}.max_table_offset`,
            'write the smaller one here',
          ),
        ]
      : []),
    ...(settings.bool(`${planner}.retention.enabled`) && days < 1
      ? [refused(`${planner}.retention.max_lookback_days`, `is ${days}`, 'write 1 or more')]
      : []),
  ];
};

/** An entry of the index that is cached hides what is flushed after it: ingesters keep that until the entry is gone. */
export const chunksOutliveIndexCache: Rule = ({ settings, periods, deployment }) => {
  const path = 'ingester.chunk_retain_period';
  const cache = 'storage_config.index_queries_cache_config';
  const isCached =
    isElsewhere(settings, cache) ||
    settings.bool(`${cache}.embedded_cache.enabled`) ||
    settings.bool(`${cache}.enable_fifocache`);
  const [retained, valid] = [settings.milliseconds(path), settings.milliseconds('storage_config.index_cache_validity')];
  const store = activePeriod(periods, deployment.today)?.store;
  if (!settings.isAtLeast('2.4') || !isCached || store === 'tsdb' || !settings.isWritten(path)) return [];
  return retained !== undefined && valid !== undefined && retained < valid
    ? [
        refused(
          path,
          'is shorter than storage_config.index_cache_validity, so that queries miss what was flushed in between',
          'write a longer time, or leave it out',
        ),
      ]
    : [];
};

/** Switches that only work with another setting. */
export const switchesAreComplete: Rule = ({ settings }) => [
  ...(settings.bool('common.persist_tokens') && settings.text('common.path_prefix') === ''
    ? [refused('common.persist_tokens', 'is true, and common.path_prefix is not set', 'set common.path_prefix')]
    : []),
  ...(settings.bool('bloom_gateway.enabled') &&
  settings.has('bloom_gateway.client.addresses') &&
  settings.text('bloom_gateway.client.addresses') === ''
    ? [
        refused(
          'bloom_gateway.enabled',
          'is true, and bloom_gateway.client.addresses is not set',
          'set it: "dnssrvnoa+_grpc._tcp.bloom-gateway"',
        ),
      ]
    : []),
  ...(settings.has('distributor.kafka_writes_enabled') &&
  !settings.bool('distributor.kafka_writes_enabled') &&
  !settings.bool('distributor.ingester_writes_enabled')
    ? [
        refused(
          'distributor.ingester_writes_enabled',
          'and distributor.kafka_writes_enabled are both false: nothing would be written',
          'set one of them to true',
        ),
      ]
    : []),
  ...(writesAhead(settings) && (settings.number('ingester.max_transfer_retries') ?? 0) > 0
    ? [refused('ingester.max_transfer_retries', 'is more than 0, and the write-ahead log is on', 'write 0')]
    : []),
];

/** Emptied as a whole, the server has no ports; 2.1 does not even say so. */
export const serverHasPorts: Rule = ({ settings }) =>
  settings.isEmptied('server')
    ? [refused('server', 'is empty, which takes its ports away', 'leave it out, or set http_listen_port')]
    : [];

/** Two servers on one port: the second one ends Loki. */
export const portsDiffer: Rule = ({ settings }) => {
  const [http, grpc] = ['server.http_listen_port', 'server.grpc_listen_port'];
  const port = settings.number(http ?? '');
  const [httpHost, grpcHost] = ['http', 'grpc'].map((protocol) => settings.text(`server.${protocol}_listen_address`));
  if (httpHost !== grpcHost && httpHost !== '' && grpcHost !== '') return [];
  return port !== undefined && port !== 0 && port === settings.number(grpc ?? '')
    ? [
        refused(
          settings.isWritten('server.grpc_listen_port') ? 'server.grpc_listen_port' : 'server.http_listen_port',
          `is ${port}, as is the port of the other protocol`,
          'take another port',
        ),
      ]
    : [];
};

export const QUERY_RULES: readonly Rule[] = [
  oneWayToQueriers,
  oneClientOfWorkers,
  splitIsALimit,
  oneWayToQuery,
  oneCacheEach,
  resultsHaveCaches,
  resultsAreCompressed,
  bloomsHaveTables,
  chunksOutliveIndexCache,
  switchesAreComplete,
  serverHasPorts,
  portsDiffer,
];
