import { inspect } from 'node:util';
import { RefusedError } from './refused-error';

const problem = (construct: string, what: string) => ({ construct, text: `${what}: is wrong\n      → write it right` });

test('problems stand under the construct whose they are, numbered as they are read', () => {
  const error = new RefusedError([problem('a', 'x'), problem('', 'outdir'), problem('b', 'y'), problem('a', 'z')]);
  expect(error.message).toBe(
    [
      '4 problems, nothing was written',
      '',
      'a',
      '   1. x: is wrong',
      '      → write it right',
      '   2. z: is wrong',
      '      → write it right',
      '',
      '   3. outdir: is wrong',
      '      → write it right',
      '',
      'b',
      '   4. y: is wrong',
      '      → write it right',
    ].join('\n'),
  );
});

test('programs get each problem in one piece', () => {
  expect(new RefusedError([problem('a', 'x'), problem('', 'y')]).problems).toEqual([
    '[a] x: is wrong\n      → write it right',
    'y: is wrong\n      → write it right',
  ]);
});

test('a hint stands at the end', () => {
  expect(new RefusedError([problem('a', 'x')], 'and remember this').message).toMatch(
    /^1 problem, .*\n\nand remember this$/s,
  );
});

test('no line is wider than a terminal, and what is folded stays right of the numbers', () => {
  const { message } = new RefusedError([problem('a', `x: ${'word '.repeat(60)}`)]);
  const lines = message.split('\n').slice(3);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line).toMatch(/^( {6}| {3}1\. )\S.{0,93}$/);
});

test('whoever prints the error sees the message once', () => {
  const error = new RefusedError([problem('a', 'x')]);
  expect(inspect(error)).toBe(`[RefusedError: ${error.message}]`);
});
