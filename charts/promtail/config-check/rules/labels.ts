import { joinPath } from '../../../config-check/config-node';
import { type Finding, refused } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { isLabelName } from '../../../pipeline/labels';
import { clientsOf, jobsOf } from '../jobs';
import type { Rule } from './rule';

/** Blocks whose keys are names of labels. */
const blocksOf = (settings: Settings): string[] => [
  ...clientsOf(settings).map((path) => `${path}.external_labels`),
  ...jobsOf(settings).flatMap(({ path, sources }) => [
    ...settings.itemsOf(`${path}.static_configs`).map((group) => `${group}.labels`),
    ...sources.filter(({ key }) => !/_configs$/.test(key)).map(({ key }) => `${path}.${key}.labels`),
  ]),
];

/** A label that Loki does not know as one: Promtail does not start, or Loki takes nothing of it. */
export const labelsHaveNames: Rule = (settings) =>
  blocksOf(settings).flatMap((block) =>
    settings
      .keysBelow(block)
      .filter((name) => !isLabelName(name))
      .map((name): Finding => {
        const meant = name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
        const remedy = meant === '' ? 'write letters, digits and "_"' : `write "${meant}"`;
        return refused(joinPath(block, name), 'is no name of a label', remedy);
      }),
  );
