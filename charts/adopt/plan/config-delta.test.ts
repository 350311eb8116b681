import fc from 'fast-check';
import { type ConfigMapping, type ConfigValue, mergeConfig } from '../../kubernetes/merge';
import { isSame } from '../json';
import { configDelta, withoutNulls } from './config-delta';

const key = fc.constantFrom('a', 'b', 'c', 'constructor', 'x.y');
const { value } = fc.letrec<{ value: ConfigValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<ConfigValue>(null, 0, 1, '', 'x', true, false),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const mapping = fc.dictionary(key, value, { maxKeys: 4 }) as fc.Arbitrary<ConfigMapping>;
const clean = mapping.map((each) => (withoutNulls(each) ?? {}) as ConfigMapping);

test('laid over ours it comes to theirs', () => {
  fc.assert(
    fc.property(clean, clean, (ours, theirs) => {
      expect(mergeConfig(ours, configDelta(ours, theirs))).toEqual(theirs);
    }),
    { numRuns: 500 },
  );
});

test('it is nothing exactly where both are the same, and says nothing that is so anyhow', () => {
  fc.assert(
    fc.property(clean, clean, (ours, theirs) => {
      const delta = configDelta(ours, theirs);
      expect(Object.keys(delta).length === 0).toBe(isSame(ours, theirs));
      for (const name of Object.keys(delta)) expect(isSame(ours[name], theirs[name])).toBe(false);
    }),
  );
});

test('what they have not is taken away, and lists are replaced', () => {
  const ours = { server: { port: 1, level: 'info' }, limits: { rate: 4 }, list: [1, 2], same: { a: 1 } };
  const theirs = { server: { port: 1, level: 'warn' }, list: [2], same: { a: 1 }, more: {} };
  expect(configDelta(ours, theirs)).toEqual({ server: { level: 'warn' }, list: [2], more: {}, limits: null });
});

test.each<[ConfigValue, ConfigValue | undefined]>([
  [null, undefined],
  [{ a: null, b: { c: null } }, {}],
  [{ a: {} }, { a: {} }],
  [
    { a: [], b: '' },
    { a: [], b: '' },
  ],
  [
    [null, { a: null }],
    [null, {}],
  ],
  [{ stages: [{ cri: {} }] }, { stages: [{ cri: {} }] }],
])('without nulls %j is %j', (config, expected) => expect(withoutNulls(config)).toEqual(expected));
