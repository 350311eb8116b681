import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { foldersOf } from './own-files';

/** What became of each file, by its path within the output folder. */
export interface FileChanges {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** Something failed, and so did the way back: what the output folder holds is a mixture. */
export class HalfWrittenError extends Error {}

/**
 * Makes the output folder hold these files: all of them, or, if anything fails on the way, what it held before.
 * A file with the same content is not touched; one that an earlier run wrote and this one does not is removed; every
 * other file is left alone.
 *
 * New content is first written beside, which is what takes space and time. Then files only change their places, which
 * takes neither, and is as easily taken back.
 * @param own what earlier runs wrote, by path
 */
export function writeFiles(
  outdir: string,
  own: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): FileChanges {
  const changes: FileChanges = {
    written: [...files.keys()].filter((path) => own.get(path) !== files.get(path)),
    unchanged: [...files.keys()].filter((path) => own.get(path) === files.get(path)),
    removed: [...own.keys()].filter((path) => !files.has(path)),
  };
  if (changes.written.length + changes.removed.length === 0) return changes;

  const undo: (() => void)[] = [];
  const made: string[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    undo.push(() => renameSync(to, from));
  };
  const makeFolder = (path: string): void => {
    // Below a working folder that is gone Node would try for ever.
    const first = mkdirSync(resolve(path), { recursive: true });
    if (first !== undefined) made.push(first);
  };
  /** Beside the files, so that none of them moves to another disk; hidden, so that nobody applies what is in it. */
  const staging = join(outdir, `.cdk8s-plg.${process.pid}`);
  const staged = (kind: 'new' | 'old', index: number): string => join(staging, `${kind}-${index}`);
  try {
    makeFolder(staging);
    for (const [index, path] of changes.written.entries()) {
      writeFileSync(staged('new', index), files.get(path) ?? '');
      makeFolder(join(outdir, path, '..'));
    }
    for (const [index, path] of [...changes.written, ...changes.removed].entries()) {
      if (own.has(path)) move(join(outdir, path), staged('old', index));
      if (files.has(path)) move(staged('new', index), join(outdir, path));
    }
    for (const folder of emptied(changes.removed)) {
      if (readdirSync(join(outdir, folder)).length > 0) continue;
      rmdirSync(join(outdir, folder));
      undo.push(() => mkdirSync(join(outdir, folder)));
    }
  } catch (error) {
    try {
      for (const step of undo.reverse()) step();
    } catch {
      const message = `some files could not be put back: they are in ${staging}`;
      throw new HalfWrittenError(message, { cause: error });
    }
    for (const folder of made.reverse()) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  try {
    rmSync(staging, { recursive: true });
  } catch {
    // Every file is in its place: what is left here is in nobody's way.
  }
  return changes;
}

/** The folders of files that were removed, the innermost first. */
const emptied = (removed: readonly string[]): readonly string[] =>
  [...new Set(removed.flatMap(foldersOf))].sort((a, b) => b.length - a.length);
