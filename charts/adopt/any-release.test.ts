import fc from 'fast-check';
import { mainOf } from '../../test/helm-releases';
import { adoptRelease } from './adopt-release';
import { reportText } from './write/report';

/** Takes a text over, or says in one line each why it cannot: nothing else. */
function said(text: string): string {
  const result = adoptRelease([{ file: 'release.yaml', text }]);
  if ('mistakes' in result) {
    expect(result.mistakes.length).toBeGreaterThan(0);
    for (const mistake of result.mistakes) expect(mistake).toMatch(/^release\.yaml(?::\d+)?: [^\n]+$/);
    return result.mistakes.join('\n');
  }
  const { adopted } = result;
  return `${mainOf(adopted)}${reportText(adopted, 'main.ts')}${JSON.stringify(adopted.comparison)}`;
}

test('any text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => void said(text)),
    { numRuns: 300 },
  );
});

const SPECIAL = [
  '---\n- a\n',
  '{',
  'a: &a [*a]',
  'a: *b',
  '%YAML 3.0\n---\na',
  '!!binary x',
  'x: 1\n x: 2',
  '\t- a',
  '"',
  '? {}\n: 1',
];

test.each([...SPECIAL, '', '---\n---\n', `${'['.repeat(20_000)}`, `${'a: {'.repeat(5_000)}`])('such as %#', (text) => {
  expect(said(text)).toMatch(/^release\.yaml/);
});

test('any objects, and lists of them', () => {
  const object = fc.record(
    {
      apiVersion: fc.string(),
      kind: fc.constantFrom('StatefulSet', 'List', 'Secret', ''),
      metadata: fc.anything(),
      spec: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(object, fc.jsonValue(), fc.record({ kind: fc.constant('List'), items: fc.jsonValue() })),
      (value) => {
        said(JSON.stringify(value) ?? '');
      },
    ),
    { numRuns: 300 },
  );
});
