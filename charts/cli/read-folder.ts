import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isKustomization } from '../manifest/kustomization';
import { sameText } from '../manifest/own-files';

/** What kubectl reads in a folder, but for what tells kustomize which files those are. */
const isManifest = (path: string): boolean => /\.(?:ya?ml|json)$/.test(path) && !isKustomization(path);
const MEGABYTE = 1024 * 1024;
const MOST_OUTPUT = 512 * MEGABYTE;

/** The YAML and JSON files below a folder, by path within it; undefined for what is no folder. */
export function readFolder(folder: string): ReadonlyMap<string, string> | undefined {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const files = new Map<string, string>();
  const visit = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') visit(`${path}/`);
      if (entry.isFile() && isManifest(entry.name)) {
        files.set(path, sameText(readFileSync(join(folder, path), 'utf8')));
      }
    }
  };
  visit('');
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Why a revision of a folder cannot be had. */
export interface NoRevision {
  readonly reason: 'no-git' | 'no-repository' | 'no-revision';
}

/** The YAML and JSON files that a git revision has below a folder, by path within it. */
export function readRevision(folder: string, revision: string): ReadonlyMap<string, string> | NoRevision {
  const git = (args: readonly string[], input?: string): Buffer =>
    execFileSync('git', ['-C', folder, ...args], {
      input,
      maxBuffer: MOST_OUTPUT,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    });
  try {
    git(['rev-parse', '--git-dir']);
  } catch (error) {
    return { reason: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no-git' : 'no-repository' };
  }
  let commit: string;
  try {
    // What begins so would be an option to git.
    if (revision.startsWith('-')) return { reason: 'no-revision' };
    commit = git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
      .toString()
      .trim();
  } catch {
    return { reason: 'no-revision' };
  }
  const entries = git(['ls-tree', '-r', '-z', commit])
    .toString()
    .split('\0')
    .flatMap((line) => {
      // A link (120000) holds the path that it leads to.
      const [, blob = '', path = ''] = /^(?!120000)\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return isManifest(path) ? [{ blob, path }] : [];
    });
  if (entries.length === 0) return new Map();
  const contents = inBatch(git(['cat-file', '--batch'], entries.map(({ blob }) => `${blob}\n`).join('')));
  return new Map(entries.map(({ path }, index) => [path, sameText(contents[index] ?? '')]));
}

/** What `git cat-file --batch` prints: for each object a line that ends with its size, its bytes, and a line break. */
function inBatch(output: Buffer): readonly string[] {
  const contents: string[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const size = Number(output.subarray(at, end).toString().split(' ').at(-1));
    contents.push(output.subarray(end + 1, end + 1 + size).toString());
    at = end + 1 + size + 1;
  }
  return contents;
}
