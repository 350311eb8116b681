import { refused, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { jobsOf } from '../jobs';
import type { Rule } from './rule';

const readsStdin = (settings: Settings): boolean => settings.bool('target_config.stdin');

export const jobsAreThere: Rule = (settings) =>
  settings.itemsOf('scrape_configs').length > 0 || readsStdin(settings)
    ? []
    : [warned('scrape_configs', 'names no job, so that nothing is read', 'write a job')];

/** A job without a name is refused as soon as it is read. */
export const jobsHaveNames: Rule = (settings) =>
  jobsOf(settings).flatMap(({ path, name }) =>
    name === '' ? [refused(`${path}.job_name`, 'is missing, and Promtail does not start', 'write a name')] : [],
  );

/** Of two jobs of one name that look for files only the second one runs; push targets are refused. */
export const jobNamesDiffer: Rule = (settings) => {
  const seen = new Map<string, string>();
  return jobsOf(settings).flatMap(({ path, name, sources }) => {
    const kind = sources[0]?.kind;
    if (name === '' || name === '?' || kind === undefined) return [];
    const key = JSON.stringify([kind, name]);
    const before = seen.get(key);
    seen.set(key, before ?? path);
    return before === undefined
      ? []
      : [
          refused(
            `${path}.job_name`,
            `${JSON.stringify(name)} is the name of ${before} too, and one of them is lost`,
            'write another name',
          ),
        ];
  });
};

/** Promtail does not start with a job that reads nothing, and of several sources it takes the first one it looks for. */
export const jobsHaveOneSource: Rule = (settings) => {
  if (readsStdin(settings)) return [];
  return jobsOf(settings).flatMap(({ path, sources }) => {
    const [first, ...others] = sources;
    if (first === undefined) {
      return [
        refused(
          path,
          'says nothing of where logs come from, and Promtail does not start',
          'set static_configs, or another source',
        ),
      ];
    }
    return others
      .filter(({ kind }) => kind !== first.kind)
      .map(({ key }) =>
        refused(`${path}.${key}`, `is ignored: the job takes its logs from ${first.key}`, 'give it a job of its own'),
      );
  });
};

export const JOB_RULES: readonly Rule[] = [jobsAreThere, jobsHaveNames, jobNamesDiffer, jobsHaveOneSource];
