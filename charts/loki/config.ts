import { type ConfigMapping, mergeConfig } from '../kubernetes/merge';
import type { Cluster } from './cluster-config';
import { commonConfig } from './common-config';
import { legacyConfig } from './legacy-config';
import type { Retentions } from './retention-config';
import type { SchemaPeriod } from './schema';
import { usesCommonBlock } from './storage/object-store';
import type { LokiStorage } from './storage/storage';
import { tenancyConfig } from './tenants/tenants-config';

/** Loki's own configuration file, block by block. @see https://grafana.com/docs/loki/latest/configure/ */
export type LokiConfig = ConfigMapping;

/** What decides about the configuration of a Loki. */
export interface LokiConfigInput extends Retentions {
  readonly version: string;
  /** Folder on the pod's volume below which everything is written. */
  readonly dataPath: string;
  readonly httpPort: number;
  readonly schema: readonly SchemaPeriod[];
  readonly storage: LokiStorage;
  /** Where earlier periods are. */
  readonly earlierStorage?: readonly LokiStorage[];
  /** Whether clients say which tenant they are. */
  readonly isMultiTenant?: boolean;
  /** How the processes find one another; undefined for a single one. */
  readonly cluster?: Cluster;
}

/** The whole configuration that Loki gets: our defaults for the release, the user's over them. */
export const lokiConfig = (input: LokiConfigInput, overrides?: LokiConfig): LokiConfig =>
  [
    usesCommonBlock(input.version, input.storage) ? commonConfig(input) : legacyConfig(input),
    tenancyConfig(input.isMultiTenant ?? false, input.tenants),
    overrides ?? {},
  ].reduce(mergeConfig);
