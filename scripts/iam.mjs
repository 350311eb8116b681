// Prints what the Lokis of an app have to be granted: `npm run --silent iam -- [--policy | --trust | --association] [main.ts]`.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';

const require = createRequire(import.meta.url);
const load = async (program) => require(await compile(program));

const { iam } = await load(fileURLToPath(new URL('../charts/cli/iam.ts', import.meta.url)));
const { output, errors, exitCode } = await iam(process.argv.slice(2), {
  appOf: async (program) => (await load(program)).app,
});
process.stdout.write(output);
process.stderr.write(errors);
process.exitCode = exitCode;
