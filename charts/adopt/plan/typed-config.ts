import { type KeyNode, tablesOf } from '../../loki/config-check/tables';
import { RELEASES } from '../../releases';
import { isMapping, type Json, type JsonObject } from '../json';

/** The steps to a setting. */
type Steps = readonly string[];

/**
 * Settings that Loki takes and the type of `config` has no place for: a key of no known release, or a value in a spelling that the type
 * does not know. A main.ts with them there would not compile.
 */
export function untypedSettings(config: JsonObject): readonly Steps[] {
  const tables = tablesOf(RELEASES.loki.newest);
  return tables === undefined ? [] : inObject(config, tables.root, tables.releases.length, []);
}

const inObject = (object: JsonObject, node: KeyNode, count: number, steps: Steps): readonly Steps[] =>
  Object.entries(object).flatMap(([key, value]) => {
    const child = node.children.get(key) ?? node.children.get('*');
    if (value === undefined || value === null) return child === undefined ? [[...steps, key]] : [];
    if (child === undefined) return [[...steps, key]];
    return inValue(value, child, count, [...steps, key]);
  });

/** A list is replaced as a whole, so that one item that does not fit takes all with it. */
function inValue(value: Json, node: KeyNode, count: number, steps: Steps): readonly Steps[] {
  const type = newestType(node, count);
  if (isMapping(value)) {
    if (type === 'object' || node.children.has('*')) return inObject(value, node, count, steps);
    return type.startsWith('map<') || type === 'any' ? [] : [steps];
  }
  if (Array.isArray(value)) {
    const items = node.children.get('[]');
    const fits = value.every((item: Json) => {
      if (item === null || item === undefined) return false;
      if (items === undefined) return fitsScalar(item, /^list<(.*)>$/.exec(type)?.[1] ?? type);
      return !hasNull(item) && inValue(item, items, count, []).length === 0;
    });
    return fits && (items !== undefined || /^list/.test(type) || type === 'any') ? [] : [steps];
  }
  return type !== 'object' && fitsScalar(value, type) ? [] : [steps];
}

const hasNull = (value: Json): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some((item) => hasNull(item as Json)));

const newestType = (node: KeyNode, count: number): string => {
  for (let table = count - 1; table >= 0; table--) {
    const key = node.at(table);
    if (key !== undefined) return key.type;
  }
  return 'any';
};

const FROM_ENVIRONMENT = /^\$\{.*\}$/s;
const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

/** `${number}${unit}${string}`: what stands before the first of some unit is a number. */
const startsWithNumber = (text: string, units: readonly string[]): boolean =>
  units.some((unit) => text.includes(unit) && isNumber(text.slice(0, text.indexOf(unit))));

const endsWithUnit = (text: string, units: readonly string[]): boolean =>
  units.some((unit) => text.endsWith(unit) && isNumber(text.slice(0, -unit.length)));

const GO_UNITS = ['ns', 'us', 'µs', 'ms', 's', 'm', 'h'];
const DURATION_UNITS = ['ms', 's', 'm', 'h', 'd', 'w', 'y'];
const SIZES = ['B', 'KB', 'MB', 'GB', 'TB', 'b', 'kb', 'mb', 'gb', 'tb'];
const BINARY_SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'KB', 'MB', 'GB', 'TB'];

const duration = (units: readonly string[]) => (value: Json) =>
  value === 0 || (typeof value === 'string' && (value === '0' || startsWithNumber(value, units)));

const isText = (value: Json): boolean => typeof value === 'string';
const isCount = (value: Json): boolean => typeof value === 'number';

/** The types of scripts/loki-config-types.mjs, as what fits them. */
const SCALARS: Readonly<Record<string, (value: Json) => boolean>> = {
  any: () => true,
  'any-duration': duration([...GO_UNITS, ...DURATION_UNITS]),
  'binary-bytes': (value) =>
    value === 0 || (typeof value === 'string' && (value === '0' || startsWithNumber(value, BINARY_SIZES))),
  bool: (value) => typeof value === 'boolean',
  bytes: (value) => isCount(value) || (typeof value === 'string' && endsWithUnit(value, SIZES)),
  date: (value) => typeof value === 'string' && /^[^-]+-[^-]+-/.test(value) && dayParts(value).every(isNumber),
  duration: duration(DURATION_UNITS),
  float: isCount,
  'go-duration': duration(GO_UNITS),
  int: isCount,
  'list-or-csv': isText,
  'schema-version': (value) => typeof value === 'string' && value.startsWith('v') && isNumber(value.slice(1)),
  uint: isCount,
  uint32: isCount,
};

const dayParts = (text: string): readonly string[] => {
  const [year = '', month = '', ...day] = text.split('-');
  return [year, month, day.join('-')];
};

function fitsScalar(value: Json, type: string): boolean {
  const [, words] = /^(?:one-of|any-case)\((.*)\)$/.exec(type) ?? [];
  if (words !== undefined) return typeof value === 'string' && words.split('|').includes(value);
  const fits = SCALARS[type];
  if (fits === undefined) return isText(value);
  return fits(value) || (typeof value === 'string' && FROM_ENVIRONMENT.test(value));
}
