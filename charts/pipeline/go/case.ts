import { replaced } from './bytes';

/** Go maps each character by itself and to one only: `ß` stays, and a final sigma is a sigma like any other. */
export const toUpper = (text: string): string => mapped(text, upper);
export const toLower = (text: string): string => mapped(text, lower);

const ASCII = /^[^\u0080-\uFFFF]*$/;

function mapped(text: string, map: (character: string) => string): string {
  if (ASCII.test(text)) return map === upper ? text.toUpperCase() : text.toLowerCase();
  return Array.from(replaced(text), map).join('');
}

/** Greek letters with an iota below have an upper case of one character, that JavaScript writes with two. */
const IOTA = /[\u1F80-\u1F87\u1F90-\u1F97\u1FA0-\u1FA7]/;
const IOTA_AT_NINE = /[\u1FB3\u1FC3\u1FF3]/;

function upper(character: string): string {
  if (IOTA.test(character)) return String.fromCharCode(character.charCodeAt(0) + 8);
  if (IOTA_AT_NINE.test(character)) return String.fromCharCode(character.charCodeAt(0) + 9);
  return single(character.toUpperCase(), character);
}

/** Letters that are two in one have a third case, with the first of them large. */
const TWO_IN_ONE = ['ǅǄǆ', 'ǈǇǉ', 'ǋǊǌ', 'ǲǱǳ'];
/** Georgian has no large letters at the beginning of words. */
const GEORGIAN = /[\u10D0-\u10FA\u10FD-\u10FF]/;

/** Go's `unicode.ToTitle` of a character. */
export function toTitle(character: string): string {
  const cases = TWO_IN_ONE.find((letters) => letters.includes(character));
  if (cases !== undefined) return cases[0] ?? character;
  return GEORGIAN.test(character) ? character : upper(character);
}

const lower = (character: string): string => (character === 'İ' ? 'i' : single(character.toLowerCase(), character));

const single = (mappedTo: string, character: string): string => ([...mappedTo].length === 1 ? mappedTo : character);

/** What `unicode.IsSpace` takes for one. */
const SPACES = '\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const SPACE = new RegExp(`^[${SPACES}]$`);
const AROUND = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, 'g');

/** Go's `unicode.IsSpace`. */
export const isSpace = (character: string): boolean => SPACE.test(character);

/** Go's `strings.TrimSpace`. */
export const trimSpace = (text: string): string => text.replace(AROUND, '');

/** Go's `strings.Fields`. */
export const fields = (text: string): string[] => text.split(new RegExp(`[${SPACES}]+`)).filter((part) => part !== '');
