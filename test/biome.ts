import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** What Biome makes of a main.ts, by the rules of this repository, and what it says of it. */
export function checkedByBiome(source: string): { readonly text: string; readonly complaints: string } {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'check', '--write', '--stdin-file-path=main.ts'], {
    cwd: ROOT,
    input: source,
    encoding: 'utf8',
  });
  return { text: stdout, complaints: stderr };
}
