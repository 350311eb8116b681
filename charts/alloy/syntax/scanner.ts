import { describeCharacter, END, isDecimal, isDigit, isLetter } from './characters';
import { beginsComment, commentsEndLine, scanComment, withoutReturns } from './scan-comment';
import { scanString } from './scan-string';
import { BYTE_ORDER_MARK, type Report, type Spot, TextReader } from './text-reader';
import type { Position, Token, TokenKind } from './tokens';

const code = (character: string): number => character.charCodeAt(0);

const LINE_FEED = code('\n');
const DOT = code('.');

/** What a symbol of one character becomes together with the character after it. */
const LONGER: Readonly<Record<string, readonly [next: number, kind: TokenKind]>> = {
  '!': [code('='), '!='],
  '=': [code('='), '=='],
  '<': [code('='), '<='],
  '>': [code('='), '>='],
};

const SINGLE: ReadonlySet<string> = new Set('!=<>+-*/%^{}()[],.');

/** After these a line may end a statement. */
const ENDS_OPERAND: ReadonlySet<TokenKind> = new Set(['}', ')', ']']);

/** Takes a text apart into tokens, as Alloy does: a mistake is reported, and scanning goes on. */
export class Scanner {
  private readonly reader: TextReader;
  /** Whether the next line feed ends a statement, or is mere space. */
  private mayTerminate = false;

  constructor(
    text: string,
    private readonly report: Report,
  ) {
    this.reader = new TextReader(text, report);
  }

  /** The next token; `EOF` again and again at the end. */
  scan(): Token {
    const { reader } = this;
    reader.skipWhile(
      (char) => char === 0x20 || char === 0x09 || char === 0x0d || (char === LINE_FEED && !this.mayTerminate),
    );
    const { spot, position: start } = reader;
    const { char } = spot;
    if (isLetter(char)) {
      reader.skipWhile((next) => isLetter(next) || isDigit(next));
      return this.operand(wordKind(reader.textFrom(spot)), start, spot);
    }
    if (isDecimal(char) || (char === DOT && isDecimal(reader.following))) {
      return this.operand(this.scanNumber(start), start, spot);
    }
    if (char === END) return this.end(start);
    reader.advance();
    if (char === LINE_FEED) return this.token('TERMINATOR', start, '\n', false);
    return this.scanOther(String.fromCodePoint(char), start, spot);
  }

  private end(start: Position): Token {
    return this.mayTerminate ? this.token('TERMINATOR', start, '\n', false) : this.token('EOF', start, '', false);
  }

  /** What begins with a character that is neither of a word nor of a number, and is behind. */
  private scanOther(character: string, start: Position, spot: Spot): Token {
    const { reader, report } = this;
    switch (character) {
      case "'":
        report(start, 'illegal single-quoted string; use double quotes');
        scanString(reader, spot.char, start, report);
        return this.operand('ILLEGAL', start, spot);
      case '"':
      case '`':
        scanString(reader, spot.char, start, report);
        return this.operand('STRING', start, spot);
      case '|':
      case '&':
        if (reader.char === spot.char) reader.advance();
        else report(reader.position, `missing second ${character} in ${character}${character}`);
        return this.token(`${character}${character}` as TokenKind, start, '', false);
    }
    if (character === '/' && beginsComment(reader)) return this.scanComment(start, spot);
    if (SINGLE.has(character)) return this.scanSymbol(character, start);
    if (spot.char !== BYTE_ORDER_MARK) report(start, `illegal character ${describeCharacter(spot.char)}`);
    return this.token('ILLEGAL', start, character, this.mayTerminate);
  }

  private token(kind: TokenKind, start: Position, text: string, mayTerminate: boolean): Token {
    this.mayTerminate = mayTerminate;
    return { kind, text, start };
  }

  /** A token that was read from that spot on, and after which a line may end. */
  private operand(kind: TokenKind, start: Position, spot: Spot): Token {
    return this.token(kind, start, this.reader.textFrom(spot), true);
  }

  private scanSymbol(character: string, start: Position): Token {
    const { reader } = this;
    const [next, longer] = LONGER[character] ?? [];
    if (longer !== undefined && reader.char === next) {
      reader.advance();
      return this.token(longer, start, '', false);
    }
    const kind = character as TokenKind;
    return this.token(kind, start, '', ENDS_OPERAND.has(kind));
  }

  private scanNumber(start: Position): TokenKind {
    const { reader } = this;
    let kind: TokenKind = 'NUMBER';
    reader.skipWhile(isDecimal);
    if (reader.char === DOT) {
      kind = 'FLOAT';
      reader.advance();
      reader.skipWhile(isDecimal);
    }
    if (reader.char === code('e') || reader.char === code('E')) {
      kind = 'FLOAT';
      reader.advance();
      if (reader.char === code('+') || reader.char === code('-')) reader.advance();
      if (!isDecimal(reader.char)) this.report(start, 'exponent has no digits');
      reader.skipWhile(isDecimal);
    }
    return kind;
  }

  /** A comment; or the end of the statement before it, when nothing but comments follows on the line. */
  private scanComment(start: Position, spot: Spot): Token {
    const { reader } = this;
    if (this.mayTerminate) {
      const { spot: before } = reader;
      const endsLine = commentsEndLine(reader);
      reader.goBack(endsLine ? spot : before);
      if (endsLine) return this.token('TERMINATOR', start, '\n', false);
    }
    scanComment(reader, start, this.report);
    return this.token('COMMENT', start, withoutReturns(reader.textFrom(spot)), false);
  }
}

const wordKind = (word: string): TokenKind => {
  if (word === 'null') return 'NULL';
  return word === 'true' || word === 'false' ? 'BOOL' : 'IDENT';
};
