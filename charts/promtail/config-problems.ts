import { inProps, isWritten } from '../config-check/of-user';
import type { Problem } from '../kubernetes/problem';
import type { PromtailConfig } from './config';
import { checkPromtailConfig } from './config-check/check-config';

/** What was found out about the configuration that a Promtail gets. */
export interface ConfigVerdict {
  /** Of settings that the user wrote. */
  readonly ofUser: readonly Problem[];
  /** Of settings that follow from other props, which are refused themselves when they are at fault. */
  readonly derived: readonly Problem[];
  readonly warnings: readonly string[];
}

/**
 * Checks the whole effective configuration against the release.
 * @param overrides what of it the user wrote
 */
export function judgeConfig(config: PromtailConfig, overrides: PromtailConfig, version: string): ConfigVerdict {
  const problems = checkPromtailConfig(config, version, { expandsEnv: false });
  const errors = problems.filter(({ severity }) => severity === 'error');
  // A list of the user's takes the place of ours: what is missing in it is missing because of the user.
  const isOfUser = ({ path }: Problem): boolean =>
    isWritten(overrides, path) || (path.includes('[') && isWritten(overrides, path.replace(/\[.*$/, '')));
  return {
    ofUser: errors.filter(isOfUser).map((problem) => inProps(problem)),
    derived: errors.filter((problem) => !isOfUser(problem)).map((problem) => inProps(problem)),
    warnings: problems
      .filter((problem) => problem.severity === 'warning' && isOfUser(problem))
      .map(({ path, message, remedy }) => `config.${path} ${message}; ${remedy}`),
  };
}
