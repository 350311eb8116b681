import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/output/ */
export const readOutput: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['output'], 'strict');
  const source = reader.string('source') ?? '';
  if (!reader.hasErrors && source === '') reader.refuse('source', 'is not set', 'name what was extracted');
  return reader.hasErrors ? undefined : { type: 'output', source };
};
