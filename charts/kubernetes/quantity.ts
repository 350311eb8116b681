import type { Problem } from './problem';

/** An amount of a resource, exact, in billionths of its unit, and the notation in which it was written. */
export interface Quantity {
  /** The amount times 10^9. Anything finer was rounded away from zero, as the API server does. */
  readonly nano: bigint;
  /** `binary`: `Ki` to `Ei`; `exponent`: `e3`; `decimal`: `n` to `E`, and no suffix at all. */
  readonly notation: 'decimal' | 'binary' | 'exponent';
}

/** Sign, digits, decimals, suffix; with a digit on one side of the dot at least. Nothing real needs a three-digit exponent. */
const GRAMMAR = /^([+-]?)(?=\.?[0-9])([0-9]*)\.?([0-9]*)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,2}|)$/;

const DECIMAL_EXPONENT: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;

const UNIT = 10n ** 9n;

/** Where the API server caps binary amounts, without a word: 2^63 - 1. */
const BINARY_CAP = (2n ** 63n - 1n) * UNIT;

/**
 * Reads a Kubernetes quantity: `500m`, `1.5Gi`, `100e3`. Undefined when it is none. Signs are part of the grammar;
 * whether a negative amount makes sense is the caller's question.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const match = GRAMMAR.exec(text);
  if (match === null) return undefined;
  const [, sign, digits = '', decimals = '', suffix = ''] = match;
  const power = BINARY_SUFFIXES.findIndex((known) => known !== '' && known === suffix);
  const notation = power > 0 ? 'binary' : suffix in DECIMAL_EXPONENT ? 'decimal' : 'exponent';
  const exponent = notation === 'exponent' ? Number(suffix.slice(1)) : (DECIMAL_EXPONENT[suffix] ?? 0);
  const factor = notation === 'binary' ? 1024n ** BigInt(power) : 1n;
  const magnitude = scaled(BigInt(`0${digits}${decimals}`) * factor, exponent - decimals.length + 9);
  const capped = notation === 'binary' && magnitude > BINARY_CAP ? BINARY_CAP : magnitude;
  return { nano: sign === '-' ? -capped : capped, notation };
}

/** A positive amount times a power of ten, rounded up. */
const scaled = (amount: bigint, exponent: number): bigint =>
  exponent >= 0 ? amount * 10n ** BigInt(exponent) : dividedUp(amount, 10n ** BigInt(-exponent));

const dividedUp = (amount: bigint, divisor: bigint): bigint => (amount + divisor - 1n) / divisor;

/**
 * A quantity as the API server stores it: no fraction, the largest suffix that allows for it, and the kind of suffix
 * that was written, so that `1000m` is `1`, `1.5Gi` is `1536Mi` and `0.5` is `500m`. What is no quantity comes back as
 * it is, for `checkQuantity` to refuse.
 */
export function canonicalQuantity(quantity: string | number): string {
  const parsed = parseQuantity(String(quantity));
  if (parsed === undefined) return String(quantity);
  const { nano, notation } = parsed;
  const amount = nano < 0n ? -nano : nano;
  const sign = nano < 0n ? '-' : '';
  if (amount === 0n) return '0';
  return sign + ((notation === 'binary' ? inBinary(amount) : undefined) ?? inDecimal(amount, notation));
}

/** Undefined for what the API server writes in decimal all the same: less than 1Ki, and no whole number of Ki. */
function inBinary(nano: bigint): string | undefined {
  if (nano % (1024n * UNIT) !== 0n) return undefined;
  let amount = nano / UNIT;
  let power = 0;
  while (amount % 1024n === 0n) {
    amount /= 1024n;
    power += 1;
  }
  return power < BINARY_SUFFIXES.length ? `${amount}${BINARY_SUFFIXES[power]}` : undefined;
}

function inDecimal(nano: bigint, notation: Quantity['notation']): string {
  let amount = nano;
  let exponent = -9;
  while (amount % 1000n === 0n) {
    amount /= 1000n;
    exponent += 3;
  }
  if (exponent === 0) return `${amount}`;
  const suffix = Object.keys(DECIMAL_EXPONENT).find((known) => DECIMAL_EXPONENT[known] === exponent);
  return notation === 'exponent' || suffix === undefined ? `${amount}e${exponent}` : `${amount}${suffix}`;
}

/**
 * The whole units in a quantity, fractions rounded away from zero: bytes in `1.5Gi`, cores in `1500m`. 0 for what is no
 * quantity: `checkQuantity` refuses it.
 */
export function quantityBytes(text: string): bigint {
  const { nano } = parseQuantity(text) ?? { nano: 0n };
  return nano < 0n ? -dividedUp(-nano, UNIT) : dividedUp(nano, UNIT);
}

/**
 * Refuses what the API server would not take for a quantity, and negative amounts.
 * @param example what to write instead, for those who wrote nothing like a quantity
 */
export function checkQuantity(value: unknown, path: string, example = '10Gi'): Problem[] {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const text = typeof value === 'number' ? shown : value;
  const quantity = typeof text === 'string' ? parseQuantity(text) : undefined;
  if (quantity === undefined) {
    const meant = typeof text === 'string' ? nearestQuantity(text) : undefined;
    const remedy = meant === undefined ? `write a number and a unit, such as "${example}"` : `did you mean "${meant}"?`;
    return [{ path, message: `${shown} is not a quantity`, remedy }];
  }
  if (quantity.nano < 0n) {
    return [{ path, message: `${shown} is negative`, remedy: `write an amount of zero or more, such as "${example}"` }];
  }
  return [];
}

/** What people write by habit: blanks, the B of bytes, the wrong case, the name of the unit. */
function nearestQuantity(text: string): string | undefined {
  const [, amount, unit = ''] = /^\+?([0-9.]+)([a-z]*)$/i.exec(text.replace(/\s/g, '')) ?? [];
  if (amount === undefined) return undefined;
  const letter = /^([kmgtpe])(?:i?b?|bytes?)$/i.exec(unit)?.[1];
  const candidates = [
    `${amount}${unit}`,
    ...(letter === undefined ? [] : [`${amount}${letter.toUpperCase()}i`]),
    ...(/^(?:b|bytes?|cores?|v?cpus?)$/i.test(unit) ? [amount] : []),
    ...(/^milli(?:cores?|cpus?)$|^mcpus?$/i.test(unit) ? [`${amount}m`] : []),
  ];
  return candidates.find((candidate) => parseQuantity(candidate) !== undefined);
}
