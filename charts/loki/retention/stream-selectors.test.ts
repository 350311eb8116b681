import fc from 'fast-check';
import { isSameSelector, mayOverlap } from './stream-selectors';

describe('two selectors are the same', () => {
  test.each([
    ['{a="b"}', '{ a = "b" }'],
    ['{a="b", c=~"d|e"}', '{c=~"d|e",a="b"}'],
    ['{a="b\\"c"}', '{a=`b"c`}'],
    ['{a="b"}', '{a="b",}'],
  ])('%s and %s', (a, b) => expect(isSameSelector(a, b)).toBe(true));

  test.each([
    ['{a="b"}', '{a="c"}'],
    ['{a="b"}', '{a=~"b"}'],
    ['{a="b"}', '{a="b",c="d"}'],
    ['{a="b, c=d"}', '{a="b",c="d"}'],
  ])('but not %s and %s', (a, b) => expect(isSameSelector(a, b)).toBe(false));
});

describe('one stream may fit', () => {
  test.each([
    ['{a="b"}', '{c="d"}'],
    ['{a="b"}', '{a="b",c="d"}'],
    ['{a="b"}', '{a=~"b|c"}'],
    ['{a=~"b.*"}', '{a="c"}'], // nobody looks into patterns
    ['{a!="b"}', '{a!="c"}'],
    ['{a!="b"}', '{a="c"}'],
  ])('%s and %s', (a, b) => expect(mayOverlap(a, b)).toBe(true));

  test.each([
    ['{a="b"}', '{a="c"}'],
    ['{a="b",c="d"}', '{c="e",a="b"}'],
    ['{a=~"b|c"}', '{a=~"d|e"}'],
    ['{a="b"}', '{a!="b"}'],
    ['{a=~"b|c"}', '{a!~"c|b|d"}'],
    ['{a=""}', '{a="b"}'],
  ])('but not %s and %s', (a, b) => {
    expect(mayOverlap(a, b)).toBe(false);
    expect(mayOverlap(b, a)).toBe(false);
  });
});

test('no two that are told apart have a stream in common', () => {
  type Condition = readonly [label: string, operator: string, value: string];
  const labels = ['a', 'b'];
  const values = ['', 'x', 'y', 'z'];
  const condition = fc.oneof(
    fc.tuple(fc.constantFrom(...labels), fc.constantFrom('=', '!='), fc.constantFrom(...values)),
    fc.tuple(fc.constantFrom(...labels), fc.constantFrom('=~', '!~'), fc.constantFrom('x|y', 'z', '.+', 'x?', '|y')),
  );
  const written = (conditions: readonly Condition[]) =>
    `{${conditions.map(([label, operator, value]) => `${label}${operator}"${value}"`).join()}}`;
  const fits = (stream: Readonly<Record<string, string>>, conditions: readonly Condition[]) =>
    conditions.every(([label, operator, value]) => {
      const has = operator.endsWith('~')
        ? new RegExp(`^(?:${value})$`).test(stream[label] ?? '')
        : stream[label] === value;
      return has !== operator.startsWith('!');
    });
  const streams = values.flatMap((a) => values.map((b) => ({ a, b })));
  const selector = fc.array(condition, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(selector, selector, (one, other) => {
      const common = streams.filter((stream) => fits(stream, one) && fits(stream, other));
      if (!mayOverlap(written(one), written(other))) expect(common).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
