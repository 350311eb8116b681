/** A place of the time zone database: how far its clocks are ahead of UTC at a moment. */
export interface Zone {
  readonly name: string;
  /** Seconds ahead of UTC at a moment in nanoseconds since 1970. */
  readonly offsetAt: (moment: bigint) => bigint;
}

const SECOND = 1_000_000_000n;

export const UTC: Zone = { name: 'UTC', offsetAt: () => 0n };

/** Names of three letters that the time zone database has. Node knows others besides, such as PST, which Go refuses. */
const SHORT_NAMES = new Set(['CET', 'EET', 'EST', 'GMT', 'HST', 'MET', 'MST', 'PRC', 'ROC', 'ROK', 'UCT', 'WET']);

/**
 * A location as Go's `time.LoadLocation` takes it: `Europe/Berlin`. Undefined where there is none of that name; upper and lower
 * case count. `Local` is UTC, as it is in Promtail's container.
 */
export function zoneOf(name: string): Zone | undefined {
  if (name === '' || name === 'UTC' || name === 'Local') return UTC;
  if (!/^[A-Z][\w+/-]*$/.test(name) || name.startsWith('SystemV/')) return undefined;
  if (/^[A-Z]{3}$/.test(name) && !SHORT_NAMES.has(name)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
  const canonical = format.resolvedOptions().timeZone;
  if (canonical !== name && canonical.toLowerCase() === name.toLowerCase()) return undefined;
  return { name, offsetAt: (moment) => offsetAt(format, moment) };
}

function offsetAt(format: Intl.DateTimeFormat, moment: bigint): bigint {
  const seconds = floorDivide(moment, SECOND);
  const parts = new Map(format.formatToParts(Number(seconds) * 1000).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const date = new Date(0);
  date.setUTCFullYear(
    parts.get('era')?.startsWith('B') ? 1 - part('year') : part('year'),
    part('month') - 1,
    part('day'),
  );
  date.setUTCHours(part('hour'), part('minute'), part('second'));
  return BigInt(date.getTime() / 1000) - seconds;
}

const floorDivide = (value: bigint, by: bigint): bigint => (value - (((value % by) + by) % by)) / by;

/** The moment when a clock in that zone shows what UTC's shows at `wall`. Where clocks are set, it is the one that Go takes. */
export function momentIn(zone: Zone, wall: bigint): bigint {
  const first = zone.offsetAt(wall);
  if (first === 0n) return wall;
  const moment = wall - first * SECOND;
  return wall - zone.offsetAt(moment) * SECOND;
}

/** Short names of zones, in seconds ahead of UTC: Node knows none of them outside of America. */
const ABBREVIATIONS: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  `GMT 0|WET 0|WEST 1|BST 1|IST 1 5.5 2|CET 1|CEST 2|EET 2|EEST 3|IDT 3|MSK 3|PKT 5|WIB 7|CST 8 -6|HKT 8|JST 9|KST 9|ACST 9.5|AEST 10|ACDT 10.5|AEDT 11
   NZST 12|NZDT 13|NST -3.5|NDT -2.5|AST -4|ADT -3|EST -5|EDT -4|CDT -5|MST -7|MDT -6|PST -8|PDT -7|AKST -9|AKDT -8|HST -10|SAST 2|EAT 3|WAT 1|CAT 2`
    .split(/[|\n]\s*/)
    .map((entry) => {
      const [name = '', ...hours] = entry.trim().split(' ');
      return [name, hours.map((hour) => Number(hour) * 3600)];
    }),
);

const DAY = 86_400n * SECOND;
/** A winter and a summer of late. */
const RECENT = [Date.UTC(2024, 0, 15), Date.UTC(2024, 6, 15)].map((moment) => BigInt(moment) * 1_000_000n);

/**
 * How far a short name is ahead of UTC in a zone that uses it: then, at another time of the year, or of late. Undefined when the
 * zone does not: Go then takes the clock for UTC's.
 */
export function abbreviationOffset(zone: Zone, name: string, wall: bigint): bigint | undefined {
  const candidates = (ABBREVIATIONS[name] ?? []).map(BigInt);
  for (const moment of [wall, wall + 91n * DAY, wall + 182n * DAY, wall + 273n * DAY, ...RECENT]) {
    const used = candidates.find((offset) => zone.offsetAt(moment - offset * SECOND) === offset);
    if (used !== undefined) return used;
  }
  return undefined;
}
