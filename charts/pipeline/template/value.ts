import { byteLength } from '../go/bytes';
import { compareStrings } from '../go/compare';
import { printedFloat } from '../go/numbers';

/** An `int64`, which Go keeps apart from the `int` that a bigint is here. */
export interface Int64 {
  readonly int64: bigint;
}

/** What a template works with: nil is null, an int a bigint, a float64 a number. */
export type GoValue = null | boolean | string | number | bigint | Int64 | GoList | GoMap;
export type GoList = readonly GoValue[];
export type GoMap = Map<string, GoValue>;

/** Where Go's template ends with an error; Promtail then leaves everything as it was. */
export class ExecutionError extends Error {}

export const isInt64 = (value: GoValue): value is Int64 =>
  typeof value === 'object' && value !== null && 'int64' in value;
export const isList = (value: GoValue): value is GoList => Array.isArray(value);
export const isMap = (value: GoValue): value is GoMap => value instanceof Map;

/** The integer that a value is, of either size. */
export const integerOf = (value: GoValue): bigint | undefined =>
  typeof value === 'bigint' ? value : isInt64(value) ? value.int64 : undefined;

/** Go's name for the type of a value. */
export function typeName(value: GoValue): string {
  if (value === null) return 'nil';
  if (isInt64(value)) return 'int64';
  if (isList(value)) return '[]interface {}';
  if (isMap(value)) return 'map[string]interface {}';
  return { bigint: 'int', number: 'float64', boolean: 'bool' }[typeof value as string] ?? 'string';
}

/** Whether Go takes a value for set: not zero, not empty, not nil. */
export function isTrue(value: GoValue): boolean {
  if (value === null) return false;
  const integer = integerOf(value);
  if (integer !== undefined) return integer !== 0n;
  if (isList(value)) return value.length > 0;
  return isMap(value) ? value.size > 0 : Boolean(value) || (typeof value === 'number' && Number.isNaN(value));
}

/** The keys of a map in Go's order. */
export const sortedKeys = (map: GoMap): string[] => [...map.keys()].sort(compareStrings);

/** As `fmt` prints a value with `%v`; nil within a list is `<nil>`. */
export function printed(value: GoValue): string {
  if (value === null) return '<nil>';
  if (typeof value === 'number') return printedFloat(value);
  const integer = integerOf(value);
  if (integer !== undefined) return String(integer);
  if (isList(value)) return `[${value.map(printed).join(' ')}]`;
  if (isMap(value))
    return `map[${sortedKeys(value)
      .map((key) => `${key}:${printed(value.get(key) ?? null)}`)
      .join(' ')}]`;
  return String(value);
}

/** What Go's `len` says, in bytes for a string. */
export function lengthOf(value: GoValue): number | undefined {
  if (typeof value === 'string') return byteLength(value);
  if (isList(value)) return value.length;
  return isMap(value) ? value.size : undefined;
}

/** `reflect.DeepEqual`: the same value of the same type. */
export function isDeepEqual(a: GoValue, b: GoValue): boolean {
  if (isInt64(a) || isInt64(b)) return isInt64(a) && isInt64(b) && a.int64 === b.int64;
  if (isList(a) && isList(b))
    return a.length === b.length && a.every((item, index) => isDeepEqual(item, b[index] ?? null));
  if (!isMap(a) || !isMap(b)) return a === b;
  return a.size === b.size && [...a].every(([key, item]) => b.has(key) && isDeepEqual(item, b.get(key) ?? null));
}
