import { Cursor } from './cursor';
import { TemplateMistake, tokenize } from './lexer';
import { PipelineParser } from './pipeline-parser';
import type { TemplateNode } from './tree';

export interface ParsedTemplate {
  readonly body: readonly TemplateNode[];
  /** What `define` and `block` name. */
  readonly defined: ReadonlyMap<string, readonly TemplateNode[]>;
  /** Every function that is called, in order of appearance. */
  readonly functions: readonly string[];
}

/** Parses a template as Go's text/template does. @throws TemplateMistake */
export function parseTemplate(source: string, isFunction: (name: string) => boolean): ParsedTemplate {
  return new Parser(new Cursor(tokenize(source)), isFunction).parse();
}

type Ending = 'end' | 'else';

class Parser {
  private rangeDepth = 0;
  private readonly defined = new Map<string, readonly TemplateNode[]>();
  private readonly pipelines: PipelineParser;

  constructor(
    private readonly cursor: Cursor,
    isFunction: (name: string) => boolean,
  ) {
    this.pipelines = new PipelineParser(cursor, isFunction);
  }

  parse(): ParsedTemplate {
    const body: TemplateNode[] = [];
    while (this.cursor.token.type !== 'end') {
      if (this.cursor.token.type === 'open' && this.cursor.keywordAfter() === 'define') this.define();
      else {
        const node = this.node();
        if (typeof node === 'string') throw new TemplateMistake(`unexpected {{${node}}}`);
        if (node !== undefined) body.push(node);
      }
    }
    return { body, defined: this.defined, functions: [...this.pipelines.functions] };
  }

  private define(): void {
    this.cursor.skip(2);
    const name = this.cursor.quoted('define clause');
    this.cursor.expectClose('define clause');
    const outer = this.pipelines.variables;
    this.pipelines.variables = ['$'];
    const { nodes, ending } = this.list();
    if (ending !== 'end') throw new TemplateMistake('unexpected {{else}} in define clause');
    this.pipelines.variables = outer;
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

  /** Nodes up to the `end` or `else` that is theirs. */
  private list(): { readonly nodes: readonly TemplateNode[]; readonly ending: Ending } {
    const nodes: TemplateNode[] = [];
    while (this.cursor.token.type !== 'end') {
      const node = this.node();
      if (node === 'end' || node === 'else') return { nodes, ending: node };
      if (node !== undefined) nodes.push(node);
    }
    throw new TemplateMistake('unexpected EOF');
  }

  private node(): TemplateNode | Ending {
    const token = this.cursor.next();
    if (token.type === 'text') return { type: 'text', text: token.text };
    if (this.cursor.token.type !== 'keyword') return this.action();
    const keyword = this.cursor.next().text;
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        return this.pipelines.nested(() => this.control(keyword));
      case 'template':
        return this.template();
      case 'block':
        return this.pipelines.nested(() => this.block());
      case 'break':
      case 'continue':
        if (this.rangeDepth === 0) throw new TemplateMistake(`{{${keyword}}} outside {{range}}`);
        this.cursor.expectClose(keyword);
        return { type: keyword };
      case 'end':
        this.cursor.expectClose('end');
        return 'end';
      case 'else':
        // What follows is read by the block that it belongs to.
        return 'else';
      default:
        throw this.cursor.unexpected({ type: 'keyword', text: `<${keyword}>` }, 'command');
    }
  }

  private action(): TemplateNode {
    return { type: 'action', pipeline: this.pipelines.pipeline('command', 'close') };
  }

  private template(): TemplateNode {
    const name = this.cursor.quoted('template clause');
    if (this.cursor.skipSpace().type === 'close') {
      this.cursor.skip();
      return { type: 'template', name };
    }
    return { type: 'template', name, pipeline: this.pipelines.pipeline('template clause', 'close') };
  }

  private block(): TemplateNode {
    const name = this.cursor.quoted('block clause');
    const pipeline = this.pipelines.pipeline('block clause', 'close');
    const outer = this.pipelines.variables;
    this.pipelines.variables = ['$'];
    const { nodes, ending } = this.list();
    if (ending !== 'end') throw new TemplateMistake('unexpected {{else}} in block clause');
    this.pipelines.variables = outer;
    this.remember(name, nodes);
    return { type: 'template', name, pipeline };
  }

  private control(type: 'if' | 'with' | 'range'): TemplateNode {
    const known = this.pipelines.variables.length;
    const pipeline = this.pipelines.pipeline(type, 'close');
    if (type === 'range') this.rangeDepth += 1;
    const { nodes, ending } = this.list();
    if (type === 'range') this.rangeDepth -= 1;
    const otherwise = ending === 'else' ? this.otherwise(type) : [];
    this.pipelines.variables.length = known;
    return { type, pipeline, body: nodes, otherwise };
  }

  private otherwise(type: 'if' | 'with' | 'range'): readonly TemplateNode[] {
    const next = this.cursor.skipSpace();
    // `{{else if}}` and `{{else with}}` share the end of the block that they are in.
    if (next.type === 'keyword' && next.text === type && type !== 'range') {
      this.cursor.skip();
      return [this.pipelines.nested(() => this.control(type))];
    }
    this.cursor.expectClose('else');
    const { nodes, ending } = this.list();
    if (ending === 'else') throw new TemplateMistake('expected end; found {{else}}');
    return nodes;
  }
}
