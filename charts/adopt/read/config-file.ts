import { asText, type Json, type JsonObject, listIn, objectsIn, textIn, valueAt } from '../json';
import type { ReleaseObject } from './release-object';

/** A file that a container reads from a ConfigMap or a Secret. */
export interface ConfigFile {
  /** Name of the volume. */
  readonly volume: string;
  /** Where the volume, or the file of it, is mounted. */
  readonly mountPath: string;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key: string;
  /** Undefined when the object is not among those that are known, or has no such key. */
  readonly text?: string;
  /** Whether the object is among those that are known. */
  readonly isKnown: boolean;
}

/** The object behind a path of a container; undefined for one that is on no ConfigMap and no Secret. */
export function configFileAt(
  path: string,
  container: JsonObject,
  pod: JsonObject,
  objects: readonly ReleaseObject[],
): ConfigFile | undefined {
  const mounts = objectsIn(container.volumeMounts)
    .map(({ name, mountPath, subPath }) => ({
      name: asText(name),
      mountPath: asText(mountPath).replace(/(?<=.)\/+$/, ''),
      subPath: textIn(subPath) ?? '',
    }))
    .filter(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`))
    .sort((a, b) => b.mountPath.length - a.mountPath.length);
  const [mount] = mounts;
  if (mount === undefined) return undefined;
  const volume = objectsIn(pod.volumes).find(({ name }) => name === mount.name);
  const below = path.slice(mount.mountPath.length + 1);
  const file = [mount.subPath, below].filter((part) => part !== '').join('/');
  const candidates = sourcesOf(volume ?? {}).flatMap(({ kind, name, items }) => {
    const item = items.find((candidate) => candidate.path === file);
    if (items.length > 0 && item === undefined) return [];
    const key = textIn(item?.key) ?? file;
    const { name: volumeName, mountPath } = mount;
    const data = dataOf(objects, kind, name);
    const text = data !== undefined && Object.hasOwn(data, key) ? data[key] : undefined;
    return [{ volume: volumeName, mountPath, kind, name, key, text, isKnown: data !== undefined }];
  });
  // Of several in one volume, the one that has it.
  return (
    candidates.find(({ text }) => text !== undefined) ?? candidates.find(({ isKnown }) => !isKnown) ?? candidates[0]
  );
}

interface Source {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly items: readonly JsonObject[];
}

/** The ConfigMaps and Secrets that a volume shows. */
function sourcesOf(volume: JsonObject): readonly Source[] {
  const sourceOf = (source: Json, kind: Source['kind'], nameKey: string): Source[] => {
    const name = textIn(valueAt(source, nameKey));
    return name === undefined ? [] : [{ kind, name, items: objectsIn(valueAt(source, 'items')) }];
  };
  const projected = listIn(valueAt(volume, 'projected', 'sources'));
  return [
    ...sourceOf(volume.configMap, 'ConfigMap', 'name'),
    ...sourceOf(volume.secret, 'Secret', 'secretName'),
    ...projected.flatMap((source) => [
      ...sourceOf(valueAt(source, 'configMap'), 'ConfigMap', 'name'),
      ...sourceOf(valueAt(source, 'secret'), 'Secret', 'name'),
    ]),
  ];
}

/** What an object holds, decoded; undefined when the object is not known. */
export function dataOf(
  objects: readonly ReleaseObject[],
  kind: 'ConfigMap' | 'Secret',
  name: string,
): Readonly<Record<string, string>> | undefined {
  const object = objects.find((candidate) => candidate.kind === kind && candidate.name === name);
  if (object === undefined) return undefined;
  const texts = (field: string): [string, string][] =>
    Object.entries((valueAt(object.manifest, field) as JsonObject | undefined) ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    );
  const encoded = texts('data').map(([key, value]): [string, string] => [
    key,
    kind === 'Secret' ? decoded(value) : value,
  ]);
  return Object.fromEntries([...encoded, ...texts('stringData')]);
}

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
