import type { Template } from '../../template/execute';
import { ExecutionError, type GoMap } from '../../template/value';
import { textOf } from '../entry';
import { changing, type Stage } from '../stage';

/** Extracts what a template makes of what was extracted; an empty text takes the value away. */
export const template = (source: string, { execute }: Template): Stage =>
  changing((entry) => {
    const data: GoMap = new Map();
    for (const [name, value] of entry.extracted) {
      const text = textOf(value);
      if (text === undefined) continue;
      data.set(name, text);
      if (name === source) data.set('Value', text);
    }
    data.set('Entry', entry.line);
    try {
      const text = execute(data);
      if (text === '') entry.extracted.delete(source);
      else entry.extracted.set(source, text);
    } catch (error) {
      if (!(error instanceof ExecutionError)) throw error;
    }
  });
