import { joinPath } from '../../problem';
import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/logfmt/ */
export const readLogfmtStage: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['logfmt'], 'strict');
  const mapping = reader.texts('mapping');
  const source = reader.source();
  if (!reader.hasErrors && (mapping === undefined || mapping.size === 0)) {
    reader.refuse('mapping', 'is not set', 'write what to extract: {level: }');
  }
  if (reader.hasErrors) return undefined;
  const names = new Map<string, string>();
  for (const [name, key = ''] of mapping ?? []) {
    const wanted = key === '' ? name : key;
    const other = names.get(wanted);
    if (other !== undefined) {
      reader.warn(
        joinPath('mapping', name),
        `is "${wanted}", as is ${other}: only one of the two is extracted`,
        'extract it once',
      );
    }
    names.set(wanted, name);
  }
  return { type: 'logfmt', names, source };
};
