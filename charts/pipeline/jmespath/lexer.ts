import { fromPlain, type JsonValue } from '../json/value';

export type TokenType =
  | 'identifier'
  | 'quoted'
  | 'number'
  | 'literal'
  | '['
  | '[]'
  | '[?'
  | ']'
  | '{'
  | '}'
  | '('
  | ')'
  | '.'
  | '*'
  | ','
  | ':'
  | '@'
  | '|'
  | '||'
  | '&'
  | '&&'
  | '!'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '='
  | 'end';

export interface Token {
  readonly type: TokenType;
  /** The name of an identifier, the digits of a number. */
  readonly text: string;
  /** What a literal stands for. */
  readonly value?: JsonValue;
  /** Where it begins, from 0. */
  readonly at: number;
}

/** Why an expression is none. */
export class JmesPathError extends Error {}

const TOKEN = new RegExp(
  [
    /[ \t\n\r]+/,
    /[A-Za-z_][A-Za-z0-9_]*/,
    /-[0-9]*|[0-9]+/,
    /"(?:[^"\\]|\\[\s\S])*"/,
    /'(?:[^'\\]|\\[\s\S])*'/,
    /`(?:[^`\\]|\\[\s\S])*`/,
    /\[\]|\[\?|\|\||&&|==|!=|<=|>=/,
    /[[\]{}().*,:@|&!<>=]/,
  ]
    .map(({ source }) => `(${source})`)
    .join('|'),
  'y',
);

/** The tokens of an expression, the last one of which is its end. */
export function tokenize(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(expression);
    if (found === null) throw new JmesPathError(`${shown(expression.slice(at))} is no part of an expression`);
    const [text, space, identifier, number, quoted, raw, literal] = found;
    if (identifier !== undefined) tokens.push({ type: 'identifier', text, at });
    else if (number !== undefined) tokens.push({ type: 'number', text, at });
    else if (quoted !== undefined) tokens.push({ type: 'quoted', text: String(parsed(text, text)), at });
    else if (raw !== undefined) tokens.push({ type: 'literal', text, value: rawString(text), at });
    else if (literal !== undefined) {
      tokens.push({ type: 'literal', text, value: parsed(text.slice(1, -1).replaceAll('\\`', '`'), text), at });
    } else if (space === undefined) tokens.push({ type: text as TokenType, text, at });
    at += text.length;
  }
  return [...tokens, { type: 'end', text: '', at }];
}

const shown = (rest: string): string => JSON.stringify(Array.from(rest)[0]);

/** In single quotes only the quote is escaped; Go's lexer takes the backslash away before it and nowhere else. */
const rawString = (text: string): string => text.slice(1, -1).replaceAll("\\'", "'");

function parsed(json: string, text: string): JsonValue {
  try {
    const value = fromPlain(JSON.parse(json));
    if (!isAllFinite(value)) throw new RangeError();
    return value;
  } catch {
    throw new JmesPathError(`${text} is not JSON`);
  }
}

function isAllFinite(value: JsonValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Map) return [...value.values()].every(isAllFinite);
  return Array.isArray(value) ? value.every(isAllFinite) : true;
}
