import type { SchemaPeriod } from '../schema';
import type { Leftover } from './leftovers';

/** Leftovers that somebody would take away without a look at the code. */
const OUTSIDE: readonly Leftover['what'][] = ['table', 'bucket', 'volume', 'rights', 'structured-metadata'];

/** All leftovers in one text; undefined when none of them is anywhere but in the code. */
export function leftoverNotice(leftovers: readonly Leftover[], schema: readonly SchemaPeriod[]): string | undefined {
  if (!leftovers.some(({ what }) => OUTSIDE.includes(what))) return undefined;
  const last = schema.at(-1);
  const byDay = new Map<string | undefined, string[]>();
  for (const { until, sentence } of leftovers) byDay.set(until, [...(byDay.get(until) ?? []), sentence]);
  const groups = [...byDay]
    .sort(([a = '9999'], [b = '9999']) => (a < b ? -1 : 1))
    .map(([until, sentences]) =>
      [
        until === undefined ? '  for ever, since nothing deletes them:' : `  until ${until}:`,
        ...sentences.map((sentence) => `    - ${sentence}`),
      ].join('\n'),
    );
  return [
    `from ${last?.from} on logs go to ${last?.store} in ${last?.objectStore}. Until those from before that day are gone, keep`,
    ...groups,
  ].join('\n');
}
