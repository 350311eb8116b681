import { describeCharacter, END } from './characters';
import type { Report, TextReader } from './text-reader';
import type { Position } from './tokens';

const LINE_FEED = 0x0a;
const BACKSLASH = 0x5c;
const BACKQUOTE = 0x60;

/** Reads the rest of a string whose first quote is behind. Between backquotes stand several lines and no escapes. */
export function scanString(reader: TextReader, quote: number, start: Position, report: Report): void {
  const isRaw = quote === BACKQUOTE;
  for (;;) {
    const { char } = reader;
    if (char === END || (char === LINE_FEED && !isRaw)) {
      report(start, 'string literal not terminated');
      return;
    }
    reader.advance();
    if (char === quote) return;
    if (char === BACKSLASH && !isRaw) scanEscape(reader, report);
  }
}

interface NumericEscape {
  readonly digits: number;
  readonly base: number;
  readonly most: number;
}

const OCTAL: NumericEscape = { digits: 3, base: 8, most: 0xff };

const HEXADECIMAL: Readonly<Record<string, NumericEscape>> = {
  x: { digits: 2, base: 16, most: 0xff },
  u: { digits: 4, base: 16, most: 0x10ffff },
  U: { digits: 8, base: 16, most: 0x10ffff },
};

/** Reads what follows a backslash. A wrong character is left where it is. */
function scanEscape(reader: TextReader, report: Report): void {
  const start = reader.position;
  const letter = reader.char === END ? '' : String.fromCodePoint(reader.char);
  const hexadecimal = HEXADECIMAL[letter];
  const form = hexadecimal ?? (/^[0-7]$/.test(letter) ? OCTAL : undefined);
  if (form === undefined) {
    if (letter === '') report(start, 'escape sequence not terminated');
    else if ('abfnrtv\\"'.includes(letter)) reader.advance();
    else report(start, 'unknown escape sequence');
    return;
  }
  if (hexadecimal !== undefined) reader.advance();
  const value = scanDigits(reader, form, (message) => report(start, message));
  if (value !== undefined && (value > form.most || (value >= 0xd800 && value < 0xe000))) {
    report(start, 'escape sequence is invalid Unicode code point');
  }
}

function scanDigits(
  reader: TextReader,
  { digits, base }: NumericEscape,
  refuse: (message: string) => void,
): number | undefined {
  let value = 0;
  for (let count = 0; count < digits; count++) {
    const { char } = reader;
    const digit = digitOf(char);
    if (digit >= base) {
      const isEnd = char === END;
      refuse(
        isEnd ? 'escape sequence not terminated' : `illegal character ${describeCharacter(char)} in escape sequence`,
      );
      return undefined;
    }
    value = value * base + digit;
    reader.advance();
  }
  return value;
}

/** The value of a hexadecimal digit; more than any for anything else. */
const digitOf = (char: number): number => {
  const digit = char === END ? Number.NaN : Number.parseInt(String.fromCodePoint(char), 16);
  return Number.isNaN(digit) ? Number.POSITIVE_INFINITY : digit;
};
