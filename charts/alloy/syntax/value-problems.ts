import type { Problem } from '../../kubernetes/problem';
import { isIdentifier, isPrintableKey } from './characters';
import { isWellFormed } from './strings';
import { type AlloyBlock, type AlloyBody, AlloyExpression, type AlloyStatement, type AlloyValue } from './values';

/** Deeper than any configuration. */
const DEEPEST = 100;

/** What Alloy's language cannot hold of a configuration: names that are none, keys with quotes, numbers without an end. */
export function valueProblems(body: AlloyBody): Problem[] {
  const checker = new ValueChecker();
  checker.checkBody(body, '');
  return checker.problems;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out of the text
const isCommentText = (text: string): boolean => isWellFormed(text) && !/[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/.test(text);

const isList = (value: object): value is readonly AlloyValue[] => Array.isArray(value);

class ValueChecker {
  readonly problems: Problem[] = [];
  /** What is being looked into: whatever is met in itself has no end. */
  private readonly open: object[] = [];

  checkBody(body: AlloyBody, path: string): void {
    for (const statement of body) this.checkStatement(statement, path);
  }

  private checkStatement(statement: AlloyStatement, above: string): void {
    if (statement.type === 'comment') {
      if (!isCommentText(statement.text)) {
        this.refuse(above, 'has a comment with control characters', 'write it as plain text');
      }
      return;
    }
    const path = pathOf(above, statement);
    if (statement.type === 'attribute') {
      this.checkName(statement.name, path);
      this.checkValue(statement.value, path);
    } else {
      this.checkBlock(statement, path);
    }
  }

  private checkBlock(block: AlloyBlock, path: string): void {
    const { name, label, body } = block;
    for (const part of name.split('.')) this.checkName(part, path);
    if (label !== undefined && !isIdentifier(label)) {
      this.refuse(path, `has the label ${JSON.stringify(label)}, which is no identifier`, identifierRemedy(label));
    }
    this.lookInto(block, path, () => this.checkBody(body, path));
  }

  private checkName(name: string, path: string): void {
    if (!isIdentifier(name)) this.refuse(path, `${JSON.stringify(name)} is no identifier`, identifierRemedy(name));
  }

  private checkValue(value: AlloyValue, path: string): void {
    switch (typeof value) {
      case 'string':
        if (!isWellFormed(value)) this.refuse(path, 'holds half of a character', 'leave it out');
        return;
      case 'number':
        if (!Number.isFinite(value)) this.refuse(path, `is ${value}, which Alloy has not`, 'write a finite number');
        return;
      case 'boolean':
        return;
      case 'object':
        if (value !== null) this.lookInto(value, path, () => this.checkParts(value, path));
        return;
      default:
        this.refuse(path, `is of the type ${typeof value}, which Alloy has not`, 'write plain data, or an expression');
    }
  }

  private checkParts(value: Exclude<AlloyValue, string | number | boolean | null>, path: string): void {
    if (value instanceof AlloyExpression) {
      this.checkExpression(value, path);
    } else if (isList(value)) {
      value.forEach((item, index) => {
        this.checkValue(item, `${path}[${index}]`);
      });
    } else {
      this.checkObject(value, path);
    }
  }

  private checkObject(value: { readonly [key: string]: AlloyValue | undefined }, path: string): void {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      this.refuse(path, 'is no plain object', 'write plain data, or an expression');
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined) continue;
      const own = isIdentifier(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
      if (key === '') {
        this.refuse(own, 'is an empty key, which would be read as two quotes', 'name it');
      } else if (!isPrintableKey(key)) {
        const remedy = 'leave out quotes, backslashes and control characters';
        this.refuse(own, 'is a key that cannot be written: keys have no escapes', remedy);
      }
      this.checkValue(inner, own);
    }
  }

  private checkExpression({ form }: AlloyExpression, path: string): void {
    switch (form.kind) {
      case 'reference':
        if (!form.path.split('.').every(isIdentifier)) {
          this.refuse(path, `${JSON.stringify(form.path)} is no reference`, 'write identifiers, joined by dots');
        }
        return;
      case 'call':
        this.checkValue(form.called, path);
        form.args.forEach((arg, index) => {
          this.checkValue(arg, `${path}(${index + 1})`);
        });
        return;
      case 'index':
        this.checkValue(form.value, path);
        this.checkValue(form.index, path);
        return;
      case 'access':
        this.checkName(form.name, path);
        this.checkValue(form.value, path);
        return;
      case 'binary':
        this.checkValue(form.left, path);
        this.checkValue(form.right, path);
        return;
      case 'unary':
      case 'parentheses':
        this.checkValue(form.value, path);
    }
  }

  private lookInto(value: object, path: string, look: () => void): void {
    if (this.open.includes(value)) {
      this.refuse(path, 'holds itself', 'write it without going round');
    } else if (this.open.length >= DEEPEST) {
      this.refuse(path, 'is nested too deeply', 'write fewer levels');
    } else {
      this.open.push(value);
      look();
      this.open.pop();
    }
  }

  private refuse(path: string, message: string, remedy: string): void {
    this.problems.push({ path, message, remedy });
  }
}

const pathOf = (above: string, statement: { readonly name: string; readonly label?: string }): string => {
  const own = statement.label === undefined ? statement.name : `${statement.name} "${statement.label}"`;
  return above === '' ? own : `${above} > ${own}`;
};

/** The nearest name that is one. */
function identifierRemedy(name: string): string {
  const meant = name.replace(/[^\p{L}\p{Nd}_]/gu, '_').replace(/^(?=\p{Nd})/u, '_');
  return isIdentifier(meant) ? `write "${meant}"` : 'write letters, digits and "_", no digit first';
}
