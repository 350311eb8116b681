import { readFileSync } from 'node:fs';
import { review } from './review';
import { loadProgram } from './review-sides';

/** Runs \`review\` in this process. Programs that Node does not run as they are need another way to be loaded. */
export async function runReview(args: readonly string[], load = loadProgram): Promise<void> {
  const { output, errors, exitCode } = await review(args, {
    load,
    input: () => readFileSync(0, 'utf8'),
    today: new Date().toISOString().slice(0, 10),
    hasColours: process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '',
  });
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = exitCode;
}
