import { defined, type JsonObject } from '../json';

/** The order in which people look for options; pods and configurations come last. */
const ORDER = [
  ...['namespace', 'pushUrl', 'tenant', 'multiTenant', 'adopt', 'version', 'image', 'topology', 'replicas'],
  ...['storage', 'earlierStorage', 'schema', 'persistence', 'dataFolder', 'retention'],
  ...['pipeline', 'admin', 'lokiDataSource', 'dataSources'],
  ...['serviceAccountAnnotations', 'imagePullSecrets', 'resources', 'nodeSelector', 'tolerations', 'affinity'],
  ...['topologySpreadConstraints', 'priorityClassName', 'terminationGracePeriodSeconds', 'podLabels', 'podAnnotations'],
  ...['podSecurityContext', 'securityContext', 'livenessProbe', 'readinessProbe', 'startupProbe'],
  ...['extraArgs', 'env', 'volumes', 'volumeMounts', 'initContainers', 'sidecars', 'ini', 'config', 'unchecked'],
];

export function inOrder(options: JsonObject): JsonObject {
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.fromEntries(Object.entries(defined(options)).sort(([a], [b]) => rank(a) - rank(b)));
}
