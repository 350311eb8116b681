/** Plain data of a config file. */
export type ConfigValue = string | number | boolean | null | readonly ConfigValue[] | ConfigMapping;
export interface ConfigMapping {
  readonly [key: string]: ConfigValue | undefined;
}

export const isMapping = (value: ConfigValue | undefined): value is ConfigMapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Lays what a user wrote over our defaults: mappings are merged key by key, everything else (lists too) is replaced, and
 * `null` takes one of our settings away. `undefined` says nothing.
 */
export function mergeConfig(ours: ConfigMapping, theirs: ConfigMapping = {}): ConfigMapping {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const value = merged(ownValue(ours, key), ownValue(theirs, key));
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function merged(own: ConfigValue | undefined, other: ConfigValue | undefined): ConfigValue | undefined {
  if (other === null) return undefined;
  return isMapping(other) ? mergeConfig(isMapping(own) ? own : {}, other) : (other ?? own);
}

/** Not what every object inherits: `constructor` may be a key like any other. */
const ownValue = (mapping: ConfigMapping, key: string): ConfigValue | undefined =>
  Object.hasOwn(mapping, key) ? mapping[key] : undefined;
