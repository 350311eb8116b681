import { refused, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import type { Rule } from './rule';

const SHIPPERS: Readonly<Record<string, string>> = { tsdb: 'tsdb_shipper', 'boltdb-shipper': 'boltdb_shipper' };

/** The index is written on this host first; 3.x asks for the folders before it starts, 2.x ends when it makes them. */
export const shippersHaveFolders: Rule = ({ settings, periods }) => {
  const prefix = settings.text('common.path_prefix');
  const said = new Set<string>();
  return periods.flatMap(({ path, store }) => {
    const block = Object.hasOwn(SHIPPERS, store) ? SHIPPERS[store] : undefined;
    if (block === undefined || said.has(block)) return [];
    said.add(block);
    const missing = ['active_index_directory', 'cache_location'].filter((key) => {
      const folder = `storage_config.${block}.${key}`;
      return settings.text(folder) === '' && (prefix === '' || settings.isSaid(folder));
    });
    return missing.length === 0
      ? []
      : [
          refused(
            `${path}.store`,
            `is ${store}, and storage_config.${block}.${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set`,
            'set common.path_prefix, or both folders',
          ),
        ];
  });
};

/** Settings that name a folder which Loki writes to. */
const WRITTEN = [
  'common.path_prefix',
  'common.storage.filesystem.chunks_directory',
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
];

/** A folder that is not on a mount is on a root that is read-only, or gone with the pod. */
export const foldersAreMounted: Rule = ({ settings, deployment }) => {
  const { writablePaths } = deployment;
  if (writablePaths === undefined) return [];
  return WRITTEN.filter((path) => settings.isWritten(path)).flatMap((path) => {
    const folder = settings.text(path);
    if (folder === '' || folder === '?' || writablePaths.some((mount) => isBelow(folder, mount))) return [];
    const message = `is "${folder}", which is not on a mount that can be written to`;
    return [refused(path, message, `write a folder below ${writablePaths.map((mount) => `"${mount}"`).join(' or ')}`)];
  });
};

const isBelow = (folder: string, mount: string): boolean =>
  folder === mount || folder.startsWith(`${mount.replace(/\/$/, '')}/`);

/** Whether ingesters write ahead: from 2.4 on unless told otherwise. */
export const writesAhead = (settings: Settings): boolean =>
  settings.has('ingester.wal') &&
  (settings.isSaid('ingester.wal.enabled') || settings.isAtLeast('2.4')) &&
  settings.bool('ingester.wal.enabled');

/** `wal` alone is below the folder that the process was started in, which in the image is the root. */
export const walIsKept: Rule = ({ settings, deployment }) => {
  const path = 'ingester.wal.dir';
  const hasPrefix = settings.text('common.path_prefix') !== '' && !settings.isSaid(path);
  if (!writesAhead(settings) || hasPrefix) return [];
  const folder = settings.text(path);
  if (folder === '' || folder === '?' || folder.startsWith('/')) return [];
  // Where nothing is known of the disk, somebody who says nothing of the ingester is not told of its log.
  if (deployment.writablePaths === undefined && !settings.isWritten('ingester')) return [];
  const message = `keeps the write-ahead log in "${folder}", relative to where the process starts`;
  const remedy = 'set common.path_prefix, or ingester.wal.dir to a folder on a volume';
  const where = settings.isWritten(path) ? path : 'ingester';
  return [(deployment.writablePaths === undefined ? warned : refused)(where, message, remedy)];
};

/** With tenants on, whoever names none is turned away; with tenants off, all logs are one tenant's. */
export const tenantsAreSent: Rule = ({ settings, deployment }) => {
  const path = 'auth_enabled';
  if (deployment.sendsTenant === undefined || settings.textIfKnown(path) === undefined) return [];
  if (settings.bool(path) === deployment.sendsTenant) return [];
  return deployment.sendsTenant
    ? [warned(path, 'is false, so the tenants that collectors send are ignored', 'write true, or send none')]
    : [
        refused(
          path,
          'is true, and collectors and data sources send no tenant: every push is refused',
          'write false, or send one',
        ),
      ];
};

export const FOLDER_RULES: readonly Rule[] = [shippersHaveFolders, foldersAreMounted, walIsKept, tenantsAreSent];
