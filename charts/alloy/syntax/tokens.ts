/** A byte of a text. */
export interface Place {
  /** In bytes of UTF-8, from 0. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
}

/** A place as messages name it. */
export interface Position extends Place {
  /** In bytes of UTF-8 from the start of the line, from 1. */
  readonly column: number;
}

/** How tightly each binary operator binds; 6 is the tightest. `^` alone groups from the right. */
export const PRECEDENCE = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  '^': 6,
} as const;

export type BinaryOperator = keyof typeof PRECEDENCE;

export type UnaryOperator = '!' | '-';

export const isBinaryOperator = (kind: string): kind is BinaryOperator => Object.hasOwn(PRECEDENCE, kind);

export const isUnaryOperator = (kind: string): kind is UnaryOperator => kind === '!' || kind === '-';

/** Literals are kept as they are written, quotes included. */
export type LiteralKind = 'STRING' | 'NUMBER' | 'FLOAT' | 'BOOL' | 'NULL';

/** The kinds of tokens, spelt as Alloy's messages spell them. */
export type TokenKind =
  | 'ILLEGAL'
  | 'EOF'
  | 'COMMENT'
  | 'IDENT'
  | LiteralKind
  | BinaryOperator
  | UnaryOperator
  | '='
  | '{'
  | '}'
  | '('
  | ')'
  | '['
  | ']'
  | ','
  | '.'
  /** The end of a line that ends a statement. */
  | 'TERMINATOR';

export interface Token {
  readonly kind: TokenKind;
  /** As it is written; comments without carriage returns. */
  readonly text: string;
  readonly start: Position;
}
