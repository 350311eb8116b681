import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ManifestFiles } from '../review/review-files';
import { partOf } from './check';

/** The files of a side, or in one line why there are none. */
export type Source = { readonly files: ManifestFiles } | { readonly mistake: string };

/** Names of files that kubectl reads in a folder. */
const MANIFEST = /\.(?:ya?ml|json)$/;

/** Whether something is there under a path. */
export function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}

/** A file, or the files of a folder and of the folders in it, in the order of their names. */
export function readPath(path: string): Source {
  try {
    const texts = statSync(path).isDirectory()
      ? new Map(manifestPaths(path).map((file) => [file, readFileSync(join(path, file), 'utf8')]))
      : new Map([['', readFileSync(path, 'utf8')]]);
    return texts.size === 0
      ? { mistake: `${path} holds no file that ends in .yaml, .yml or .json` }
      : { files: { name: path, texts } };
  } catch (error) {
    return { mistake: `${path} cannot be read: ${reason(error)}` };
  }
}

const manifestPaths = (folder: string, within = ''): string[] =>
  readdirSync(join(folder, within))
    .sort()
    .flatMap((name) => {
      const path = within === '' ? name : `${within}/${name}`;
      if (statSync(join(folder, path)).isDirectory()) return manifestPaths(folder, path);
      return MANIFEST.test(name) ? [path] : [];
    });

/**
 * What a revision of the repository has under a path: `HEAD`, `v1.2.0`, `origin/main`. Nothing, if the path was not there then.
 * @param path of the working tree, whether it is there now or not
 */
export function readRevision(revision: string, path: string): Source {
  const name = `${revision}:${path}`;
  try {
    // No name of a revision begins so, and git would take it for an option.
    if (revision.startsWith('-')) return { mistake: `${revision} is neither a file nor a revision` };
    const root = realpathSync(git(['rev-parse', '--show-toplevel']).toString().trim());
    const commit = git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
      .toString()
      .trim();
    const within = relative(root, realPath(path)).split(sep).join('/');
    if (within === '..' || within.startsWith('../')) return { mistake: `${path} is outside of the repository` };
    const blobs = filesAt(commit, within);
    const contents = readBlobs([...blobs.values()]);
    return { files: { name, texts: new Map([...blobs].map(([file, hash]) => [file, contents.get(hash) ?? ''])) } };
  } catch (error) {
    const text = `${reason(error)} ${stderrOf(error)}`;
    if (text.includes('ENOENT')) return { mistake: 'git is not installed: name a folder or a file, as --against dist' };
    if (/not a git repository/.test(text)) {
      return { mistake: 'this is no git repository: name a folder or a file to compare with, as --against dist' };
    }
    return { mistake: `${revision} is neither a file nor a revision of this repository` };
  }
}

/** A path as git sees it: links in its folders resolved, though it may not be there itself. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    return dirname(absolute) === absolute ? absolute : join(realPath(dirname(absolute)), basename(absolute));
  }
}

/** Hashes of the manifests below a path of a commit, by their paths within it; a file that stands alone has the path ''. */
function filesAt(commit: string, path: string): ReadonlyMap<string, string> {
  const records = git(['ls-tree', '-r', '-z', '--full-tree', commit, ...(path === '' ? [] : ['--', path])])
    .toString()
    .split('\0');
  return new Map(
    records.flatMap((record): [string, string][] => {
      const [, mode, hash = '', name = ''] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(record) ?? [];
      // A link holds the path that it leads to.
      if (mode === undefined || mode === '120000' || !(MANIFEST.test(name) || name === path)) return [];
      return [[name === path ? '' : path === '' ? name : name.slice(path.length + 1), hash]];
    }),
  );
}

/** The texts of some blobs, read by one process. */
function readBlobs(hashes: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (hashes.length === 0) return texts;
  const output = git(['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  let start = 0;
  while (start < output.length) {
    const end = output.indexOf('\n', start);
    const [hash = '', , size = '0'] = output.toString('utf8', start, end).split(' ');
    const from = end + 1;
    texts.set(hash, output.toString('utf8', from, from + Number(size)));
    start = from + Number(size) + 1;
  }
  return texts;
}

const git = (args: readonly string[], input = ''): Buffer =>
  execFileSync('git', [...args], { input, maxBuffer: Number.POSITIVE_INFINITY, stdio: ['pipe', 'pipe', 'pipe'] });

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read',
  ELOOP: 'its links lead to one another',
};

const reason = (error: unknown): string =>
  REASONS[partOf(error, 'code')] ?? partOf(error, 'message').split('\n')[0] ?? '';

const stderrOf = (error: unknown): string => `${partOf(error, 'stderr')} ${partOf(error, 'code')}`;
