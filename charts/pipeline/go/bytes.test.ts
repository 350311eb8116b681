import fc from 'fast-check';
import { byteLength, byteSlice, fromBytes, hasRawBytes, joined, replaced, toBytes, wellFormed } from './bytes';

const bytes = fc.uint8Array({ maxLength: 40 });
/** Bytes that are often the beginning, or the rest, of a character. */
const nearlyUtf8 = fc
  .array(fc.constantFrom(0x41, 0xc3, 0xa9, 0xe6, 0x97, 0xa5, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0xff), {
    maxLength: 12,
  })
  .map((list) => Uint8Array.from(list));

test('every byte comes back, UTF-8 or not', () => {
  fc.assert(
    fc.property(fc.oneof(bytes, nearlyUtf8), (input) => {
      const text = fromBytes(input);
      expect([...toBytes(text)]).toEqual([...input]);
      expect(byteLength(text)).toBe(input.length);
    }),
  );
});

test('what is UTF-8 is the text that it says', () => {
  expect(fromBytes(Buffer.from('日本 ✓ 😀 é'))).toBe('日本 ✓ 😀 é');
  expect(hasRawBytes('日本 ✓ 😀 é')).toBe(false);
  expect(byteLength('é日😀')).toBe(9);
});

test('each byte that is none stands for itself, as in Go', () => {
  const text = fromBytes(Buffer.from([0x61, 0xff, 0xe6, 0x97, 0x62, 0xed, 0xa0, 0x80]));
  expect(text).toBe('a\uDCFF\uDCE6\uDC97b\uDCED\uDCA0\uDC80');
  expect(replaced(text)).toBe('a\uFFFD\uFFFD\uFFFDb\uFFFD\uFFFD\uFFFD');
});

test('a slice may cut a character, and its bytes meet again', () => {
  const [start, end] = [byteSlice('aé', 0, 2), byteSlice('aé', 2)];
  expect([start, end]).toEqual(['a\uDCC3', '\uDCA9']);
  expect(joined([start, end])).toBe('aé');
});

test('splitting and joining anywhere changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(bytes, nearlyUtf8), fc.nat(40), (input, at) => {
      const text = fromBytes(input);
      expect(joined([byteSlice(text, 0, at), byteSlice(text, at)])).toBe(text);
    }),
  );
});

test('a lone surrogate of a text is no character', () => {
  expect(wellFormed('a\uD800b\uDF00😀')).toBe('a\uFFFDb\uFFFD😀');
});
