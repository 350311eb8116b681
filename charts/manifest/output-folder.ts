import { existsSync, statSync } from 'node:fs';
import type { Problem } from '../kubernetes/problem';

/** Refuses what cannot be a folder to write to. */
export function checkOutputFolder(outdir: unknown): Problem[] {
  if (typeof outdir !== 'string' || outdir === '') {
    const message = `${JSON.stringify(outdir)} is not a folder`;
    return [{ path: 'outdir', message, remedy: 'leave it out for "dist", or write a path' }];
  }
  const isFree = statSync(outdir, { throwIfNoEntry: false })?.isDirectory() ?? true;
  return isFree
    ? []
    : [{ path: outdir, message: 'is a file, not a folder', remedy: 'move it out of the way, or write another outdir' }];
}

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'give yourself the right to write there, or write another outdir',
  EDQUOT: 'make room there, or write another outdir',
  EISDIR: 'move the folder out of the way, or write another outdir',
  ENOSPC: 'make room on that disk, or write another outdir',
  ENOTDIR: 'move the file out of the way, or write another outdir',
  EPERM: 'give yourself the right to write there, or write another outdir',
  EROFS: 'write to another outdir: that file system takes nothing',
};

/** What the operating system refused, as a problem; undefined for any other error. */
export function systemProblem(error: unknown, outdir: string): Problem | undefined {
  const { code, message, syscall } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (code === undefined || syscall === undefined) return undefined;
  const remedy = REMEDIES[code] ?? 'see to it that the folder can be written to, or write another outdir';
  return { path: outdir, message: `cannot be written: ${message}`, remedy };
}

/** How to get the output folder back after the cdk8s CLI, which deletes it before it starts the app. */
export function lostFolderHint(): string | undefined {
  const folder = process.env.CDK8S_OUTDIR;
  if (folder === undefined || folder === '' || existsSync(folder)) return undefined;
  return (
    `${folder}/ is gone: \`cdk8s synth\` deletes it before it starts the app.\n` +
    `Get it back with \`git restore ${folder}\`. \`npm run synth\` never loses it.`
  );
}
