import { parse } from 'yaml';
import type { Manifest } from '../charts/kubernetes/manifest';

/** One setting of one object. */
export interface Setting {
  /** Such as `StatefulSet/loki`. */
  readonly object: string;
  /** Such as `spec.template.spec.containers[loki].image`; `data(loki.yaml).auth_enabled` is inside of a config file. */
  readonly path: string;
  readonly value: unknown;
}

/** The rows of a file with object, path and JSON value, between tabs. */
export const readSettings = (tsv: string): Setting[] =>
  tsv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('object\t'))
    .map((line) => {
      const [object = '', path = '', json = ''] = line.split('\t');
      return { object, path, value: JSON.parse(json) };
    });

/** Every setting of these objects. What is in a Secret's stringData stands under data, as the API server would have it. */
export const settingsOf = (manifests: readonly Manifest[]): Setting[] =>
  manifests.flatMap(({ stringData, data, ...manifest }) => {
    const object = `${manifest.kind}/${manifest.metadata.name}`;
    const files = { ...(data as Record<string, string>), ...(stringData as Record<string, string>) };
    const configs = Object.entries(files).flatMap(([name, text]) =>
      name.endsWith('.yaml') ? leaves(parse(text), `data(${name})`) : [[`data.${name}`, text] as const],
    );
    return [...leaves(manifest, ''), ...configs].map(([path, value]) => ({ object, path, value }));
  });

/** The plain values below a value. Items of lists are told apart by mount path or name, where they have one. */
function leaves(value: unknown, path: string): (readonly [path: string, value: unknown])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}[${nameOf(item) ?? index}]`));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`));
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { mountPath, name } = item as { readonly mountPath?: string; readonly name?: string };
  return mountPath ?? name;
}

/** A value that is there when nobody writes it, with who puts it there. */
export interface Default {
  readonly path: RegExp;
  readonly value: unknown;
  readonly by: string;
}

/** What stands for one setting of theirs in ours. */
export type Outcome = 'equal' | 'equal by default' | 'label or selector' | 'different';

export interface Comparison {
  readonly setting: Setting;
  readonly outcome: Outcome;
  /** Where ours has it, when it has another name. */
  readonly move?: { readonly from: string; readonly to: string };
  readonly default?: Default;
}

/** Labels that Helm charts gave in 2021, and the selectors made of them. */
const LABEL =
  /^(metadata\.labels|spec\.selector|spec\.selector\.matchLabels|spec\.template\.metadata\.labels)\.(app|release|variant|app\.kubernetes\.io\/(instance|name|version))$/;

/** Compares each of their settings with ours. */
export function compareSettings(
  theirs: readonly Setting[],
  ours: readonly Setting[],
  moves: readonly { readonly from: string; readonly to: string }[],
  defaults: readonly Default[],
): Comparison[] {
  const values = new Map(ours.map(({ object, path, value }) => [`${object} ${path}`, value]));
  const longestFirst = [...moves].sort((a, b) => b.from.length - a.from.length);
  return theirs.map((setting) => {
    const name = `${setting.object} ${setting.path}`;
    const move = longestFirst.find(({ from }) => isWithin(name, from));
    const here = move === undefined ? name : move.to + name.slice(move.from.length);
    if (isEqual(setting, here, values)) return { setting, move, outcome: 'equal' };
    const byDefault = defaults.find(({ path, value }) => path.test(here) && value === setting.value);
    if (byDefault !== undefined && !values.has(here) && hasItem(here, values)) {
      return { setting, move, outcome: 'equal by default', default: byDefault };
    }
    const isLabel = LABEL.test(setting.path) && hasItem(here, values);
    return { setting, move, outcome: isLabel ? 'label or selector' : 'different' };
  });
}

const isWithin = (name: string, prefix: string): boolean =>
  name === prefix || (name.startsWith(prefix) && /[ .[]/.test(name.charAt(prefix.length)));

/** Whether ours has the object, or the item of a list, that a setting would be part of. */
const hasItem = (name: string, values: ReadonlyMap<string, unknown>): boolean => {
  const item = name.slice(0, name.includes(']') ? name.lastIndexOf(']') + 1 : name.indexOf(' '));
  return [...values.keys()].some((other) => isWithin(other, item));
};

/** In which order a role names them is all the same. */
const RBAC_LIST = /^(.* rules\[\d+\]\.(apiGroups|resources|verbs))\[\d+\]$/;

function isEqual({ value: theirs }: Setting, name: string, values: ReadonlyMap<string, unknown>): boolean {
  const list = RBAC_LIST.exec(name)?.[1];
  if (list !== undefined) return [...values].some(([other, ours]) => isWithin(other, list) && ours === theirs);
  const ours = values.get(name);
  if (typeof ours !== 'string' || typeof theirs !== 'string') return ours === theirs;
  if (name.endsWith('.ini')) {
    const settings = iniSettings(ours);
    return [...iniSettings(theirs)].every(([key, value]) => settings.get(key) === value);
  }
  // Where an image has no registry, container runtimes take this one.
  return (name.endsWith('.image') ? ours.replace(/^docker\.io\//, '') : ours) === theirs;
}

function iniSettings(text: string): ReadonlyMap<string, string> {
  let section = '';
  const settings = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [key = '', ...value] = line.split(' = ');
    if (line.startsWith('[')) section = line;
    else if (line !== '') settings.set(`${section}${key}`, value.join(' = '));
  }
  return settings;
}
