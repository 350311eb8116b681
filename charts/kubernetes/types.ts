import type { k8s } from 'cdk8s-plus-27';

/**
 * The fields that cdk8s-plus spells otherwise than Kubernetes does: theirs → Kubernetes'. Those of the JSON schemas in a
 * CustomResourceDefinition are left out: their `$schema` would be every other `schema` too.
 */
export const SPELLING = {
  clientIp: 'clientIP',
  clusterIp: 'clusterIP',
  datasetUuid: 'datasetUUID',
  diskUri: 'diskURI',
  downwardApi: 'downwardAPI',
  externalId: 'externalID',
  hostIp: 'hostIP',
  hostIpc: 'hostIPC',
  hostPid: 'hostPID',
  insecureSkipTlsVerify: 'insecureSkipTLSVerify',
  loadBalancerIp: 'loadBalancerIP',
  nodeId: 'nodeID',
  nonResourceUrLs: 'nonResourceURLs',
  openApiv3Schema: 'openAPIV3Schema',
  pdId: 'pdID',
  podCidRs: 'podCIDRs',
  podCidr: 'podCIDR',
  providerId: 'providerID',
  scaleIo: 'scaleIO',
  setHostnameAsFqdn: 'setHostnameAsFQDN',
  storagePolicyId: 'storagePolicyID',
  targetCpuUtilizationPercentage: 'targetCPUUtilizationPercentage',
  targetWwNs: 'targetWWNs',
  volumeId: 'volumeID',
} as const;

type Respelt = keyof typeof SPELLING;

/** Quantity and IntOrString are classes of one shape in cdk8s-plus; in YAML they are a string or a number. */
type Value<T> = T extends k8s.Quantity
  ? k8s.Quantity extends T
    ? string | number
    : Kubernetes<T>
  : T extends Date
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Value<Item>[]
      : T extends object
        ? Kubernetes<T>
        : T;

type AsSpelt<T, Key extends keyof T> = { readonly [K in Key]: Value<T[K]> };

/**
 * A type of the Kubernetes API as its YAML has it: Kubernetes' own spelling of every field, quantities and
 * int-or-strings as plain values. Derived from the Kubernetes 1.27 types of cdk8s-plus.
 */
export type Kubernetes<T> = string extends keyof T
  ? { readonly [key: string]: Value<T[keyof T]> }
  : AsSpelt<T, Exclude<keyof T, Respelt>> & {
      readonly [K in keyof T as K extends Respelt ? (typeof SPELLING)[K] : never]: Value<T[K]>;
    };

// Interfaces, so that compilers and the API reference name them instead of spelling them out.

/** @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#scheduling */
export interface Affinity extends Kubernetes<k8s.Affinity> {}
/** A container of a pod. `restartPolicy: 'Always'` makes an init container a native sidecar (Kubernetes 1.29). */
export type Container = Kubernetes<k8s.Container> & { readonly restartPolicy?: 'Always' };
export interface EnvVar extends Kubernetes<k8s.EnvVar> {}
export interface LocalObjectReference extends Kubernetes<k8s.LocalObjectReference> {}
export interface ObjectMeta extends Kubernetes<k8s.ObjectMeta> {}
export interface PersistentVolumeClaimSpec extends Kubernetes<k8s.PersistentVolumeClaimSpec> {}
export interface PodSecurityContext extends Kubernetes<k8s.PodSecurityContext> {}
export interface PodSpec extends Kubernetes<k8s.PodSpec> {}
export interface PodTemplateSpec extends Kubernetes<k8s.PodTemplateSpec> {}
export interface PolicyRule extends Kubernetes<k8s.PolicyRule> {}
export interface Probe extends Kubernetes<k8s.Probe> {}
export interface ResourceRequirements extends Kubernetes<k8s.ResourceRequirements> {}
export interface SecurityContext extends Kubernetes<k8s.SecurityContext> {}
export interface Toleration extends Kubernetes<k8s.Toleration> {}
export interface TopologySpreadConstraint extends Kubernetes<k8s.TopologySpreadConstraint> {}
export interface Volume extends Kubernetes<k8s.Volume> {}
export interface VolumeMount extends Kubernetes<k8s.VolumeMount> {}
