// Runs a TypeScript program in this process: `node scripts/run.mjs [main.ts] [argument …]`.
import { runMain } from 'node:module';
import { compile } from './compile.mjs';

const [entry = 'main.ts', ...args] = process.argv.slice(2);
const program = compile(entry);
process.argv.splice(1, process.argv.length, program, ...args);
runMain(program);
