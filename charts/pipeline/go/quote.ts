import { hasRawBytes, toBytes } from './bytes';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** Characters that Go does not print: controls, spaces other than ` `, and what is not assigned. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/** Go's `unicode.IsPrint`. */
export const isPrint = (character: string): boolean => character === ' ' || !UNPRINTABLE.test(character);

/** Go's `strconv.Quote`, or `QuoteToASCII`. */
export const quoted = (text: string, isAscii = false): string => within('"', text, isAscii);

/** Go's `strconv.QuoteRune`, or `QuoteRuneToASCII`. */
export const quotedRune = (character: string, isAscii = false): string => within("'", character, isAscii);

/** Whether a text can stand between backquotes as it is. */
export const canBackquote = (text: string): boolean =>
  !hasRawBytes(text) && !/[`\u007F\uFEFF\uFFFD]|[^\t -\u{10FFFF}]/u.test(text);

const within = (quote: string, text: string, isAscii: boolean): string =>
  quote +
  Array.from(text, (character) => (character === quote ? `\\${quote}` : escaped(character, isAscii))).join('') +
  quote;

function escaped(character: string, isAscii: boolean): string {
  const short = ESCAPES[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (isPrint(character) && !(isAscii && code >= 0x80)) return character;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${toBytes(character).toString('hex')}`;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
