import fc from 'fast-check';
import { parseDuration } from '../../kubernetes/duration';
import { bytesOf } from '../read/read-stages';
import { byteSize, byteSizeOf, goDuration } from './units';

test.each([
  ['7d', '168h'],
  ['1w', '168h'],
  ['1d12h', '36h'],
  ['1d90s', '24h90000ms'],
  ['90m', '90m'],
  ['1.5h', '1.5h'],
  ['never', 'never'],
])('%s is %s in Go’s units', (written, expected) => {
  expect(goDuration(written)).toBe(expected);
});

test('a time is as long as it was', () => {
  const part = (unit: string) => fc.nat({ max: 400 }).map((count) => `${count}${unit}`);
  fc.assert(
    fc.property(fc.tuple(part('d'), part('h'), part('m'), part('s')), (parts) => {
      const written = parts.join('');
      const spelled = String(goDuration(written));
      expect(spelled).toMatch(/^[0-9.]+h([0-9.]+ms)?$/);
      expect(parseDuration(spelled)).toBe(parseDuration(written));
    }),
  );
});

test.each([
  ['8kb', '8KiB'],
  ['8 KB', '8KiB'],
  ['1mb', '1MiB'],
  ['1000', '1000B'],
  ['1025', '1025B'],
  ['0', '0B'],
  [8192, '8KiB'],
  ['long', 'long'],
  [undefined, undefined],
])('%s is %s', (written, expected) => {
  expect(byteSizeOf(written)).toBe(expected);
});

test('a size is as large as it was', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.nat(),
        fc.nat({ max: 4000 }).map((count) => count * 1024 ** 2),
      ),
      (bytes) => {
        expect(bytesOf(byteSize(bytes))).toBe(bytes);
      },
    ),
  );
});
