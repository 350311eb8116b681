import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/sampling/ */
export const readSampling: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['sampling'], 'weak');
  const rate = reader.number('rate') ?? 0;
  reader.string('drop_counter_reason');
  if (!reader.hasErrors && (rate < 0 || rate > 1)) {
    reader.refuse('rate', `${rate} is not between 0 and 1`, 'write the share of lines to keep, such as 0.1');
  }
  return reader.hasErrors ? undefined : { type: 'sampling', rate };
};
