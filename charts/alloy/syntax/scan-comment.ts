import { END } from './characters';
import type { Report, TextReader } from './text-reader';
import type { Position } from './tokens';

const LINE_FEED = 0x0a;
const STAR = 0x2a;
const SLASH = 0x2f;

/** Whether a comment begins where the slash is already behind. */
export const beginsComment = ({ char }: TextReader): boolean => char === SLASH || char === STAR;

/** Reads the rest of a comment whose first slash is behind. */
export function scanComment(reader: TextReader, start: Position, report: Report): void {
  if (reader.char === SLASH) {
    reader.skipWhile((char) => char !== LINE_FEED && char !== END);
    return;
  }
  reader.advance();
  while (reader.char !== END) {
    const { char } = reader;
    reader.advance();
    if (char === STAR && reader.char === SLASH) {
      reader.advance();
      return;
    }
  }
  report(start, 'block comment not terminated');
}

/** Whether nothing but comments stands between the slash that is behind and the end of its line. Reads ahead. */
export function commentsEndLine(reader: TextReader): boolean {
  while (beginsComment(reader)) {
    if (reader.char === SLASH) return true;
    if (blockHasLineFeed(reader)) return true;
    reader.skipWhile((char) => char === 0x20 || char === 0x09 || char === 0x0d);
    if (reader.char === END || reader.char === LINE_FEED) return true;
    if (reader.char !== SLASH) return false;
    reader.advance();
  }
  return false;
}

function blockHasLineFeed(reader: TextReader): boolean {
  reader.advance();
  while (reader.char !== END) {
    const { char } = reader;
    if (char === LINE_FEED) return true;
    reader.advance();
    if (char === STAR && reader.char === SLASH) {
      reader.advance();
      return false;
    }
  }
  return false;
}

/** A comment of a file with CRLF, as if it had LF. A return that keeps a star and a slash from ending the comment stays. */
export function withoutReturns(comment: string): string {
  if (!comment.includes('\r')) return comment;
  const isBlock = comment.startsWith('/*');
  const text = comment.endsWith('\r') ? comment.slice(0, -1) : comment;
  return text.replace(/\r+/g, (returns, at: number) =>
    isBlock && at > 2 && text[at - 1] === '*' && text[at + returns.length] === '/' ? '\r' : '',
  );
}
