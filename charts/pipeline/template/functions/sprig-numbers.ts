import { asInt64, parseFloat64, parseIntLiteral, plainFloat, powerOfTen } from '../../go/numbers';
import { ExecutionError, type GoList, type GoValue, type Int64, integerOf, printed } from '../value';
import { fn, type GoFunctions } from './go-function';

/** What sprig makes an integer of; 0 of all else. Leading zeros of a text are taken off, and a fraction is cut. */
export function toInt(value: GoValue): bigint {
  const integer = integerOf(value);
  if (integer !== undefined) return integer;
  if (typeof value === 'number') return cut(value);
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value !== 'string') return 0n;
  return parseIntLiteral(withoutZeros(withoutZeroFraction(value))) ?? 0n;
}

/** What a float64 is as an int64; what does not fit is the lowest, as on amd64. */
function cut(value: number): bigint {
  const lowest = -(2n ** 63n);
  return Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : lowest;
}

/** `1.0` is 1 to sprig, `1.5` is nothing. */
const withoutZeroFraction = (text: string): string => text.replace(/\.0+$/, '');

/** `007` is 7, not octal. */
const withoutZeros = (text: string): string => {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const rest = /^0[\d]/.test(digits) ? digits.replace(/^0+(?=\d)/, '') : digits;
  return sign + rest;
};

function toFloat(value: GoValue): number {
  const integer = integerOf(value);
  if (integer !== undefined) return Number(integer);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return parseFloat64(value) ?? 0;
  return typeof value === 'number' ? value : 0;
}

const int64 = (value: bigint): Int64 => ({ int64: asInt64(value) });

/** A decimal number: digits times ten to the power of -scale. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

function decimalOf(value: GoValue): Decimal {
  const float = toFloat(value);
  if (!Number.isFinite(float)) throw new ExecutionError('cannot create a Decimal');
  const [whole = '', fraction = ''] = plainFloat(float).split('.');
  return {
    digits: BigInt(whole.replace('-0', '-') === '-' && fraction === '' ? '0' : whole + fraction),
    scale: fraction.length,
  };
}

const scaled = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale);

function added(a: Decimal, b: Decimal, sign: bigint): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: scaled(a, scale) + sign * scaled(b, scale), scale };
}

/** Decimals are divided to 16 places, and rounded. */
function divided(a: Decimal, b: Decimal): Decimal {
  if (b.digits === 0n) throw new ExecutionError('decimal division by 0');
  const scale = 16;
  const power = scale + b.scale - a.scale;
  const [top, bottom] =
    power >= 0 ? [a.digits * 10n ** BigInt(power), b.digits] : [a.digits, b.digits * 10n ** BigInt(-power)];
  const sign = top < 0n !== bottom < 0n ? -1n : 1n;
  const [size, by] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const rounded = size / by + ((size % by) * 2n >= by ? 1n : 0n);
  return { digits: sign * rounded, scale };
}

const toNumber = ({ digits, scale }: Decimal): number => Number(`${digits}e-${scale}`);

const decimals = (values: readonly GoValue[], operation: (a: Decimal, b: Decimal) => Decimal): number =>
  toNumber(values.map(decimalOf).reduce(operation));

/** More numbers than any line has. */
const MOST = 100_000;

function steps(start: bigint, stop: bigint, step: bigint): GoList {
  const list: bigint[] = [];
  if (step === 0n || stop < start !== step < 0n) return list;
  for (let value = start; step > 0n ? value < stop : value > stop; value += step) {
    if (list.length >= MOST) throw new ExecutionError('the list is too long');
    list.push(value);
  }
  return list;
}

function seq(...bounds: bigint[]): string {
  const [first = 0n, second = 0n, third = 0n] = bounds;
  if (bounds.length === 0 || bounds.length > 3) return '';
  const [start, step, end] =
    bounds.length === 1
      ? [1n, undefined, first]
      : bounds.length === 2
        ? [first, undefined, second]
        : [first, second, third];
  const direction = end < start ? -1n : 1n;
  if (step !== undefined && direction === -1n && step > 0n) return '';
  return steps(start, end + direction, step ?? direction)
    .map(printed)
    .join(' ');
}

/** Go's `math.Round` this is not: sprig rounds what is far enough from zero up, be it negative or not. */
function round(value: GoValue, places: bigint, ...options: number[]): number {
  const power = powerOfTen(Number(places));
  const digit = power * toFloat(value);
  const fraction = digit - Math.trunc(digit);
  return (fraction >= (options[0] ?? 0.5) ? Math.ceil(digit) : Math.floor(digit)) / power;
}

/** Go's `math.Max`: infinity is larger than what is no number. */
const largest = (a: number, b: number): number => (a === Infinity || b === Infinity ? Infinity : Math.max(a, b));

const division = (a: GoValue, b: GoValue): readonly [bigint, bigint] => {
  const divisor = toInt(b);
  if (divisor === 0n) throw new ExecutionError('integer divide by zero');
  return [toInt(a), divisor];
};

const extreme = (isBetter: (a: bigint, b: bigint) => boolean) =>
  fn(
    ['any'],
    (...values: GoValue[]) => int64(values.map(toInt).reduce((best, value) => (isBetter(value, best) ? value : best))),
    'any',
  );

const MAX = extreme((a, b) => a > b);

export const SPRIG_NUMBERS: GoFunctions = {
  add: fn([], (...values: GoValue[]) => int64(values.reduce<bigint>((sum, value) => sum + toInt(value), 0n)), 'any'),
  add1: fn(['any'], (value: GoValue) => int64(toInt(value) + 1n)),
  add1f: fn(['any'], (value: GoValue) => decimals([value, 1n], (a, b) => added(a, b, 1n))),
  addf: fn([], (...values: GoValue[]) => decimals([0, ...values], (a, b) => added(a, b, 1n)), 'any'),
  atoi: fn(['string'], (text: string) => (/^[+-]?\d+$/.test(text) ? atoi(BigInt(text.replace('+', ''))) : 0n)),
  biggest: MAX,
  ceil: fn(['any'], (value: GoValue) => Math.ceil(toFloat(value))),
  div: fn(['any', 'any'], (a: GoValue, b: GoValue) => {
    const [dividend, divisor] = division(a, b);
    return int64(dividend / divisor);
  }),
  divf: fn(['any'], (...values: GoValue[]) => decimals(values, divided), 'any'),
  float64: fn(['any'], toFloat),
  floor: fn(['any'], (value: GoValue) => Math.floor(toFloat(value))),
  int: fn(['any'], toInt),
  int64: fn(['any'], (value: GoValue) => int64(toInt(value))),
  max: MAX,
  maxf: fn(['any'], (...values: GoValue[]) => values.map(toFloat).reduce(largest), 'any'),
  min: extreme((a, b) => a < b),
  minf: fn(['any'], (...values: GoValue[]) => -values.map((value) => -toFloat(value)).reduce(largest), 'any'),
  mod: fn(['any', 'any'], (a: GoValue, b: GoValue) => {
    const [dividend, divisor] = division(a, b);
    return int64(dividend % divisor);
  }),
  mul: fn(['any'], (...values: GoValue[]) => int64(values.map(toInt).reduce((a, b) => asInt64(a * b))), 'any'),
  mulf: fn(
    ['any'],
    (...values: GoValue[]) => decimals(values, (a, b) => ({ digits: a.digits * b.digits, scale: a.scale + b.scale })),
    'any',
  ),
  round: fn(['any', 'int'], round, 'float64'),
  seq: fn([], seq, 'int'),
  sub: fn(['any', 'any'], (a: GoValue, b: GoValue) => int64(toInt(a) - toInt(b))),
  subf: fn(['any'], (...values: GoValue[]) => decimals(values, (a, b) => added(a, b, -1n)), 'any'),
  toDecimal: fn(['any'], (value: GoValue) => {
    const text = printed(value);
    return int64(
      /^[+-]?[0-7]+$/.test(text) ? BigInt(`0o${text.replace(/^[+-]/, '')}`) * (text.startsWith('-') ? -1n : 1n) : 0n,
    );
  }),
  until: fn(['int'], (count: bigint) => steps(0n, count, count < 0n ? -1n : 1n)),
  untilStep: fn(['int', 'int', 'int'], steps),
};

/** `strconv.Atoi` gives the nearest number along with its error. */
const atoi = (value: bigint): bigint => {
  const most = 2n ** 63n - 1n;
  return value > most ? most : value < -most - 1n ? -most - 1n : value;
};
