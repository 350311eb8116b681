import { type Finding, refused } from '../../../config-check/finding';
import type { PipelineProblem } from '../../../pipeline/problem';
import { checkStages } from '../../../pipeline/stage-check/read-stages';
import { isKnown, jobsOf, plainAt } from '../jobs';
import type { Rule } from './rule';

/** Promtail itself finds out at the start, which `-check-syntax` is not, and says nothing of keys that it ignores. */
export const stagesAreRead: Rule = (settings) =>
  jobsOf(settings).flatMap(({ path }) => {
    const list = `${path}.pipeline_stages`;
    const { value, repeated } = plainAt(settings, list);
    const problems = checkStages(value, list, settings.release).filter((problem) => isKnown(settings, problem.path));
    return [...repeated, ...problems.map(ignoredIsRefused)];
  });

const ignoredIsRefused = ({ isIgnored, path, message, remedy, severity }: PipelineProblem): Finding =>
  isIgnored === true ? refused(path, `${message} without a word`, remedy) : { severity, path, message, remedy };
