import type { Problem } from './problem';

/** Prometheus's form, which Loki's limits and retention take: whole numbers, each unit once, the larger one first. */
const PROMETHEUS = /^(?=[0-9])(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?(?:[0-9]+ms)?$/;

/** Go's form, which Loki's timeouts and intervals take: fractions, any order, but nothing longer than hours. */
const GO = /^\+?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

/** Nanoseconds of each unit. */
export const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
  y: 31_536_000_000_000_000n,
};

const MILLISECOND = 1_000_000n;

/** Both forms count nanoseconds in 64 bits: some 292 years. */
const LONGEST = 2n ** 63n - 1n;

/**
 * Reads a duration as Loki's and Promtail's configs take them, in milliseconds: Prometheus's (`30d`, `1w2d`, `1h30m`)
 * or Go's (`1.5h`, `500ms`, `100us`), and `0`. A year has 365 days. Undefined for all else: `1M`, `30 d`, `-5m`.
 *
 * Each setting of those configs takes only one of the forms; below a day, whole numbers with the larger unit first fit both.
 */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!isWellFormed(text)) return undefined;
  let total = 0n;
  for (const [, amount = '', unit = ''] of text.matchAll(/([0-9.]+)([a-zµμ]+)/g)) {
    const [whole = '', fraction = ''] = amount.split('.');
    total += (BigInt(whole + fraction) * (NANOSECONDS[unit] ?? 0n)) / 10n ** BigInt(fraction.length);
  }
  return total > LONGEST ? undefined : Number(total / MILLISECOND) + Number(total % MILLISECOND) / 1e6;
}

const isWellFormed = (text: string): boolean => PROMETHEUS.test(text) || GO.test(text);

/**
 * Refuses what is no duration, what is negative, and what is out of bounds.
 * @param bounds durations too, both ends included: `{ min: '24h', multipleOf: '24h' }`
 */
export function checkDuration(
  value: unknown,
  path: string,
  bounds: { readonly min?: string; readonly max?: string; readonly multipleOf?: string } = {},
): Problem[] {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const duration = typeof value === 'string' ? parseDuration(value) : undefined;
  if (typeof value !== 'string' || duration === undefined) {
    return [{ path, ...refusal(value, shown) }];
  }
  const { min, max, multipleOf } = bounds;
  const problems: Problem[] = [];
  if (isBelow(duration, min)) {
    problems.push({ path, message: `${shown} is less than ${min}`, remedy: `write "${min}" or more` });
  }
  if (isAbove(duration, max)) {
    problems.push({ path, message: `${shown} is more than ${max}`, remedy: `write "${max}" or less` });
  }
  const step = multipleOf === undefined ? 0 : (parseDuration(multipleOf) ?? 0);
  if (step > 0 && duration % step !== 0) {
    const lower = duration - (duration % step);
    const nearest = [lower, lower + step].filter((near) => near > 0 && !isBelow(near, min) && !isAbove(near, max));
    const spelling = nearest.map((near) => `"${spelled(near, /[dwy]/.test(value))}"`).join(' or ');
    const remedy = `write ${spelling === '' ? `a multiple of ${multipleOf}` : spelling}`;
    problems.push({ path, message: `${shown} is not a multiple of ${multipleOf}`, remedy });
  }
  return problems;
}

const isBelow = (duration: number, min: string | undefined): boolean =>
  min !== undefined && duration < (parseDuration(min) ?? 0);

const isAbove = (duration: number, max: string | undefined): boolean =>
  max !== undefined && duration > (parseDuration(max) ?? Number.POSITIVE_INFINITY);

function refusal(value: unknown, shown: string): Omit<Problem, 'path'> {
  if (isWellFormed(String(value))) {
    return { message: `${shown} is longer than 292 years, which is all that fits`, remedy: 'write "292y" or less' };
  }
  if (/^-\s*[0-9.]/.test(String(value))) {
    return { message: `${shown} is negative`, remedy: 'write a duration of zero or more, such as "14d"' };
  }
  const meant = typeof value === 'string' ? nearestDuration(value) : undefined;
  const remedy = `write ${meant === undefined ? 'a number and a unit, such as "14d"' : `"${meant}"`}`;
  return { message: `${shown} is not a duration`, remedy };
}

/** In the one unit that divides it; days only for those who wrote days, as Go has none. */
function spelled(milliseconds: number, withDays: boolean): string {
  const units = [...(withDays ? ['d'] : []), 'h', 'm', 's'];
  for (const unit of units) {
    const size = Number((NANOSECONDS[unit] ?? 1n) / MILLISECOND);
    if (milliseconds % size === 0) return `${milliseconds / size}${unit}`;
  }
  return `${milliseconds}ms`;
}

/** Units as people write them; `M` is left out, being a month to some and a minute to others. */
const UNIT_NAMES: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:ms|msecs?|milliseconds?|millis)$/i, 'ms', 1],
  [/^(?:s|secs?|seconds?)$/i, 's', 1],
  [/^m$/, 'm', 1],
  [/^(?:mins?|minutes?)$/i, 'm', 1],
  [/^(?:h|hrs?|hours?)$/i, 'h', 1],
  [/^(?:d|days?)$/i, 'd', 1],
  [/^(?:w|wks?|weeks?)$/i, 'w', 1],
  [/^months?$/i, 'd', 30],
  [/^(?:y|yrs?|years?)$/i, 'y', 1],
];

const WRITTEN_PART = /([0-9]+(?:\.[0-9]+)?)\s*([a-z]+)/gi;

/** `14 days` is `14d`; what no form can say as it stands, such as `1.5d` or `1h2d`, is counted in one smaller unit. */
function nearestDuration(text: string): string | undefined {
  const rest = text.replace(WRITTEN_PART, '').replace(/,|\band\b/g, '');
  const parts = Array.from(text.matchAll(WRITTEN_PART), ([, amount, written = '']) => {
    const [, unit, times = 1] = UNIT_NAMES.find(([name]) => name.test(written)) ?? [];
    return { amount: Number(amount) * times, unit };
  });
  if (rest.trim() !== '' || parts.length === 0 || parts.some(({ unit }) => unit === undefined)) return undefined;
  const joined = parts.map(({ amount, unit }) => `${amount}${unit}`).join('');
  const total = parts.reduce((sum, { amount, unit = '' }) => sum + amount * Number(NANOSECONDS[unit]), 0);
  return [joined, spelled(Math.round(total / 1e6), false)].find((meant) => parseDuration(meant) !== undefined);
}
