import { replaced } from '../go/bytes';
import { compareStrings } from '../go/compare';
import { parseFloat64 } from '../go/numbers';
import { isArray, isObject, type JsonValue } from '../json/value';
import { writeGoJson } from '../json/write-json';

/** An expression as an argument: `&name`. */
export type Reference = (item: JsonValue) => JsonValue | Reference;
type Argument = JsonValue | Reference;

/** Where go-jmespath fails at a line; Promtail then extracts nothing. */
export class SearchError extends Error {}

type Kind = 'any' | 'number' | 'string' | 'array' | 'object' | 'numbers' | 'strings' | 'reference';

interface JmesFunction {
  /** What each argument may be. */
  readonly takes: readonly (readonly Kind[])[];
  /** How many arguments there are at least, for those that take more and look at none of them. */
  readonly atLeast?: number;
  readonly run: (...args: readonly never[]) => JsonValue;
}

export function callFunction(name: string, args: readonly Argument[]): JsonValue {
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (found === undefined) throw new SearchError(`there is no function ${name}`);
  const { takes, atLeast, run } = found;
  if (atLeast === undefined ? args.length !== takes.length : args.length < atLeast) {
    throw new SearchError(`${name} takes ${takes.length} arguments`);
  }
  const fits = takes.every((kinds, index) => kinds.some((kind) => isKind(args[index] ?? null, kind)));
  if (!fits) throw new SearchError(`${name} does not take that`);
  return run(...(args as readonly never[]));
}

function isKind(value: Argument, kind: Kind): boolean {
  if (typeof value === 'function') return kind === 'reference';
  switch (kind) {
    case 'any':
      return true;
    case 'reference':
      return false;
    case 'number':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'array':
      return isArray(value);
    case 'object':
      return isObject(value);
    case 'numbers':
      return isArray(value) && value.every((item) => typeof item === 'number');
    case 'strings':
      return isArray(value) && value.every((item) => typeof item === 'string');
  }
}

const NUMBERS_OR_STRINGS = [['numbers', 'strings']] as const;
const LIST_AND_REFERENCE = [['array'], ['reference']] as const;

type Comparable = number | string;
type List = readonly JsonValue[];

const compare = (a: Comparable, b: Comparable): number =>
  typeof a === 'string' && typeof b === 'string' ? compareStrings(a, b) : Number(a) - Number(b);

const best = (items: readonly Comparable[], sign: number): JsonValue =>
  items.reduce<Comparable | null>((found, item) => {
    return found === null || sign * compare(item, found) > 0 ? item : found;
  }, null);

/** The items with their keys, which have to be all numbers or all strings. */
function keyed(list: List, reference: Reference): (readonly [key: Comparable, item: JsonValue])[] {
  const keys = list.map((item) => reference(item));
  const type = typeof keys[0];
  if ((type !== 'number' && type !== 'string') || keys.some((key) => typeof key !== type)) {
    throw new SearchError('neither numbers nor strings');
  }
  return list.map((item, index) => [keys[index] as Comparable, item]);
}

const bestBy = (list: List, reference: Reference, sign: number): JsonValue => {
  if (list.length < 2) return list[0] ?? null;
  const [first, ...others] = keyed(list, reference);
  return (
    others.reduce((found, other) => (sign * compare(other[0], (found ?? other)[0]) > 0 ? other : found), first)?.[1] ??
    null
  );
};

const FUNCTIONS: Readonly<Record<string, JmesFunction>> = {
  abs: { takes: [['number']], run: (value: number) => Math.abs(value) },
  avg: {
    takes: [['numbers']],
    run: (list: readonly number[]) => list.reduce((sum, item) => sum + item, 0) / list.length,
  },
  ceil: { takes: [['number']], run: (value: number) => Math.ceil(value) },
  contains: {
    takes: [['array', 'string'], ['any']],
    run: (within: string | List, item: JsonValue) => {
      if (typeof within === 'string') return typeof item === 'string' && within.includes(item);
      return within.some((other) => {
        // Go cannot compare two lists or two objects, and ends.
        const isSameContainer = (isArray(other) && isArray(item)) || (isObject(other) && isObject(item));
        if (isSameContainer) throw new SearchError('lists and objects are not compared');
        return other === item;
      });
    },
  },
  ends_with: { takes: [['string'], ['string']], run: (text: string, end: string) => text.endsWith(end) },
  floor: { takes: [['number']], run: (value: number) => Math.floor(value) },
  join: { takes: [['string'], ['strings']], run: (separator: string, list: List) => list.join(separator) },
  keys: { takes: [['object']], run: (object: ReadonlyMap<string, JsonValue>) => [...object.keys()] },
  length: {
    takes: [['string', 'array', 'object']],
    run: (value: string | List | ReadonlyMap<string, JsonValue>) => {
      if (typeof value === 'string') return Array.from(value).length;
      return 'size' in value ? value.size : value.length;
    },
  },
  map: {
    takes: [['reference'], ['array']],
    run: (reference: Reference, list: List) => list.map((item) => reference(item) as JsonValue),
  },
  max: { takes: NUMBERS_OR_STRINGS, run: (list: readonly Comparable[]) => best(list, 1) },
  max_by: { takes: LIST_AND_REFERENCE, run: (list: List, reference: Reference) => bestBy(list, reference, 1) },
  merge: {
    takes: [],
    atLeast: 1,
    run: (...objects: readonly JsonValue[]) => {
      if (!objects.every(isObject)) throw new SearchError('merge takes objects');
      return new Map(objects.flatMap((object) => [...object]));
    },
  },
  min: { takes: NUMBERS_OR_STRINGS, run: (list: readonly Comparable[]) => best(list, -1) },
  min_by: { takes: LIST_AND_REFERENCE, run: (list: List, reference: Reference) => bestBy(list, reference, -1) },
  not_null: {
    takes: [],
    atLeast: 1,
    run: (...values: readonly JsonValue[]) => values.find((value) => value !== null) ?? null,
  },
  reverse: {
    takes: [['array', 'string']],
    run: (value: string | List) =>
      typeof value === 'string' ? Array.from(replaced(value)).reverse().join('') : [...value].reverse(),
  },
  sort: { takes: [['strings', 'numbers']], run: (list: readonly Comparable[]) => [...list].sort(compare) },
  sort_by: {
    takes: LIST_AND_REFERENCE,
    run: (list: List, reference: Reference) =>
      list.length < 2
        ? list
        : keyed(list, reference)
            .sort(([a], [b]) => compare(a, b))
            .map(([, item]) => item),
  },
  starts_with: { takes: [['string'], ['string']], run: (text: string, start: string) => text.startsWith(start) },
  sum: { takes: [['numbers']], run: (list: readonly number[]) => list.reduce((sum, item) => sum + item, 0) },
  to_array: { takes: [['any']], run: (value: JsonValue) => (isArray(value) ? value : [value]) },
  to_number: {
    takes: [['any']],
    run: (value: JsonValue) => {
      if (typeof value === 'string') return parseFloat64(value) ?? null;
      return typeof value === 'number' ? value : null;
    },
  },
  to_string: {
    takes: [['any']],
    run: (value: JsonValue) => {
      if (typeof value === 'string') return value;
      if (typeof value === 'number' && !Number.isFinite(value)) throw new SearchError('no number');
      return writeGoJson(value);
    },
  },
  type: {
    takes: [['any']],
    run: (value: JsonValue) => {
      if (value === null) return 'null';
      return isArray(value) ? 'array' : isObject(value) ? 'object' : typeof value;
    },
  },
  values: { takes: [['object']], run: (object: ReadonlyMap<string, JsonValue>) => [...object.values()] },
};
