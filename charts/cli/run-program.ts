import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifyWorld } from './verify';

/** A question takes no longer, whatever the program waits for. */
const LONGEST = 120_000;

/** Runs a program with a text in a file that only its user can read, and that is gone afterwards. */
export const runProgram: VerifyWorld['run'] = (program, { args, text, env, runsFor }) => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-plg-verify-'));
  try {
    const file = join(folder, program === 'alloy' ? 'config.alloy' : 'config.yaml');
    writeFileSync(file, text, { mode: 0o600 });
    const { status, stdout, stderr, error } = spawnSync(program, args(file), {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: runsFor ?? LONGEST,
    });
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    if (code === 'ENOENT' || code === 'EACCES') return undefined;
    return { status: status ?? undefined, output: `${stdout}${stderr}`.replaceAll(file, 'FILE') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
