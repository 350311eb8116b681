import type { Manifest } from '../kubernetes/manifest';
import { isKustomization } from '../manifest/kustomization';
import { referenceTo } from './kinds';
import { type DocumentCache, readManifests } from './read/read-manifests';
import { type ObjectReview, type Requests, type Review, worstOf } from './review';
import { countsOf, type ReviewOptions, reviewManifests, worstFirst } from './review-manifests';
import { addRequests } from './rules/cost';

/** Files of manifests: text by path. */
export interface ManifestFiles {
  /** How messages name where they come from: `dist`, `HEAD:dist`. */
  readonly name: string;
  /** Paths within a folder of several files; a file that stands alone has the path ''. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The objects that were compared with one another. */
export interface ReviewedFolder {
  /** As objects of the review have it. */
  readonly folder?: string;
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
}

/** A review and what it is of, or in one line why there is none. */
export type ReviewedFiles =
  | { readonly review: Review; readonly folders: readonly ReviewedFolder[] }
  | { readonly mistake: string };

/**
 * Compares two sets of files. Where a side has several folders, each is a cluster or an environment of its own, compared with the
 * folder of the same name; with a file that stands alone all folders are compared together.
 */
export function reviewFiles(before: ManifestFiles, after: ManifestFiles, options: ReviewOptions = {}): ReviewedFiles {
  const cache: DocumentCache = new Map();
  const [old, now] = [readFolders(before, cache), readFolders(after, cache)];
  if ('mistake' in old) return old;
  if ('mistake' in now) return now;
  const isTogether = before.texts.has('') || after.texts.has('') || (old.folders.size < 2 && now.folders.size < 2);
  if (!isTogether) return reviewFolders(old.folders, now.folders, options);
  for (const [{ name }, { folders }] of [
    [before, old],
    [after, now],
  ] as const) {
    const twice = inTwoFolders(folders);
    if (twice !== undefined) return { mistake: `${name}: ${twice}; name one of the folders` };
  }
  const all = { before: [...old.folders.values()].flat(), after: [...now.folders.values()].flat() };
  return { review: reviewManifests(all.before, all.after, options), folders: [all] };
}

type Folders = ReadonlyMap<string, readonly Manifest[]>;

function readFolders(
  { name, texts }: ManifestFiles,
  cache: DocumentCache,
): { readonly folders: Folders } | { readonly mistake: string } {
  const folders = new Map<string, Manifest[]>();
  for (const [path, text] of texts) {
    if (isKustomization(path)) continue;
    const read = readManifests(text, path === '' ? name : `${name}/${path}`, cache);
    if ('mistake' in read) return read;
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [...read.manifests]);
    else known.push(...read.manifests);
  }
  return { folders };
}

/** An object that two folders have: whichever is meant, it is not clear. */
function inTwoFolders(folders: Folders): string | undefined {
  const seen = new Map<string, string>();
  for (const [folder, manifests] of folders) {
    for (const manifest of manifests) {
      const object = `${referenceTo(manifest)} of namespace ${manifest.metadata.namespace ?? '(none)'}`;
      const other = seen.get(object);
      if (other !== undefined && other !== folder)
        return `${referenceTo(manifest)} is in the folders "${other}" and "${folder}"`;
      seen.set(object, folder);
    }
  }
  return undefined;
}

function reviewFolders(
  old: Folders,
  now: Folders,
  options: ReviewOptions,
): { readonly review: Review; readonly folders: readonly ReviewedFolder[] } {
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  const folders = names.map((name) => ({
    ...(name === '' ? {} : { folder: name }),
    before: old.get(name) ?? [],
    after: now.get(name) ?? [],
  }));
  const reviews = folders.map(({ folder, before, after }) => ({
    folder,
    review: reviewManifests(before, after, options),
  }));
  const objects = reviews
    .flatMap(({ folder, review }) =>
      review.objects.map((object): ObjectReview => ({ ...(folder === undefined ? {} : { folder }), ...object })),
    )
    .sort(worstFirst);
  const total = (side: 'before' | 'after'): Requests => addRequests(reviews.map(({ review }) => review.requests[side]));
  const review = {
    severity: worstOf(objects.map(({ severity }) => severity)),
    counts: countsOf(objects),
    requests: { before: total('before'), after: total('after') },
    objects,
  };
  return { review, folders };
}
