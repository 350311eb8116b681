import type { Identity } from './labels';
import { selectorLabels } from './labels';
import type { PodOptions } from './pod-options';
import { canonicalQuantity, parseQuantity, quantityBytes } from './quantity';
import { canonicalResources } from './resources';
import { HARDENED_CONTAINER } from './security-context';
import type {
  Container,
  EnvVar,
  PodSecurityContext,
  PodTemplateSpec,
  ResourceRequirements,
  Toleration,
  TopologySpreadConstraint,
  Volume,
} from './types';

/** What a component says of its pods before its user does. */
export interface PodDefaults {
  readonly identity: Identity;
  /** Annotations over the data that the pods read: name → checksum. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly serviceAccountName: string;
  /** Whether the pods talk to the API server themselves. */
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: PodSecurityContext;
  readonly container: Container;
  /** Whether the program is written in Go, which is then told its memory limit. @default true */
  readonly isGoProgram?: boolean;
  readonly initContainers?: readonly Container[];
  readonly volumes: readonly Volume[];
  readonly tolerations?: readonly Toleration[];
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  /** Labels that a node must have, whatever else the user asks for. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Labels besides those of the selector, never replaced by a user's. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly terminationGracePeriodSeconds?: number;
}

/** The pods of a component: its own defaults, with what its user said of them. */
export function podTemplate(defaults: PodDefaults, options: PodOptions): PodTemplateSpec {
  const { container } = defaults;
  const resources = canonicalResources(options.resources ?? container.resources ?? {});
  return {
    metadata: {
      labels: { ...options.podLabels, ...defaults.labels, ...selectorLabels(defaults.identity) },
      annotations: { ...options.podAnnotations, ...defaults.checksums },
    },
    spec: {
      serviceAccountName: defaults.serviceAccountName,
      automountServiceAccountToken: defaults.automountServiceAccountToken,
      securityContext: { ...defaults.securityContext, ...options.podSecurityContext },
      initContainers: merged('name', defaults.initContainers, options.initContainers).map(canonicalContainer),
      containers: [
        {
          ...container,
          args: [...(container.args ?? []), ...(options.extraArgs ?? [])],
          env: merged(
            'name',
            [...(container.env ?? []), ...((defaults.isGoProgram ?? true) ? goMemoryLimit(resources) : [])],
            options.env,
          ),
          volumeMounts: merged('mountPath', container.volumeMounts, options.volumeMounts),
          resources,
          securityContext: { ...HARDENED_CONTAINER, ...options.securityContext },
          livenessProbe: options.livenessProbe ?? container.livenessProbe,
          readinessProbe: options.readinessProbe ?? container.readinessProbe,
          startupProbe: options.startupProbe ?? container.startupProbe,
        },
        ...(options.sidecars ?? []).map(canonicalContainer),
      ],
      volumes: merged('name', defaults.volumes, options.volumes).map(canonicalVolume),
      imagePullSecrets: options.imagePullSecrets,
      nodeSelector: { ...options.nodeSelector, ...defaults.nodeSelector },
      tolerations: options.tolerations ?? defaults.tolerations,
      affinity: options.affinity,
      topologySpreadConstraints: options.topologySpreadConstraints ?? defaults.topologySpreadConstraints,
      priorityClassName: options.priorityClassName,
      terminationGracePeriodSeconds: options.terminationGracePeriodSeconds ?? defaults.terminationGracePeriodSeconds,
    },
  };
}

/** Ours, each replaced in its place by theirs of the same name, then the rest of theirs. */
export function merged<Key extends string, Item extends { readonly [K in Key]: string }>(
  key: Key,
  ours: readonly Item[] = [],
  theirs: readonly Item[] = [],
): readonly Item[] {
  const names = new Set(ours.map((item) => item[key]));
  return [
    ...ours.map((item) => theirs.find((other) => other[key] === item[key]) ?? item),
    ...theirs.filter((item) => !names.has(item[key])),
  ];
}

const canonicalContainer = (container: Container): Container =>
  container.resources === undefined ? container : { ...container, resources: canonicalResources(container.resources) };

const canonicalVolume = (volume: Volume): Volume => {
  const sizeLimit = volume.emptyDir?.sizeLimit;
  return sizeLimit === undefined
    ? volume
    : { ...volume, emptyDir: { ...volume.emptyDir, sizeLimit: canonicalQuantity(sizeLimit) } };
};

/** The share of the memory limit at which Go's collector starts to work harder; the rest is for what it does not count. */
const GO_HEAP_PERCENT = 90n;
const MIB = 1024n * 1024n;

/**
 * Tells a Go program its memory limit, so that it collects garbage instead of being killed.
 * @see https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
function goMemoryLimit({ limits }: ResourceRequirements): EnvVar[] {
  const memory = limits?.memory;
  if (memory === undefined || parseQuantity(String(memory)) === undefined) return [];
  const mebibytes = (quantityBytes(String(memory)) * GO_HEAP_PERCENT) / 100n / MIB;
  return mebibytes > 0n ? [{ name: 'GOMEMLIMIT', value: `${mebibytes}MiB` }] : [];
}
