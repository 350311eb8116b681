import { compareStrings } from '../../go/compare';
import { writeJson } from '../../json/write-json';
import { extractedText } from '../entry';
import { changing, type Stage } from '../stage';

/** Wraps the line into JSON, along with labels, which are labels no more. */
export const pack = (names: readonly string[], takesTimeOfReading: boolean): Stage =>
  changing((entry) => {
    const packed = [...new Set(names)].flatMap((name) => {
      const value = extractedText(entry, name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const pairs = [...packed.sort(([a], [b]) => compareStrings(a, b)), ['_entry', entry.line] as const];
    entry.line = `{${pairs.map(([name, value]) => `${writeJson(name)}:${writeJson(value)}`).join(',')}}`;
    for (const [name] of packed) entry.labels.delete(name);
    if (takesTimeOfReading) entry.timestamp = undefined;
  });
