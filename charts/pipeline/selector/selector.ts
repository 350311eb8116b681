import { compileRegexp, type GoRegexp, isRegexp } from '../go/regexp';
import type { Labels } from '../labels';
import { SelectorError, type Token, tokenize } from './lexer';

/** The selector of a `match` stage: labels, and what the line contains. */
export interface Selector {
  /** Whether a stream with these labels, and a line, are selected. */
  readonly selects: (labels: Labels, line: string) => boolean;
}

type Comparison = '=' | '!=' | '=~' | '!~';
type Filter = '|=' | '|~' | '!=' | '!~';

/**
 * Reads a selector as Promtail's own parser does, which knows no more of LogQL than matchers and line filters:
 * `{app="x", env=~"prod|test"} |= "error" !~ "debug"`. Texts stand in double quotes, with Go's escapes.
 * @throws SelectorError
 */
export function parseSelector(text: string): Selector {
  const parser = new Parser(tokenize(text));
  const { matchers, filters } = parser.parse();
  return {
    selects: (labels, line) => matchers.every((matches) => matches(labels)) && filters.every((passes) => passes(line)),
  };
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): { matchers: ((labels: Labels) => boolean)[]; filters: ((line: string) => boolean)[] } {
    this.expect('{');
    const matchers = [this.matcher()];
    while (this.token.type === ',') {
      this.at += 1;
      matchers.push(this.matcher());
    }
    this.expect('}');
    const filters: ((line: string) => boolean)[] = [];
    while (this.token.type !== 'end') filters.push(this.filter());
    return { matchers, filters };
  }

  private get token(): Token {
    return this.tokens[this.at] ?? { type: 'end', text: '' };
  }

  private expect(type: Token['type'], what = `"${type}"`): string {
    const { token } = this;
    if (token.type !== type) {
      throw new SelectorError(
        `${token.type === 'end' ? 'it ends' : JSON.stringify(token.text)} where ${what} has to be`,
      );
    }
    this.at += 1;
    return token.text;
  }

  private matcher(): (labels: Labels) => boolean {
    const name = this.expect('identifier', 'the name of a label');
    const by = this.operator<Comparison>(['=', '!=', '=~', '!~']);
    const value = this.expect('string', 'a text in double quotes');
    const regexp = by === '=~' || by === '!~' ? compiled(`^(?s:${value})$`, value) : undefined;
    const isMet = (label: string): boolean => (regexp === undefined ? label === value : regexp.test(label));
    const isNegated = by.startsWith('!');
    return (labels) => isMet(labels.get(name) ?? '') !== isNegated;
  }

  private filter(): (line: string) => boolean {
    const by = this.operator<Filter>(['|=', '|~', '!=', '!~']);
    const text = this.expect('string', 'a text in double quotes');
    const regexp = by.endsWith('~') ? compiled(text, text) : undefined;
    const isMet = (line: string): boolean => (regexp === undefined ? line.includes(text) : regexp.test(line));
    const isNegated = by.startsWith('!');
    return (line) => isMet(line) !== isNegated;
  }

  private operator<Operator extends Token['type']>(operators: readonly Operator[]): Operator {
    const found = operators.find((operator) => operator === this.token.type);
    if (found === undefined) {
      const { type, text } = this.token;
      throw new SelectorError(
        `${type === 'end' ? 'it ends' : JSON.stringify(text)} where one of ${operators.join(' ')} has to be`,
      );
    }
    this.at += 1;
    return found;
  }
}

function compiled(pattern: string, shown: string): GoRegexp {
  const regexp = compileRegexp(pattern);
  if (!isRegexp(regexp))
    throw new SelectorError(`${JSON.stringify(shown)} is not a regular expression: ${regexp.mistake}`);
  return regexp;
}
