import type { CommentGroup, CommentNode } from './ast';
import { Scanner } from './scanner';
import type { SyntaxProblem } from './syntax-error';
import type { Place, Position, Token, TokenKind } from './tokens';

/** The tokens of a text, one at a time, with the comments put aside and everything that is wrong collected. */
export class TokenStream {
  readonly comments: CommentGroup[] = [];
  readonly problems: SyntaxProblem[] = [];
  private current: Token;
  private readonly scanner: Scanner;
  private readonly lineStarts: readonly number[];
  /** A line with a mistake gets no second message from the parser: it would be of the same mistake. */
  private lastMistakenLine = 0;

  constructor(text: string) {
    this.lineStarts = lineStartsOf(text);
    this.scanner = new Scanner(text, (position, message) => this.add(position, message));
    this.current = this.scanner.scan();
    this.takeComments();
  }

  get kind(): TokenKind {
    return this.current.kind;
  }

  is(kind: TokenKind): boolean {
    return this.current.kind === kind;
  }

  get text(): string {
    return this.current.text;
  }

  get start(): Position {
    return this.current.start;
  }

  /** Takes the token, and gives it. */
  next(): Token {
    const token = this.current;
    this.current = this.scanner.scan();
    this.takeComments();
    return token;
  }

  /** Takes the token, which has to be of that kind. */
  expect(kind: TokenKind): Token {
    if (this.kind !== kind) this.refuse(`expected ${kind}, got ${this.kind}`);
    return this.next();
  }

  /** Goes on to a token of one of these kinds, without taking it. */
  skipTo(...kinds: readonly TokenKind[]): void {
    while (this.kind !== 'EOF' && !kinds.includes(this.kind)) this.next();
  }

  /** Reports a mistake at the token, unless its line has had one. */
  refuse(message: string): void {
    if (this.lastMistakenLine === this.start.line) return;
    this.lastMistakenLine = this.start.line;
    this.add(this.start, message);
  }

  /** Reports a mistake somewhere, whatever was reported of that line. */
  add({ line, column }: Position, message: string): void {
    this.problems.push({ line, column, message });
  }

  /** The last byte of a text that starts there. */
  endOf(text: string, start: Position): Place {
    const offset = start.offset + Buffer.byteLength(text) - 1;
    return { offset, line: this.lineAt(offset) };
  }

  private lineAt(offset: number): number {
    let [low, high] = [0, this.lineStarts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private takeComments(): void {
    while (this.kind === 'COMMENT') {
      const group: CommentNode[] = [];
      let endLine = this.start.line;
      while (this.kind === 'COMMENT' && this.start.line <= endLine + 1) {
        const { text, start } = this.current;
        endLine = start.line + (text[1] === '*' ? linesIn(text) : 0);
        // By the length of what is kept: returns that were taken out are missing here, as in Alloy.
        group.push({ text, start, end: this.endOf(text, start) });
        this.current = this.scanner.scan();
      }
      this.comments.push(group);
    }
  }
}

const linesIn = (text: string): number => text.split('\n').length - 1;

function lineStartsOf(text: string): number[] {
  const starts = [0];
  let offset = 0;
  const lines = text.split('\n');
  lines.pop();
  for (const line of lines) {
    offset += Buffer.byteLength(line) + 1;
    starts.push(offset);
  }
  return starts;
}
