import { compileRegexp, isRegexp, regexpFor } from './regexp';

const mistakeOf = (pattern: string): string => {
  const compiled = compileRegexp(pattern);
  return isRegexp(compiled) ? '' : compiled.mistake;
};

test.each([
  ['(?<=a)b', 'invalid named capture: `(?<=a)b`'],
  ['a(?!b)', 'invalid or unsupported Perl syntax: `(?!`'],
  ['(a)\\1', 'invalid escape sequence: `\\1`'],
  ['(?<a>x', 'missing closing ): `(?<a>x`'],
  ['a{2000}', 'invalid repeat count: `{2000}`'],
  ['a**', 'invalid nested repetition operator: `**`'],
  ['[b-a]', 'invalid character class range: `b-a`'],
])('%s is refused', (pattern, mistake) => {
  expect(mistakeOf(pattern)).toBe(mistake);
});

test('the first alternative counts, not the longest', () => {
  expect(regexpFor('a|ab').find('ab')).toEqual(['a']);
});

test('a group keeps what it caught in an earlier round', () => {
  expect(regexpFor('(?:(a)|b)*').find('ab')).toEqual(['ab', 'a']);
});

test('groups have names in both spellings, and may share one', () => {
  expect(regexpFor('(?P<a>x)(?<b>y)(z)').names).toEqual(['', 'a', 'b', '']);
  const shared = regexpFor('[(?P<n>](?P<n>x)|(?P<n>y)\\(?P<n>');
  expect(shared.names).toEqual(['', 'n', 'n']);
  expect(shared.replaceAll('Px', '[$n]')).toBe('[x]');
});

test('a group that took no part is empty', () => {
  expect(regexpFor('(?P<d>\\d+)(?P<opt>z)?').find('12')).toEqual(['12', '12', '']);
});

test.each([
  ['$1', 'a'],
  ['${1}x', 'ax'],
  ['$1x', ''],
  ['$$1', '$1'],
  ['${name}-$2', 'b-b'],
  ['$', '$'],
  ['${', '${'],
  ['${1', '${1'],
  ['$-', '$-'],
  ['$01', ''],
  ['$9', ''],
])('%s expands as in Go', (template, expanded) => {
  const regexp = regexpFor('(a)(?P<name>b)');
  expect(regexp.replaceAll('ab', template)).toBe(expanded);
});

test('an empty match beside another is left out', () => {
  expect(regexpFor('a*').replaceAll('baac', '-')).toBe('-b-c-');
  expect(regexpFor('').replaceAllLiteral('ab', '$1')).toBe('$1a$1b$1');
});

test('a byte that is no UTF-8 is one character to it', () => {
  expect(regexpFor('^a.c$').test('a\uDCFFc')).toBe(true);
  expect(regexpFor('(.)c').find('a\uDCFFc')).toEqual(['\uDCFFc', '\uDCFF']);
  expect(regexpFor('\\x{FFFD}').test('\uDCFF')).toBe(true);
  expect(regexpFor('\\w').test('\uDCC3\uDCA9')).toBe(false);
});
