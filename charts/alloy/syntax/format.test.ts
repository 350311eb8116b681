import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAlloy } from './format';
import { AlloySyntaxError } from './syntax-error';

/** A text, and what `alloy fmt` prints, or what Alloy's parser says is wrong with it. */
interface Pair {
  readonly in: string;
  readonly out?: string;
  readonly error?: string;
}

const pairsOf = (name: string): readonly Pair[] =>
  readFileSync(join(__dirname, '../../../test/fixtures', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Written by hand: what people write, and what they get wrong. */
const CHOSEN = pairsOf('alloy-format.jsonl');

/** Made at random from the grammar, a third of them then broken. */
const RANDOM = pairsOf('alloy-format-random.jsonl');

function pairOf(text: string): Pair {
  try {
    return { in: text, out: formatAlloy(text) };
  } catch (error) {
    if (!(error instanceof AlloySyntaxError)) throw error;
    return { in: text, error: error.message };
  }
}

const agrees = (pair: Pair): boolean => {
  const { out, error } = pairOf(pair.in);
  return out === pair.out && error === pair.error;
};

afterAll(() => {
  const row = (name: string, pairs: readonly Pair[]): string => {
    const count = (isOf: (pair: Pair) => boolean): string =>
      `${pairs.filter((pair) => isOf(pair) && agrees(pair)).length}/${pairs.filter(isOf).length}`.padStart(10);
    return `${name.padEnd(8)}${count(() => true)}${count(({ out }) => out !== undefined)}${count(({ error }) => error !== undefined)}`;
  };
  process.stdout.write(
    `\nAgreement with alloy fmt, ours of theirs:\n${''.padEnd(8)}${'all'.padStart(10)}${'formatted'.padStart(10)}${'refused'.padStart(10)}\n${row('chosen', CHOSEN)}\n${row('random', RANDOM)}\n\n`,
  );
});

test.each(CHOSEN)('prints what alloy fmt prints: $in', (pair) => {
  expect(pairOf(pair.in)).toEqual(pair);
});

test('prints what alloy fmt prints of random texts', () => {
  expect(RANDOM.filter((pair) => !agrees(pair)).map((pair) => [pair, pairOf(pair.in)])).toEqual([]);
});

test('keeps the quirks of alloy fmt, so that the two never disagree', () => {
  // A comment after a call over several lines.
  expect(formatAlloy('a = f(\n1,\n)\n// c\nb = 2\n')).toBe('a = f(\n\t1,\n)\n\n// c\nb = 2\n');
  // An empty call over several lines gets a comma that its parser refuses.
  expect(formatAlloy('a = f(\n)\n')).toBe('a = f(,\n)\n');
  // A tab in a string is a tab stop.
  expect(formatAlloy('a = "x\ty"\nbb = "xxx\ty"\n')).toBe('a  = "x   y"\nbb = "xxx y"\n');
  // Keys have no escapes.
  expect(formatAlloy('a = {"b\\n" = 1}\n')).toBe('a = {"b\\\\n" = 1}\n');
});

test('a text that is nested deeper than the stack is refused, not a crash', () => {
  for (const text of [`a = ${'['.repeat(50_000)}`, `a = 1${' + 1'.repeat(100_000)}`, 'a {\n'.repeat(50_000)]) {
    expect(pairOf(text).error).toBe('1:1: nested too deeply to be read');
  }
});

test('says every problem with its place', () => {
  expect(pairOf('a = "\\d"\nb = \u00a01\nc = [1 2]\n').error).toBe(
    [
      '1:7: unknown escape sequence',
      '2:5: illegal character U+00A0',
      '2:5: expected expression, got ILLEGAL',
      "3:8: missing ',' in expression list",
    ].join('\n'),
  );
});

test('half of a surrogate pair is what it is in a file', () => {
  expect(formatAlloy('a = "\ud800"\n')).toBe('a = "\ufffd"\n');
});
