import { compare, type Place } from '../compare/compare';
import { type Difference, extendPath } from '../compare/difference';
import { gapsBetween } from '../compare/sequence';
import { isEqual } from '../plain';
import { alloyBody, alloyLines, alloyTree, repeatedBlocks, withoutMarks } from './alloy';
import { configMeaning } from './config-meaning';
import type { Config } from './read-config';

/** Where two texts differ by what they say to the program that reads them. */
export function compareConfig(before: Config, after: Config, place: Place): Difference[] {
  if (before.text === after.text) return [];
  if (before.format !== after.format) return compareLines(before.text, after.text, place);
  switch (after.format) {
    case 'text':
      return compareLines(before.text, after.text, place);
    case 'alloy':
      return compareAlloy(before.text, after.text, place);
    default:
      return compare(before.value, after.value, configMeaning(after.format), place);
  }
}

/** By components, attributes and blocks; by lines where one of the two does not parse. */
function compareAlloy(before: string, after: string, place: Place): Difference[] {
  const [old, now] = [alloyBody(before), alloyBody(after)];
  if (old === undefined || now === undefined) {
    return isEqual(alloyLines(before), alloyLines(after)) ? [] : compareLines(before, after, place);
  }
  const repeated = new Set([...repeatedBlocks(old), ...repeatedBlocks(now)]);
  const trees = [old, now].map((body) => alloyTree(body, repeated));
  return compare(trees[0], trees[1], configMeaning('alloy'), place).map((difference) => {
    const [was, is] = [difference.old, difference.new].map(withoutMarks);
    // A reference that became a text of the same letters.
    return isEqual(was, is)
      ? { ...difference, old: 'an expression', new: 'a text' }
      : { ...difference, old: was, new: is };
  });
}

function compareLines(before: string, after: string, place: Place): Difference[] {
  // A word needs no line to be found.
  if (!/\n./.test(before) && !/\n./.test(after)) return [{ ...place, old: before, new: after }];
  const gaps = gapsBetween(before.split('\n'), after.split('\n'), (a, b) => a === b);
  return gaps.map((gap) => ({
    ...place,
    old: gap.old.length === 0 ? undefined : gap.old.join('\n'),
    new: gap.new.length === 0 ? undefined : gap.new.join('\n'),
    line: gap.newStart + 1,
  }));
}

/** The place of an entry within its object. Shapes begin anew there: what is below is of another program. */
export const entryPlace = (name: string): Place => ({
  path: extendPath('data', name),
  shape: '',
  steps: ['data', name],
});
