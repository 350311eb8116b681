import { exponentFloat, plainFloat, printedFloat } from './numbers';

/** How Go's `strconv.FormatFloat` writes: `%x` and `%b` are of the binary digits. */
export type FloatVerb = 'e' | 'E' | 'f' | 'g' | 'G' | 'x' | 'X' | 'b';

/** Go's `strconv.FormatFloat(value, verb, precision, 64)`; without a precision, the fewest digits that say the number. */
export function formatFloat(value: number, verb: FloatVerb, precision?: number): string {
  if (!Number.isFinite(value)) return plainFloat(value);
  if (verb === 'E' || verb === 'G' || verb === 'X') {
    return formatFloat(value, verb.toLowerCase() as FloatVerb, precision).toUpperCase();
  }
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  switch (verb) {
    case 'x':
      return sign + hexadecimal(size, precision);
    case 'b':
      return sign + binary(size);
    case 'e':
      return sign + (precision === undefined ? exponentFloat(size) : exponential(size, precision));
    case 'f':
      return sign + (precision === undefined ? plainFloat(size) : fixed(size, precision));
    default:
      return sign + (precision === undefined ? printedFloat(size) : significant(size, precision));
  }
}

/** A number as a whole one times two to a power, as a double holds it. */
function parts(value: number): { readonly mantissa: bigint; readonly power: number } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const word = bits.getBigUint64(0);
  const exponent = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  return exponent === 0
    ? { mantissa: fraction, power: -1074 }
    : { mantissa: fraction | (1n << 52n), power: exponent - 1075 };
}

/** The number times ten to a power, as a whole number; what lies halfway goes to the even one. */
function scaled(value: number, power: number): bigint {
  const { mantissa, power: two } = parts(value);
  const top = mantissa * 2n ** BigInt(Math.max(two, 0)) * 10n ** BigInt(Math.max(power, 0));
  const bottom = 2n ** BigInt(Math.max(-two, 0)) * 10n ** BigInt(Math.max(-power, 0));
  const [whole, rest] = [top / bottom, (top % bottom) * 2n];
  return rest > bottom || (rest === bottom && whole % 2n === 1n) ? whole + 1n : whole;
}

function fixed(value: number, precision: number): string {
  const digits = String(scaled(value, precision)).padStart(precision + 1, '0');
  return precision === 0 ? digits : `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

/** So many digits of a number, and the power of ten of the first. */
function leading(value: number, count: number): { readonly digits: string; readonly power: number } {
  if (value === 0) return { digits: '0'.repeat(count), power: 0 };
  // The shortest digits may stand just above the number, as 1e-7 does.
  const near = Number(value.toExponential().split('e')[1]);
  const power = scaled(value, count - 1 - near) < 10n ** BigInt(count - 1) ? near - 1 : near;
  const digits = String(scaled(value, count - 1 - power));
  // Or it was rounded up to the next power of ten.
  return digits.length > count ? { digits: digits.slice(0, count), power: power + 1 } : { digits, power };
}

function exponential(value: number, precision: number): string {
  const { digits, power } = leading(value, precision + 1);
  return withExponent(digits, power);
}

function withExponent(digits: string, power: number): string {
  const rest = digits.slice(1);
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${digits[0]}${rest === '' ? '' : `.${rest}`}e${power < 0 ? '-' : '+'}${size}`;
}

/** `%g`: as many digits as are asked for, without zeros at the end. */
function significant(value: number, precision: number): string {
  const most = Math.max(precision, 1);
  const { digits, power } = leading(value, most);
  const shown = digits.replace(/0+$/, '').padEnd(1, '0');
  const threshold = most > shown.length && shown.length >= power + 1 ? shown.length : most;
  if (power < -4 || power >= threshold) return withExponent(shown, power);
  if (power < 0) return `0.${'0'.repeat(-power - 1)}${shown}`;
  const whole = shown.slice(0, power + 1).padEnd(power + 1, '0');
  return shown.length > power + 1 ? `${whole}.${shown.slice(power + 1)}` : whole;
}

function hexadecimal(value: number, precision?: number): string {
  let { mantissa, power } = parts(value);
  if (mantissa === 0n) power = 0;
  else {
    for (; mantissa < 1n << 52n; power -= 1) mantissa <<= 1n;
    power += 52;
  }
  if (precision !== undefined && precision < 13) {
    const cut = BigInt(52 - precision * 4);
    const [whole, rest] = [mantissa >> cut, (mantissa & ((1n << cut) - 1n)) << 1n];
    const half = 1n << cut;
    const rounded = rest > half || (rest === half && whole % 2n === 1n) ? whole + 1n : whole;
    mantissa = rounded << cut;
    if (mantissa >= 1n << 53n) {
      mantissa >>= 1n;
      power += 1;
    }
  }
  const fraction = (mantissa & ((1n << 52n) - 1n)).toString(16).padStart(13, '0');
  const shown =
    precision === undefined ? fraction.replace(/0+$/, '') : fraction.slice(0, precision).padEnd(precision, '0');
  const size = String(Math.abs(power)).padStart(2, '0');
  return `0x${mantissa >> 52n}${shown === '' ? '' : `.${shown}`}p${power < 0 ? '-' : '+'}${size}`;
}

function binary(value: number): string {
  const { mantissa, power } = parts(value);
  return `${mantissa}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
