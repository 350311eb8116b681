import fc from 'fast-check';
import { readJsonObject } from '../json/read-json';
import { writeJson } from '../json/write-json';
import { SearchError } from './functions';
import { JmesPathError } from './lexer';
import { parseJmesPath } from './parser';
import { search } from './search';

const DOCUMENT = readJsonObject(`{
  "level": "warn", "num": 3, "ok": true, "nil": null, "dash-ed": 1, "nested": {"a": {"b": "deep"}},
  "list": [1, 2, [3, [4]]], "people": [{"n": "x", "v": 2}, {"n": "y", "v": 1}], "empty": {}
}`);

const find = (expression: string): string => writeJson(search(parseJmesPath(expression), DOCUMENT ?? null));

// As github.com/jmespath/go-jmespath finds them.
test.each([
  ['level', '"warn"'],
  ['nested.a.b', '"deep"'],
  ['"dash-ed"', '1'],
  ['missing.x', 'null'],
  ['list[0]', '1'],
  ['list[-1]', '[3,[4]]'],
  ['list[]', '[1,2,3,[4]]'],
  ['list[::-1]', '[[3,[4]],2,1]'],
  ['people[*].n', '["x","y"]'],
  ['people[?v > `1`].n | [0]', '"x"'],
  ["people[?n == 'y'].v", '[1]'],
  ['sort_by(people, &v)[*].n', '["y","x"]'],
  ['max_by(people, &v).n', '"x"'],
  ['{l: level, n: num}', '{"l":"warn","n":3}'],
  ['[level, num]', '["warn",3]'],
  ['level || nil', '"warn"'],
  ['nil || num', '3'],
  ['!nil && ok', 'true'],
  ['length(list)', '3'],
  ["join('-', people[*].n)", '"x-y"'],
  ['to_string(nested)', '"{\\"a\\":{\\"b\\":\\"deep\\"}}"'],
  ["to_number('1.5')", '1.5'],
  ["contains(level, 'ar')", 'true'],
  ['not_null(nil, level)', '"warn"'],
  ['(@.level)', '"warn"'],
  ["'it\\'s'", '"it\'s"'],
  ['`{"a": 1}`.a', '1'],
  ['keys(empty)', '[]'],
  ['nested.*.b', '["deep"]'],
  // go-jmespath asks as many nulls as there are values first.
  ['nested.*.type(@)', '["null","object"]'],
  // A failure left of some projections is nothing.
  ['sort(ok).*', 'null'],
])('%s', (expression, found) => {
  expect(find(expression)).toBe(found);
});

test.each(['dash-ed', 'a.', 'a[', '"a', '`foo`', "'a", 'a b', 'a[?b', '{a}', 'a ~ b', '', '"f"(a)'])(
  '%j is refused',
  (expression) => {
    expect(() => parseJmesPath(expression)).toThrow(JmesPathError);
  },
);

test.each(['length(num)', 'nope(level)', 'abs(level)', 'merge(level)', 'list[::0]', 'sort(people)', '[0'])(
  '%j fails at the line',
  (expression) => {
    expect(() => find(expression)).toThrow(SearchError);
  },
);

test('whatever is written is an expression, or is refused', () => {
  const pieces = fc.constantFrom(
    'a',
    'b',
    '.',
    '[',
    ']',
    '[?',
    '*',
    '|',
    '||',
    '&',
    '(',
    ')',
    '{',
    '}',
    ':',
    ',',
    '@',
    '!',
    '==',
    '`1`',
    "'x'",
    '1',
    '-1',
    ' ',
    'sort',
    '"',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      try {
        find(parts.join(''));
      } catch (error) {
        if (!(error instanceof JmesPathError || error instanceof SearchError)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
});
