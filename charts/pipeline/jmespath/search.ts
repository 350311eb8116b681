import { isArray, isObject, type JsonValue } from '../json/value';
import { callFunction, type Reference, SearchError } from './functions';
import type { Comparator, Expression } from './tree';

/**
 * What an expression finds in a value, as go-jmespath does. Where that leaves the order of an object's values open, it is that of
 * the text.
 * @throws SearchError where go-jmespath fails
 */
export function search(expression: Expression, value: JsonValue): JsonValue {
  const found = evaluate(expression, value);
  // Go writes an expression that is not used as an object without fields.
  return typeof found === 'function' ? new Map() : found;
}

function evaluate(node: Expression, value: JsonValue): JsonValue | Reference {
  switch (node.type) {
    case 'identity':
      return value;
    case 'field':
      return isObject(value) ? (value.get(node.name) ?? null) : null;
    case 'literal':
      return node.value;
    case 'index':
      return isArray(value) ? (value.at(node.index) ?? null) : null;
    case 'slice':
      return isArray(value) ? sliced(value, node.parts) : null;
    case 'chain':
      return evaluate(node.right, plain(evaluate(node.left, value)));
    case 'or': {
      const left = evaluate(node.left, value);
      return isFalse(left) ? evaluate(node.right, value) : left;
    }
    case 'and': {
      const left = evaluate(node.left, value);
      return isFalse(left) ? left : evaluate(node.right, value);
    }
    case 'not':
      return isFalse(evaluate(node.of, value));
    case 'flatten':
      return flattened(forgiven(node.of, value));
    case 'reference':
      return (item) => evaluate(node.of, item);
    case 'comparison':
      return compared(node.by, plain(evaluate(node.left, value)), plain(evaluate(node.right, value)));
    case 'projection': {
      const list = evaluate(node.left, value);
      return Array.isArray(list) ? projected(node.right, list) : null;
    }
    case 'values': {
      const object = forgiven(node.left, value);
      if (!isObject(object)) return null;
      // go-jmespath makes room for the values and then appends them: it asks as many nulls first.
      const nulls: JsonValue[] = Array.from(object, () => null);
      return projected(node.right, [...nulls, ...object.values()]);
    }
    case 'filter': {
      const list = forgiven(node.left, value);
      if (!isArray(list)) return null;
      return projected(
        node.right,
        list.filter((item) => !isFalse(evaluate(node.condition, item))),
      );
    }
    case 'list':
      return value === null ? null : node.items.map((item) => plain(evaluate(item, value)));
    case 'hash':
      if (value === null) return null;
      return new Map(node.entries.map(([key, item]) => [key, plain(evaluate(item, value))]));
    case 'call':
      return callFunction(
        node.name,
        node.args.map((argument) => evaluate(argument, value)),
      );
    case 'broken':
      throw new SearchError('not an expression');
  }
}

/** An expression that stands where a value is asked for; Go would go on with it, to no use. */
function plain(value: JsonValue | Reference): JsonValue {
  if (typeof value === 'function') throw new SearchError('an expression is no value');
  return value;
}

/** Left of some projections, a failure is nothing. */
function forgiven(node: Expression, value: JsonValue): JsonValue {
  try {
    return plain(evaluate(node, value));
  } catch (error) {
    if (error instanceof SearchError) return null;
    throw error;
  }
}

const projected = (right: Expression, list: readonly JsonValue[]): JsonValue[] =>
  list.map((item) => plain(evaluate(right, item))).filter((item) => item !== null);

const flattened = (list: JsonValue): JsonValue =>
  isArray(list) ? list.flatMap((item) => (isArray(item) ? [...item] : [item])) : null;

export function isFalse(value: JsonValue | Reference): boolean {
  if (value === null || value === false || value === '') return true;
  if (typeof value === 'function') return false;
  return isArray(value) ? value.length === 0 : isObject(value) && value.size === 0;
}

function compared(by: Comparator, left: JsonValue, right: JsonValue): JsonValue {
  if (by === '==') return isEqual(left, right);
  if (by === '!=') return !isEqual(left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  switch (by) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}

/** What is still to be compared is kept on a list of its own: values may be nested deeper than functions can. */
function isEqual(left: JsonValue, right: JsonValue): boolean {
  const pending: (readonly [JsonValue, JsonValue])[] = [[left, right]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair;
    if (isArray(a) && isArray(b)) {
      if (a.length !== b.length) return false;
      for (const [at, item] of a.entries()) pending.push([item, b[at] ?? null]);
    } else if (isObject(a) && isObject(b)) {
      if (a.size !== b.size) return false;
      for (const [key, item] of a) {
        const other = b.get(key);
        if (other === undefined) return false;
        pending.push([item, other]);
      }
    } else if (a !== b) return false;
  }
  return true;
}

function sliced(list: readonly JsonValue[], [from, to, by]: readonly (number | undefined)[]): JsonValue[] {
  const step = by ?? 1;
  if (step === 0) throw new SearchError('a slice cannot have a step of 0');
  const capped = (bound: number): number => {
    if (bound < 0) return Math.max(bound + list.length, step < 0 ? -1 : 0);
    return bound >= list.length ? (step < 0 ? list.length - 1 : list.length) : bound;
  };
  const start = from === undefined ? (step < 0 ? list.length - 1 : 0) : capped(from);
  const stop = to === undefined ? (step < 0 ? -1 : list.length) : capped(to);
  const items: JsonValue[] = [];
  for (let index = start; step > 0 ? index < stop : index > stop; index += step) {
    const item = list[index];
    if (item !== undefined) items.push(item);
  }
  return items;
}
