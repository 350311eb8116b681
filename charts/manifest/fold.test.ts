import fc from 'fast-check';
import { fold } from './fold';

test('a short line stays as it is, less what is before and after it', () => {
  expect(fold('  a b  ', 10)).toEqual(['a b']);
});

test('a long line is folded between words', () => {
  expect(fold('one two three four', 9)).toEqual(['one two', 'three', 'four']);
});

test('what follows an arrow stands under its first word', () => {
  expect(fold('one two\n   → three four', 9)).toEqual(['one two', '→ three', '  four']);
});

test('a value between quotes is not folded, however long', () => {
  expect(fold('the value "a  b c" here', 9)).toEqual(['the value', '"a  b c"', 'here']);
});

test('no word is lost, and no line is wider unless it is one word', () => {
  const words = fc.array(fc.stringMatching(/^[a-z→]{1,12}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 40 }), (given, width) => {
      const lines = fold(given.join(' '), width);
      expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(given);
      for (const line of lines) expect(line.length <= width || !line.trim().includes(' ')).toBe(true);
    }),
  );
});
