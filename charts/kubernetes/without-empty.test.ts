import fc from 'fast-check';
import { withoutEmpty } from './without-empty';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => ({ value }));

test('drops what an API server would drop, at any depth', () => {
  const object = {
    a: undefined,
    b: null,
    c: {},
    d: [],
    e: { f: { g: [] } },
    h: [{ i: null, j: 1 }],
    k: [null, undefined],
  };
  expect(withoutEmpty(object)).toEqual({ h: [{ j: 1 }] });
});

test.each([false, 0, ''])('keeps %p', (value) => {
  expect(withoutEmpty({ a: value, b: [value], c: { d: value } })).toEqual({ a: value, b: [value], c: { d: value } });
});

test.each(['emptyDir', 'labelSelector', 'namespaceSelector', 'podSelector', 'selector'])(
  'keeps an empty %s, which means something',
  (key) => {
    expect(withoutEmpty({ [key]: {} })).toEqual({ [key]: {} });
    expect(withoutEmpty({ [key]: { matchLabels: {} } })).toEqual({ [key]: {} });
    expect(withoutEmpty({ [key]: undefined, a: { [key]: null } })).toEqual({});
  },
);

test('keeps the place of an empty object in a list', () => {
  expect(withoutEmpty({ ingress: [{}], egress: [{ a: null }, [{}], []] })).toEqual({
    ingress: [{}],
    egress: [{}, [{}], []],
  });
});

test('keeps what is no plain data as it is', () => {
  const value = new Date(0);
  expect(withoutEmpty({ value })).toEqual({ value });
});

test('takes plain objects without a prototype', () => {
  expect(withoutEmpty({ a: Object.assign(Object.create(null), { b: null }) })).toEqual({});
});

test('once is enough', () => {
  fc.assert(
    fc.property(json, (object) => {
      const once = withoutEmpty(object);
      expect(withoutEmpty(once)).toEqual(once);
    }),
  );
});

test('loses no text, number or switch, keeps their order, and leaves the original alone', () => {
  const scalars = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalars) : value === null ? [] : [value];
  fc.assert(
    fc.property(json, (object) => {
      const before = JSON.stringify(object);
      expect(scalars(withoutEmpty(object))).toEqual(scalars(object));
      expect(JSON.stringify(object)).toBe(before);
    }),
  );
});
