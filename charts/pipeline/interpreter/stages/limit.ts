import type { LimitConfig } from '../../stage-check/stage-config';
import { filtering, type Stage } from '../stage';

/**
 * All lines are read at once, so that no time passes in which more of them might: a limit that drops lets its burst pass and no
 * more; one that waits lets all pass.
 */
export function limit({ burst, drops, byLabel }: LimitConfig): Stage {
  const passed = new Map<string, bigint>();
  return filtering((entry) => {
    if (!drops) return true;
    const key = byLabel === undefined ? '' : entry.labels.get(byLabel);
    if (key === undefined) return true;
    const count = passed.get(key) ?? 0n;
    if (count >= burst) return false;
    passed.set(key, count + 1n);
    return true;
  });
}
