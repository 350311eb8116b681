import type { Manifest } from '../../kubernetes/manifest';
import type { Difference } from '../compare/difference';
import type { ConfigChange } from '../config/config-change';
import { at, isEqual, textAt } from '../plain';
import type { Consequence } from '../review';
import type { Side } from '../side';
import type { Subject } from '../subject';
import { retentionChanges } from './loki-retention';
import { schemaEffects } from './loki-schema';
import { foldersOf, lokiConfigsOf, placeIn } from './loki-storage';
import { type Context, consequence, differencesAt, type Rule } from './rule';

/** A configuration of Loki that was there before and is there now. */
interface LokiChange extends ConfigChange {
  readonly old: unknown;
  readonly now: unknown;
}

/** What changes of Loki's configuration do, over and above a restart. */
export const loki: Rule = (subject, context) =>
  subject.configs.flatMap((config) => {
    const { format, before, after, differences } = config;
    const isLoki = format === 'loki' || format === 'loki-overrides';
    if (!isLoki || before === undefined || after === undefined || differences.length === 0) return [];
    const change: LokiChange = { ...config, old: before.value, now: after.value };
    return [
      ...schema(change, subject, context),
      ...retention(change, subject, context),
      ...folders(change, subject, context),
      ...log(change),
      ...tenants(change),
      ...replication(change),
      ...limits(change),
    ];
  });

const under = ({ differences }: LokiChange, ...shapes: readonly string[]): Difference[] =>
  shapes.flatMap((shape) => differencesAt(differences, shape));

function schema(change: LokiChange, { before, after }: Subject, context: Context): Consequence[] {
  if (change.format !== 'loki') return [];
  const source = change.from ?? before;
  const [reader] = source === undefined ? [] : context.before.readersOf(source);
  const [chunks] = foldersOf(change.old).filter(({ what }) => what === 'chunks');
  const effects = schemaEffects(change.old, change.now, {
    today: context.today,
    annotations: after?.metadata.annotations,
    isEphemeral: reader !== undefined && chunks !== undefined && placeIn(reader, chunks.path) === undefined,
  });
  return effects.map(({ severity, path, text }) =>
    consequence(severity, text, under(change, path.replace(/\[\d+\]/g, '[]'))),
  );
}

function retention(change: LokiChange, { before, after }: Subject, context: Context): Consequence[] {
  const mainOf = (config: unknown, object: Manifest | undefined, side: Side): unknown => {
    if (change.format === 'loki') return config;
    const [reader] = object === undefined ? [] : side.readersOf(object);
    return reader === undefined ? undefined : lokiConfigsOf(reader, side)[0];
  };
  const changes = retentionChanges(
    { config: change.old, main: mainOf(change.old, before, context.before) },
    { config: change.now, main: mainOf(change.now, after, context.after) },
  );
  return changes.map(({ isLoss, text }) => {
    const causes = under(
      change,
      'limits_config.retention_period',
      'limits_config.retention_stream',
      'compactor.retention_enabled',
      'table_manager',
    );
    const overrides = change.differences.filter(({ shape }) =>
      /^overrides\..*retention_period$|^overrides\.[^.]+$/.test(shape),
    );
    return consequence(isLoss ? 'data-loss' : 'cost', text, [...causes, ...overrides]);
  });
}

const FOLDER_KEYS = ['common.path_prefix', 'common.storage.filesystem', 'storage_config.filesystem', 'ingester.wal'];

/** Folders that Loki stores to: another path is the same place if the volume is mounted there. */
function folders(
  change: LokiChange,
  { before: oldObject, after: newObject }: Subject,
  context: Context,
): Consequence[] {
  const [source, target] = [change.from ?? oldObject, newObject];
  const [oldReader] = source === undefined ? [] : context.before.readersOf(source);
  const [newReader] = target === undefined ? [] : context.after.readersOf(target);
  const now = foldersOf(change.now);
  return foldersOf(change.old).flatMap(({ what, path }) => {
    const is = now.find((folder) => folder.what === what)?.path;
    if (is === path || (is === undefined && what === 'chunks')) return [];
    if (is !== undefined && oldReader !== undefined && newReader !== undefined) {
      const place = placeIn(oldReader, path);
      if (place !== undefined && place === placeIn(newReader, is)) return [];
    }
    if (is === undefined) return [];
    const loss =
      what === 'chunks' ? 'logs that are there are not found any more' : 'lines that were not stored yet are lost';
    return [
      consequence(
        'data-loss',
        `looks for its ${what} in ${is} and no longer in ${path}: ${loss}`,
        under(change, ...FOLDER_KEYS),
      ),
    ];
  });
}

/** Lines that are only in memory are lost when a pod restarts. */
function log(change: LokiChange): Consequence[] {
  const isOff = (config: unknown): boolean => at(config, 'ingester', 'wal', 'enabled') === false;
  return isOff(change.now) && !isOff(change.old)
    ? [
        consequence(
          'data-loss',
          'has no write-ahead log any more: lines that are not stored yet are lost at each restart',
          under(change, 'ingester.wal'),
        ),
      ]
    : [];
}

/** Whether logs are kept apart by tenants; Loki's own default is that they are. */
function tenants(change: LokiChange): Consequence[] {
  if (change.format !== 'loki') return [];
  const asks = (config: unknown): boolean => at(config, 'auth_enabled') !== false;
  if (asks(change.old) === asks(change.now)) return [];
  const causes = under(change, 'auth_enabled');
  return asks(change.now)
    ? [
        consequence(
          'collection',
          'asks every request for its tenant: what says none is refused, and logs of before belong to the tenant "fake"',
          causes,
        ),
      ]
    : [
        consequence(
          'exposure',
          'asks nobody for a tenant any more: whoever reaches it reads and writes everything',
          causes,
        ),
        consequence(
          'collection',
          'takes every request for the tenant "fake": logs of other tenants are not found',
          causes,
        ),
      ];
}

function replication(change: LokiChange): Consequence[] {
  const factor = (config: unknown): string =>
    textAt(config, 'common', 'replication_factor') ??
    textAt(config, 'ingester', 'lifecycler', 'ring', 'replication_factor') ??
    '3';
  const [was, is] = [factor(change.old), factor(change.now)];
  if (change.format !== 'loki' || is === was) return [];
  const causes = under(change, 'common.replication_factor', 'ingester.lifecycler.ring.replication_factor');
  return [consequence('cost', `stores every line on ${is} ingesters in place of ${was}`, causes)];
}

/** Limits by which lines are refused, cut or labelled otherwise. */
const COLLECTION =
  /^(?:limits_config|overrides\.[^.]+)\.(?:ingestion_\w+|per_stream_rate_limit\w*|max_line_size\w*|max_label_\w+|max_(?:global_)?streams_\w+|reject_old_samples\w*|creation_grace_period|discover_\w+|log_level_\w+|allow_structured_metadata|max_structured_metadata\w*|otlp_config|increment_duplicate_timestamp|enforce_metric_name|block_\w+|enforced_labels|shard_streams|unordered_writes)(?:[.[]|$)/;

function limits(change: LokiChange): Consequence[] {
  const causes = change.differences.filter(({ shape, old, new: now }) => COLLECTION.test(shape) && !isEqual(old, now));
  if (causes.length === 0) return [];
  const keys = [...new Set(causes.map(({ shape }) => shape.split('.').slice(1).join('.')))];
  return [consequence('collection', `takes in lines, or labels them, by other limits: ${keys.join(', ')}`, causes)];
}
