import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../kubernetes/problem';

/** What became of each file, by its path within the output folder. */
export interface FileChanges {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The first line of every file that we write. It holds the file's own path, so that a copy under another name is not
 * taken for ours, and nothing that changes between releases, so that an upgrade does not rewrite every file.
 */
export const fileHeader = (path: string): string =>
  `# ${path} is written by cdk8s-plg: change the code, not this file.\n`;

const isOurs = (path: string, content: string): boolean => content.replace(/\r/g, '').startsWith(fileHeader(path));

/** Refuses to write over a file that we did not write. */
export function checkForeignFiles(outdir: string, files: ReadonlyMap<string, string>): Problem[] {
  return [...files.keys()].flatMap((path) => {
    const content = readIfThere(join(outdir, path));
    return content === undefined || isOurs(path, content)
      ? []
      : [
          {
            path: join(outdir, path),
            message: 'is there already, and cdk8s-plg did not write it',
            remedy: 'move it out of the way, or give the chart another id',
          },
        ];
  });
}

/**
 * Makes the output folder hold these files: all of them, or, if anything fails on the way, what it held before.
 * A file with the same content is not touched; one that an earlier run wrote and this one does not is removed; every
 * other file is left alone.
 */
export function writeFiles(outdir: string, files: ReadonlyMap<string, string>): FileChanges {
  const before = new Map([...files.keys()].map((path) => [path, readIfThere(join(outdir, path))]));
  const changed = [...files].filter(([path, content]) => before.get(path) !== content);
  const removed = ourFiles(outdir).filter(({ path }) => !files.has(path));

  const undo: (() => void)[] = [];
  try {
    const staged = changed.map(([path, content]) => {
      const target = join(outdir, path);
      makeFolder(dirname(target), undo);
      const temporary = join(dirname(target), `.${process.pid}.tmp-${path.slice(path.lastIndexOf('/') + 1)}`);
      undo.push(() => rmSync(temporary, { force: true }));
      writeFileSync(temporary, content);
      return { path, target, temporary };
    });
    for (const { path, target, temporary } of staged) {
      const old = before.get(path);
      renameSync(temporary, target);
      undo.push(() => (old === undefined ? rmSync(target) : writeFileSync(target, old)));
    }
    for (const { path, content } of removed) {
      const target = join(outdir, path);
      rmSync(target);
      undo.push(() => writeFileSync(target, content));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
  for (const { path } of removed) if (path.includes('/')) removeIfEmpty(join(outdir, dirname(path)));
  return {
    written: changed.map(([path]) => path),
    unchanged: [...files.keys()].filter((path) => before.get(path) === files.get(path)),
    removed: removed.map(({ path }) => path),
  };
}

const readIfThere = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

function makeFolder(path: string, undo: (() => void)[]): void {
  const first = mkdirSync(path, { recursive: true });
  if (first !== undefined) undo.push(() => rmSync(first, { recursive: true }));
}

/** The files of earlier runs: directly in the folder, or in the folders of environments below it. */
function ourFiles(outdir: string, folder = ''): { readonly path: string; readonly content: string }[] {
  if (!existsSync(join(outdir, folder))) return [];
  return readdirSync(join(outdir, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return ourFiles(outdir, path);
      if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) return [];
      const content = readFileSync(join(outdir, path), 'utf8');
      return isOurs(path, content) ? [{ path, content }] : [];
    });
}

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
