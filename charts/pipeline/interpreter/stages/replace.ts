import { joined } from '../../go/bytes';
import type { ReplaceConfig } from '../../stage-check/stage-config';
import type { Template } from '../../template/execute';
import { ExecutionError, type GoMap } from '../../template/value';
import { type Entry, inputOf, textOf } from '../entry';
import { changing, type Stage } from '../stage';

/** Puts a template in the place of what groups catch, and extracts groups that have a name as it was replaced. */
export const replace = ({ regexp, source, template }: ReplaceConfig): Stage =>
  changing((entry) => {
    const input = inputOf(entry, source);
    if (input === undefined || template === undefined) return;
    const matches = regexp.findAll(input);
    const first = regexp.find(input);
    if (first === undefined) return;
    let replaced: Replaced;
    try {
      replaced = replaceGroups(input, matches, template, templateData(entry));
    } catch (error) {
      if (error instanceof ExecutionError) return;
      throw error;
    }
    if (source === undefined) entry.line = replaced.text;
    else entry.extracted.set(source, replaced.text);
    regexp.names.forEach((name, group) => {
      const value = replaced.byCaught.get(first[group] ?? '');
      if (name !== '' && value !== undefined) entry.extracted.set(name, value);
    });
  });

interface Replaced {
  readonly text: string;
  /** What a group caught → what took its place. */
  readonly byCaught: ReadonlyMap<string, string>;
}

function replaceGroups(
  input: string,
  matches: readonly (readonly number[])[],
  template: Template,
  data: GoMap,
): Replaced {
  const parts: string[] = [];
  const byCaught = new Map<string, string>();
  let end = 0;
  for (const match of matches) {
    for (let group = 2; group < match.length; group += 2) {
      const [from = -1, to = -1] = match.slice(group, group + 2);
      if (from === -1) continue;
      const caught = input.slice(from, to);
      const text = template.execute(data.set('Value', caught));
      // Groups within groups are left as they are.
      if (end === 0 || end < from) {
        parts.push(input.slice(end, from), text);
        end = to;
      }
      byCaught.set(caught, text);
    }
  }
  return { text: joined([...parts, input.slice(end)]), byCaught };
}

function templateData(entry: Entry): GoMap {
  const data: GoMap = new Map();
  for (const [name, value] of entry.extracted) {
    const text = textOf(value);
    if (text !== undefined) data.set(name, text);
  }
  return data;
}
