/** What to do about a key that a later release no longer has: path as a pattern → imperative. */
export const REPLACED_KEYS: readonly (readonly [path: RegExp, remedy: string])[] = [
  [
    /^compactor\.shared_store(_key_prefix)?$/,
    'leave it out: each period names its object_store; with retention, set compactor.delete_request_store',
  ],
  [
    /^storage_config\.(boltdb|tsdb)_shipper\.shared_store$/,
    'leave it out: the object_store of each period in schema_config says it',
  ],
  [/^storage_config\.(boltdb|tsdb)_shipper\.shared_store_key_prefix$/, 'set schema_config.configs[].index.path_prefix'],
  [/^storage_config\.(boltdb|tsdb)_shipper\.use_boltdb_shipper_as_backup$/, 'leave it out'],
  [/^storage_config\.tsdb_shipper\.enable_postings_cache$/, 'leave it out'],
  [/^limits_config\.enforce_metric_name$/, 'leave it out: nothing is enforced any more'],
  [/^limits_config\.ruler_evaluation_delay_duration$|^ruler\.evaluation_delay_duration$/, 'leave it out'],
  [/^chunk_store_config\.max_look_back_period$/, 'set limits_config.max_query_lookback'],
  [/^ingester\.max_transfer_retries$/, 'leave it out: the write-ahead log has taken its place'],
  [/^querier\.(engine\.timeout|query_timeout)$/, 'set limits_config.query_timeout'],
  [/^query_range\.split_queries_by_(interval|day)$/, 'set limits_config.split_queries_by_interval'],
  [/^query_range\.(forward_headers_list|required_query_response_format)$/, 'leave it out'],
  [/\.(enable_fifocache|fifocache)$/, 'set embedded_cache in its place'],
  [/\.async_cache_write_back_\w+$/, 'leave it out'],
  [/^frontend_worker\.(parallelism|match_max_concurrent)$/, 'set querier.max_concurrent'],
  [/\.sse_encryption$/, 'set sse: { type: SSE-S3 }'],
  [/\.use_gzip_compression$/, 'set grpc_compression: gzip'],
  [/^compactor\.deletion_mode$/, 'set limits_config.deletion_mode'],
  [/^storage_config\.(delete_store|engine)$/, 'leave it out'],
  [/^ruler\.storage\.configdb$/, 'name another store in ruler.storage.type'],
  [/^bloom_compactor$|^limits_config\.bloom_compactor_\w+$/, 'set bloom_build in its place'],
  [/^tracing\.profiling_enabled$/, 'set profiling'],
  [/^use_(buffered|sync)_logger$|\.deprecatedperiod$/, 'leave it out'],
];

/** Keys that came between two tables, and are known to have come with this release. */
export const KNOWN_SINCE: readonly (readonly [path: RegExp, since: `${number}.${number}`])[] = [
  [/^ingester\.wal$/, '2.2'],
  [/^(compactor\.retention_(enabled|delete_delay)|limits_config\.retention_(period|stream))$/, '2.3'],
  [/^(common|query_scheduler)$/, '2.4'],
  [/^analytics$/, '2.5'],
];

/** Blocks of other files that are often written into this one: name → imperative. */
export const STRANGE_BLOCKS: Readonly<Record<string, string>> = {
  overrides: 'write it in the file that runtime_config.file names',
  loki: "move what is below it to the top: this is Loki's own file, not a chart's values",
  config: "move what is below it to the top: this is Loki's own file, not a chart's values",
  clients: "it belongs in Promtail's file",
  scrape_configs: "it belongs in Promtail's file",
  positions: "it belongs in Promtail's file",
};
