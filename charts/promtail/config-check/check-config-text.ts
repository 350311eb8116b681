import { checkText } from '../../config-check/check-text';
import type { ConfigProblem } from '../../config-check/config-problem';
import { checkRoot } from './check-config';
import { PROMTAIL } from './program';
import type { PromtailRun } from './rules/rule';

/**
 * Checks the text of a configuration file as Promtail of that release reads it: strictly, with the words of YAML 1.1; the stages too,
 * whose unknown keys Promtail ignores without a word. Never throws.
 * @param release `'3.6.11'`: any of 2.1 to 3.6, patches that no table lists included
 */
export const checkPromtailConfigText = (text: string, release: string, run: PromtailRun = {}): ConfigProblem[] =>
  // Nobody knows whether it is filled in, unless it is said.
  checkText(text, PROMTAIL, { expandsEnv: run.expandsEnv ?? false }, (root) => checkRoot(root, release, run));
