import { parseDuration } from '../../kubernetes/duration';
import { at, mapOf, mapsAt, textAt, textOf } from '../plain';

/** For how long logs are kept, in milliseconds, and how that is written. */
interface Kept {
  readonly milliseconds: number;
  readonly text: string;
}

const FOR_EVER: Kept = { milliseconds: Number.POSITIVE_INFINITY, text: 'for ever' };

/** A period of retention; nothing, or zero, is for ever. */
function kept(value: unknown): Kept {
  const text = textOf(value) ?? '0s';
  const milliseconds = parseDuration(text) ?? 0;
  return milliseconds === 0 ? FOR_EVER : { milliseconds, text };
}

/** For how long a configuration keeps the logs of which nothing else is said. */
function general(config: unknown): Kept {
  const compactor =
    at(config, 'compactor', 'retention_enabled') === true
      ? kept(at(config, 'limits_config', 'retention_period'))
      : FOR_EVER;
  const tables =
    at(config, 'table_manager', 'retention_deletes_enabled') === true
      ? kept(at(config, 'table_manager', 'retention_period'))
      : FOR_EVER;
  return tables.milliseconds < compactor.milliseconds ? tables : compactor;
}

/** A configuration, and Loki's own where that is another file: limits of tenants stand apart. */
export interface RetentionConfig {
  readonly config: unknown;
  /** Undefined when nobody knows it. */
  readonly main: unknown;
}

/** For how long it keeps the logs of certain streams, or of tenants: by selector or name. Nothing where nobody deletes. */
function special({ config, main }: RetentionConfig): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>();
  if (main !== undefined && at(main, 'compactor', 'retention_enabled') !== true) return found;
  for (const stream of mapsAt(config, 'limits_config', 'retention_stream')) {
    found.set(`streams ${textOf(stream.selector) ?? '?'}`, kept(stream.period));
  }
  for (const [tenant, limits] of Object.entries(mapOf(at(config, 'overrides')))) {
    const period = textAt(limits, 'retention_period');
    if (period !== undefined) found.set(`tenant ${tenant}`, kept(period));
  }
  return found;
}

/** What a change of retention does: logs that are deleted earlier, or kept for longer. */
export interface RetentionChange {
  readonly isLoss: boolean;
  readonly text: string;
}

/** The logs that are deleted earlier than before, and those that are kept for longer. */
export function retentionChanges(before: RetentionConfig, after: RetentionConfig): RetentionChange[] {
  const [was, is] = [general(before.main), general(after.main)];
  const [oldSpecial, newSpecial] = [special(before), special(after)];
  return [
    ...(after.config === after.main ? [changeOf(was, is, '')] : []),
    ...[...newSpecial].map(([whose, now]) => changeOf(oldSpecial.get(whose) ?? was, now, ` of ${whose}`)),
    ...[...oldSpecial].flatMap(([whose, old]) => (newSpecial.has(whose) ? [] : [changeOf(old, is, ` of ${whose}`)])),
  ].filter((change) => change !== undefined);
}

function changeOf(old: Kept, now: Kept, whose: string): RetentionChange | undefined {
  if (old.milliseconds === now.milliseconds) return undefined;
  const [was, is] = [old, now].map(({ text, milliseconds }) => (Number.isFinite(milliseconds) ? `for ${text}` : text));
  return now.milliseconds < old.milliseconds
    ? { isLoss: true, text: `deletes logs${whose} older than ${now.text}, which were kept ${was}` }
    : { isLoss: false, text: `keeps logs${whose} ${is} in place of ${old.text}: the storage grows` };
}
