import { checkText } from '../../config-check/check-text';
import type { ConfigProblem } from '../../config-check/config-problem';
import { checkRoot } from './check-config';
import type { LokiDeployment } from './deployment';
import { LOKI } from './program';

/**
 * Checks the text of a configuration file as Loki of that release reads it: strictly, with the words of YAML 1.1. Never throws.
 * @param release `'3.7.6'`: any of 2.1 to 3.7, patches that no table lists included
 * @param deployment what is known of where it runs; whatever is left out is not checked
 */
export const checkLokiConfigText = (text: string, release: string, deployment: LokiDeployment = {}): ConfigProblem[] =>
  checkText(text, LOKI, deployment, (root) => checkRoot(root, release, deployment));
