import { isAtLeast } from '../../releases';
import type { LokiStorage } from './storage';

/** Where a period's chunks are kept: Loki's own `object_store`. */
export type ObjectStore = 'filesystem' | 's3' | 'gcs' | 'azure';

const OBJECT_STORES: { readonly [Type in LokiStorage['type']]: ObjectStore } = {
  filesystem: 'filesystem',
  s3: 's3',
  gcs: 'gcs',
  azure: 'azure',
  dynamodb: 's3',
};

export const objectStoreOf = ({ type }: LokiStorage): ObjectStore => OBJECT_STORES[type];

/** Whether several pods can share a storage, index included. */
export const isShared = ({ type }: LokiStorage): boolean => type === 's3' || type === 'gcs' || type === 'azure';

/**
 * Whether a Loki takes its storage, its rings and its folders from the block `common`. Those before 3.0 that keep index or chunks as
 * the chart of 2021 did go on saying each for itself.
 */
export const usesCommonBlock = (version: string, storage: LokiStorage): boolean =>
  isAtLeast(version, '3.0') || (isAtLeast(version, '2.9') && isShared(storage));
