import { isAtLeast } from '../releases';
import type { SchemaPeriod } from './schema';

/** Lines of releases, and days on which each was not published yet or just published: no pod ran one of them before. */
const NOT_BEFORE = [
  ['3.0', '2024-04-08'],
  ['3.1', '2024-07-02'],
  ['3.2', '2024-09-19'],
  ['3.3', '2024-11-19'],
  ['3.4', '2025-02-12'],
  ['3.5', '2025-04-23'],
  ['3.6', '2025-10-17'],
  ['3.7', '2026-03-26'],
] as const;

/** Whether a day has come wherever a release runs. Synth knows no other day than those on which releases came out. */
export function hasSurelyCome(day: string, version: string): boolean {
  const [, published = ''] = NOT_BEFORE.findLast(([line]) => isAtLeast(version, line)) ?? [];
  return day <= published;
}

type Written = Pick<SchemaPeriod, 'from' | 'store' | 'schema'>;

/** Structured metadata is stored by TSDB with v13 alone. */
const storesIt = ({ store, schema }: Written): boolean => store === 'tsdb' && Number(schema.replace(/^v/, '')) >= 13;

/**
 * The periods that Loki may still write to, the last one first: it takes structured metadata only if the one that it writes to can store
 * it, and does not start otherwise.
 */
function periodsWritten<Period extends Written>(schema: readonly Period[], version: string): readonly Period[] {
  const begun = schema.findLastIndex(({ from }) => hasSurelyCome(from, version));
  return schema.slice(Math.max(begun, 0)).reverse();
}

/**
 * The last period that Loki may still write to and that cannot store structured metadata; undefined when all of them can. A last period
 * of TSDB with an older schema counts as one that can: it is refused, so that a better one is put behind it.
 */
export const withoutStructuredMetadata = <Period extends Written>(
  schema: readonly Period[],
  version: string,
): Period | undefined =>
  periodsWritten(schema, version).find((period, index) => (index === 0 ? period.store !== 'tsdb' : !storesIt(period)));
