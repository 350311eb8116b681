import { joined } from '../go/bytes';
import { callFunction, constantOf, isFunctionName } from './functions';
import { type ParsedTemplate, parseTemplate } from './parser';
import type { Operand, Pipeline, TemplateNode } from './tree';
import {
  ExecutionError,
  type GoMap,
  type GoValue,
  integerOf,
  isList,
  isMap,
  isTrue,
  printed,
  sortedKeys,
  typeName,
} from './value';

export interface Template {
  /** The functions that it calls. */
  readonly functions: readonly string[];
  /** Fills it in. @throws ExecutionError where Go ends with an error */
  readonly execute: (data: GoMap) => string;
}

/** Compiles a template of Go's text/template with Promtail's functions. @throws TemplateMistake */
export function compileTemplate(source: string): Template {
  const parsed = parseTemplate(source, isFunctionName);
  return {
    functions: parsed.functions,
    execute: (data) => {
      const run = new Run(parsed);
      try {
        run.body(parsed.body, data, [['$', data]]);
      } catch (error) {
        // A value may be nested deeper than functions can.
        throw error instanceof RangeError ? new ExecutionError('a value is too large') : error;
      }
      return joined(run.output);
    },
  };
}

/** Templates that call one another without end; Go stops there too, if later. */
const DEEPEST = 1000;

/** More rounds of `range` than any line needs, all together. */
const MOST_ROUNDS = 100_000;

interface Variable {
  readonly name: string;
  value: GoValue;
}

type Scope = Variable[];
type Interruption = 'break' | 'continue' | undefined;

class Run {
  readonly output: string[] = [];
  private depth = 0;
  private rounds = 0;

  constructor(private readonly template: ParsedTemplate) {}

  body(nodes: readonly TemplateNode[], dot: GoValue, variables: readonly (readonly [string, GoValue])[]): void {
    this.nodes(
      nodes,
      dot,
      variables.map(([name, value]) => ({ name, value })),
    );
  }

  private nodes(nodes: readonly TemplateNode[], dot: GoValue, scope: Scope): Interruption {
    const known = scope.length;
    for (const node of nodes) {
      const interruption = this.node(node, dot, scope);
      if (interruption !== undefined) {
        scope.length = known;
        return interruption;
      }
    }
    scope.length = known;
    return undefined;
  }

  private node(node: TemplateNode, dot: GoValue, scope: Scope): Interruption {
    switch (node.type) {
      case 'text':
        this.output.push(node.text);
        return undefined;
      case 'action': {
        const value = this.pipeline(node.pipeline, dot, scope);
        if (node.pipeline.variables.length === 0) this.output.push(value === null ? '<no value>' : printed(value));
        return undefined;
      }
      case 'if':
      case 'with': {
        const known = scope.length;
        const value = this.pipeline(node.pipeline, dot, scope);
        const isMet = isTrue(value);
        const below = node.type === 'with' && isMet ? value : dot;
        const interruption = this.nodes(isMet ? node.body : node.otherwise, below, scope);
        scope.length = known;
        return interruption;
      }
      case 'range':
        this.range(node, dot, scope);
        return undefined;
      case 'template':
        this.call(node.name, node.pipeline === undefined ? null : this.pipeline(node.pipeline, dot, scope));
        return undefined;
      default:
        return node.type;
    }
  }

  private call(name: string, dot: GoValue): void {
    const nodes = name === 'pipeline_template' ? this.template.body : this.template.defined.get(name);
    if (nodes === undefined) throw new ExecutionError(`template "${name}" not defined`);
    if (this.depth >= DEEPEST) throw new ExecutionError('exceeded maximum template depth');
    this.depth += 1;
    this.body(nodes, dot, [['$', dot]]);
    this.depth -= 1;
  }

  private range(node: Extract<TemplateNode, { type: 'if' | 'with' | 'range' }>, dot: GoValue, scope: Scope): void {
    const known = scope.length;
    const { variables, assigns } = node.pipeline;
    const value = this.pipeline({ ...node.pipeline, variables: [] }, dot, scope);
    const before = this.rounds;
    for (const [key, item] of entriesOf(value)) {
      this.rounds += 1;
      if (this.rounds > MOST_ROUNDS) throw new ExecutionError('too many rounds of {{range}}');
      const values = variables.length > 1 ? [key, item] : [item];
      variables.forEach((name, index) => {
        if (assigns) assign(scope, name, values[index] ?? null);
        else scope.push({ name, value: values[index] ?? null });
      });
      const interruption = this.nodes(node.body, item, scope);
      if (!assigns) scope.length = known;
      if (interruption === 'break') break;
    }
    if (this.rounds === before) this.nodes(node.otherwise, dot, scope);
    scope.length = known;
  }

  private pipeline(pipeline: Pipeline, dot: GoValue, scope: Scope): GoValue {
    let value: GoValue | undefined;
    for (const command of pipeline.commands) value = this.command(command, dot, scope, value);
    const result = value ?? null;
    for (const name of pipeline.variables) {
      if (pipeline.assigns) assign(scope, name, result);
      else scope.push({ name, value: result });
    }
    return result;
  }

  /** `final` is what comes from the command before in the pipeline; undefined for the first. */
  private command(operands: readonly Operand[], dot: GoValue, scope: Scope, final: GoValue | undefined): GoValue {
    const [first, ...args] = operands;
    if (first === undefined) throw new ExecutionError('empty command');
    if (first.type === 'function') return this.function(first.name, args, dot, scope, final);
    if (args.length > 0 || final !== undefined) throw new ExecutionError("can't give argument to non-function");
    if (first.type === 'nil') throw new ExecutionError('nil is not a command');
    return this.operand(first, dot, scope);
  }

  private function(
    name: string,
    args: readonly Operand[],
    dot: GoValue,
    scope: Scope,
    final: GoValue | undefined,
  ): GoValue {
    const own = args.map((operand) => ({ operand, value: () => this.operand(operand, dot, scope) }));
    return callFunction(name, final === undefined ? own : [...own, { value: () => final }]);
  }

  private operand(operand: Operand, dot: GoValue, scope: Scope): GoValue {
    switch (operand.type) {
      case 'dot':
        return dot;
      case 'nil':
        return null;
      case 'bool':
      case 'string':
        return operand.value;
      case 'number':
        return constantOf(operand);
      case 'field':
        return fieldOf(dot, operand.names);
      case 'variable': {
        const variable = scope.findLast(({ name }) => name === operand.name);
        if (variable === undefined) throw new ExecutionError(`undefined variable: ${operand.name}`);
        return fieldOf(variable.value, operand.names);
      }
      case 'function':
        return this.function(operand.name, [], dot, scope, undefined);
      case 'chain': {
        if (operand.of.type === 'nil') throw new ExecutionError('indirection through explicit nil');
        return fieldOf(this.operand(operand.of, dot, scope), operand.names);
      }
      case 'pipeline':
        return this.pipeline(operand, dot, scope);
    }
  }
}

function fieldOf(value: GoValue, names: readonly string[]): GoValue {
  return names.reduce<GoValue>((receiver, name) => {
    if (receiver === null) return null;
    if (!isMap(receiver)) throw new ExecutionError(`can't evaluate field ${name} in type ${typeName(receiver)}`);
    return receiver.get(name) ?? null;
  }, value);
}

function assign(scope: Scope, name: string, value: GoValue): void {
  const variable = scope.findLast((other) => other.name === name);
  if (variable === undefined) throw new ExecutionError(`undefined variable: ${name}`);
  variable.value = value;
}

function* entriesOf(value: GoValue): Iterable<readonly [GoValue, GoValue]> {
  const count = integerOf(value);
  if (count !== undefined) {
    for (let index = 0n; index < count; index += 1n) yield [index, index];
  } else if (isList(value)) {
    for (const [index, item] of value.entries()) yield [BigInt(index), item];
  } else if (isMap(value)) {
    for (const key of sortedKeys(value)) yield [key, value.get(key) ?? null];
  } else if (value !== null) {
    throw new ExecutionError(`range can't iterate over ${typeName(value)}`);
  }
}
