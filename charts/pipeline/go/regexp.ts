import type { RE2JS } from 're2js';
import { hasRawBytes, joined, replaced } from './bytes';

/** A regular expression of Go's: RE2's syntax, leftmost-first, in time linear in the text. */
export interface GoRegexp {
  /** The name of each group, from 0, which is the whole match; empty for those without one. */
  readonly names: readonly string[];
  test(text: string): boolean;
  /** Texts of the first match and its groups; a group that took no part is empty, as in Go. */
  find(text: string): readonly string[] | undefined;
  /** Where each match and its groups begin and end: `[start, end, start1, end1, …]`, -1 for a group that took no part. */
  findAll(text: string): readonly (readonly number[])[];
  /** Every match replaced by `template`, in which `$1`, `${1}` and `${name}` are groups and `$$` is a dollar. */
  replaceAll(text: string, template: string): string;
  /** Every match replaced by that text as it is. */
  replaceAllLiteral(text: string, literal: string): string;
  /** The template filled in with the groups of a match of `findAll`. */
  expand(template: string, text: string, match: readonly number[]): string;
}

/** Why Go refuses an expression. */
export interface RegexpMistake {
  readonly mistake: string;
}

export const isRegexp = (compiled: GoRegexp | RegexpMistake): compiled is GoRegexp => !('mistake' in compiled);

/** Loaded with the first expression. */
const re2 = () => (require('re2js') as typeof import('re2js')).RE2JS;

/** Compiles an expression, or says why Go would not: look-around and references back are no RE2. */
export function compileRegexp(pattern: string): GoRegexp | RegexpMistake {
  const known = COMPILED.get(pattern);
  if (known !== undefined) return known;
  const compiled = compileAnew(pattern);
  if (COMPILED.size >= MOST_COMPILED) COMPILED.clear();
  COMPILED.set(pattern, compiled);
  return compiled;
}

/** Configurations say the same few expressions again and again. */
const COMPILED = new Map<string, GoRegexp | RegexpMistake>();
const MOST_COMPILED = 1000;

function compileAnew(pattern: string): GoRegexp | RegexpMistake {
  if (hasRawBytes(pattern)) return { mistake: 'it is not UTF-8' };
  const { unique, names } = withUniqueNames(pattern);
  let compiled: RE2JS;
  try {
    compiled = re2().compile(unique);
  } catch (error) {
    return { mistake: String((error as Error).message).replace(/^error parsing regexp: /, '') };
  }
  return regexpOf(compiled, names(compiled));
}

/** An expression that is known to be one. It is compiled with its first use: most synths use none. */
export function regexpFor(pattern: string): GoRegexp {
  let compiled: GoRegexp | undefined;
  const regexp = (): GoRegexp => {
    compiled ??= compileKnown(pattern);
    return compiled;
  };
  return {
    get names() {
      return regexp().names;
    },
    test: (text) => regexp().test(text),
    find: (text) => regexp().find(text),
    findAll: (text) => regexp().findAll(text),
    replaceAll: (text, template) => regexp().replaceAll(text, template),
    replaceAllLiteral: (text, literal) => regexp().replaceAllLiteral(text, literal),
    expand: (template, text, match) => regexp().expand(template, text, match),
  };
}

function compileKnown(pattern: string): GoRegexp {
  const compiled = compileRegexp(pattern);
  if (!isRegexp(compiled)) throw new TypeError(compiled.mistake);
  return compiled;
}

function regexpOf(compiled: RE2JS, names: readonly string[]): GoRegexp {
  const findAll = (text: string): readonly (readonly number[])[] =>
    Array.from(compiled.re2().findAllSubmatchIndex(replaced(text), -1) ?? [], (match) => Array.from(match as number[]));
  const withEach = (text: string, insert: (match: readonly number[]) => string): string => {
    const parts: string[] = [];
    let end = 0;
    for (const match of findAll(text)) {
      parts.push(text.slice(end, match[0]), insert(match));
      end = match[1] ?? end;
    }
    return joined([...parts, text.slice(end)]);
  };
  const expand = (template: string, text: string, match: readonly number[]): string =>
    expandTemplate(template, text, match, names);
  return {
    names,
    test: (text) => compiled.test(replaced(text)),
    find: (text) => {
      const matcher = compiled.matcher(replaced(text));
      if (!matcher.find()) return undefined;
      return names.map((_, group) => groupText(text, matcher.start(group), matcher.end(group)));
    },
    findAll,
    expand,
    replaceAll: (text, template) => withEach(text, (match) => expand(template, text, match)),
    replaceAllLiteral: (text, literal) => withEach(text, () => literal),
  };
}

const groupText = (text: string, start: number, end: number): string => (start < 0 ? '' : text.slice(start, end));

function expandTemplate(template: string, text: string, match: readonly number[], names: readonly string[]): string {
  const group = (index: number): string => groupText(text, match[2 * index] ?? -1, match[2 * index + 1] ?? -1);
  const filled = template.replace(
    /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu,
    (whole, braced?: string, plain?: string) => {
      if (whole === '$$') return '$';
      const name = braced ?? plain ?? '';
      if (/^(?:0|[1-9]\d{0,8})$/.test(name)) return group(Number(name));
      // Of groups that share a name, the first that took part.
      return group(names.findIndex((other, index) => other === name && (match[2 * index] ?? -1) >= 0));
    },
  );
  return hasRawBytes(filled) ? joined([filled]) : filled;
}

/** Go lets several groups have one name, RE2JS does not: all but the first get another, which `names` takes back. */
function withUniqueNames(pattern: string): {
  readonly unique: string;
  readonly names: (compiled: RE2JS) => readonly string[];
} {
  const seen = new Set<string>();
  const given = new Map<string, string>();
  const unique = pattern.replace(
    /\\Q.*?(?:\\E|$)|\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\(\?P?<(\w+)>/gsu,
    (token, name?: string) => {
      if (name === undefined) return token;
      if (!seen.has(name)) {
        seen.add(name);
        return token;
      }
      const other = `${name}_again_${given.size}_`;
      given.set(other, name);
      return token.replace(name, other);
    },
  );
  return {
    unique,
    names: (compiled) => {
      const names = Array.from({ length: compiled.groupCount() + 1 }, () => '');
      for (const [name, index] of Object.entries(compiled.namedGroups())) names[index] = given.get(name) ?? name;
      return names;
    },
  };
}

/** A pattern for a text as it is: every character that means something stands for itself. */
export const quoteMeta = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
