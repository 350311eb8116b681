import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Compiles a TypeScript program into one file that lasts as long as this process, and returns its path. */
export function compile(entry) {
  if (!existsSync(entry)) {
    console.error(`${entry} is not there: name a TypeScript program, such as main.ts`);
    process.exit(2);
  }
  // Below node_modules, so that the packages which are left out of the bundle are found.
  const folder = join(root, 'node_modules/.cache/cdk8s-plg');
  mkdirSync(folder, { recursive: true });
  const bundle = join(folder, `${basename(entry, '.ts')}.${process.pid}.cjs`);
  process.on('exit', () => rmSync(bundle, { force: true }));

  // The compiler itself, not the script that looks for it: that would be one more start of Node.
  const { platform, arch } = process;
  const binary = require.resolve(
    `@esbuild/${platform}-${arch}/${platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild'}`,
  );
  const { status } = spawnSync(
    binary,
    [
      entry,
      '--bundle',
      '--packages=external',
      '--platform=node',
      '--target=node20',
      '--sourcemap=inline',
      '--log-level=warning',
      `--outfile=${bundle}`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) process.exit(1);
  process.setSourceMapsEnabled(true);
  return bundle;
}
