import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { adopt } from './adopt';

/** Runs `adopt` in this process. */
export function runAdopt(args: readonly string[]): void {
  const { output, errors, exitCode } = adopt(args, {
    read: (file) => readFileSync(file === '-' ? 0 : file),
    existing: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    write: (file, text) => writeFileSync(file, text),
    importFrom,
  });
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = exitCode;
}

/** Where the library's own source is, from a program that stands in its repository; else its package. */
function importFrom(file: string): string {
  const folder = dirname(resolve(file));
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, 'charts/logging-stack.ts'))) {
      const path = relative(folder, join(above, 'charts')).replaceAll('\\', '/');
      return path.startsWith('.') ? path : `./${path}`;
    }
    if (above === dirname(above)) return 'cdk8s-plg';
  }
}
