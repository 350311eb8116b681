import { compareStrings } from '../go/compare';
import { exponentFloat, plainFloat } from '../go/numbers';
import { isArray, isObject, type JsonValue } from './value';

/** As json-iterator writes it, safe within HTML. Promtail has the keys of objects in any order; here they keep that of the text. */
export const writeJson = (value: JsonValue): string => write(value, JSON_ITERATOR);

/** As Go's own `encoding/json` writes it: keys in order, and shorter escapes. */
export const writeGoJson = (value: JsonValue): string => write(value, GO);

/** The same with `<`, `>` and `&` as they are. */
export const writeRawGoJson = (value: JsonValue): string => write(value, RAW_GO);

/** The same over several lines, indented by two spaces. */
export const writePrettyGoJson = (value: JsonValue): string => write(value, GO, '');

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

/** `indent` is that of the line that the value begins on; without one everything stands in one line. */
function write(value: JsonValue, dialect: Dialect, indent?: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return dialect.number(value);
  if (typeof value === 'string') return writeString(value, dialect);
  const below = indent === undefined ? undefined : `${indent}  `;
  if (isArray(value)) {
    return within(
      '[',
      ']',
      value.map((item) => write(item, dialect, below)),
      indent,
    );
  }
  if (!isObject(value)) return 'null';
  const entries = [...value];
  if (dialect.sorts) entries.sort(([a], [b]) => compareStrings(a, b));
  const colon = indent === undefined ? ':' : ': ';
  const items = entries.map(([key, item]) => writeString(key, dialect) + colon + write(item, dialect, below));
  return within('{', '}', items, indent);
}

function within(open: string, close: string, items: readonly string[], indent: string | undefined): string {
  if (indent === undefined || items.length === 0) return open + items.join(',') + close;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`;
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
