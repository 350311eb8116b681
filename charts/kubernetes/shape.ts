import { Lazy } from 'cdk8s';
import { closest } from './closest';
import type { Problem } from './problem';

type Refuse = (problem: Problem) => void;

/**
 * The form that a value must have. Compilers check it for those who ask them; plain JavaScript, `any` and casts get here.
 * It returns what of the value fits, which the code behind may then trust, and refuses the rest; undefined when nothing fits.
 */
export type Shape = (value: unknown, path: string, refuse: Refuse) => unknown;

const form =
  (fits: (value: unknown) => boolean, what: string, remedy: (value: unknown) => string): Shape =>
  (value, path, refuse) => {
    if (fits(value)) return value;
    refuse({ path, message: `${shown(value)} is not ${what}`, remedy: remedy(value) });
    return undefined;
  };

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever it is. */
export const anything: Shape = (value) => value;

export const text = form(
  (value) => typeof value === 'string',
  'text',
  (value) => (isScalar(value) ? `write "${value}"` : 'write text between quotes'),
);

export const flag = form(
  (value) => typeof value === 'boolean',
  'true or false',
  () => 'write true or false',
);

/** Text, a number or a switch: for what is checked more closely elsewhere. */
export const scalar = form(isScalar, 'a single value', () => 'write text, a number, true or false');

/** An object, whatever is in it. */
export const mapping = form(isObject, 'an object', () => 'write { … }');

/** A list of which every item fits: one that does not spoils it. */
export const listOf =
  (item: Shape): Shape =>
  (value, path, refuse) => {
    if (!Array.isArray(value)) {
      refuse({ path, message: `${shown(value)} is not a list`, remedy: 'write [ … ]' });
      return undefined;
    }
    let fits = true;
    const items = Array.from(value, (entry, index) =>
      item(entry, `${path}[${index}]`, (problem) => {
        fits = false;
        refuse(problem);
      }),
    );
    return fits ? items : undefined;
  };

/** An object with keys of any name. */
export const mapOf =
  (item: Shape): Shape =>
  (value, path, refuse) => {
    const object = mapping(value, path, refuse) as Readonly<Record<string, unknown>> | undefined;
    return object && keptOf(object, (key, entry) => item(entry, join(path, key), refuse));
  };

/** The keys of every member of a union. */
type KeysOf<T> = T extends unknown ? Extract<keyof T, string> : never;

type Fields<T> = { readonly [K in KeysOf<T>]: Shape };

/** An object with exactly the fields of a type of ours, which the compiler keeps complete. */
export const objectOf = <T>(fields: Fields<T>, required: readonly KeysOf<T>[] = []): Shape => {
  const shapes = new Map<string, Shape>(Object.entries(fields));
  const read = openObject(fields, required);
  return (value, path, refuse) => {
    if (!isObject(value)) return mapping(value, path, refuse);
    for (const key of Object.keys(value)) {
      if (!shapes.has(key) && value[key] !== undefined) refuse(unknownField(key, path, [...shapes.keys()]));
    }
    // By name, so that what a class inherits counts too.
    return read(Object.fromEntries([...shapes.keys()].map((key) => [key, value[key]])), path, refuse);
  };
};

/**
 * An object of which some fields are known here, and any other is passed on: Kubernetes has more of them in every release.
 * Without one that is required nothing of it fits.
 */
export const openObject =
  (fields: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape =>
  (value, path, refuse) => {
    if (!isObject(value)) return mapping(value, path, refuse);
    for (const key of required) {
      if (value[key] === undefined) refuse({ path: join(path, key), message: 'is missing', remedy: 'write it' });
    }
    const kept = keptOf(value, (key, entry) =>
      Object.hasOwn(fields, key) ? fields[key]?.(entry, join(path, key), refuse) : entry,
    );
    return required.every((key) => kept[key] !== undefined) ? kept : undefined;
  };

/** One of several kinds of thing, told apart by their `type`. */
export const kindOf =
  <T extends { readonly type: string }>(
    what: string,
    kinds: Readonly<Record<T['type'], Shape>> & Readonly<Record<string, Shape>>,
  ): Shape =>
  (value, path, refuse) => {
    if (!isObject(value)) return mapping(value, path, refuse);
    const { type } = value;
    if (typeof type === 'string' && Object.hasOwn(kinds, type)) return kinds[type]?.(value, path, refuse);
    const types = Object.keys(kinds).map((kind) => `"${kind}"`);
    refuse({
      path: join(path, 'type'),
      message: `${shown(type)} is not a ${what}`,
      remedy: `write ${types.join(' or ')}`,
    });
    return undefined;
  };

/** An object with one of several fields, of which each says something else. */
export const exactlyOneOf = (fields: Readonly<Record<string, Shape>>): Shape => {
  const read = openObject(fields);
  const names = Object.keys(fields);
  return (value, path, refuse) => {
    const object = read(value, path, refuse) as Readonly<Record<string, unknown>> | undefined;
    if (object === undefined) return undefined;
    const said = names.filter((name) => object[name] !== undefined);
    if (said.length === 1) return object;
    const message = said.length === 0 ? `says none of ${names.join(', ')}` : `says both ${said.join(' and ')}`;
    refuse({ path, message, remedy: `write one of ${names.join(', ')}` });
    return undefined;
  };
};

/** One choice, or another thing altogether. */
export const either =
  (choice: unknown, other: Shape): Shape =>
  (value, path, refuse) =>
    value === choice ? value : other(value, path, refuse);

const DEEPEST = 100;

/** Plain data, as JSON has it, or a value of cdk8s' own that becomes such at synth. */
export const plain: Shape = (value, path, refuse) => plainTo(DEEPEST, value, path, refuse);

function plainTo(depth: number, value: unknown, path: string, refuse: Refuse): unknown {
  if (value === null || value instanceof Lazy) return value;
  if (isScalar(value) && !(typeof value === 'number' && !Number.isFinite(value))) return value;
  if (depth === 0) {
    refuse({ path, message: 'is nested too deeply, or contains itself', remedy: 'write plain data' });
    return undefined;
  }
  const item: Shape = (entry, at, refuseItem) => plainTo(depth - 1, entry, at, refuseItem);
  if (Array.isArray(value)) return listOf(item)(value, path, refuse);
  if (isObject(value) && isPlainObject(value)) {
    if (!Object.hasOwn(value, '__proto__')) return mapOf(item)(value, path, refuse);
    refuse({ path: join(path, '__proto__'), message: 'is no name for a key', remedy: 'take it out' });
    return undefined;
  }
  const remedy = 'write text, a number, true, false, a list or an object';
  refuse({ path, message: `${shown(value)} is not plain data`, remedy });
  return undefined;
}

/** Of whatever realm: its prototype is the last one, or it has none. */
export function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function keptOf(
  object: Readonly<Record<string, unknown>>,
  read: (key: string, value: unknown) => unknown,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    // No field of anything, and to set it would do something else.
    if (key === '__proto__' || object[key] === undefined) continue;
    const value = read(key, object[key]);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

function unknownField(key: string, path: string, known: readonly string[]): Problem {
  const near = closest(key, known);
  return {
    path: join(path, key),
    message: `there is no "${key}" here`,
    remedy: near === undefined ? `use one of ${known.join(', ')}` : `did you mean "${near}"?`,
  };
}

const join = (path: string, key: string): string => {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

/** Text in the wrong place is shown only when short: it may be anything. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value.length <= 30 ? JSON.stringify(value) : 'a text';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) {
    const name: unknown = value.constructor?.name;
    return isPlainObject(value) || typeof name !== 'string' || name === '' ? 'an object' : `a ${name}`;
  }
  return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : String(value);
}
