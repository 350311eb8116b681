import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import type { ConfigValue } from '../../kubernetes/merge';
import { sourceOf } from './source-text';

const ROOT = join(__dirname, '../../..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** A program as Biome formats it. */
function formatted(source: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIOME, 'format', '--stdin-file-path=main.ts'], {
    cwd: ROOT,
    input: source,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const statement = (value: ConfigValue, index: number): string => {
  const start = `export const v${index} = `;
  return `${start}${sourceOf({ value }, '', start.length, 1)};\n`;
};

const SPECIAL = [
  ...["it's", 'say "so"', `'"`, '`$' + '{x}`', 'a\nb', '  x\n', '\n', '$' + '{VAR}', '\\d+', 'x'.repeat(130)],
  ...['a b '.repeat(25), '\u2028', 'line\r\nend', '\u0000', 'é', '日本', '\ud83d\ude00', '\ufeff', 'a\tb\nc'],
];
const anyText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('é', '日', '本', 'ü', '"', "'", '`', '\\', '$', '{'), maxLength: 8 }),
  fc.constantFrom(...SPECIAL),
);
const anyKey = fc
  .oneof(
    fc.constantFrom(
      'a',
      'name',
      'volumes',
      'securityContext',
      'appArmorProfile',
      'app.kubernetes.io/name',
      '1',
      '1e3',
      '-1',
      'a-b',
      '$x',
      'constructor',
      "q'",
      'é',
    ),
    fc.string({ minLength: 1, maxLength: 6 }),
  )
  .filter((key) => key !== '__proto__');
const { value: anyValue } = fc.letrec<{ value: ConfigValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    anyText,
    fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.integer(), { maxLength: 60 }),
    fc.dictionary(anyKey, tie('value'), { maxKeys: 5 }),
  ),
}));

test('a value is written as Biome formats it, and is read as the same value', () => {
  const values = fc.sample(anyValue, 600);
  const source = values.map(statement).join('');
  const names = values.map((_, index) => `v${index}`);
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
  const read = new Function('module', `${code}; return [${names.join()}];`) as (module: object) => unknown;
  expect(read({})).toEqual(values.map((value) => ({ value })));
  const statements = (text: string) => text.split(/^(?=export const )/m);
  const [written, wanted] = [statements(source), statements(formatted(source))];
  for (const [index, text] of wanted.entries()) expect(written[index]).toBe(text);
});
