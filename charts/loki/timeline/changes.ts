import type { Place, PlacePart } from './places';
import { isSameField, type TimelinePeriod } from './timeline';

/** A setting that is no longer what it was. */
interface FieldChange {
  readonly field: string;
  readonly was: string;
  readonly is: string;
}

/** A change of the timeline by which logs are no longer found. `position` is the place among the periods of now. */
export type TimelineChange =
  | { readonly type: 'removed'; readonly earlier: TimelinePeriod }
  | {
      readonly type: 'changed';
      readonly earlier: TimelinePeriod;
      readonly position: number;
      readonly fields: readonly FieldChange[];
    }
  /** A part of the place where chunks or index are, of one or more periods. */
  | {
      readonly type: 'moved';
      readonly periods: readonly TimelinePeriod[];
      readonly kind: string;
      readonly part: PartChange;
    };

interface PartChange extends Pick<PlacePart, 'name' | 'path'> {
  readonly was: string;
  readonly is: string;
}

/** What of an earlier timeline is no longer there, or no longer what it was. */
export function changesOf(
  earlier: readonly TimelinePeriod[],
  now: readonly TimelinePeriod[],
): readonly TimelineChange[] {
  const heirs = heirsOf(earlier, now);
  const changes: TimelineChange[] = [];
  const moves = new Map<string, Extract<TimelineChange, { type: 'moved' }>>();
  for (const [before, position] of heirs) {
    const after = position === undefined ? undefined : now[position];
    if (after === undefined || position === undefined) {
      changes.push({ type: 'removed', earlier: before });
      continue;
    }
    const fields = fieldChanges(before, after);
    if (fields.length > 0) changes.push({ type: 'changed', earlier: before, position, fields });
    for (const { kind, part } of [
      ...partChanges(before.chunks, after.chunks),
      ...partChanges(before.index, after.index),
    ]) {
      // What the fields say is not said twice.
      if (fields.length > 0 && part.name === 'type') continue;
      const key = [kind, part.name, part.was, part.is].join('\n');
      const periods = new Set(moves.get(key)?.periods).add(before);
      moves.set(key, { type: 'moved', periods: [...periods], kind, part });
    }
  }
  return [...changes, ...moves.values()];
}

/** Which period of now each earlier one has become: the one of its day, else one that took its place on another day. */
function heirsOf(
  earlier: readonly TimelinePeriod[],
  now: readonly TimelinePeriod[],
): readonly (readonly [earlier: TimelinePeriod, position: number | undefined])[] {
  const earlierDays = new Set(earlier.map(({ from }) => from));
  return earlier.map((period, index) => {
    const ofItsDay = now.findIndex(({ from }) => from === period.from);
    if (ofItsDay >= 0) return [period, ofItsDay];
    const inItsPlace = now[index];
    return [period, inItsPlace === undefined || earlierDays.has(inItsPlace.from) ? undefined : index];
  });
}

function fieldChanges(before: TimelinePeriod, after: TimelinePeriod): readonly FieldChange[] {
  const change = (field: string, was = '', is = ''): FieldChange[] =>
    isSameField(field, was, is) ? [] : [{ field, was, is }];
  return [
    ...change('from', before.from, after.from),
    ...Object.keys(before.fields).flatMap((field) => change(field, before.fields[field], after.fields[field])),
  ];
}

function partChanges(before: Place, after: Place): readonly { readonly kind: string; readonly part: PartChange }[] {
  if (before.kind !== after.kind) {
    const path = after.parts[0]?.path ?? '';
    return [{ kind: before.kind, part: { name: 'type', path, was: before.kind, is: after.kind } }];
  }
  return before.parts.flatMap(({ name, value, path: pathBefore }) => {
    const { value: is = '', path = pathBefore } = after.parts.find((part) => part.name === name) ?? {};
    return value === is ? [] : [{ kind: before.kind, part: { name, path, was: value, is } }];
  });
}

/** Periods of now that the earlier timeline has not, each with its place. */
export const newPeriods = (
  earlier: readonly TimelinePeriod[],
  now: readonly TimelinePeriod[],
): readonly { readonly period: TimelinePeriod; readonly position: number }[] => {
  const taken = new Set(heirsOf(earlier, now).map(([, position]) => position));
  return now.map((period, position) => ({ period, position })).filter(({ position }) => !taken.has(position));
};
