import { isAtLeast } from '../../releases';
import type { BinaryNode, CallNode, ExpressionNode } from '../syntax/ast';
import { below, type Findings } from './finding';
import { argumentMistake, functionOf, resultOf } from './functions';
import { literalMistake } from './literal-check';
import { namesOf, typeOfNames } from './references';
import type { Scope } from './scope';
import { ANY, isAssignable, nameOf, STRING, type Type } from './types';

const LITERALS: Readonly<Record<string, Type>> = {
  STRING,
  NUMBER: { kind: 'number' },
  FLOAT: { kind: 'number' },
  BOOL: { kind: 'bool' },
  NULL: { kind: 'null' },
};

/** What makes a list or an object, or is made of something else, is not what a plain value is. */
const NO_TEXT: ReadonlySet<string> = new Set(['number', 'bool', 'list', 'map', 'capsule', 'function']);

/** Judges expressions: what they refer to, what they call, and whether they give what is wanted. */
export class ExpressionChecker {
  constructor(
    private readonly scope: Scope,
    private readonly findings: Findings,
  ) {}

  /** Refuses an expression that does not give what is wanted. `values` are the only ones that it, or its items, may be. */
  check(node: ExpressionNode, wanted: Type, path: string, values?: readonly string[]): void {
    switch (node.type) {
      case 'parentheses':
        this.check(node.value, wanted, path, values);
        return;
      case 'literal': {
        const mistake = literalMistake(node, wanted, values);
        if (mistake !== undefined) this.findings.refuse(path, node.start, mistake.message, mistake.remedy);
        return;
      }
      case 'list':
        if (wanted.kind === 'list') {
          node.items.forEach((item, index) => {
            this.check(item, wanted.of, `${path}[${index}]`, values);
          });
          return;
        }
        break;
      case 'object':
        if (wanted.kind === 'map') {
          for (const { name, value } of node.fields) this.check(value, wanted.of, below(path, name.text));
          return;
        }
        break;
    }
    const given = this.typeOf(node, path);
    if (!isAssignable(given, wanted)) {
      const message = `is ${nameOf(given)}, not ${nameOf(wanted)}`;
      this.findings.refuse(path, node.start, message, this.remedyFor(node, given, wanted));
    }
  }

  /** The type of an expression, as far as it is known. What it refers to and is not there is refused. */
  typeOf(node: ExpressionNode, path: string): Type {
    const names = namesOf(node);
    if (names !== undefined) return typeOfNames(names, node, path, this.scope, this.findings);
    switch (node.type) {
      case 'literal':
        return LITERALS[node.kind] ?? ANY;
      case 'list':
        return { kind: 'list', of: commonType(node.items.map((item) => this.typeOf(item, path))) };
      case 'object':
        for (const { value } of node.fields) this.typeOf(value, path);
        return { kind: 'map', of: ANY };
      case 'parentheses':
        return this.typeOf(node.value, path);
      case 'unary':
        this.typeOf(node.value, path);
        return { kind: node.operator === '!' ? 'bool' : 'number' };
      case 'binary':
        return this.typeOfBinary(node, path);
      case 'index': {
        this.typeOf(node.index, path);
        return partOf(this.typeOf(node.value, path));
      }
      case 'access':
        return partOf(this.typeOf(node.value, path));
      case 'call':
        return this.typeOfCall(node, path);
      default:
        return ANY;
    }
  }

  private typeOfBinary({ operator, operatorAt, left, right }: BinaryNode, path: string): Type {
    const [first, second] = [this.typeOf(left, path), this.typeOf(right, path)];
    if (operator !== '+') return { kind: /^[-*/%^]$/.test(operator) ? 'number' : 'bool' };
    const [text, other] = isText(first) ? [first, second] : [second, first];
    if (!isText(text)) return first.kind === 'number' && second.kind === 'number' ? first : ANY;
    if (NO_TEXT.has(other.kind)) {
      const message = `adds ${nameOf(first)} and ${nameOf(second)}`;
      const remedy = other.kind === 'number' ? 'write the number in quotes' : 'add texts only';
      this.findings.refuse(path, operatorAt, message, remedy);
      return ANY;
    }
    return [first, second].find(({ kind }) => kind === 'secret') ?? (isText(other) ? other : ANY);
  }

  private typeOfCall({ called, args, start }: CallNode, path: string): Type {
    const type = this.typeOf(called, path);
    for (const arg of args) this.typeOf(arg, path);
    const name = namesOf(called)?.join('.') ?? '';
    if (type.kind !== 'function') {
      if (type.kind !== 'any') {
        this.findings.refuse(
          path,
          start,
          `${name} is ${nameOf(type)}, and cannot be called`,
          'take the parentheses out',
        );
      }
      return ANY;
    }
    const spec = functionOf(name);
    if (spec === undefined) return ANY;
    const mistake = argumentMistake(spec, name, args.length);
    if (mistake !== undefined) this.findings.refuse(path, start, mistake.message, mistake.remedy);
    return resultOf(spec);
  }

  private remedyFor(node: ExpressionNode, given: Type, wanted: Type): string {
    const text = namesOf(node)?.join('.') ?? '…';
    if (given.kind === 'function') return `call it: ${text}(…)`;
    if (given.kind === 'secret' && wanted.kind === 'string') {
      const name = isAtLeast(this.findings.release, '1.4') ? 'convert.nonsensitive' : 'nonsensitive';
      return `write ${name}(${text}), if it may be seen`;
    }
    if (wanted.kind === 'list' && isAssignable(given, wanted.of)) return `put it in brackets: [${text}]`;
    if (given.kind === 'list' && given.of.kind !== 'any' && isAssignable(given.of, wanted)) {
      return node.type === 'list' ? 'write one, without brackets' : `take one of them, such as ${text}[0]`;
    }
    const other = isPlain(wanted) ? undefined : this.scope.exportOf(wanted);
    if (other !== undefined) return `did you mean ${other}?`;
    return isPlain(wanted) ? `write ${nameOf(wanted)}` : `refer to an export that is ${nameOf(wanted)}`;
  }
}

/** The type of all of them, where they have the same one. */
const commonType = ([first, ...others]: readonly Type[]): Type =>
  first !== undefined && others.every((other) => nameOf(other) === nameOf(first)) ? first : ANY;

const isText = ({ kind }: Type): boolean => kind === 'string' || kind === 'secret' || kind === 'string|secret';

const isPlain = (type: Type): boolean =>
  type.kind === 'list' || type.kind === 'map' ? isPlain(type.of) : type.kind !== 'capsule';

const partOf = (type: Type): Type => (type.kind === 'list' || type.kind === 'map' ? type.of : ANY);
