import { escapeCharacter } from './characters';

/** What ends a string, is no text, or hides or reorders what a reviewer sees. A tab would be taken for a tab stop. */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out of the text
  /["\\\0-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

/** A text as a literal. */
export const stringLiteral = (text: string): string => `"${text.replace(ESCAPED, escapeCharacter)}"`;

/** Half of a surrogate pair is no character. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

const ESCAPE = /\\(?:([abfnrtv\\"])|([0-7]{3}|x[\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g;

/** The text that a literal stands for, quotes and all; undefined if it is bytes that are no text. */
export function stringValue(literal: string): string | undefined {
  const inner = literal.slice(1, -1);
  // Go's raw strings have no carriage returns.
  if (literal.startsWith('`')) return inner.replaceAll('\r', '');
  if (!/\\[0-7x]/.test(inner)) return inner.replace(ESCAPE, (_, short, __, u, U) => unescaped(short, u ?? U));
  const bytes: Uint8Array[] = [];
  let from = 0;
  for (const { 0: whole, 1: short, 2: byte, 3: u, 4: U, index } of inner.matchAll(ESCAPE)) {
    bytes.push(Buffer.from(inner.slice(from, index)));
    from = index + whole.length;
    if (byte === undefined) bytes.push(Buffer.from(unescaped(short, u ?? U)));
    else
      bytes.push(Uint8Array.of(byte.startsWith('x') ? Number.parseInt(byte.slice(1), 16) : Number.parseInt(byte, 8)));
  }
  bytes.push(Buffer.from(inner.slice(from)));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(bytes));
  } catch {
    return undefined;
  }
}

const unescaped = (short: string | undefined, hex: string | undefined): string =>
  short === undefined ? String.fromCodePoint(Number.parseInt(hex ?? '0', 16)) : (SHORT_ESCAPES[short] ?? '');
