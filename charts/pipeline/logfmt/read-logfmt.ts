import { byteLength, replaced } from '../go/bytes';

/** Longer lines go-logfmt does not read, nor anything behind them. */
const LONGEST_LINE = 64 * 1024;

/** Controls and the space. */
const GARBAGE = /[^!-\uFFFF]*/y;
const WORD = /[!#-<>-\uFFFF]*/y;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"/y;

/**
 * The pairs of a text as go-logfmt reads them, line by line: `level=info msg="two words"`. What comes before the first mistake is
 * read, as Promtail takes it.
 */
export function readLogfmt(text: string): readonly (readonly [key: string, value: string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const line of text.split('\n')) {
    if (line.length >= LONGEST_LINE / 3 && byteLength(line) >= LONGEST_LINE) return pairs;
    if (!readLine(line.endsWith('\r') ? line.slice(0, -1) : line, pairs)) return pairs;
  }
  return pairs;
}

/** Whether a line was read to its end. */
function readLine(line: string, pairs: (readonly [string, string])[]): boolean {
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [taken = ''] = pattern.exec(line) ?? [];
    at += taken.length;
    return taken;
  };
  for (;;) {
    take(GARBAGE);
    if (at >= line.length) return true;
    const key = take(WORD);
    if (key === '' || line[at] === '"' || replaced(key).includes('\uFFFD')) return false;
    if (line[at] !== '=') {
      pairs.push([key, '']);
      continue;
    }
    at += 1;
    if (line[at] === '"') {
      const quoted = take(QUOTED);
      const value = quoted.includes('\\') ? unescaped(quoted.slice(1, -1)) : quoted.slice(1, -1);
      if (quoted === '' || value === undefined) return false;
      pairs.push([key, value]);
      continue;
    }
    const value = take(WORD);
    if (line[at] === '=' || line[at] === '"') return false;
    pairs.push([key, value]);
  }
}

const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const ESCAPE = /\\u([\da-fA-F]{4})(?:\\u([\da-fA-F]{4}))?|\\([\s\S]|$)/g;

/** A quoted value with escapes, which are JSON's and `\'`. Undefined for what go-logfmt does not take. */
function unescaped(text: string): string | undefined {
  if (/[^ -\uFFFF]/.test(text)) return undefined;
  let isValid = true;
  const plain = replaced(text).replace(ESCAPE, (_, first?: string, second?: string, letter?: string) => {
    if (first === undefined) {
      isValid &&= /^["\\/'bfnrt]$/.test(letter ?? '');
      return ESCAPES[letter ?? ''] ?? letter ?? '';
    }
    const units = [first, second].filter((unit) => unit !== undefined).map((unit) => Number.parseInt(unit, 16));
    return String.fromCharCode(...units);
  });
  return isValid ? plain.replace(LONE_SURROGATES, '\uFFFD') : undefined;
}
