import { parseGoDuration } from '../../go/duration';
import { shown } from '../../problem';
import { ConfigReader, type StageReader } from '../config-reader';

const MAX_LINES = 128n;

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/multiline/ */
export const readMultiline: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['multiline'], 'weak');
  const pattern = reader.string('firstline');
  const maxLines = reader.integer('max_lines', true) ?? MAX_LINES;
  const wait = reader.string('max_wait_time');
  if (!reader.hasErrors && pattern === undefined) {
    reader.refuse('firstline', 'is not set', "write a regular expression that only first lines meet, such as '^\\S'");
  }
  const firstLine = pattern === undefined ? undefined : reader.compiled('firstline', pattern);
  if (wait !== undefined && parseGoDuration(wait) === undefined) {
    reader.refuse('max_wait_time', `${shown(wait)} is not a duration`, 'write it as "3s"');
  }
  return reader.hasErrors || firstLine === undefined ? undefined : { type: 'multiline', firstLine, maxLines };
};
