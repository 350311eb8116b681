import { type ConfigMapping, type ConfigValue, isMapping } from '../kubernetes/merge';

/** Plain data whose form nobody has checked. */
export type Json = ConfigValue | undefined;
export type JsonObject = ConfigMapping;

export const objectIn = (value: Json): JsonObject => (isMapping(value) ? value : {});

export const listIn = (value: Json): readonly ConfigValue[] => (Array.isArray(value) ? value : []);

export const objectsIn = (value: Json): readonly JsonObject[] => listIn(value).filter(isMapping);

export const textIn = (value: Json): string | undefined => (typeof value === 'string' ? value : undefined);

/** A value as a word, whatever it is: what should be one is not always. */
export const asText = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** What steps lead to; undefined where they lead nowhere. */
export const valueAt = (value: Json, ...steps: readonly (string | number)[]): Json =>
  steps.reduce<Json>((part, step) => {
    if (Array.isArray(part)) return part[Number(step)];
    return isMapping(part) && Object.hasOwn(part, step) ? part[step] : undefined;
  }, value);

/** The text values of a map, such as labels; a number or a switch counts as its text. */
export const textsIn = (value: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(objectIn(value)).flatMap(([key, item]) =>
      ['string', 'number', 'boolean'].includes(typeof item) ? [[key, String(item)] as const] : [],
    ),
  );

/** Without what says nothing: keys that are undefined. */
export const defined = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** Without the keys that are named. */
export const without = (object: JsonObject, ...keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (isMapping(one) && isMapping(other)) {
    const keys = Object.keys(one).filter((key) => one[key] !== undefined);
    const others = Object.keys(other).filter((key) => other[key] !== undefined);
    return (
      keys.length === others.length && keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
    );
  }
  return one === other;
}

export { isMapping };
