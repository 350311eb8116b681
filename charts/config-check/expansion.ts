import { writeYaml } from '../kubernetes/yaml';
import { type ConfigNode, joinPath, type ScalarNode } from './config-node';
import type { ConfigProblem } from './config-problem';
import { readExpansion } from './env-references';
import { type Finding, refused } from './finding';

/** What is known of the environment that a configuration is filled in from. */
export interface Environment {
  /** Names of its variables. @default - unknown */
  readonly env?: readonly string[];
  /** Whether the program is started with `-config.expand-env=true`. @default - when something in the file reads `${NAME}` */
  readonly expandsEnv?: boolean;
}

interface Input {
  readonly root: ConfigNode;
  readonly environment: Environment;
  /** What the program is called. */
  readonly title: string;
}

type Rule = (input: Input) => Finding[];

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
export const isExpanded = (root: ConfigNode, { expandsEnv }: Environment): boolean =>
  expandsEnv ?? [...scalarsOf(root, '')].some(({ node }) => node.tag === 'env');

/** Values that hold what an expansion changes, when there is one. */
const expanded = ({ root, environment }: Input): PlacedScalar[] =>
  isExpanded(root, environment) ? [...scalarsOf(root, '')].filter(({ node }) => /[$\\]/.test(sourceOf(node))) : [];

/** One `${` that cannot be read, and the program does not start. */
const referencesAreRead: Rule = (input) =>
  expanded(input).flatMap(({ path, node }) => {
    const source = sourceOf(node);
    const { brokenAt } = readExpansion(source);
    if (brokenAt === undefined) return [];
    const shown = source.slice(brokenAt, brokenAt + 20).split(/[\s}]/)[0] ?? '';
    return [
      refused(
        path,
        `"${shown}" is no reference to the environment, and ${input.title} does not start`,
        'write "$$" for a "$" that is meant: "$${"',
      ),
    ];
  });

/** `${1}` of a pattern's replacement is a reference too, to a variable that nobody can set. */
const referencesHaveNames: Rule = (input) =>
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
const expansionKeepsTexts: Rule = (input) =>
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
const variablesAreSet: Rule = (input) => {
  const { env } = input.environment;
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

const RULES: readonly Rule[] = [referencesAreRead, referencesHaveNames, expansionKeepsTexts, variablesAreSet];

/** What filling in the environment does to a configuration that nobody meant. */
export const expansionFindings = (root: ConfigNode, environment: Environment, title: string): Finding[] =>
  RULES.flatMap((rule) => rule({ root, environment, title }));

/** Comments are expanded too. */
export function brokenReference(text: string, problems: readonly ConfigProblem[], title: string): ConfigProblem[] {
  const { brokenAt } = readExpansion(text);
  if (brokenAt === undefined) return [];
  const line = text.slice(0, brokenAt).split('\n').length;
  if (problems.some((problem) => problem.line === line)) return [];
  const message = `has a "\${" that is no reference to the environment, and ${title} does not start`;
  return [{ ...refused('', message, 'take it out, or write "$${"'), line }];
}
