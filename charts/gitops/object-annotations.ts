import type { ApiObject } from 'cdk8s';
import { closest } from '../kubernetes/closest';
import { finalForm } from '../kubernetes/final-form';
import type { Problem } from '../kubernetes/problem';

const referenceTo = ({ kind, name }: ApiObject): string => `${kind}/${name}`;

/** What goes with a Namespace is every claim in it; what goes with a claim is the volume. */
const HOLDS_DATA: ReadonlySet<string> = new Set(['Namespace', 'PersistentVolumeClaim']);

/** Annotates what data goes with, so that nobody who prunes takes it away. What says so already is left alone. */
export const keepData = (objects: readonly ApiObject[], key: string, value: string): Problem[] =>
  objects.filter(({ kind }) => HOLDS_DATA.has(kind)).flatMap((object) => annotate(object, key, value, 'keepData'));

/** Annotates objects by their reference, `DaemonSet/loki-promtail`. */
export const annotateObjects = (
  objects: readonly ApiObject[],
  wanted: Readonly<Record<string, string>>,
  key: string,
  property: string,
): Problem[] =>
  Object.entries(wanted).flatMap(([reference, value]) => {
    const path = `${property}[${JSON.stringify(reference)}]`;
    const object = objects.find((candidate) => referenceTo(candidate) === reference);
    if (object !== undefined) return annotate(object, key, value, path);
    const references = objects.map(referenceTo);
    const near = closest(reference, references);
    const remedy = near === undefined ? `name one of ${references.join(', ')}` : `did you mean "${near}"?`;
    return [{ path, message: `there is no ${reference} in the folder`, remedy }];
  });

function annotate(object: ApiObject, key: string, value: string, path: string): Problem[] {
  const { annotations = {} } = object.metadata.toJson() ?? {};
  if (!Object.hasOwn(annotations, key)) object.metadata.addAnnotation(key, value);
  const form = finalForm(object);
  if ('problem' in form || Object.hasOwn(form.manifest.metadata?.annotations ?? {}, key)) return [];
  const message = `"${key}" is lost from ${referenceTo(object)}, whose annotations a patch replaces`;
  return [{ path, message, remedy: `write it in the patch as well: ${JSON.stringify({ [key]: value })}` }];
}
