import { byteLength, byteSlice, replaced, toBytes } from '../../go/bytes';
import { fields, isSpace, toLower, toTitle, toUpper, trimSpace } from '../../go/case';
import { quoted } from '../../go/quote';
import { trim, trimPrefix, trimSuffix } from '../../go/trim';
import { ExecutionError, type GoValue, isList, printed } from '../value';
import { decodeBase64 } from './base64';
import { hexDigest } from './digest';
import { fn, type GoFunctions } from './go-function';

/** sprig's `toString`. */
export const strval = (value: GoValue): string => (typeof value === 'string' ? value : printed(value));

/** sprig's `toStrings`: the items of a list, or the value alone. */
export const strings = (value: GoValue): string[] => {
  if (isList(value)) return value.filter((item) => item !== null).map(strval);
  return value === null ? [] : [strval(value)];
};

/** More characters than any line has. */
const MOST_REPEATED = 1 << 26;

function repeat(count: bigint, text: string): string {
  if (count < 0n) throw new ExecutionError('strings: negative Repeat count');
  if (count * BigInt(text.length) > MOST_REPEATED) throw new ExecutionError('the result is too long');
  return text.repeat(Number(count));
}

function trunc(count: bigint, text: string): string {
  const length = BigInt(byteLength(text));
  if (count < 0n && length + count > 0n) return byteSlice(text, Number(length + count));
  return count >= 0n && length > count ? byteSlice(text, 0, Number(count)) : text;
}

function substr(start: bigint, end: bigint, text: string): string {
  const length = BigInt(byteLength(text));
  const from = start < 0n ? 0n : start;
  const to = start >= 0n && (end < 0n || end > length) ? length : end;
  if (from > to || to > length || to < 0n) throw new ExecutionError('slice bounds out of range');
  return byteSlice(text, Number(from), Number(to));
}

function indent(count: bigint, text: string): string {
  const pad = repeat(count, ' ');
  return pad + text.replaceAll('\n', `\n${pad}`);
}

/** Go's `strings.Title`: what stands behind a character that separates words has the case of titles. */
function title(text: string): string {
  let before = ' ';
  return Array.from(replaced(text), (character) => {
    const isFirst = isSeparator(before);
    before = character;
    return isFirst ? toTitle(character) : character;
  }).join('');
}

const isSeparator = (character: string): boolean =>
  /[\0-\x7f]/.test(character) ? !/\w/.test(character) : !/[\p{L}\p{Nd}]/u.test(character) && isSpace(character);

/** The first letter of each word small. */
function untitle(text: string): string {
  let isFirst = true;
  return Array.from(replaced(text), (character) => {
    const wasFirst = isFirst;
    isFirst = isSpace(character);
    return wasFirst && !isFirst ? toLower(character) : character;
  }).join('');
}

/** sprig reads bytes for characters here, too. */
const initials = (text: string): string =>
  fields(latin1(toBytes(text)))
    .map(([first = '']) => first)
    .join('');

/** sprig reads bytes for characters here: where there is a space, what is not ASCII comes out encoded twice. */
function nospace(text: string): string {
  const bytes = latin1(toBytes(text));
  const packed = fields(bytes).join('');
  return packed.length === bytes.length ? text : packed;
}

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

/** Small letters at the beginning of words get the case of titles. */
function swapCase(text: string): string {
  let isFirst = true;
  return Array.from(replaced(text), (character) => {
    const isLarge = /[\p{Lu}\p{Lt}]/u.test(character);
    if (!isLarge && !/\p{Ll}/u.test(character)) {
      isFirst = isSpace(character);
      return character;
    }
    const wasFirst = isFirst;
    isFirst = false;
    if (isLarge) return toLower(character);
    return wasFirst ? toTitle(character) : toUpper(character);
  }).join('');
}

function abbrev(width: bigint, text: string): string {
  const most = Number(width);
  return most < 4 || byteLength(text) <= most ? text : `${byteSlice(text, 0, most - 3)}...`;
}

/** Adler-32 as a decimal number. */
function adler32(text: string): string {
  let a = 1;
  let b = 0;
  for (const byte of toBytes(text)) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return String(b * 65_536 + a);
}

const numbered = (parts: readonly string[]): Map<string, GoValue> =>
  new Map(parts.map((part, index) => [`_${index}`, part]));

/** Go's `strings.Split`: between characters where the separator is empty. */
const splitText = (text: string, separator: string): string[] =>
  separator === '' ? Array.from(text) : text.split(separator);

function splitN(separator: string, count: bigint, text: string): Map<string, GoValue> {
  const parts = splitText(text, separator);
  if (count === 0n) return new Map();
  const most = count < 0n ? parts.length : Number(count);
  if (parts.length <= most) return numbered(parts);
  return numbered([...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)]);
}

const TRIM_ALL = fn(['string', 'string'], (cutset: string, text: string) => trim(text, cutset));
export const SPRIG_STRINGS: GoFunctions = {
  abbrev: fn(['int', 'string'], abbrev),
  adler32sum: fn(['string'], adler32),
  b64dec: fn(['string'], decodeBase64),
  b64enc: fn(['string'], (text: string) => toBytes(text).toString('base64')),
  cat: fn(
    [],
    (...values: GoValue[]) =>
      values
        .filter((value) => value !== null)
        .map(printed)
        .join(' '),
    'any',
  ),
  contains: fn(['string', 'string'], (part: string, text: string) => text.includes(part)),
  hasPrefix: fn(['string', 'string'], (prefix: string, text: string) => text.startsWith(prefix)),
  hasSuffix: fn(['string', 'string'], (suffix: string, text: string) => text.endsWith(suffix)),
  hello: fn([], () => 'Hello!'),
  indent: fn(['int', 'string'], indent),
  initials: fn(['string'], initials),
  join: fn(['string', 'any'], (separator: string, value: GoValue) => strings(value).join(separator)),
  lower: fn(['string'], toLower),
  nindent: fn(['int', 'string'], (count: bigint, text: string) => `\n${indent(count, text)}`),
  nospace: fn(['string'], nospace),
  plural: fn(['string', 'string', 'int'], (one: string, many: string, count: bigint) => (count === 1n ? one : many)),
  quote: fn(
    [],
    (...values: GoValue[]) =>
      values
        .filter((value) => value !== null)
        .map((value) => quoted(strval(value)))
        .join(' '),
    'any',
  ),
  repeat: fn(['int', 'string'], repeat),
  replace: fn(['string', 'string', 'string'], (old: string, next: string, text: string) =>
    old === '' ? ['', ...Array.from(text), ''].join(next) : text.split(old).join(next),
  ),
  sha1sum: fn(['string'], (text: string) => hexDigest('sha1', text)),
  sha256sum: fn(['string'], (text: string) => hexDigest('sha256', text)),
  sha512sum: fn(['string'], (text: string) => hexDigest('sha512', text)),
  split: fn(['string', 'string'], (separator: string, text: string) => numbered(splitText(text, separator))),
  splitList: fn(['string', 'string'], (separator: string, text: string) => splitText(text, separator)),
  splitn: fn(['string', 'int', 'string'], splitN),
  squote: fn(
    [],
    (...values: GoValue[]) =>
      values
        .filter((value) => value !== null)
        .map((value) => `'${printed(value)}'`)
        .join(' '),
    'any',
  ),
  substr: fn(['int', 'int', 'string'], substr),
  swapcase: fn(['string'], swapCase),
  title: fn(['string'], title),
  toString: fn(['any'], strval),
  toStrings: fn(['any'], strings),
  trim: fn(['string'], trimSpace),
  trimAll: TRIM_ALL,
  trimPrefix: fn(['string', 'string'], (prefix: string, text: string) => trimPrefix(text, prefix)),
  trimSuffix: fn(['string', 'string'], (suffix: string, text: string) => trimSuffix(text, suffix)),
  trimall: TRIM_ALL,
  trunc: fn(['int', 'string'], trunc),
  untitle: fn(['string'], untitle),
  upper: fn(['string'], toUpper),
};
