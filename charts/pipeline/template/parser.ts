import { parseFloat64, parseIntLiteral } from '../go/numbers';
import { TemplateMistake, type Token, tokenize } from './lexer';

/** A number of a template: what it is as an integer and as a float, where it is that. */
export interface NumberNode {
  readonly type: 'number';
  readonly text: string;
  readonly int?: bigint;
  readonly float?: number;
}

export type Operand =
  | { readonly type: 'dot' | 'nil' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | NumberNode
  | { readonly type: 'field'; readonly names: readonly string[] }
  | { readonly type: 'variable'; readonly name: string; readonly names: readonly string[] }
  | { readonly type: 'function'; readonly name: string }
  | { readonly type: 'chain'; readonly of: Operand; readonly names: readonly string[] }
  | Pipeline;

export interface Pipeline {
  readonly type: 'pipeline';
  readonly variables: readonly string[];
  /** `=` sets a variable that is there, `:=` makes one. */
  readonly assigns: boolean;
  readonly commands: readonly (readonly Operand[])[];
}

export type TemplateNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly pipeline: Pipeline }
  | {
      readonly type: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | { readonly type: 'template'; readonly name: string; readonly pipeline?: Pipeline }
  | { readonly type: 'break' | 'continue' };

export interface ParsedTemplate {
  readonly body: readonly TemplateNode[];
  /** What `define` and `block` name. */
  readonly defined: ReadonlyMap<string, readonly TemplateNode[]>;
  /** Every function that is called, in order of appearance. */
  readonly functions: readonly string[];
}

/** Parses a template as Go's text/template does. @throws TemplateMistake */
export function parseTemplate(source: string, isFunction: (name: string) => boolean): ParsedTemplate {
  return new Parser(tokenize(source), isFunction).parse();
}

type Ending = 'end' | 'else';

class Parser {
  private at = 0;
  private rangeDepth = 0;
  private variables: string[] = ['$'];
  private readonly defined = new Map<string, readonly TemplateNode[]>();
  private readonly functions = new Set<string>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly isFunction: (name: string) => boolean,
  ) {}

  parse(): ParsedTemplate {
    const body: TemplateNode[] = [];
    while (this.token.type !== 'end') {
      if (this.token.type === 'open' && this.keywordAfter() === 'define') this.define();
      else {
        const node = this.node();
        if (typeof node === 'string') throw new TemplateMistake(`unexpected {{${node}}}`);
        if (node !== undefined) body.push(node);
      }
    }
    return { body, defined: this.defined, functions: [...this.functions] };
  }

  private get token(): Token {
    return this.tokens[this.at] ?? { type: 'end', text: '' };
  }

  private next(): Token {
    const { token } = this;
    this.at += 1;
    return token;
  }

  private skipSpace(): Token {
    while (this.token.type === 'space') this.at += 1;
    return this.token;
  }

  private keywordAfter(): string | undefined {
    const token = this.tokens[this.at + 1];
    return token?.type === 'keyword' ? token.text : undefined;
  }

  private unexpected(token: Token, context: string): TemplateMistake {
    const shown = token.type === 'end' ? 'EOF' : token.type === 'close' ? '"}}"' : `"${token.text}"`;
    return new TemplateMistake(`unexpected ${shown} in ${context}`);
  }

  private expectClose(context: string): void {
    const token = this.skipSpace();
    if (token.type !== 'close') throw this.unexpected(token, context);
    this.at += 1;
  }

  private define(): void {
    this.at += 2;
    const name = this.name('define clause');
    this.expectClose('define clause');
    const outer = this.variables;
    this.variables = ['$'];
    const { nodes, ending } = this.list();
    if (ending !== 'end') throw new TemplateMistake('unexpected {{else}} in define clause');
    this.variables = outer;
    this.remember(name, nodes);
  }

  /** An empty definition does not take the place of one that is not. */
  private remember(name: string, nodes: readonly TemplateNode[]): void {
    const isEmpty = (list: readonly TemplateNode[]): boolean =>
      list.every((node) => node.type === 'text' && node.text.trim() === '');
    const before = this.defined.get(name);
    if (before !== undefined && !isEmpty(before) && !isEmpty(nodes)) {
      throw new TemplateMistake(`multiple definition of template "${name}"`);
    }
    if (before === undefined || isEmpty(before)) this.defined.set(name, nodes);
  }

  private name(context: string): string {
    const token = this.skipSpace();
    if (token.type !== 'string') throw this.unexpected(token, context);
    this.at += 1;
    return token.text;
  }

  /** Nodes up to the `end` or `else` that is theirs. */
  private list(): { readonly nodes: readonly TemplateNode[]; readonly ending: Ending } {
    const nodes: TemplateNode[] = [];
    while (this.token.type !== 'end') {
      const node = this.node();
      if (node === 'end' || node === 'else') return { nodes, ending: node };
      if (node !== undefined) nodes.push(node);
    }
    throw new TemplateMistake('unexpected EOF');
  }

  private node(): TemplateNode | Ending {
    const token = this.next();
    if (token.type === 'text') return { type: 'text', text: token.text };
    if (this.token.type !== 'keyword') return this.action();
    const keyword = this.next().text;
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        return this.control(keyword);
      case 'template':
        return this.template();
      case 'block':
        return this.block();
      case 'break':
      case 'continue':
        if (this.rangeDepth === 0) throw new TemplateMistake(`{{${keyword}}} outside {{range}}`);
        this.expectClose(keyword);
        return { type: keyword };
      case 'end':
        this.expectClose('end');
        return 'end';
      case 'else':
        // What follows is read by the block that it belongs to.
        return 'else';
      default:
        throw this.unexpected({ type: 'keyword', text: `<${keyword}>` }, 'command');
    }
  }

  private action(): TemplateNode {
    return { type: 'action', pipeline: this.pipeline('command', 'close') };
  }

  private template(): TemplateNode {
    const name = this.name('template clause');
    if (this.skipSpace().type === 'close') {
      this.at += 1;
      return { type: 'template', name };
    }
    return { type: 'template', name, pipeline: this.pipeline('template clause', 'close') };
  }

  private block(): TemplateNode {
    const name = this.name('block clause');
    const pipeline = this.pipeline('block clause', 'close');
    const outer = this.variables;
    this.variables = ['$'];
    const { nodes, ending } = this.list();
    if (ending !== 'end') throw new TemplateMistake('unexpected {{else}} in block clause');
    this.variables = outer;
    this.remember(name, nodes);
    return { type: 'template', name, pipeline };
  }

  private control(type: 'if' | 'with' | 'range'): TemplateNode {
    const known = this.variables.length;
    const pipeline = this.pipeline(type, 'close');
    if (type === 'range') this.rangeDepth += 1;
    const { nodes, ending } = this.list();
    if (type === 'range') this.rangeDepth -= 1;
    const otherwise = ending === 'else' ? this.otherwise(type) : [];
    this.variables.length = known;
    return { type, pipeline, body: nodes, otherwise };
  }

  private otherwise(type: 'if' | 'with' | 'range'): readonly TemplateNode[] {
    const next = this.skipSpace();
    // `{{else if}}` and `{{else with}}` share the end of the block that they are in.
    if (next.type === 'keyword' && next.text === type && type !== 'range') {
      this.at += 1;
      return [this.control(type)];
    }
    this.expectClose('else');
    const { nodes, ending } = this.list();
    if (ending === 'else') throw new TemplateMistake('expected end; found {{else}}');
    return nodes;
  }

  private pipeline(context: string, end: 'close' | ')'): Pipeline {
    const { variables, assigns } = this.declarations(context);
    const commands: (readonly Operand[])[] = [];
    for (;;) {
      const token = this.skipSpace();
      if (token.type === end) {
        this.at += 1;
        break;
      }
      if (!STARTS_OPERAND.has(token.type)) throw this.unexpected(token, context);
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
      const start = this.at;
      if (this.skipSpace().type !== 'variable') return { variables, assigns: false };
      const { text } = this.next();
      const next = this.skipSpace();
      if (next.type === 'assign' || next.type === 'declare') {
        this.at += 1;
        this.variables.push(text);
        return { variables: [...variables, text], assigns: next.type === 'assign' };
      }
      if (next.type !== 'other' || next.text !== ',') {
        if (variables.length > 0) throw this.unexpected(next, context);
        this.at = start;
        return { variables, assigns: false };
      }
      this.at += 1;
      this.variables.push(text);
      variables.push(text);
      if (context !== 'range' || variables.length > 1) throw new TemplateMistake(`too many declarations in ${context}`);
      if (this.skipSpace().type !== 'variable') throw new TemplateMistake('range can only initialize variables');
    }
  }

  private command(): readonly Operand[] {
    const operands: Operand[] = [];
    for (;;) {
      if (STARTS_OPERAND.has(this.skipSpace().type)) operands.push(this.operand());
      const { token } = this;
      if (token.type === 'space') continue;
      if (token.type === 'close' || token.type === ')') break;
      this.at += 1;
      if (token.type !== 'pipe') throw this.unexpected(token, 'operand');
      if (!STARTS_OPERAND.has(this.skipSpace().type)) throw new TemplateMistake('missing value for command');
      break;
    }
    if (operands.length === 0) throw new TemplateMistake('empty command');
    return operands;
  }

  private operand(): Operand {
    const term = this.term();
    const names: string[] = [];
    while (this.token.type === 'field') names.push(this.next().text);
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
    const token = this.next();
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
        return this.pipeline('parenthesized pipeline', ')');
      default:
        throw this.unexpected(token, 'operand');
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
  const isFloat = !/^[+-]?0[xXoObB]/.test(text) || /[.pP]/.test(text);
  const whole = parseIntLiteral(text);
  if (whole !== undefined) return { type: 'number', text, int: whole, float: Number(whole) };
  const float = isFloat ? parseFloat64(text.replaceAll('_', '')) : undefined;
  if (float === undefined) throw new TemplateMistake(`illegal number syntax: "${text}"`);
  const int = Number.isInteger(float) && Math.abs(float) < 2 ** 63 ? BigInt(float) : undefined;
  return { type: 'number', text, float, int };
}
