import { isPlainMap } from '../../problem';
import { ConfigReader, type StageReader } from '../config-reader';

/** Stages that look at nothing that is written below them. */
const readWithoutKeys =
  (type: 'docker' | 'decolorize'): StageReader =>
  (config, context) => {
    if (isPlainMap(config)) new ConfigReader(config, context, [type], 'weak');
    return { type };
  };

export const readDocker = readWithoutKeys('docker');
export const readDecolorize = readWithoutKeys('decolorize');
