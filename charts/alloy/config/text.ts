import type { Problem } from '../../kubernetes/problem';
import { checkAlloyConfig } from '../config-check/check-alloy-config';
import type { AlloyProblem } from '../config-check/finding';
import { formatAlloy } from '../syntax/format';
import { printAlloy } from '../syntax/print';
import { valueProblems } from '../syntax/value-problems';
import type { AlloyBody } from '../syntax/values';

/** A configuration as Alloy reads it, and what it would say to it. */
export interface AlloyText {
  readonly text: string;
  /** What is wrong with what the pipeline came to. */
  readonly problems: readonly Problem[];
  /** What is wrong with the components of the user's own. */
  readonly problemsOfExtra: readonly Problem[];
  readonly warnings: readonly string[];
  /** What Alloy has to be started with, to load components that are not generally available. */
  readonly stability?: Stability;
}

export type Stability = 'public-preview' | 'experimental';

/**
 * Our components and the user's as one text, both as `alloy fmt` prints them, judged as Alloy of that release would.
 * @param extra components in Alloy's own language
 */
export function alloyText(body: AlloyBody, extra: string | undefined, release: string): AlloyText {
  const unprintable = valueProblems(body);
  if (unprintable.length > 0) {
    return { text: '', problems: unprintable.map(ofPipeline), problemsOfExtra: [], warnings: [] };
  }
  const own = printAlloy(body);
  const problems = checkAlloyConfig(own, release).filter(isError).map(ofPipeline);
  if (extra === undefined || problems.length > 0) return { text: own, problems, problemsOfExtra: [], warnings: [] };
  const firstLine = own.split('\n').length + 1;
  const found = checkAlloyConfig(`${own}\n${extra}`, release);
  const errors = found.filter(isError);
  const where = (problem: AlloyProblem): Problem => ofExtra(problem, firstLine);
  const levels = new Set(found.flatMap(({ remedy }) => LEVEL.exec(remedy)?.[1] ?? []));
  return {
    text: errors.length > 0 ? own : formatAlloy(`${own}\n${extra}`),
    problems: [],
    problemsOfExtra: errors.map(where),
    // That Alloy needs to be told is seen to.
    warnings: found
      .filter((problem) => !isError(problem) && !LEVEL.test(problem.remedy))
      .map(where)
      .map(({ path, message, remedy }) => `${path}: ${message}: ${remedy}`),
    stability: levels.has('experimental') ? 'experimental' : levels.size > 0 ? 'public-preview' : undefined,
  };
}

/** How the check says what a component is not loaded without. */
const LEVEL = /--stability\.level=(public-preview|experimental)/;

const isError = ({ severity }: AlloyProblem): boolean => severity === 'error';

const ofPipeline = ({ path, message, remedy }: Problem): Problem => ({
  path: 'pipeline',
  message: `comes to ${path === '' ? 'a configuration' : path}, which ${message}`,
  remedy,
});

const ofExtra = ({ path, line, message, remedy }: AlloyProblem, firstLine: number): Problem => ({
  path: 'config',
  message: [
    ...(line === undefined ? [] : [`line ${Math.max(1, line - firstLine + 1)}`]),
    ...(path === '' ? [] : [path]),
    message,
  ].join(': '),
  remedy,
});
