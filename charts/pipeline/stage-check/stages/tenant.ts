import { ConfigReader, type StageReader } from '../config-reader';

const KEYS = ['label', 'source', 'value'] as const;

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/tenant/ */
export const readTenant: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['tenant'], 'strict');
  const set = KEYS.flatMap((from) => {
    const name = reader.string(from) ?? '';
    return name === '' ? [] : [{ from, name }];
  });
  if (reader.hasErrors) return undefined;
  const [first, second] = set;
  if (first === undefined) reader.refuse('', 'says nothing of the tenant', 'set label, source or value');
  else if (second !== undefined)
    reader.refuse(second.from, `cannot be set beside ${first.from}`, 'write one of the two');
  return first === undefined || second !== undefined ? undefined : { type: 'tenant', ...first };
};
