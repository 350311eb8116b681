import type { BlockNode } from '../syntax/ast';
import { declaredExports, MODULE_BLOCKS } from './module-blocks';
import type { Scope } from './scope';
import { tables } from './tables';
import { ANY, STRING, type Type } from './types';

const SECRET: Type = { kind: 'secret' };

const NOTHING: ReadonlyMap<string, Type> = new Map();

/** What others may take from a block; undefined when that is not known. */
export function exportsOf(block: BlockNode, scope: Scope): ReadonlyMap<string, Type> | undefined {
  const { name } = block;
  if (name === 'argument') return new Map([['value', ANY]]);
  const declared = scope.declaredBody(name);
  if (declared !== undefined) return declaredExports(declared);
  const known = tables().components.get(name);
  if (known === undefined) return MODULE_BLOCKS.has(name) ? NOTHING : undefined;
  const whether = isSecret(block);
  if (whether === undefined) return known.exports;
  return new Map([...known.exports].map(([of, type]) => [of, decided(type, whether)]));
}

/** Whether what is exported as a string or a secret is a secret; undefined when that is known only where Alloy runs. */
function isSecret({ name, body }: BlockNode): boolean | undefined {
  if (name === 'remote.kubernetes.secret') return true;
  if (name === 'remote.kubernetes.configmap') return false;
  const said = body.find((node) => node.type === 'attribute' && node.name === 'is_secret');
  if (said === undefined) return false;
  const value = said.type === 'attribute' && said.value.type === 'literal' ? said.value.text : '';
  return value === 'true' || (value === 'false' ? false : undefined);
}

function decided(type: Type, whether: boolean): Type {
  if (type.kind === 'map') return { kind: 'map', of: decided(type.of, whether) };
  if (type.kind !== 'string|secret') return type;
  return whether ? SECRET : STRING;
}
