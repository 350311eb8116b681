import type { ScalarTag } from './config-node';
import { readsEnvironment } from './env-references';

const WORDS: ReadonlyMap<string, ScalarTag> = new Map([
  ...words('bool', 'y Y yes Yes YES true True TRUE on On ON n N no No NO false False FALSE off Off OFF'),
  ...words('null', '~ null Null NULL'),
  ...words('float', '.nan .NaN .NAN .inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF'),
  ['', 'null'],
]);

function words(tag: ScalarTag, text: string): [string, ScalarTag][] {
  return text.split(' ').map((word) => [word, tag]);
}

const TRUE = /^(?:y|yes|true|on)$/i;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d*)?(?:Z|[-+]\d{2}:\d{2})?)?$/;
const DAY_OF_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})/;

const LEAST = -(2n ** 63n);
const MOST = 2n ** 64n - 1n;

/**
 * What a plain (unquoted) scalar is to go-yaml v2, which Loki and Promtail read with: YAML 1.1's words and octals, but
 * neither its base 60 nor its comma. Before that, they fill in `${…}`, when started with `-config.expand-env=true`.
 */
export function tagOfPlain(text: string): ScalarTag {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (readsEnvironment(text)) return 'env';
  if (!/^[-+.\d]/.test(text)) return 'string';
  if (isDate(text)) return 'date';
  if (integerOf(text) !== undefined) return 'int';
  return floatOf(text) === undefined ? 'string' : 'float';
}

const TIME = /^\d{4}-\d{2}-\d{2}(?:T(\d{2}):(\d{2})|T(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d+)?(?:Z|[-+](\d{2}):(\d{2})))?$/;

/** A day, or a point in time, as the limits take them: `2026-01-31`, `2026-01-31T12:00`, `2026-01-31T12:00:00Z`. */
export function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (parts === null || !isDate(text.slice(0, 10))) return false;
  const [hour, minute, hourOfPoint, minuteOfPoint, second, zoneHour, zoneMinute] = parts
    .slice(1)
    .map((part = '0') => Number(part));
  return (
    [hour, hourOfPoint].every((hours = 0) => hours < 24) &&
    (zoneHour ?? 0) <= 24 &&
    [minute, minuteOfPoint, second, zoneMinute].every((minutes = 0) => minutes < 60)
  );
}

/** Go takes a date for one only if the calendar has it. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const [, year, month, day] = (DAY_OF_DATE.exec(text) ?? []).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day ?? 0);
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

/** The value of an integer in any of Go's bases: `0755` and `0o755` are octal. Undefined for what is none, or has more than 64 bits. */
export function integerOf(text: string): bigint | undefined {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(text.replaceAll('_', '')) ?? [];
  const literal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  if (!/^(?:0|[1-9]\d*|0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(literal)) return undefined;
  const value = BigInt(literal) * (sign === '-' ? -1n : 1n);
  return value < LEAST || value > MOST ? undefined : value;
}

/** The value of a number in any notation; undefined for what is none, and for what is not finite. */
export function numberOf(text: string): number | undefined {
  const integer = integerOf(text);
  if (integer !== undefined) return Number(integer);
  const value = floatOf(text);
  return Number.isFinite(value) ? value : undefined;
}

/** The value of a number with a fraction, `.inf` and `.nan` too; undefined for what is none, or has more than 64 bits. */
export function floatOf(text: string): number | undefined {
  if (WORDS.get(text) === 'float') return /nan/i.test(text) ? Number.NaN : text.startsWith('-') ? -Infinity : Infinity;
  const plain = text.replaceAll('_', '');
  const value = FLOAT.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The value of a word that is a boolean; undefined for what is none. */
export const booleanOf = (text: string): boolean | undefined =>
  WORDS.get(text) === 'bool' ? TRUE.test(text) : undefined;
