import { Lazy } from 'cdk8s';
import {
  either,
  flag,
  kindOf,
  listOf,
  mapOf,
  mapping,
  objectOf,
  openObject,
  plain,
  type Shape,
  scalar,
  text,
} from './shape';

/** What of a value fits, and what is said of the rest. */
function read(shape: Shape, value: unknown): { readonly fits: unknown; readonly refused: readonly string[] } {
  const refused: string[] = [];
  const fits = shape(value, '', ({ path, message, remedy }) => refused.push(`${path}: ${message} → ${remedy}`));
  return { fits, refused };
}

interface Volume {
  readonly name: string;
  readonly size?: string;
  readonly isShared?: boolean;
}
const VOLUME = objectOf<Volume>({ name: text, size: scalar, isShared: flag }, ['name']);

describe('an object of a type of ours', () => {
  test.each<[object, object]>([
    [{ name: 'a' }, { name: 'a' }],
    [
      { name: 'a', size: 5, isShared: false },
      { name: 'a', size: 5, isShared: false },
    ],
    [{ name: 'a', size: undefined, other: undefined }, { name: 'a' }],
  ])('%j fits', (value, fits) => {
    expect(read(VOLUME, value)).toEqual({ fits, refused: [] });
  });

  test.each<[unknown, unknown, string]>([
    ['a', undefined, ': "a" is not an object → write { … }'],
    [[], undefined, ': a list is not an object → write { … }'],
    [{ name: 'a', sise: 5 }, { name: 'a' }, 'sise: there is no "sise" here → did you mean "size"?'],
    [{ name: 'a', x: 5 }, { name: 'a' }, 'x: there is no "x" here → use one of name, size, isShared'],
    [{ name: 'a', isShared: 'no' }, { name: 'a' }, 'isShared: "no" is not true or false → write true or false'],
    [
      { name: 'a', size: {} },
      { name: 'a' },
      'size: an object is not a single value → write text, a number, true or false',
    ],
    [{ size: 5 }, undefined, 'name: is missing → write it'],
    [{ name: 5 }, undefined, 'name: 5 is not text → write "5"'],
    [{ name: null }, undefined, 'name: null is not text → write text between quotes'],
    [{ name: ['a'] }, undefined, 'name: a list is not text → write text between quotes'],
  ])('%j does not, or not all of it', (value, fits, problem) => {
    expect(read(VOLUME, value)).toEqual({ fits, refused: [problem] });
  });
});

test('an object of a type of Kubernetes keeps what is not known of it', () => {
  const shape = openObject({ name: text }, ['name']);
  expect(read(shape, { name: 'a', newer: [1] })).toEqual({ fits: { name: 'a', newer: [1] }, refused: [] });
  expect(read(shape, { newer: [1] })).toEqual({ fits: undefined, refused: ['name: is missing → write it'] });
});

test('a list fits as a whole or not at all', () => {
  expect(read(listOf(text), ['a', 'b'])).toEqual({ fits: ['a', 'b'], refused: [] });
  expect(read(listOf(text), ['a', 1, null])).toEqual({
    fits: undefined,
    refused: ['[1]: 1 is not text → write "1"', '[2]: null is not text → write text between quotes'],
  });
  expect(read(listOf(text), { length: 0 })).toEqual({
    fits: undefined,
    refused: [': an object is not a list → write [ … ]'],
  });
});

test('an object with keys of any name loses what does not fit', () => {
  expect(read(mapOf(text), { a: 'b', 'example.com/c': 1 })).toEqual({
    fits: { a: 'b' },
    refused: ['["example.com/c"]: 1 is not text → write "1"'],
  });
});

test('a kind of thing is told by its type', () => {
  const shape = kindOf<{ type: 'a' } | { type: 'b' }>('kind of thing', { a: mapping, b: VOLUME });
  expect(read(shape, { type: 'a', x: 1 })).toEqual({ fits: { type: 'a', x: 1 }, refused: [] });
  for (const type of ['c', 'toString']) {
    expect(read(shape, { type }).refused).toEqual([`type: "${type}" is not a kind of thing → write "a" or "b"`]);
  }
  expect(read(shape, {}).refused).toEqual(['type: undefined is not a kind of thing → write "a" or "b"']);
});

test('one choice stands for itself', () => {
  expect(read(either(false, mapping), false)).toEqual({ fits: false, refused: [] });
  expect(read(either(false, mapping), true).refused).toEqual([': true is not an object → write { … }']);
});

describe('plain data', () => {
  const lazy = Lazy.any({ produce: () => 1 });
  const data = { a: [1, 'b', true, null, { c: [] }], d: lazy, e: Object.assign(Object.create(null), { f: 1 }) };

  test('is all that JSON has, and what cdk8s makes of its own', () => {
    expect(read(plain, data)).toEqual({ fits: data, refused: [] });
  });

  test.each<[unknown, string]>([
    [() => 1, 'a function'],
    [Symbol('s'), 'a symbol'],
    [1n, '1'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [new Date(0), 'a Date'],
    [new Map(), 'a Map'],
  ])('is not %p, wherever it stands', (value, shown) => {
    expect(read(plain, { a: { b: value }, c: 1 })).toEqual({
      fits: { a: {}, c: 1 },
      refused: [`a.b: ${shown} is not plain data → write text, a number, true, false, a list or an object`],
    });
  });

  test('has no key that is none', () => {
    expect(read(plain, JSON.parse('{ "a": { "__proto__": { "b": 1 } } }'))).toEqual({
      fits: {},
      refused: ['a.__proto__: is no name for a key → take it out'],
    });
  });

  test('ends somewhere', () => {
    const round: unknown[] = [];
    round.push(round);
    expect(read(plain, round).refused).toEqual([
      expect.stringMatching(/^(\[0\])+: is nested too deeply, or contains itself → write plain data$/),
    ]);
  });
});

test('long text in the wrong place is not shown: it may be a secret', () => {
  expect(read(listOf(text), 'x'.repeat(31)).refused).toEqual([': a text is not a list → write [ … ]']);
});
