import { parseDuration } from '../../kubernetes/duration';
import { RULE_DEFAULTS } from '../../pipeline/relabel/rule';
import { lastKey, type Meaning, type Part } from '../compare/difference';
import { isAbsent, type PlainMap, textOf } from '../plain';
import type { ConfigFormat } from './read-config';

/** What Grafana counts up by itself when a dashboard is saved. */
const DASHBOARD_BOOKKEEPING: ReadonlySet<string> = new Set(['id', 'iteration', 'version']);

/** Configurations in which an empty block says nothing. */
const BY_BLOCKS: ReadonlySet<ConfigFormat> = new Set(['loki', 'loki-overrides', 'promtail', 'grafana-ini', 'ini']);

/** What the settings of a configuration mean to the program that reads it. */
export const configMeaning = (format: ConfigFormat): Meaning => ({
  ignores: (shape) => format === 'dashboard' && DASHBOARD_BOOKKEEPING.has(shape),
  isSame: (part) =>
    format === 'promtail' ? isPreset(part) : (format === 'loki' || format === 'loki-overrides') && isSameToLoki(part),
  opens: (shape) => BY_BLOCKS.has(format) && shape !== '' && !shape.endsWith(']'),
  // Whom a component forwards to, it does not forward to one before another.
  isSet: (shape) => format === 'alloy' && /^(?:forward_to|logs|metrics|traces)$/.test(lastKey(shape)),
  keepsOrder: () => false,
});

/** What rules of relabelling have when they say nothing. */
export const RELABEL_PRESETS: PlainMap = RULE_DEFAULTS;

/** A setting of a rule of relabelling that says what it would be without. */
function isPreset({ old, new: now, shape }: Part): boolean {
  const [, setting = ''] = /\.relabel_configs\[\]\.(\w+)$/.exec(shape) ?? [];
  const preset = RELABEL_PRESETS[setting];
  return preset !== undefined && (old ?? preset) === preset && (now ?? preset) === preset;
}

/** A day is 24 hours to Loki, and `v13` is 13 to its schema. */
function isSameToLoki({ old, new: now, shape }: Part): boolean {
  const [was, is] = [textOf(old), textOf(now)];
  if (was === undefined || is === undefined) return isAbsent(old) && isAbsent(now);
  if (lastKey(shape) === 'schema') return was.replace(/^v/, '') === is.replace(/^v/, '');
  if (lastKey(shape) === 'prefix') return false;
  const [before, after] = [parseDuration(was), parseDuration(is)];
  return before !== undefined && before === after;
}
