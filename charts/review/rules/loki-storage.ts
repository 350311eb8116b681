import { posix } from 'node:path';
import type { Manifest } from '../../kubernetes/manifest';
import { entriesOf } from '../config/entries';
import { readConfig } from '../config/read-config';
import { shownUrl } from '../hide';
import { at, textAt, textOf } from '../plain';
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

/** What a workload stores by the configurations of Loki that it reads, and on which volume. */
export function storedIn(
  workload: Manifest | undefined,
  side: Side,
): readonly { readonly what: string; readonly place: string | undefined }[] {
  if (workload === undefined) return [];
  const configs = side
    .configsOf(workload)
    .flatMap((config) =>
      [...entriesOf(config)].map(([name, { text, isText }]) => (isText ? readConfig(name, text) : undefined)),
    )
    .filter((config) => config?.format === 'loki');
  return configs.flatMap((config) =>
    foldersOf(config?.value).map(({ what, path }) => ({ what, place: placeIn(workload, path) })),
  );
}

/** The volume that a path lies on in any container of a workload. */
export const placeIn = (workload: Manifest, path: string): string | undefined =>
  containerNames(workload)
    .map((container) => placeOf(path, mountsOf(workload, container)))
    .find((place) => place !== undefined);

/** Where an object store keeps things: the settings of a backend, from the most specific on. */
interface Location {
  readonly what: string;
  readonly paths: readonly string[];
}

const bucket = (backend: string, key: string, what = 'bucket'): Location => ({
  what,
  paths: [
    `storage_config.${backend === 's3' ? 'aws' : backend}.${key}`,
    `common.storage.${backend}.${key}`,
    `storage_config.object_store.${backend}.${key === 'bucketnames' ? 'bucket_name' : key}`,
    `common.storage.object_store.${backend}.${key === 'bucketnames' ? 'bucket_name' : key}`,
  ],
});

const S3: readonly Location[] = [bucket('s3', 'bucketnames'), bucket('s3', 'endpoint', 'endpoint')];

/** By the names that a schema period calls its object store. */
const LOCATIONS: Readonly<Record<string, readonly Location[]>> = {
  alibabacloud: [bucket('alibabacloud', 'bucket')],
  aws: S3,
  azure: [bucket('azure', 'container_name', 'container'), bucket('azure', 'account_name', 'account')],
  bos: [bucket('bos', 'bucket_name')],
  cos: [bucket('cos', 'bucketnames')],
  gcs: [bucket('gcs', 'bucket_name')],
  s3: S3,
  swift: [bucket('swift', 'container_name', 'container')],
};

/** The settings that say where an object store keeps things: what each is, and its value. */
export function locationsOf(
  config: unknown,
  objectStore: string,
): readonly { readonly what: string; readonly value: string }[] {
  const locations = (LOCATIONS[objectStore] ?? []).map(({ what, paths }) => ({ what, value: said(config, ...paths) }));
  const url = said(config, 'storage_config.aws.s3', 'common.storage.s3.s3');
  const isS3 = LOCATIONS[objectStore] === S3;
  return [
    ...locations.map(({ what, value }) => ({
      what,
      value: value ?? (isS3 && what === 'bucket' && url !== undefined ? bucketOf(url) : undefined),
    })),
    ...(objectStore in LOCATIONS
      ? [{ what: 'prefix', value: said(config, 'storage_config.object_store.storage_prefix') }]
      : []),
  ].flatMap(({ what, value }) => (value === undefined ? [] : [{ what, value }]));
}

/** The bucket of `s3://key:secret@region/bucket`; without credentials, whatever else the URL says. */
const bucketOf = (url: string): string => /^\w+:\/\/[^/]*\/([^/?]+)/.exec(url)?.[1] ?? shownUrl(textOf(url));
