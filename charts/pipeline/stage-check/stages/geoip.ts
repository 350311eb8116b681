import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/geoip/ */
export const readGeoIp: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['geoip'], 'strict');
  const database = reader.string('db') ?? '';
  const type = reader.string('db_type') ?? '';
  reader.source();
  if (!reader.hasErrors && database === '')
    reader.refuse('db', 'is not set', 'write the path of a database of MaxMind');
  if (!reader.hasErrors && type === '') reader.refuse('db_type', 'is not set', 'write "city" or "asn"');
  if (reader.hasErrors) return undefined;
  if (type !== 'city' && type !== 'asn') {
    reader.warn('db_type', `"${type}" is no type that Promtail knows: it finds nothing`, 'write "city" or "asn"');
  }
  return { type: 'geoip' };
};
