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

/** How messages name an object. */
export const describeObject = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;

const WORKLOADS: ReadonlySet<string> = new Set(['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'StatefulSet']);

type WorkloadSpec = {
  readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly template?: PodTemplateSpec;
  readonly volumeClaimTemplates?: readonly { readonly metadata?: { readonly name?: string } }[];
};

/** A manifest's spec, when its kind is one that makes pods. */
export const workloadSpec = ({ kind, spec }: Manifest): WorkloadSpec | undefined =>
  WORKLOADS.has(kind) && typeof spec === 'object' && spec !== null ? (spec as WorkloadSpec) : undefined;

/** Every string below a value, with its path in the usual notation. */
export function* stringsIn(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* stringsIn(item, `${path}[${index}]`);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* stringsIn(item, path === '' ? key : `${path}.${key}`);
  }
}
