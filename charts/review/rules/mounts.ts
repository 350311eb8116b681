import { posix } from 'node:path';
import type { Manifest } from '../../kubernetes/manifest';
import { podOf } from '../kinds';
import { at, isMap, mapsAt, type PlainMap, textAt, textOf } from '../plain';
import { claimTemplates } from '../side';

/** What stands behind a folder of a container. */
export interface Mount {
  readonly path: string;
  /** The volume, and the folder of it: equal for the same data. */
  readonly source: string;
  readonly isPersistent: boolean;
  readonly isReadOnly: boolean;
  readonly volume: string;
}

/** What is mounted in a container of a workload, by its path. */
export function mountsOf(workload: Manifest | undefined, container: string): ReadonlyMap<string, Mount> {
  const pod = podOf(workload);
  const found = mapsAt(pod, 'containers').find(({ name }) => name === container);
  const mounts = mapsAt(found, 'volumeMounts').flatMap((mount): [string, Mount][] => {
    const [volume, mountPath] = [textOf(mount.name), textOf(mount.mountPath)];
    if (volume === undefined || mountPath === undefined) return [];
    const path = posix.resolve('/', mountPath);
    const { source, isPersistent } = sourceOf(workload, pod, volume);
    const folder = textOf(mount.subPath) ?? textOf(mount.subPathExpr);
    return [
      [
        path,
        {
          path,
          volume,
          source: folder === undefined ? source : `${source}, folder ${folder}`,
          isPersistent,
          isReadOnly: mount.readOnly === true,
        },
      ],
    ];
  });
  return new Map(mounts);
}

/** The names of a workload's containers. */
export const containerNames = (workload: Manifest | undefined): string[] =>
  mapsAt(podOf(workload), 'containers').map(({ name }) => textOf(name) ?? '?');

interface Source {
  readonly source: string;
  readonly isPersistent: boolean;
}

function sourceOf(workload: Manifest | undefined, pod: PlainMap | undefined, volume: string): Source {
  if (claimTemplates(workload).some((template) => textAt(template, 'metadata', 'name') === volume)) {
    return { source: `claims "${volume}"`, isPersistent: true };
  }
  const found = mapsAt(pod, 'volumes').find(({ name }) => name === volume);
  const claim = textAt(found, 'persistentVolumeClaim', 'claimName');
  if (claim !== undefined) return { source: `claim "${claim}"`, isPersistent: true };
  const hostPath = textAt(found, 'hostPath', 'path');
  if (hostPath !== undefined) return { source: `the node's ${hostPath}`, isPersistent: true };
  const kind = Object.keys(found ?? {}).find((key) => key !== 'name' && isMap(found?.[key]));
  if (kind === undefined || kind === 'emptyDir')
    return { source: 'an emptyDir, gone with each pod,', isPersistent: false };
  if (EPHEMERAL.has(kind)) return { source: kind, isPersistent: false };
  const where =
    textAt(found, kind, 'server') ?? textAt(found, kind, 'volumeHandle') ?? textAt(found, kind, 'volumeID') ?? '';
  return { source: `${kind} ${where}${textAt(found, kind, 'path') ?? ''}`.trim(), isPersistent: true };
}

/** Volumes that hold nothing of their own. */
const EPHEMERAL: ReadonlySet<string> = new Set([
  'configMap',
  'downwardAPI',
  'ephemeral',
  'image',
  'projected',
  'secret',
]);

/** Where a path of a container lies: the volume and the way within it; undefined for what is on none that lasts. */
export function placeOf(path: string, mounts: ReadonlyMap<string, Mount>): string | undefined {
  const absolute = posix.resolve('/', path);
  let folder = absolute;
  for (;;) {
    const mount = mounts.get(folder);
    if (mount !== undefined)
      return mount.isPersistent ? `${mount.source}:${posix.relative(folder, absolute)}` : undefined;
    if (folder === '/') return undefined;
    folder = posix.dirname(folder);
  }
}

/** Whether a workload has a claim of its own or refers to one. */
export const hasClaims = (workload: Manifest | undefined): boolean =>
  claimTemplates(workload).length > 0 ||
  mapsAt(podOf(workload), 'volumes').some((volume) => at(volume, 'persistentVolumeClaim') !== undefined);
