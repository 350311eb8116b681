import { fields, toLower, toUpper, trimSpace } from './case';

test.each([
  ['straße', 'STRAßE', 'straße'],
  ['ΑΣ', 'ΑΣ', 'ας'.replace('ς', 'σ')],
  ['ŉ', 'ŉ', 'ŉ'],
  ['ᾳ', 'ᾼ', 'ᾳ'],
  ['ᾀ', 'ᾈ', 'ᾀ'],
  ['İ', 'İ', 'i'],
  ['a\uDCFF', 'A\uFFFD', 'a\uFFFD'],
])('%s is mapped character by character', (text, upper, lower) => {
  expect([toUpper(text), toLower(text)]).toEqual([upper, lower]);
});

test('spaces are those of Unicode, without the byte order mark', () => {
  expect(trimSpace('\u00A0\u0085 a b\u3000\n')).toBe('a b');
  expect(trimSpace('\uFEFFa')).toBe('\uFEFFa');
  expect(fields(' a\u2003b\tc ')).toEqual(['a', 'b', 'c']);
});
