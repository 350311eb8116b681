import fc from 'fast-check';
import { reversedKeys } from '../../test/reversed-keys';
import { sortedKeys } from './sorted-keys';

const text = (value: unknown) => JSON.stringify(sortedKeys(value));

test('keys in code-unit order, capitals first, at any depth; lists as they are', () => {
  expect(text({ b: [{ d: 1, c: 2 }, 3, 1], a: { Z: null, _: 1, z: 2, ä: 3 } })).toBe(
    '{"a":{"Z":null,"_":1,"z":2,"ä":3},"b":[{"c":2,"d":1},3,1]}',
  );
});

test('the same text whatever order the keys were written in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(text(reversedKeys(value))).toBe(text(value));
      expect(sortedKeys(value)).toEqual(value);
    }),
  );
});

test('the original keeps its order', () => {
  const value = { b: 1, a: { d: 1, c: 2 } };
  sortedKeys(value);
  expect(JSON.stringify(value)).toBe('{"b":1,"a":{"d":1,"c":2}}');
});
