import { ApiObject, JsonPatch } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Kubernetes } from './types';
import { withoutEmpty } from './without-empty';

interface Kinds {
  ClusterRole: k8s.KubeClusterRoleProps;
  ClusterRoleBinding: k8s.KubeClusterRoleBindingProps;
  ConfigMap: k8s.KubeConfigMapProps;
  DaemonSet: k8s.KubeDaemonSetProps;
  Deployment: k8s.KubeDeploymentProps;
  HorizontalPodAutoscaler: k8s.KubeHorizontalPodAutoscalerV2Props;
  Namespace: k8s.KubeNamespaceProps;
  PersistentVolumeClaim: k8s.KubePersistentVolumeClaimProps;
  PodDisruptionBudget: k8s.KubePodDisruptionBudgetProps;
  Role: k8s.KubeRoleProps;
  RoleBinding: k8s.KubeRoleBindingProps;
  Secret: k8s.KubeSecretProps;
  Service: k8s.KubeServiceProps;
  ServiceAccount: k8s.KubeServiceAccountProps;
  StatefulSet: k8s.KubeStatefulSetProps;
}

const API_VERSIONS: { readonly [K in keyof Kinds]: string } = {
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  ConfigMap: 'v1',
  DaemonSet: 'apps/v1',
  Deployment: 'apps/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  Namespace: 'v1',
  PersistentVolumeClaim: 'v1',
  PodDisruptionBudget: 'policy/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  Secret: 'v1',
  Service: 'v1',
  ServiceAccount: 'v1',
  StatefulSet: 'apps/v1',
};

const CLUSTER_SCOPED: ReadonlySet<string> = new Set<keyof Kinds>(['ClusterRole', 'ClusterRoleBinding', 'Namespace']);

/**
 * Adds an object to a chart: typed as Kubernetes spells it, without the empty fields that an API server would drop.
 *
 * It is a raw `ApiObject` on purpose: cdk8s-plus' own classes copy only the fields that Kubernetes 1.27 knew, and do
 * it after JSON patches, so that anything newer would be lost without a word.
 */
export function addObject<Kind extends keyof Kinds>(
  scope: Construct,
  id: string,
  kind: Kind,
  object: Kubernetes<Kinds[Kind]>,
): ApiObject {
  const fields: Record<string, unknown> = { ...withoutEmpty(object) };
  const apiObject = new ApiObject(scope, id, { ...fields, apiVersion: API_VERSIONS[kind], kind });
  if (CLUSTER_SCOPED.has(kind) && apiObject.metadata.namespace !== undefined) {
    // cdk8s gives every object its chart's namespace.
    apiObject.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
  return apiObject;
}
