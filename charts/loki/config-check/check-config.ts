import { checkProgram } from '../../config-check/check-program';
import type { ConfigNode } from '../../config-check/config-node';
import { type ConfigProblem, sorted } from '../../config-check/config-problem';
import { expansionFindings } from '../../config-check/expansion';
import type { Finding } from '../../config-check/finding';
import { readValue } from '../../config-check/read-value';
import type { LokiDeployment } from './deployment';
import { periodsOf } from './periods';
import { LOKI } from './program';
import { RULES } from './rules';
import { tablesOf } from './tables';

export type { ConfigProblem } from '../../config-check/config-problem';

/** Checks a configuration that is a value, as it will be read once it is written as YAML. Never throws for plain data. */
export const checkLokiConfig = (config: unknown, release: string, deployment: LokiDeployment = {}): ConfigProblem[] =>
  sorted(checkRoot(readValue(config), release, deployment));

/** Checks only what filling in the environment does to a configuration that is a value. */
export const checkExpansion = (config: unknown, release: string, deployment: LokiDeployment): Finding[] =>
  tablesOf(release) === undefined ? [] : expansionFindings(readValue(config), deployment, 'Loki');

/** Checks what was read of a configuration. */
export const checkRoot = (root: ConfigNode, release: string, deployment: LokiDeployment): ConfigProblem[] =>
  checkProgram(root, release, LOKI, (settings) => {
    const input = { settings, deployment, periods: periodsOf(settings) };
    return RULES.flatMap((rule) => rule(input));
  });
