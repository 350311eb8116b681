import { checkProgram } from '../../config-check/check-program';
import type { ConfigNode } from '../../config-check/config-node';
import { type ConfigProblem, sorted } from '../../config-check/config-problem';
import { readValue } from '../../config-check/read-value';
import { PROMTAIL } from './program';
import { RULES } from './rules';
import type { PromtailRun } from './rules/rule';

/**
 * Checks a configuration that is a value, as Promtail of that release reads it once it is written as YAML. Never throws for plain data.
 * @param release `'3.6.11'`: any of 2.1 to 3.6, patches that no table lists included
 */
export const checkPromtailConfig = (config: unknown, release: string, run: PromtailRun = {}): ConfigProblem[] =>
  sorted(checkRoot(readValue(config), release, run));

/** Checks what was read of a configuration. */
export const checkRoot = (root: ConfigNode, release: string, run: PromtailRun): ConfigProblem[] =>
  checkProgram(root, release, PROMTAIL, (settings) => RULES.flatMap((rule) => rule(settings, run)));
