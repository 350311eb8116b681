import type { ConfigNode, ScalarTag } from './config-node';
import { readsEnvironment } from './env-references';

/** Deeper than any configuration; whatever holds itself ends here. */
const DEEPEST = 100;

/** A configuration that is a value: what a program reads once it is written as YAML. `undefined` is left out. */
export function readValue(value: unknown, depth = 0): ConfigNode {
  if (depth > DEEPEST) return scalar('string', '…');
  if (value === null || value === undefined) return scalar('null', '');
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => readValue(item, depth + 1)) };
  switch (typeof value) {
    case 'boolean':
      return scalar('bool', String(value));
    case 'number':
      return scalar(
        Number.isInteger(value) ? 'int' : 'float',
        Number.isInteger(value) ? BigInt(value).toString() : String(value),
      );
    case 'bigint':
      return scalar('int', String(value));
    case 'string':
      return scalar(readsEnvironment(value) ? 'env' : 'string', value);
    case 'object':
      if (value instanceof Date) return scalar('date', Number.isNaN(value.getTime()) ? '' : value.toISOString());
      return {
        kind: 'map',
        entries: Object.entries(value)
          .filter(([, item]) => item !== undefined)
          .map(([key, item]) => ({ key, value: readValue(item, depth + 1) })),
      };
    default:
      return scalar('string', `a ${typeof value}`);
  }
}

const scalar = (tag: ScalarTag, text: string): ConfigNode => ({ kind: 'scalar', tag, text });
