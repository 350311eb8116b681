import { TemplateMistake, type Token } from './lexer';

/** The tokens of a template, one after another. */
export class Cursor {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get token(): Token {
    return this.tokens[this.at] ?? { type: 'end', text: '' };
  }

  next(): Token {
    const { token } = this;
    this.at += 1;
    return token;
  }

  skipSpace(): Token {
    while (this.token.type === 'space') this.at += 1;
    return this.token;
  }

  skip(count = 1): void {
    this.at += count;
  }

  /** A place to come back to. */
  get place(): number {
    return this.at;
  }

  backTo(place: number): void {
    this.at = place;
  }

  keywordAfter(): string | undefined {
    const token = this.tokens[this.at + 1];
    return token?.type === 'keyword' ? token.text : undefined;
  }

  /** The mistake that a token is. */
  unexpected(token: Token, context: string): TemplateMistake {
    const shown = token.type === 'end' ? 'EOF' : token.type === 'close' ? '"}}"' : `"${token.text}"`;
    return new TemplateMistake(`unexpected ${shown} in ${context}`);
  }

  expectClose(context: string): void {
    const token = this.skipSpace();
    if (token.type !== 'close') throw this.unexpected(token, context);
    this.at += 1;
  }

  /** A string in quotes. */
  quoted(context: string): string {
    const token = this.skipSpace();
    if (token.type !== 'string') throw this.unexpected(token, context);
    this.at += 1;
    return token.text;
  }
}
