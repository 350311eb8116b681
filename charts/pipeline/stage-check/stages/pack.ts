import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/pack/ */
export const readPack: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['pack'], 'weak');
  const labels = reader.strings('labels') ?? [];
  const takesTimeOfReading = reader.boolean('ingest_timestamp') ?? true;
  return reader.hasErrors ? undefined : { type: 'pack', labels, takesTimeOfReading };
};
