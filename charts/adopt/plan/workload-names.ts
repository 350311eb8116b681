import { isSame, type JsonObject, objectsIn, textIn, textsIn, valueAt } from '../json';
import { referencesOf } from '../read/references';
import { nameOf, type ReleaseObject } from '../read/release-object';

/** The labels that select a workload's pods. */
export const selectorOf = ({ manifest }: ReleaseObject): Readonly<Record<string, string>> =>
  textsIn(valueAt(manifest, 'spec', 'selector', 'matchLabels'));

/** The ServiceAccount that pods run as, as `adopt` has it; undefined when it is made here, under the workload's name. */
export function serviceAccountOf(
  workload: ReleaseObject,
  pod: JsonObject,
  objects: readonly ReleaseObject[],
): JsonObject | undefined {
  const name = textIn(pod.serviceAccountName) ?? textIn(pod.serviceAccount) ?? 'default';
  const isMadeHere = objects.some((object) => nameOf(object) === `ServiceAccount/${name}`);
  if (isMadeHere) return name === workload.name ? undefined : { name };
  return { name, create: false };
}

/** The annotations of the ServiceAccount that pods run as, where it is known. */
export function accountAnnotations(
  workload: ReleaseObject,
  pod: JsonObject,
  objects: readonly ReleaseObject[],
): Readonly<Record<string, string>> {
  const { name = workload.name } = serviceAccountOf(workload, pod, objects) ?? {};
  return objects.find((object) => nameOf(object) === `ServiceAccount/${String(name)}`)?.annotations ?? {};
}

/** Whether a Secret of a name is there already, or is asked for by some pod. */
export const takesSecret = (name: string, objects: readonly ReleaseObject[]): boolean =>
  objects.some(
    (object) =>
      nameOf(object) === `Secret/${name}` ||
      (object.kind !== 'Secret' &&
        referencesOf(valueAt(object.manifest, 'spec', 'template', 'spec')).has(`Secret/${name}`)),
  );

/** The Services that find a workload's pods, those with an address first. */
export function servicesOf(workload: ReleaseObject, objects: readonly ReleaseObject[]): readonly ReleaseObject[] {
  const labels = textsIn(valueAt(workload.manifest, 'spec', 'template', 'metadata', 'labels'));
  const services = objects.filter(({ kind, manifest }) => {
    const selector = Object.entries(textsIn(valueAt(manifest, 'spec', 'selector')));
    return kind === 'Service' && selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
  });
  return [...services.filter((service) => !isHeadless(service)), ...services.filter(isHeadless)];
}

export const isHeadless = ({ manifest }: ReleaseObject): boolean => valueAt(manifest, 'spec', 'clusterIP') === 'None';

/** The Service with an address that serves a port of the container, the workload's namesake first. */
export function clientService(
  workload: ReleaseObject,
  services: readonly ReleaseObject[],
  targets: readonly (string | number)[],
): ReleaseObject | undefined {
  const usable = services.filter(
    (service) =>
      !isHeadless(service) &&
      objectsIn(valueAt(service.manifest, 'spec', 'ports')).some(({ port, targetPort }) =>
        targets.some((target) => isSame(targetPort ?? port, target)),
      ),
  );
  return usable.find(({ name }) => name === workload.name) ?? usable[0];
}

/** Whether the release leaves it to somebody else how many pods a workload has. */
export const isScaled = ({ manifest }: ReleaseObject): boolean => valueAt(manifest, 'spec', 'replicas') === undefined;

/** What to do of a number of pods that an autoscaler is to change. */
export const scaledToo = (workload: ReleaseObject, objects: readonly ReleaseObject[]): readonly string[] =>
  isScaled(workload)
    ? []
    : objects
        .filter(
          ({ kind, manifest }) =>
            AUTOSCALERS.has(kind) &&
            valueAt(manifest, 'spec', 'scaleTargetRef', 'name') === workload.name &&
            (valueAt(manifest, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment') === workload.kind,
        )
        .map(
          (scaler) =>
            `${nameOf(scaler)} says how many pods ${nameOf(workload)} has: take the number out of main.ts once it is applied, or every other apply sets it back`,
        );

const AUTOSCALERS: ReadonlySet<string> = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);

/** The labels that charts of before 2021 have, or those that Kubernetes recommends: the release that they name. */
export const instanceOf = ({ labels }: ReleaseObject): string | undefined =>
  labels['app.kubernetes.io/instance'] ?? labels.release;
