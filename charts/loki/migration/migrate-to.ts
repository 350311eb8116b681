import type { Problem } from '../../kubernetes/problem';
import { isAtLeast } from '../../releases';
import type { LokiOptions, Retention } from '../loki-options';
import { defaultRetention } from '../retention-config';
import { defaultSchema, type SchemaPeriod } from '../schema';
import { objectStoreOf } from '../storage/object-store';
import type { DynamoDbStorage, LokiStorage } from '../storage/storage';
import { type Leftover, leftoversOf } from './leftovers';
import { checkMigration } from './migration-check';
import { readMigration } from './migration-shape';

/** A Loki as it runs now: its options, as far as they say how and where logs are stored. */
export interface LokiBefore
  extends Pick<
    LokiOptions,
    'storage' | 'earlierStorage' | 'schema' | 'retention' | 'replicas' | 'persistence' | 'dataFolder'
  > {
  /** Release that it runs: with `storage` it decides about the default of `schema`. */
  readonly version: string;
}

/** A move to TSDB, and to another storage if one is named. */
export interface LokiMigration {
  /** First day of the new period, in UTC: `'2027-01-01'`. It must still be to come when Loki gets the new configuration. */
  readonly from: string;
  /** Where logs go from that day on. @default - where they go before */
  readonly storage?: Exclude<LokiStorage, DynamoDbStorage>;
  /** Release that runs from the moment on at which the new configuration is applied, which is before `from`. @default - before.version */
  readonly version?: string;
  /** How long logs are kept, old ones too. @default - as before */
  readonly retention?: Retention;
  readonly before: LokiBefore;
}

/** Options of a Loki that knows its old logs and its new ones. */
export interface MigratedLoki extends Pick<LokiOptions, 'retention' | 'replicas' | 'persistence' | 'dataFolder'> {
  readonly version: string;
  readonly storage: LokiStorage;
  readonly earlierStorage: readonly LokiStorage[];
  readonly schema: readonly SchemaPeriod[];
  readonly migration: MigrationOutcome;
}

/** What came of a migration. */
export interface MigrationOutcome {
  /** What has to stay, and until when. Synth says it too. */
  readonly until: readonly Leftover[];
  /** Why there is none: synth refuses them. The other options are then those from before. */
  readonly problems: readonly Problem[];
}

/**
 * The options of a Loki that goes on reading what it has and, from a day on, writes TSDB with v13: from boltdb-shipper, from DynamoDB,
 * from a disk to object storage. Spread them: `loki: { ...migrateTo({ from: '2027-01-01', storage, before }) }`. The old periods
 * stay, the new one comes behind them; nothing is copied, and nothing that was written is touched.
 * @see https://grafana.com/docs/loki/latest/operations/storage/schema/
 */
export function migrateTo(migration: LokiMigration): MigratedLoki {
  const { given, problems: misfits } = readMigration(migration);
  const { before } = given;
  const storageBefore = before.storage ?? { type: 'filesystem' };
  const old = {
    version: before.version,
    storage: storageBefore,
    earlierStorage: before.earlierStorage ?? [],
    schema: before.schema ?? defaultSchema(before.version, storageBefore),
  };
  const storage = given.storage ?? storageBefore;
  const next = {
    version: given.version ?? old.version,
    storage,
    earlierStorage: [storageBefore, ...old.earlierStorage].filter(({ type }) => type !== storage.type),
    schema: [...old.schema, newPeriod(given.from, storage)],
  };
  const retention = given.retention ?? retentionOf(before, storageBefore);
  const isEphemeral = before.persistence?.type === 'ephemeral';
  const dataFolder = before.dataFolder ?? (isEphemeral ? undefined : dataFolderOf(old.version, next.version));
  const rest = {
    ...(dataFolder === undefined ? {} : { dataFolder }),
    ...(retention === undefined ? {} : { retention }),
    ...(before.replicas === undefined ? {} : { replicas: before.replicas }),
    ...(before.persistence === undefined ? {} : { persistence: before.persistence }),
  };
  const problems = misfits.length > 0 ? misfits : checkMigration(given, old, next);
  if (problems.length > 0) return { ...rest, ...old, migration: { until: [], problems } };
  return { ...rest, ...next, migration: { until: leftoversOf({ ...next, retention, isEphemeral }), problems } };
}

const newPeriod = (from: string, storage: LokiStorage): SchemaPeriod => ({
  from,
  store: 'tsdb',
  objectStore: objectStoreOf(storage),
  schema: 'v13',
});

/** Where Loki before 3.0 has written, and what is not in the storage yet still is. */
const dataFolderOf = (before: string, version: string): string | undefined =>
  isAtLeast(version, '3.0') && !isAtLeast(before, '3.0') ? 'loki' : undefined;

/** Said out loud, because the default of a disk is not that of a bucket, and old logs would stay for ever. */
const retentionOf = ({ version, retention }: LokiBefore, storage: LokiStorage): Retention | undefined =>
  retention ?? defaultRetention(storage, version);
