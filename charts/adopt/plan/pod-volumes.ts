import { volumeSpec } from '../compare/normal-form';
import { asText, isMapping, isSame, type JsonObject, objectsIn, textIn, without } from '../json';
import type { Handled } from './pod-options';

export interface RenamedVolumes {
  /** Volumes that ours has not. */
  readonly added: readonly JsonObject[];
  /** Their name → ours. */
  readonly names: ReadonlyMap<string, string>;
}

/** A volume of theirs that ours has too is ours; one whose name ours has for another is renamed. */
export function renamedVolumes(
  theirPod: JsonObject,
  ourPod: JsonObject,
  { volumes, replacedVolumes }: Handled,
): RenamedVolumes {
  const ours = objectsIn(ourPod.volumes);
  const taken = new Set([
    ...ours.map(({ name }) => asText(name)),
    ...objectsIn(theirPod.volumes).map(({ name }) => asText(name)),
  ]);
  const names = new Map<string, string>();
  const added: JsonObject[] = [];
  for (const volume of objectsIn(theirPod.volumes)) {
    const name = asText(volume.name);
    const handled = volumes.get(name);
    const same = ours.find((own) => isSameSource(own, volume));
    const namesake = ours.find((own) => own.name === name);
    if (replacedVolumes.has(name)) {
      names.set(name, name);
      added.push(volume);
    } else if (handled !== undefined) names.set(name, handled);
    else if (volumes.has(name)) continue;
    else if (same !== undefined && !('emptyDir' in volume)) names.set(name, asText(same.name));
    else if (namesake === undefined || isSameSource(namesake, volume)) {
      names.set(name, name);
      if (namesake === undefined) added.push(volume);
    } else {
      const free = freeName(name, taken);
      names.set(name, free);
      added.push({ ...volume, name: free });
    }
  }
  return { added, names };
}

/** Whether two volumes show the same; whether a folder that is missing is made is no matter. */
const isSameSource = (one: JsonObject, other: JsonObject): boolean => isSame(sourceOf(one), sourceOf(other));

const sourceOf = (volume: JsonObject): JsonObject => {
  const { name: _, ...source } = volumeSpec(volume);
  return isMapping(source.hostPath) ? { ...source, hostPath: without(source.hostPath, 'type') } : source;
};

function freeName(name: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  taken.add(`${name}-${number}`);
  return `${name}-${number}`;
}

export const withVolumes = (container: JsonObject, names: ReadonlyMap<string, string>): JsonObject =>
  container.volumeMounts === undefined
    ? container
    : {
        ...container,
        volumeMounts: objectsIn(container.volumeMounts).map((mount) => ({
          ...mount,
          name: names.get(asText(mount.name)) ?? mount.name,
        })),
      };

/** Their mounts that ours has not, or has of another volume. */
export const extraMounts = (
  theirs: JsonObject,
  ours: JsonObject,
  { names }: RenamedVolumes,
  handled: Handled,
): readonly JsonObject[] =>
  objectsIn(withVolumes(theirs, names).volumeMounts).filter((mount) => {
    const path = textIn(mount.mountPath)?.replace(/(?<=.)\/+$/, '');
    const own = objectsIn(ours.volumeMounts).find(({ mountPath }) => mountPath === path);
    if (path === undefined || handled.mountPaths.has(path)) return false;
    return own === undefined || own.name !== mount.name || !isSame(own.subPath, mount.subPath);
  });
