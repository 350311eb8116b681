/** What a scanner's character is at the end of the text. */
export const END = -1;

const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{Nd}$/u;
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const IDENTIFIER = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** Whether a code point may begin a name: a letter of any script, or an underscore. */
export const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  code === 0x5f ||
  (code >= 0x80 && LETTER.test(String.fromCodePoint(code)));

/** Whether a code point is one of `0` to `9`. */
export const isDecimal = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a code point may go on a name, although it may not begin one: a digit of any script. */
export const isDigit = (code: number): boolean =>
  isDecimal(code) || (code >= 0x80 && DIGIT.test(String.fromCodePoint(code)));

const KEYWORDS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** Whether a text is a name: of an attribute, a part of a block's name, a label, or a key that needs no quotes. */
export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text) && !KEYWORDS.has(text);

const isPrintable = (character: string): boolean => PRINTABLE.test(character);

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** A character as a string literal holds it. */
export function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  if (isPrintable(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/**
 * A text in double quotes, as Go quotes it and Alloy reads it: what is not printable is escaped.
 * @param rest further bytes that are no characters
 */
export const quote = (text: string, rest: Uint8Array = new Uint8Array()): string =>
  `"${Array.from(text, escapeCharacter).join('')}${Array.from(rest, (byte) => `\\x${hex(byte, 2)}`).join('')}"`;

/** A character as Alloy's messages show it: `U+003A ':'`. */
export function describeCharacter(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const character = String.fromCodePoint(code);
  return isPrintable(character) ? `${number} '${character}'` : number;
}

/** Whether a formatter would write a key otherwise than it is: keys have no escapes. */
export const isPrintableKey = (text: string): boolean =>
  Array.from(text).every((character) => character !== '"' && character !== '\\' && isPrintable(character));
