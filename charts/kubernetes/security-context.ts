import type { PodSecurityContext, SecurityContext } from './types';

/** What every container of ours runs under: the level `restricted` of the Pod Security Standards, and a root file system that is read-only. */
export const HARDENED_CONTAINER: SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

const SECCOMP: PodSecurityContext = { seccompProfile: { type: 'RuntimeDefault' } };

/** For a pod whose image runs as a user of its own; `fsGroup` lets that user write to its volumes. */
export const nonRootPod = (id: { readonly user: number; readonly group: number }): PodSecurityContext => ({
  ...SECCOMP,
  runAsNonRoot: true,
  runAsUser: id.user,
  runAsGroup: id.group,
  fsGroup: id.group,
  // A volume of many files is not walked again at every start once its root has the right owner.
  fsGroupChangePolicy: 'OnRootMismatch',
});

/** For a pod that must read files which only root may read. */
export const rootPod: PodSecurityContext = { ...SECCOMP, runAsUser: 0, runAsGroup: 0 };
