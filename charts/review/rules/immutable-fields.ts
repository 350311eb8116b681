import type { Difference } from '../compare/difference';
import { at } from '../plain';
import type { Subject } from '../subject';

/** Fields of a kind that no API server changes. */
export interface ImmutableFields {
  /** Whether a difference is in one of them. */
  readonly has: (difference: Difference, subject: Subject) => boolean;
  /** What deleting and applying the object again does to what depends on it. */
  readonly effect: string;
}

const isIn = (shapes: readonly string[]) => {
  const fields = shapes.map((shape) => [shape, `${shape}.`, `${shape}[`] as const);
  return ({ shape }: Difference): boolean =>
    fields.some(([field, map, list]) => shape === field || shape.startsWith(map) || shape.startsWith(list));
};

/** All of the spec but these. */
const isSpecBut = (...fields: readonly string[]) => {
  const isMutable = isIn(fields.map((field) => `spec.${field}`));
  return (difference: Difference): boolean => difference.shape.startsWith('spec') && !isMutable(difference);
};

const isSelector = isIn(['spec.selector']);

/** Data of what is marked immutable, and the mark itself. */
const isFrozen = (_: Difference, { before }: Subject): boolean => before?.immutable === true;

/** What a Service has been given, or has said, and may not be exchanged for another; left out, it stays. */
const isServiceAddress = ({ shape, old, new: now }: Difference): boolean =>
  (shape === 'spec.clusterIP' && old !== '') ||
  (/^spec\.(?:clusterIPs|ipFamilies)\[\]$/.test(shape) && old !== undefined && now !== undefined) ||
  (/^spec\.(?:healthCheckNodePort|loadBalancerClass)$/.test(shape) && old !== undefined && now !== undefined);

const isOfJob = isIn([
  'spec.backoffLimitPerIndex',
  'spec.completionMode',
  'spec.managedBy',
  'spec.podFailurePolicy',
  'spec.selector',
  'spec.successPolicy',
  'spec.template',
]);

/** An indexed Job may get more indexes, or fewer, as long as all of them may run at once. */
const isElastic = ({ before, after }: Subject): boolean =>
  [before, after].every(
    (job) =>
      at(job, 'spec', 'completionMode') === 'Indexed' &&
      at(job, 'spec', 'completions') === at(job, 'spec', 'parallelism'),
  );

const PODS_STOP = 'its pods end with it, and none runs until the new ones are ready';

/**
 * What an API server refuses to change, by kind. StatefulSets and claims have rules of their own, since their data is at stake.
 * @see https://github.com/kubernetes/kubernetes: the functions `Validate…Update` of each API group
 */
export const IMMUTABLE_FIELDS: Readonly<Record<string, ImmutableFields>> = {
  '/ConfigMap': { has: isFrozen, effect: 'pods that start in between wait for it' },
  '/PersistentVolume': {
    has: isSpecBut(
      'accessModes',
      'capacity',
      'claimRef',
      'mountOptions',
      'persistentVolumeReclaimPolicy',
      'storageClassName',
      'volumeAttributesClassName',
    ),
    effect: 'the claim that is bound to it is lost until it is bound again; the disk behind it stays',
  },
  '/Pod': {
    has: ({ shape }) => !/^spec\.(?:(?:initC|c)ontainers\[\]\.image|activeDeadlineSeconds|tolerations)/.test(shape),
    effect: 'what it runs ends, and runs again from the start',
  },
  '/Secret': {
    has: (difference, subject) => difference.shape === 'type' || isFrozen(difference, subject),
    effect: 'pods that start in between wait for it',
  },
  '/Service': { has: isServiceAddress, effect: 'nobody reaches it in between, and it gets another address' },
  'apps/DaemonSet': { has: isSelector, effect: PODS_STOP },
  'apps/Deployment': { has: isSelector, effect: PODS_STOP },
  'apps/ReplicaSet': { has: isSelector, effect: PODS_STOP },
  'apiextensions.k8s.io/CustomResourceDefinition': {
    has: isIn(['spec.scope', 'spec.group']),
    effect: 'every object of that kind is deleted with it',
  },
  'batch/Job': {
    has: (difference, subject) =>
      isOfJob(difference) || (difference.shape === 'spec.completions' && !isElastic(subject)),
    effect: 'it runs once more from the start',
  },
  'gateway.networking.k8s.io/GatewayClass': {
    has: isIn(['spec.controllerName']),
    effect: 'its Gateways are served by nobody in between',
  },
  'networking.k8s.io/IngressClass': {
    has: isIn(['spec.controller']),
    effect: 'its Ingresses are served by nobody in between',
  },
  'node.k8s.io/RuntimeClass': { has: isIn(['handler']), effect: 'pods of it cannot start in between' },
  'rbac.authorization.k8s.io/ClusterRoleBinding': {
    has: isIn(['roleRef']),
    effect: 'its subjects have no rights in between',
  },
  'rbac.authorization.k8s.io/RoleBinding': { has: isIn(['roleRef']), effect: 'its subjects have no rights in between' },
  'scheduling.k8s.io/PriorityClass': {
    has: isIn(['value', 'preemptionPolicy']),
    effect: 'pods that run keep the priority that they have',
  },
  'storage.k8s.io/CSIDriver': {
    has: isIn(['spec.attachRequired', 'spec.volumeLifecycleModes']),
    effect: 'volumes that are mounted stay so, and no further ones are mounted in between',
  },
  'storage.k8s.io/StorageClass': {
    has: isIn(['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode']),
    effect: 'volumes that are there stay as they are',
  },
  'storage.k8s.io/VolumeAttributesClass': {
    has: isIn(['driverName', 'parameters']),
    effect: 'volumes that are there stay as they are',
  },
};
