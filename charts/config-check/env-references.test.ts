import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readExpansion, readsEnvironment } from './env-references';

/** What drone/envsubst 1.0.3 makes of a text, where NAME is "value", OTHER "x" and nothing else is set. */
interface Case {
  readonly text: string;
  readonly result?: string;
  readonly error?: string;
}

const CASES: readonly Case[] = readFileSync(join(__dirname, '../../test/fixtures/go-envsubst.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** The text without the first character of each pair. */
function withoutEaten(text: string): string {
  const { eaten } = readExpansion(text);
  return [...eaten].reverse().reduce((rest, { at }) => rest.slice(0, at) + rest.slice(at + 1), text);
}

test('what cannot be expanded is told from what can, as by the real one', () => {
  const different = CASES.filter(
    ({ text, error }) => (readExpansion(text).brokenAt === undefined) !== (error === undefined),
  );
  expect(different).toEqual([]);
  expect(CASES.filter(({ error }) => error !== undefined).length).toBeGreaterThan(100);
});

test('what is eaten without any reference is what the real one eats', () => {
  const literal = CASES.filter(
    ({ text, result }) => result !== undefined && readExpansion(text).references.length === 0,
  );
  expect(literal.length).toBeGreaterThan(50);
  for (const { text, result } of literal) expect(withoutEaten(text)).toBe(result);
});

test('a text without references and pairs stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[^$\\]*$/), (text) => {
      expect(readExpansion(text)).toEqual(expect.objectContaining({ references: [], eaten: [] }));
    }),
  );
});

test('no text makes it throw or stay for ever', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('$', '{', '}', '\\', '/', ':', '-', 'A', '#', '%', ',', '=', ' ')),
      (parts) => {
        readExpansion(parts.join(''));
      },
    ),
    { numRuns: 2000 },
  );
});

test('each reference has its name and place', () => {
  expect(readExpansion('a ${A} ${B:-${C}} $D $$E ${F:?x}').references).toEqual([
    { name: 'A', at: 2, hasDefault: false },
    { name: 'B', at: 7, hasDefault: true },
    { name: 'C', at: 12, hasDefault: false },
    { name: 'F', at: 25, hasDefault: true },
  ]);
});

test.each([
  ['${NAME}', true],
  ['s3://${KEY}:${SECRET}@us-east-1/logs', true],
  ['${NAME:-default}', true],
  ['$NAME', false],
  ['$1', false],
  ['${1}-x', false],
  ['$${NAME}', false],
  ['{{ $labels.x }}', false],
])('only what people write as a reference is meant as one: %s', (text, isMeant) => {
  expect(readsEnvironment(text)).toBe(isMeant);
});
