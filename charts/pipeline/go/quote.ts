import { toBytes } from './bytes';

const ESCAPES: Readonly<Record<string, string>> = {
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

/** Characters that Go does not print: controls, spaces other than ` `, and what is not assigned. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/** Go's `strconv.Quote`. */
export const quoted = (text: string): string =>
  `"${Array.from(text, (character) => {
    const short = ESCAPES[character];
    if (short !== undefined) return short;
    if (character === ' ' || !UNPRINTABLE.test(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xdc80 && code <= 0xdcff) return `\\x${toBytes(character).toString('hex')}`;
    if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  }).join('')}"`;
