import { integerOf, weakBoolean, weakNumber, weakText } from './decoding';

test.each([
  [true, '1'],
  [false, '0'],
  [1.5, '1.5'],
  [1e21, '1000000000000000000000'],
  [7n, '7'],
  ['x', 'x'],
  [['x'], undefined],
  [{}, undefined],
])('%j as a text is %j', (value, text) => {
  expect(weakText(value)).toBe(text);
});

test.each([
  [0, false],
  [0.5, true],
  [2n, true],
  ['', false],
  ['T', true],
  ['False', false],
  ['yes', undefined],
  [[], undefined],
])('%j as a boolean is %j', (value, boolean) => {
  expect(weakBoolean(value)).toBe(boolean);
});

test.each([
  [true, 1],
  [false, 0],
  [3n, 3],
  ['', 0],
  ['1e3', 1000],
  ['1_000', 1000],
  ['x', undefined],
  [[], undefined],
])('%j as a number is %j', (value, number) => {
  expect(weakNumber(value)).toBe(number);
});

test.each<[unknown, 'strict' | 'weak', boolean, bigint | undefined]>([
  [1.9, 'strict', false, 1n],
  [-1, 'strict', false, -1n],
  [-1, 'strict', true, undefined],
  [-1, 'weak', true, -1n],
  [Number.NaN, 'weak', false, undefined],
  ['5', 'strict', false, undefined],
  ['5', 'weak', false, 5n],
  ['0x10', 'weak', false, 16n],
  ['', 'weak', true, 0n],
  ['-5', 'weak', true, undefined],
  ['5kb', 'weak', false, undefined],
  [true, 'strict', false, undefined],
  [true, 'weak', false, 1n],
  [[], 'weak', false, undefined],
])('%j, %s, as an integer', (value, decoding, isUnsigned, integer) => {
  expect(integerOf(value, decoding, isUnsigned)).toBe(integer);
});
