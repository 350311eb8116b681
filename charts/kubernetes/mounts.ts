import { posix } from 'node:path';
import type { ApiObject } from 'cdk8s';
import { checkForm } from './checks/form';
import { finalForm } from './final-form';
import { type Manifest, workloadSpec } from './manifest';
import type { Problem } from './problem';
import type { Container, PodSpec } from './types';

/** A path that a program's configuration names. */
export interface ConfiguredPath {
  /** The property that names it, for messages. */
  readonly property: string;
  /** The path in the container. */
  readonly path: string;
  readonly access: 'read' | 'write';
}

/** Volumes that no container writes to, however they are mounted. */
const READ_ONLY_SOURCES = ['configMap', 'downwardAPI', 'image', 'projected', 'secret'];

interface Mount {
  readonly path: string;
  readonly isReadOnly: boolean;
  /** Whether it is a part of a volume: as a rule one file. */
  readonly isPart: boolean;
}

/** Refuses paths that a container could not use: nothing is mounted there, or it is mounted read-only and would be written to. */
export function checkMountedPaths(workload: Manifest, container: string, paths: readonly ConfiguredPath[]): Problem[] {
  const pod = workloadSpec(workload)?.template?.spec;
  const found = pod?.containers?.find(({ name }) => name === container);
  if (pod === undefined || found === undefined) return [];
  const mounts = mountsOf(found, pod);
  const isRootWritable = found.securityContext?.readOnlyRootFilesystem === false;
  return paths.flatMap(({ property, path, access }) => {
    const refuse = (message: string, usable: readonly Mount[]): Problem[] => [
      { path: property, message: `"${path}" ${message}`, remedy: remedy(usable) },
    ];
    const absolute = posix.resolve('/', path);
    const mount = closestMount(absolute, mounts);
    if (access === 'read') return mount === undefined ? refuse('is on no volume', mounts) : [];
    const writable = mounts.filter(({ isReadOnly, isPart }) => !isReadOnly && !isPart);
    if (mount?.isReadOnly === true) return refuse(`is on ${mount.path}, mounted read-only`, writable);
    if (mount !== undefined || isRootWritable) return [];
    return refuse('is on no volume, and the root file system is read-only', writable);
  });
}

function mountsOf({ volumeMounts = [] }: Container, { volumes = [] }: PodSpec): readonly Mount[] {
  const readOnly = new Set(
    volumes.filter((volume) => READ_ONLY_SOURCES.some((source) => source in volume)).map(({ name }) => name),
  );
  return volumeMounts.map((mount) => ({
    path: posix.resolve('/', mount.mountPath),
    isReadOnly: mount.readOnly === true || readOnly.has(mount.name),
    isPart: mount.subPath !== undefined,
  }));
}

/** The same for a workload as it will be written; one that is refused altogether is not asked. */
export function checkMountsOf(workload: ApiObject, container: string, paths: readonly ConfiguredPath[]): Problem[] {
  const form = finalForm(workload);
  return 'problem' in form || checkForm(form.manifest).length > 0
    ? []
    : checkMountedPaths(form.manifest, container, paths);
}

const remedy = (mounts: readonly Mount[]): string =>
  mounts.length === 0
    ? 'mount a volume there'
    : `put it below ${mounts.map(({ path }) => path).join(' or ')}, or mount a volume there`;

/** The mount that a path lies on: the deepest of those above it. */
const closestMount = (path: string, mounts: readonly Mount[]): Mount | undefined =>
  mounts
    .filter((mount) => `${path}/`.startsWith(mount.path === '/' ? '/' : `${mount.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
