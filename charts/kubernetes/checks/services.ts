import { isService, type Manifest, workloadSpec } from '../manifest';
import { checkName } from '../names';
import type { Problem } from '../problem';
import { checkPort, containersOf, repeated } from './pods';

interface ServiceSpec {
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports?: readonly { readonly name?: string; readonly port: number; readonly targetPort?: string | number }[];
}

const serviceSpec = (manifest: Manifest): ServiceSpec | undefined => {
  const { spec } = manifest;
  return isService(manifest) && typeof spec === 'object' && spec !== null ? (spec as ServiceSpec) : undefined;
};

interface Pods {
  readonly labels: Readonly<Record<string, string>>;
  /** Names and numbers of the ports that their containers serve. */
  readonly ports: ReadonlySet<string | number>;
}

/** Finds the pods that a Service of a namespace selects, among those of all manifests. */
export type PodIndex = (namespace: string | undefined, selector: Readonly<Record<string, string>>) => readonly Pods[];

/** Pods by each label that they carry, so that a look-up does not walk through all of them. */
export function indexPods(manifests: readonly Manifest[]): PodIndex {
  const byLabel = new Map<string, Pods[]>();
  const keyOf = (namespace: string | undefined, label: readonly [string, string]) =>
    [namespace ?? '', ...label].join('\n');
  for (const manifest of manifests) {
    const template = workloadSpec(manifest)?.template;
    if (template?.spec === undefined) continue;
    const ports = containersOf(template.spec).flatMap(([container]) =>
      (container.ports ?? []).flatMap(({ name, containerPort }) =>
        name === undefined ? [containerPort] : [name, containerPort],
      ),
    );
    const pods = { labels: template.metadata?.labels ?? {}, ports: new Set(ports) };
    for (const label of Object.entries(pods.labels)) {
      const key = keyOf(manifest.metadata.namespace, label);
      const known = byLabel.get(key);
      if (known === undefined) byLabel.set(key, [pods]);
      else known.push(pods);
    }
  }
  return (namespace, selector) => {
    const labels = Object.entries(selector);
    const carriers = labels.map((label) => byLabel.get(keyOf(namespace, label)) ?? []);
    const fewest = carriers.reduce((a, b) => (b.length < a.length ? b : a), carriers[0] ?? []);
    return fewest.filter((pods) => labels.every(([key, value]) => pods.labels[key] === value));
  };
}

/**
 * Refuses ports that an API server refuses, and one that none of the pods which the Service selects serves.
 * A Service that selects none of the pods that are known may select some that are made elsewhere: it passes. So does a
 * number when these pods name no port at all, which no container has to.
 */
export function checkService(manifest: Manifest, podsOf: PodIndex): Problem[] {
  const { selector = {}, ports = [] } = serviceSpec(manifest) ?? {};
  const selected = podsOf(manifest.metadata.namespace, selector);
  return [
    ...ports.flatMap(({ port, targetPort }, index) => {
      const path = `spec.ports[${index}]`;
      const invalid = checkPort(port, `${path}.port`);
      return invalid.length > 0 ? invalid : checkTarget(targetPort ?? port, `${path}.targetPort`, selected);
    }),
    ...checkPortNames(ports),
  ];
}

function checkTarget(target: string | number, path: string, selected: readonly Pods[]): Problem[] {
  const invalid = typeof target === 'number' ? checkPort(target, path) : [];
  if (invalid.length > 0) return invalid;
  if (selected.length === 0 || selected.some(({ ports }) => ports.has(target))) return [];
  const served = [...new Set(selected.flatMap(({ ports }) => [...ports]))].map((name) => JSON.stringify(name));
  if (served.length === 0 && typeof target === 'number') return [];
  return [
    {
      path,
      message: `no container of the selected pods serves ${JSON.stringify(target)}`,
      remedy: served.length === 0 ? "name the port in the container's ports" : `use one of ${served.join(', ')}`,
    },
  ];
}

/** Several ports are told apart by name. */
function checkPortNames(ports: readonly { readonly name?: string }[]): Problem[] {
  const named = ports.flatMap(({ name }, index) =>
    name === undefined ? [] : [[name, `spec.ports[${index}].name`] as const],
  );
  return [
    ...ports.flatMap(({ name }, index) =>
      name !== undefined || ports.length === 1
        ? []
        : [
            {
              path: `spec.ports[${index}].name`,
              message: 'is missing',
              remedy: 'name each port, as there are several',
            },
          ],
    ),
    ...named.flatMap(([name, path]) => checkName(name, path)),
    ...repeated(named),
  ];
}
