import { itemsOf } from '../../review/read/read-manifests';
import { splitDocuments } from '../../review/read/split-documents';
import { readYamlValues } from '../../review/read/yaml-values';
import { isMapping, type Json } from '../json';
import { isMadeByAnother, type ReleaseObject, releaseObject } from './release-object';

/** What is said of a text that cannot be read: with its line, and without a word of what is in it. */
export interface Unreadable {
  readonly line: number;
  readonly message: string;
}

export interface ReadRelease {
  readonly objects: readonly ReleaseObject[];
  /** Objects that Kubernetes has made of others of them, by name. */
  readonly derived: readonly ReleaseObject[];
  readonly unreadable: readonly Unreadable[];
}

/** Reads the objects of a release: what Helm renders, or what kubectl prints of it. Nothing of what is in them comes into a message. */
export function readRelease(text: string): ReadRelease {
  const unreadable: Unreadable[] = [];
  const objects = new Map<string, ReleaseObject>();
  const derived: ReleaseObject[] = [];
  let before = 0;
  for (const document of splitDocuments(manifestPart(text))) {
    const read = readYamlValues(document);
    if ('mistake' in read) unreadable.push({ line: before + read.line, message: 'is not YAML' });
    const values = 'mistake' in read ? [] : (read.values.flatMap(itemsOf) as Json[]);
    for (const manifest of values.filter((value) => value !== null)) {
      const object = isMapping(manifest) ? releaseObject(manifest) : undefined;
      if (object === undefined) {
        const line = before + document.slice(0, document.search(/\S/)).split('\n').length;
        unreadable.push({ line, message: 'is no Kubernetes object: it has no apiVersion, kind or name' });
      } else if (isMapping(manifest) && isMadeByAnother(manifest)) derived.push(object);
      // Of an object that stands there twice the last one would be applied last.
      else objects.set([object.apiVersion, object.kind, object.namespace ?? '', object.name].join('\n'), object);
    }
    before += document.split('\n').length - 1;
  }
  return { objects: [...objects.values()], derived, unreadable };
}

/** Of what `helm get all` and a dry run print, the part that is YAML, on the lines that it stands on. */
function manifestPart(text: string): string {
  const heading = /^MANIFEST:[ \t]*\r?\n/m.exec(text);
  if (heading === null) return text.replace(/^\ufeff/, '');
  const start = heading.index + heading[0].length;
  const notes = /^NOTES:[ \t]*\r?$/m.exec(text.slice(start));
  const body = text.slice(start, notes === null ? undefined : start + notes.index);
  return '\n'.repeat(text.slice(0, start).split('\n').length - 1) + body;
}
