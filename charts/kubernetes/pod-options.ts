import type { ImageOptions } from './image';
import type {
  Affinity,
  Container,
  EnvVar,
  LocalObjectReference,
  PodSecurityContext,
  Probe,
  ResourceRequirements,
  SecurityContext,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from './types';

/**
 * What every component lets you say about its pods, in Kubernetes' own terms.
 * A list of things that have a name (env, volumes, mounts, containers) is merged with ours by that name, yours winning;
 * everything else replaces what we would write.
 */
export interface PodOptions {
  /** Parts of the image's reference. @default - the published image of `version` */
  readonly image?: ImageOptions;
  /** Secrets with which the kubelet pulls the images: `[{ name: 'registry' }]`. @default - none */
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  /** CPU in cores (`'100m'`), memory in bytes (`'256Mi'`). Replaces ours as a whole. @default - see docs/architecture.md, "Resources" */
  readonly resources?: ResourceRequirements;
  /** Labels that a node must have. @default - any node */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Taints that the pods tolerate. @default - every taint for a collector, none for the others */
  readonly tolerations?: readonly Toleration[];
  /** @default - none */
  readonly affinity?: Affinity;
  /** @default - none */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  /** Name of a PriorityClass that exists in the cluster. @default - none */
  readonly priorityClassName?: string;
  /** Labels added to the pods; never to a selector, and never in place of a label that one uses. @default - none */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Annotations added to the pods. @default - none */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Annotations of the ServiceAccount, such as an IAM role's. @default - none */
  readonly serviceAccountAnnotations?: Readonly<Record<string, string>>;
  /** Arguments after ours. @default - none */
  readonly extraArgs?: readonly string[];
  /** Variables of the component's container; a credential comes by `valueFrom`, a literal one is refused. @default - none */
  readonly env?: readonly EnvVar[];
  /** @default - none */
  readonly volumes?: readonly Volume[];
  /** Mounts of the component's container, told apart by `mountPath`. @default - none */
  readonly volumeMounts?: readonly VolumeMount[];
  /** Containers that run to their end before ours. @default - none */
  readonly initContainers?: readonly Container[];
  /** Containers that run beside ours. @default - none */
  readonly sidecars?: readonly Container[];
  /** Fields to change in the container's security context. @default - no privilege escalation, no capabilities, read-only root file system */
  readonly securityContext?: SecurityContext;
  /** Fields to change in the pod's security context. @default - the image's user, seccomp RuntimeDefault */
  readonly podSecurityContext?: PodSecurityContext;
  /** Replaces the component's probe. */
  readonly livenessProbe?: Probe;
  /** Replaces the component's probe. */
  readonly readinessProbe?: Probe;
  /** @default - none */
  readonly startupProbe?: Probe;
  /** Seconds between SIGTERM and SIGKILL. */
  readonly terminationGracePeriodSeconds?: number;
}
