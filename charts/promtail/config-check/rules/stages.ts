import { type Finding, refused } from '../../../config-check/finding';
import { checkStages } from '../../../pipeline/stage-check/read-stages';
import { jobsOf, plainAt } from '../jobs';
import { isKnown } from './relabel';
import type { Rule } from './rule';

/** Promtail itself finds out at the start, which `-check-syntax` is not, and says nothing of keys that it ignores. */
export const stagesAreRead: Rule = (settings) =>
  jobsOf(settings).flatMap(({ path }) => {
    const list = `${path}.pipeline_stages`;
    const repeated: Finding[] = [];
    const stages = plainAt(settings, list, (again) =>
      repeated.push(refused(again, 'is written twice', 'keep one of the two')),
    );
    const problems = checkStages(stages, list, settings.release).filter((problem) => isKnown(settings, problem.path));
    return [...repeated, ...problems.map(ignoredIsRefused)];
  });

const ignoredIsRefused = ({
  isIgnored,
  path,
  message,
  remedy,
  severity,
}: ReturnType<typeof checkStages>[number]): Finding =>
  isIgnored === true ? refused(path, `${message} without a word`, remedy) : { severity, path, message, remedy };
