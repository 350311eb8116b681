import type { k8s } from 'cdk8s-plus-27';
import { canonicalQuantity } from '../kubernetes/quantity';
import type { Kubernetes, Volume } from '../kubernetes/types';
import { VOLUME_SIZE } from './defaults';

/** A volume that outlives its pods. */
export interface ClaimPersistence {
  readonly type: 'claim';
  /** Bytes, as a Kubernetes quantity. @default '10Gi' */
  readonly size?: string;
  /** Name of a StorageClass. EKS has marked none as its default since 1.30: name one there. @default - the cluster's default class */
  readonly storageClass?: string;
  /**
   * What becomes of the claims, and of the logs on them, when the StatefulSet is deleted or made smaller.
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
   * @default 'Retain'
   */
  readonly retentionPolicy?: 'Retain' | 'Delete';
}

/** A volume that ends with its pod: everything is gone when the pod moves. */
export interface EphemeralPersistence {
  readonly type: 'ephemeral';
  /** Bytes, above which the kubelet evicts the pod. @default - the node's disk */
  readonly sizeLimit?: string;
}

export type Persistence = ClaimPersistence | EphemeralPersistence;

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

/** What becomes of the claims with their StatefulSet; said although it is the API server's default, since logs hang on it. */
export const claimRetention = (
  persistence: Persistence,
): { readonly whenDeleted: string; readonly whenScaled: string } | undefined => {
  if (persistence.type !== 'claim') return undefined;
  const policy = persistence.retentionPolicy ?? 'Retain';
  return { whenDeleted: policy, whenScaled: policy };
};
