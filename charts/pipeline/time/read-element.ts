import type { Chunk } from './layout';

/** What a text says of a time, element by element. */
export interface Fields {
  year?: number;
  month?: number;
  day?: number;
  yearDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  nanosecond?: number;
  isMorning?: boolean;
  isAfternoon?: boolean;
  /** It says that it is UTC, whatever else it says. */
  isUtc?: boolean;
  /** Seconds ahead of UTC. */
  offset?: number;
  zoneName?: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** What is left of a text behind an element of a layout; undefined where the text does not begin with it. */
export function readElement(chunk: Chunk, text: string, fields: Fields, next: Chunk | undefined): string | undefined {
  switch (chunk.element) {
    case '2006':
      return number(text, /^\d(?:\d{3})/, 0, 9999, (year) => {
        fields.year = year;
      });
    case '06':
      return number(text, /^\d\d/, 0, 99, (year) => {
        fields.year = year + (year >= 69 ? 1900 : 2000);
      });
    case 'January':
    case 'Jan':
      return name(text, MONTHS, chunk.element === 'Jan', (month) => {
        fields.month = month + 1;
      });
    case 'Monday':
    case 'Mon':
      return name(text, DAYS, chunk.element === 'Mon', () => undefined);
    case '1':
    case '01':
      return number(text, digitsOf(chunk.element), 1, 12, (month) => {
        fields.month = month;
      });
    case '2':
    case '02':
    case '_2': {
      const start = chunk.element === '_2' ? text.replace(/^ /, '') : text;
      return number(start, digitsOf(chunk.element), 0, 99, (day) => {
        fields.day = day;
      });
    }
    case '002':
    case '__2': {
      const start = chunk.element === '__2' ? text.replace(/^ {1,2}/, '') : text;
      return number(start, chunk.element === '002' ? /^\d{3}/ : /^\d{1,3}/, 0, 999, (day) => {
        fields.yearDay = day;
      });
    }
    case '15':
      return number(text, /^\d\d?/, 0, 23, (hour) => {
        fields.hour = hour;
      });
    case '3':
    case '03':
      return number(text, digitsOf(chunk.element), 0, 12, (hour) => {
        fields.hour = hour;
      });
    case '4':
    case '04':
      return number(text, digitsOf(chunk.element), 0, 59, (minute) => {
        fields.minute = minute;
      });
    case '5':
    case '05':
      return readSecond(chunk.element, text, fields, next);
    case 'PM':
    case 'pm': {
      const half = text.slice(0, 2);
      if (half !== (chunk.element === 'PM' ? half.toUpperCase() : half.toLowerCase())) return undefined;
      const lower = half.toLowerCase();
      if (lower !== 'am' && lower !== 'pm') return undefined;
      fields[lower === 'am' ? 'isMorning' : 'isAfternoon'] = true;
      return text.slice(2);
    }
    case 'offset':
      return readOffset(chunk.text, text, fields);
    case 'MST':
      return readZoneName(text, fields);
    case 'fraction': {
      const fraction = text.slice(0, chunk.text.length);
      if (!/^[.,]\d+$/.test(fraction) || fraction.length < chunk.text.length) return undefined;
      fields.nanosecond = nanoseconds(fraction);
      return text.slice(fraction.length);
    }
    default: {
      const [fraction] = /^[.,]\d+/.exec(text) ?? [];
      if (fraction === undefined) return text;
      fields.nanosecond = nanoseconds(fraction);
      return text.slice(fraction.length);
    }
  }
}

/** `01` is two digits, `1` is one or two. */
const digitsOf = (element: string): RegExp => (element.length > 1 && element.startsWith('0') ? /^\d\d/ : /^\d\d?/);

function number(
  text: string,
  digits: RegExp,
  least: number,
  most: number,
  set: (value: number) => void,
): string | undefined {
  const [found] = digits.exec(text) ?? [];
  if (found === undefined || Number(found) < least || Number(found) > most) return undefined;
  set(Number(found));
  return text.slice(found.length);
}

function name(
  text: string,
  names: readonly string[],
  isShort: boolean,
  set: (index: number) => void,
): string | undefined {
  const index = names.findIndex((full) => {
    const wanted = isShort ? full.slice(0, 3) : full;
    return text.slice(0, wanted.length).toLowerCase() === wanted.toLowerCase();
  });
  if (index === -1) return undefined;
  set(index);
  return text.slice(isShort ? 3 : names[index]?.length);
}

/** A fraction behind the second is taken along, even where the layout has none. */
function readSecond(element: string, text: string, fields: Fields, next: Chunk | undefined): string | undefined {
  const rest = number(text, digitsOf(element), 0, 59, (second) => {
    fields.second = second;
  });
  const [fraction] = /^[.,]\d+/.exec(rest ?? '') ?? [];
  const isInLayout = next?.element === 'fraction' || next?.element === 'optional fraction';
  if (rest === undefined || fraction === undefined || isInLayout) return rest;
  fields.nanosecond = nanoseconds(fraction);
  return rest.slice(fraction.length);
}

/** `.5` is half a second; digits beyond the ninth are cut. */
const nanoseconds = (fraction: string): number => Number(fraction.slice(1, 10).padEnd(9, '0'));

function readOffset(layout: string, text: string, fields: Fields): string | undefined {
  if (layout.startsWith('Z') && text.startsWith('Z')) {
    fields.isUtc = true;
    return text.slice(1);
  }
  const shape = layout.slice(1).replace(/\d\d/g, '(\\d\\d)');
  const [found, sign, hour = '0', minute = '0', second = '0'] = new RegExp(`^([-+])${shape}`).exec(text) ?? [];
  if (found === undefined || Number(hour) > 24 || Number(minute) > 60 || Number(second) > 60) return undefined;
  const size = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  fields.offset = sign === '-' ? -size : size;
  return text.slice(found.length);
}

const ZONE_NAME =
  /^(?:ChST|MeST|GMT([-+](?:[01]?\d|2[0-3])(?!\d))?|[-+](?:[01]?\d|2[0-3])(?!\d)|[A-Z]{4}T(?![A-Z])|[A-Z]{3}T(?![A-Z])|WITA(?![A-Z])|[A-Z]{3}(?![A-Z]))/;

function readZoneName(text: string, fields: Fields): string | undefined {
  if (text.startsWith('UTC')) {
    fields.isUtc = true;
    return text.slice(3);
  }
  const [found] = ZONE_NAME.exec(text) ?? [];
  if (found === undefined || text.length < 3) return undefined;
  fields.zoneName = found;
  return text.slice(found.length);
}
