import fc from 'fast-check';
import { type ConfigMapping, type ConfigValue, mergeConfig } from './merge';

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const { mapping } = fc.letrec<{ value: ConfigValue; mapping: ConfigMapping }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(scalar, { maxLength: 3 }), tie('mapping')),
  // Few keys, so that two mappings share some; `constructor` is one that every object inherits.
  mapping: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'), tie('value'), { maxKeys: 4 }),
}));

describe('what a user wrote, laid over ours', () => {
  test.each<[string, ConfigMapping, ConfigMapping, ConfigMapping]>([
    ['mappings are merged', { a: { b: 1, c: 2 } }, { a: { c: 3, d: 4 } }, { a: { b: 1, c: 3, d: 4 } }],
    ['lists are replaced', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['null takes one of ours away', { a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
    ['null for what we do not have', { a: 1 }, { b: null, c: { d: null } }, { a: 1, c: {} }],
    ['undefined says nothing', { a: 1 }, { a: undefined }, { a: 1 }],
    ['a mapping in place of a value', { a: 1 }, { a: { b: 2 } }, { a: { b: 2 } }],
    ['a value in place of a mapping', { a: { b: 2 } }, { a: 1 }, { a: 1 }],
    ['nothing is taken for missing', { a: 1, b: true, c: 'd' }, { a: 0, b: false, c: '' }, { a: 0, b: false, c: '' }],
    ['a key that every object inherits', { a: 1 }, { constructor: { b: 2 } }, { a: 1, constructor: { b: 2 } }],
    ['ours that every object inherits', { toString: 'a' }, {}, { toString: 'a' }],
  ])('%s', (_, ours, theirs, expected) => {
    expect(mergeConfig(ours, theirs)).toEqual(expected);
  });
});

test('nothing over something changes nothing, and something over nothing is that', () => {
  fc.assert(
    fc.property(mapping, (config) => {
      expect(mergeConfig(config, {})).toEqual(config);
      expect(mergeConfig({}, config)).toEqual(config);
      expect(mergeConfig(config)).toEqual(config);
    }),
  );
});

test('twice is as good as once', () => {
  fc.assert(
    fc.property(mapping, mapping, (ours, theirs) => {
      const once = mergeConfig(ours, theirs);
      expect(mergeConfig(once, theirs)).toEqual(once);
    }),
  );
});

test('null for each key takes all away', () => {
  fc.assert(
    fc.property(mapping, (config) => {
      const nothing = Object.fromEntries(Object.keys(config).map((key) => [key, null]));
      expect(mergeConfig(config, nothing)).toEqual({});
    }),
  );
});

test('neither side is changed', () => {
  fc.assert(
    fc.property(mapping, mapping, (ours, theirs) => {
      const before = JSON.stringify([ours, theirs]);
      mergeConfig(ours, theirs);
      expect(JSON.stringify([ours, theirs])).toBe(before);
    }),
  );
});
