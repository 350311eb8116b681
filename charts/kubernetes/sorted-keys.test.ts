import fc from 'fast-check';
import { sortedKeys } from './sorted-keys';

const text = (value: unknown) => JSON.stringify(sortedKeys(value));

test('keys in code-unit order, capitals first, at any depth; lists as they are', () => {
  expect(text({ b: [{ d: 1, c: 2 }, 3, 1], a: { Z: null, _: 1, z: 2, ä: 3 } })).toBe(
    '{"a":{"Z":null,"_":1,"z":2,"ä":3},"b":[{"c":2,"d":1},3,1]}',
  );
});

test('the same text whatever order the keys were written in', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, reversed(item)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(text(reversed(value))).toBe(text(value));
      expect(sortedKeys(value)).toEqual(value);
    }),
  );
});

test('the original keeps its order', () => {
  const value = { b: 1, a: { d: 1, c: 2 } };
  sortedKeys(value);
  expect(JSON.stringify(value)).toBe('{"b":1,"a":{"d":1,"c":2}}');
});
