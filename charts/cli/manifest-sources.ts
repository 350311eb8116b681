import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sameText } from '../manifest/own-files';
import type { ManifestFiles } from '../review/review-files';
import { unreadable } from './errors';
import { type NoRevision, readFolder, readRevision } from './read-folder';

/** The files of a side, or in one line why there are none. */
export type Source = { readonly files: ManifestFiles } | { readonly mistake: string };

/** Whether something is there under a path. */
export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** A file, or the files of a folder and of the folders in it. */
export function readPath(path: string): Source {
  try {
    const texts = readFolder(path) ?? new Map([['', sameText(readFileSync(path, 'utf8'))]]);
    return texts.size === 0
      ? { mistake: `${path} holds no file that ends in .yaml, .yml or .json` }
      : { files: { name: path, texts } };
  } catch (error) {
    return { mistake: `${path} ${unreadable(error)}` };
  }
}

const NO_REVISION: Readonly<Record<NoRevision['reason'], (revision: string) => string>> = {
  'no-git': () => 'git is not installed: name a folder or a file, as --against dist',
  'no-repository': () => 'this is no git repository: name a folder or a file to compare with, as --against dist',
  'no-revision': (revision) => `${revision} is neither a file nor a revision of this repository`,
};

/**
 * What a revision of the repository has under a path: `HEAD`, `v1.2.0`, `origin/main`. Nothing, if the path was not there then.
 * @param path of the working tree, whether it is there now or not
 */
export function readRevisionOf(path: string, revision: string): Source {
  const { folder, rest } = nearestFolder(path);
  const found = readRevision(folder, revision);
  if ('reason' in found) return { mistake: NO_REVISION[found.reason](revision) };
  return { files: { name: `${revision}:${path}`, texts: rest === '' ? found : within(found, rest) } };
}

/** The folder of a path that is there, and the rest of the way; of a folder that is there itself nothing. */
function nearestFolder(path: string, rest = ''): { readonly folder: string; readonly rest: string } {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder || dirname(path) === path) return { folder: path, rest };
  return nearestFolder(dirname(path), rest === '' ? basename(path) : join(basename(path), rest));
}

/** The file of a path, as one that stands alone, or those of a folder. */
function within(texts: ReadonlyMap<string, string>, path: string): ReadonlyMap<string, string> {
  const file = texts.get(path);
  if (file !== undefined) return new Map([['', file]]);
  const below = [...texts].filter(([name]) => name.startsWith(`${path}/`));
  return new Map(below.map(([name, text]) => [name.slice(path.length + 1), text]));
}
