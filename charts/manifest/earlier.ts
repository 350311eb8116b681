import { join } from 'node:path';
import type { ApiObject } from 'cdk8s';
import { comparisonsOf } from '../kubernetes/comparison';
import { describeObject, groupOf, type Manifest, namespaceOf } from '../kubernetes/manifest';
import { parseYaml } from '../kubernetes/parse-yaml';
import type { Problem } from '../kubernetes/problem';
import { asWritten, describeProblem, ownerPath } from '../kubernetes/refusal';
import { folderOf } from './file-names';
import { isKustomization } from './kustomization';
import { documentsOf } from './own-files';
import type { LocatedProblem } from './refused-error';

/** An object that wants to be compared with its earlier form, its text, and the file that it goes to. */
export interface ComparedObject {
  readonly object: ApiObject;
  readonly manifest: Manifest;
  readonly yaml: string;
  readonly path: string;
}

/** What an earlier run wrote of one object. */
interface EarlierDocument {
  readonly path: string;
  readonly identity: string | undefined;
  readonly manifest: Manifest | undefined;
  readonly mistake: string | undefined;
}

interface SaidOfChanges {
  readonly problems: readonly LocatedProblem[];
  readonly warnings: readonly (readonly [ApiObject, string])[];
}

/**
 * Compares objects with what an earlier run wrote of them, wherever in the output that was. Nothing is parsed as long as
 * the text of each is what it was.
 * @param own what earlier runs wrote, by path
 * @param files what is to be written, by path
 * @param refused what the app is refused for already
 */
export function compareObjects(
  outdir: string,
  objects: readonly ComparedObject[],
  own: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
  refused: readonly LocatedProblem[],
): SaidOfChanges {
  const problems: LocatedProblem[] = [];
  const warnings: (readonly [ApiObject, string])[] = [];
  const changedFiles = [...own].filter(([path, content]) => files.get(path) !== content && !isKustomization(path));
  const texts = changedFiles.flatMap(([path, content]) => documentsOf(content).map((text) => ({ path, text })));
  const isUnchanged = ({ path, yaml }: ComparedObject): boolean =>
    (own.has(path) && own.get(path) === files.get(path)) ||
    texts.some((document) => document.text === yaml && folderOf(document.path) === folderOf(path));
  const changed = objects.filter((object) => !isUnchanged(object));
  if (changed.length === 0 || texts.length === 0) return { problems, warnings };

  const documents = texts
    .filter(({ text }) => changed.some((compared) => namesOf(compared).some((name) => text.includes(name))))
    .map(({ path, text }) => read(path, text));
  for (const { object, manifest, path } of changed) {
    const refuse = (problem: Problem) =>
      problems.push(
        ...asWritten(object, [problem]).map((written) => ({
          construct: ownerPath(object),
          text: describeProblem(written),
        })),
      );
    const earlier =
      earlierOf(manifest, path, documents, objects) ?? formerOf(object, manifest, path, documents, objects);
    if (earlier === 'several') {
      warnings.push([
        object,
        `${describeObject(manifest)} was in several folders: nobody knows which it is compared with`,
      ]);
    } else if (earlier?.manifest !== undefined) {
      for (const { restsOn, compare } of comparisonsOf(object)) {
        if (restsOn.some((prop) => isRefused(object, prop, refused))) continue;
        const said = compare(earlier.manifest, manifest);
        said.problems.forEach(refuse);
        warnings.push(...said.warnings.map((warning) => [object, warning] as const));
      }
    } else if (earlier !== undefined) {
      problems.push({
        construct: '',
        text: describeProblem(unreadable(join(outdir, earlier.path), earlier, manifest)),
      });
    }
  }
  return { problems, warnings };
}

function read(path: string, text: string): EarlierDocument {
  const parsed = parseYaml(text);
  if ('mistake' in parsed) return { path, identity: undefined, manifest: undefined, mistake: parsed.mistake };
  const manifest = isManifest(parsed.value) ? parsed.value : undefined;
  return { path, identity: manifest && identityOf(manifest), manifest, mistake: undefined };
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind, metadata } = value as Partial<Manifest>;
  return typeof apiVersion === 'string' && typeof kind === 'string' && typeof metadata?.name === 'string';
}

const identityOf = (manifest: Manifest): string =>
  [groupOf(manifest), manifest.kind, namespaceOf(manifest) ?? '', manifest.metadata.name].join('\n');

/**
 * The earlier form of an object: in its own folder, else in the one folder that has it no more. An unreadable document of its folder may
 * have been it, when no other is.
 */
function earlierOf(
  manifest: Manifest,
  path: string,
  documents: readonly EarlierDocument[],
  objects: readonly ComparedObject[],
): EarlierDocument | 'several' | undefined {
  const identity = identityOf(manifest);
  const isBeside = (document: { readonly path: string }): boolean => folderOf(document.path) === folderOf(path);
  const found = documents.filter((document) => document.identity === identity);
  const beside =
    found.find(isBeside) ?? documents.find((document) => document.mistake !== undefined && isBeside(document));
  if (beside !== undefined) return beside;
  const left = found.filter(
    (document) =>
      !objects.some(
        (other) => identityOf(other.manifest) === identity && folderOf(other.path) === folderOf(document.path),
      ),
  );
  return left.length > 1 ? 'several' : left[0];
}

/** The names that an object has, and those whose place it takes. */
const namesOf = ({ object, manifest }: ComparedObject): readonly string[] => [
  manifest.metadata.name,
  ...comparisonsOf(object).flatMap(({ formerly = [] }) => formerly),
];

/** What an object takes the place of: of another name, in the same folder, and not written any more. */
function formerOf(
  object: ApiObject,
  manifest: Manifest,
  path: string,
  documents: readonly EarlierDocument[],
  objects: readonly ComparedObject[],
): EarlierDocument | undefined {
  const identities = new Set(
    comparisonsOf(object)
      .flatMap(({ formerly = [] }) => formerly)
      .map((name) => identityOf({ ...manifest, metadata: { ...manifest.metadata, name } })),
  );
  const isWritten = (identity: string): boolean => objects.some((other) => identityOf(other.manifest) === identity);
  return documents.find(
    (document) =>
      document.identity !== undefined &&
      identities.has(document.identity) &&
      !isWritten(document.identity) &&
      folderOf(document.path) === folderOf(path),
  );
}

const isRefused = (object: ApiObject, prop: string, refused: readonly LocatedProblem[]): boolean =>
  asWritten(object, [{ path: prop, message: '', remedy: '' }]).some(({ path }) =>
    refused.some(
      ({ construct, text }) =>
        construct === ownerPath(object) && text.startsWith(path) && /^[.:[]/.test(text.slice(path.length)),
    ),
  );

const unreadable = (path: string, { mistake }: EarlierDocument, manifest: Manifest): Problem => ({
  path,
  message: `is not YAML any more (${mistake}), and what ${describeObject(manifest)} was cannot be compared with what it is to be`,
  remedy: 'bring the file back as it was committed, or remove it if nothing of it runs anywhere',
});
