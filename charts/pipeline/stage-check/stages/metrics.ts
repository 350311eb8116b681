import { parseGoDuration } from '../../go/duration';
import { didYouMean, isPlainMap, joinPath, refused, shown, warned } from '../../problem';
import { ConfigReader, type StageContext, type StageReader } from '../config-reader';

const TYPES = ['counter', 'gauge', 'histogram'];
const SECOND = 1_000_000_000n;

/** They change nothing of the streams, and are checked all the same. @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/metrics/ */
export const readMetrics: StageReader = (config, context) => {
  const remedy = 'write the names of metrics below it';
  if (config !== null && config !== undefined && !isPlainMap(config)) {
    context.report(refused(context.path, `is ${shown(config)}, not a block of keys`, remedy));
    return undefined;
  }
  if (!isPlainMap(config)) context.report(warned(context.path, 'is empty: it does nothing', remedy));
  const areRead = Object.entries(isPlainMap(config) ? config : {}).map(([name, metric]) =>
    readMetric(metric, { ...context, path: joinPath(context.path, name) }),
  );
  return areRead.every((isRead) => isRead) ? { type: 'metrics' } : undefined;
};

/** Whether a metric is as it has to be. */
function readMetric(config: unknown, context: StageContext): boolean {
  const reader = new ConfigReader(config, context, ['metrics', '*'], 'strict');
  const written = reader.string('type') ?? '';
  const type = written.toLowerCase();
  for (const key of ['description', 'source', 'prefix']) reader.string(key);
  const idle = reader.string('max_idle_duration');
  if (!reader.hasErrors && !TYPES.includes(type)) {
    reader.refuse(
      'type',
      written === '' ? 'is not set' : `${shown(written)} is no type of a metric`,
      didYouMean(type, TYPES, 'write "Counter", "Gauge" or "Histogram"'),
    );
  }
  const duration = idle === undefined ? SECOND : parseGoDuration(idle);
  if (duration === undefined) {
    reader.refuse('max_idle_duration', `${shown(idle)} is not a duration`, 'write it as "5m"');
  } else if (duration < SECOND) {
    reader.refuse('max_idle_duration', `${shown(idle)} is less than a second`, 'write "1s" or more');
  }
  if (reader.hasErrors) return false;
  return readDetails(type, reader.raw('config'), { ...context, path: joinPath(context.path, 'config') });
}

function readDetails(type: string, config: unknown, context: StageContext): boolean {
  const reader = new ConfigReader(config, context, ['metrics', '*', 'config'], 'strict');
  const value = reader.string('value');
  if (type === 'histogram') return readBuckets(reader);
  const actions = type === 'counter' ? ['inc', 'add'] : ['set', 'inc', 'dec', 'add', 'sub'];
  const written = reader.string('action') ?? '';
  const action = written.toLowerCase();
  if (!reader.hasErrors && !actions.includes(action)) {
    const message = action === '' ? 'is not set' : `${shown(written)} is no action of a ${type}`;
    reader.refuse('action', message, didYouMean(action, actions, `write one of ${actions.join(', ')}`));
  }
  if (type === 'gauge') return !reader.hasErrors;
  const matchesAll = reader.boolean('match_all') ?? false;
  const countsBytes = reader.boolean('count_entry_bytes') ?? false;
  if (matchesAll && value !== undefined)
    reader.refuse('value', 'cannot be set beside match_all', 'write one of the two');
  if (countsBytes && !matchesAll)
    reader.refuse('count_entry_bytes', 'needs match_all: true', 'set it, or leave this out');
  if (countsBytes && action !== 'add')
    reader.refuse('count_entry_bytes', 'needs action: add', 'set it, or leave this out');
  return !reader.hasErrors;
}

function readBuckets(reader: ConfigReader): boolean {
  const buckets = reader.raw('buckets') ?? [];
  if (!Array.isArray(buckets) || buckets.some((bound) => typeof bound !== 'number')) {
    reader.refuse('buckets', 'is not a list of numbers', 'write the upper bounds: [1, 5, 10]');
    return false;
  }
  if (buckets.some((bound, index) => index > 0 && bound <= buckets[index - 1])) {
    reader.refuse(
      'buckets',
      'do not rise: Promtail ends at the first value',
      'write each bound once, the smallest first',
    );
  }
  return !reader.hasErrors;
}
