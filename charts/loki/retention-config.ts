import type { ConfigMapping } from '../kubernetes/merge';
import { isAtLeast, parseRelease } from '../releases';
import { DISK_RETENTION } from './defaults';
import type { Retention } from './loki-options';
import { type StreamRetention, streamRetentionConfig } from './retention/stream-retention';
import { objectStoreOf } from './storage/object-store';
import type { LokiStorage } from './storage/storage';
import type { LokiTenants } from './tenants/tenant';

/** All that is said of how long logs are kept. */
export interface Retentions {
  /** Of all logs; undefined or `'0s'` for ever. */
  readonly retention?: string;
  readonly retentionByStream?: readonly StreamRetention[];
  readonly tenants?: LokiTenants;
}

/** Loki's own way to say that nothing is deleted: no time at all, in any unit. */
export const isForEver = (retention: string): boolean => /^0+[a-z]*$/.test(retention);

/** How long logs are kept when nobody says so: a full disk stops Loki. */
export const defaultRetention = (storage: LokiStorage, version: string): Retention | undefined =>
  storage.type === 'filesystem' && isAtLeast(version, '2.3') ? DISK_RETENTION : undefined;

/** Whether anything at all is deleted. */
export const deletesLogs = ({ retention, retentionByStream = [], tenants = {} }: Retentions): boolean =>
  (retention !== undefined && !isForEver(retention)) ||
  retentionByStream.length > 0 ||
  Object.values(tenants).some((tenant) =>
    deletesLogs({ retention: tenant.retention, retentionByStream: tenant.retentionByStream }),
  );

/** Whether Loki takes no time at all for ever: before 2.8 it deletes everything at once, and 2.8.0 drops parts of the index. */
export function zeroIsForEver(version: string): boolean {
  const release = parseRelease(version);
  return isAtLeast(version, '2.9') || (release?.major === 2 && release.minor === 8 && release.patch > 0);
}

/** The same as Loki's limits say it. */
export const retentionPeriod = (retention: string | undefined): string =>
  retention === undefined || isForEver(retention) ? '0s' : retention;

/**
 * Retention works only when the compactor, its store of delete requests and the limits all say so.
 * @param deleteRequests the storage that keeps requests to delete, from the releases on that have to be told
 */
export function retentionConfig(retentions: Retentions, deleteRequests?: LokiStorage): ConfigMapping {
  const { retention, retentionByStream = [] } = retentions;
  if (!deletesLogs(retentions)) return {};
  return {
    compactor: {
      retention_enabled: true,
      ...(deleteRequests === undefined ? {} : { delete_request_store: objectStoreOf(deleteRequests) }),
    },
    limits_config: {
      // Said even when it is for ever: what deletes some logs must not fall back on a default of the release.
      retention_period: retentionPeriod(retention),
      ...(retentionByStream.length === 0 ? {} : { retention_stream: retentionByStream.map(streamRetentionConfig) }),
    },
  };
}
