// Lists the streams whose labels would differ: `npm run labels -- --against promtail.yaml [--json] [main.ts]`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';

const require = createRequire(import.meta.url);
const load = async (program) => require(await compile(program));

const { labels } = await load(fileURLToPath(new URL('../charts/cli/labels.ts', import.meta.url)));
const { output, errors, exitCode } = await labels(process.argv.slice(2), {
  appOf: async (program) => (await load(program)).app,
  read: (file) => readFileSync(file === '-' ? 0 : file, 'utf8'),
});
process.stdout.write(output);
process.stderr.write(errors);
process.exitCode = exitCode;
