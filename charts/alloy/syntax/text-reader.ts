import { END } from './characters';
import type { Position } from './tokens';

export const BYTE_ORDER_MARK = 0xfeff;

const LINE_FEED = 0x0a;

/** Says that something is wrong with a text. */
export type Report = (position: Position, message: string) => void;

/** Where in a text a reader stands. */
export interface Spot {
  /** The code point that is looked at; `END` after the last one. */
  readonly char: number;
  /** Index of it in the text, in UTF-16 units. */
  readonly index: number;
  /** Offset of it, in bytes of UTF-8. */
  readonly offset: number;
  readonly line: number;
  /** Offset of the first byte of the line. */
  readonly lineStart: number;
}

/** Goes through a text character by character, and can go back. */
export class TextReader {
  spot: Spot = { char: END, index: 0, offset: 0, line: 1, lineStart: 0 };

  constructor(
    private readonly text: string,
    private readonly report: Report,
  ) {
    this.load(0, 0, 1, 0);
    if (this.char === BYTE_ORDER_MARK) this.advance();
  }

  get char(): number {
    return this.spot.char;
  }

  /** The code unit after the character, or NaN. */
  get following(): number {
    return this.text.charCodeAt(this.nextIndex);
  }

  get position(): Position {
    const { offset, line, lineStart } = this.spot;
    return { offset, line, column: offset - lineStart + 1 };
  }

  textFrom({ index }: Spot): string {
    return this.text.slice(index, this.spot.index);
  }

  goBack(spot: Spot): void {
    this.spot = spot;
  }

  skipWhile(isSkipped: (char: number) => boolean): void {
    while (isSkipped(this.char)) this.advance();
  }

  advance(): void {
    const { char, offset, line, lineStart } = this.spot;
    if (char === END) return;
    const next = offset + bytesOf(char);
    if (char === LINE_FEED) this.load(this.nextIndex, next, line + 1, next);
    else this.load(this.nextIndex, next, line, lineStart);
  }

  private get nextIndex(): number {
    return this.spot.index + (this.char > 0xffff ? 2 : 1);
  }

  /** Looks at a character. What is wrong with it by itself is reported each time that it is looked at. */
  private load(index: number, offset: number, line: number, lineStart: number): void {
    const char = this.text.codePointAt(index) ?? END;
    this.spot = { char, index, offset, line, lineStart };
    if (char === 0) this.report(this.position, 'illegal character NUL');
    if (char === BYTE_ORDER_MARK && offset > 0) this.report(this.position, 'illegal byte order mark');
  }
}

const bytesOf = (char: number): number => (char < 0x80 ? 1 : char < 0x800 ? 2 : char < 0x10000 ? 3 : 4);
