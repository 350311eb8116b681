import { parseFloat64, parseIntLiteral, parseUintLiteral, plainFloat } from '../go/numbers';

/**
 * Whether mapstructure turns scalars into one another. Promtail lets it for some stages: a number is then a text, `"5"` a number,
 * and one text a list.
 */
export type Decoding = 'strict' | 'weak';

export function weakText(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return plainFloat(value);
  return typeof value === 'bigint' || typeof value === 'string' ? String(value) : undefined;
}

export function weakBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  if (typeof value !== 'string') return undefined;
  if (value === '') return false;
  if (/^(?:1|t|T|TRUE|true|True)$/.test(value)) return true;
  return /^(?:0|f|F|FALSE|false|False)$/.test(value) ? false : undefined;
}

export function weakNumber(value: unknown): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') return undefined;
  return value === '' ? 0 : parseFloat64(value);
}

/** An integer, cut off behind the point. */
export function integerOf(value: unknown, decoding: Decoding, isUnsigned: boolean): bigint | undefined {
  const number = typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.trunc(value)) : value;
  if (typeof number === 'bigint') return decoding === 'strict' && isUnsigned && number < 0n ? undefined : number;
  if (decoding === 'strict') return undefined;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value !== 'string') return undefined;
  const text = value === '' ? '0' : value;
  return isUnsigned ? parseUintLiteral(text) : parseIntLiteral(text);
}
