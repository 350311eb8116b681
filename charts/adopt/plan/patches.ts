import type { Manifest } from '../../kubernetes/manifest';
import type { Patch } from '../../kubernetes/patch';
import { isCredential } from '../compare/differences';
import { normalised } from '../compare/normal-form';
import { asText, isSame, type Json, type JsonObject, listIn, objectIn, objectsIn, textsIn, valueAt } from '../json';
import type { ReleaseObject } from '../read/release-object';
import { holdsSecrets } from './data-sources';
import { Patched } from './patched';
import { HELM_LABEL, wordsBeside } from './pod-options';
import { holdsCredential, safeWords } from './word-credentials';

/** What decides about the patches of an object, beside the object itself. */
export interface PatchContext {
  /** Keys of its data that ours has elsewhere. */
  readonly movedKeys: ReadonlySet<string>;
  /** The container of its pods that runs the program. */
  readonly container?: string;
  /** The port that the program answers on. */
  readonly port?: number;
  /** Options of its program that are said otherwise. */
  readonly saidArgs: ReadonlySet<string>;
  /** What Services of theirs call ports that ours calls otherwise: our name → theirs. */
  readonly portNames: ReadonlyMap<string, string>;
  /** Whether somebody else says how many pods there are. */
  readonly isScaled: boolean;
  /** Whether its pods have containers of theirs, which may ask the API server. */
  readonly hasGuests: boolean;
  /** Whether several of its pods can have its volume at once. */
  readonly sharesVolume: boolean;
  /** Labels of each workload's pods in the release. */
  readonly podLabels: readonly Readonly<Record<string, string>>[];
  /** What its Services call the ports of pods. */
  readonly targetPorts: ReadonlySet<string>;
  /** Ports of its pods that Services find by number, and that none of their containers names. */
  readonly unnamedPorts: readonly JsonObject[];
  /** Whether the rules of a role are needed as they are. */
  readonly keepsRules: boolean;
}

/** The patches by which our object keeps what theirs has and no option says. */
export function patchesFor(theirs: ReleaseObject, ours: Manifest, context: PatchContext): readonly Patch[] {
  const before = normalised(theirs.manifest);
  const patched = new Patched(structuredClone(ours) as unknown as JsonObject);
  addMetadata(theirs, ours, patched);
  switch (theirs.kind) {
    case 'DaemonSet':
    case 'Deployment':
    case 'StatefulSet':
      addWorkload(before, normalised(ours as unknown as JsonObject), context, patched);
      break;
    case 'Service':
      addService(theirs, before, ours, context, patched);
      break;
    case 'PersistentVolumeClaim':
      addClaim(theirs, before, ours, patched);
      break;
    case 'ServiceAccount':
      if (ours.imagePullSecrets === undefined) patched.add(['imagePullSecrets'], before.imagePullSecrets);
      break;
    case 'ClusterRole':
      if (context.keepsRules && !isSame(before.rules, ours.rules as Json)) patched.replace(['rules'], before.rules);
      break;
    case 'ConfigMap':
      addData(theirs, ours, context, patched);
      break;
  }
  return patched.patches;
}

/** Annotations that Helm acts by. */
const HELM_ANNOTATION = /^helm\.sh\//;

function addMetadata(theirs: ReleaseObject, ours: Manifest, patched: Patched): void {
  const { labels = {}, annotations = {} } = ours.metadata;
  for (const [key, value] of Object.entries(theirs.labels)) {
    if (!HELM_LABEL.test(key) && !Object.hasOwn(labels, key)) patched.add(['metadata', 'labels', key], value);
  }
  for (const [key, value] of Object.entries(theirs.annotations)) {
    if (!HELM_ANNOTATION.test(key) && !Object.hasOwn(annotations, key)) {
      patched.add(['metadata', 'annotations', key], value);
    }
  }
  const { finalizers } = objectIn(theirs.manifest.metadata);
  if (finalizers !== undefined && listIn(finalizers).length > 0) patched.add(['metadata', 'finalizers'], finalizers);
}

/** Fields that other options say, or `adopt`, or that ours has better reasons for. */
const SAID_SPEC = [
  'persistentVolumeClaimRetentionPolicy',
  'podManagementPolicy',
  'selector',
  'serviceName',
  'template',
  'volumeClaimTemplates',
];
const SAID_POD = ['automountServiceAccountToken', 'containers', 'initContainers', 'serviceAccountName', 'volumes'];
const SAID_CONTAINER = ['args', 'env', 'image', 'name', 'ports', 'resources', 'securityContext', 'volumeMounts'];

function addWorkload(before: JsonObject, now: JsonObject, context: PatchContext, patched: Patched): void {
  addMissing(before, now, ['spec'], context.isScaled ? [...SAID_SPEC, 'replicas'] : SAID_SPEC, patched);
  if (context.isScaled && valueAt(patched.manifest, 'spec', 'replicas') !== undefined) {
    patched.remove(['spec', 'replicas']);
  }
  addMissing(before, now, ['spec', 'template', 'spec'], SAID_POD, patched);
  const pod = objectIn(valueAt(before, 'spec', 'template', 'spec'));
  if (context.sharesVolume && valueAt(now, 'spec', 'strategy') !== undefined) {
    patched.replace(['spec', 'strategy'], { type: 'RollingUpdate', ...objectIn(valueAt(before, 'spec', 'strategy')) });
  }
  if (context.hasGuests && pod.automountServiceAccountToken !== false) {
    patched.replace(['spec', 'template', 'spec', 'automountServiceAccountToken'], true);
  }
  const theirs = objectsIn(pod.containers).find(({ name }) => name === context.container) ?? {};
  const ours = objectsIn(valueAt(now, 'spec', 'template', 'spec', 'containers'))[0] ?? {};
  const path = ['spec', 'template', 'spec', 'containers', '0'];
  // What reads the logs of a pod knows its containers by name.
  if (context.container !== undefined && ours.name !== context.container) {
    patched.replace([...path, 'name'], context.container);
  }
  for (const [key, value] of Object.entries(theirs)) {
    if (SAID_CONTAINER.includes(key) || ours[key] !== undefined) continue;
    if (key === 'command') patched.add([...path, key], safeWords(wordsBeside(value, context.saidArgs), key).words);
    else if (!holdsCredential(value)) patched.add([...path, key], value);
  }
  renameProbes(ours, path, context, patched);
  const [main, ...others] = objectsIn(ours.ports);
  const { port: answersOn = main?.containerPort } = context;
  if (main?.containerPort !== answersOn) patched.replace([...path, 'ports', '0', 'containerPort'], answersOn);
  const ports = main === undefined ? [] : [{ ...main, containerPort: answersOn }, ...others];
  for (const port of objectsIn(theirs.ports)) {
    const index = ports.findIndex(
      ({ containerPort, protocol }) => containerPort === port.containerPort && protocol === port.protocol,
    );
    const namesake = ports.some(({ name }) => name === port.name);
    if (index < 0 && !namesake) patched.append([...path, 'ports'], port);
    else if (index >= 0 && !namesake && context.targetPorts.has(asText(port.name))) {
      patched.replace([...path, 'ports', String(index), 'name'], port.name);
    }
  }
  for (const port of context.unnamedPorts) patched.append([...path, 'ports'], port);
}

/** Probes of ours ask the port by the name that it has here. */
function renameProbes(ours: JsonObject, path: readonly string[], { portNames }: PatchContext, patched: Patched): void {
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    for (const handler of ['httpGet', 'tcpSocket']) {
      const name = portNames.get(String(valueAt(ours, probe, handler, 'port')));
      if (name !== undefined) patched.replace([...path, probe, handler, 'port'], name);
    }
  }
}

function addMissing(
  before: JsonObject,
  now: JsonObject,
  path: readonly string[],
  said: readonly string[],
  patched: Patched,
): void {
  const ours = objectIn(valueAt(now, ...path));
  for (const [key, value] of Object.entries(objectIn(valueAt(before, ...path)))) {
    if (!said.includes(key) && ours[key] === undefined) patched.add([...path, key], value);
  }
}

/** Addresses that the cluster has given, and that stay whatever is applied. */
const ASSIGNED = ['clusterIP', 'healthCheckNodePort', 'loadBalancerClass'];

function addService(
  theirs: ReleaseObject,
  before: JsonObject,
  ours: Manifest,
  { podLabels, portNames }: PatchContext,
  patched: Patched,
): void {
  const spec = objectIn(before.spec);
  const now = objectIn(normalised(ours as unknown as JsonObject).spec);
  for (const [key, value] of Object.entries(spec)) {
    const isAssigned = theirs.isLive && ASSIGNED.includes(key) && value !== 'None';
    if (!['ports', 'selector'].includes(key) && !isAssigned && now[key] === undefined)
      patched.add(['spec', key], value);
  }
  if (now.clusterIP === 'None' && spec.clusterIP !== 'None') patched.remove(['spec', 'clusterIP']);
  if (!isSame(spec.ports, now.ports)) {
    const beside = objectsIn(now.ports)
      .filter(({ port, name }) => !objectsIn(spec.ports).some((each) => each.port === port || each.name === name))
      .map((port) => {
        const name = portNames.get(String(port.targetPort));
        return name === undefined ? port : { ...port, targetPort: name };
      });
    patched.replace(['spec', 'ports'], [...objectsIn(spec.ports), ...beside]);
  }
  // Pods that run already have to be found until the last of them is replaced.
  const wanted = Object.entries(textsIn(now.selector));
  const findsThem = podLabels.some((labels) => wanted.every(([key, value]) => labels[key] === value));
  if (!findsThem) patched.replace(['spec', 'selector'], spec.selector);
}

function addClaim(theirs: ReleaseObject, before: JsonObject, ours: Manifest, patched: Patched): void {
  const now = objectIn(normalised(ours as unknown as JsonObject).spec);
  for (const [key, value] of Object.entries(objectIn(before.spec))) {
    const isBound = theirs.isLive && key === 'volumeName';
    if (!isBound && now[key] === undefined) patched.add(['spec', key], value);
    else if (key === 'accessModes' && !isSame(value, now[key])) patched.replace(['spec', key], value);
  }
}

function addData(theirs: ReleaseObject, ours: Manifest, { movedKeys }: PatchContext, patched: Patched): void {
  for (const field of ['data', 'binaryData'] as const) {
    const kept = textsIn(ours[field] as Json);
    for (const [key, value] of Object.entries(textsIn(valueAt(theirs.manifest, field)))) {
      if (movedKeys.has(key) || Object.hasOwn(kept, key) || isCredential(key, value) || holdsSecrets(value)) continue;
      patched.add([field, key], value);
    }
  }
}
