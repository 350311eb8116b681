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

/** For how long it keeps those of certain streams, or of tenants: by selector or name. */
function special(config: unknown): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>();
  if (at(config, 'compactor', 'retention_enabled') === true) {
    for (const stream of mapsAt(config, 'limits_config', 'retention_stream')) {
      found.set(`streams ${textOf(stream.selector) ?? '?'}`, kept(stream.period));
    }
  }
  for (const [tenant, limits] of Object.entries(mapOf(at(config, 'overrides')))) {
    if (textAt(limits, 'retention_period') !== undefined)
      found.set(`tenant ${tenant}`, kept(at(limits, 'retention_period')));
  }
  return found;
}

/** What a change of retention does: logs that are deleted earlier, and those that are kept for longer. */
export interface RetentionChange {
  readonly isLoss: boolean;
  readonly text: string;
}

export function retentionChanges(before: unknown, after: unknown): RetentionChange[] {
  const [was, is] = [general(before), general(after)];
  const [oldSpecial, newSpecial] = [special(before), special(after)];
  const changes: RetentionChange[] = [];
  const compare = (old: Kept, now: Kept, whose: string): void => {
    if (old.milliseconds === now.milliseconds) return;
    const isLoss = now.milliseconds < old.milliseconds;
    const text = isLoss
      ? `deletes logs${whose} older than ${now.text}, which were kept ${old.text === 'for ever' ? '' : 'for '}${old.text}`
      : `keeps logs${whose} ${now.text === 'for ever' ? '' : 'for '}${now.text} in place of ${old.text}: the storage grows`;
    changes.push({ isLoss, text });
  };
  compare(was, is, '');
  for (const [whose, now] of newSpecial) compare(oldSpecial.get(whose) ?? was, now, ` of ${whose}`);
  for (const [whose, old] of oldSpecial) if (!newSpecial.has(whose)) compare(old, is, ` of ${whose}`);
  return changes;
}
