import { type Manifest, namespaceOf } from '../../kubernetes/manifest';
import { isOwn, kindOf, nameOf } from '../kinds';
import { isMap } from '../plain';

/** The namespaces of one environment, each with that of another in its place. */
export type Namespaces = ReadonlyMap<string, string>;

/**
 * The namespaces that are called otherwise in another environment: those in which objects of the same kind and name stand. One that both
 * environments have is itself, and where two could be meant nobody is guessed.
 */
export function alignedNamespaces(first: readonly Manifest[], second: readonly Manifest[]): Namespaces {
  const [ofFirst, ofSecond] = [namespacesByObject(first), namespacesByObject(second)];
  const [inFirst, inSecond] = [ofFirst, ofSecond].map(
    (byObject) => new Set([...byObject.values()].flatMap((all) => [...all])),
  );
  const found = new Map<string, Set<string>>();
  for (const [object, namespaces] of ofFirst) {
    const others = ofSecond.get(object) ?? new Set();
    const [from, to] = [only(namespaces), only(others)];
    if (from === undefined || to === undefined || inSecond?.has(from) || inFirst?.has(to)) continue;
    found.set(from, (found.get(from) ?? new Set()).add(to));
  }
  const aligned = [...found].flatMap(([from, to]) => {
    const sole = only(to);
    return sole === undefined ? [] : [[from, sole] as const];
  });
  const targets = aligned.map(([, to]) => to);
  return new Map(aligned.filter(([, to]) => targets.indexOf(to) === targets.lastIndexOf(to)));
}

/** The same objects in other namespaces, wherever they name them: as their own, as another object's, in the name of a Service. */
export const inNamespaces = (manifests: readonly Manifest[], namespaces: Namespaces): readonly Manifest[] =>
  namespaces.size === 0
    ? manifests
    : manifests.map((manifest) => {
        const moved = renamed(manifest, namespaces) as Manifest;
        const name = namespaces.get(manifest.metadata.name);
        return isOwn(manifest, 'Namespace') && name !== undefined
          ? { ...moved, metadata: { ...moved.metadata, name } }
          : moved;
      });

/** A part of an object with other namespaces in it. */
export function renamed(value: unknown, namespaces: Namespaces): unknown {
  if (typeof value === 'string') {
    // `loki.logging.svc`: the only place of a text in which a name is that of a namespace for sure.
    return value.replace(/(?<=\.)[a-z0-9-]+(?=\.svc\b)/g, (name) => namespaces.get(name) ?? name);
  }
  if (Array.isArray(value)) return value.map((item) => renamed(item, namespaces));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'namespace' && typeof part === 'string' ? (namespaces.get(part) ?? part) : renamed(part, namespaces),
    ]),
  );
}

/** The other way round. */
export const inverted = (namespaces: Namespaces): Namespaces =>
  new Map([...namespaces].map(([from, to]) => [to, from]));

const only = <Item>(items: ReadonlySet<Item>): Item | undefined => (items.size === 1 ? [...items][0] : undefined);

/** The namespaces that an object of a kind and name is in. */
function namespacesByObject(manifests: readonly Manifest[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byObject = new Map<string, Set<string>>();
  for (const manifest of manifests) {
    const namespace = namespaceOf(manifest);
    if (namespace === undefined) continue;
    const object = `${kindOf(manifest)} ${nameOf(manifest).name}`;
    byObject.set(object, (byObject.get(object) ?? new Set()).add(namespace));
  }
  return byObject;
}
