import { type Finding, refused, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { readRelabelRules } from '../../../pipeline/relabel/read-rules';
import { isKnown, jobsOf, plainAt } from '../jobs';
import type { Rule } from './rule';

/** Actions that rules did not have from the beginning. Which release between 2.1 and 2.9 brought them, no table says. */
const LATER_ACTIONS = ['lowercase', 'uppercase', 'keepequal', 'dropequal'];

export const relabelRules: Rule = (settings) =>
  jobsOf(settings).flatMap(({ path }) => {
    const list = `${path}.relabel_configs`;
    const { value, repeated } = plainAt(settings, list);
    const { problems } = readRelabelRules(value, list);
    return [
      ...repeated,
      ...problems.filter((problem) => isKnown(settings, problem.path)),
      ...laterActions(settings, list),
    ];
  });

const laterActions = (settings: Settings, list: string): Finding[] =>
  settings.isAtLeast('2.9')
    ? []
    : settings.itemsOf(list).flatMap((rule) => {
        const path = `${rule}.action`;
        const action = settings.text(path).toLowerCase();
        if (!LATER_ACTIONS.includes(action)) return [];
        return settings.isAtLeast('2.2')
          ? [
              warned(
                path,
                `${action} may be unknown to Promtail ${settings.release}: 2.9.17 has it, 2.1.0 does not`,
                'see that this release has it, else it does not start',
              ),
            ]
          : [refused(path, `${action} is no action of Promtail ${settings.release} yet`, 'take Promtail 2.9.17')];
      });
