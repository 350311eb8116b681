/** Plain data of a config file. */
export type ConfigValue = string | number | boolean | null | readonly ConfigValue[] | ConfigMapping;
export interface ConfigMapping {
  readonly [key: string]: ConfigValue | undefined;
}

const isMapping = (value: ConfigValue | undefined): value is ConfigMapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Lays what a user wrote over our defaults: mappings are merged key by key, everything else (lists too) is replaced, and
 * `null` takes one of our settings away. `undefined` says nothing.
 */
export function mergeConfig(ours: ConfigMapping, theirs: ConfigMapping = {}): ConfigMapping {
  const merged: Record<string, ConfigValue> = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [own, other] = [ours[key], theirs[key]];
    if (other === null) continue;
    if (isMapping(other)) merged[key] = mergeConfig(isMapping(own) ? own : {}, other);
    else if (other !== undefined) merged[key] = other;
    else if (own !== undefined) merged[key] = own;
  }
  return merged;
}
