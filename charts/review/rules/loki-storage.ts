import { posix } from 'node:path';
import type { Manifest } from '../../kubernetes/manifest';
import { entriesOf } from '../config/entries';
import { readConfig } from '../config/read-config';
import { at, textAt } from '../plain';
import type { Side } from '../side';
import { containerNames, mountsOf, placeOf } from './mounts';

/** Something that Loki stores, and the setting that says where. */
interface Stored {
  readonly what: 'chunks' | 'write-ahead log';
  readonly path: string;
}

const said = (config: unknown, ...paths: readonly string[]): string | undefined =>
  paths.map((path) => textAt(config, ...path.split('.'))).find((text) => text !== undefined);

/** The folders that Loki stores to, as its configuration says. */
export function foldersOf(config: unknown): Stored[] {
  const chunks = said(config, 'storage_config.filesystem.directory', 'common.storage.filesystem.chunks_directory');
  const prefix = said(config, 'common.path_prefix');
  const log = said(config, 'ingester.wal.dir') ?? (prefix === undefined ? undefined : posix.join(prefix, 'wal'));
  const hasLog = at(config, 'ingester', 'wal', 'enabled') !== false;
  return [
    ...(chunks === undefined ? [] : [{ what: 'chunks', path: chunks } as const]),
    ...(log === undefined || !hasLog ? [] : [{ what: 'write-ahead log', path: log } as const]),
  ];
}

/** The configurations of Loki that a workload reads. */
export const lokiConfigsOf = (workload: Manifest, side: Side): readonly unknown[] =>
  side.configsOf(workload).flatMap((object) =>
    [...entriesOf(object)].flatMap(([name, { text, isText }]) => {
      const config = isText ? readConfig(name, text) : undefined;
      return config?.format === 'loki' ? [config.value] : [];
    }),
  );

/** What a workload stores by the configurations of Loki that it reads, and on which volume. */
export const storedIn = (
  workload: Manifest,
  side: Side,
): readonly { readonly what: string; readonly place: string | undefined }[] =>
  lokiConfigsOf(workload, side)
    .flatMap(foldersOf)
    .map(({ what, path }) => ({ what, place: placeIn(workload, path) }));

/** The volume that a path lies on in any container of a workload. */
export const placeIn = (workload: Manifest, path: string): string | undefined =>
  containerNames(workload)
    .map((container) => placeOf(path, mountsOf(workload, container)))
    .find((place) => place !== undefined);
