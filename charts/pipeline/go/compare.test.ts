import fc from 'fast-check';
import { compareStrings } from './compare';

test('the order is that of the bytes', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareStrings(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
  expect(compareStrings('\uFFFD', '😀')).toBe(-1);
});
