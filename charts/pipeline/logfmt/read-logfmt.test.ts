import fc from 'fast-check';
import { readLogfmt } from './read-logfmt';

test.each([
  [
    'level=info  msg="two words" c= d',
    [
      ['level', 'info'],
      ['msg', 'two words'],
      ['c', ''],
      ['d', ''],
    ],
  ],
  ['a="boom \\"q\\"\\n\\u00e9\\\'"', [['a', 'boom "q"\né\'']]],
  [
    'a=1\r\nb=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['a=1 b="open', [['a', '1']]],
  ['a=1 "b" c=2', [['a', '1']]],
  ['a=1 =2 c=3', [['a', '1']]],
  ['a=x=y', []],
  ['a="\\ud83d\\ude00\\ud800"', [['a', '😀\uFFFD']]],
  ['é=1 \uDCFF=2', [['é', '1']]],
  ['a=\uDCFF', [['a', '\uDCFF']]],
  ['', []],
])('%j', (text, pairs) => {
  expect(readLogfmt(text)).toEqual(pairs);
});

test('a line of 64 KiB is not read, nor is what follows', () => {
  const fits = `a=${'x'.repeat(65_533)}`;
  expect(readLogfmt(fits)).toHaveLength(1);
  expect(readLogfmt(`b=1\n${fits}x\nc=1`)).toEqual([['b', '1']]);
});

test('never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '=', '"', ' ', '\\', 'u', '0', '\n', 'é', '\uDCFF') }),
      (text) => void readLogfmt(text),
    ),
  );
});
