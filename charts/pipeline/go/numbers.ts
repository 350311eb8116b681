const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

export const fitsInt64 = (value: bigint): boolean => value >= LEAST && value <= MOST;

/** Go's `int64` arithmetic: what does not fit wraps around. */
export const asInt64 = (value: bigint): bigint => BigInt.asIntN(64, value);

/** `strconv.ParseInt(text, 10, 64)`: digits with a sign, and nothing around them. */
export function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return fitsInt64(value) ? value : undefined;
}

/** `strconv.ParseInt(text, 0, 64)`: `0x1f`, `0o17`, `017`, `0b11` and `1_000` too. */
export function parseIntLiteral(text: string): bigint | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const literal = plainLiteral(digits);
  if (literal === undefined) return undefined;
  const value = BigInt(literal) * (sign === '-' ? -1n : 1n);
  return fitsInt64(value) ? value : undefined;
}

/** `strconv.ParseUint(text, 0, 64)`. */
export function parseUintLiteral(text: string): bigint | undefined {
  const literal = plainLiteral(text);
  if (literal === undefined) return undefined;
  const value = BigInt(literal);
  return value < 2n ** 64n ? value : undefined;
}

/** A literal of Go's as JavaScript's `BigInt` reads it. An underscore stands between digits, or after the base. */
function plainLiteral(text: string): string | undefined {
  if (!/^(?:0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])*|[1-9](?:_?\d)*)$/.test(text))
    return undefined;
  const digits = text.replaceAll('_', '');
  return /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)$/;

/** `strconv.ParseFloat(text, 64)`; undefined too for what is too large. An underscore may stand between digits. */
export function parseFloat64(literal: string): number | undefined {
  const isHexadecimal = /^[+-]?0[xX]/.test(literal);
  const text = literal.replace(isHexadecimal ? /(?<=[\da-fA-FxX])_(?=[\da-fA-F])/g : /(?<=\d)_(?=\d)/g, '');
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return Number.NaN;
  if (DECIMAL.test(text)) return finite(Number(text));
  const [, sign, whole = '', fraction = '', exponent = ''] = HEXADECIMAL.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '') return undefined;
  const value = Number(`0x${whole + fraction}`) * 2 ** (Number(exponent) - 4 * fraction.length);
  return finite(sign === '-' ? -value : value);
}

/** What `10 ** power` comes near to, and not in every release of Node to the last bit. */
export const powerOfTen = (power: number): number => Number(`1e${power}`);

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** `strconv.FormatFloat(value, 'f', -1, 64)`: the fewest digits that say it, never an exponent. */
export function plainFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : '+Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const { digits, exponent } = shortest(value);
  if (exponent >= digits.length) return sign + digits.padEnd(exponent, '0');
  return exponent > 0
    ? `${sign}${digits.slice(0, exponent)}.${digits.slice(exponent)}`
    : `${sign}0${digits === '0' ? '' : `.${'0'.repeat(-exponent)}${digits}`}`;
}

/** `strconv.FormatFloat(value, 'e', -1, 64)`: at least two digits in the exponent. */
export function exponentFloat(value: number): string {
  if (!Number.isFinite(value)) return plainFloat(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const { digits, exponent } = shortest(value);
  const power = digits === '0' ? 0 : exponent - 1;
  const rest = digits.slice(1);
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${sign}${digits[0]}${rest === '' ? '' : `.${rest}`}e${power < 0 ? '-' : '+'}${size}`;
}

/** How `fmt` prints a float64: with an exponent below 0.0001, and from a million on. */
export function printedFloat(value: number): string {
  const { exponent } = shortest(value);
  return Number.isFinite(value) && value !== 0 && (exponent - 1 < -4 || exponent - 1 >= 6)
    ? exponentFloat(value)
    : plainFloat(value);
}

/** The shortest digits of a finite number, without zeros around them: 0.0123 is 123 times ten to the power of -1 - 3 digits. */
function shortest(value: number): { readonly digits: string; readonly exponent: number } {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return { digits: digits === '' ? '0' : digits, exponent: digits === '' ? 1 : Number(power) + 1 };
}
