// Runs a TypeScript program in this process: `node scripts/run.mjs [main.ts] [argument …]`.
import { existsSync } from 'node:fs';
import { runMain } from 'node:module';
import { relative, resolve } from 'node:path';
import { inspect } from 'node:util';
import { compile } from './compile.mjs';

const [entry = 'main.ts', ...args] = process.argv.slice(2);

/** Mistakes that `constructs` and cdk8s throw at the place where they are made. */
const MISTAKES = [
  [/There is already a Construct with name '.*' in .*/, 'give one of the two another id'],
  [/cannot find a parent chart/, "make a chart for it: new Chart(app, 'logs', { namespace: 'logs' })"],
];

function explained(error) {
  if (error?.name === 'RefusedError') return error.message;
  const [, remedy] = MISTAKES.find(([message]) => message.test(error?.message)) ?? [];
  if (remedy === undefined) return inspect(error);
  return `${placeOf(error)}: ${error.message}\n      → ${remedy}`;
}

/** Where in the program it happened, and not in what it called. */
function placeOf({ stack }) {
  const path = resolve(entry);
  const [place] = stack.split(path)[1]?.match(/^:\d+:\d+/) ?? [''];
  return `${relative('', path)}${place}`;
}

let hasHint = false;
process.on('uncaughtException', (error) => {
  const text = explained(error);
  hasHint = text.includes('git restore');
  console.error(text);
  process.exit(1);
});

// The cdk8s CLI deletes its output folder before it starts the app.
const folder = process.env.CDK8S_OUTDIR ?? '';
process.on('exit', (code) => {
  if (code === 0 || hasHint || folder === '' || existsSync(folder)) return;
  console.error(`\n${folder}/ is gone: \`cdk8s synth\` deletes it before it starts the app.`);
  console.error(`Get it back with \`git restore ${folder}\`. \`npm run synth\` never loses it.`);
});

const program = await compile(entry);
process.argv.splice(1, process.argv.length, program, ...args);
runMain(program);
