import { aWarning, leastConfig, problemsWith } from '../../../../test/loki-configs';
import { checkLokiConfig } from '../check-config';

const KEEPS = 'compactor: {retention_enabled: true, delete_request_store: filesystem}\n';
const limits = (text: string, more = '') => problemsWith(`${more}limits_config: {${text}}\n`);

test.each([
  [
    'per_stream_rate_limit: 20MB, ingestion_rate_mb: 20, ingestion_burst_size_mb: 30',
    'per_stream_rate_limit',
    'raise limits_config.per_stream_rate_limit_burst',
  ],
  [
    'per_stream_rate_limit_burst: 1MB',
    'per_stream_rate_limit_burst',
    'raise limits_config.per_stream_rate_limit_burst',
  ],
  ['ingestion_rate_mb: 16', 'ingestion_rate_mb', 'raise limits_config.ingestion_burst_size_mb'],
  ['ingestion_burst_size_mb: 3', 'ingestion_burst_size_mb', 'raise limits_config.ingestion_burst_size_mb'],
  [
    'max_line_size: 16MB, ingestion_burst_size_mb: 20',
    'max_line_size',
    'raise limits_config.per_stream_rate_limit_burst',
  ],
  ['max_line_size: 7MB', 'max_line_size', 'raise limits_config.ingestion_burst_size_mb'],
  ['per_stream_rate_limit: 5MB', 'per_stream_rate_limit', 'lower limits_config.per_stream_rate_limit'],
  ['max_query_length: 90d, max_query_lookback: 30d', 'max_query_length', 'write "30d" or less'],
  ['creation_grace_period: 2d', 'creation_grace_period', 'write some minutes'],
  ['max_entries_limit_per_query: 500', 'max_entries_limit_per_query', 'write 1000 or more'],
  ['query_timeout: 5m', 'query_timeout', 'raise server.http_server_write_timeout'],
])('one limit makes another one void: %s', (text, key, remedy) => {
  expect(limits(text)).toEqual([aWarning(`limits_config.${key}`, remedy)]);
});

test.each([
  'per_stream_rate_limit: 5MB, ingestion_rate_strategy: local',
  'per_stream_rate_limit: 4MB, per_stream_rate_limit_burst: 8MB',
  'ingestion_rate_mb: 16, ingestion_burst_size_mb: 32',
  'max_query_length: 30d, max_query_lookback: 90d',
  'max_query_lookback: 7d',
  'max_query_length: 0s, max_query_lookback: 7d',
  'query_timeout: 20s',
  'query_timeout: 1m',
  'max_entries_limit_per_query: 0',
  'creation_grace_period: 1h',
  'max_query_lookback: ${LOOKBACK}, max_query_length: 90d',
])('limits that agree are left alone: %s', (text) => {
  expect(limits(text)).toEqual([]);
});

test('logs that are asked for, and taken in, are kept', () => {
  const retention = (text: string) => limits(`retention_period: 7d, ${text}`, KEEPS);
  expect(retention('max_query_lookback: 30d')).toEqual([aWarning('limits_config.max_query_lookback', 'or less')]);
  expect(retention('reject_old_samples_max_age: 2w')).toEqual([
    aWarning('limits_config.reject_old_samples_max_age', 'less than the retention'),
  ]);
  expect(retention('reject_old_samples_max_age: 2w, reject_old_samples: false')).toEqual([]);
  expect(retention('max_query_lookback: 7d, reject_old_samples_max_age: 1d')).toEqual([]);
});

test('what ingesters hold is asked for', () => {
  expect(problemsWith('querier: {query_ingesters_within: 1h}\n')).toEqual([
    aWarning('querier.query_ingesters_within', 'write more than ingester.max_chunk_age'),
  ]);
  expect(problemsWith('ingester: {max_chunk_age: 6h}\n')).toEqual([
    aWarning('ingester.max_chunk_age', 'write more than ingester.max_chunk_age'),
  ]);
  expect(problemsWith('querier: {query_ingesters_within: 0s}\n')).toEqual([]);
});

test('the server waits for the query', () => {
  expect(problemsWith('server: {http_server_write_timeout: 10s}\n')).toEqual([
    aWarning('server.http_server_write_timeout', 'raise server.http_server_write_timeout'),
  ]);
  expect(problemsWith('server: {http_server_write_timeout: 6m}\nlimits_config: {query_timeout: 5m}\n')).toEqual([]);
});

test('parallel queries have parts', () => {
  const text = (sharded: boolean) =>
    `query_range: {parallelise_shardable_queries: ${sharded}}\nlimits_config: {split_queries_by_interval: 0s, max_query_parallelism: 64}\n`;
  expect(problemsWith(text(false))).toEqual([
    aWarning('limits_config.max_query_parallelism', 'set limits_config.split_queries_by_interval'),
  ]);
  expect(problemsWith(text(true))).toEqual([]);
});

test.each([
  '2.1.0',
  '2.2.1',
  '2.4.2',
  '2.8.11',
  '2.9.17',
  '3.0.0',
  '3.1.2',
  '3.2.2',
  '3.3.4',
  '3.4.3',
  '3.5.12',
  '3.6.15',
  '3.7.6',
])('Loki %s: nothing is said of the least configuration', (release) => {
  expect(checkLokiConfig(leastConfig(release), release)).toEqual([]);
});
