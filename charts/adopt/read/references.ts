import { isMapping, type Json, textIn, valueAt } from '../json';

/** The ConfigMaps and Secrets that a pod reads: `Secret/loki`. */
export function referencesOf(pod: Json): ReadonlySet<string> {
  const found = new Set<string>();
  collect(pod, found);
  return found;
}

/** Fields that name an object, and the key of its name. */
const FIELDS: readonly (readonly [field: RegExp, kind: string, key: string])[] = [
  [/^configMap(?:Ref|KeyRef)?$/, 'ConfigMap', 'name'],
  [/^secret(?:Ref|KeyRef)?$/, 'Secret', 'name'],
  [/^secret$/, 'Secret', 'secretName'],
];

function collect(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (isMapping(value)) {
    for (const [field, item] of Object.entries(value)) {
      for (const [known, kind, key] of FIELDS) {
        const name = known.test(field) ? textIn(valueAt(item, key)) : undefined;
        if (name !== undefined) found.add(`${kind}/${name}`);
      }
      collect(item, found);
    }
  }
}
