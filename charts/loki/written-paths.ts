import type { ConfigMapping, ConfigValue } from '../kubernetes/merge';
import type { ConfiguredPath } from '../kubernetes/mounts';
import type { LokiConfig } from './config';

const WRITTEN_PATHS = [
  'common.path_prefix',
  'common.storage.filesystem.chunks_directory',
  'common.storage.filesystem.rules_directory',
  'compactor.working_directory',
  'ingester.wal.dir',
  'ruler.rule_path',
  'ruler.wal.dir',
  'storage_config.boltdb.directory',
  'storage_config.boltdb_shipper.active_index_directory',
  'storage_config.boltdb_shipper.cache_location',
  'storage_config.filesystem.directory',
  'storage_config.tsdb_shipper.active_index_directory',
  'storage_config.tsdb_shipper.cache_location',
] as const;

/** The folders that Loki's configuration tells it to write to. */
export const writtenPaths = (config: LokiConfig): ConfiguredPath[] =>
  WRITTEN_PATHS.flatMap((setting) => {
    const path = valueAt(config, setting);
    return typeof path === 'string' && path !== '' ? [{ property: `config.${setting}`, path, access: 'write' }] : [];
  });

const valueAt = (config: LokiConfig, path: string): ConfigValue | undefined =>
  path
    .split('.')
    .reduce<ConfigValue | undefined>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as ConfigMapping)[key] : undefined),
      config,
    );
