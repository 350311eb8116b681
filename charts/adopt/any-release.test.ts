import fc from 'fast-check';
import { stringify } from 'yaml';
import { mainOf, releaseText } from '../../test/helm-releases';
import { nearReleases } from '../../test/near-releases';
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

test('objects of the right kinds in which anything may be something else', () => {
  let taken = 0;
  fc.assert(
    fc.property(nearReleases, (objects) => {
      const text = objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n');
      if (!said(text).startsWith('release.yaml')) taken += 1;
    }),
    { numRuns: 15 },
  );
  // Most are near enough.
  expect(taken).toBeGreaterThan(3);
});

test.each(['constructor', '__proto__', 'toString'])('a store by the name of what every object has: %s', (name) => {
  const text = releaseText('loki-3.10-filesystem.yaml');
  const changed = text.replaceAll(/\b(object_store|store): [\w-]+/g, `$1: ${name}`);
  expect(changed).not.toBe(text);
  expect(said(changed)).toContain(`schema         2022-01-11 ${name} ${name} v12`);
});
