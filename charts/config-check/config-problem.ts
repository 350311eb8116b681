import type { Problem } from '../kubernetes/problem';
import { type ConfigNode, lineOf } from './config-node';
import type { Finding } from './finding';

/** Something that is wrong with a configuration of Loki or Promtail. */
export interface ConfigProblem extends Problem {
  /** `error`: the program refuses it, fails right after the start, or loses logs by it. `warning`: it runs, but hardly as meant. */
  readonly severity: 'error' | 'warning';
  /** Line of the text, from 1; of the nearest block that is there when the key is not. Undefined for values. */
  readonly line?: number;
}

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
