import { compareStrings } from '../../go/compare';
import { fromPlain, type JsonValue } from '../../json/value';
import { type Writable, writeGoJson, writePrettyGoJson, writeRawGoJson } from '../../json/write-json';
import {
  ExecutionError,
  type GoList,
  type GoMap,
  type GoValue,
  integerOf,
  isDeepEqual,
  isList,
  isMap,
  isTrue,
  sortedKeys,
  typeName,
} from '../value';
import { fn, type GoFunctions } from './go-function';
import { toInt } from './sprig-numbers';
import { strings, strval } from './sprig-strings';

const isEmpty = (value: GoValue): boolean => !isTrue(value);

function toJson(value: GoValue): Writable {
  if (isList(value)) return value.map(toJson);
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, toJson(item)]));
  const integer = integerOf(value);
  if (integer !== undefined) return integer;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new ExecutionError('json: unsupported value');
  return value as Writable;
}

function fromJson(value: JsonValue): GoValue {
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, fromJson(item)]));
  return Array.isArray(value) ? value.map(fromJson) : (value as GoValue);
}

function parsed(text: string): GoValue {
  try {
    return fromJson(fromPlain(JSON.parse(text)));
  } catch {
    throw new ExecutionError('invalid JSON');
  }
}

/** What fails is nothing, as in those functions of sprig that have no `must`. */
const orElse = <Value extends GoValue>(make: () => Value, otherwise: Value): Value => {
  try {
    return make();
  } catch (error) {
    if (error instanceof ExecutionError) return otherwise;
    throw error;
  }
};

const KINDS: Readonly<Record<string, string>> = {
  nil: 'invalid',
  '[]interface {}': 'slice',
  'map[string]interface {}': 'map',
};
const kindOf = (value: GoValue): string => KINDS[typeName(value)] ?? typeName(value);
const typeOf = (value: GoValue): string => (value === null ? '<nil>' : typeName(value));

function listOf(value: GoValue, verb: string): GoList {
  if (!isList(value)) throw new ExecutionError(`Cannot ${verb} on type ${kindOf(value)}`);
  return value;
}

const isIn = (list: GoList, value: GoValue): boolean => list.some((item) => isDeepEqual(item, value));

const uniq = (list: GoList): GoList =>
  list.filter((item, index) => list.findIndex((other) => isDeepEqual(other, item)) === index);

function sliced(value: GoValue, ...bounds: GoValue[]): GoValue {
  const list = listOf(value, 'slice');
  if (list.length === 0) return null;
  const [start = 0n, end = BigInt(list.length)] = bounds.map(toInt);
  if (start < 0n || start > end || end > BigInt(list.length)) throw new ExecutionError('slice bounds out of range');
  return list.slice(Number(start), Number(end));
}

function chunked(size: bigint, value: GoValue): GoValue {
  const list = listOf(value, 'chunk');
  if (size <= 0n) throw new ExecutionError('a chunk has to have a size');
  const chunks: GoList[] = [];
  for (let at = 0; at < list.length; at += Number(size)) chunks.push(list.slice(at, at + Number(size)));
  return chunks;
}

function dict(...entries: GoValue[]): GoMap {
  const map: GoMap = new Map();
  for (let index = 0; index < entries.length; index += 2) {
    map.set(strval(entries[index] ?? null), index + 1 < entries.length ? (entries[index + 1] ?? null) : '');
  }
  return map;
}

function dig(...args: GoValue[]): GoValue {
  if (args.length < 3) throw new ExecutionError('dig needs at least three arguments');
  const keys = args.slice(0, -2);
  const [otherwise = null, start = null] = args.slice(-2);
  let found = start;
  for (const key of keys) {
    if (!isMap(found) || typeof key !== 'string') throw new ExecutionError('dig goes through dicts by names');
    if (!found.has(key)) return otherwise;
    found = found.get(key) ?? null;
  }
  return found;
}

const listFunctions = (
  name: string,
  run: (list: GoList, ...args: GoValue[]) => GoValue,
  more = 0,
  rest = false,
): GoFunctions => {
  const made = fn(
    ['any', ...Array.from({ length: more }, () => 'any' as const)],
    (list: GoValue, ...args: GoValue[]) => run(listOf(list, name), ...args),
    rest ? 'any' : undefined,
  );
  return { [name]: made, [`must${name[0]?.toUpperCase()}${name.slice(1)}`]: made };
};

const HAS = fn(
  ['any', 'any'],
  (needle: GoValue, list: GoValue) => list !== null && isIn(listOf(list, 'find has'), needle),
);
const SLICE = fn(['any'], sliced, 'any');
const CHUNK = fn(['int', 'any'], chunked);
const mapOf = (map: GoMap | null): GoMap => map ?? new Map();

export const SPRIG_VALUES: GoFunctions = {
  ...listFunctions('append', (list, value) => [...list, value ?? null], 1),
  ...listFunctions('compact', (list) => list.filter(isTrue)),
  ...listFunctions('first', (list) => list[0] ?? null),
  ...listFunctions('initial', (list) => (list.length === 0 ? [] : list.slice(0, -1))),
  ...listFunctions('last', (list) => list.at(-1) ?? null),
  ...listFunctions('prepend', (list, value) => [value ?? null, ...list], 1),
  ...listFunctions('push', (list, value) => [...list, value ?? null], 1),
  ...listFunctions('rest', (list) => list.slice(1)),
  ...listFunctions('reverse', (list) => [...list].reverse()),
  ...listFunctions('uniq', uniq),
  ...listFunctions('without', (list, ...omitted) => list.filter((item) => !isIn(omitted, item)), 0, true),
  all: fn([], (...values: GoValue[]) => values.every(isTrue), 'any'),
  any: fn([], (...values: GoValue[]) => values.some(isTrue), 'any'),
  chunk: CHUNK,
  coalesce: fn([], (...values: GoValue[]) => values.find(isTrue) ?? null, 'any'),
  concat: fn([], (...lists: GoValue[]) => lists.flatMap((list) => [...listOf(list, 'concat')]), 'any'),
  deepEqual: fn(['any', 'any'], isDeepEqual),
  default: fn(['any'], (otherwise: GoValue, given: GoValue = null) => (isEmpty(given) ? otherwise : given), 'any'),
  dict: fn([], dict, 'any'),
  dig: fn([], dig, 'any'),
  empty: fn(['any'], isEmpty),
  fail: fn(['string'], (message: string): GoValue => {
    throw new ExecutionError(message);
  }),
  fromJson: fn(['string'], (text: string) => orElse(() => parsed(text), null)),
  get: fn(['map', 'string'], (map: GoMap, key: string) => (mapOf(map).has(key) ? (map.get(key) ?? null) : '')),
  has: HAS,
  hasKey: fn(['map', 'string'], (map: GoMap, key: string) => mapOf(map).has(key)),
  // sprig gives the keys of a dict in any order.
  keys: fn([], (...maps: GoMap[]) => maps.flatMap((map) => sortedKeys(mapOf(map))), 'map'),
  kindIs: fn(['string', 'any'], (kind: string, value: GoValue) => kind === kindOf(value)),
  kindOf: fn(['any'], kindOf),
  list: fn([], (...values: GoValue[]) => values, 'any'),
  mustChunk: CHUNK,
  mustFromJson: fn(['string'], parsed),
  mustHas: HAS,
  mustSlice: SLICE,
  mustToJson: fn(['any'], (value: GoValue) => writeGoJson(toJson(value))),
  mustToPrettyJson: fn(['any'], (value: GoValue) => writePrettyGoJson(toJson(value))),
  mustToRawJson: fn(['any'], (value: GoValue) => writeRawGoJson(toJson(value))),
  omit: fn(
    ['map'],
    (map: GoMap, ...keys: string[]) => new Map([...mapOf(map)].filter(([key]) => !keys.includes(key))),
    'string',
  ),
  pick: fn(
    ['map'],
    (map: GoMap, ...keys: string[]) => new Map([...mapOf(map)].filter(([key]) => keys.includes(key))),
    'string',
  ),
  pluck: fn(
    ['string'],
    (key: string, ...maps: GoMap[]) => maps.flatMap((map) => (mapOf(map).has(key) ? [map.get(key) ?? null] : [])),
    'map',
  ),
  set: fn(['map', 'string', 'any'], (map: GoMap | null, key: string, value: GoValue) => {
    if (map === null) throw new ExecutionError('assignment to entry in nil map');
    return map.set(key, value);
  }),
  slice: SLICE,
  sortAlpha: fn(['any'], (value: GoValue) => (isList(value) ? strings(value).sort(compareStrings) : [strval(value)])),
  ternary: fn(['any', 'any', 'bool'], (yes: GoValue, no: GoValue, isMet: boolean) => (isMet ? yes : no)),
  toJson: fn(['any'], (value: GoValue) => orElse(() => writeGoJson(toJson(value)), '')),
  toPrettyJson: fn(['any'], (value: GoValue) => orElse(() => writePrettyGoJson(toJson(value)), '')),
  toRawJson: fn(['any'], (value: GoValue) => writeRawGoJson(toJson(value))),
  tuple: fn([], (...values: GoValue[]) => values, 'any'),
  typeIs: fn(['string', 'any'], (type: string, value: GoValue) => type === typeOf(value)),
  typeIsLike: fn(['string', 'any'], (type: string, value: GoValue) => [type, `*${type}`].includes(typeOf(value))),
  typeOf: fn(['any'], typeOf),
  unset: fn(['map', 'string'], (map: GoMap | null, key: string) => {
    const left = mapOf(map);
    left.delete(key);
    return left;
  }),
  values: fn(['map'], (map: GoMap) => sortedKeys(mapOf(map)).map((key) => map.get(key) ?? null)),
};
