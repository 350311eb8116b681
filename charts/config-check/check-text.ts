import type { ConfigNode } from './config-node';
import { type ConfigProblem, sorted } from './config-problem';
import { brokenReference, type Environment, isExpanded } from './expansion';
import type { CheckedProgram } from './program';
import { readYaml } from './read-yaml';

/** Checks the text of a configuration as the program reads it: strictly, with the words of YAML 1.1. Never throws. */
export function checkText(
  text: string,
  { title }: CheckedProgram,
  environment: Environment,
  checkRoot: (root: ConfigNode) => readonly ConfigProblem[],
): ConfigProblem[] {
  const { root, findings } = readYaml(text, title);
  // Of a text that cannot be read nothing else can be said.
  if (findings.some(({ severity }) => severity === 'error')) return sorted(findings);
  const problems = [...findings, ...checkRoot(root)];
  return sorted([...problems, ...(isExpanded(root, environment) ? brokenReference(text, problems, title) : [])]);
}
