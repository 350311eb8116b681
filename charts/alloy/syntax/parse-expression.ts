import type { ExpressionNode, FieldName, FieldNode } from './ast';
import type { TokenStream } from './token-stream';
import { isBinaryOperator, isUnaryOperator, type Position, PRECEDENCE, type TokenKind } from './tokens';

/** Takes what follows a mistake, up to the end of its statement. */
export function skipStatement(tokens: TokenStream): void {
  const open = { '{': 0, '[': 0, '(': 0 };
  while (tokens.kind !== 'EOF') {
    switch (tokens.kind) {
      case '{':
      case '[':
      case '(':
        open[tokens.kind]++;
        break;
      case '}':
        open['{']--;
        break;
      case ']':
        open['[']--;
        break;
      case ')':
        open['(']--;
        break;
      case 'TERMINATOR':
        if (Object.values(open).every((count) => count <= 0)) return;
    }
    tokens.next();
  }
}

/** Reads expressions. `parseBody` reads a block that stands where a value should, so that it is refused as a whole. */
export class ExpressionParser {
  constructor(
    private readonly tokens: TokenStream,
    private readonly parseBody: () => void,
  ) {}

  parse(): ExpressionNode {
    return this.binary(1);
  }

  /** Operators that bind at least as tightly as `loosest`; those that bind alike group from the left. */
  private binary(loosest: number): ExpressionNode {
    let left = this.power();
    for (;;) {
      const { kind: operator } = this.tokens;
      if (!isBinaryOperator(operator) || PRECEDENCE[operator] < loosest) return left;
      const { start: operatorAt } = this.tokens.next();
      const right = this.binary(PRECEDENCE[operator] + 1);
      left = { type: 'binary', operator, operatorAt, left, right, start: left.start, end: right.end };
    }
  }

  private power(): ExpressionNode {
    const left = this.unary();
    if (this.tokens.kind !== '^') return left;
    const { start: operatorAt } = this.tokens.next();
    const right = this.power();
    return { type: 'binary', operator: '^', operatorAt, left, right, start: left.start, end: right.end };
  }

  private unary(): ExpressionNode {
    const { kind: operator } = this.tokens;
    if (!isUnaryOperator(operator)) return this.chain();
    const { start } = this.tokens.next();
    const value = this.unary();
    return { type: 'unary', operator, value, start, end: value.end };
  }

  /** A value and what is asked of it: `a.b[0](c)`. */
  private chain(): ExpressionNode {
    const { tokens } = this;
    let value = this.primary();
    for (;;) {
      const { start } = value;
      switch (tokens.kind) {
        case '.': {
          tokens.next();
          const name = tokens.expect('IDENT');
          value = { type: 'access', value, name: name.text, start, end: tokens.endOf(name.text, name.start) };
          break;
        }
        case '[': {
          const { start: open } = tokens.next();
          const index = this.parse();
          const { start: close } = tokens.expect(']');
          value = { type: 'index', value, open, index, close, start, end: close };
          break;
        }
        case '(': {
          const { start: open } = tokens.next();
          const args = this.list(')');
          const { start: close } = tokens.expect(')');
          value = { type: 'call', called: value, open, args, close, start, end: close };
          break;
        }
        case 'STRING':
        case '{':
          if (!this.refuseBlock(start)) return value;
          break;
        default:
          return value;
      }
    }
  }

  /** Somebody gives a block where a value is wanted. False if it is not even that; then the statement is given up. */
  private refuseBlock(start: Position): boolean {
    const { tokens } = this;
    if (tokens.kind === 'STRING') tokens.next();
    if (tokens.expect('{').kind === '{') {
      this.parseBody();
      if (tokens.expect('}').kind === '}') {
        tokens.add(start, 'cannot use a block as an expression');
        return true;
      }
    }
    skipStatement(tokens);
    return false;
  }

  private primary(): ExpressionNode {
    const { tokens } = this;
    const { kind, text, start } = tokens;
    switch (kind) {
      case 'IDENT':
        tokens.next();
        return { type: 'identifier', name: text, start, end: tokens.endOf(text, start) };
      case 'STRING':
      case 'NUMBER':
      case 'FLOAT':
      case 'BOOL':
      case 'NULL':
        tokens.next();
        return { type: 'literal', kind, text, start, end: tokens.endOf(text, start) };
      case '(': {
        tokens.next();
        const value = this.parse();
        return { type: 'parentheses', value, start, end: tokens.expect(')').start };
      }
      case '[': {
        tokens.next();
        const items = this.list(']');
        const { start: close } = tokens.expect(']');
        return { type: 'list', items, close, start, end: close };
      }
      case '{': {
        tokens.next();
        const fields = this.fields();
        const { start: close } = tokens.expect('}');
        return { type: 'object', fields, close, start, end: close };
      }
    }
    tokens.refuse(`expected expression, got ${kind}`);
    tokens.skipTo('TERMINATOR', ')', '}', ']', ',');
    return { type: 'literal', kind: 'NULL', text: 'null', start, end: start };
  }

  private list(until: TokenKind): ExpressionNode[] {
    return this.commaSeparated(until, 'expression list', () => this.parse());
  }

  private fields(): FieldNode[] {
    // A bracket here is taken for the end as well, as in Alloy; what is missing is then the brace alone.
    return this.tokens.kind === ']' ? [] : this.commaSeparated('}', 'field list', () => this.field());
  }

  private commaSeparated<Item>(until: TokenKind, noun: string, parseItem: () => Item): Item[] {
    const { tokens } = this;
    const items: Item[] = [];
    while (tokens.kind !== until && tokens.kind !== 'EOF') {
      items.push(parseItem());
      if (tokens.kind === until) break;
      if (tokens.kind !== ',') tokens.refuse(`missing ',' in ${noun}`);
      tokens.next();
    }
    return items;
  }

  private field(): FieldNode {
    const { tokens } = this;
    const name = this.fieldName();
    tokens.expect('=');
    return { name, value: this.parse() };
  }

  private fieldName(): FieldName {
    const { tokens } = this;
    const { kind, text: written, start } = tokens;
    if (kind !== 'STRING' && kind !== 'IDENT') {
      tokens.refuse(`expected field name (string or identifier), got ${kind}`);
      tokens.skipTo('=');
      return { text: '', isQuoted: false, start, end: start };
    }
    tokens.next();
    const isQuoted = kind === 'STRING' && Buffer.byteLength(written) > 2;
    const text = isQuoted ? written.slice(1, -1) : written;
    // As if the quotes were not there: of a name over several lines this is not always on the last one.
    return { text, isQuoted, start, end: tokens.endOf(text, start) };
  }
}
