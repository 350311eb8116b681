import type { k8s } from 'cdk8s-plus-27';
import { canonicalQuantity } from '../kubernetes/quantity';
import type { Kubernetes, Volume } from '../kubernetes/types';
import { VOLUME_SIZE } from './defaults';
import type { Persistence } from './loki-options';

/** The claim that each pod gets, unless its volume is ephemeral. */
export const claimTemplate = (
  name: string,
  persistence: Persistence,
): Kubernetes<k8s.KubePersistentVolumeClaimProps>[] =>
  persistence.type === 'claim'
    ? [
        {
          // Apply and Argo CD compare with what the API server makes of a template: these three it writes itself.
          ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
          metadata: { name },
          spec: {
            accessModes: ['ReadWriteOnce'],
            resources: { requests: { storage: canonicalQuantity(persistence.size ?? VOLUME_SIZE) } },
            storageClassName: persistence.storageClass,
            volumeMode: 'Filesystem',
          },
        },
      ]
    : [];

/** The volume of pods that get no claim. */
export const dataVolume = (name: string, persistence: Persistence): Volume[] =>
  persistence.type === 'ephemeral' ? [{ name, emptyDir: { sizeLimit: persistence.sizeLimit } }] : [];
