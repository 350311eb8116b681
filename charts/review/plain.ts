/** A map of YAML or JSON, of which nothing else is known. */
export type PlainMap = Readonly<Record<string, unknown>>;

const NOTHING: PlainMap = {};

export const isMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map, or an empty one in place of anything else. */
export const mapOf = (value: unknown): PlainMap => (isMap(value) ? value : NOTHING);

/** A list, or an empty one in place of anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** A scalar as text; undefined for anything else, an empty text included. */
export const textOf = (value: unknown): string | undefined =>
  isScalar(value) && value !== '' ? String(value) : undefined;

/** What stands at the end of a way of keys: `at(manifest, 'spec', 'replicas')`; undefined where the way breaks off. */
export const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((part, key) => (isMap(part) && Object.hasOwn(part, key) ? part[key] : undefined), value);

/** The text at the end of a way of keys. */
export const textAt = (value: unknown, ...keys: readonly string[]): string | undefined => textOf(at(value, ...keys));

/** The maps in a list at the end of a way of keys. */
export const mapsAt = (value: unknown, ...keys: readonly string[]): readonly PlainMap[] =>
  listOf(at(value, ...keys)).filter(isMap);

/** The scalars of a list at the end of a way of keys, as texts. */
export const textsAt = (value: unknown, ...keys: readonly string[]): string[] =>
  listOf(at(value, ...keys))
    .filter(isScalar)
    .map(String);

/** Whether something is left out: the API server takes null for that too. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** Nobody writes what is nested deeper, and whoever compares it would end before it does. */
const MOST_LEVELS = 500;

/** Whether a value is nested deeper than anything that is meant to be read. */
export const isTooDeep = (value: unknown, levels = MOST_LEVELS): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => isTooDeep(part, levels - 1)));

/** Whether two values are the same, whatever the order of their keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  }
  if (!isMap(a) || !isMap(b)) return Number.isNaN(a) && Number.isNaN(b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}

export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The items of a list, each name once: of several of one name the last counts, as among the variables of a container. */
export function lastOfEachName<Item>(list: readonly Item[]): readonly Item[] {
  const names = list.map((item) => textAt(item, 'name'));
  return list.filter((_, index) => names[index] === undefined || names.lastIndexOf(names[index]) === index);
}
