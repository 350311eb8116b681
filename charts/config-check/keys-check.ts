import { type ConfigNode, joinPath, type MapNode } from './config-node';
import { type Finding, refused, warned } from './finding';
import { isZero } from './settings';
import type { Key, KeyNode, ReleaseTables } from './tables';
import { uncertainKey, unknownKey } from './unknown-key';
import { type Mistake, scalarMistake, shown } from './value-check';

/** What is being looked at: a release's keys. */
interface Scope {
  readonly release: string;
  readonly tables: ReleaseTables;
  readonly findings: (Finding & { readonly line?: number })[];
}

/** A node's place in the tables. */
interface Place {
  readonly path: string;
  /** The same as the tables write it, with `[]` and `*` for items and values. */
  readonly tablePath: string;
  readonly node: KeyNode;
  /** What it is in the nearest tables. */
  readonly keys: readonly Key[];
}

/** Refuses keys that the release does not know, repeated ones, and values of the wrong type. */
export function checkKeys(
  root: ConfigNode,
  release: string,
  tables: ReleaseTables,
): (Finding & { readonly line?: number })[] {
  const scope: Scope = { release, tables, findings: [] };
  const place: Place = { path: '', tablePath: '', node: tables.root, keys: [{ type: 'object' }] };
  if (root.kind !== 'scalar' || root.tag !== 'null') checkNode(root, place, scope);
  return scope.findings;
}

function checkNode(node: ConfigNode, place: Place, scope: Scope): void {
  const mistakes = place.keys.map(({ type }) => mistakeOf(node, type));
  // Between two tables that differ, what either takes may be right.
  const mistake = mistakes.includes(undefined) ? undefined : mistakes[0];
  if (mistake !== undefined) {
    const say = mistake.isTaken === true ? warned : refused;
    const { message, remedy } = node.kind === 'scalar' ? withoutSecret(mistake, node.text, place.path) : mistake;
    scope.findings.push({ ...say(place.path, message, remedy), line: node.line });
    return;
  }
  const isFree = place.keys.some(({ type }) => type === 'any');
  if (node.kind === 'map' && !isFree) checkEntries(node, place, scope);
  if (node.kind === 'list' && !isFree) checkItems(node.items, place, scope);
  if (node.kind === 'scalar' && node.tag === 'null') checkEmptied(place, node.line, scope);
}

/** Settings whose values nobody else is to read, and blocks that somebody writes a secret in place of. */
const SECRET = /(?:pass|secret|token|key|credential|auth|tls|connection_string|\.s3$|_url$)/i;

const IS_NO_SECRET = /^(?:.?|true|false|yes|no|on|off)$/i;

/** What is said of a secret does not show it. */
function withoutSecret({ message, remedy }: Mistake, text: string, path: string): Mistake {
  if (IS_NO_SECRET.test(text) || !SECRET.test(path)) return { message, remedy };
  const forms = [text, `${text.slice(0, 37)}…`, `${text.slice(0, 57)}…`].flatMap((form) => [
    form,
    JSON.stringify(form).slice(1, -1),
  ]);
  const hide = (said: string): string => forms.reduce((rest, form) => rest.replaceAll(form, '…'), said);
  return { message: hide(message), remedy: hide(remedy) };
}

/** A block without anything in it is not as if it were left out: Go sets every key below it to nothing. */
function checkEmptied({ path, node, keys }: Place, line: number | undefined, { findings, tables }: Scope): void {
  if (!keys.some(({ type }) => type === 'object') || !hasPresets(node, tables)) return;
  const message = 'is empty, which takes the default of every key below it away';
  findings.push({ ...warned(path, message, 'leave it out, or write {}'), line });
}

const hasPresets = (node: KeyNode, tables: ReleaseTables): boolean =>
  [...node.children.values()].some(
    (child) => keysAt(child, tables).some(({ preset }) => !isZero(preset)) || hasPresets(child, tables),
  );

function mistakeOf(node: ConfigNode, type: string): Mistake | undefined {
  if (node.kind === 'scalar') {
    if (!isCollection(type)) return scalarMistake(node, type);
    if (node.tag === 'null' || node.tag === 'env' || type === 'list-or-csv') return undefined;
    return { message: `${shown(node)} is not ${nounOf(type)}`, remedy: remedyOf(type, node.text) };
  }
  const takes = node.kind === 'map' ? isMap(type) : isList(type);
  if (takes || type === 'any') return undefined;
  const written = node.kind === 'map' ? 'a block of keys' : 'a list';
  return { message: `is ${written}, not ${nounOf(type)}`, remedy: remedyOf(type, '') };
}

const isMap = (type: string): boolean => type === 'object' || type.startsWith('map<');
const isList = (type: string): boolean => type.startsWith('list');
const isCollection = (type: string): boolean => isMap(type) || isList(type);

function nounOf(type: string): string {
  if (isMap(type)) return 'a block of keys';
  if (isList(type)) return 'a list';
  return (
    (
      {
        bool: 'a boolean',
        int: 'a whole number',
        uint: 'a whole number',
        uint32: 'a whole number',
        float: 'a number',
      } as Readonly<Record<string, string>>
    )[type] ?? 'a text'
  );
}

function remedyOf(type: string, text: string): string {
  if (isMap(type)) return 'write its keys below it, indented, or leave it out';
  if (isList(type)) return `write it as a list: [${/^[\w.:/-]+$/.test(text) ? text : '…'}]`;
  return `write ${nounOf(type)}`;
}

function checkEntries(map: MapNode, place: Place, scope: Scope): void {
  const { tables, release, findings } = scope;
  const seen = new Set<string>();
  const free = place.node.children.get('*');
  for (const { key, value, line } of map.entries) {
    const path = joinPath(place.path, key);
    if (seen.has(key)) {
      findings.push({ ...refused(path, 'is written twice', 'keep one of the two'), line });
      continue;
    }
    seen.add(key);
    const child = place.node.children.get(key) ?? free;
    const known = child === undefined ? [] : keysAt(child, tables);
    if (child === undefined || known.length === 0) {
      const element = freeElement(place);
      if (element !== undefined) {
        const keys = [{ type: element }];
        checkNode(value, { path, tablePath: `${place.tablePath}.*`, node: place.node, keys }, scope);
        continue;
      }
      findings.push({ ...findingOfUnknown(key, path, place, scope), line });
      continue;
    }
    if (known.length < keysAt(place.node, tables).length) {
      findings.push(...uncertainKey(path, child, release, tables).map((finding) => ({ ...finding, line })));
    }
    const step = child === free ? '*' : key;
    checkNode(
      value,
      { path, tablePath: place.tablePath === '' ? step : `${place.tablePath}.${step}`, node: child, keys: known },
      scope,
    );
  }
}

/** Whoever has more unknown keys than this has another file; to look for what each was meant to be would take long. */
const MOST_GUESSES = 200;

const findingOfUnknown = (key: string, path: string, place: Place, { findings, release, tables }: Scope): Finding =>
  findings.length < MOST_GUESSES
    ? unknownKey({ key, path, blockPath: place.tablePath, block: place.node }, release, tables)
    : refused(path, `is no key that ${tables.program.title} ${release} knows here`, 'take it out');

/** The type of the values of a map that the tables do not list one by one: `map<string>`. */
const freeElement = ({ node, keys }: Place): string | undefined =>
  node.children.size > 0
    ? undefined
    : keys.map(({ type }) => /^map<(.*)>$/.exec(type)?.[1]).find((type) => type !== undefined);

function checkItems(items: readonly ConfigNode[], place: Place, scope: Scope): void {
  const listed = place.node.children.get('[]');
  const type = /^list<(.*)>$/.exec(place.keys[0]?.type ?? '')?.[1] ?? 'string';
  items.forEach((item, index) => {
    const path = `${place.path}[${index}]`;
    const below: Place =
      listed === undefined
        ? { path, tablePath: `${place.tablePath}.[]`, node: place.node, keys: [{ type }] }
        : { path, tablePath: `${place.tablePath}.[]`, node: listed, keys: keysAt(listed, scope.tables) };
    if (item.kind !== 'map' || below.keys.some((key) => isMap(key.type))) checkNode(item, below, scope);
    else
      scope.findings.push({
        ...refused(path, 'is a block of keys, where the list holds texts', 'write a text'),
        line: item.line,
      });
  });
}

const keysAt = (node: KeyNode, { nearest }: ReleaseTables): Key[] => nearest.flatMap((table) => node.at(table) ?? []);
