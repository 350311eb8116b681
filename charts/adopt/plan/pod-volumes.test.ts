import fc from 'fast-check';
import type { JsonObject } from '../json';
import type { Handled } from './pod-options';
import { extraMounts, renamedVolumes, withVolumes } from './pod-volumes';

const HANDLED: Handled = {
  volumes: new Map(),
  replacedVolumes: new Set(),
  mountPaths: new Set(),
  args: new Set(),
  env: new Set(),
  ports: {},
};
const handled = (change: Partial<Handled>): Handled => ({ ...HANDLED, ...change });
const empty = (name: string) => ({ name, emptyDir: {} });
const host = (name: string, path: string, type?: string) => ({
  name,
  hostPath: { path, ...(type === undefined ? {} : { type }) },
});
const renamed = (theirs: readonly JsonObject[], ours: readonly JsonObject[], change: Partial<Handled> = {}) => {
  const { added, names } = renamedVolumes({ volumes: theirs }, { volumes: ours }, handled(change));
  return { added, names: Object.fromEntries(names) };
};

test.each<[string, readonly JsonObject[], readonly JsonObject[], Partial<Handled>, object]>([
  ['one that ours has not is added', [empty('a')], [], {}, { added: [empty('a')], names: { a: 'a' } }],
  [
    'one that is handled is ours',
    [empty('a')],
    [empty('b')],
    { volumes: new Map([['a', 'b']]) },
    { added: [], names: { a: 'b' } },
  ],
  ['one that nobody needs goes', [empty('a')], [], { volumes: new Map([['a', undefined]]) }, { added: [], names: {} }],
  [
    'one that shows the same is ours',
    [host('pods', '/var/log/pods')],
    [host('p', '/var/log/pods', 'Directory')],
    {},
    { added: [], names: { pods: 'p' } },
  ],
  ['two empty ones are two', [empty('a')], [empty('b')], {}, { added: [empty('a')], names: { a: 'a' } }],
  [
    'one of the same name that shows the same is ours',
    [empty('a')],
    [empty('a')],
    {},
    { added: [], names: { a: 'a' } },
  ],
  [
    'one of the same name that shows something else gets another',
    [empty('a')],
    [host('a', '/x')],
    {},
    { added: [empty('a-2')], names: { a: 'a-2' } },
  ],
  [
    'and one that is free',
    [empty('a'), empty('a-2')],
    [host('a', '/x')],
    {},
    { added: [empty('a-3'), empty('a-2')], names: { a: 'a-3', 'a-2': 'a-2' } },
  ],
  [
    'one stands in place of ours',
    [host('a', '/y')],
    [empty('a')],
    { replacedVolumes: new Set(['a']) },
    { added: [host('a', '/y')], names: { a: 'a' } },
  ],
])('%s', (_, theirs, ours, change, expected) => expect(renamed(theirs, ours, change)).toEqual(expected));

test('no two volumes of a pod have one name', () => {
  const name = fc.constantFrom('a', 'a-2', 'b', 'c');
  const volume = fc
    .tuple(name, fc.constantFrom('/x', '/y', undefined))
    .map(([each, path]) => (path === undefined ? empty(each) : host(each, path)));
  const pod = fc.uniqueArray(volume, { selector: ({ name: each }) => each, maxLength: 4 });
  fc.assert(
    fc.property(pod, pod, (theirs, ours) => {
      const { added, names } = renamed(theirs, ours);
      const all = [...ours, ...added].map((each) => each.name);
      expect(new Set(all).size).toBe(all.length);
      for (const each of theirs) expect(all).toContain(names[each.name]);
    }),
  );
});

test('mounts go with their volumes', () => {
  const names = new Map([['a', 'b']]);
  expect(
    withVolumes(
      {
        volumeMounts: [
          { name: 'a', mountPath: '/a' },
          { name: 'c', mountPath: '/c' },
        ],
      },
      names,
    ),
  ).toEqual({
    volumeMounts: [
      { name: 'b', mountPath: '/a' },
      { name: 'c', mountPath: '/c' },
    ],
  });
  expect(withVolumes({ image: 'a' }, names)).toEqual({ image: 'a' });
});

test('mounts that ours has are not mounted again', () => {
  const mount = (name: string, mountPath: string, subPath?: string) => ({
    name,
    mountPath,
    ...(subPath === undefined ? {} : { subPath }),
  });
  const theirs = [
    mount('a', '/same/'),
    mount('a', '/other'),
    mount('a', '/part', 'x'),
    mount('a', '/new'),
    mount('a', '/handled'),
    { name: 'a' },
  ];
  const ours = [mount('a', '/same'), mount('b', '/other'), mount('a', '/part')];
  const volumes = { added: [], names: new Map([['a', 'a']]) };
  const found = extraMounts(
    { volumeMounts: theirs },
    { volumeMounts: ours },
    volumes,
    handled({ mountPaths: new Set(['/handled']) }),
  );
  expect(found.map(({ mountPath }) => mountPath)).toEqual(['/other', '/part', '/new']);
});
