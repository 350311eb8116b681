import type { GoRegexp } from '../../go/regexp';
import { inputOf } from '../entry';
import { changing, type Stage } from '../stage';

export const regex = (regexp: GoRegexp, source?: string): Stage =>
  changing((entry) => {
    const match = regexp.find(inputOf(entry, source) ?? '');
    if (match === undefined || inputOf(entry, source) === undefined) return;
    regexp.names.forEach((name, group) => {
      if (name !== '') entry.extracted.set(name, match[group] ?? '');
    });
  });
