import fc from 'fast-check';
import { SelectorError } from './lexer';
import { parseSelector } from './selector';

const selects = (selector: string, labels: Readonly<Record<string, string>>, line = ''): boolean =>
  parseSelector(selector).selects(new Map(Object.entries(labels)), line);

test.each([
  ['{app="x"}', { app: 'x' }, '', true],
  ['{ app = "x", env != "prod" }', { app: 'x' }, '', true],
  ['{app=~"x|y"}', { app: 'xy' }, '', false],
  ['{app=~"x.*"}', { app: 'x\ny' }, '', true],
  ['{app!~"x|y"}', {}, '', true],
  ['{nope=""}', { app: 'x' }, '', true],
  ['{app="x"} |= "err"', { app: 'x' }, 'an error', true],
  ['{app="x"} != "err"', { app: 'x' }, 'an error', false],
  ['{app="x"} |~ "(?i)ERROR|warn" !~ "debug"', { app: 'x' }, 'Warn: error', true],
  ['{app="x"} |~ "\\\\d+" // numbers', { app: 'x' }, 'a 1', true],
  ['{app="\\u00e9"}', { app: 'é' }, '', true],
])('%s', (selector, labels, line, expected) => {
  expect(selects(selector, labels, line)).toBe(expected);
});

test.each([
  ['{app=x}', '"x" where a text in double quotes has to be'],
  ['{app=`x`}', '"`x`" where a text in double quotes has to be'],
  ['{}', '"}" where the name of a label has to be'],
  ['{app="x",}', '"}" where the name of a label has to be'],
  ['app="x"', '"app" where "{" has to be'],
  ['{app="x"', 'it ends where "}" has to be'],
  ['{app="x"} "y"', '"y" where one of |= |~ != !~ has to be'],
  ['{app="x"} | json', '"|" where one of |= |~ != !~ has to be'],
  ['{app="x"} |~ "\\d"', '"\\d" does not end, or has an escape that Go does not know'],
  ['{app=~"("}', '"(" is not a regular expression: missing closing ): `^(?s:()$`'],
  ['{bad-name="x"}', '"-" where one of = != =~ !~ has to be'],
])('%s is refused', (selector, message) => {
  expect(() => parseSelector(selector)).toThrow(new SelectorError(message));
});

test('whatever is written is a selector, or is refused', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    'app',
    '=',
    '!=',
    '=~',
    '!~',
    '|=',
    '|',
    '"x"',
    '"',
    ',',
    ' ',
    '/*',
    '//',
    '`',
    "'",
    '\\',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
      try {
        selects(parts.join(''), { app: 'x' });
      } catch (error) {
        if (!(error instanceof SelectorError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});
