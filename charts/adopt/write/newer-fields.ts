import { isMapping, type Json } from '../json';

/** Fields of pods that Kubernetes has had since 1.28, and the types of cdk8s-plus have not. */
const NEWER_FIELDS: ReadonlySet<string> = new Set([
  ...['appArmorProfile', 'clusterTrustBundle', 'fileKeyRef', 'matchLabelKeys', 'mismatchLabelKeys', 'podCertificate'],
  ...['recursiveReadOnly', 'resizePolicy', 'restartPolicyRules', 'seLinuxChangePolicy', 'sleep', 'stopSignal'],
  ...['supplementalGroupsPolicy', 'volumeAttributesClassName'],
]);

/** Options whose types are Kubernetes' own. */
const TYPED: ReadonlySet<string> = new Set([
  ...['affinity', 'env', 'initContainers', 'livenessProbe', 'podSecurityContext', 'readinessProbe', 'resources'],
  ...[
    'securityContext',
    'sidecars',
    'startupProbe',
    'tolerations',
    'topologySpreadConstraints',
    'volumeMounts',
    'volumes',
  ],
  'volumeClaimTemplates',
]);

/** Whether the compiler would find a field that it does not know. */
const hasNewerField = (value: Json): boolean => {
  if (Array.isArray(value)) return value.some(hasNewerField);
  if (!isMapping(value)) return false;
  return Object.entries(value).some(
    ([key, item]) => NEWER_FIELDS.has(key) || (key === 'image' && isMapping(item)) || hasNewerField(item),
  );
};

/** What stands behind the value of an option so that it compiles: nothing, as a rule. */
export const castOf = (option: string, value: Json): string =>
  TYPED.has(option) && typeof value === 'object' && hasNewerField(value) ? ' as never' : '';
