import type { PodTemplateSpec } from './types';

/** A Kubernetes object as it is written: whatever its kind, and whoever made it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** How messages name an object, whatever has become of it. */
export const describeObject = ({ kind, metadata }: Manifest): string => `${named(kind)}/${named(metadata?.name)}`;

const named = (part: unknown): string => (typeof part === 'string' && part.trim() !== '' ? part : '?');

/** The API group of an object: `apps`; empty for the core group. */
export const groupOf = ({ apiVersion }: Manifest): string => /^(.*?)\//.exec(String(apiVersion))?.[1] ?? '';

/** Kubernetes' own kinds that stand in no namespace, by group. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  '/Namespace',
  '/Node',
  '/PersistentVolume',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/StorageClass',
]);

/** The namespace that an object is made in: cdk8s gives every object that of its chart, and an API server ignores some. */
export const namespaceOf = (manifest: Manifest): string | undefined =>
  CLUSTER_SCOPED.has(`${groupOf(manifest)}/${manifest.kind}`) ? undefined : manifest.metadata.namespace;

const WORKLOADS: ReadonlySet<string> = new Set([
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'batch/Job',
]);

/** Whether an object is one of Kubernetes' own kinds that make pods, and not some custom resource of the same name. */
export const isWorkload = (manifest: Manifest): boolean => WORKLOADS.has(`${groupOf(manifest)}/${manifest.kind}`);

/** Whether an object is a Service of Kubernetes' own. */
export const isService = (manifest: Manifest): boolean => manifest.kind === 'Service' && groupOf(manifest) === '';

type WorkloadSpec = {
  readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly template?: PodTemplateSpec;
  readonly volumeClaimTemplates?: readonly { readonly metadata?: { readonly name?: string } }[];
};

/** A manifest's spec, when its kind is one that makes pods. */
export const workloadSpec = (manifest: Manifest): WorkloadSpec | undefined => {
  const { spec } = manifest;
  return isWorkload(manifest) && typeof spec === 'object' && spec !== null ? (spec as WorkloadSpec) : undefined;
};

/** The keys and list positions that lead to a part of a value. */
export type Steps = readonly (string | number)[];

/** Visits every string below a value. The steps change from visit to visit: keep a copy, not them. */
export function eachString(value: unknown, visit: (text: string, steps: Steps) => void): void {
  const steps: (string | number)[] = [];
  const descend = (part: unknown): void => {
    if (typeof part === 'string') visit(part, steps);
    else if (Array.isArray(part)) {
      for (let index = 0; index < part.length; index++) {
        steps.push(index);
        descend(part[index]);
        steps.pop();
      }
    } else if (typeof part === 'object' && part !== null) {
      for (const key of Object.keys(part)) {
        steps.push(key);
        descend((part as Readonly<Record<string, unknown>>)[key]);
        steps.pop();
      }
    }
  };
  descend(value);
}

/** Steps in the usual notation: `spec.containers[0].image`, `data["loki.yaml"]`. */
export const pathOf = (steps: Steps): string =>
  steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    if (!/^[\w-]+$/.test(step)) return `${path}[${JSON.stringify(step)}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
