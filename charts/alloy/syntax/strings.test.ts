import { assert, property, string } from 'fast-check';
import { formatAlloy } from './format';
import { stringLiteral, stringValue } from './strings';

test('a literal stands for the text that it was made of, on one line', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const literal = stringLiteral(text);
      expect(stringValue(literal)).toBe(text);
      expect(formatAlloy(`a = ${literal}`)).toBe(`a = ${literal}\n`);
    }),
  );
});

test('what JSON writes is a literal too', () => {
  assert(
    property(string({ unit: 'binary' }), (text) =>
      expect(stringValue(JSON.stringify(text).replaceAll('\\/', '/'))).toBe(text),
    ),
  );
});

test.each([
  ['"\\a\\b\\f\\n\\r\\t\\v\\\\\\""', '\x07\b\f\n\r\t\v\\"'],
  ['"\\101\\x41\\u0041\\U00000041"', 'AAAA'],
  ['"\\xc3\\xa9 \\303\\251\\n"', 'é é\n'],
  ['`\\d+\r\n"`', '\\d+\n"'],
  ['"\\xff"', undefined],
])('%s is %j', (literal, text) => {
  expect(stringValue(literal)).toBe(text);
});

test('what a reviewer would not see is escaped', () => {
  expect(stringLiteral('a\tb\u202e\ufeff\u00a0\u0085')).toBe('"a\\tb\\u202e\\ufeff\u00a0\\u0085"');
});
