#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { type CheckResult, check } from './check';
import { checkDist } from './check-dist';
import { readFolder, readRevision } from './read-folder';
import { runProgram } from './run-program';
import { runReview } from './run-review';
import { streams } from './streams';
import { verify } from './verify';

const [command, ...args] = process.argv.slice(2);

type Said = Pick<CheckResult, 'output' | 'errors' | 'exitCode'>;

const COMMANDS: Readonly<Record<string, () => Said | Promise<Said>>> = {
  check: () => {
    const today = new Date().toISOString().slice(0, 10);
    return args[0] === 'dist'
      ? checkDist(args.slice(1), { today, readFolder, readRevision })
      : check(args, { today, read: (file) => readFileSync(file === '-' ? 0 : file) });
  },
  streams: () => streams(args, { read: (file) => readFileSync(file), input: () => readFileSync(0), now: new Date() }),
  verify: () => verify(args, { readFolder, run: runProgram }),
};

const run = command !== undefined && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
if (command === 'review') void runReview(args);
// Not before it is asked for: it loads cdk8s.
else if (command === 'adopt') void import('./run-adopt.js').then(({ runAdopt }) => runAdopt(args));
else if (run === undefined) {
  process.stderr.write(
    `${command === undefined ? 'no command is named' : `"${command}" is no command`}; write "adopt --help", "check --help", "review --help", "streams --help" or "verify --help"\n`,
  );
  process.exitCode = 2;
} else {
  void Promise.resolve(run()).then(({ output, errors, exitCode }) => {
    process.stdout.write(output);
    process.stderr.write(errors);
    process.exitCode = exitCode;
  });
}
