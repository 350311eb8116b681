import { isWorkload, type Manifest } from '../kubernetes/manifest';
import { kindOf, nameOf, podOf } from './kinds';
import { at, listOf, mapsAt, textAt, textOf } from './plain';

/** All objects of one side of a comparison, and how they refer to one another. */
export class Side {
  private objects: ReadonlyMap<string, Manifest> | undefined;
  private readers: ReadonlyMap<string, readonly Manifest[]> | undefined;

  constructor(readonly manifests: readonly Manifest[]) {}

  /** An object by its kind, `/ServiceAccount`, and name, in a namespace unless its kind has none. */
  find(kind: string, namespace: string | undefined, name: string): Manifest | undefined {
    return this.byKey.get(`${kind} ${namespace ?? ''} ${name}`);
  }

  /** The objects with pods that read a ConfigMap or Secret. */
  readersOf(config: Manifest): readonly Manifest[] {
    this.readers ??= this.indexReaders();
    return this.readers.get(keyOf(config)) ?? [];
  }

  /** The ConfigMaps and Secrets that an object's pods read. */
  configsOf(workload: Manifest): readonly Manifest[] {
    return [...configsReadBy(workload)].flatMap((key) => this.byKey.get(key) ?? []);
  }

  /** The HorizontalPodAutoscaler that sets the replicas of a workload. */
  autoscalerOf(workload: Manifest): Manifest | undefined {
    const { namespace, kind, name } = nameOf(workload);
    return this.manifests.find(
      (manifest) =>
        manifest.kind === 'HorizontalPodAutoscaler' &&
        nameOf(manifest).namespace === namespace &&
        textAt(manifest, 'spec', 'scaleTargetRef', 'kind') === kind &&
        textAt(manifest, 'spec', 'scaleTargetRef', 'name') === name,
    );
  }

  private get byKey(): ReadonlyMap<string, Manifest> {
    this.objects ??= new Map(this.manifests.map((manifest) => [keyOf(manifest), manifest]));
    return this.objects;
  }

  private indexReaders(): ReadonlyMap<string, readonly Manifest[]> {
    const readers = new Map<string, Manifest[]>();
    for (const manifest of this.manifests) {
      for (const key of configsReadBy(manifest)) {
        const known = readers.get(key);
        if (known === undefined) readers.set(key, [manifest]);
        else known.push(manifest);
      }
    }
    return readers;
  }
}

const keyOf = (manifest: Manifest): string => {
  const { namespace, name } = nameOf(manifest);
  return `${kindOf(manifest)} ${namespace ?? ''} ${name}`;
};

/** The keys of the ConfigMaps and Secrets that an object's pods mount, or take variables from. */
export function configsReadBy(manifest: Manifest): ReadonlySet<string> {
  const pod = podOf(manifest);
  const { namespace } = nameOf(manifest);
  const keys = new Set<string>();
  const add = (kind: string, name: string | undefined): void => {
    if (name !== undefined) keys.add(`${kind} ${namespace ?? ''} ${name}`);
  };
  for (const volume of mapsAt(pod, 'volumes')) {
    add('/ConfigMap', textAt(volume, 'configMap', 'name'));
    add('/Secret', textAt(volume, 'secret', 'secretName'));
    for (const source of mapsAt(volume, 'projected', 'sources')) {
      add('/ConfigMap', textAt(source, 'configMap', 'name'));
      add('/Secret', textAt(source, 'secret', 'name'));
    }
  }
  for (const container of containersOf(pod)) {
    for (const source of [
      ...mapsAt(container, 'envFrom'),
      ...mapsAt(container, 'env').map(({ valueFrom }) => valueFrom),
    ]) {
      add('/ConfigMap', textAt(source, 'configMapRef', 'name') ?? textAt(source, 'configMapKeyRef', 'name'));
      add('/Secret', textAt(source, 'secretRef', 'name') ?? textAt(source, 'secretKeyRef', 'name'));
    }
  }
  return keys;
}

/** The containers of a pod, those that run first included. */
export const containersOf = (pod: unknown): readonly Readonly<Record<string, unknown>>[] => [
  ...mapsAt(pod, 'initContainers'),
  ...mapsAt(pod, 'containers'),
];

/** How many pods a workload says that it has; one when it says nothing. */
export function replicasOf(manifest: Manifest | undefined): number {
  const replicas = Number(textAt(manifest, 'spec', 'replicas') ?? 1);
  return Number.isInteger(replicas) && replicas >= 0 ? replicas : 1;
}

/** Whether an object keeps pods running. */
export const keepsPods = (manifest: Manifest): boolean => isWorkload(manifest) && manifest.kind !== 'Job';

/** The claims that a StatefulSet makes for each of its pods: name of the template → size. */
export const claimTemplates = (manifest: Manifest | undefined): readonly Readonly<Record<string, unknown>>[] =>
  mapsAt(manifest, 'spec', 'volumeClaimTemplates');

/** The names of a StatefulSet's claims. */
export const claimNames = (manifest: Manifest, templates: readonly unknown[] = claimTemplates(manifest)): string[] =>
  listOf(templates).flatMap((template) =>
    Array.from(
      { length: Math.min(replicasOf(manifest), MOST_REPLICAS) },
      (_, index) =>
        `${textOf(at(template, 'metadata', 'name')) ?? '?'}-${nameOf(manifest).name}-${firstOrdinal(manifest) + index}`,
    ),
  );

/** The number of a StatefulSet's first pod. */
export function firstOrdinal(manifest: Manifest): number {
  const start = Number(textAt(manifest, 'spec', 'ordinals', 'start') ?? 0);
  return Number.isInteger(start) && start >= 0 ? start : 0;
}

/** Nobody reads longer lists of claims. */
const MOST_REPLICAS = 100;
