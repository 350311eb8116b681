import { type Alias, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, Scalar } from 'yaml';
import type { ConfigNode, MapEntry, ScalarTag } from './config-node';
import { readsEnvironment, showReferences } from './env-references';
import { refused } from './finding';
import { booleanOf, floatOf, integerOf, isDate, tagOfPlain } from './go-scalars';
import { type LineFinding, readSource } from './yaml-source';

/** More nodes than this come of anchors that refer to one another. */
const MOST_NODES = 400_000;
/** Go's reader refuses a text of which nearly everything comes of anchors, once it is longer than this. */
const MOST_ALIASED = { nodes: 1000, share: 0.99 } as const;

export interface ReadConfig {
  readonly root: ConfigNode;
  readonly findings: readonly LineFinding[];
}

/**
 * Reads the text of a configuration as Loki and Promtail do; what is no YAML at all has an empty root.
 * @param title what the program is called that reads it
 */
export function readYaml(given: string, title: string): ReadConfig {
  const { document, findings, text, lines } = readSource(given, title);
  const empty: ConfigNode = { kind: 'map', entries: [], line: 1 };
  if (document === undefined) return { root: empty, findings };
  const reader = new Reader(text, lines, (alias) => alias.resolve(document));
  const root = document.contents === null ? empty : reader.read(document.contents as Node);
  return { root, findings: [...findings, ...reader.findings] };
}

class Reader {
  readonly findings: LineFinding[] = [];
  private count = 0;
  private aliased = 0;
  /** Anchored nodes that are being read: one of them in itself never ends. */
  private readonly open = new Set<Node>();
  private brackets = 0;

  constructor(
    private readonly text: string,
    private readonly lines: LineCounter,
    private readonly resolve: (alias: Alias) => Node | undefined,
  ) {}

  read(node: Node | null): ConfigNode {
    const line = this.lineOf(node);
    this.count += 1;
    this.aliased += this.open.size > 0 ? 1 : 0;
    const isBomb = this.count > MOST_ALIASED.nodes && this.aliased / this.count > MOST_ALIASED.share;
    if (isBomb || this.count > MOST_NODES)
      return this.give(line, 'has anchors within anchors without end', 'write the values out');
    if (node === null) return { kind: 'scalar', tag: 'null', text: '', line };
    if (isAlias(node)) return this.readAlias(node, line);
    if (isScalar(node)) return this.readScalar(node, line);
    const isFlow = (isMap(node) || isSeq(node)) && node.flow === true;
    this.brackets += isFlow ? 1 : 0;
    const value: ConfigNode = isMap(node)
      ? { kind: 'map', entries: this.entriesOf(node.items as Pair<Node, Node | null>[]), line }
      : isSeq(node)
        ? { kind: 'list', items: node.items.map((item) => this.read(item as Node | null)), line }
        : this.give(line, 'is no value', 'mend the text');
    this.brackets -= isFlow ? 1 : 0;
    return value;
  }

  private readScalar(node: Scalar, line: number | undefined): ConfigNode {
    const value = showReferences(String(node.value ?? ''));
    const [from = 0, to = 0] = node.range ?? [];
    const source = showReferences(this.text.slice(from, to));
    if (node.type === Scalar.QUOTE_DOUBLE && /(?<!\\)(?:\\\\)*\\(?:\/|u[dD][89a-fA-F])/.test(source))
      return this.give(line, 'holds an escape that Go does not know', 'write the character itself');
    if (this.brackets > 0 && node.type === Scalar.PLAIN && value.includes('?'))
      return this.give(line, `"${value}" has a "?" within brackets`, 'write it in quotes');
    const { tag } = node;
    if (tag === undefined) {
      const isPlain = node.type === Scalar.PLAIN || node.type === undefined;
      const isFilledIn = readsEnvironment(value);
      return {
        kind: 'scalar',
        tag: isPlain ? tagOfPlain(value) : isFilledIn ? 'env' : 'string',
        text: value,
        line,
        source,
      };
    }
    if (tag === 'tag:yaml.org,2002:binary') return this.readBinary(value, line);
    const asked = TAGS[tag] ?? 'string';
    return fits(asked, value)
      ? { kind: 'scalar', tag: asked, text: value, line }
      : this.give(line, `is not what its tag "!!${tag.replace(/^.*:/, '')}" says`, 'take the tag out');
  }

  private readBinary(value: string, line: number | undefined): ConfigNode {
    const base64 = value.replace(/\s/g, '');
    return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)
      ? { kind: 'scalar', tag: 'string', text: Buffer.from(base64, 'base64').toString('utf8'), line }
      : this.give(line, 'is not base64, as its tag "!!binary" says', 'take the tag out');
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
    const merged = new Map<string, MapEntry>();
    for (const { key, value } of pairs) {
      if (isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<' && key.tag === undefined) {
        for (const entry of this.mergedEntries(this.read(value))) merged.set(entry.key, entry);
        continue;
      }
      const name = this.read(key);
      if (name.kind === 'scalar') own.push({ key: name.text, value: this.read(value), line: this.lineOf(key) });
      else this.give(this.lineOf(key), 'has a key that is no text', 'write a text, in quotes if it has brackets');
    }
    for (const { key } of own) merged.delete(key);
    return [...merged.values(), ...own];
  }

  /** Of maps in a list the first counts. */
  private mergedEntries(node: ConfigNode): readonly MapEntry[] {
    if (node.kind === 'map') return node.entries;
    if (node.kind === 'list') return [...node.items].reverse().flatMap((item) => this.mergedEntries(item));
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

/** Whether a text can be what its tag says. */
function fits(tag: ScalarTag, text: string): boolean {
  switch (tag) {
    case 'int':
      return integerOf(text) !== undefined;
    case 'float':
      return integerOf(text) !== undefined || floatOf(text) !== undefined;
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
