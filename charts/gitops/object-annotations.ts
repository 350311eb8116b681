import type { ApiObject } from 'cdk8s';
import { closest } from '../kubernetes/closest';
import type { Problem } from '../kubernetes/problem';

const referenceTo = ({ kind, name }: ApiObject): string => `${kind}/${name}`;

/** What goes with a Namespace is every claim in it; what goes with a claim is the volume. */
const HOLDS_DATA: ReadonlySet<string> = new Set(['Namespace', 'PersistentVolumeClaim']);

/** Annotates what data goes with, so that nobody who prunes takes it away. What says so already is left alone. */
export function keepData(objects: readonly ApiObject[], key: string, value: string): void {
  for (const object of objects) if (HOLDS_DATA.has(object.kind)) annotate(object, key, value);
}

/** Annotates objects by their reference, `DaemonSet/loki-promtail`; returns what is wrong with those that are not there. */
export function annotateObjects(
  objects: readonly ApiObject[],
  wanted: Readonly<Record<string, string>>,
  key: string,
  property: string,
): Problem[] {
  return Object.entries(wanted).flatMap(([reference, value]) => {
    const object = objects.find((candidate) => referenceTo(candidate) === reference);
    if (object !== undefined) {
      annotate(object, key, value);
      return [];
    }
    const near = closest(reference, objects.map(referenceTo));
    return [
      {
        path: `${property}[${JSON.stringify(reference)}]`,
        message: `there is no ${reference} in the folder`,
        remedy: near === undefined ? `name one of ${objects.map(referenceTo).join(', ')}` : `did you mean "${near}"?`,
      },
    ];
  });
}

function annotate(object: ApiObject, key: string, value: string): void {
  const { annotations = {} } = object.metadata.toJson() ?? {};
  if (!Object.hasOwn(annotations, key)) object.metadata.addAnnotation(key, value);
}
