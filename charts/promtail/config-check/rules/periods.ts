import { refused, warned } from '../../../config-check/finding';
import type { Rule } from './rule';

/** What is done every so often is done by a clock that does not start with nothing. */
export const periodsAreLonger: Rule = (settings) =>
  ['positions.sync_period', 'target_config.sync_period'].flatMap((path) => {
    const period = settings.milliseconds(path);
    return period !== undefined && period <= 0
      ? [refused(path, 'is no time at all, and Promtail crashes', 'write "10s"')]
      : [];
  });

export const positionsAreKept: Rule = (settings) =>
  settings.textIfKnown('positions.filename') === ''
    ? [
        refused(
          'positions.filename',
          'is empty: every start reads all logs again',
          'name a file that outlives the process',
        ),
      ]
    : [];

const LIMITS = 'limits_config';

/** How many lines are read in a second. */
export const readlineLimits: Rule = (settings) => {
  const [enabled, rate, burst] = ['readline_rate_enabled', 'readline_rate', 'readline_burst'].map(
    (key) => `${LIMITS}.${key}`,
  );
  if (enabled === undefined || rate === undefined || burst === undefined || !settings.has(LIMITS)) return [];
  if (settings.textIfKnown(enabled) === undefined) return [];
  if (!settings.bool(enabled)) {
    return [rate, burst]
      .filter((path) => settings.isWritten(path))
      .map((path) => warned(path, 'limits nothing', `set ${enabled}: true, or take it out`));
  }
  return [rate, burst].flatMap((path) => {
    const value = settings.number(path);
    return value !== undefined && value <= 0
      ? [refused(path, `is ${value}, so that no line is read`, 'write how many lines there may be')]
      : [];
  });
};

export const limitsCount: Rule = (settings) => {
  const path = `${LIMITS}.max_streams`;
  const value = settings.has(path) ? settings.number(path) : undefined;
  return value !== undefined && value < 0 ? [refused(path, `is ${value}`, 'write 0 for any number')] : [];
};

/** A write-ahead log is written somewhere. */
export const walHasAFolder: Rule = (settings) =>
  settings.has('wal') && settings.bool('wal.enabled') && settings.textIfKnown('wal.dir') === ''
    ? [refused('wal.dir', 'is missing, and Promtail does not start', 'name a folder that it can write to')]
    : [];

export const pollsInOrder: Rule = (settings) => {
  const block = 'global.file_watch_config';
  const [least, most] = ['min_poll_frequency', 'max_poll_frequency'].map((key) =>
    settings.milliseconds(`${block}.${key}`),
  );
  if (!settings.has(block) || least === undefined || most === undefined) return [];
  return least > most
    ? [refused(`${block}.min_poll_frequency`, 'is longer than max_poll_frequency', 'write the shorter one here')]
    : [];
};

export const PERIOD_RULES: readonly Rule[] = [
  periodsAreLonger,
  positionsAreKept,
  readlineLimits,
  limitsCount,
  walHasAFolder,
  pollsInOrder,
];
