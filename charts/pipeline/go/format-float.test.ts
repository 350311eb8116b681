import fc from 'fast-check';
import { formatFloat } from './format-float';

test.each([
  [0.5, 'f', 0, '0'],
  [1.5, 'f', 0, '2'],
  [2.5, 'f', 0, '2'],
  [1.125, 'f', 2, '1.12'],
  [1e21, 'f', 1, '1000000000000000000000.0'],
  [0.1, 'f', 20, '0.10000000000000000555'],
  [-0, 'f', 1, '-0.0'],
  [9.99, 'e', 1, '1.0e+01'],
  [1e-7, 'e', 17, '9.99999999999999955e-08'],
  [0, 'e', 2, '0.00e+00'],
  [100, 'g', 3, '100'],
  [1000, 'g', 3, '1e+03'],
  [0.0001, 'g', 3, '0.0001'],
  [0.00001, 'G', 3, '1E-05'],
  [1.5, 'x', undefined, '0x1.8p+00'],
  [0, 'x', undefined, '0x0p+00'],
  [1.999, 'x', 0, '0x1p+01'],
  [5e-324, 'X', 1, '0X1.0P-1074'],
  [1, 'b', undefined, '4503599627370496p-52'],
  [Infinity, 'f', 2, '+Inf'],
  [Number.NaN, 'x', undefined, 'NaN'],
] as const)('%d as %%%s with precision %s is %s', (value, verb, precision, text) => {
  expect(formatFloat(value, verb, precision)).toBe(text);
});

test('what is written with enough digits is the number', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom('e', 'g', 'E', 'G'),
      (value, verb) => {
        expect(Number(formatFloat(value, verb, 17))).toBe(value);
        expect(Number(formatFloat(value, verb))).toBe(value);
      },
    ),
  );
});
