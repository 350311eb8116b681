import { plainOf } from '../config-check/plain-value';
import { readYaml } from '../config-check/read-yaml';
import type { Problem } from '../kubernetes/problem';

export interface PlainYaml {
  /** What the text says, as plain data: of repeated keys the last. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Reads YAML as Promtail does, with the words of YAML 1.1: `yes` is true, `0755` octal, a date a text. */
export function readPlainYaml(text: string): PlainYaml {
  const { root, findings } = readYaml(text, 'Promtail');
  const problems: Problem[] = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message, remedy, line = 1 }) => ({ path: path === '' ? `line ${line}` : path, message, remedy }));
  const value = plainOf(root, '', (path) =>
    problems.push({ path, message: 'is written twice', remedy: 'keep one of the two' }),
  );
  return { value, problems };
}
