import { type ConfigNode, joinPath } from '../../../config-check/config-node';
import { expansionFindings } from '../../../config-check/expansion';
import { type Finding, warned } from '../../../config-check/finding';
import type { Rule } from './rule';

/** What filling in the environment eats; while nobody knows whether it is filled in, only what is hardly meant is warned of. */
export const environmentIsKnown: Rule = ({ root }, { expandsEnv }) => {
  if (expandsEnv !== undefined) return expansionFindings(root, { expandsEnv }, 'Promtail');
  return [...groups(root, '')];
};

/** `${1}` of a pattern's replacement is a reference to the environment too, of which nothing is left. */
function* groups(node: ConfigNode, path: string): Generator<Finding> {
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) yield* groups(value, joinPath(path, key));
  } else if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) yield* groups(item, `${path}[${index}]`);
  } else {
    const group = /\$\{(\d+)\}/.exec(node.text)?.[1];
    if (group !== undefined) {
      const message = `"\${${group}}" is taken away when Promtail is started with -config.expand-env=true`;
      yield warned(path, message, `write "$${group}", which it leaves as it is`);
    }
  }
}
