import { type Finding, refused } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { writesAhead } from './folders';
import type { Rule } from './rule';

/** Settings that are there to be seen only: any other value is refused. */
const FIXED: readonly string[] = [
  'compactor.compactor_ring.num_tokens',
  'compactor.compactor_ring.replication_factor',
  'index_gateway.ring.num_tokens',
  'query_scheduler.scheduler_ring.num_tokens',
  'query_scheduler.scheduler_ring.replication_factor',
  'pattern_ingester.lifecycler.ring.replication_factor',
];

export const fixedNumbers: Rule = ({ settings }) =>
  FIXED.flatMap((path) => {
    if (!settings.has(path)) return [];
    const fixed = settings.preset(path);
    const value = settings.number(path);
    return value === undefined || value === Number(fixed)
      ? []
      : [refused(path, `is ${value}, and nothing but ${fixed} is taken`, `write ${fixed}, or leave it out`)];
  });

/** The least value that Loki takes. */
const LEAST: readonly (readonly [path: string, least: number])[] = [
  ['compactor.max_compaction_parallelism', 1],
  ['ingester.flush_op_backoff.max_retries', 1],
  ['compactor.worker_config.num_sub_workers', 0],
  ['index_gateway.cpu_utilization_limit', 0],
  ['index_gateway.scheduler_backlog_limit', 0],
];

export const leastNumbers: Rule = ({ settings }) =>
  LEAST.flatMap(([path, least]) => {
    const value = settings.has(path) ? settings.number(path) : undefined;
    return value === undefined || value >= least ? [] : [refused(path, `is ${value}`, `write ${least} or more`)];
  });

/** Durations that have to be longer than nothing, and pairs of which one may not be longer than the other. */
export const ingesterDurations: Rule = ({ settings }) => {
  const backoff = 'ingester.flush_op_backoff';
  const [min, max] = [settings.milliseconds(`${backoff}.min_period`), settings.milliseconds(`${backoff}.max_period`)];
  const timeout = settings.milliseconds('ingester.flush_op_timeout');
  const checkpoint = settings.milliseconds('ingester.wal.checkpoint_duration');
  const hasBackoff = settings.has(backoff);
  return [
    ...(hasBackoff && min !== undefined && max !== undefined && min > max
      ? [refused(`${backoff}.min_period`, `is longer than ${backoff}.max_period`, 'write the shorter one here')]
      : []),
    ...(hasBackoff && timeout !== undefined && timeout <= 0
      ? [refused('ingester.flush_op_timeout', 'is no time at all', 'write "10m"')]
      : []),
    ...(writesAhead(settings) && checkpoint !== undefined && checkpoint <= 0
      ? [refused('ingester.wal.checkpoint_duration', 'is no time at all', 'write "5m"')]
      : []),
  ];
};

/** Words that may not be empty: an empty block above them makes them so. */
const WORDS: readonly (readonly [path: string, since: `${number}.${number}`])[] = [
  ['ingester.chunk_encoding', '2.1'],
  ['limits_config.deletion_mode', '2.8'],
  ['limits_config.tsdb_sharding_strategy', '3.0'],
  ['limits_config.bloom_block_encoding', '3.1'],
  ['storage_config.aws.signature_version', '2.5'],
  ['ruler.storage.s3.signature_version', '2.5'],
  ['storage_config.azure.environment', '2.1'],
  ['ruler.storage.azure.environment', '2.1'],
  ['storage_config.bloom_shipper.working_directory', '3.0'],
];

export const wordsAreSaid: Rule = ({ settings }) =>
  WORDS.flatMap(([path, since]) =>
    settings.has(path) && settings.isAtLeast(since) && settings.text(path) === ''
      ? [refused(path, 'is empty', `write "${settings.preset(path)}", or leave out the empty block that it is in`)]
      : [],
  );

export const bytesPerShard: Rule = ({ settings }) => {
  const path = 'limits_config.tsdb_max_bytes_per_shard';
  return settings.isAtLeast('3.0') && settings.has(path) && /^0*[A-Za-z]*$/.test(settings.text(path))
    ? [refused(path, 'is zero', `write "${settings.preset(path)}"`)]
    : [];
};

/** 2.x: the index of every period is in one folder, which each of these names. */
const SHARED_PREFIXES = ['boltdb_shipper', 'tsdb_shipper']
  .map((block) => `storage_config.${block}.shared_store_key_prefix`)
  .concat('compactor.shared_store_key_prefix');

/** Folders within the bucket: each ends with the `/` that divides it from what is in it. */
export const prefixesEnd: Rule = ({ settings }) => {
  const retention = settings.bool('compactor.retention_enabled');
  const paths: readonly (readonly [path: string, isChecked: boolean])[] = [
    ['compactor.jobs_config.deletion.deletion_manifest_store_prefix', true],
    [
      'compactor.deletion_marker_object_store_prefix',
      retention && settings.text('compactor.deletion_marker_object_store_prefix') !== '',
    ],
  ];
  const ending = paths
    .filter(([path, isChecked]) => isChecked && settings.has(path) && !/[/?]$/.test(settings.text(path)))
    .map(([path]) => refused(path, `is ${JSON.stringify(settings.text(path))}`, 'end it with a "/"'));
  const requests = 'compactor.delete_request_store_key_prefix';
  const isUsed = retention && settings.isAtLeast('3.0') && settings.has(requests);
  const shared = settings.isAtLeast('3.0')
    ? []
    : SHARED_PREFIXES.filter((path) => settings.has(path) && settings.isSaid(path));
  return [
    ...ending,
    ...[...(isUsed ? [requests] : []), ...shared].flatMap((path) => pathPrefixMistake(settings, path)),
  ];
};

/** The folder of an index within its bucket. */
export function pathPrefixMistake(settings: Settings, path: string): Finding[] {
  const prefix = settings.text(path);
  return prefix === '?' || (/^[^/\\](?:[^\\]*\/)?$/.test(prefix) && prefix.endsWith('/'))
    ? []
    : [refused(path, `is ${JSON.stringify(prefix)}`, 'end it with a "/", and begin it without one: "index/"')];
}

export const NUMBER_RULES: readonly Rule[] = [
  fixedNumbers,
  leastNumbers,
  ingesterDurations,
  wordsAreSaid,
  bytesPerShard,
  prefixesEnd,
];
