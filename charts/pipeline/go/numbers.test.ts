import fc from 'fast-check';
import {
  exponentFloat,
  parseFloat64,
  parseInt64,
  parseIntLiteral,
  parseUintLiteral,
  plainFloat,
  printedFloat,
} from './numbers';

test.each([
  [0, '0', '0'],
  [-0, '-0', '-0'],
  [1000, '1000', '1000'],
  [1.5, '1.5', '1.5'],
  [123456, '123456', '123456'],
  [1234567, '1234567', '1.234567e+06'],
  [1e21, '1000000000000000000000', '1e+21'],
  [0.0001, '0.0001', '0.0001'],
  [0.00001, '0.00001', '1e-05'],
  [1.23e-7, '0.000000123', '1.23e-07'],
  [-2.5, '-2.5', '-2.5'],
  [Infinity, '+Inf', '+Inf'],
  [Number.NaN, 'NaN', 'NaN'],
])('%d is printed as Go prints it', (value, plain, printed) => {
  expect([plainFloat(value), printedFloat(value)]).toEqual([plain, printed]);
});

test('what is printed is read again as the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      for (const text of [plainFloat(value), exponentFloat(value), printedFloat(value)]) {
        expect(parseFloat64(text)).toBe(value);
      }
      expect(plainFloat(value)).not.toContain('e');
    }),
  );
});

test.each([
  ['12', 12n],
  ['+5', 5n],
  ['-0', 0n],
  ['9223372036854775807', 9223372036854775807n],
  ['9223372036854775808', undefined],
  ['1.0', undefined],
  [' 1', undefined],
  ['', undefined],
])('ParseInt(%j)', (text, value) => {
  expect(parseInt64(text)).toBe(value);
});

test.each([
  ['0x1f', 31n, 31n],
  ['017', 15n, 15n],
  ['0b11', 3n, 3n],
  ['1_000', 1000n, 1000n],
  ['-3', -3n, undefined],
  ['1__0', undefined, undefined],
  ['08', undefined, undefined],
  ['18446744073709551615', undefined, 18446744073709551615n],
])('a literal %j', (text, signed, unsigned) => {
  expect([parseIntLiteral(text), parseUintLiteral(text)]).toEqual([signed, unsigned]);
});

test.each([
  ['.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['0x1p-2', 0.25],
  ['inf', Infinity],
  ['1e999', undefined],
  ['0x10', undefined],
  ['1_0.5', 10.5],
  ['1__0', undefined],
  ['_1', undefined],
  ['0x_1p4', 16],
  ['', undefined],
])('ParseFloat(%j)', (text, value) => {
  expect(parseFloat64(text)).toBe(value);
});
