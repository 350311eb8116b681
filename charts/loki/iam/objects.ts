import type { LokiConfig } from '../config';
import {
  deleteRequests,
  isOff,
  isOn,
  isS3,
  objectPrefix,
  periodsOf,
  reportsUse,
  rulesBucket,
  textAt,
  unique,
  writesRules,
} from './settings';

export type ObjectCall = 's3:DeleteObject' | 's3:GetObject' | 's3:PutObject';

/** Objects of a bucket whose names begin alike, and what Loki does with them. */
export interface ObjectUse {
  readonly sid: string;
  /** Their names, `*` for anything. */
  readonly names: readonly string[];
  readonly calls: readonly ObjectCall[];
  /** Whether Loki lists them, or has to be told that one is not there: S3 says so to those only who may list it. */
  readonly isListed: boolean;
}

const READS: readonly ObjectCall[] = ['s3:GetObject'];
const KEEPS: readonly ObjectCall[] = [...READS, 's3:PutObject'];
const KEEPS_AND_DELETES: readonly ObjectCall[] = ['s3:DeleteObject', ...KEEPS];

/** Tenant of a Loki without authentication. */
const ONLY_TENANT = 'fake';

/**
 * All that Loki keeps in a bucket by its configuration. Each release from 2.1 to 3.7 gets, puts, deletes and lists objects one by
 * one, and never in parts.
 */
export function objectUses(config: LokiConfig, version: string, bucket: string): readonly ObjectUse[] {
  const prefix = objectPrefix(config);
  const below = (folders: readonly string[]) => unique(folders.map((folder) => `${prefix}${folder}*`));
  const periods = periodsOf(config, version);
  const ofChunks = periods.filter(({ chunkStore }) => isS3(chunkStore));
  const indexFolders = below(
    periods.filter(({ indexStore }) => isS3(indexStore)).flatMap((period) => period.indexFolders),
  );
  const requests = deleteRequests(config, version);
  // Of logs whose index is in DynamoDB the compactor knows nothing.
  const expires = requests !== undefined && ofChunks.some(({ indexStore }) => indexStore !== undefined);
  const requestsInS3 = isS3(requests?.store) ? requests : undefined;

  return [
    {
      sid: 'Chunks',
      // Tenants come with the requests that they send, so that nobody can know their names beforehand.
      names: ofChunks.length === 0 ? [] : below([isOff(config, 'auth_enabled') ? `${ONLY_TENANT}/` : '']),
      calls: expires ? KEEPS_AND_DELETES : KEEPS,
      isListed: false,
    },
    // The compactor puts one file in the place of many.
    { sid: 'Index', names: indexFolders, calls: KEEPS_AND_DELETES, isListed: true },
    {
      sid: 'DeleteRequests',
      // As a rule they are a table of the index. Before there are any Loki has to be told so, or it ends.
      names:
        requestsInS3 === undefined || below([requestsInS3.folder]).some((names) => indexFolders.includes(names))
          ? []
          : below([`${requestsInS3.folder}delete_requests/`]),
      calls: KEEPS,
      isListed: true,
    },
    {
      sid: 'DeletionManifests',
      names: requestsInS3 !== undefined && isScaledCompactor(config) ? below([manifestFolder(config)]) : [],
      calls: KEEPS_AND_DELETES,
      isListed: true,
    },
    {
      sid: 'DeletionMarkers',
      names: expires ? markers(config) : [],
      calls: KEEPS_AND_DELETES,
      isListed: true,
    },
    {
      sid: 'Rules',
      // The ruler does not know of the prefix.
      names: rulesBucket(config, bucket) === bucket ? ['rules/*'] : [],
      calls: writesRules(config, version) ? KEEPS_AND_DELETES : READS,
      isListed: true,
    },
    {
      sid: 'Blooms',
      names: ofChunks.length > 0 && usesBlooms(config) ? below(['bloom/']) : [],
      calls: writesBlooms(config) ? KEEPS_AND_DELETES : READS,
      isListed: true,
    },
    {
      sid: 'ClusterSeed',
      names: ofChunks.length > 0 && reportsUse(config, version) ? [`${prefix}loki_cluster_seed.json`] : [],
      calls: KEEPS_AND_DELETES,
      isListed: true,
    },
  ].filter(({ names }) => names.length > 0);
}

const isScaledCompactor = (config: LokiConfig): boolean =>
  ['main', 'worker'].includes(textAt(config, 'compactor.horizontal_scaling_mode') ?? '');

const manifestFolder = (config: LokiConfig): string =>
  textAt(config, 'compactor.jobs_config.deletion.deletion_manifest_store_prefix') ?? '__deletion_manifest__/';

/** Markers are on the compactor's volume unless a place in the bucket is named, which the prefix does not go before either. */
const markers = (config: LokiConfig): readonly string[] => {
  const folder = textAt(config, 'compactor.deletion_marker_object_store_prefix');
  return folder === undefined ? [] : [`${folder}*`];
};

const writesBlooms = (config: LokiConfig): boolean =>
  isOn(config, 'bloom_build.enabled') || isOn(config, 'bloom_compactor.enabled');

const usesBlooms = (config: LokiConfig): boolean => writesBlooms(config) || isOn(config, 'bloom_gateway.enabled');
