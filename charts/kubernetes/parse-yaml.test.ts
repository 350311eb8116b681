import { parseYaml } from './parse-yaml';

test('a document is read as its value', () => {
  expect(parseYaml('a: [1, "2"]\nb: |\n  text\n')).toEqual({ value: { a: [1, '2'], b: 'text\n' } });
});

test('what comes after the first one is not read', () => {
  expect(parseYaml('a: 1\n---\na: [\n')).toEqual({ value: { a: 1 } });
});

test.each(['', '# nothing\n'])('nothing is null: %j', (text) => {
  expect(parseYaml(text)).toEqual({ value: null });
});

test.each([
  ['a conflict of git', '<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n'],
  ['a bracket that stays open', 'a: [1, 2\n'],
  ['a key that is there twice', 'a: 1\na: 2\n'],
])('%s is a mistake, in one line', (_, text) => {
  expect(parseYaml(text)).toEqual({ mistake: expect.stringMatching(/^[^\n]+$/) });
});

test('a mistake shows nothing of the text', () => {
  const parsed = parseYaml('password: [correct-horse-battery\nstaple: }\n');
  expect(JSON.stringify(parsed)).not.toMatch(/correct|staple/);
});

test('aliases without end are a mistake, and soon found', () => {
  const lines = ['a0: &a0 [x, x]'];
  for (let i = 1; i < 30; i++) lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);
  expect(parseYaml(lines.join('\n'))).toHaveProperty('mistake');
});
