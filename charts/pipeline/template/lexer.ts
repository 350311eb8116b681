import { unquote } from '../go/unquote';

export type TokenType =
  | 'text'
  | 'open'
  | 'close'
  | 'space'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'keyword'
  | 'bool'
  | 'nil'
  | 'dot'
  | 'number'
  | 'string'
  | 'assign'
  | 'declare'
  | 'pipe'
  | '('
  | ')'
  | 'other'
  | 'end';

export interface Token {
  readonly type: TokenType;
  /** As written; of a string what it stands for; of a field its name without the dot. */
  readonly text: string;
}

/** Why Go refuses a template. */
export class TemplateMistake extends Error {}

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const TERMINATED = /[ \t\r\n.,|:()]|\}\}|$/y;
const WORD = /[\p{L}\p{Nd}_]+/uy;
const NUMBER =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?\d+)?|0[oO][0-7_]*|0[bB][01_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]+)?)i?/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const RAW_STRING = /`[^`]*`/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y;
const SPACE = /[ \t\r\n]+/y;
const COMMENT = /\{\{(-[ \t\r\n]+)?\/\*/y;

/** The tokens of a template: its texts, and what stands between `{{` and `}}`. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let trims = false;
  while (at < source.length) {
    const open = source.indexOf('{{', at);
    const text = source.slice(at, open === -1 ? undefined : open);
    const trimsAfter = open !== -1 && /^-[ \t\r\n]/.test(source.slice(open + 2, open + 4));
    const kept = trimmed(text, trims, trimsAfter);
    if (kept !== '') tokens.push({ type: 'text', text: kept });
    if (open === -1) break;
    const comment = skipComment(source, open);
    const action = comment ?? readAction(source, open + (trimsAfter ? 4 : 2));
    if (comment === undefined) tokens.push({ type: 'open', text: '{{' }, ...(action.tokens ?? []));
    ({ at, trims } = action);
  }
  return [...tokens, { type: 'end', text: '' }];
}

function trimmed(text: string, start: boolean, end: boolean): string {
  const from = start ? text.replace(/^[ \t\r\n]+/, '') : text;
  return end ? from.replace(/[ \t\r\n]+$/, '') : from;
}

interface Action {
  readonly at: number;
  readonly trims: boolean;
  readonly tokens?: readonly Token[];
}

function skipComment(source: string, open: number): Action | undefined {
  const found = matchAt(COMMENT, source, open);
  if (found === undefined) return undefined;
  const end = source.indexOf('*/', open + found.length);
  if (end === -1) throw new TemplateMistake('unclosed comment');
  const close = /^([ \t\r\n]-)?\}\}/.exec(source.slice(end + 2));
  if (close === null) throw new TemplateMistake('comment ends before closing delimiter');
  return { at: end + 2 + close[0].length, trims: close[1] !== undefined };
}

function readAction(source: string, start: number): Action {
  const tokens: Token[] = [];
  let depth = 0;
  let at = start;
  for (;;) {
    const close = /^(?:[ \t\r\n]-)?\}\}/.exec(source.slice(at, at + 4));
    if (close !== null) {
      if (depth > 0) throw new TemplateMistake('unclosed left paren');
      tokens.push({ type: 'close', text: '}}' });
      return { at: at + close[0].length, trims: close[0].includes('-'), tokens };
    }
    if (at >= source.length) throw new TemplateMistake('unclosed action');
    const { token, length } = readToken(source, at);
    if (token.type === 'space') {
      // A trim marker takes its space along.
      at += /[ \t\r\n]-\}\}/.test(source.slice(at + length - 1, at + length + 3)) ? length - 1 : length;
      if (tokens.length > 0) tokens.push(token);
      continue;
    }
    depth += token.type === '(' ? 1 : token.type === ')' ? -1 : 0;
    if (depth < 0) throw new TemplateMistake('unexpected right paren');
    tokens.push(token);
    at += length;
  }
}

interface Read {
  readonly token: Token;
  readonly length: number;
}

function readToken(source: string, at: number): Read {
  const first = source[at] ?? '';
  const read = (type: TokenType, length: number, text = source.slice(at, at + length)): Read => ({
    token: { type, text },
    length,
  });
  const space = matchAt(SPACE, source, at);
  if (space !== undefined) return read('space', space.length);
  if (first === '(' || first === ')') return read(first, 1);
  if (first === '|') return read('pipe', 1);
  if (first === '=') return read('assign', 1);
  if (first === ':') {
    if (source[at + 1] !== '=') throw new TemplateMistake('expected :=');
    return read('declare', 2);
  }
  if (first === '"') return quoted(STRING, 'unterminated quoted string', source, at);
  if (first === '`') {
    const raw = matchAt(RAW_STRING, source, at);
    if (raw === undefined) throw new TemplateMistake('unterminated raw quoted string');
    return read('string', raw.length, raw.slice(1, -1).replaceAll('\r', ''));
  }
  if (first === "'") return characterConstant(source, at);
  if (first === '$') return named('variable', 1, source, at);
  if (first === '.' && !/\d/.test(source[at + 1] ?? '')) {
    return matchAt(WORD, source, at + 1) === undefined
      ? ended(read('dot', 1), source, at)
      : named('field', 1, source, at);
  }
  if (/[-+.\d]/.test(first)) return number(source, at);
  const word = matchAt(WORD, source, at);
  if (word !== undefined) return ended(read(typeOfWord(word), word.length), source, at);
  if (first > ' ' && first <= '~') return read('other', 1);
  throw new TemplateMistake(`unrecognized character in action: ${JSON.stringify(first)}`);
}

function typeOfWord(word: string): TokenType {
  if (KEYWORDS.has(word)) return 'keyword';
  if (word === 'true' || word === 'false') return 'bool';
  return word === 'nil' ? 'nil' : 'identifier';
}

function named(type: 'variable' | 'field', sign: number, source: string, at: number): Read {
  const word = matchAt(WORD, source, at + sign) ?? '';
  const text = type === 'field' ? word : `$${word}`;
  return ended({ token: { type, text }, length: sign + word.length }, source, at);
}

/** Names have to end where a name may end. */
function ended(read: Read, source: string, at: number): Read {
  if (matchAt(TERMINATED, source, at + read.length) === undefined) {
    throw new TemplateMistake(`bad character ${JSON.stringify(source[at + read.length])}`);
  }
  return read;
}

function quoted(pattern: RegExp, mistake: string, source: string, at: number): Read {
  const text = matchAt(pattern, source, at);
  if (text === undefined) throw new TemplateMistake(mistake);
  const value = unquote(text);
  if (value === undefined) throw new TemplateMistake('invalid syntax in a string');
  return { token: { type: 'string', text: value }, length: text.length };
}

function characterConstant(source: string, at: number): Read {
  const { token, length } = quoted(CHARACTER, 'unterminated character constant', source, at);
  const [character = '', ...others] = token.text;
  if (others.length > 0) throw new TemplateMistake('malformed character constant');
  return { token: { type: 'number', text: String(character.codePointAt(0)) }, length };
}

function number(source: string, at: number): Read {
  const text = matchAt(NUMBER, source, at) ?? '';
  const next = matchAt(WORD, source, at + text.length);
  if (next !== undefined || !/\d/.test(text)) throw new TemplateMistake(`bad number syntax: "${text}${next ?? ''}"`);
  return { token: { type: 'number', text }, length: text.length };
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}
