import { writeYaml } from '../../../kubernetes/yaml';
import { type ConfigNode, joinPath, type ScalarNode } from '../config-node';
import type { LokiDeployment } from '../deployment';
import { readExpansion } from '../env-references';
import { type Finding, refused } from '../finding';
import type { Rule, RuleInput } from './rule';

interface PlacedScalar {
  readonly path: string;
  readonly node: ScalarNode;
}

/** Every value that is no block and no list. */
function* scalarsOf(node: ConfigNode, path: string): Generator<PlacedScalar> {
  if (node.kind === 'scalar') yield { path, node };
  else if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) yield* scalarsOf(item, `${path}[${index}]`);
  } else for (const { key, value } of node.entries) yield* scalarsOf(value, joinPath(path, key));
}

/** What is expanded is the file's text: for a value, what will be written of it. */
const sourceOf = ({ source, text }: ScalarNode): string => source ?? writeYaml({ '': text }).slice('"": '.length);

/** Whether the file will be expanded. */
export const isExpanded = (root: ConfigNode, { expandsEnv }: LokiDeployment): boolean =>
  expandsEnv ?? [...scalarsOf(root, '')].some(({ node }) => node.tag === 'env');

/** Values that hold what an expansion changes, when there is one. */
const expanded = ({ settings: { root }, deployment }: RuleInput): PlacedScalar[] =>
  isExpanded(root, deployment) ? [...scalarsOf(root, '')].filter(({ node }) => /[$\\]/.test(sourceOf(node))) : [];

/** One `${` that cannot be read, and Loki does not start. */
export const referencesAreRead: Rule = (input) =>
  expanded(input).flatMap(({ path, node }) => {
    const source = sourceOf(node);
    const { brokenAt } = readExpansion(source);
    if (brokenAt === undefined) return [];
    const shown = source.slice(brokenAt, brokenAt + 20).split(/[\s}]/)[0] ?? '';
    return [
      refused(
        path,
        `"${shown}" is no reference to the environment, and Loki does not start`,
        'write "$$" for a "$" that is meant: "$${"',
      ),
    ];
  });

/** `${1}` of a pattern's replacement is a reference too, to a variable that nobody can set. */
export const referencesHaveNames: Rule = (input) =>
  expanded(input).flatMap(({ path, node }) =>
    readExpansion(sourceOf(node))
      .references.filter(({ name }) => /^\d/.test(name))
      .slice(0, 1)
      .map(({ name }) =>
        refused(
          path,
          `"\${${name}}" is filled in from the environment, and nothing is left of it`,
          `write "$${name}", or "$\${${name}}"`,
        ),
      ),
  );

/** While something is filled in, two of these become one everywhere. */
export const expansionKeepsTexts: Rule = (input) =>
  expanded(input).flatMap(({ path, node }): Finding[] => {
    const source = sourceOf(node);
    const [first] = readExpansion(source).eaten;
    if (first === undefined) return [];
    const { pair } = first;
    const [kept = ''] = pair === '$$' ? ['$'] : [pair.slice(1)];
    const isEscape = pair === '\\\\' && source.startsWith('"');
    return [
      refused(
        path,
        `holds "${pair}", of which "${kept}" is left once the environment is filled in`,
        isEscape && node.source !== undefined
          ? 'write it in single quotes, with one "\\" for two'
          : `write "${pair === '$$' ? '$$$$' : `\\\\${pair === '\\/' ? '/' : '\\\\'}`}"`,
      ),
    ];
  });

/** Variables that every container has. */
const GIVEN = /^(?:HOME|HOSTNAME|PATH|KUBERNETES_\w+|\w+_(?:SERVICE_HOST|SERVICE_PORT\w*|PORT(?:_\w+)?))$/;

/** What is filled in from nowhere is nothing: an empty password, a bucket without a name. */
export const variablesAreSet: Rule = (input) => {
  const { env } = input.deployment;
  if (env === undefined) return [];
  return expanded(input).flatMap(({ path, node }) =>
    readExpansion(sourceOf(node))
      .references.filter(
        ({ name, hasDefault }) => !hasDefault && !/^\d/.test(name) && !env.includes(name) && !GIVEN.test(name),
      )
      .map(({ name }) =>
        refused(path, `reads the variable "${name}", which the pod does not have`, `add "${name}" to env`),
      ),
  );
};

export const ENVIRONMENT_RULES: readonly Rule[] = [
  referencesAreRead,
  referencesHaveNames,
  expansionKeepsTexts,
  variablesAreSet,
];
