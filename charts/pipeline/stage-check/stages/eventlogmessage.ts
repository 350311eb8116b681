import { isLabelName } from '../../labels';
import { shown } from '../../problem';
import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/eventlogmessage/ */
export const readEventLogMessage: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['eventlogmessage'], 'strict');
  const source = reader.string('source');
  const dropsInvalid = reader.boolean('drop_invalid_labels') ?? false;
  const overwrites = reader.boolean('overwrite_existing') ?? false;
  if (source !== undefined && !isLabelName(source)) {
    reader.refuse('source', `${shown(source)} is not the name of a label`, 'write letters, digits and underscores');
  }
  return reader.hasErrors
    ? undefined
    : { type: 'eventlogmessage', source: source ?? 'message', dropsInvalid, overwrites };
};
