import type { BlockNode, StatementNode } from '../syntax/ast';
import type { AttributeSpec, BodySpec } from './tables';
import { ANY, STRING, type Type } from './types';

const attribute = (name: string, type: Type, isRequired = false): [string, AttributeSpec] => [
  name,
  { name, type, isRequired, since: undefined, values: undefined, preset: undefined },
];

const bodyOf = (...attributes: readonly [string, AttributeSpec][]): BodySpec => ({
  attributes: new Map(attributes),
  blocks: new Map(),
});

const BOOL: Type = { kind: 'bool' };

/** The blocks by which configurations are put together, and what stands in them; undefined where that is not judged. */
export const MODULE_BLOCKS: ReadonlyMap<string, BodySpec | undefined> = new Map([
  ['argument', bodyOf(attribute('optional', BOOL), attribute('comment', STRING), attribute('default', ANY))],
  ['export', bodyOf(attribute('value', ANY, true))],
  ['declare', undefined],
  [
    'foreach',
    bodyOf(
      attribute('collection', { kind: 'list', of: ANY }, true),
      attribute('var', STRING, true),
      attribute('enable_metrics', BOOL),
      attribute('hash_string_id', BOOL),
    ),
  ],
  ['import.file', undefined],
  ['import.git', undefined],
  ['import.http', undefined],
  ['import.string', bodyOf(attribute('content', { kind: 'string|secret' }, true))],
]);

/** Configuration blocks of which no more is known here than that they have no label, and come once. */
export const OTHER_CONFIG_BLOCKS: ReadonlySet<string> = new Set(['remotecfg']);

/** What a component takes that a `declare` block makes: its arguments. */
export function declaredBody(body: readonly StatementNode[]): BodySpec {
  return bodyOf(...labelled(body, 'argument').map((block) => attribute(block.label, ANY, !isOptional(block))));
}

/** What a component exports that a `declare` block makes. */
export const declaredExports = (body: readonly StatementNode[]): ReadonlyMap<string, Type> =>
  new Map(labelled(body, 'export').map(({ label }) => [label, ANY]));

const labelled = (body: readonly StatementNode[], name: string): BlockNode[] =>
  body.filter((node): node is BlockNode => node.type === 'block' && node.name === name);

/** Only what is plainly `false`, or not there, makes an argument required. */
const isOptional = ({ body }: BlockNode): boolean =>
  body.some(
    (node) =>
      node.type === 'attribute' &&
      node.name === 'optional' &&
      !(node.value.type === 'literal' && node.value.text === 'false'),
  );
