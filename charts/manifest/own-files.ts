import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../kubernetes/problem';

/**
 * The first line of every file that we write, by which we know it again. It holds the file's own path, so that a copy
 * under another name is not taken for ours, and nothing that changes between releases, so that an upgrade does not
 * rewrite every file.
 */
const header = (path: string): string => `# ${path} is written by cdk8s-plg: change the code, not this file.\n`;

/** A file of ours. It begins a document, so that several files one after the other are still one document each. */
export const ownFile = (path: string, documents: string): string => `${header(path)}---\n${documents}`;

/** The documents of a file of ours: what stands in one is indented, so nothing in it looks like a separator. */
export const documentsOf = (content: string): readonly string[] => content.split(/^---\n/m).slice(1);

/** What git makes of line ends where it is told to (`core.autocrlf`) means the same to everybody who reads YAML. */
export const sameText = (content: string): string => content.replaceAll('\r\n', '\n');

/** The files that earlier runs wrote, by path: directly in the folder, or in the folders of environments below it. */
export function ownFiles(outdir: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(outdir, folder), { withFileTypes: true })) {
      const path = `${folder}${entry.name}`;
      // A link is never ours, and what is behind it even less.
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') visit(`${path}/`);
      if (!entry.isFile() || !/\.ya?ml$|^Kustomization$/.test(entry.name)) continue;
      const content = sameText(readFileSync(join(outdir, path), 'utf8'));
      if (content.startsWith(header(path))) found.set(path, content);
    }
  };
  if (lstatSync(outdir, { throwIfNoEntry: false }) !== undefined) visit('');
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Refuses to write where something stands that we did not write. */
export function checkInTheWay(outdir: string, own: ReadonlyMap<string, string>, paths: Iterable<string>): Problem[] {
  const inTheWay = new Map<string, string>();
  for (const path of paths) {
    const folder = foldersOf(path).find((above) => !isFolderOrNothing(join(outdir, above)));
    if (folder !== undefined) inTheWay.set(folder, 'is not a folder, and an environment needs one there');
    else if (!own.has(path) && lstatSync(join(outdir, path), { throwIfNoEntry: false }) !== undefined) {
      inTheWay.set(path, 'is there already, and cdk8s-plg did not write it');
    }
  }
  return [...inTheWay].map(([path, message]) => ({
    path: join(outdir, path),
    message,
    remedy: 'move it out of the way, or give the construct another id',
  }));
}

/** The folders on the way to a file: `a` and `a/b` for `a/b/c.yaml`. */
export function foldersOf(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [...foldersOf(folder), folder];
}

const isFolderOrNothing = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
