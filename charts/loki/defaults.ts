import type { ResourceRequirements } from '../kubernetes/types';
import { isAtLeast } from '../releases';

export const HTTP_PORT = 3100;
export const GRPC_PORT = 9095;
export const MEMBERLIST_PORT = 7946;

/** The user and group of Loki's image. */
export const LOKI_USER = { user: 10001, group: 10001 };

export const VOLUME_SIZE = '10Gi';

/** What a disk of 10Gi holds of a small cluster's logs; a full one stops Loki. */
export const DISK_RETENTION = '14d';

/** Whether a path stays within the volume. */
export const isDataFolder = (folder: string): boolean => /^([\w-][\w.-]*(\/[\w-][\w.-]*)*)?$/.test(folder);

/** Where the volume is mounted, and where below it Loki writes. */
export function dataPaths(
  version: string,
  folder = isAtLeast(version, '3.0') ? '' : 'loki',
  mountPath = isAtLeast(version, '3.0') ? '/var/loki' : '/data',
): { readonly mountPath: string; readonly dataPath: string } {
  return { mountPath, dataPath: folder === '' ? mountPath : `${mountPath}/${folder}` };
}

/** Seconds to flush what is in memory before the kubelet kills the pod; the write-ahead log covers what is left. */
export const GRACE_PERIOD_SECONDS = 300;

export const RESOURCES: ResourceRequirements = {
  requests: {
    cpu: '100m', // what one replica uses at some tens of lines a second
    memory: '256Mi', // idle, with its caches and an open chunk per stream
  },
  limits: {
    // Room for a replay of the write-ahead log and one large query. No limit on CPU: a throttled Loki answers its probes late.
    memory: '1Gi',
  },
};
