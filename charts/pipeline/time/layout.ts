/** What of a time a piece of a layout stands for, in Go's own reference time: Mon Jan 2 15:04:05 MST 2006. */
export type Element =
  | 'January'
  | 'Jan'
  | 'Monday'
  | 'Mon'
  | 'MST'
  | '01'
  | '02'
  | '03'
  | '04'
  | '05'
  | '06'
  | '002'
  | '15'
  | '1'
  | '2006'
  | '2'
  | '_2'
  | '__2'
  | '3'
  | '4'
  | '5'
  | 'PM'
  | 'pm'
  | 'offset'
  | 'fraction'
  | 'optional fraction';

export interface Chunk {
  /** What stands before the element, to be found as it is. */
  readonly prefix: string;
  /** Undefined behind the last one. */
  readonly element?: Element;
  /** The element as written: `-07:00`, `.000`. */
  readonly text: string;
}

const OFFSET = /^[-Z](?:07:00:00|070000|07:00|0700|07)/;
const FRACTION = /^[.,](0+|9+)(?!\d)/;

/** The pieces of a layout, in the order in which Go finds them. */
export function chunksOf(layout: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  for (let at = 0; at < layout.length; ) {
    const found = elementAt(layout, at);
    if (found === undefined) {
      at += 1;
      continue;
    }
    const [element, text, skipped = 0] = found;
    chunks.push({ prefix: layout.slice(start, at + skipped), element, text });
    at += skipped + text.length;
    start = at;
  }
  return [...chunks, { prefix: layout.slice(start), text: '' }];
}

type Found = readonly [element: Element, text: string, skipped?: number];

function elementAt(layout: string, at: number): Found | undefined {
  const rest = layout.slice(at, at + 9);
  const has = (text: string): boolean => rest.startsWith(text);
  const same = (element: Element): Found => [element, element];
  switch (layout[at]) {
    case 'J':
      if (has('January')) return same('January');
      return has('Jan') && !startsLower(layout, at + 3) ? same('Jan') : undefined;
    case 'M':
      if (has('Monday')) return same('Monday');
      if (has('Mon') && !startsLower(layout, at + 3)) return same('Mon');
      return has('MST') ? same('MST') : undefined;
    case '0':
      if (/^0[1-6]/.test(rest)) return same(rest.slice(0, 2) as Element);
      return has('002') ? same('002') : undefined;
    case '1':
      return same(has('15') ? '15' : '1');
    case '2':
      return same(has('2006') ? '2006' : '2');
    case '_':
      if (has('_2006')) return ['2006', '2006', 1];
      if (has('_2')) return same('_2');
      return has('__2') ? same('__2') : undefined;
    case '3':
    case '4':
    case '5':
      return same(layout[at] as Element);
    case 'P':
      return has('PM') ? same('PM') : undefined;
    case 'p':
      return has('pm') ? same('pm') : undefined;
    case '-':
    case 'Z': {
      const text = OFFSET.exec(rest)?.[0];
      return text === undefined ? undefined : ['offset', text];
    }
    case '.':
    case ',': {
      const [text, digits] = FRACTION.exec(layout.slice(at)) ?? [];
      return text === undefined ? undefined : [digits?.startsWith('0') ? 'fraction' : 'optional fraction', text];
    }
    default:
      return undefined;
  }
}

/** `Janus` is no month. */
const startsLower = (layout: string, at: number): boolean => /^[a-z]/.test(layout.slice(at, at + 1));
