import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/regex/ */
export const readRegex: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['regex'], 'strict');
  const source = reader.source();
  const regexp = reader.regexp('expression', 'level=(?P<level>\\w+)');
  if (reader.hasErrors || regexp === undefined) return undefined;
  if (regexp.names.every((name) => name === '')) {
    reader.warn('expression', 'has no group with a name: it extracts nothing', 'name what to extract: (?P<level>\\w+)');
  }
  return { type: 'regex', regexp, source };
};
