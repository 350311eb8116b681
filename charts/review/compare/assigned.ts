import { at, isAbsent, type PlainMap, textAt, textOf } from '../plain';
import type { Part } from './difference';

/** Fields that an API server, or a controller, fills in and keeps when they are not said: by kind. */
const ASSIGNED: Readonly<Record<string, ReadonlySet<string>>> = {
  APIService: new Set(['spec.caBundle']),
  CustomResourceDefinition: new Set(['spec.conversion.webhook.clientConfig.caBundle']),
  Job: new Set([
    'spec.selector',
    ...['controller-uid', 'job-name', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name'].map(
      (label) => `spec.template.metadata.labels.${label}`,
    ),
  ]),
  MutatingWebhookConfiguration: new Set(['webhooks[].clientConfig.caBundle']),
  PersistentVolume: new Set(['spec.claimRef', 'spec.volumeAttributesClassName']),
  PersistentVolumeClaim: new Set(['spec.volumeName']),
  Service: new Set([
    'spec.clusterIP',
    'spec.clusterIPs',
    'spec.healthCheckNodePort',
    'spec.ipFamilies',
    'spec.ipFamilyPolicy',
    'spec.ports[].nodePort',
    'spec.sessionAffinityConfig',
  ]),
  ValidatingWebhookConfiguration: new Set(['webhooks[].clientConfig.caBundle']),
};

/**
 * The same for fields that manifests say as well, so that only one of a live object counts as filled in: classes that are the default of
 * the cluster, replicas that an autoscaler sets, what admission adds.
 */
const ASSIGNED_IF_LIVE: Readonly<Record<string, ReadonlySet<string>>> = {
  Deployment: new Set(['spec.replicas']),
  Ingress: new Set(['spec.ingressClassName']),
  PersistentVolumeClaim: new Set(['spec.dataSource', 'spec.dataSourceRef', 'spec.storageClassName']),
  Pod: new Set(['pod.nodeName', 'pod.preemptionPolicy', 'pod.priority', 'pod.serviceAccountName']),
  ReplicaSet: new Set(['spec.replicas']),
  Service: new Set(['spec.loadBalancerClass']),
  ServiceAccount: new Set(['imagePullSecrets', 'imagePullSecrets[]']),
  StatefulSet: new Set(['spec.replicas']),
};

/** A value that one of two objects has and the other has not. */
export interface OneSided {
  /** The kind, without its group. */
  readonly kind: string;
  /** In which `pod` stands for the pod's spec. */
  readonly canonicalShape: string;
  readonly part: Part;
  readonly value: unknown;
  /** The object that has it. */
  readonly owner: PlainMap;
  readonly isLive: boolean;
}

/** Whether a value is one that the cluster has filled in, or would. */
export function isAssigned({ kind, canonicalShape, part, value, owner, isLive }: OneSided): boolean {
  // A headless Service is made so by whoever wrote it.
  if (canonicalShape === 'spec.clusterIP' && value === 'None') return false;
  if (ASSIGNED[kind]?.has(canonicalShape) === true) return true;
  if (kind === 'ClusterRole' && part.shape.startsWith('rules')) return !isAbsent(at(owner, 'aggregationRule'));
  if (!isLive) return false;
  return ASSIGNED_IF_LIVE[kind]?.has(canonicalShape) === true || (kind === 'Pod' && isAdmitted(part, value));
}

/** Where a pod finds the token of its ServiceAccount, and for how long it stays on a node that is away. */
function isAdmitted({ shape }: Part, value: unknown): boolean {
  if (shape === 'spec.tolerations[]') {
    return /^node\.kubernetes\.io\/(?:not-ready|unreachable)$/.test(textAt(value, 'key') ?? '');
  }
  return /\.(?:volumes|volumeMounts)\[\]$/.test(shape) && /^kube-api-access-/.test(textOf(at(value, 'name')) ?? '');
}
