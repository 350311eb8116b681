import type { ApiObject } from 'cdk8s';
import { checkForm } from './checks/form';
import { finalForm } from './final-form';
import { type Manifest, workloadSpec } from './manifest';
import type { Problem } from './problem';

/** A path that a program's configuration names. */
export interface ConfiguredPath {
  /** The property that names it, for messages. */
  readonly property: string;
  /** The path in the container. */
  readonly path: string;
  readonly access: 'read' | 'write';
}

/** Refuses paths that a container could not use: nothing is mounted there, or it is mounted read-only and would be written to. */
export function checkMountedPaths(workload: Manifest, container: string, paths: readonly ConfiguredPath[]): Problem[] {
  const found = workloadSpec(workload)?.template?.spec?.containers?.find(({ name }) => name === container);
  if (found === undefined) return [];
  const isRootWritable = found.securityContext?.readOnlyRootFilesystem === false;
  const mounts = found.volumeMounts ?? [];
  const writable = mounts.filter(({ readOnly, subPath }) => readOnly !== true && subPath === undefined);
  return paths.flatMap(({ property, path, access }) => {
    const mount = closestMount(path, mounts);
    if (mount === undefined && (isRootWritable || !path.startsWith('/'))) return [];
    if (mount === undefined) {
      const message = access === 'write' ? 'is on no volume, and the root file system is read-only' : 'is on no volume';
      return [
        { path: property, message: `"${path}" ${message}`, remedy: remedy(access === 'write' ? writable : mounts) },
      ];
    }
    return access === 'read' || mount.readOnly !== true
      ? []
      : [
          {
            path: property,
            message: `"${path}" is on ${mount.mountPath}, mounted read-only`,
            remedy: remedy(writable),
          },
        ];
  });
}

/** The same for a workload as it will be written; one that is refused altogether is not asked. */
export function checkMountsOf(workload: ApiObject, container: string, paths: readonly ConfiguredPath[]): Problem[] {
  const form = finalForm(workload);
  return 'problem' in form || checkForm(form.manifest).length > 0
    ? []
    : checkMountedPaths(form.manifest, container, paths);
}

const remedy = (mounts: readonly { readonly mountPath: string }[]): string =>
  `put it below ${mounts.map(({ mountPath }) => mountPath).join(' or ')}, or mount a volume there`;

/** The mount that a path lies on: the deepest of those above it. */
const closestMount = <Mount extends { readonly mountPath: string }>(
  path: string,
  mounts: readonly Mount[],
): Mount | undefined =>
  mounts
    .filter(
      ({ mountPath }) => path === mountPath || path.startsWith(mountPath.endsWith('/') ? mountPath : `${mountPath}/`),
    )
    .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
