import type { LokiConfigOverrides } from '../../imports/loki-config';
import type { ConfigMapping } from '../kubernetes/merge';
import type { PodOptions } from '../kubernetes/pod-options';
import type { SchemaPeriod } from './schema';
import type { LokiStorage } from './storage';

/** A volume that outlives its pods. */
export interface ClaimPersistence {
  readonly type: 'claim';
  /** Bytes, as a Kubernetes quantity. @default '10Gi' */
  readonly size?: string;
  /** Name of a StorageClass. EKS has marked none as its default since 1.30: name one there. @default - the cluster's default class */
  readonly storageClass?: string;
}

/** A volume that ends with its pod: everything is gone when the pod moves. */
export interface EphemeralPersistence {
  readonly type: 'ephemeral';
  /** Bytes, above which the kubelet evicts the pod. @default - the node's disk */
  readonly sizeLimit?: string;
}

export type Persistence = ClaimPersistence | EphemeralPersistence;

/** What can be said of a Loki, apart from where it stands. */
export interface LokiOptions extends PodOptions {
  /** Release of Loki: 2.1 … 3.7. @default - the newest known, see `RELEASES` */
  readonly version?: string;
  /** Number of pods; more than one needs storage that they share. @default 1 */
  readonly replicas?: number;
  /** Where index and chunks are kept. @default { type: 'filesystem' } */
  readonly storage?: LokiStorage;
  /** The pod's volume: write-ahead log, caches and, with storage `filesystem`, the logs. @default { type: 'claim', size: '10Gi' } */
  readonly persistence?: Persistence;
  /**
   * How long logs are kept, as Loki's `limits_config.retention_period`: whole days from `'1d'` (`'24h'`), or `'0s'` for ever.
   * Sets compactor, delete store and limit together. Needs Loki 2.3.
   * @default - '14d' with storage `filesystem`, because a full disk stops Loki; for ever elsewhere and before Loki 2.3
   */
  readonly retention?: string;
  /** Periods of the schema, oldest first; only ever add to it. @default - TSDB and v13 from 2024-04-01, before Loki 3.0 boltdb-shipper and v11 from 2020-10-24 */
  readonly schema?: readonly SchemaPeriod[];
  /**
   * Anything of Loki's configuration file, merged over ours; `null` takes a setting of ours away. The whole is checked
   * against the release as Loki itself would. `${NAME}` is filled in from the environment of the pod.
   * @default - nothing
   */
  readonly config?: LokiConfigOverrides;
  /** Settings that this library does not know yet, merged last and not checked; synth lists them. @default - nothing */
  readonly unchecked?: ConfigMapping;
}
