import { extendPath } from '../../review/compare/difference';
import { isCredential } from '../compare/differences';
import { isMapping, type Json, type JsonObject } from '../json';

export interface SafeConfig {
  readonly config: JsonObject;
  /** Paths of what was taken out. */
  readonly taken: readonly string[];
}

/** Halves of a credential that are of no use without the other. */
const COMPANIONS: ReadonlyMap<string, string> = new Map([
  ['secret_access_key', 'access_key_id'],
  ['access_key_secret', 'access_key_id'],
]);

/** A configuration without the credentials that stand in it. */
export function withoutCredentialsIn(config: JsonObject): SafeConfig {
  const taken: string[] = [];
  const read = (value: Json, path: string): Json => {
    if (Array.isArray(value)) return value.map((item: Json, index) => read(item, `${path}[${index}]`) ?? null);
    if (!isMapping(value)) {
      if (!isCredential(path, value)) return value;
      taken.push(path);
      return undefined;
    }
    const kept = new Map<string, Json>();
    for (const [key, item] of Object.entries(value)) {
      const safe = read(item, extendPath(path, key));
      if (safe !== undefined) kept.set(key, safe);
      else if (item !== undefined && COMPANIONS.has(key)) gone.add(extendPath(path, COMPANIONS.get(key) ?? ''));
    }
    return Object.fromEntries([...kept].filter(([key]) => !gone.has(extendPath(path, key))));
  };
  const gone = new Set<string>();
  const safe = read(config, '') as JsonObject;
  return { config: safe, taken };
}
