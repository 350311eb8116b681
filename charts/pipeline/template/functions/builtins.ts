import { toBytes } from '../../go/bytes';
import { compareStrings } from '../../go/compare';
import { escapeUrlQuery } from '../../go/url-query';
import { ExecutionError, type GoValue, integerOf, isList, isMap, isTrue, lengthOf, printed, typeName } from '../value';
import { fn, type GoFunctions } from './go-function';
import { sprint, sprintf } from './printf';

type Kind = 'bool' | 'int' | 'float' | 'string' | 'other';

function kindOf(value: GoValue): Kind {
  if (integerOf(value) !== undefined) return 'int';
  const kinds: Readonly<Record<string, Kind>> = { boolean: 'bool', number: 'float', string: 'string' };
  return kinds[typeof value] ?? 'other';
}

function isEqual(a: GoValue, b: GoValue): boolean {
  const kind = kindOf(a);
  if (kind !== kindOf(b)) {
    if (a !== null && b !== null) throw new ExecutionError('incompatible types for comparison');
    return false;
  }
  if (kind !== 'other') return kind === 'int' ? integerOf(a) === integerOf(b) : a === b;
  if (a === null || b === null) return a === b;
  throw new ExecutionError(`non-comparable type ${typeName(a)}`);
}

function isLess(a: GoValue, b: GoValue): boolean {
  const kind = kindOf(a);
  if (kind === 'other' || kind === 'bool') throw new ExecutionError('invalid type for comparison');
  if (kind !== kindOf(b)) throw new ExecutionError('incompatible types for comparison');
  if (kind === 'int') return (integerOf(a) ?? 0n) < (integerOf(b) ?? 0n);
  return kind === 'string' ? compareStrings(String(a), String(b)) < 0 : Number(a) < Number(b);
}

function indexed(value: GoValue, keys: readonly GoValue[]): GoValue {
  return keys.reduce<GoValue>((item, key) => {
    if (isMap(item)) {
      if (typeof key !== 'string') throw new ExecutionError(`value has type ${typeName(key)}; should be string`);
      return item.get(key) ?? null;
    }
    if (!isList(item) && typeof item !== 'string')
      throw new ExecutionError(`can't index item of type ${typeName(item)}`);
    const index = integerOf(key);
    if (index === undefined) throw new ExecutionError(`cannot index slice/array with type ${typeName(key)}`);
    const list: readonly GoValue[] = isList(item) ? item : Array.from(toBytes(item), BigInt);
    if (index < 0n || index >= list.length) throw new ExecutionError(`index out of range: ${index}`);
    return list[Number(index)] ?? null;
  }, value);
}

const HTML: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\0': '\uFFFD',
};

const asText = (args: readonly GoValue[]): string =>
  args.length === 1 && typeof args[0] === 'string' ? args[0] : sprint(args.map((value) => value ?? '<no value>'));

/** Go's own functions. `and` and `or` are called apart, since they do not look at all of their arguments. */
export const BUILTINS: GoFunctions = {
  call: fn(['any'], (): GoValue => fail('nothing here is a function'), 'any'),
  eq: fn(['any', 'any'], (a: GoValue, ...others: GoValue[]) => others.some((b) => isEqual(a, b)), 'any'),
  ge: fn(['any', 'any'], (a: GoValue, b: GoValue) => !isLess(a, b)),
  gt: fn(['any', 'any'], (a: GoValue, b: GoValue) => !isLess(a, b) && !isEqual(a, b)),
  html: fn([], (...args: GoValue[]) => asText(args).replace(/["'&<>\0]/g, (character) => HTML[character] ?? ''), 'any'),
  index: fn(
    ['any'],
    (value: GoValue, ...keys: GoValue[]) => (value === null ? fail('index of untyped nil') : indexed(value, keys)),
    'any',
  ),
  le: fn(['any', 'any'], (a: GoValue, b: GoValue) => isLess(a, b) || isEqual(a, b)),
  len: fn(['any'], (value: GoValue) => {
    const length = lengthOf(value);
    return length === undefined ? fail(`len of type ${typeName(value)}`) : BigInt(length);
  }),
  lt: fn(['any', 'any'], (a: GoValue, b: GoValue) => isLess(a, b)),
  ne: fn(['any', 'any'], (a: GoValue, b: GoValue) => !isEqual(a, b)),
  not: fn(['any'], (value: GoValue) => !isTrue(value)),
  print: fn([], (...args: GoValue[]) => sprint(args), 'any'),
  printf: fn(['string'], (format: string, ...args: GoValue[]) => sprintf(format, args), 'any'),
  println: fn([], (...args: GoValue[]) => `${args.map(printed).join(' ')}\n`, 'any'),
  urlquery: fn([], (...args: GoValue[]) => escapeUrlQuery(asText(args)), 'any'),
};

function fail(message: string): never {
  throw new ExecutionError(message);
}
