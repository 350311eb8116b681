import { linesOf } from './lines';

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\r\nb\r\r\n', ['a', 'b']],
  ['\n\r\n \n', [' ']],
  ['a\rb\n', ['a\rb']],
  ['a\0b\n', ['a\0b']],
])('%j has lines', (text, lines) => {
  expect(linesOf(Buffer.from(text))).toEqual(lines);
});

test('bytes that are no UTF-8 stay', () => {
  expect(linesOf(Buffer.from([0xff, 0x0a, 0xc3, 0x0a, 0xa9]))).toEqual(['\uDCFF', '\uDCC3', '\uDCA9']);
});
