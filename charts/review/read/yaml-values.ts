import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, Scalar } from 'yaml';
import { booleanOf, integerOf, numberOf, tagOfPlain } from '../../loki/config-check/go-scalars';
import type { PlainMap } from '../plain';

/** The documents of a text, or why it is none. */
export type YamlValues = { readonly values: readonly unknown[] } | { readonly mistake: string; readonly line: number };

/** More nodes than this come of anchors that refer to one another. */
const MOST_NODES = 1_000_000;

/** Reads YAML as kubectl and the programs of the stack do, whose reader knows the words and numbers of YAML 1.1. Never throws. */
export function readYamlValues(text: string): YamlValues {
  try {
    const documents = parseAllDocuments(text, {
      version: '1.1',
      schema: 'failsafe',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    if (!Array.isArray(documents)) return { values: [] };
    for (const { errors } of documents) {
      const [first] = errors;
      if (first !== undefined) return { mistake: firstLine(first.message), line: lineAt(text, first.pos[0]) };
    }
    const values = documents.filter(({ contents }) => contents !== null).map((document) => new Reader(document).value);
    return { values };
  } catch (error) {
    // Anchors without end, or thousands of levels.
    return { mistake: error instanceof Unreadable ? error.message : 'it is nested too deeply', line: 1 };
  }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

class Unreadable extends Error {}

class Reader {
  private count = 0;
  private readonly open = new Set<Node>();

  constructor(private readonly document: Document.Parsed) {}

  get value(): unknown {
    return this.read(this.document.contents);
  }

  private read(node: unknown): unknown {
    this.count += 1;
    if (this.count > MOST_NODES) throw new Unreadable('it has anchors within anchors without end');
    if (isScalar(node)) return scalarValue(node);
    if (isSeq(node)) return node.items.map((item) => this.read(item));
    if (isAlias(node)) return this.readAlias(node);
    return isMap(node) ? this.readMap(node.items) : null;
  }

  private readMap(pairs: readonly { readonly key: unknown; readonly value: unknown }[]): PlainMap {
    const own: Record<string, unknown> = {};
    let merged: Record<string, unknown> | undefined;
    for (const { key, value } of pairs) {
      if (isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<') {
        merged ??= {};
        for (const part of [this.read(value)].flat()) Object.assign(merged, part);
      } else setOwn(own, isScalar(key) ? String(scalarValue(key)) : JSON.stringify(this.read(key)), this.read(value));
    }
    return merged === undefined ? own : { ...merged, ...own };
  }

  private readAlias(alias: Alias): unknown {
    const target = alias.resolve(this.document);
    if (target === undefined) throw new Unreadable(`"*${alias.source}" refers to no anchor`);
    if (this.open.has(target)) throw new Unreadable(`"*${alias.source}" holds itself`);
    this.open.add(target);
    const value = this.read(target);
    this.open.delete(target);
    return value;
  }
}

/** Sets a key of any name: `__proto__` is one too. */
function setOwn(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  } else map[key] = value;
}

const STRING_TAGS: ReadonlySet<string> = new Set(['tag:yaml.org,2002:str', 'tag:yaml.org,2002:binary', '!']);

function scalarValue({ type, value, tag }: Scalar): unknown {
  const text = String(value ?? '');
  const isPlain = type === Scalar.PLAIN || type === undefined;
  if (tag === undefined ? !isPlain : STRING_TAGS.has(tag)) return text;
  switch (tagOfPlain(text)) {
    case 'null':
      return null;
    case 'bool':
      return booleanOf(text) ?? text;
    case 'int': {
      const integer = Number(integerOf(text));
      // Beyond that, numbers that differ would read alike.
      return Number.isSafeInteger(integer) ? integer : text;
    }
    case 'float':
      return numberOf(text) ?? text;
    default:
      return text;
  }
}
