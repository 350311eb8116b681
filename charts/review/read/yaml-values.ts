import { isAlias, isMap, isNode, isScalar, isSeq, type Node, parseAllDocuments, Scalar } from 'yaml';
import { booleanOf, integerOf, numberOf, tagOfPlain } from '../../config-check/go-scalars';
import { isTooDeep, mapOf, type PlainMap } from '../plain';

/** The documents of a text, or why it is none. */
export type YamlValues = { readonly values: readonly unknown[] } | { readonly mistake: string; readonly line: number };

/** More values than this come of anchors that refer to one another. */
const MOST_ALIASED = 100_000;

const TOO_DEEP: YamlValues = { mistake: 'it is nested too deeply', line: 1 };

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
      if (first !== undefined) return { mistake: withoutText(first.message), line: lineAt(text, first.pos[0]) };
    }
    const values = documents.flatMap(({ contents }) => (contents === null ? [] : [new Reader().read(contents)]));
    return values.some((value) => isTooDeep(value)) ? TOO_DEEP : { values };
  } catch (error) {
    // Anchors without end, or thousands of levels.
    return error instanceof Unreadable ? { mistake: error.message, line: 1 } : TOO_DEEP;
  }
}

/** What is wrong, without the text in which it is, which may be a Secret's. */
const withoutText = (message: string): string => message.split(/: |\n/)[0] ?? '';

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

class Unreadable extends Error {}

class Reader {
  private aliased = 0;
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();

  read(node: unknown): unknown {
    this.aliased += this.open.size > 0 ? 1 : 0;
    if (this.aliased > MOST_ALIASED) throw new Unreadable('it has anchors within anchors without end');
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return scalarValue(node);
    if (isSeq(node)) return node.items.map((item) => this.read(item));
    if (isAlias(node)) return this.readAlias(node.source);
    return isMap(node) ? this.readMap(node.items) : null;
  }

  /** As Go's reader does it, what stands last wins, be it a key or what is merged in by `<<`; of a list of maps the first. */
  private readMap(pairs: readonly { readonly key: unknown; readonly value: unknown }[]): PlainMap {
    const map: Record<string, unknown> = {};
    for (const { key, value } of pairs) {
      if (isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<') {
        for (const part of [this.read(value)].flat().reverse()) {
          for (const [name, merged] of Object.entries(mapOf(part))) setOwn(map, name, merged);
        }
      } else setOwn(map, isScalar(key) ? String(scalarValue(key)) : JSON.stringify(this.read(key)), this.read(value));
    }
    return map;
  }

  private readAlias(name: string): unknown {
    const target = this.anchors.get(name);
    if (target === undefined) throw new Unreadable(`"*${name}" refers to no anchor`);
    if (this.open.has(target)) throw new Unreadable(`"*${name}" holds itself`);
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

const STRING_TAGS: ReadonlySet<string> = new Set(['tag:yaml.org,2002:str', '!']);
const BINARY_TAG = 'tag:yaml.org,2002:binary';

function scalarValue({ type, value, tag }: Scalar): unknown {
  const text = String(value ?? '');
  const isPlain = type === Scalar.PLAIN || type === undefined;
  if (tag === BINARY_TAG) return Buffer.from(text, 'base64').toString('utf8');
  if (tag === undefined ? !isPlain : STRING_TAGS.has(tag)) return text;
  switch (tagOfPlain(text)) {
    case 'null':
      return null;
    case 'bool':
      return booleanOf(text) ?? text;
    case 'int': {
      const integer = integerOf(text);
      // Beyond what a number holds exactly, two that differ would read alike.
      return integer !== undefined && String(Number(integer)) === String(integer) ? Number(integer) : text;
    }
    case 'float':
      return numberOf(text) ?? text;
    default:
      return text;
  }
}
