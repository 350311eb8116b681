import { extractedText } from '../entry';
import { changing, type Stage } from '../stage';

export const output = (source: string): Stage =>
  changing((entry) => {
    entry.line = extractedText(entry, source) ?? entry.line;
  });
