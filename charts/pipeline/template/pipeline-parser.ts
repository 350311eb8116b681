import { parseFloat64, parseIntLiteral, parseUintLiteral } from '../go/numbers';
import type { Cursor } from './cursor';
import { TemplateMistake, type Token } from './lexer';
import type { NumberNode, Operand, Pipeline } from './tree';

/** Deeper nested than any template that is meant. */
const DEEPEST = 500;

/** Reads what stands between `{{` and `}}`, token by token. */
export class PipelineParser {
  /** Every function that was called, in order of appearance. */
  readonly functions = new Set<string>();
  /** The variables that are known here. */
  variables: string[] = ['$'];
  private depth = 0;

  constructor(
    private readonly cursor: Cursor,
    private readonly isFunction: (name: string) => boolean,
  ) {}

  /** Reads what is nested in something else. */
  nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new TemplateMistake('it is nested too deep');
    const inner = read();
    this.depth -= 1;
    return inner;
  }

  pipeline(context: string, end: 'close' | ')'): Pipeline {
    const { variables, assigns } = this.declarations(context);
    const commands: (readonly Operand[])[] = [];
    for (;;) {
      const token = this.cursor.skipSpace();
      if (token.type === end) {
        this.cursor.skip();
        break;
      }
      if (!STARTS_OPERAND.has(token.type)) throw this.cursor.unexpected(token, context);
      commands.push(this.command());
    }
    if (commands.length === 0) throw new TemplateMistake(`missing value for ${context}`);
    const stage = commands.findIndex(([first], index) => index > 0 && first !== undefined && CONSTANTS.has(first.type));
    if (stage > 0) throw new TemplateMistake(`non executable command in pipeline stage ${stage + 1}`);
    return { type: 'pipeline', variables, assigns, commands };
  }

  private declarations(context: string): { readonly variables: readonly string[]; readonly assigns: boolean } {
    const variables: string[] = [];
    for (;;) {
      const start = this.cursor.place;
      if (this.cursor.skipSpace().type !== 'variable') return { variables, assigns: false };
      const { text } = this.cursor.next();
      const next = this.cursor.skipSpace();
      if (next.type === 'assign' || next.type === 'declare') {
        this.cursor.skip();
        this.variables.push(text);
        return { variables: [...variables, text], assigns: next.type === 'assign' };
      }
      if (next.type !== 'other' || next.text !== ',') {
        if (variables.length > 0) throw this.cursor.unexpected(next, context);
        this.cursor.backTo(start);
        return { variables, assigns: false };
      }
      this.cursor.skip();
      this.variables.push(text);
      variables.push(text);
      if (context !== 'range' || variables.length > 1) throw new TemplateMistake(`too many declarations in ${context}`);
      if (this.cursor.skipSpace().type !== 'variable') throw new TemplateMistake('range can only initialize variables');
    }
  }

  private command(): readonly Operand[] {
    const operands: Operand[] = [];
    for (;;) {
      if (STARTS_OPERAND.has(this.cursor.skipSpace().type)) operands.push(this.operand());
      const { token } = this.cursor;
      if (token.type === 'space') continue;
      if (token.type === 'close' || token.type === ')') break;
      this.cursor.skip();
      if (token.type !== 'pipe') throw this.cursor.unexpected(token, 'operand');
      break;
    }
    if (operands.length === 0) throw new TemplateMistake('empty command');
    return operands;
  }

  private operand(): Operand {
    const term = this.term();
    const names: string[] = [];
    while (this.cursor.token.type === 'field') names.push(this.cursor.next().text);
    if (names.length === 0) return term;
    switch (term.type) {
      case 'field':
        return { type: 'field', names: [...term.names, ...names] };
      case 'variable':
        return { ...term, names: [...term.names, ...names] };
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot':
        throw new TemplateMistake('unexpected . after term');
      default:
        return { type: 'chain', of: term, names };
    }
  }

  private term(): Operand {
    const token = this.cursor.next();
    switch (token.type) {
      case 'identifier':
        if (!this.isFunction(token.text)) throw new TemplateMistake(`function "${token.text}" not defined`);
        this.functions.add(token.text);
        return { type: 'function', name: token.text };
      case 'dot':
      case 'nil':
        return { type: token.type };
      case 'variable':
        if (!this.variables.includes(token.text)) throw new TemplateMistake(`undefined variable "${token.text}"`);
        return { type: 'variable', name: token.text, names: [] };
      case 'field':
        return { type: 'field', names: [token.text] };
      case 'bool':
        return { type: 'bool', value: token.text === 'true' };
      case 'number':
        return numberNode(token.text);
      case 'string':
        return { type: 'string', value: token.text };
      case '(':
        return this.nested(() => this.pipeline('parenthesized pipeline', ')'));
      default:
        throw this.cursor.unexpected(token, 'operand');
    }
  }
}

const STARTS_OPERAND: ReadonlySet<Token['type']> = new Set([
  'bool',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'string',
  'variable',
  '(',
]);

const CONSTANTS: ReadonlySet<Operand['type']> = new Set(['bool', 'dot', 'nil', 'number', 'string']);

function numberNode(text: string): NumberNode {
  const whole = parseIntLiteral(text);
  if (whole !== undefined) return { type: 'number', text, int: whole, float: Number(whole) };
  const isFloat = /[.eEpP]/.test(text);
  if (!isFloat && parseUintLiteral(text) === undefined) throw new TemplateMistake(`integer overflow: "${text}"`);
  const float = parseFloat64(text);
  if (float === undefined) throw new TemplateMistake(`illegal number syntax: "${text}"`);
  const int = Number.isInteger(float) && Math.abs(float) < 2 ** 63 ? BigInt(float) : undefined;
  return { type: 'number', text, float, int };
}
