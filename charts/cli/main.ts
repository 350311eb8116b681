#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { check } from './check';

const [command, ...args] = process.argv.slice(2);
if (command === 'check') {
  const { output, errors, exitCode } = check(args, {
    read: (file) => readFileSync(file === '-' ? 0 : file, 'utf8'),
    today: new Date().toISOString().slice(0, 10),
  });
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = exitCode;
} else {
  process.stderr.write(
    `${command === undefined ? 'no command is named' : `"${command}" is no command`}; write "check --help"\n`,
  );
  process.exitCode = 2;
}
