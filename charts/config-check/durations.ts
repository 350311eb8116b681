import { parseDuration } from '../kubernetes/duration';

/** Go's `time.ParseDuration`: fractions, any order, a sign, nothing longer than hours. */
const GO = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** Prometheus's: whole numbers, each unit once, the larger one first. */
const PROMETHEUS = /^(?:0|(?=\d)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?)$/;

/** Milliseconds in each unit. */
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5, y: 31536e6 };

export type DurationKind = 'duration' | 'go-duration' | 'any-duration';

/** Whether a text is a duration of that kind, and fits into 64 bits of nanoseconds. */
export function isDuration(text: string, kind: DurationKind): boolean {
  const takesGo = kind !== 'duration' && GO.test(text);
  const takesPrometheus = kind !== 'go-duration' && PROMETHEUS.test(text);
  return (takesGo || takesPrometheus) && parseDuration(text.replace(/^[-+]/, '')) !== undefined;
}

/** Milliseconds of a duration of either kind; undefined for what is none. */
export function millisecondsOf(text: string): number | undefined {
  const milliseconds = parseDuration(text.replace(/^[-+]/, ''));
  return milliseconds !== undefined && text.startsWith('-') ? -milliseconds : milliseconds;
}

/** What somebody meant who wrote `2w` for Go, `1.5h` for Prometheus, `1h30` or `5 m`; undefined when that cannot be told. */
export function nearestDuration(text: string, kind: DurationKind): string | undefined {
  // A capital M is a month to some, and a minute to others.
  if (text.includes('M')) return undefined;
  const parts = text.replace(/\s/g, '').toLowerCase();
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhdwy]))*(?:\d+)?$/.test(parts) || parts === '' || /^\d+$/.test(parts))
    return undefined;
  // A number without a unit at the end is of the next smaller one: 1h30 is an hour and a half.
  const last = /([a-z]+)\d+$/.exec(parts)?.[1];
  const unit = last === undefined ? '' : ({ w: 'd', d: 'h', h: 'm', m: 's', s: 'ms' }[last] ?? 's');
  let total = 0;
  for (const [, amount, of] of `${parts}${unit}`.matchAll(/([\d.]+)(ms|[smhdwy])/g))
    total += Number(amount) * (UNITS[of ?? ''] ?? 0);
  return Number.isSafeInteger(total) ? spelled(total, kind) : undefined;
}

/** In whole units, the largest first. */
function spelled(milliseconds: number, kind: DurationKind): string {
  const units = ['d', 'h', 'm', 's', 'ms'].slice(kind === 'duration' ? 0 : 1);
  let rest = milliseconds;
  let text = '';
  for (const unit of units) {
    const size = UNITS[unit] ?? 1;
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0s' : text;
}
