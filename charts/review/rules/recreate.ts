import { kindOf } from '../kinds';
import { deleteCommand } from '../kubectl';
import { IMMUTABLE_FIELDS } from './immutable-fields';
import { consequence, listed, type Rule } from './rule';

/** Fields that no API server changes: the object has to be deleted and made again. */
export const recreate: Rule = (subject) => {
  const { status, manifest, differences, configs } = subject;
  const fields = IMMUTABLE_FIELDS[kindOf(manifest)];
  if (fields === undefined || status !== 'changed') return [];
  const frozen = differences.filter((difference) => fields.has(difference, subject));
  // Not even the spelling of its data may change.
  const entries = subject.before?.immutable === true ? configs : [];
  const all = [...frozen, ...entries];
  if (all.length === 0) return [];
  const paths = listed([...new Set(all.map(({ path }) => path))]);
  return [
    consequence(
      'recreate',
      `the API server refuses to change ${paths}: delete it and apply again; ${fields.effect}`,
      all,
      { commands: [deleteCommand(manifest)] },
    ),
  ];
};
