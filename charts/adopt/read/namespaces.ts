import { type Manifest, namespaceOf } from '../../kubernetes/manifest';
import { objectsIn, textIn } from '../json';
import type { ReleaseObject } from './release-object';

const NOT_NAMESPACED: ReadonlySet<string> = new Set(['PodSecurityPolicy', 'SecurityContextConstraints']);

const isNamespaced = ({ apiVersion, kind }: ReleaseObject): boolean =>
  !NOT_NAMESPACED.has(kind) &&
  namespaceOf({ apiVersion, kind, metadata: { name: 'x', namespace: 'x' } } as Manifest) !== undefined;

/** Gives every object its namespace: charts of before 2021 leave it to the one that Helm was called with. */
export function withNamespaces(
  objects: readonly ReleaseObject[],
  given: string | undefined,
): { readonly objects: readonly ReleaseObject[] } | { readonly mistake: string } {
  const unplaced = objects.filter((object) => isNamespaced(object) && object.namespace === undefined);
  const namespace = given ?? onlyNamespace(objects);
  if (unplaced.length > 0 && namespace === undefined) {
    const who = unplaced.length === 1 ? '1 object names' : `${unplaced.length} objects name`;
    return { mistake: `${who} no namespace: say which it is with --namespace` };
  }
  return {
    objects: objects.map((object) => {
      if (!isNamespaced(object)) return { ...object, namespace: undefined };
      return object.namespace === undefined ? { ...object, namespace } : object;
    }),
  };
}

/** The namespace that all those which name one agree on, subjects of bindings included. */
function onlyNamespace(objects: readonly ReleaseObject[]): string | undefined {
  const named = objects.flatMap((object) => [
    ...(isNamespaced(object) && object.namespace !== undefined ? [object.namespace] : []),
    ...objectsIn(object.manifest.subjects).flatMap(({ namespace }) => textIn(namespace) ?? []),
  ]);
  const [first, ...others] = new Set(named);
  return others.length === 0 ? first : undefined;
}
