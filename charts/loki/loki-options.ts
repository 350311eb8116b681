import type { LokiConfigOverrides } from '../../imports/loki-config';
import type { ConfigMapping } from '../kubernetes/merge';
import type { PodOptions } from '../kubernetes/pod-options';
import type { MigrationOutcome } from './migration/migrate-to';
import type { Persistence } from './persistence';
import type { StreamRetention } from './retention/stream-retention';
import type { SchemaPeriod } from './schema';
import type { LokiStorage } from './storage/storage';
import type { LokiTenants } from './tenants/tenant';
import type { SchemaChange } from './timeline/schema-change';
import type { LokiTopology } from './topology/topology';

/** A time that Loki reads, such as `'30d'`; which of them it can keep is checked at synth. */
export type Retention = `${number}${'s' | 'm' | 'h' | 'd' | 'w' | 'y'}` | '0';

/** What can be said of a Loki, apart from where it stands. */
export interface LokiOptions extends PodOptions {
  /** Release of Loki: 2.1 … 3.7. @default - the newest known, see `RELEASES` */
  readonly version?: string;
  /** How many processes Loki is made of, and which does what. @default { type: 'single' } */
  readonly topology?: LokiTopology;
  /** Number of pods of topology `single`: 1, or 0 to stop it. The others say theirs in `topology`. @default 1 */
  readonly replicas?: number;
  /** Where index and chunks are kept. @default { type: 'filesystem' } */
  readonly storage?: LokiStorage;
  /** Where logs of earlier schema periods are, for as long as any of them are kept; each of another type than `storage`. @default - none */
  readonly earlierStorage?: readonly LokiStorage[];
  /** The pod's volume: write-ahead log, caches and, with storage `filesystem`, the logs. @default { type: 'claim', size: '10Gi' } */
  readonly persistence?: Persistence;
  /**
   * Folder of the volume below which Loki writes; `''` for the volume itself. Where a release before 3.0 has written its logs, a newer
   * one finds them with `'loki'`.
   * @default - '' from Loki 3.0 on, 'loki' before
   */
  readonly dataFolder?: string;
  /**
   * How long logs are kept, as Loki's `limits_config.retention_period`: whole days from `'1d'` (`'24h'`), or `'0s'` for ever.
   * Sets compactor, delete store and limit together. Needs Loki 2.3.
   * @default - '14d' with storage `filesystem`, because a full disk stops Loki; for ever elsewhere and before Loki 2.3
   */
  readonly retention?: Retention;
  /**
   * Streams whose logs are kept for another time than `retention` says, as Loki's `limits_config.retention_stream`: the rest may be
   * kept for ever. Needs Loki 2.4.
   * @see https://grafana.com/docs/loki/latest/operations/storage/retention/
   * @default - none
   */
  readonly retentionByStream?: readonly StreamRetention[];
  /**
   * What is otherwise for some tenants, by their names. Loki reads it again whenever it changes, without a restart; only the first
   * time that there is any, an empty `{}` too, its pods are replaced. Without `multiTenant` there is one tenant, `fake`.
   * @see https://grafana.com/docs/loki/latest/configure/#runtime-configuration-file
   * @default - all tenants are alike
   */
  readonly tenants?: LokiTenants;
  /** Periods of the schema, oldest first; only ever add to it. @default - TSDB and v13 from 2024-04-01, before Loki 3.0 boltdb-shipper and v11 from 2020-10-24 */
  readonly schema?: readonly SchemaPeriod[];
  /** What of the schema may change although an earlier synth wrote it. @default - nothing: its periods only ever become more */
  readonly schemaChange?: SchemaChange;
  /** What `migrateTo` found out; it comes with its other options. @default - none */
  readonly migration?: MigrationOutcome;
  /**
   * Anything of Loki's configuration file, merged over ours; `null` takes a setting of ours away. The whole is checked
   * against the release as Loki itself would. `${NAME}` is filled in from the environment of the pod.
   * @default - nothing
   */
  readonly config?: LokiConfigOverrides;
  /** Settings that this library does not know yet, merged last and not checked; synth lists them. @default - nothing */
  readonly unchecked?: ConfigMapping;
}
