import { parseByteSize } from './byte-size';

test.each([
  ['50b', 50],
  ['8kb', 8192],
  ['8 KB', 8192],
  ['2 kilobytes', 2048],
  ['1M', 1_048_576],
  ['100', 100],
  ['7 byte', 7],
  ['', 0],
])('%j is a size', (text, bytes) => {
  expect(parseByteSize(text)).toBe(bytes);
});

test.each(['1 zillion', '1.5kb', 'kb', '-1', ' 5', '1kib', '99999999999999999999'])('%j is none', (text) => {
  expect(parseByteSize(text)).toBeUndefined();
});
