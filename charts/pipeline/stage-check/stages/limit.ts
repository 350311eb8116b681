import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/limit/ */
export const readLimit: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['limit'], 'weak');
  const rate = reader.number('rate') ?? 0;
  const burst = reader.integer('burst') ?? 0n;
  const drops = reader.boolean('drop') ?? false;
  const byLabel = reader.string('by_label_name') ?? '';
  reader.integer('max_distinct_labels');
  if (reader.hasErrors) return undefined;
  if (!(rate > 0)) reader.refuse('rate', 'has to be more than zero', 'write how many lines a second may pass');
  if (burst <= 0n) reader.refuse('burst', 'has to be more than zero', 'write how many lines may pass at once');
  if (byLabel !== '' && !drops) reader.refuse('drop', 'is not true, and by_label_name needs that', 'write true');
  return reader.hasErrors ? undefined : { type: 'limit', burst, drops, byLabel: byLabel === '' ? undefined : byLabel };
};
