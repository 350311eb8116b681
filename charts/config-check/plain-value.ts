import { type ConfigNode, joinPath } from './config-node';
import { booleanOf, integerOf, numberOf } from './go-scalars';

/** What a node says, as plain data: of repeated keys the last. `repeated` is told the path of each that is written again. */
export function plainOf(node: ConfigNode, path: string, repeated: (path: string) => void): unknown {
  if (node.kind === 'list') return node.items.map((item, index) => plainOf(item, `${path}[${index}]`, repeated));
  if (node.kind === 'scalar') return scalarOf(node.tag, node.text);
  const plain: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) {
    const own = joinPath(path, key);
    if (key in plain) repeated(own);
    plain[key] = plainOf(value, own, repeated);
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
