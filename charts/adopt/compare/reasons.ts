import type { Difference } from './differences';

/** Why something is otherwise, where there is a reason for all releases: by object and path. */
const REASONS: readonly (readonly [where: RegExp, reason: string])[] = [
  [/ spec\.template\.metadata\.annotations\b.*checksum/, 'pods roll when what they read changes'],
  [/args\[client\.url\]/, 'the configuration says it'],
  [/args\[config\.file\]/, 'the same configuration, in our file'],
  [/args\[target\]/, 'all is what Loki does anyhow'],
  [/^ServiceAccount\/.* automountServiceAccountToken/, 'pods that need a token ask for it themselves'],
  [/ spec\.template\.spec\.automountServiceAccountToken/, 'said by the pod, not by its ServiceAccount'],
  [/^ClusterRole\/.* rules/, 'Promtail only ever asks for pods'],
  [/(?:allowPrivilegeEscalation|capabilities\.drop|readOnlyRootFilesystem|runAsNonRoot|seccompProfile)/, 'hardened'],
  [/fsGroupChangePolicy/, 'a volume of many files is not walked through at every start'],
  [/volumeMounts\[[^\]]*\]\.readOnly/, 'nobody writes there'],
  [/volume(?:Mount)?s\[(?:\/tmp|tmp)\]/, 'a writable folder beside a root file system that is read-only'],
  [/hostPath\.type/, 'the folder is made where it is missing'],
  [/livenessProbe/, 'whether it still answers'],
  [/persistentVolumeClaimRetentionPolicy/, 'claims outlive the StatefulSet'],
  [/ spec\.strategy/, 'two pods cannot have the volume at once'],
  [/GOMEMLIMIT/, 'Go is told its memory limit'],
  [/datasources\[[^\]]*\]\.url|clients\[\d+\]\.url/, 'the same Loki, found from any namespace'],
  [/analytics\.(?:reporting_enabled|check_for_)/, 'nobody is told of it'],
];

export const reasonFor = ({ object, path, theirs, ours }: Difference): string | undefined =>
  theirs === '(not shown)' && ours !== undefined && /\burl$/.test(path)
    ? 'without what is secret in it'
    : REASONS.find(([where]) => where.test(`${object} ${path}`))?.[1];
