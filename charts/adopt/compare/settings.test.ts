import fc from 'fast-check';
import { leavesOf } from '../../../test/release-accounts';
import type { ConfigValue } from '../../kubernetes/merge';
import type { Json } from '../json';
import { settingsOf } from './settings';

const paths = (value: Json): string[] => [...settingsOf(value).keys()];

test.each<[string, Json, readonly string[]]>([
  ['keys', { a: { b: 1, 'c.d/e': 2 } }, ['a.b', 'a["c.d/e"]']],
  [
    'containers by name',
    { containers: [{ name: 'loki', image: 'x' }] },
    ['containers[loki].name', 'containers[loki].image'],
  ],
  [
    'mounts by path, since a volume may be mounted twice',
    {
      mounts: [
        { name: 'a', mountPath: '/x' },
        { name: 'a', mountPath: '/y' },
      ],
    },
    ['mounts[/x].name', 'mounts[/x].mountPath', 'mounts[/y].name', 'mounts[/y].mountPath'],
  ],
  ['ports by number', { ports: [{ port: 80 }, { containerPort: 90 }] }, ['ports[80].port', 'ports[90].containerPort']],
  ['claims by their metadata', [{ metadata: { name: 'storage' } }], ['[storage].metadata.name']],
  ['periods by their day', { configs: [{ from: '2024-01-01' }] }, ['configs[2024-01-01].from']],
  ['arguments by option', { args: ['-a=1', '--b.c=2', 'd'] }, ['args[a]', 'args[b.c]', 'args[2]']],
  ['and by the word before', { args: ['--password', 'x', '-v'] }, ['args[0]', 'args[password]', 'args[2]']],
  [
    'lists whose order says nothing by item',
    { drop: ['ALL'], verbs: ['get', 'list'] },
    ['drop[ALL]', 'verbs[get]', 'verbs[list]'],
  ],
  ['by position where two have one name', [{ name: 'a' }, { name: 'a' }], ['[0].name', '[1].name']],
  ['what is empty', { a: {}, b: [] }, ['a']],
])('%s', (_, value, expected) => expect(paths(value)).toEqual(expected));

test('an order that means nothing makes no difference', () => {
  const one = settingsOf({
    env: [
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ],
    args: ['-a=1', '-b=2'],
  });
  const other = settingsOf({
    env: [
      { name: 'b', value: '2' },
      { name: 'a', value: '1' },
    ],
    args: ['-b=2', '-a=1'],
  });
  expect(new Map([...one].sort())).toEqual(new Map([...other].sort()));
});

test('every plain value is one setting: none is lost, none stands for two', () => {
  const item = fc.oneof(
    fc.record({ name: fc.constantFrom('a', 'b'), value: fc.integer() }, { requiredKeys: [] }),
    fc.constantFrom('-a=1', '--a', 'b', 1, null),
  );
  const { tree } = fc.letrec<{ tree: ConfigValue }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.array(item, { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'args', 'x.y', 'verbs'), tie('tree'), { maxKeys: 3 }),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const isEmptyList = (each: unknown) => Array.isArray(each) && each.length === 0;
      const leaves = leavesOf(value).filter(([, leaf]) => !isEmptyList(leaf));
      // Of a set that says a thing twice, once is enough.
      const repeated = leaves.length - settingsOf(value).size;
      const isSet = leaves.some(([way]) => way.includes('verbs'));
      expect(isSet ? Math.min(repeated, 0) : repeated).toBe(0);
    }),
  );
});
