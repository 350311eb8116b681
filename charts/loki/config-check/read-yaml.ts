import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  Scalar,
} from 'yaml';
import type { ConfigNode, MapEntry, ScalarTag } from './config-node';
import { type Finding, refused, warned } from './finding';
import { booleanOf, integerOf, isDate, numberOf, tagOfPlain } from './go-scalars';

/** More nodes than this come of anchors that refer to one another; Go's reader refuses them too. */
const MOST_NODES = 200_000;

export interface ReadConfig {
  readonly root: ConfigNode;
  readonly findings: readonly (Finding & { readonly line?: number })[];
}

/** Reads the text of a configuration as Loki does; what is no YAML at all has an empty root. */
export function readYaml(text: string): ReadConfig {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.1',
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const empty: ConfigNode = { kind: 'map', entries: [], line: 1 };
  if (!Array.isArray(documents)) return { root: empty, findings: [] };
  const [first, ...others] = documents;
  const mistakes = (first?.errors ?? []).map(({ message, pos: [start] }) => ({
    ...refused('', `is not YAML: ${message}`, 'mend the text'),
    line: lines.linePos(start).line,
  }));
  if (mistakes.length > 0) return { root: empty, findings: mistakes };
  const reader = new Reader(lines, (alias) => (first === undefined ? undefined : alias.resolve(first)));
  const root = first?.contents == null ? empty : reader.read(first.contents);
  const ignored = others
    .filter(({ contents }) => contents != null)
    .map(({ range }) => ({
      ...warned('', 'is a second document, which Loki does not read', 'write one document, without "---" in it'),
      line: lines.linePos(range[0]).line,
    }));
  return { root, findings: [...reader.findings, ...ignored] };
}

class Reader {
  readonly findings: (Finding & { readonly line?: number })[] = [];
  private count = 0;
  /** Anchored nodes that are being read: one of them in itself never ends. */
  private readonly open = new Set<Node>();

  constructor(
    private readonly lines: LineCounter,
    private readonly resolve: (alias: Alias) => Node | undefined,
  ) {}

  read(node: Node | null): ConfigNode {
    const line = this.lineOf(node);
    this.count += 1;
    if (this.count > MOST_NODES)
      return this.give(line, 'has anchors within anchors without end', 'write the values out');
    if (node === null) return { kind: 'scalar', tag: 'null', text: '', line };
    if (isAlias(node)) return this.readAlias(node, line);
    if (isMap(node)) return { kind: 'map', entries: this.entriesOf(node.items as Pair<Node, Node | null>[]), line };
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.read(item as Node | null)), line };
    return isScalar(node)
      ? { kind: 'scalar', ...scalarOf(node), line }
      : this.give(line, 'is no value', 'mend the text');
  }

  private readAlias(alias: Alias, line: number | undefined): ConfigNode {
    const target = this.resolve(alias);
    if (target === undefined)
      return this.give(line, `"*${alias.source}" refers to no anchor`, `write "&${alias.source}" first`);
    if (this.open.has(target)) return this.give(line, `"*${alias.source}" holds itself`, 'write the value out');
    this.open.add(target);
    const value = this.read(target);
    this.open.delete(target);
    return { ...value, line };
  }

  /** The keys of a map, and those of maps merged into it by `<<` that it does not set itself. */
  private entriesOf(pairs: readonly Pair<Node, Node | null>[]): MapEntry[] {
    const own: MapEntry[] = [];
    const merged: MapEntry[] = [];
    for (const { key, value } of pairs) {
      if (isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<' && key.tag === undefined) {
        merged.push(...this.mergedEntries(this.read(value)));
        continue;
      }
      const name = isScalar(key) ? String(key.value ?? '') : '?';
      own.push({ key: name, value: this.read(value), line: this.lineOf(key) });
    }
    const names = new Set(own.map(({ key }) => key));
    return [...merged.filter(({ key }) => !names.has(key)), ...own];
  }

  private mergedEntries(node: ConfigNode): readonly MapEntry[] {
    if (node.kind === 'map') return node.entries;
    if (node.kind === 'list') return node.items.flatMap((item) => this.mergedEntries(item));
    this.give(node.line, '"<<" takes a map, or a list of maps', 'refer to an anchor that is a map');
    return [];
  }

  private give(line: number | undefined, message: string, remedy: string): ConfigNode {
    this.findings.push({ ...refused('', message, remedy), line });
    return { kind: 'scalar', tag: 'env', text: '', line };
  }

  private lineOf(node: Node | null): number | undefined {
    return node?.range == null ? undefined : this.lines.linePos(node.range[0]).line;
  }
}

const TAGS: Readonly<Record<string, ScalarTag>> = {
  'tag:yaml.org,2002:str': 'string',
  'tag:yaml.org,2002:int': 'int',
  'tag:yaml.org,2002:float': 'float',
  'tag:yaml.org,2002:bool': 'bool',
  'tag:yaml.org,2002:null': 'null',
  'tag:yaml.org,2002:timestamp': 'date',
};

function scalarOf({ type, value, tag }: Scalar): { readonly tag: ScalarTag; readonly text: string } {
  const text = String(value ?? '');
  if (tag !== undefined) {
    const asked = TAGS[tag] ?? 'string';
    return { tag: fits(asked, text) ? asked : 'string', text };
  }
  return { tag: type === Scalar.PLAIN || type === undefined ? tagOfPlain(text) : 'string', text };
}

/** Whether a text can be what its tag says. */
function fits(tag: ScalarTag, text: string): boolean {
  switch (tag) {
    case 'int':
      return integerOf(text) !== undefined;
    case 'float':
      return numberOf(text) !== undefined;
    case 'bool':
      return booleanOf(text) !== undefined;
    case 'date':
      return isDate(text);
    case 'null':
      return tagOfPlain(text) === 'null';
    default:
      return true;
  }
}
