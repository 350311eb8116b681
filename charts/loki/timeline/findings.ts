import { changesOf, newPeriods, type TimelineChange } from './changes';
import { dayAfter } from './days';
import { lossOf, whatChanged } from './describe-change';
import type { TimelinePeriod } from './timeline';

/** Something to say of a timeline on a certain day. */
export interface TimelineFinding {
  /** `error`: logs are lost by it. `warning`: they may be. */
  readonly severity: 'error' | 'warning';
  /** Where in Loki's configuration: `schema_config.configs[1].from`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
  /** Of a period that is right, and begins before everybody has had a day to apply it. */
  readonly isSoon?: true;
}

export interface TimelineVersions {
  /** Undefined when nobody knows it: then only today is looked at. */
  readonly earlier?: readonly TimelinePeriod[];
  readonly now: readonly TimelinePeriod[];
  /** Today in UTC: `2026-11-24`. */
  readonly today: string;
  /** First days of periods that were given up. */
  readonly discards: readonly string[];
}

/** Paths and names are Loki's own. */
const IN_CONFIG = { origin: 'config' } as const;
const CONFIGS = 'schema_config.configs';

/** Finds the changes by which logs are lost when they are applied on a certain day. */
export function timelineFindings({ earlier, now, today, discards }: TimelineVersions): readonly TimelineFinding[] {
  if (earlier === undefined)
    return [...withoutPeriod(now, today), ...now.flatMap((_, index) => soon(now, index, today))];
  const changes = changesOf(earlier, now);
  const isDiscarded = ({ from }: TimelinePeriod): boolean => discards.includes(from);
  const hasBegun = ({ from }: TimelinePeriod): boolean => from <= today;
  // One that had not begun may become any other that has not begun.
  const replaced = changes.flatMap((change) =>
    change.type === 'changed' && !hasBegun(change.earlier) ? [change.position] : [],
  );
  const fresh = [...newPeriods(earlier, now).map(({ position }) => position), ...replaced].sort((a, b) => a - b);
  return [
    ...withoutPeriod(now, today),
    ...changes.flatMap((change) => ofChange(change, earlier, { isDiscarded, hasBegun })),
    ...fresh.flatMap((position) => ofNew(now, position, today)),
  ];
}

/** Loki refuses logs of a day that no period has. */
function withoutPeriod(now: readonly TimelinePeriod[], today: string): readonly TimelineFinding[] {
  const [first] = now;
  if (first === undefined || first.from <= today) return [];
  return [
    {
      severity: 'error',
      path: `${CONFIGS}[0].from`,
      message: `is "${first.from}", and until then no period has begun: Loki stores no log of an earlier day`,
      remedy: `write a day before ${today}, as old as any log that may still come in`,
    },
  ];
}

interface Judge {
  readonly isDiscarded: (period: TimelinePeriod) => boolean;
  readonly hasBegun: (period: TimelinePeriod) => boolean;
}

function ofChange(
  change: TimelineChange,
  earlier: readonly TimelinePeriod[],
  { isDiscarded, hasBegun }: Judge,
): readonly TimelineFinding[] {
  const periods = (change.type === 'moved' ? change.periods : [change.earlier]).filter(hasBegun);
  if (periods.length === 0) return [];
  const path = pathOf(change);
  const what =
    change.type === 'moved' ? `was "${change.part.was}", is "${change.part.is}"` : whatChanged(change, IN_CONFIG);
  if (change.type === 'moved' && change.part.name === 'endpoint') {
    const message = `${what}: ${lossOf(periods, earlier)} are found only if the same objects are there`;
    return [{ severity: 'warning', path, message, remedy: 'make sure of that before it is applied' }];
  }
  const kept = periods.filter((period) => !isDiscarded(period));
  if (kept.length === 0) {
    const message = `${what}: ${lossOf(periods, earlier)} are given up, as schemaChange says`;
    return [{ severity: 'warning', path, message, remedy: 'apply it if that is meant' }];
  }
  return [
    {
      severity: 'error',
      path,
      message: `${what}: ${lossOf(kept, earlier)} are no longer found`,
      remedy:
        change.type === 'moved'
          ? 'write back what it was'
          : 'write the period back as it was, and let a further one begin on a day that is still to come',
    },
  ];
}

function pathOf(change: TimelineChange): string {
  switch (change.type) {
    case 'removed':
      return CONFIGS;
    case 'moved':
      return change.part.path;
    case 'changed': {
      const [field, ...others] = change.fields;
      const at = `${CONFIGS}[${change.position}]`;
      return field === undefined || others.length > 0 ? at : `${at}.${field.field}`;
    }
  }
}

function ofNew(now: readonly TimelinePeriod[], position: number, today: string): readonly TimelineFinding[] {
  const { from = '' } = now[position] ?? {};
  if (from > today) return soon(now, position, today);
  return [
    {
      severity: 'error',
      path: `${CONFIGS}[${position}].from`,
      message:
        `is "${from}", and the period is new: ` +
        `${from === today ? 'what was logged today so far is' : `logs of ${from} to ${today} are`} stored by the period before, and no longer found`,
      remedy: `write "${dayAfter(today)}" or a later day`,
    },
  ];
}

/** A period that begins before everybody has had a day to apply it. */
function soon(now: readonly TimelinePeriod[], position: number, today: string): readonly TimelineFinding[] {
  const { from = '' } = now[position] ?? {};
  const tomorrow = dayAfter(today);
  // The first one of all takes over from nobody.
  if (position === 0 || (from !== today && from !== tomorrow)) return [];
  const when = from === today ? 'began at 00:00 UTC today' : 'begins at 00:00 UTC, in less than a day';
  return [
    {
      severity: 'warning',
      path: `${CONFIGS}[${position}].from`,
      message: `is "${from}": the period ${when}, and what is logged in it by a pod that does not know it yet is no longer found`,
      remedy:
        from === today
          ? 'make sure that every pod of Loki had it before'
          : `have it on every pod of Loki before midnight UTC, or write "${dayAfter(tomorrow)}"`,
      isSoon: true,
    },
  ];
}
