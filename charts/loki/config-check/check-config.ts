import type { Problem } from '../../kubernetes/problem';
import { checkVersion } from '../../releases';
import { type ConfigNode, lineOf } from './config-node';
import type { LokiDeployment } from './deployment';
import type { Finding } from './finding';
import { checkKeys } from './keys-check';
import { periodsOf } from './periods';
import { readValue } from './read-value';
import { RULES } from './rules';
import { ENVIRONMENT_RULES } from './rules/environment';
import { Settings } from './settings';
import { tablesOf } from './tables';

/** Something that is wrong with a configuration of Loki. */
export interface ConfigProblem extends Problem {
  /** `error`: Loki refuses it, fails right after the start, or loses logs by it. `warning`: it runs, but hardly as meant. */
  readonly severity: 'error' | 'warning';
  /** Line of the text, from 1; of the nearest block that is there when the key is not. Undefined for values. */
  readonly line?: number;
}

/** Checks a configuration that is a value, as it will be read once it is written as YAML. Never throws for plain data. */
export const checkLokiConfig = (config: unknown, release: string, deployment: LokiDeployment = {}): ConfigProblem[] =>
  sorted(checkRoot(readValue(config), release, deployment));

/** Checks only what filling in the environment does to a configuration that is a value. */
export function checkExpansion(config: unknown, release: string, deployment: LokiDeployment): Finding[] {
  const tables = tablesOf(release);
  if (tables === undefined) return [];
  const settings = new Settings(readValue(config), release, tables);
  return ENVIRONMENT_RULES.flatMap((rule) => rule({ settings, deployment, periods: [] }));
}

/** Checks what was read of a configuration. */
export function checkRoot(root: ConfigNode, release: string, deployment: LokiDeployment): ConfigProblem[] {
  const tables = tablesOf(release);
  const versionProblems = unknownRelease(release);
  if (versionProblems.length > 0 || tables === undefined) return versionProblems;
  const keyFindings = checkKeys(root, release, tables);
  const settings = new Settings(root, release, tables);
  const input = { settings, deployment, periods: periodsOf(settings) };
  // What is wrong in itself is said once; what follows from it is not said again.
  const wrong = new Set(keyFindings.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const ruleFindings = RULES.flatMap((rule) => rule(input)).filter(({ path }) => !wrong.has(path));
  return located([...keyFindings, ...ruleFindings], root);
}

/** What is wrong with a release by which something is to be checked. */
export const unknownRelease = (release: string): ConfigProblem[] =>
  checkVersion('loki', release, 'release').map((problem) => ({ severity: 'error', ...problem }));

/** Findings with the line that each of them is about. */
export const located = (
  findings: readonly (Finding & { readonly line?: number })[],
  root: ConfigNode,
): ConfigProblem[] => findings.map((finding) => withLine(finding, root));

const withLine = (finding: Finding & { readonly line?: number }, root: ConfigNode): ConfigProblem => {
  const line = finding.line ?? lineOf(root, finding.path);
  return line === undefined ? finding : { ...finding, line };
};

/** Top to bottom; errors before warnings where there are no lines. */
export const sorted = (problems: readonly ConfigProblem[]): ConfigProblem[] =>
  [...problems].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0),
  );
