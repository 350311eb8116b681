import { compareStrings } from '../go/compare';
import { exponentFloat, plainFloat } from '../go/numbers';

/** What can be written: a JSON value, and whole numbers that a float64 cannot hold. */
export type Writable = null | boolean | number | bigint | string | readonly Writable[] | ReadonlyMap<string, Writable>;

const isArray = (value: Writable): value is readonly Writable[] => Array.isArray(value);

/** As json-iterator writes it, safe within HTML. Promtail has the keys of objects in any order; here they keep that of the text. */
export const writeJson = (value: Writable): string => write(value, JSON_ITERATOR);

/** As Go's own `encoding/json` writes it: keys in order, and shorter escapes. */
export const writeGoJson = (value: Writable): string => write(value, GO);

/** The same with `<`, `>` and `&` as they are. */
export const writeRawGoJson = (value: Writable): string => write(value, RAW_GO);

/** The same over several lines, indented by two spaces. */
export const writePrettyGoJson = (value: Writable): string => write(value, GO, '');

interface Dialect {
  readonly sorts: boolean;
  /** Whether what could end a script within HTML is escaped. */
  readonly isHtmlSafe: boolean;
  readonly number: (value: number) => string;
  readonly escapes: Readonly<Record<string, string>>;
}

const usesExponent = (value: number): boolean => value !== 0 && (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e21);

const JSON_ITERATOR: Dialect = {
  sorts: false,
  isHtmlSafe: true,
  number: (value) => (usesExponent(value) ? exponentFloat(value) : plainFloat(value)),
  escapes: { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' },
};

const GO: Dialect = {
  sorts: true,
  isHtmlSafe: true,
  number: (value) => (usesExponent(value) ? exponentFloat(value).replace(/e-0(\d)$/, 'e-$1') : plainFloat(value)),
  escapes: { ...JSON_ITERATOR.escapes, '\b': '\\b', '\f': '\\f' },
};

const RAW_GO: Dialect = { ...GO, isHtmlSafe: false };

/** What is still to be written: text as it is, or a value, with the indent of its line. */
type Pending = string | { readonly value: Writable; readonly indent: string | undefined };

/** What is pending is kept on a list of its own: a value may be nested deeper than functions can. Without indent all stands in one line. */
function write(top: Writable, dialect: Dialect, indent?: string): string {
  const pending: Pending[] = [{ value: top, indent }];
  let text = '';
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') text += next;
    else if (typeof next.value === 'object' && next.value !== null)
      for (const part of partsOf(next.value, dialect, next.indent).reverse()) pending.push(part);
    else text += writeScalar(next.value, dialect);
  }
  return text;
}

function writeScalar(value: string | number | bigint | boolean | null, dialect: Dialect): string {
  if (typeof value === 'string') return writeString(value, dialect);
  return typeof value === 'number' ? dialect.number(value) : String(value);
}

function partsOf(container: Writable & object, dialect: Dialect, indent: string | undefined): Pending[] {
  const below = indent === undefined ? undefined : `${indent}  `;
  const line = below === undefined ? '' : `\n${below}`;
  const entries: (readonly [string, Writable])[] = isArray(container)
    ? container.map((value) => ['', value])
    : [...container].map(([key, value]) => [writeString(key, dialect) + (indent === undefined ? ':' : ': '), value]);
  if (dialect.sorts && !isArray(container)) entries.sort(([a], [b]) => compareStrings(a, b));
  const [open, close] = isArray(container) ? ['[', ']'] : ['{', '}'];
  const parts = entries.flatMap(([key, value], at): Pending[] => [
    `${at === 0 ? '' : ','}${line}${key}`,
    { value, indent: below },
  ]);
  return [open, ...parts, indent === undefined || entries.length === 0 ? close : `\n${indent}${close}`];
}

/** Control characters, what HTML and JavaScript would trip over, and bytes that are no UTF-8. */
const ESCAPED = /["\\<>&\u2028\u2029]|[^ -\u{10FFFF}]|[\uDC80-\uDCFF]/gu;

const writeString = (text: string, { escapes, isHtmlSafe }: Dialect): string =>
  `"${text.replace(ESCAPED, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xd800) return '\\ufffd';
    if (!isHtmlSafe && '<>&'.includes(character)) return character;
    return escapes[character] ?? `\\u${code.toString(16).padStart(4, '0')}`;
  })}"`;
