import { isMapping, type Json } from '../json';
import { castOf } from './newer-fields';

/** Columns of a line, as Biome is set up here. */
const WIDTH = 120;
const STEP = '  ';
const SHORTEST_BROKEN_KEY = 5;

/**
 * A plain value as TypeScript, in the form that Biome gives it: on one line where it fits, else an item a line.
 * @param indent of the line that it begins on
 * @param column at which it begins
 * @param after how many characters follow it on its last line
 */
export function sourceOf(value: Json, indent = '', column = indent.length, after = 0): string {
  if (Array.isArray(value)) return listSource(value, indent, column, after);
  if (isMapping(value)) return objectSource(value, indent, column, after);
  return scalarSource(value);
}

function objectSource(value: { readonly [key: string]: Json }, indent: string, column: number, after: number): string {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const names = namesOf(entries.map(([key]) => key));
  const flat = flatSource(value);
  if (flat !== undefined && column + widthOf(flat) + after <= WIDTH) return flat;
  const inner = indent + STEP;
  const lines = entries.map(([, item], index) => {
    const name = names[index] ?? '';
    const start = `${inner}${name}: `;
    const cast = castOf(entries[index]?.[0] ?? '', item);
    const text = `${sourceOf(item, inner, widthOf(start), 1 + cast.length)}${cast}`;
    const isBelow = typeof item === 'string' && !text.includes('\n') && widthOf(start) + widthOf(text) + 1 > WIDTH;
    // A text that does not fit beside its key goes below it, unless there is hardly anything to gain.
    return isBelow && widthOf(name) >= SHORTEST_BROKEN_KEY
      ? `${inner}${name}:\n${inner}${STEP}${text},`
      : `${start}${text},`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function listSource(list: readonly Json[], indent: string, column: number, after: number): string {
  if (list.length === 0) return '[]';
  const flat = flatSource(list as Json);
  if (flat !== undefined && column + widthOf(flat) + after <= WIDTH && !isBroken(list)) return flat;
  const inner = indent + STEP;
  if (list.length > 1 && list.every((item) => typeof item === 'number')) return filled(list.map(scalarSource), indent);
  const lines = list.map((item) => `${inner}${sourceOf(item, inner, inner.length, 1)},`);
  return `[\n${lines.join('\n')}\n${indent}]`;
}

/** Columns of a text on a screen. */
const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Several objects, or lists, of more than one item each stand on lines of their own, however short they are. */
const isBroken = (list: readonly Json[]): boolean =>
  list.length > 1 &&
  (list.every((item) => isMapping(item) && Object.keys(item).length > 1) ||
    list.every((item) => Array.isArray(item) && item.length > 1));

/** Numbers are set like words. */
function filled(words: readonly string[], indent: string): string {
  const inner = indent + STEP;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 2 <= WIDTH) lines[lines.length - 1] = `${last} ${word},`;
    else lines.push(`${inner}${word},`);
  }
  return `[\n${lines.join('\n')}\n${indent}]`;
}

/** On one line; undefined for what cannot be. */
function flatSource(value: Json): string | undefined {
  if (Array.isArray(value)) {
    const items = value.map(flatSource);
    return items.includes(undefined) || isBroken(value) ? undefined : `[${items.join(', ')}]`;
  }
  if (!isMapping(value)) {
    const text = scalarSource(value);
    return text.includes('\n') ? undefined : text;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const names = namesOf(entries.map(([key]) => key));
  const parts = entries.map(([, item], index) => {
    const flat = flatSource(item);
    return flat === undefined ? undefined : `${names[index]}: ${flat}${castOf(entries[index]?.[0] ?? '', item)}`;
  });
  return parts.includes(undefined) ? undefined : `{ ${parts.join(', ')} }`;
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Keys with quotes only where they are needed: of a number's form all or none have them. */
const namesOf = (keys: readonly string[]): readonly string[] =>
  keys.map((key) => (IDENTIFIER.test(key) ? key : quoted(key)));

function scalarSource(value: Json): string {
  if (typeof value !== 'string') return String(value);
  return /\n./s.test(value) && !UNPRINTABLE.test(value) ? template(value) : quoted(value);
}

/** What a reader of the text would not see; line breaks and tabs are seen. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Single quotes, unless the text has more of those than of the others. */
function quoted(text: string): string {
  const [single, double] = [text.split("'").length, text.split('"').length];
  const quote = single > double ? '"' : "'";
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll(quote, `\\${quote}`)
    .replace(
      /[\u007f-\u009f\u2028\u2029\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `${quote}${escaped}${quote}`;
}

/** Text of several lines as it is. */
const template = (text: string): string => `\`${text.replace(/[\\`]|\$(?=\{)/g, (character) => `\\${character}`)}\``;
