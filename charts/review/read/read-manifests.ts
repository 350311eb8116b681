import type { Manifest } from '../../kubernetes/manifest';
import { isAbsent, isMap, listOf, mapOf, textAt, textOf } from '../plain';
import { readJsonValue } from './json-value';
import { splitDocuments } from './split-documents';
import { readYamlValues } from './yaml-values';

/** The manifests of a file, or what is wrong with it in one line. */
export type ReadManifests = { readonly manifests: readonly Manifest[] } | { readonly mistake: string };

/** Documents that were read before, by their text: what is the same on both sides is read once. */
export type DocumentCache = Map<string, ReadManifests>;

/** Reads the manifests of a text of YAML or JSON as kubectl does: of several documents, and with lists taken apart. Never throws. */
export function readManifests(text: string, file: string, cache: DocumentCache = new Map()): ReadManifests {
  const json = readJsonValue(text);
  if (json !== undefined) return manifestsOf([json], file);
  const manifests: Manifest[] = [];
  for (const document of splitDocuments(text)) {
    const read = cache.get(document) ?? readDocument(document, text, file);
    if ('mistake' in read) return read;
    cache.set(document, read);
    manifests.push(...read.manifests);
  }
  return { manifests };
}

function readDocument(document: string, text: string, file: string): ReadManifests {
  const read = readYamlValues(document);
  // As kubectl does, a document that says nothing is passed over.
  if ('values' in read)
    return manifestsOf(
      read.values.filter((value) => !isAbsent(value)),
      file,
    );
  const before = text.slice(0, text.indexOf(document)).split('\n').length - 1;
  return { mistake: `${file}:${before + read.line}: ${read.mistake}` };
}

function manifestsOf(values: readonly unknown[], file: string): ReadManifests {
  const manifests: Manifest[] = [];
  for (const value of values.flatMap(itemsOf)) {
    const strange = strangeness(value);
    if (strange !== undefined) return { mistake: `${file}: ${strange}` };
    manifests.push(value as Manifest);
  }
  return { manifests };
}

/** The objects of a list of them, as `kubectl get` prints one; those of a typed list may leave out what they are. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (!isMap(value) || !Array.isArray(value.items) || !/List$/.test(textOf(value.kind) ?? '')) return [value];
  const kind = String(value.kind).slice(0, -'List'.length);
  const common = kind === '' ? {} : { apiVersion: value.apiVersion, kind };
  return listOf(value.items).flatMap((item) => (isMap(item) ? itemsOf({ ...common, ...item }) : [item]));
}

/** What keeps a value from being an object of Kubernetes. */
function strangeness(value: unknown): string | undefined {
  if (!isMap(value)) return 'holds something that is no object of Kubernetes';
  const { apiVersion, kind } = value;
  if (textOf(kind) === undefined || textOf(apiVersion) === undefined) {
    const name = textAt(value, 'metadata', 'name');
    return `holds ${name === undefined ? 'an object' : `"${name}"`} without ${textOf(kind) === undefined ? 'kind' : 'apiVersion'}`;
  }
  const { name, generateName } = mapOf(value.metadata);
  return (textOf(name) ?? textOf(generateName)) === undefined
    ? `holds a ${textOf(kind)} without metadata.name`
    : undefined;
}
