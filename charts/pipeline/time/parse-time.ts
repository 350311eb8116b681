import { daysIn, nanosecondsOf, type WallClock } from './clock';
import { chunksOf } from './layout';
import { type Fields, readElement } from './read-element';
import { abbreviationOffset, momentIn, UTC, type Zone } from './zone';

/** A time that was read: what the clock shows, and where the clock hangs. */
export interface ParsedTime {
  readonly clock: WallClock;
  /** Nanoseconds since 1970, were the year that one. */
  readonly inYear: (year: number) => bigint;
}

/** Go's `time.ParseInLocation`: a text by a layout. Undefined where Go finds an error. */
export function parseTime(layout: string, text: string, zone: Zone = UTC): ParsedTime | undefined {
  const fields: Fields = {};
  let rest: string | undefined = text;
  const chunks = chunksOf(layout);
  for (const [index, chunk] of chunks.entries()) {
    rest = skipPrefix(rest, chunk.prefix);
    if (rest === undefined) return undefined;
    if (chunk.element === undefined) return rest === '' ? finished(fields, zone) : undefined;
    rest = readElement(chunk, rest, fields, chunks[index + 1]);
    if (rest === undefined) return undefined;
  }
  return undefined;
}

/** Go's `time.Parse` in nanoseconds since 1970. */
export function parseMoment(layout: string, text: string, zone: Zone = UTC): bigint | undefined {
  const parsed = parseTime(layout, text, zone);
  return parsed?.inYear(parsed.clock.year);
}

/** A space in a layout is any number of spaces in the text. */
function skipPrefix(text: string, prefix: string): string | undefined {
  let rest = text;
  for (const part of prefix.split(/( +)/)) {
    if (part.startsWith(' ')) {
      if (rest !== '' && !rest.startsWith(' ')) return undefined;
      rest = rest.replace(/^ +/, '');
    } else {
      if (!rest.startsWith(part)) return undefined;
      rest = rest.slice(part.length);
    }
  }
  return rest;
}

function finished(fields: Fields, zone: Zone): ParsedTime | undefined {
  const { year = 0, minute = 0, second = 0, nanosecond = 0 } = fields;
  const day = dayOf(fields, year);
  if (day === undefined) return undefined;
  const clock: WallClock = { year, ...day, hour: hourOf(fields), minute, second, nanosecond };
  return { clock, inYear: (other) => momentOf(nanosecondsOf({ ...clock, year: other }), fields, zone) };
}

function hourOf({ hour = 0, isMorning = false, isAfternoon = false }: Fields): number {
  if (isAfternoon && hour < 12) return hour + 12;
  return isMorning && hour === 12 ? 0 : hour;
}

function dayOf(fields: Fields, year: number): { readonly month: number; readonly day: number } | undefined {
  const { month, day, yearDay } = fields;
  if (yearDay !== undefined) {
    const date = new Date(0);
    date.setUTCFullYear(year, 0, yearDay);
    if (yearDay < 1 || date.getUTCFullYear() !== year) return undefined;
    const found = { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    const agrees = (month === undefined || month === found.month) && (day === undefined || day === found.day);
    return agrees ? found : undefined;
  }
  const read = { month: month ?? 1, day: day ?? 1 };
  return read.day < 1 || read.day > daysIn(year, read.month) ? undefined : read;
}

const SECOND = 1_000_000_000n;

function momentOf(wall: bigint, { isUtc = false, offset, zoneName }: Fields, zone: Zone): bigint {
  if (isUtc) return wall;
  if (offset !== undefined) return wall - BigInt(offset) * SECOND;
  if (zoneName === undefined) return momentIn(zone, wall);
  // Go takes a clock of a zone that it does not know for UTC's.
  return wall - (abbreviationOffset(zone, zoneName, wall) ?? 0n) * SECOND;
}
