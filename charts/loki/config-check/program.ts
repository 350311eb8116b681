import { lokiConfigKeys } from '../../../imports/loki-config-keys';
import type { CheckedProgram } from '../../config-check/program';
import { KNOWN_SINCE, REPLACED_KEYS, STRANGE_BLOCKS } from './replaced-keys';

export const LOKI: CheckedProgram = {
  name: 'loki',
  title: 'Loki',
  keys: lokiConfigKeys,
  replacedKeys: REPLACED_KEYS,
  knownSince: KNOWN_SINCE,
  strangeBlocks: STRANGE_BLOCKS,
  // What a tenant has of its own is known by its place in the main file.
  usualPath: (path) =>
    path
      .replace(/^overrides\.(?:\*|[^.[]+|\["[^\]]*\])\./, 'limits_config.')
      .replace(/^configs\.[^.]+\./, 'operational_config.'),
  nameOfBlock: (path) => path.replace(/^(overrides|configs)\.\*/, 'a tenant of $1'),
};
