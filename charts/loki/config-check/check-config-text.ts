import { type ConfigProblem, checkRoot, sorted } from './check-config';
import type { LokiDeployment } from './deployment';
import { readExpansion } from './env-references';
import { refused } from './finding';
import { readYaml } from './read-yaml';
import { isExpanded } from './rules/environment';

/**
 * Checks the text of a configuration file as Loki of that release reads it: strictly, with the words of YAML 1.1. Never throws.
 * @param release `'3.7.6'`: any of 2.1 to 3.7, patches that no table lists included
 * @param deployment what is known of where it runs; whatever is left out is not checked
 */
export function checkLokiConfigText(text: string, release: string, deployment: LokiDeployment = {}): ConfigProblem[] {
  const { root, findings } = readYaml(text);
  // Of a text that cannot be read nothing else can be said.
  if (findings.some(({ severity }) => severity === 'error')) return sorted(findings);
  const problems = [...findings, ...checkRoot(root, release, deployment)];
  return sorted([...problems, ...(isExpanded(root, deployment) ? brokenReference(text, problems) : [])]);
}

/** Comments are expanded too. */
function brokenReference(text: string, problems: readonly ConfigProblem[]): ConfigProblem[] {
  const { brokenAt } = readExpansion(text);
  if (brokenAt === undefined) return [];
  const line = text.slice(0, brokenAt).split('\n').length;
  if (problems.some((problem) => problem.line === line)) return [];
  const message = 'has a "${" that is no reference to the environment, and Loki does not start';
  return [{ ...refused('', message, 'take it out, or write "$${"'), line }];
}
