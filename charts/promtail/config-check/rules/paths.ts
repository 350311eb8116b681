import { type Finding, refused } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { FILES, type Job, jobsOf } from '../jobs';
import type { Rule } from './rule';

/** Whether a rule of the job may write the label by which files are found. */
const setsPath = (settings: Settings, { path }: Job): boolean =>
  settings.itemsOf(`${path}.relabel_configs`).some((rule) => {
    const target = settings.textIfKnown(`${rule}.target_label`) ?? '$';
    return target === '__path__' || target.includes('$') || /^labelmap$/i.test(settings.text(`${rule}.action`));
  });

/** Files are found by the label `__path__`; a target without it is dropped, and a line of the log at most says so. */
export const filesHavePaths: Rule = (settings) => {
  if (settings.bool('target_config.stdin')) return [];
  return jobsOf(settings)
    .filter((job) => job.sources[0]?.kind === FILES && !setsPath(settings, job))
    .flatMap((job) => [...staticTargets(settings, job), ...kubernetesTargets(settings, job)]);
};

const staticTargets = (settings: Settings, { path }: Job): Finding[] =>
  settings.itemsOf(`${path}.static_configs`).flatMap((group) => {
    const label = `${group}.labels.__path__`;
    return settings.textIfKnown(label) === '' && settings.node(`${group}.labels`)?.kind !== 'scalar'
      ? [refused(label, 'is missing: no file is read', 'write a path, such as "/var/log/*.log"')]
      : [];
  });

const kubernetesTargets = (settings: Settings, { path }: Job): Finding[] =>
  settings
    .itemsOf(`${path}.kubernetes_sd_configs`)
    .slice(0, 1)
    .map(() =>
      refused(
        `${path}.relabel_configs`,
        'has no rule that sets __path__, so that no file of what is discovered is read',
        "set target_label: __path__ and replacement: /var/log/pods/*$1/*.log from the pod's uid and the container's name",
      ),
    );

export const PATH_RULES: readonly Rule[] = [filesHavePaths];
