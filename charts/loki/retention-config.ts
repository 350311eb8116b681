import type { ConfigMapping } from '../kubernetes/merge';
import { objectStoreOf } from './storage/object-store';
import type { LokiStorage } from './storage/storage';

/**
 * Retention works only when the compactor, its store of delete requests and the limit all say so.
 * @param deleteRequests the storage that keeps requests to delete, from the releases on that have to be told
 */
export const retentionConfig = (retention: string | undefined, deleteRequests?: LokiStorage): ConfigMapping =>
  retention === undefined || isForEver(retention)
    ? {}
    : {
        compactor: {
          retention_enabled: true,
          ...(deleteRequests === undefined ? {} : { delete_request_store: objectStoreOf(deleteRequests) }),
        },
        limits_config: { retention_period: retention },
      };

/** Loki's own way to say that nothing is deleted: no time at all, in any unit. */
export const isForEver = (retention: string): boolean => /^0+[a-z]*$/.test(retention);
