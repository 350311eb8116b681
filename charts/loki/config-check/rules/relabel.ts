import { type Finding, refused } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { remoteWrites } from './remote-write';
import type { Rule } from './rule';

/** Lists that are Prometheus's own relabelling, which it checks as soon as it reads one. */
const lists = (settings: Settings): string[] => [
  'ruler.alert_relabel_configs',
  'limits_config.ruler_alertmanager_config.alert_relabel_configs',
  ...remoteWrites(settings).map((path) => `${path}.write_relabel_configs`),
];

const NEEDS_TARGET = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];

/** What each field is when nobody says anything. */
const USUAL = { separator: ';', replacement: '$1', regex: '(.*)', modulus: '0', target_label: '' } as const;

type Field = keyof typeof USUAL;

export const relabelRules: Rule = ({ settings }) =>
  lists(settings).flatMap((list) => settings.itemsOf(list).flatMap((path) => mistakesOf(path, settings)));

function mistakesOf(path: string, settings: Settings): Finding[] {
  if (settings.isEmptied(path)) return [refused(path, 'is empty', 'take it out')];
  const said = (field: Field): string =>
    settings.isWritten(`${path}.${field}`) ? settings.text(`${path}.${field}`) : USUAL[field];
  const action = (settings.isWritten(`${path}.action`) ? settings.text(`${path}.action`) : 'replace').toLowerCase();
  const differing = (fields: readonly Field[]): Field[] =>
    fields.filter((field) => {
      const value = said(field);
      return value !== '?' && value !== USUAL[field] && !(field === 'modulus' && Number(value) === 0);
    });
  const superfluous =
    action === 'labeldrop' || action === 'labelkeep'
      ? [
          ...(settings.isWritten(`${path}.source_labels`) && !settings.isEmptied(`${path}.source_labels`)
            ? ['source_labels']
            : []),
          ...differing(['target_label', 'modulus', 'separator', 'replacement']),
        ]
      : action === 'keepequal' || action === 'dropequal'
        ? differing(['regex', 'modulus', 'separator', 'replacement'])
        : action === 'lowercase' || action === 'uppercase'
          ? differing(['replacement'])
          : [];
  return [
    ...(NEEDS_TARGET.includes(action) && said('target_label') === ''
      ? [refused(path, `has no target_label, which ${action} writes to`, `set ${path}.target_label`)]
      : []),
    ...(action === 'hashmod' && Number(said('modulus')) === 0
      ? [refused(path, 'has no modulus, which hashmod divides by', `set ${path}.modulus`)]
      : []),
    ...superfluous.map((field) =>
      refused(`${path}.${field}`, `is nothing that ${action} knows`, `take it out, or take another action`),
    ),
  ];
}

export const RELABEL_RULES: readonly Rule[] = [relabelRules];
