import { readLogfmt } from '../../logfmt/read-logfmt';
import type { LogfmtConfig } from '../../stage-check/stage-config';
import { inputOf } from '../entry';
import { changing, type Stage } from '../stage';

export const logfmt = ({ names, source }: LogfmtConfig): Stage =>
  changing((entry) => {
    const input = inputOf(entry, source);
    if (input === undefined) return;
    for (const [key, value] of readLogfmt(input)) {
      const name = names.get(key);
      if (name !== undefined) entry.extracted.set(name, value);
    }
  });
