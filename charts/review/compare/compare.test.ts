import fc from 'fast-check';
import { isEqual } from '../plain';
import { compare } from './compare';
import { extendPath, type Meaning } from './difference';
import { gapsBetween } from './sequence';

const LITERAL: Meaning = {
  ignores: () => false,
  isSame: () => false,
  opens: () => false,
  isSet: (shape) => shape.endsWith('verbs'),
  keepsOrder: (shape) => shape.endsWith('env'),
};

/** `path: old → new` of every difference. */
const found = (old: unknown, now: unknown, meaning = LITERAL): string[] =>
  compare(old, now, meaning).map(
    ({ path, old: was, new: is }) => `${path}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`,
  );

test.each<[string, unknown, unknown, readonly string[]]>([
  ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ['null and nothing', { a: null }, {}, []],
  ['what changed, came and went', { a: 1, b: 2 }, { a: 3, c: 4 }, ['a: 1 → 3', 'c: undefined → 4', 'b: 2 → undefined']],
  ['a value of another sort', { a: [1] }, { a: { b: 1 } }, ['a: [1] → {"b":1}']],
  [
    'items by their names',
    { c: [{ name: 'a', x: 1 }, { name: 'b' }] },
    { c: [{ name: 'b' }, { name: 'a', x: 2 }] },
    ['c[a].x: 1 → 2'],
  ],
  [
    'items that came and went',
    { c: [{ name: 'a' }, { name: 'b' }] },
    { c: [{ name: 'b' }, { name: 'd' }] },
    ['c[d]: undefined → {"name":"d"}', 'c[a]: {"name":"a"} → undefined'],
  ],
  [
    'the order of items where that counts',
    { env: [{ name: 'a' }, { name: 'b' }] },
    { env: [{ name: 'b' }, { name: 'a' }] },
    ['env: ["a","b"] → ["b","a"]'],
  ],
  ['sets', { verbs: ['get', 'list'] }, { verbs: ['list', 'get', 'get'] }, []],
  ['items without names, one of which is new', { a: [1, 2, 3] }, { a: [1, 9, 2, 3] }, ['a[1]: undefined → 9']],
  [
    'items without names, one of which is another',
    {
      a: [
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ],
    },
    {
      a: [
        { x: 1, y: 1 },
        { x: 1, y: 3 },
      ],
    },
    ['a[1].y: 2 → 3'],
  ],
  [
    'items of which two have one name, which then is none',
    {
      a: [
        { name: 'x', v: 1 },
        { name: 'x', v: 2 },
      ],
    },
    {
      a: [
        { name: 'x', v: 1 },
        { name: 'x', v: 3 },
      ],
    },
    ['a[1].v: 2 → 3'],
  ],
  [
    'panels by their titles',
    {
      panels: [
        { id: 1, title: 'Logs', type: 'logs' },
        { id: 2, title: 'Rate' },
      ],
    },
    {
      panels: [
        { id: 2, title: 'Rate' },
        { id: 1, title: 'Logs', type: 'table' },
      ],
    },
    ['panels[Logs].type: "logs" → "table"'],
  ],
  [
    'panels of one title by their numbers',
    {
      panels: [
        { id: 1, title: 'Logs' },
        { id: 2, title: 'Logs' },
      ],
    },
    {
      panels: [
        { id: 1, title: 'Logs', x: 1 },
        { id: 2, title: 'Logs' },
      ],
    },
    ['panels[1].x: undefined → 1'],
  ],
])('%s', (_, old, now, expected) => expect(found(old, now)).toEqual(expected));

test.each([
  ['', 'a', 'a'],
  ['a', 'b', 'a.b'],
  ['a', 'b.c/d', 'a["b.c/d"]'],
  ['a', 0, 'a[0]'],
  ['a', { item: '/etc/loki' }, 'a[/etc/loki]'],
  ['a', { item: 'x y' }, 'a["x y"]'],
])('a path %j goes on with %j as %s', (path, step, expected) => expect(extendPath(path, step)).toBe(expected));

/** Without null, which is nothing. */
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value), (_, part) => part ?? 0) as unknown);

test('nothing differs from its copy', () => {
  fc.assert(fc.property(json, (value) => expect(found(value, structuredClone(value))).toEqual([])));
});

test('what differs is found from either side, and nothing else', () => {
  fc.assert(
    fc.property(json, json, (old, now) => {
      const isSame = isEqual(old, now);
      expect([compare(old, now, LITERAL).length === 0, compare(now, old, LITERAL).length === 0]).toEqual([
        isSame,
        isSame,
      ]);
    }),
  );
});

test('what lies between the gaps of two lists is the same', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (old, now) => {
      const gaps = gapsBetween(old, now, (a, b) => a === b);
      const rebuilt: string[] = [];
      let position = 0;
      for (const gap of gaps) {
        rebuilt.push(...old.slice(position, gap.oldStart));
        expect(gap.old).toEqual(old.slice(gap.oldStart, gap.oldStart + gap.old.length));
        expect(rebuilt).toHaveLength(gap.newStart);
        rebuilt.push(...gap.new);
        position = gap.oldStart + gap.old.length;
      }
      expect([...rebuilt, ...old.slice(position)]).toEqual(now);
    }),
  );
});
