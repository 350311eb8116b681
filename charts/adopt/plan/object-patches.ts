import { type Manifest, namespaceOf } from '../../kubernetes/manifest';
import { isCredential } from '../compare/differences';
import { type JsonObject, listIn, objectIn, objectsIn, textIn, textsIn, valueAt } from '../json';
import type { ComponentName } from '../read/components';
import { nameOf, type ReleaseObject } from '../read/release-object';
import type { Program } from '../write/program';
import type { BuiltProgram } from '../write/program-app';
import type { ComponentPlan } from './component-plan';
import type { Plans } from './compose';
import { patchesFor } from './patches';
import { isScaled, servicesOf } from './workload-names';

/** The patches of every object that ours takes the place of. */
export function allPatches(
  program: Program,
  { manifests }: BuiltProgram,
  plans: Plans,
  objects: readonly ReleaseObject[],
): Program['patches'] {
  const files = Object.values(plans).flatMap((plan) => plan.files);
  const elsewhere = Object.values(plans).flatMap((plan) => plan.elsewhere ?? []);
  const targetPorts = new Set(
    objects.flatMap(({ kind, manifest }) =>
      kind === 'Service'
        ? objectsIn(valueAt(manifest, 'spec', 'ports')).flatMap(({ targetPort }) => textIn(targetPort) ?? [])
        : [],
    ),
  );
  return objects.flatMap((object) => {
    const ours = ourObject(object, manifests);
    const owner = ours === undefined ? undefined : ownerOf(program, ours, plans);
    if (ours === undefined || owner === undefined) return [];
    const plan = Object.values(plans).find(({ found }) => nameOf(found.workload) === nameOf(object));
    const pod = objectIn(valueAt(object.manifest, 'spec', 'template', 'spec'));
    const patches = patchesFor(object, ours, {
      movedKeys: new Set(
        [...files, { theirs: elsewhere }].flatMap(({ theirs }) =>
          theirs.filter(({ kind, name }) => `${kind}/${name}` === nameOf(object)).map(({ key }) => key),
        ),
      ),
      container: textIn(plan?.found.container.name),
      port: plan?.port,
      isScaled: isScaled(object),
      saidArgs: plan?.handled.args ?? new Set(),
      portNames: portNamesOf(plan ?? servedBy(object, plans), targetPorts),
      sharesVolume: sharesVolume(pod, objects),
      hasGuests: objectsIn(pod.containers).length + objectsIn(pod.initContainers).length > 1,
      podLabels: objects.map(({ manifest }) => textsIn(valueAt(manifest, 'spec', 'template', 'metadata', 'labels'))),
      targetPorts,
      unnamedPorts: plan === undefined ? [] : unnamedPorts(plan, objects),
      keepsRules: discoversMore(plans.promtail),
    });
    return patches.map((patch) => ({ of: owner, object: nameOf(object), patch }));
  });
}

/** The plan of the pods that a Service finds. */
const servedBy = (object: ReleaseObject, plans: Plans): ComponentPlan | undefined =>
  Object.values(plans).find(({ found }) => servicesOf(found.workload, [object]).length > 0);

/** Our name of a port → theirs, where a Service asks for it by theirs. */
function portNamesOf(plan: ComponentPlan | undefined, targetPorts: ReadonlySet<string>): ReadonlyMap<string, string> {
  const ports = objectsIn(plan?.found.container.ports);
  const name = textIn(ports.find(({ containerPort }) => containerPort === plan?.port)?.name);
  const isOther = name !== undefined && name !== OUR_PORT_NAME && targetPorts.has(name);
  return new Map(isOther && plan?.component !== 'grafana' ? [[OUR_PORT_NAME, name]] : []);
}

/** What Loki and Promtail call their port here: Grafana's is called as the release calls it. */
const OUR_PORT_NAME = 'http-metrics';

/** What of ConfigMaps that ours take the place of no file may hold. */
export function leftInCluster(
  { manifests }: BuiltProgram,
  plans: Plans,
  objects: readonly ReleaseObject[],
): readonly string[] {
  const moved = Object.values(plans).flatMap(({ files, elsewhere = [] }) => [
    ...files.flatMap(({ theirs }) => theirs),
    ...elsewhere,
  ]);
  const isMoved = (object: string, field: string) =>
    moved.some(({ kind, name, key }) => `${kind}/${name}` === object && key === field);
  return objects
    .filter((object) => object.kind === 'ConfigMap' && ourObject(object, manifests) !== undefined)
    .flatMap((object) =>
      Object.entries(textsIn(object.manifest.data))
        .filter(([key, value]) => isCredential(key, value) && !isMoved(nameOf(object), key))
        .map(
          ([key]) =>
            `${nameOf(object)}, ${key} has a credential in it and is in no file: it stays in the cluster as long as nobody makes the ConfigMap anew, so move it to a Secret`,
        ),
    );
}

const ourObject = (object: ReleaseObject, manifests: readonly Manifest[]): Manifest | undefined =>
  manifests.find(
    (ours) =>
      ours.kind === object.kind &&
      ours.metadata.name === object.name &&
      (namespaceOf(ours) === object.namespace || object.namespace === undefined),
  );

/** Kubernetes sends to any port, but a Service of ours leads to none that no container has. */
function unnamedPorts({ found: { workload }, port }: ComponentPlan, objects: readonly ReleaseObject[]): JsonObject[] {
  const containers = objectsIn(valueAt(workload.manifest, 'spec', 'template', 'spec', 'containers'));
  const named = containers.flatMap(({ ports }) => objectsIn(ports)).map(({ containerPort }) => containerPort);
  const byNumber = new Map<unknown, JsonObject>();
  for (const one of servicesOf(workload, objects).flatMap(({ manifest }) =>
    objectsIn(valueAt(manifest, 'spec', 'ports')),
  )) {
    const target = one.targetPort ?? one.port;
    if (typeof target !== 'number' || target === port || named.includes(target)) continue;
    byNumber.set(target, { containerPort: target, ...(one.protocol === 'UDP' ? { protocol: 'UDP' } : {}) });
  }
  return [...byNumber.values()];
}

/** Whether several pods can have the volume of a pod at once. */
const sharesVolume = (pod: JsonObject, objects: readonly ReleaseObject[]): boolean => {
  const claims = objectsIn(pod.volumes).map((volume) => textIn(valueAt(volume, 'persistentVolumeClaim', 'claimName')));
  return objects.some(
    ({ kind, name, manifest }) =>
      kind === 'PersistentVolumeClaim' &&
      claims.includes(name) &&
      listIn(valueAt(manifest, 'spec', 'accessModes')).includes('ReadWriteMany'),
  );
};

/** The construct that makes an object: the stack, unless it is a part's. */
function ownerOf(program: Program, ours: Manifest, plans: Plans): 'stack' | ComponentName | undefined {
  const program_of: Readonly<Record<string, ComponentName>> = {
    loki: 'loki',
    promtail: 'promtail',
    grafana: 'grafana',
  };
  const made = Object.values(plans).find(({ found, adopt }) => {
    const selector = objectIn(adopt.selector);
    const labels = objectIn(ours.metadata.labels as JsonObject | undefined);
    return found !== undefined && Object.entries(selector).every(([key, value]) => labels[key] === value);
  });
  const component = made?.component ?? program_of[String(ours.metadata.labels?.['app.kubernetes.io/name'])];
  if (component === undefined) return undefined;
  return program.parts.some((part) => part.component === component) ? component : 'stack';
}

/** Whether Promtail discovers more than pods, for which it needs more rights than ours gives it. */
const discoversMore = (promtail: ComponentPlan | undefined): boolean =>
  objectsIn(promtail?.config.scrape_configs).some((job) =>
    objectsIn(job.kubernetes_sd_configs).some(
      ({ role, attach_metadata }) => role !== 'pod' || attach_metadata !== undefined,
    ),
  );
