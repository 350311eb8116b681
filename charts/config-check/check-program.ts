import { checkVersion } from '../releases';
import type { ConfigNode } from './config-node';
import { type ConfigProblem, located } from './config-problem';
import type { Finding } from './finding';
import { checkKeys } from './keys-check';
import type { CheckedProgram } from './program';
import { Settings } from './settings';
import { nearestTables } from './tables';

/** Checks the keys of a configuration against a release, then what the rules say of its settings. */
export function checkProgram(
  root: ConfigNode,
  release: string,
  program: CheckedProgram,
  rulesOf: (settings: Settings) => readonly Finding[],
): ConfigProblem[] {
  const tables = nearestTables(program, release);
  const versionProblems = unknownRelease(program, release);
  if (versionProblems.length > 0 || tables === undefined) return versionProblems;
  const keyFindings = checkKeys(root, release, tables);
  // What is wrong in itself is said once; what follows from it is not said again.
  const wrong = new Set(keyFindings.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const ruleFindings = rulesOf(new Settings(root, release, tables)).filter(({ path }) => !wrong.has(path));
  return located([...keyFindings, ...ruleFindings], root);
}

/** What is wrong with a release by which something is to be checked. */
export const unknownRelease = ({ name }: CheckedProgram, release: string): ConfigProblem[] =>
  checkVersion(name, release, 'release').map((problem) => ({ severity: 'error', ...problem }));
