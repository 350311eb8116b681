import type { PodOptions } from '../../kubernetes/pod-options';
import { podSpec } from '../compare/normal-form';
import {
  asText,
  defined,
  isMapping,
  isSame,
  type Json,
  type JsonObject,
  listIn,
  objectIn,
  objectsIn,
  textsIn,
  valueAt,
  without,
} from '../json';
import type { FoundComponent } from '../read/components';
import { referencesOf } from '../read/references';
import { withoutCredentials } from './env-credentials';
import { extraMounts, renamedVolumes, withVolumes } from './pod-volumes';

/** What of a running pod is said elsewhere than in the options of its pods. */
export interface Handled {
  /** Volumes that ours has too: their name → ours, or nothing when ours needs none. */
  readonly volumes: ReadonlyMap<string, string | undefined>;
  /** Volumes that stand in place of ours of the same name. */
  readonly replacedVolumes: ReadonlySet<string>;
  /** Mount paths of its container that ours has under another path, or does not need. */
  readonly mountPaths: ReadonlySet<string>;
  /** Options of its container that are said by the configuration. */
  readonly args: ReadonlySet<string>;
  /** Variables of its container that are said by another property. */
  readonly env: ReadonlySet<string>;
  /** Ports of its container that ours calls otherwise: their name → ours. */
  readonly ports: Readonly<Record<string, string | number>>;
}

export interface PodPlan {
  /** Options, as far as ours would be otherwise without them. */
  readonly options: JsonObject;
  /** What has to be made in the cluster before they can be applied. */
  readonly todo: readonly string[];
}

/** Annotations of pods that say what was in a file, or when somebody restarted them. */
const VOLATILE_ANNOTATION =
  /^(?:checksum\/.*|.*\/checksum|config\.?[cC]hecksum|kubectl\.kubernetes\.io\/restartedAt|storage\/size)$/;

/** Labels that say which chart has made a pod. */
export const HELM_LABEL = /^(?:helm\.sh\/chart|chart|heritage|app\.kubernetes\.io\/(?:managed-by|version))$/;

/**
 * The options by which our pods become what theirs are, for everything that options can say.
 * @param ours our workload as it is without any
 */
export function podPlan(found: FoundComponent, ours: JsonObject, handled: Handled): PodPlan {
  const template = valueAt(ours, 'spec', 'template');
  const ourPod = podSpec(objectIn(valueAt(template, 'spec')));
  const [ourContainer = {}] = objectsIn(ourPod.containers);
  const theirPod = podSpec(found.pod);
  const containers = objectsIn(theirPod.containers);
  const theirContainer = containers.find(({ name }) => name === found.container.name) ?? {};
  const secret = secretFor(found);
  const todo: string[] = [];
  const safe = (container: JsonObject) => withoutCredentials(container, secret, todo);
  const volumes = renamedVolumes(theirPod, ourPod, handled);
  const others = containers.filter(({ name }) => name !== found.container.name);
  const own = safe({
    ...without(theirContainer, 'name'),
    args: wordsBeside(theirContainer.args, handled.args),
    command: wordsBeside(theirContainer.command, handled.args),
    env: objectsIn(theirContainer.env).filter(({ name }) => !handled.env.has(asText(name))),
  });
  const guest = (container: JsonObject) => safe(withRootAllowed(withVolumes(container, volumes.names), ourPod));
  return {
    options: defined({
      resources: differing(theirContainer.resources ?? {}, ourContainer.resources ?? {}),
      nodeSelector: differing(theirPod.nodeSelector, ourPod.nodeSelector),
      tolerations: differing(theirPod.tolerations ?? [], ourPod.tolerations ?? []),
      affinity: differing(theirPod.affinity, ourPod.affinity),
      topologySpreadConstraints: differing(
        theirPod.topologySpreadConstraints ?? [],
        ourPod.topologySpreadConstraints ?? [],
      ),
      priorityClassName: differing(theirPod.priorityClassName, ourPod.priorityClassName),
      imagePullSecrets: differing(theirPod.imagePullSecrets, ourPod.imagePullSecrets),
      terminationGracePeriodSeconds: differing(gracePeriod(theirPod), gracePeriod(ourPod)),
      podLabels: nonEmpty(extra(labelsOf(found), textsIn(valueAt(template, 'metadata', 'labels')), HELM_LABEL)),
      podAnnotations: nonEmpty(
        extra(annotationsOf(found), textsIn(valueAt(template, 'metadata', 'annotations')), VOLATILE_ANNOTATION),
      ),
      podSecurityContext: nonEmpty(securityContext(theirPod.securityContext, ourPod.securityContext)),
      securityContext: nonEmpty(securityContext(theirContainer.securityContext, ourContainer.securityContext)),
      extraArgs: nonEmptyList(listIn(own.args).map(asText)),
      env: nonEmptyList(objectsIn(own.env).filter((variable) => !contains(ourContainer.env, variable))),
      volumes: nonEmptyList(volumes.added),
      volumeMounts: nonEmptyList(extraMounts(theirContainer, ourContainer, volumes, handled)),
      initContainers: nonEmptyList(objectsIn(theirPod.initContainers).map(guest)),
      sidecars: nonEmptyList(others.map(guest)),
      ...Object.fromEntries(
        (['livenessProbe', 'readinessProbe', 'startupProbe'] as const).map((probe) => [
          probe,
          own[probe] === undefined
            ? undefined
            : differing(withPort(objectIn(own[probe]), handled.ports), ourContainer[probe]),
        ]),
      ),
    } satisfies { readonly [K in keyof PodOptions]?: Json }),
    todo,
  };
}

/** Name of the Secret for credentials of its pods: none that they read already. */
const secretFor = ({ workload: { name }, pod }: FoundComponent): string =>
  referencesOf(pod).has(`Secret/${name}-env`) ? `${name}-credentials` : `${name}-env`;

/** Theirs, unless ours is the same anyhow. */
const differing = (theirs: Json, ours: Json): Json => (isSame(theirs, ours) ? undefined : theirs);

const nonEmpty = (object: JsonObject): Json => (Object.keys(object).length === 0 ? undefined : object);
const nonEmptyList = (list: readonly JsonObject[] | readonly string[]): Json => (list.length === 0 ? undefined : list);

const gracePeriod = ({ terminationGracePeriodSeconds }: JsonObject): Json => terminationGracePeriodSeconds ?? 30;

const templateMetadata = ({ workload }: FoundComponent): JsonObject =>
  objectIn(valueAt(workload.manifest, 'spec', 'template', 'metadata'));

const labelsOf = (found: FoundComponent) => textsIn(templateMetadata(found).labels);
const annotationsOf = (found: FoundComponent) => textsIn(templateMetadata(found).annotations);

const extra = (
  theirs: Readonly<Record<string, string>>,
  ours: Readonly<Record<string, string>>,
  ignored: RegExp,
): JsonObject =>
  Object.fromEntries(Object.entries(theirs).filter(([key]) => !ignored.test(key) && !Object.hasOwn(ours, key)));

/** What theirs says otherwise. Who runs as root has to be allowed to. */
function securityContext(theirs: Json, ours: Json): JsonObject {
  const said = Object.fromEntries(
    Object.entries(objectIn(theirs)).filter(([key, value]) => !isSame(value, objectIn(ours)[key])),
  );
  return said.runAsUser === 0 && objectIn(ours).runAsNonRoot === true ? { ...said, runAsNonRoot: false } : said;
}

/** A container that runs as root says so against a pod that does not let it. */
const withRootAllowed = (container: JsonObject, pod: JsonObject): JsonObject => {
  const context = objectIn(container.securityContext);
  return context.runAsUser === 0 &&
    context.runAsNonRoot === undefined &&
    objectIn(pod.securityContext).runAsNonRoot === true
    ? { ...container, securityContext: { ...context, runAsNonRoot: false } }
    : container;
};

/** The words of a command line without the options that are said otherwise. */
export function wordsBeside(line: Json, handled: ReadonlySet<string>): readonly string[] {
  const words = listIn(line).map(asText);
  return words.filter((word, index) => {
    const [, name, value] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name !== undefined) return !handled.has(name);
    const [, before, valueBefore] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(words[index - 1] ?? '') ?? [];
    return !(before !== undefined && valueBefore === undefined && handled.has(before) && value === undefined);
  });
}

const contains = (list: Json, item: JsonObject): boolean => listIn(list).some((other) => isSame(other, item));

/** A probe that asks the port by the name that ours has for it. */
export const withPort = (probe: JsonObject, ports: Handled['ports']): JsonObject =>
  Object.fromEntries(
    Object.entries(probe).map(([key, handler]) =>
      isMapping(handler) && typeof handler.port === 'string' && Object.hasOwn(ports, handler.port)
        ? [key, { ...handler, port: ports[handler.port] }]
        : [key, handler],
    ),
  );
