import { parseInt64, powerOfTen } from '../../go/numbers';
import { keyOf } from '../../labels';
import type { TimestampConfig } from '../../stage-check/stage-config';
import { parseMoment, parseTime } from '../../time/parse-time';
import type { Zone } from '../../time/zone';
import type { Clock } from '../clock';
import { extractedText } from '../entry';
import { changing, type Stage } from '../stage';

const LAYOUTS: Readonly<Record<string, string>> = {
  ANSIC: 'Mon Jan _2 15:04:05 2006',
  UnixDate: 'Mon Jan _2 15:04:05 MST 2006',
  RubyDate: 'Mon Jan 02 15:04:05 -0700 2006',
  RFC822: '02 Jan 06 15:04 MST',
  RFC822Z: '02 Jan 06 15:04 -0700',
  RFC850: 'Monday, 02-Jan-06 15:04:05 MST',
  RFC1123: 'Mon, 02 Jan 2006 15:04:05 MST',
  RFC1123Z: 'Mon, 02 Jan 2006 15:04:05 -0700',
  RFC3339: '2006-01-02T15:04:05Z07:00',
  RFC3339Nano: '2006-01-02T15:04:05.999999999Z07:00',
};

const UNITS: Readonly<Record<string, bigint>> = { UnixMs: 1_000_000n, UnixUs: 1000n, UnixNs: 1n };
const SECOND = 1_000_000_000n;

export function timestamp({ source, formats, zone, action }: TimestampConfig, clock: Clock): Stage {
  /** The last time of each stream that was read, or made up. */
  const last = new Map<string, bigint>();
  const momentOf = (text: string | undefined): bigint | undefined => {
    if (text === undefined) return undefined;
    for (const format of formats) {
      const moment = read(format, text, zone, clock);
      if (moment !== undefined) return moment;
    }
    return undefined;
  };
  return changing((entry) => {
    const moment = momentOf(extractedText(entry, source));
    if (action === 'skip') {
      entry.timestamp = moment ?? entry.timestamp;
      return;
    }
    const stream = keyOf(entry.labels);
    const before = last.get(stream);
    // A nanosecond after the one before: the order stays.
    const fudged = moment ?? (before === undefined ? undefined : before + 1n);
    if (fudged === undefined) return;
    entry.timestamp = fudged;
    last.set(stream, fudged);
  });
}

function read(format: string, text: string, zone: Zone | undefined, clock: Clock): bigint | undefined {
  if (format === 'Unix') return readUnix(text);
  const unit = Object.hasOwn(UNITS, format) ? UNITS[format] : undefined;
  if (unit !== undefined) {
    const count = parseInt64(text);
    return count === undefined ? undefined : BigInt.asIntN(64, count * unit);
  }
  const layout = Object.hasOwn(LAYOUTS, format) ? LAYOUTS[format] : undefined;
  if (layout !== undefined) return parseMoment(layout, text);
  return format.includes('06') ? parseMoment(format, text, zone) : readWithoutYear(format, text, zone, clock);
}

/** Seconds, and with one point a fraction of them. */
function readUnix(text: string): bigint | undefined {
  const [whole = '', fraction, ...others] = text.split('.');
  if (fraction === undefined || others.length > 0) {
    const seconds = parseInt64(text);
    return seconds === undefined ? undefined : seconds * SECOND;
  }
  const [seconds, part] = [parseInt64(whole), parseInt64(fraction)];
  if (seconds === undefined || part === undefined) return undefined;
  return seconds * SECOND + BigInt(Math.trunc(Number(part) * powerOfTen(9 - fraction.length)));
}

/** The year is this one, or around New Year the one that makes it near. */
function readWithoutYear(layout: string, text: string, zone: Zone | undefined, clock: Clock): bigint | undefined {
  const parsed = parseTime(layout, text, zone);
  if (parsed === undefined || parsed.clock.year !== 0) return undefined;
  const { year, month } = clock.today();
  if (parsed.clock.month === 12 && month === 1) return parsed.inYear(year - 1);
  return parsed.inYear(parsed.clock.month === 1 && month === 12 ? year + 1 : year);
}
