// What Loki's tables of keys leave open: which of two notations a duration or a size has, which numbers cannot be negative,
// and which texts take a few words only. The importer of the tables adds it to each key.
import { oneOf } from './config-kinds.mjs';

/** Prometheus's durations, where the default does not tell (`0s`, `5s` or none): these know days, weeks and years. */
const PROMETHEUS_DURATIONS = [
  /^schema_config\.configs\[\]\.(index|chunks)\.period$/,
  /^table_manager\.retention_period$/,
  /^chunk_store_config\.(cache_lookups_older_than|max_look_back_period)$/,
  /(^|\.)(remote_write\.client|remote_write\.clients\.\*|remotewrite\[\]|ruler_remote_write_config\.\*)\./,
  /^limits_config\.retention_stream\[\]\.period$/,
];

/** The limits, Prometheus's too, but not yet in 2.1.0. */
const LIMITS = /^limits_config\.[a-z_]+$/;
const GO_LIMITS =
  /^limits_config\.(ruler_remote_|bloom_|simulated_push_latency|pattern_persistence_granularity|ruler_alertmanager_config)/;

/** Nothing says which notation it has: both are taken. */
const ANY_DURATION = /^limits_config\.pattern_persistence_granularity$/;

export function durationKind(path, preset, release) {
  if (ANY_DURATION.test(path)) return 'any-duration';
  if (preset !== undefined) {
    // Go writes ten minutes as 10m0s, Prometheus as 10m; only Prometheus has days.
    if (/[dwy]|^\d+[mh]$|h\d+m$/.test(preset)) return 'duration';
    if (/m\d+(\.\d+)?s$/.test(preset)) return 'go-duration';
  }
  if (PROMETHEUS_DURATIONS.some((pattern) => pattern.test(path))) return 'duration';
  return LIMITS.test(path) && !GO_LIMITS.test(path) && release !== '2.1.0' ? 'duration' : 'go-duration';
}

/** `63KiB1023B` is written by a reader that wants a unit, with or without the i; `500MB` by one that also takes numbers. */
export const sizeKind = (preset) => (/iB/.test(preset ?? '') ? 'binary-bytes' : 'bytes');

const KV_STORES = ['consul', 'etcd', 'inmemory', 'memberlist', 'multi'];
const ENCODINGS = ['none', 'gzip', 'lz4-64k', 'snappy', 'lz4-256k', 'lz4-1M', 'lz4', 'flate', 'zstd'];

const STORAGE_CLASSES = [
  '',
  'GLACIER',
  'DEEP_ARCHIVE',
  'GLACIER_IR',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'OUTPOSTS',
  'REDUCED_REDUNDANCY',
  'STANDARD',
  'STANDARD_IA',
];

const RELABEL_ACTIONS = [
  'replace',
  'keep',
  'drop',
  'keepequal',
  'dropequal',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
];

const anyCase = (words) => `any-case(${words.join('|')})`;

/** Path → the type that it has instead of the table's, first match first. */
const TYPES = [
  [/\.memcached_client\.circuit_breaker_consecutive_failures$/, 'uint'],
  [/^limits_config\.max_queriers_per_tenant$/, 'uint'],
  [/relabel_configs\[\]\.modulus$/, 'uint'],
  [/^schema_config\.configs\[\]\.row_shards$/, 'uint32'],
  [/^limits_config\.blocked_queries\[\]\.hash$/, 'uint32'],
  [/(^|\.)(server|internal_server)\.grpc_server_max_concurrent_streams$/, 'uint'],
  [/\.aimd\.(start|upper_bound)$/, 'uint'],
  [/\.part_size$/, 'uint'],

  [/^schema_config\.configs\[\]\.from$/, 'date'],
  [/^schema_config\.configs\[\]\.schema$/, 'schema-version'],
  [/^limits_config\.block_ingestion_until$/, 'time'],
  [/\.(retention_stream|policy_stream_mapping\.\*|default_policy_stream_mappings\.\*)\[\]\.selector$/, 'selector'],
  [/\.(log_attributes|attributes_config|scope_attributes)\[\]\.regex$/, 'regex'],
  [/relabel_configs\[\]\.regex$/, 'regex'],

  [/^ruler\.external_url$/, 'url'],
  [/(^|\.)(storage_config\.aws|named_stores\.aws\.\*|storage\.s3)\.s3$/, 'url'],
  [/\.dynamodb\.(dynamodb_url|api_limit_url)$/, 'url'],
  [/\.applicationautoscaling\.url$|\.configdb\.configs_api_url$/, 'url'],
  [
    /(remote_write\.client|remote_write\.clients\.\*|remotewrite\[\]|ruler_remote_write_config\.\*|http_client_config)\.(oauth2\.)?proxy_url$/,
    'url',
  ],
  [/(remote_write\.client|remote_write\.clients\.\*|remotewrite\[\]|ruler_remote_write_config\.\*)\.url$/, 'url'],

  [/^server\.log_level$/, ['debug', 'info', 'warn', 'error']],
  [/\.kvstore\.store$/, KV_STORES],
  [/^ingester\.chunk_encoding$/, anyCase(ENCODINGS)],
  [/^limits_config\.bloom_block_encoding$/, anyCase(ENCODINGS)],
  [/^limits_config\.deletion_mode$/, ['disabled', 'filter-only', 'filter-and-delete']],
  [/^limits_config\.tsdb_sharding_strategy$/, ['power_of_two', 'bounded']],
  [/\.signature_version$/, ['v4', 'v2']],
  [/\.sse\.type$/, ['', 'SSE-KMS', 'SSE-S3']],
  [/\.grpc_compression$/, ['', 'gzip', 'snappy']],
  [/\.fifocache\.max_size_bytes$/, 'human-bytes'],
  [/\.storage_class$/, STORAGE_CLASSES],
  [/\.environment$/, ['AzureGlobal', 'AzureChinaCloud', 'AzureGermanCloud', 'AzureUSGovernment']],
  [/^ruler\.evaluation\.mode$/, ['local', 'remote']],
  [
    /\.(attributes_config|scope_attributes|log_attributes)\[\]\.action$/,
    ['index_label', 'structured_metadata', 'drop'],
  ],
  [/\.(alert|write)_relabel_configs\[\]\.action$/, anyCase(RELABEL_ACTIONS)],
  [/\.protobuf_message$/, ['prometheus.WriteRequest', 'io.prometheus.write.v2.Request']],
  [/\.azuread\.cloud$/, ['', 'AzurePublic', 'AzureChina', 'AzureGovernment']],
  [/\.bucket_lookup_type$/, ['auto', 'virtual-hosted', 'path']],
  [/\.tls_config\.(min|max)_version$/, ['TLS10', 'TLS11', 'TLS12', 'TLS13']],
];

/** The type of a key, in the words of our table. */
export function kindOf({ path, type, default: preset, note }, release) {
  if (type === 'duration') return durationKind(path, preset, release);
  if (type === 'bytes') return sizeKind(preset);
  if (note?.startsWith('a comma-separated string')) return 'list-or-csv';
  const [, kind] = TYPES.find(([pattern]) => pattern.test(path)) ?? [undefined, type];
  return Array.isArray(kind) ? oneOf(kind) : kind;
}
