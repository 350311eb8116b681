import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { cpuOf, type Run } from './runs';

const NODE = process.execPath;

/** Ways to run main.ts, each a command of its own. `folder` takes what some of them must compile first. */
export function runners(root: string, folder: string): Readonly<Record<string, Run>> {
  const compiled = join(folder, 'compiled');
  const outdir = join(folder, 'dist');
  const bundles = { external: join(folder, 'external.cjs'), whole: join(folder, 'whole.cjs') };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'dist'), outdir, { recursive: true });

  const tsc = ['node_modules/typescript/bin/tsc', '--project', 'bench/tsconfig.json', '--outDir', compiled];
  const { status, stdout } = spawnSync(NODE, tsc, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`main.ts does not compile:\n${stdout}`);
  const common: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    entryPoints: ['main.ts'],
    logLevel: 'error',
    platform: 'node',
    target: 'node20',
  };
  buildSync({ ...common, outfile: bundles.external, packages: 'external' });
  buildSync({ ...common, outfile: bundles.whole });

  const synth = (command: string, ...args: string[]): Run => {
    return () => cpuOf('env', [`CDK8S_OUTDIR=${outdir}`, command, ...args], root);
  };
  return {
    'node -e 0': () => cpuOf('env', [NODE, '-e', '0'], root),
    'node scripts/run.mjs': synth(NODE, 'scripts/run.mjs'),
    'main.ts compiled by tsc beforehand': synth(NODE, join(compiled, 'main.js')),
    'main.ts bundled beforehand, packages outside': synth(NODE, bundles.external),
    'main.ts bundled beforehand, packages inside': synth(NODE, bundles.whole),
    'npm --version': () => cpuOf('npm', ['--version'], root),
    'npm run synth': synth('npm', 'run', 'synth'),
  };
}
