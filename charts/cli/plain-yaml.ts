import type { Problem } from '../kubernetes/problem';
import { type ConfigNode, joinPath } from '../loki/config-check/config-node';
import { booleanOf, integerOf, numberOf } from '../loki/config-check/go-scalars';
import { readYaml } from '../loki/config-check/read-yaml';

export interface PlainYaml {
  /** What the text says, as plain data: of repeated keys the last. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Reads YAML as Promtail does, with the words of YAML 1.1: `yes` is true, `0755` octal, a date a text. */
export function readPlainYaml(text: string): PlainYaml {
  const { root, findings } = readYaml(text);
  const problems: Problem[] = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message, remedy, line = 1 }) => ({ path: path === '' ? `line ${line}` : path, message, remedy }));
  return { value: plainOf(root, '', problems), problems };
}

function plainOf(node: ConfigNode, path: string, problems: Problem[]): unknown {
  if (node.kind === 'list') return node.items.map((item, index) => plainOf(item, `${path}[${index}]`, problems));
  if (node.kind === 'scalar') return scalarOf(node.tag, node.text);
  const plain: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) {
    const own = joinPath(path, key);
    if (key in plain) problems.push({ path: own, message: 'is written twice', remedy: 'keep one of the two' });
    plain[key] = plainOf(value, own, problems);
  }
  return plain;
}

function scalarOf(tag: string, text: string): unknown {
  switch (tag) {
    case 'null':
      return null;
    case 'bool':
      return booleanOf(text) ?? text;
    case 'float':
      return numberOf(text) ?? (/nan/i.test(text) ? Number.NaN : text.startsWith('-') ? -Infinity : Infinity);
    case 'int': {
      const integer = integerOf(text) ?? 0n;
      return BigInt(Number(integer)) === integer ? Number(integer) : integer;
    }
    default:
      return text;
  }
}
