import { type Manifest, namespaceOf } from '../kubernetes/manifest';
import { kindOf, nameOf } from './kinds';
import { isMap, mapOf, type PlainMap, textOf } from './plain';

/** An object before and after; one of the two may not be there. */
export interface Pair {
  readonly before?: Manifest;
  readonly after?: Manifest;
}

/**
 * The same objects on both sides. One that is there twice counts as its last, as for `kubectl apply`. One that says no namespace
 * is taken for the only other one of its kind and name, as it may be applied with `--namespace`.
 */
export function pairObjects(before: readonly unknown[], after: readonly unknown[]): Pair[] {
  const [old, now] = [byKey(before), byKey(after)];
  const pairs: Pair[] = [...now].map(([key, manifest]) => ({ before: old.get(key), after: manifest }));
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, manifest]) => manifest);
  return withoutNamespace(pairs, gone);
}

function withoutNamespace(pairs: readonly Pair[], gone: readonly Manifest[]): Pair[] {
  const goneByName = grouped(gone, (manifest) => manifest);
  const newByName = grouped(
    pairs.filter(({ before }) => before === undefined),
    ({ after }) => after as Manifest,
  );
  const found = new Set<Manifest>();
  const joined = pairs.map((pair): Pair => {
    const { before, after } = pair;
    if (before !== undefined || after === undefined) return pair;
    const [candidate, ...others] = goneByName.get(shortKey(after)) ?? [];
    const isOnly = others.length === 0 && newByName.get(shortKey(after))?.length === 1;
    if (candidate === undefined || !isOnly) return pair;
    if (namespaceOf(candidate) !== undefined && namespaceOf(after) !== undefined) return pair;
    found.add(candidate);
    return { before: candidate, after };
  });
  return [...joined, ...gone.filter((manifest) => !found.has(manifest)).map((manifest) => ({ before: manifest }))];
}

function byKey(manifests: readonly unknown[]): Map<string, Manifest> {
  const map = new Map<string, Manifest>();
  for (const given of manifests) {
    if (!isMap(given)) continue;
    const manifest = sound(given);
    map.set(`${shortKey(manifest)} ${namespaceOf(manifest) ?? ''}`, manifest);
  }
  return map;
}

/** An object of which whoever looks at it may rely on the texts that say what it is, and on metadata that is a map. */
function sound(given: PlainMap): Manifest {
  const { apiVersion, kind, metadata } = given;
  const isSound = typeof apiVersion === 'string' && typeof kind === 'string' && isMap(metadata);
  if (isSound && hasSoundName(metadata)) return given as Manifest;
  const { name, namespace } = mapOf(metadata);
  const named = { ...mapOf(metadata), name: textOf(name), namespace: textOf(namespace) };
  return { ...given, apiVersion: textOf(apiVersion) ?? '?', kind: textOf(kind) ?? '?', metadata: named } as Manifest;
}

const hasSoundName = ({ name, namespace }: PlainMap): boolean =>
  typeof name === 'string' && (namespace === undefined || typeof namespace === 'string');

const shortKey = (manifest: Manifest): string => `${kindOf(manifest)} ${nameOf(manifest).name}`;

function grouped<Item>(items: readonly Item[], manifestOf: (item: Item) => Manifest): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = shortKey(manifestOf(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
