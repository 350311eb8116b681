import { unknownRelease } from '../../config-check/check-program';
import { type ConfigNode, childOf, joinPath, type MapNode } from '../../config-check/config-node';
import { type ConfigProblem, located, sorted } from '../../config-check/config-problem';
import { type Finding, refused, warned } from '../../config-check/finding';
import { checkKeys } from '../../config-check/keys-check';
import { readValue } from '../../config-check/read-value';
import { readYaml } from '../../config-check/read-yaml';
import { Settings } from '../../config-check/settings';
import { checkVersion } from '../../releases';
import { LOKI } from './program';
import { TENANT_RULES } from './rules';
import { type Key, type KeyNode, type ReleaseTables, tablesOf } from './tables';

/** Checks a file that `runtime_config.file` names, as a value: what each tenant has of its own. Never throws for plain data. */
export const checkRuntimeConfig = (config: unknown, release: string): ConfigProblem[] =>
  sorted(checkRuntimeRoot(readValue(config), release));

/** Checks the text of such a file. Never throws. */
export function checkRuntimeConfigText(text: string, release: string): ConfigProblem[] {
  // Nothing is filled in from the environment here.
  const { root, findings } = readYaml(text, LOKI.title);
  if (findings.some(({ severity }) => severity === 'error')) return sorted(findings);
  return sorted([...findings, ...checkRuntimeRoot(root, release)]);
}

function checkRuntimeRoot(root: ConfigNode, release: string): ConfigProblem[] {
  const main = tablesOf(release);
  if (main === undefined || checkVersion('loki', release, 'release').length > 0) return unknownRelease(LOKI, release);
  if (isNothing(root)) return located([nothingIn('')], root);
  const { known, findings } = topOf(root, main);
  const read = withoutEmptied(rewritten(known, release));
  const ofKeys = checkKeys(read.root, release, tablesOfFile(main, release));
  const wrong = new Set(ofKeys.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const ofRules = tenantFindings(read.root, release, main).filter(({ path }) => !wrong.has(path));
  return located([...findings, ...read.findings, ...ofKeys, ...ofRules], root);
}

const isNothing = (root: ConfigNode): boolean =>
  root.kind === 'scalar' ? root.tag === 'null' : root.kind === 'map' && root.entries.length === 0;

const BLOCKS = ['overrides', 'configs', 'multi_kv_config'];

const nothingIn = (path: string): Finding =>
  warned(
    path,
    path === '' ? 'holds nothing' : 'says nothing, and is skipped',
    'take it out, or write its limits below it',
  );

/** Blocks of the main file, and tenants that stand at the top, are what people write here by mistake. */
function topOf(
  root: ConfigNode,
  main: ReleaseTables,
): { readonly known: ConfigNode; readonly findings: readonly Finding[] } {
  if (root.kind !== 'map') return { known: root, findings: [] };
  const others = root.entries.filter(({ key }) => !BLOCKS.includes(key));
  const isMain = (key: string): boolean => main.root.children.get(key) !== undefined;
  const isTenant = (node: ConfigNode): boolean =>
    node.kind === 'map' &&
    node.entries.some(({ key }) => main.root.children.get('limits_config')?.children.has(key) === true);
  const strange = others.filter(({ key, value }) => isMain(key) || isTenant(value));
  return {
    known: { ...root, entries: root.entries.filter((entry) => !strange.includes(entry)) },
    findings: strange.map(({ key }) =>
      isMain(key)
        ? refused(
            joinPath('', key),
            'is a block of the main file, not of this one',
            'write it in the file that -config.file names',
          )
        : refused(joinPath('', key), 'is a tenant at the top of the file', 'move it below overrides'),
    ),
  };
}

/** Tenants with nothing below them are skipped, which is not what an empty block is elsewhere. */
function withoutEmptied(root: ConfigNode): { readonly root: ConfigNode; readonly findings: readonly Finding[] } {
  if (root.kind !== 'map') return { root, findings: [] };
  const findings: Finding[] = [];
  const entries = root.entries.map((block) => {
    if (block.value.kind !== 'map') return block;
    const kept = block.value.entries.filter(({ key, value }) => {
      const isEmptied = value.kind === 'scalar' && value.tag === 'null' && block.key !== 'multi_kv_config';
      if (isEmptied) findings.push(nothingIn(joinPath(block.key, key)));
      return !isEmptied;
    });
    return { ...block, value: { ...block.value, entries: kept } };
  });
  return { root: { ...root, entries }, findings };
}

/** The keys of such a file: the limits once more, by tenant. */
function tablesOfFile(main: ReleaseTables, release: string): ReleaseTables {
  const { releases } = main;
  const limits = main.root.children.get('limits_config');
  // Switches by tenant are older than their block in the main file, whose first table stands for them.
  const switches = main.root.children.get('operational_config');
  const firstTable = releases.findIndex((_, table) => switches?.at(table) !== undefined);
  const hasSwitches = release.startsWith('2.1.') === false;
  return {
    ...main,
    root: block({
      overrides: block({ '*': block(Object.fromEntries(limits?.children ?? [])) }, 'map<object>'),
      configs: block(
        {
          '*': block(
            Object.fromEntries(
              [...(switches?.children ?? [])].map(([key, node]) => [key, sinceAlways(node, firstTable)]),
            ),
          ),
        },
        hasSwitches ? 'map<object>' : null,
      ),
      multi_kv_config: block({ primary: leaf('string'), mirror_enabled: leaf('bool') }),
    }),
  };
}

function block(children: Readonly<Record<string, KeyNode>>, type: string | null = 'object'): KeyNode {
  return { at: () => (type === null ? undefined : { type }), children: new Map(Object.entries(children)) };
}

const leaf = (type: string): KeyNode => ({ at: (): Key => ({ type }), children: new Map() });

const sinceAlways = (node: KeyNode, firstTable: number): KeyNode => ({
  at: (table) => node.at(Math.max(table, firstTable)),
  children: node.children,
});

/** What the rules for limits say of each tenant's, where nobody knows what the main file says of the others. */
function tenantFindings(root: ConfigNode, release: string, main: ReleaseTables): Finding[] {
  const tenants = childOf(root, 'overrides');
  if (tenants?.kind !== 'map') return [];
  return tenants.entries.flatMap(({ key, value }) => {
    const config: MapNode = { kind: 'map', entries: [{ key: 'limits_config', value }] };
    const settings = new Settings(config, release, main, false);
    return TENANT_RULES.flatMap((rule) => rule({ settings, deployment: {}, periods: [] })).map((finding) => ({
      ...finding,
      ...inTenant(finding, joinPath('overrides', key)),
    }));
  });
}

const inTenant = ({ path, message, remedy }: Finding, tenant: string): Omit<Finding, 'severity'> => {
  const renamed = (text: string): string => text.replaceAll('limits_config.', `${tenant}.`);
  return { path: renamed(path), message: renamed(message), remedy: renamed(remedy) };
};

/**
 * Loki 3 reads this file and writes it again before it reads limits in it: all but `true` and `false` come out of that as
 * texts.
 */
function rewritten(node: ConfigNode, release: string): ConfigNode {
  if (release.startsWith('2.')) return node;
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => rewritten(item, release)) };
  if (node.kind === 'map')
    return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: rewritten(entry.value, release) })) };
  return node.tag === 'bool' && !/^(?:true|false)$/i.test(node.text) ? { ...node, tag: 'string' } : node;
}
