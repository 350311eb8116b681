import { type ConfigProblem, checkRoot, sorted } from './check-config';
import type { LokiDeployment } from './deployment';
import { readYaml } from './read-yaml';

/**
 * Checks the text of a configuration file as Loki of that release reads it: strictly, with the words of YAML 1.1. Never throws.
 * @param release `'3.7.6'`: any of 2.1 to 3.7, patches that no table lists included
 * @param deployment what is known of where it runs; whatever is left out is not checked
 */
export function checkLokiConfigText(text: string, release: string, deployment: LokiDeployment = {}): ConfigProblem[] {
  const { root, findings } = readYaml(text);
  // Of a text that cannot be read nothing else can be said.
  const isRead = !findings.some(({ severity }) => severity === 'error');
  return sorted([...findings, ...(isRead ? checkRoot(root, release, deployment) : [])]);
}
