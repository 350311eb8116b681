/** A day and a time as a clock on the wall shows them. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
}

/** Nanoseconds since 1970, as the clock would mean them in UTC. Days beyond the end of a month go over into the next, as in Go. */
export function nanosecondsOf({ year, month, day, hour, minute, second, nanosecond }: WallClock): bigint {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return BigInt(date.getTime()) * 1_000_000n + BigInt(nanosecond);
}

export const daysIn = (year: number, month: number): number => {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
};
