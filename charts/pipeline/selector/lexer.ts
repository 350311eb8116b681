import { unquote } from '../go/unquote';

export interface Token {
  readonly type: '{' | '}' | ',' | '.' | '=' | '!=' | '=~' | '!~' | '|=' | '|~' | 'identifier' | 'string' | 'end';
  readonly text: string;
}

/** Why a selector is none. */
export class SelectorError extends Error {}

const SKIPPED = /(?:[ \t\r\n]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const OPERATOR = /\|=|\|~|!=|!~|=~|[{},.=]/y;
/** Go's scanner takes words, numbers, characters and raw strings apart; to the parser they are all names. */
const NAME = /[\p{L}_][\p{L}\p{Nd}_]*|\d[\w.]*|'(?:[^'\\\n]|\\.)*'|`[^`]*`|[\s\S]/uy;

/** The tokens of a selector as Go's text/scanner finds them. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0];
    at += taken?.length ?? 0;
    return taken;
  };
  for (;;) {
    take(SKIPPED);
    if (at >= text.length) return [...tokens, { type: 'end', text: '' }];
    if (text.startsWith('/*', at)) throw new SelectorError('a comment does not end');
    if (text[at] === '"') {
      const shown = text.slice(at);
      const value = unquote(take(STRING) ?? '');
      if (value === undefined) throw new SelectorError(`${shown} does not end, or has an escape that Go does not know`);
      tokens.push({ type: 'string', text: value });
      continue;
    }
    const operator = take(OPERATOR);
    if (operator !== undefined) tokens.push({ type: operator as Token['type'], text: operator });
    else tokens.push({ type: 'identifier', text: take(NAME) ?? '' });
  }
}
