import { parseByteSize } from '../../go/byte-size';
import { parseGoDuration } from '../../go/duration';
import { quoteMeta, regexpFor } from '../../go/regexp';
import { shown } from '../../problem';
import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/drop/ */
export const readDrop: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['drop'], 'weak');
  const sources = readSources(reader);
  const value = reader.string('value');
  const expression = reader.string('expression');
  const olderThan = readOlderThan(reader);
  const longerThan = readLongerThan(reader);
  const separator = reader.string('separator') ?? ';';
  reader.string('drop_counter_reason');
  if (reader.hasErrors) return undefined;
  if ([sources, expression, olderThan, longerThan].every((condition) => condition === undefined)) {
    const isValueAlone = value !== undefined;
    reader.refuse(
      isValueAlone ? 'source' : '',
      isValueAlone ? 'is not set, and value is compared with it' : 'says nothing of what to drop',
      isValueAlone ? 'name what was extracted' : 'set source, expression, older_than or longer_than',
    );
    return undefined;
  }
  if (value !== undefined && sources === undefined) {
    reader.refuse('source', 'is not set, and value is compared with it', 'name what was extracted');
  }
  if (value !== undefined && expression !== undefined) {
    reader.refuse('value', 'cannot be set beside expression', 'write one of the two');
    return undefined;
  }
  const pattern = expression === undefined ? undefined : reader.compiled('expression', expression);
  if (reader.hasErrors) return undefined;
  const regexp = value === undefined ? pattern : regexpFor(`^${quoteMeta(value)}$`);
  return { type: 'drop', sources, separator, regexp, olderThan, longerThan };
};

function readSources(reader: ConfigReader): readonly string[] | undefined {
  const source = reader.raw('source');
  if (source === undefined || typeof source === 'string') return source === undefined ? undefined : [source];
  if (Array.isArray(source) && source.every((item) => typeof item === 'string')) return source;
  reader.refuse(
    'source',
    `is ${shown(source)}, not a text or a list of texts`,
    'name what was extracted: a, or [a, b]',
  );
  return undefined;
}

function readOlderThan(reader: ConfigReader): bigint | undefined {
  const text = reader.string('older_than');
  if (text === undefined) return undefined;
  const duration = parseGoDuration(text);
  if (duration === undefined)
    reader.refuse('older_than', `${shown(text)} is not a duration`, 'write it as "24h" or "90m"');
  return duration;
}

function readLongerThan(reader: ConfigReader): number | undefined {
  const text = reader.string('longer_than');
  if (text === undefined) return undefined;
  const size = parseByteSize(text);
  if (size === undefined) reader.refuse('longer_than', `${shown(text)} is not a size`, 'write it as "8kb"');
  return size;
}
