import { byteSlice, toBytes } from '../../go/bytes';
import { plainFloat, printedFloat } from '../../go/numbers';
import { quoted } from '../../go/quote';
import { type GoValue, integerOf, isList, isMap, printed, sortedKeys, typeName } from '../value';

const VERB = /%([-+# 0]*)(\d+|\*)?(?:\.(\d+|\*)?)?([\s\S]|$)/gu;

/** Go's `fmt.Sprintf`, for what templates work with. */
export function sprintf(format: string, args: readonly GoValue[]): string {
  let next = 0;
  const take = (): GoValue | undefined => args[next++];
  const size = (text: string | undefined): number | undefined => {
    const value = text === '*' ? Number(integerOf(take() ?? null) ?? 0) : text;
    return value === undefined ? undefined : Number(value);
  };
  const filled = format.replace(
    VERB,
    (whole, flags: string, width: string | undefined, precision: string | undefined, verb: string) => {
      if (verb === '%') return '%';
      if (verb === '') return '%!(NOVERB)';
      const wide = size(width);
      const exact = whole.includes('.') ? (size(precision) ?? 0) : undefined;
      const value = take();
      if (value === undefined) return `%!${verb}(MISSING)`;
      return formatted(value, verb, { flags, width: wide, precision: exact });
    },
  );
  const extra = args.slice(next).map((value) => (value === null ? '<nil>' : `${typeName(value)}=${printed(value)}`));
  return extra.length === 0 ? filled : `${filled}%!(EXTRA ${extra.join(', ')})`;
}

interface Layout {
  readonly flags: string;
  readonly width?: number;
  readonly precision?: number;
}

function formatted(value: GoValue, verb: string, layout: Layout): string {
  if (verb === 'T') return padded(value === null ? '<nil>' : typeName(value), layout);
  if (value === null) return verb === 'v' ? padded('<nil>', layout) : `%!${verb}(<nil>)`;
  const within = (item: GoValue): string => (item === null ? '<nil>' : formatted(item, verb, layout));
  if (isList(value)) return `[${value.map(within).join(' ')}]`;
  if (isMap(value)) {
    const entries = sortedKeys(value).map((key) => `${within(key)}:${within(value.get(key) ?? null)}`);
    return `map[${entries.join(' ')}]`;
  }
  return scalar(value, verb, layout) ?? `%!${verb}(${typeName(value)}=${scalar(value, 'v', layout)})`;
}

function scalar(value: GoValue, verb: string, layout: Layout): string | undefined {
  if (typeof value === 'string') return string(value, verb, layout);
  if (typeof value === 'boolean') return verb === 'v' || verb === 't' ? padded(String(value), layout) : undefined;
  if (typeof value === 'number') return float(value, verb, layout);
  const integer = integerOf(value);
  return integer === undefined ? undefined : int(integer, verb, layout);
}

function string(value: string, verb: string, layout: Layout): string | undefined {
  const { flags, precision } = layout;
  const cut = precision === undefined ? value : Array.from(value).slice(0, precision).join('');
  switch (verb) {
    case 'v':
      return padded(flags.includes('#') ? quoted(cut) : cut, layout);
    case 's':
      return padded(cut, layout);
    case 'q':
      return padded(quoted(cut), layout);
    case 'x':
    case 'X': {
      const hex = toBytes(precision === undefined ? value : byteSlice(value, 0, precision)).toString('hex');
      return padded(verb === 'X' ? hex.toUpperCase() : hex, layout);
    }
    default:
      return undefined;
  }
}

const BASES: Readonly<Record<string, readonly [base: number, prefix: string]>> = {
  d: [10, ''],
  v: [10, ''],
  b: [2, '0b'],
  o: [8, '0'],
  O: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function int(value: bigint, verb: string, layout: Layout): string | undefined {
  const { flags, width, precision } = layout;
  if (verb === 'c' || verb === 'q' || verb === 'U') return character(value, verb, layout);
  const [base, prefix] = BASES[verb] ?? [];
  if (base === undefined) return undefined;
  const magnitude = (value < 0n ? -value : value).toString(base);
  const digits = verb === 'X' ? magnitude.toUpperCase() : magnitude;
  const sign = value < 0n ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const mark = (flags.includes('#') || verb === 'O' ? prefix : '') ?? '';
  const fillsWithZeros = flags.includes('0') && !flags.includes('-') && precision === undefined && width !== undefined;
  const least = fillsWithZeros ? width - sign.length : (precision ?? 0);
  const body = precision === 0 && value === 0n ? '' : digits.padStart(least, '0');
  return padded(sign + mark + body, { ...layout, flags: flags.replaceAll('0', '') });
}

function character(value: bigint, verb: string, layout: Layout): string {
  const code = value >= 0n && value <= 0x10ffffn && !(value >= 0xd800n && value <= 0xdfffn) ? Number(value) : 0xfffd;
  if (verb === 'U') return padded(`U+${value.toString(16).toUpperCase().padStart(4, '0')}`, layout);
  const text = String.fromCodePoint(code);
  return padded(
    verb === 'c' ? text : `'${quoted(text).slice(1, -1).replace('\\"', '"').replace(/^'$/, "\\'")}'`,
    layout,
  );
}

function float(value: number, verb: string, layout: Layout): string | undefined {
  const { flags, width, precision } = layout;
  const text = floatText(value, verb, precision);
  if (text === undefined) return undefined;
  const isSigned = /^[-+]/.test(text);
  const sign = text.startsWith('-')
    ? '-'
    : flags.includes('+') || text.startsWith('+')
      ? '+'
      : flags.includes(' ')
        ? ' '
        : '';
  const digits = isSigned ? text.slice(1) : text;
  const fillsWithZeros = flags.includes('0') && !flags.includes('-') && width !== undefined && Number.isFinite(value);
  const shownSign = sign === '+' && !flags.includes('+') && Number.isFinite(value) ? '' : sign;
  const body = fillsWithZeros ? digits.padStart(width - shownSign.length, '0') : digits;
  return padded(shownSign + body, { ...layout, flags: flags.replaceAll('0', '') });
}

function floatText(value: number, verb: string, precision: number | undefined): string | undefined {
  if (!'vgGfFeE'.includes(verb)) return undefined;
  if (!Number.isFinite(value)) return plainFloat(value);
  const negative = Object.is(value, -0) ? '-' : '';
  switch (verb) {
    case 'f':
    case 'F':
      return negative + fixed(value, precision ?? 6);
    case 'e':
    case 'E': {
      const text = negative + twoDigits(value.toExponential(precision ?? 6));
      return verb === 'E' ? text.toUpperCase() : text;
    }
    default: {
      const text = precision === undefined ? printedFloat(value) : negative + significant(value, precision);
      return verb === 'G' ? text.toUpperCase() : text;
    }
  }
}

const twoDigits = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2');

function fixed(value: number, precision: number): string {
  // JavaScript turns to exponents from 1e21 on, where all digits are known to be whole.
  if (Math.abs(value) >= 1e21) return `${BigInt(value)}${precision > 0 ? `.${'0'.repeat(precision)}` : ''}`;
  return value.toFixed(Math.min(precision, 100));
}

function significant(value: number, precision: number): string {
  const digits = Math.max(precision, 1);
  const [mantissa = '', exponent = '0'] = value.toExponential(Math.min(digits - 1, 100)).split('e');
  const power = Number(exponent);
  if (power < -4 || power >= digits) {
    const trimmedMantissa = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    return twoDigits(`${trimmedMantissa}e${power < 0 ? '-' : '+'}${Math.abs(power)}`);
  }
  const text = value.toFixed(Math.max(0, Math.min(digits - 1 - power, 100)));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Filled to the width that is asked for, in characters. */
function padded(text: string, { flags, width = 0 }: Layout): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  return (flags.includes('0') ? '0' : ' ').repeat(missing) + text;
}

/** `fmt.Sprint`: a space between two values of which neither is a string. */
export function sprint(args: readonly GoValue[]): string {
  return args
    .map((value, index) => {
      const spaced = index > 0 && typeof value !== 'string' && typeof args[index - 1] !== 'string';
      return (spaced ? ' ' : '') + printed(value);
    })
    .join('');
}
