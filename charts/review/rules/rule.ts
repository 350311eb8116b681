import type { Difference } from '../compare/difference';
import type { Consequence, Severity } from '../review';
import type { Side } from '../side';
import type { Subject } from '../subject';

/** What a rule may know besides the object that it judges. */
export interface Context {
  readonly before: Side;
  readonly after: Side;
  /** Objects that are not what they were, by their manifest after (else before). */
  readonly subjects: ReadonlyMap<unknown, Subject>;
  /** Today in UTC, `2026-11-24`; undefined where nobody says it, and every day may have come. */
  readonly today?: string;
}

/** What a change of an object does; nothing when the rule has nothing to say. */
export type Rule = (subject: Subject, context: Context) => readonly Consequence[];

/** A consequence of some differences, or of the object as a whole. */
export const consequence = (
  severity: Severity,
  message: string,
  differences: readonly Pick<Difference, 'path'>[] = [],
  more: Pick<Consequence, 'commands' | 'on'> = {},
): Consequence => ({
  severity,
  message,
  paths: [...new Set(differences.map(({ path }) => path))],
  ...(more.commands === undefined || more.commands.length === 0 ? {} : { commands: more.commands }),
  ...(more.on === undefined ? {} : { on: more.on }),
});

/** The differences at a shape: in it, or in what holds it as a whole. */
export const differencesAt = (differences: readonly Difference[], shape: string): readonly Difference[] =>
  differences.filter(
    (difference) =>
      difference.shape === shape ||
      difference.shape.startsWith(`${shape}.`) ||
      difference.shape.startsWith(`${shape}[`) ||
      shape.startsWith(`${difference.shape}.`) ||
      shape.startsWith(`${difference.shape}[`),
  );

/** Several things in a sentence: `a, b and c`, at most so many of them. */
export function listed(items: readonly string[], most = 4): string {
  const named = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  const [last = ''] = named.slice(-1);
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 pod`, `3 pods`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
