import fc from 'fast-check';
import { canBackquote, quoted, quotedRune } from './quote';
import { unquote } from './unquote';

test.each([
  ['a "b" \\', '"a \\"b\\" \\\\"'],
  ['\t\n\x01', '"\\t\\n\\x01"'],
  ['é ✓ 😀', '"é ✓ 😀"'],
  ['\u00A0\u200B', '"\\u00a0\\u200b"'],
  ['\uDCFF', '"\\xff"'],
])('%j is quoted as in Go', (text, shown) => {
  expect(quoted(text)).toBe(shown);
});

test('what is quoted is unquoted again', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(unquote(quoted(text))).toBe(text)));
});

test.each([
  ['"a\\tb\\x41\\u00e9\\101"', 'a\tbAéA'],
  ['`a\\t\r`', 'a\\t'],
  ["'\\''", "'"],
  ['"\\xff"', '\uDCFF'],
  ['"\\xc3\\xa9"', 'é'],
])('%s stands for a text', (text, value) => {
  expect(unquote(text)).toBe(value);
});

test.each(['"\\d"', '"a', 'a"', '"', '"\\\'"', '"\\ud800"', '"\\400"', '"a"b"', '"a\nb"', ''])(
  '%j stands for none',
  (text) => {
    expect(unquote(text)).toBeUndefined();
  },
);

test('characters have quotes of their own, and ASCII alone where that is asked for', () => {
  expect([quotedRune("'"), quotedRune('"'), quotedRune('\n'), quotedRune('é', true)]).toEqual([
    "'\\''",
    "'\"'",
    "'\\n'",
    "'\\u00e9'",
  ]);
  expect(quoted('é😀', true)).toBe('"\\u00e9\\U0001f600"');
});

test.each([
  ['', true],
  ['a\tb é', true],
  ['a`b', false],
  ['a\nb', false],
  ['\u007f', false],
  ['\uFEFF', false],
  ['\uDCFF', false],
])('%j can stand between backquotes: %s', (text, can) => {
  expect(canBackquote(text)).toBe(can);
});
