const INDENT = '  ';

/** In characters as written, quotes included; beyond it YAML wants a `?` before the key. */
const LONGEST_IMPLICIT_KEY = 1024;

/** What the quick test lets through needs none of the slower ones: most keys, names and kinds. */
const SURELY_PLAIN = /^(?!(?:y|yes|n|no|on|off|true|false|null|e[-_0-9]+)$)[a-z][a-z0-9_./-]*$/i;

/** Not printable in YAML 1.1, a line break to some readers, or able to hide or reorder what a reviewer sees. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out of the text
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/u;

/** What would not stay one plain scalar: an indicator, a document marker, a comment, a key, a blank at an end. */
const NOT_PLAIN = /^$|^[\s,[\]{}#&*!|>'"%@`?:]|^-(?:\s|$)|^(?:---|\.\.\.)|:(?:\s|$)|\s#|[\t\n]|\s$/;

/** Words that at least one reader turns into something else: booleans, null, YAML 1.1's `=` and `<<`, and what is no finite number. */
const TYPED_WORD = /^(?:y|yes|n|no|on|off|true|false|null|~|=|<<|(?:[-+]\.?|\.)(?:inf|infinity|nan))$/i;

/**
 * Every number of YAML 1.1, 1.2 and Go, once the underscores are out: decimal, octal, hexadecimal (Go: with a binary
 * exponent), binary, sexagesimal; `e8` is one to `yaml`. A little too wide on purpose: needless quotes harm nobody.
 */
const NUMBER =
  /^[-+]?(?:(?:[0-9][0-9,]*)?(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?|0x[0-9a-f.p+-]*|0o[-+0-7]*|0b[-+01]*|[0-9]+(?::[0-9]+)+(?:\.[0-9]*)?)$/i;

/** YAML 1.1 dates and timestamps, and all that begins like one. */
const DATE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/;

const NUMBER_START = /^[-+.0-9e]/i;

/** A literal block's first line of text is indented further, so that its indentation cannot be guessed. */
const BLANK_FIRST = /^\n*[ \t]/;

/** Lines of blanks alone at the end: `yaml` loses them where the indentation is given. */
const BLANK_LAST = /\n[ \t][ \t\n]*$/;

/**
 * One YAML document that PyYAML, kubectl, Loki, Promtail and YAML 1.2 readers understand alike.
 *
 * Keys stay in the order given and lists are indented under their key, as cdk8s writes them. Nothing is folded, and no
 * anchors are used. Strings that any reader would take for something else are double-quoted, keys included; text of
 * several lines is a literal block (`|`) wherever one can hold it. `undefined` is dropped from objects and is `null` in lists.
 * @param value plain JSON data: objects, lists, strings, finite numbers, booleans and null; anything else is a TypeError
 */
export function writeYaml(value: unknown): string {
  if (isCollection(value)) return blockOf(value, '') || `${emptyOf(value)}\n`;
  return `${typeof value === 'string' ? inline(value) : scalar(value, '')}\n`;
}

/** Several documents in one file, `---` between them, in the order given. */
export const writeDocuments = (values: readonly unknown[]): string => values.map(writeYaml).join('---\n');

/** The lines of a list or object; none when there is nothing in it. */
function blockOf(collection: object, indent: string): string {
  let lines = '';
  if (Array.isArray(collection)) {
    for (const item of collection) {
      const block = isCollection(item) ? blockOf(item, indent + INDENT).slice(indent.length + INDENT.length) : '';
      lines += `${indent}- ${block || `${inlineOf(item, indent)}\n`}`;
    }
    return lines;
  }
  for (const [key, item] of Object.entries(collection)) {
    if (item === undefined) continue;
    const name = inline(key);
    lines += name.length > LONGEST_IMPLICIT_KEY ? `${indent}? ${name}\n${indent}:` : `${indent}${name}:`;
    const block = isCollection(item) ? blockOf(item, indent + INDENT) : '';
    lines += block === '' ? ` ${inlineOf(item, indent)}\n` : `\n${block}`;
  }
  return lines;
}

const inlineOf = (value: unknown, indent: string): string =>
  isCollection(value) ? emptyOf(value) : scalar(value, indent);

const emptyOf = (collection: object): string => (Array.isArray(collection) ? '[]' : '{}');

function scalar(value: unknown, indent: string): string {
  switch (typeof value) {
    case 'string':
      return value.includes('\n') ? (literal(value, indent + INDENT) ?? quoted(value)) : inline(value);
    case 'number':
      return numeral(value);
    case 'boolean':
      return String(value);
    default:
      if (value === null || value === undefined) return 'null';
      throw new TypeError(`YAML cannot hold a ${typeof value}`);
  }
}

const inline = (text: string): string => (isPlain(text) ? text : quoted(text));

const isPlain = (text: string): boolean =>
  SURELY_PLAIN.test(text) ||
  !(NOT_PLAIN.test(text) || TYPED_WORD.test(text) || looksNumeric(text) || UNPRINTABLE.test(text));

const looksNumeric = (text: string): boolean =>
  NUMBER_START.test(text) && (NUMBER.test(text.replaceAll('_', '')) || DATE.test(text));

/** JSON's string is YAML's too, but for the characters that JSON leaves as they are. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    new RegExp(UNPRINTABLE, 'gu'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The text as a literal block, without its last line break; undefined when no block can hold it. */
function literal(text: string, indent: string): string | undefined {
  if (UNPRINTABLE.test(text) || BLANK_LAST.test(text) || text.trim() === '') return undefined;
  const indentation = BLANK_FIRST.test(text) ? INDENT.length : '';
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : '';
  const body = chomping === '-' ? text : text.slice(0, -1);
  return `|${indentation}${chomping}${`\n${body}`.replace(/\n(?=[^\n])/g, `\n${indent}`)}`;
}

/** PyYAML takes `1e+21` for a string: it wants a dot before the exponent. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`YAML's readers do not agree on ${value}`);
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

function isCollection(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  if (Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null) return true;
  throw new TypeError(`YAML cannot hold a ${prototype.constructor?.name}`);
}
