import { byteSlice, toBytes } from '../../go/bytes';
import { type FloatVerb, formatFloat } from '../../go/format-float';
import { canBackquote, isPrint, quoted, quotedRune } from '../../go/quote';
import { type GoValue, integerOf, isList, isMap, sortedKeys, typeName } from '../value';

/** What stands between `%` and the verb. */
export interface Layout {
  /** `%#v`: as Go's source has it. */
  readonly isSource: boolean;
  readonly isSharp: boolean;
  readonly fillsWithZeros: boolean;
  readonly showsPlus: boolean;
  readonly isLeft: boolean;
  readonly showsSpace: boolean;
  readonly width?: number;
  readonly precision?: number;
}

/** A value by a verb of Go's `fmt`. */
export function formatted(value: GoValue, verb: string, layout: Layout): string {
  if (value === null) return verb === 'v' || verb === 'T' ? padded('<nil>', layout) : `%!${verb}(<nil>)`;
  if (verb === 'T') return padded(truncated(typeName(value), layout), layout);
  if (verb === 'w') return mismatched(value, verb, layout);
  return nested(value, verb, layout);
}

function nested(value: GoValue, verb: string, layout: Layout): string {
  const { isSource } = layout;
  const within = (item: GoValue): string =>
    item === null ? (isSource ? 'interface {}(nil)' : '<nil>') : nested(item, verb, layout);
  if (isList(value)) {
    const items = value.map(within);
    return isSource ? `${typeName(value)}{${items.join(', ')}}` : `[${items.join(' ')}]`;
  }
  if (isMap(value)) {
    const entries = sortedKeys(value).map((key) => `${within(key)}:${within(value.get(key) ?? null)}`);
    return isSource ? `${typeName(value)}{${entries.join(', ')}}` : `map[${entries.join(' ')}]`;
  }
  return scalar(value, verb, layout) ?? mismatched(value, verb, layout);
}

/** What `fmt` writes when a verb is not for such a value. */
const mismatched = (value: GoValue, verb: string, layout: Layout): string =>
  `%!${verb}(${typeName(value)}=${nested(value, 'v', layout)})`;

function scalar(value: GoValue, verb: string, layout: Layout): string | undefined {
  if (typeof value === 'string') return string(value, verb, layout);
  if (typeof value === 'boolean') return verb === 'v' || verb === 't' ? padded(String(value), layout) : undefined;
  if (typeof value === 'number') return float(value, verb, layout);
  const integer = integerOf(value);
  return integer === undefined ? undefined : int(integer, verb, layout);
}

function string(value: string, verb: string, layout: Layout): string | undefined {
  switch (verb) {
    case 'v':
      return padded(layout.isSource ? quoted(truncated(value, layout)) : truncated(value, layout), layout);
    case 's':
      return padded(truncated(value, layout), layout);
    case 'q': {
      const text = truncated(value, layout);
      const isRaw = layout.isSharp && canBackquote(text);
      return padded(isRaw ? `\`${text}\`` : quoted(text, layout.showsPlus), layout);
    }
    case 'x':
    case 'X': {
      const lower = hexadecimal(value, layout);
      return padded(verb === 'X' ? lower.toUpperCase() : lower, layout);
    }
    default:
      return undefined;
  }
}

function hexadecimal(value: string, { precision, isSharp, showsSpace }: Layout): string {
  const bytes = toBytes(precision === undefined ? value : byteSlice(value, 0, precision));
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  if (pairs.length === 0) return '';
  if (showsSpace) return pairs.map((pair) => (isSharp ? `0x${pair}` : pair)).join(' ');
  return (isSharp ? '0x' : '') + pairs.join('');
}

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const MARKS: Readonly<Record<string, string>> = { b: '0b', x: '0x', X: '0X' };

function int(value: bigint, verb: string, layout: Layout): string | undefined {
  if (verb === 'c') return padded(runeOf(value), layout);
  if (verb === 'q') return padded(quotedRune(runeOf(value), layout.showsPlus), layout);
  if (verb === 'U') return unicode(value, layout);
  const base = BASES[verb];
  if (base === undefined) return undefined;
  const { width, precision, isSharp } = layout;
  const sign = signOf(value < 0n, layout);
  const unfilled = { ...layout, fillsWithZeros: false };
  if (precision === 0 && value === 0n) return padded('', unfilled);
  const fillsUp = layout.fillsWithZeros && !layout.isLeft && width !== undefined && precision === undefined;
  const size = (value < 0n ? -value : value)
    .toString(base)
    .padStart(fillsUp ? width - sign.length : (precision ?? 0), '0');
  const octal = isSharp && base === 8 && !size.startsWith('0') ? `0${size}` : size;
  const mark = (isSharp ? (MARKS[verb] ?? '') : '') + (verb === 'O' ? '0o' : '');
  return padded(sign + mark + (verb === 'X' ? octal.toUpperCase() : octal), unfilled);
}

const signOf = (isNegative: boolean, { showsPlus, showsSpace }: Layout): string =>
  isNegative ? '-' : showsPlus ? '+' : showsSpace ? ' ' : '';

/** The character of a code point; of none it is U+FFFD. */
const runeOf = (code: bigint): string =>
  code < 0n || code > 0x10ffffn || (code >= 0xd800n && code <= 0xdfffn) ? '\uFFFD' : String.fromCodePoint(Number(code));

function unicode(value: bigint, layout: Layout): string {
  const digits = BigInt.asUintN(64, value).toString(16).toUpperCase();
  const code = `U+${digits.padStart(Math.max(layout.precision ?? 0, 4), '0')}`;
  const isShown = layout.isSharp && value >= 0n && value <= 0x10ffffn && isPrint(runeOf(value));
  return padded(isShown ? `${code} '${runeOf(value)}'` : code, { ...layout, fillsWithZeros: false });
}

function float(value: number, verb: string, layout: Layout): string | undefined {
  const { precision, showsPlus, showsSpace } = layout;
  const isFixed = 'fFeE'.includes(verb);
  if (!isFixed && !'vgGxXb'.includes(verb)) return undefined;
  const plain = verb === 'v' ? 'g' : verb === 'F' ? 'f' : (verb as FloatVerb);
  const digits = precision ?? (isFixed ? 6 : undefined);
  const text = formatFloat(value, plain, digits);
  const sign = text.startsWith('-') ? '-' : showsPlus ? '+' : showsSpace ? ' ' : '';
  const unsigned = text.replace(/^[-+]/, '');
  if (!Number.isFinite(value)) {
    const shownSign = sign === '' && text.startsWith('+') ? '+' : sign;
    return padded(shownSign + unsigned, { ...layout, fillsWithZeros: false });
  }
  const size = layout.isSharp && plain !== 'b' ? withPoint(unsigned, verb, digits) : unsigned;
  if (!layout.fillsWithZeros || layout.isLeft) return padded(sign + size, layout);
  return sign + size.padStart((layout.width ?? 0) - sign.length, '0');
}

/** `#` asks for a point, and of `%g` for the zeros behind it. */
function withPoint(text: string, verb: string, precision: number | undefined): string {
  const tailAt = text.search(/[xX]/.test(verb) ? /[pP]/ : /[eE]/);
  const [head, tail] = tailAt === -1 ? [text, ''] : [text.slice(0, tailAt), text.slice(tailAt)];
  const wanted = 'vgGx'.includes(verb) ? (precision ?? 6) : 0;
  const counted = head.replace(/^[0.]+/, '').replace('.', '').length + (head === '0' ? 1 : 0);
  const missing = Math.max(wanted - counted, 0);
  return head + (head.includes('.') ? '' : '.') + '0'.repeat(missing) + tail;
}

const truncated = (text: string, { precision }: Layout): string =>
  precision === undefined ? text : Array.from(text).slice(0, precision).join('');

/** Filled to the width that is asked for, in characters. */
function padded(text: string, { isLeft, fillsWithZeros, width = 0 }: Layout): string {
  const missing = Math.max(width - Array.from(text).length, 0);
  if (isLeft) return text + ' '.repeat(missing);
  return (fillsWithZeros ? '0' : ' ').repeat(missing) + text;
}
