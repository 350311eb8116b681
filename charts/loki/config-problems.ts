import { readsEnvironment } from '../config-check/env-references';
import { inProps, isWritten } from '../config-check/of-user';
import type { ConfigMapping } from '../kubernetes/merge';
import type { Problem } from '../kubernetes/problem';
import { type ConfigProblem, checkExpansion, checkLokiConfig } from './config-check/check-config';
import type { LokiDeployment } from './config-check/deployment';

/** What was found out about the configuration that a Loki gets. */
export interface ConfigVerdict {
  /** Of settings that the user wrote. */
  readonly ofUser: readonly Problem[];
  /** Of settings that follow from other props, which are refused themselves when they are at fault. */
  readonly derived: readonly Problem[];
  readonly warnings: readonly string[];
}

/** Whether something in a configuration is filled in from the environment; only then may Loki expand its file. */
export const isFilledIn = (config: ConfigMapping): boolean => readsEnvironment(JSON.stringify(config));

/**
 * Checks the whole effective configuration against the release.
 * @param overrides what of it the user wrote
 * @param unchecked settings that are not checked: they are filled in from the environment all the same
 */
export function judgeConfig(
  config: ConfigMapping,
  overrides: ConfigMapping,
  version: string,
  deployment: LokiDeployment,
  unchecked: ConfigMapping = {},
): ConfigVerdict {
  const problems = checkLokiConfig(config, version, deployment).map(asPropSaysIt);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const written = errors.filter(({ path }) => isWritten(overrides, path));
  return {
    ofUser: [
      ...written.map((problem) => inProps(problem)),
      ...checkExpansion(unchecked, version, deployment).map((problem) => inProps(problem, 'unchecked')),
    ],
    derived: errors.filter((error) => !written.includes(error)).map(ofSchema),
    warnings: problems
      .filter(({ severity }) => severity === 'warning')
      .map(({ path, message, remedy }) => `config.${path} ${message}; ${remedy}`),
  };
}

/** Whether tenants are told apart is a prop, which clients go by: nothing else may say it otherwise. */
const asPropSaysIt = (problem: ConfigProblem): ConfigProblem => {
  const prop = 'multiTenant (in a LoggingStack, its tenant)';
  if (problem.path !== 'auth_enabled') return problem;
  return problem.severity === 'error'
    ? { ...problem, remedy: `leave it out, and set ${prop}` }
    : { ...problem, severity: 'error', remedy: `leave it out, or leave out ${prop}` };
};

/** What follows from the prop `schema` is said of it. */
function ofSchema(problem: Problem): Problem {
  const [, period, rest = ''] = /^schema_config\.configs(\[\d+\])(.*)$/.exec(problem.path) ?? [];
  return period === undefined
    ? inProps(problem)
    : { ...inProps(problem), path: `schema${period}${rest.replace('.object_store', '.objectStore')}` };
}

/** The settings of a mapping, each by its path: what a synth lists as unchecked. */
export const settingsOf = (config: ConfigMapping, path = ''): string[] =>
  Object.entries(config).flatMap(([key, value]) => {
    const below = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
      ? settingsOf(value as ConfigMapping, below)
      : [below];
  });
