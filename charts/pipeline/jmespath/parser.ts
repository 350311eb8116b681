import { JmesPathError, type Token, type TokenType, tokenize } from './lexer';
import type { Expression } from './tree';

const IDENTITY: Expression = { type: 'identity' };

/** How strongly a token holds on to what stands left of it; those that are not listed end an expression. */
const POWERS: Readonly<Partial<Record<TokenType, number>>> = {
  '|': 1,
  '||': 2,
  '&&': 3,
  '==': 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '!=': 5,
  '[]': 9,
  '*': 20,
  '[?': 21,
  '.': 40,
  '!': 45,
  '{': 50,
  '[': 55,
  '(': 60,
};

/** Of more tokens is no expression that is meant; go-jmespath itself has no bound. */
const MOST_TOKENS = 1000;

/** Below this a projection ends. */
const PROJECTION_STOP = 10;

/** Compiles an expression as go-jmespath does. @throws JmesPathError */
export function parseJmesPath(expression: string): Expression {
  const tokens = tokenize(expression);
  if (tokens.length > MOST_TOKENS) throw new JmesPathError(`it has more than ${MOST_TOKENS} parts`);
  return new Parser(tokens).parse();
}

class Parser {
  private index = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    const expression = this.expression(0);
    if (this.current !== 'end') throw this.unexpected();
    return expression;
  }

  private get token(): Token {
    return this.tokens[Math.min(this.index, this.tokens.length - 1)] ?? { type: 'end', text: '', at: 0 };
  }

  private get current(): TokenType {
    return this.token.type;
  }

  private next(): Token {
    const { token } = this;
    this.index += 1;
    return token;
  }

  private expect(type: TokenType): void {
    if (this.current !== type) throw this.unexpected();
    this.index += 1;
  }

  private unexpected(token = this.token): JmesPathError {
    return new JmesPathError(
      token.type === 'end' ? 'it ends too early' : `"${token.text}" at ${token.at + 1} does not belong there`,
    );
  }

  private expression(power: number): Expression {
    let left = this.start(this.next());
    while (power < (POWERS[this.current] ?? 0)) left = this.after(this.next(), left);
    return left;
  }

  private start(token: Token): Expression {
    switch (token.type) {
      case 'literal':
        return { type: 'literal', value: token.value ?? null };
      case 'identifier':
        return { type: 'field', name: token.text };
      case 'quoted':
        if (this.current === '(') throw this.unexpected(token);
        return { type: 'field', name: token.text };
      case '*': {
        const right = this.current === ']' ? IDENTITY : this.projected('*');
        return { type: 'values', left: IDENTITY, right };
      }
      case '[?':
        return this.filter(IDENTITY);
      case '{':
        return this.hash();
      case '[]':
        return { type: 'projection', left: { type: 'flatten', of: IDENTITY }, right: this.projected('[]') };
      case '[':
        return this.bracketAtStart();
      case '@':
        return IDENTITY;
      case '&':
        return { type: 'reference', of: this.expression(0) };
      case '!':
        return { type: 'not', of: this.expression(POWERS['!'] ?? 0) };
      case '(': {
        const inner = this.expression(0);
        this.expect(')');
        return inner;
      }
      default:
        throw this.unexpected(token);
    }
  }

  private bracketAtStart(): Expression {
    if (this.current === 'number' || this.current === ':') {
      let index: Expression;
      try {
        index = this.indexOrSlice();
      } catch {
        // go-jmespath forgets the mistake here, and goes on behind what it has read.
        return { type: 'broken' };
      }
      return this.indexed(IDENTITY, index);
    }
    if (this.current === '*' && this.tokens[this.index + 1]?.type === ']') {
      this.index += 2;
      return { type: 'projection', left: IDENTITY, right: this.projected('*') };
    }
    return this.list();
  }

  private after(token: Token, left: Expression): Expression {
    const { type } = token;
    switch (type) {
      case '.': {
        if (this.current !== '*') return { type: 'chain', left, right: this.afterDot(POWERS['.'] ?? 0) };
        this.index += 1;
        return { type: 'values', left, right: this.projected('.') };
      }
      case '|':
        return { type: 'chain', left, right: this.expression(POWERS['|'] ?? 0) };
      case '||':
        return { type: 'or', left, right: this.expression(POWERS['||'] ?? 0) };
      case '&&':
        return { type: 'and', left, right: this.expression(POWERS['&&'] ?? 0) };
      case '(':
        return this.call(left);
      case '[?':
        return this.filter(left);
      case '[]':
        return { type: 'projection', left: { type: 'flatten', of: left }, right: this.projected('[]') };
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return { type: 'comparison', by: type, left, right: this.expression(POWERS[type] ?? 0) };
      case '[': {
        if (this.current === 'number' || this.current === ':') return this.indexed(left, this.indexOrSlice());
        this.expect('*');
        this.expect(']');
        return { type: 'projection', left, right: this.projected('*') };
      }
      default:
        throw this.unexpected(token);
    }
  }

  private call(left: Expression): Expression {
    const args: Expression[] = [];
    while (this.current !== ')') {
      args.push(this.expression(0));
      if (this.current === ',') this.index += 1;
    }
    this.expect(')');
    return left.type === 'field' ? { type: 'call', name: left.name, args } : { type: 'broken' };
  }

  private indexOrSlice(): Expression {
    if (this.current !== ':' && this.tokens[this.index + 1]?.type !== ':') {
      const index = this.number();
      this.expect(']');
      return { type: 'index', index };
    }
    const parts: (number | undefined)[] = [undefined, undefined, undefined];
    for (let part = 0; this.current !== ']' && part < 3; ) {
      if (this.current === ':') {
        part += 1;
        this.index += 1;
      } else if (this.current === 'number') parts[part] = this.number();
      else throw this.unexpected();
    }
    this.expect(']');
    return { type: 'slice', parts };
  }

  private number(): number {
    const value = Number(this.token.text);
    if (this.token.text === '-' || !Number.isSafeInteger(value)) throw this.unexpected();
    this.index += 1;
    return value;
  }

  private indexed(left: Expression, right: Expression): Expression {
    const chain: Expression = { type: 'chain', left, right };
    return right.type === 'slice' ? { type: 'projection', left: chain, right: this.projected('*') } : chain;
  }

  private filter(left: Expression): Expression {
    const condition = this.expression(0);
    this.expect(']');
    const right = this.current === '[]' ? IDENTITY : this.projected('[?');
    return { type: 'filter', left, right, condition };
  }

  private projected(by: TokenType): Expression {
    const power = POWERS[by] ?? 0;
    if ((POWERS[this.current] ?? 0) < PROJECTION_STOP) return IDENTITY;
    if (this.current === '[' || this.current === '[?') return this.expression(power);
    this.expect('.');
    return this.afterDot(power);
  }

  private afterDot(power: number): Expression {
    switch (this.current) {
      case 'identifier':
      case 'quoted':
      case '*':
        return this.expression(power);
      case '[':
        this.index += 1;
        return this.list();
      case '{':
        this.index += 1;
        return this.hash();
      default:
        throw this.unexpected();
    }
  }

  private list(): Expression {
    const items = [this.expression(0)];
    while (this.current !== ']') {
      this.expect(',');
      items.push(this.expression(0));
    }
    this.index += 1;
    return { type: 'list', items };
  }

  private hash(): Expression {
    const entries: (readonly [string, Expression])[] = [];
    for (;;) {
      const key = this.next();
      if (key.type !== 'identifier' && key.type !== 'quoted') throw this.unexpected(key);
      this.expect(':');
      entries.push([key.text, this.expression(0)]);
      if (this.current === ',') this.index += 1;
      else if (this.current === '}') {
        this.index += 1;
        return { type: 'hash', entries };
      }
    }
  }
}
