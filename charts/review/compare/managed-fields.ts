import { at, isMap, listOf, mapsAt, type PlainMap, textAt, textOf } from '../plain';
import { itemNamed } from './compare';
import type { Step } from './difference';

/** Who writes what a manifest says: appliers and deployers. Whoever else changes an object is a controller, or a hand. */
const DEPLOYERS =
  /^(?:kubectl(?:-(?:client-side-apply|create|edit|last-applied|patch|replace))?|helm|argocd(?:-[\w-]+)?|argo-cd|kustomize-controller|helm-controller|before-first-apply|(?:terraform|pulumi|ansible)[\w.-]*)$/i;

/**
 * Whether a field of a live object was said by a manifest, as far as its `managedFields` tell; undefined where they tell nothing.
 *
 * Of an object that was applied server-side those who applied it own what they said, and nothing else is taken away by a further
 * apply. Otherwise whoever wrote to the object owns what was written, defaults too.
 */
export function saidByManifest(manifest: PlainMap): ((steps: readonly Step[]) => boolean) | undefined {
  const entries = mapsAt(manifest, 'metadata', 'managedFields').filter(
    ({ fieldsV1, subresource }) => isMap(fieldsV1) && textOf(subresource) === undefined,
  );
  const applied = entries.filter(({ operation }) => operation === 'Apply');
  const own = applied.length > 0 ? applied : entries.filter((entry) => DEPLOYERS.test(textAt(entry, 'manager') ?? ''));
  if (own.length === 0) return undefined;
  // What nobody owns may have been written before owners were kept.
  const others = applied.length > 0 ? undefined : entries.filter((entry) => !own.includes(entry));
  const isOwned = (by: readonly PlainMap[], steps: readonly Step[]): boolean =>
    by.some(({ fieldsV1 }) => owns(fieldsV1, manifest, steps));
  return (steps) => isOwned(own, steps) || (others !== undefined && !isOwned(others, steps));
}

/** Whether a set of fields of an object has one in it, or a part of it. A field with none in it stands for all below it. */
function owns(fields: unknown, manifest: PlainMap, steps: readonly Step[]): boolean {
  let [node, value]: [unknown, unknown] = [fields, manifest];
  for (const step of steps) {
    if (!isMap(node)) return false;
    const keys = Object.keys(node).filter((key) => key !== '.');
    // A list without names of its items is one field; and of a position nobody knows which of them it is.
    if (keys.length === 0 || typeof step === 'number' || (typeof step === 'string' && Array.isArray(value)))
      return true;
    value = typeof step === 'string' ? at(value, step) : itemNamed(listOf(value), step.item);
    const key = typeof step === 'string' ? `f:${step}` : keys.find((one) => isKeyOf(one, value));
    if (key === undefined) return false;
    node = node[key];
  }
  return isMap(node);
}

/** Whether `k:{"name":"loki"}` is the key of an item. */
function isKeyOf(key: string, item: unknown): boolean {
  if (!key.startsWith('k:')) return false;
  try {
    const names: unknown = JSON.parse(key.slice(2));
    return isMap(names) && Object.entries(names).every(([name, value]) => at(item, name) === value);
  } catch {
    return false;
  }
}
