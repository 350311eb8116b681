import type { SyntaxProblem } from '../syntax/syntax-error';
import type { AlloyProblem } from './finding';

/** What to do about what Alloy's parser says. */
const REMEDIES: readonly (readonly [message: RegExp, remedy: string])[] = [
  [/^illegal single-quoted string/, 'write it in double quotes'],
  [/^unknown escape sequence/, 'write the backslash twice, or the string between backquotes'],
  [/escape sequence/, 'write \\xHH, \\uHHHH or \\UHHHHHHHH with hexadecimal digits, or the backslash twice'],
  [/^illegal (?:character NUL|byte order|UTF-8)/, 'save the file as UTF-8, without control characters'],
  [/^illegal character U\+0023/, 'begin comments with //'],
  [/^illegal character U\+003A|^expected =, got/, 'write = between a name and its value'],
  [/^illegal character/, 'take it out, or write it in a string'],
  [/^string literal not terminated/, 'close it on the same line, or write it between backquotes'],
  [/^block comment not terminated/, 'close it with */'],
  [/^missing ',' in/, 'write a comma; after the last one too, if the bracket that closes has a line of its own'],
  [/^missing second/, 'write it twice'],
  [/^exponent/, 'write digits after the e'],
  [/^attribute names may only consist/, 'write a block, name { … }, or a name without dots'],
  [/^attribute names may not have labels/, 'take the label out'],
  [/double quoted string/, 'write the label in double quotes'],
  [/valid identifier/, 'write letters, digits and "_", no digit first'],
  [/^expected block label/, 'write name = value, or name "label" { … } with the brace on the same line'],
  [/^expected (?:attribute assignment or )?block body/, 'write name = value, or name "label" { … }'],
  [/^expected TERMINATOR/, 'write one setting a line'],
  [/^expected [}\])], got EOF/, 'close the bracket'],
  [/^cannot use a block/, 'write the block without =, or an object: {name = value}'],
  [/^nested too deeply/, 'write fewer levels'],
];

/** What keeps a text from being read. */
export const syntaxProblems = (problems: readonly SyntaxProblem[]): AlloyProblem[] =>
  problems.map(({ line, column, message }) => ({
    severity: 'error',
    path: '',
    line,
    message: `${message}, at column ${column}`,
    remedy: REMEDIES.find(([pattern]) => pattern.test(message))?.[1] ?? 'write name = value, or name "label" { … }',
  }));
