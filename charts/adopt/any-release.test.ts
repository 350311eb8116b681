import fc from 'fast-check';
import { stringify } from 'yaml';
import { type Data, mainOf, objectsIn, RELEASES, releaseText } from '../../test/helm-releases';
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

/** Secrets of the fixtures: values of variables, keys of configurations, the data of Secrets. */
const SECRET = /fixture-(?:password|secret|access)|glc_Fixture/;

const anyLeaf = fc.oneof(
  fc.constantFrom<Data>(
    null,
    '',
    0,
    -1,
    true,
    [],
    {},
    [null],
    [[]],
    'x',
    'a b',
    'loki',
    3100,
    1.5,
    '-config.file',
    '/',
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

describe.each(RELEASES)('%s, with something else anywhere in it,', (file) => {
  const objects = objectsIn(releaseText(file));
  const paths = objects.flatMap((object, index) => pathsInto(object).map((path) => [index, ...path]));
  const change = fc.record({ path: fc.constantFrom(...paths), value: anyLeaf, removes: fc.boolean() });

  test('is taken over, or refused in a line, and tells no secret', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = structuredClone(objects);
        for (const { path, value, removes } of changes) replace(changed, path, value, removes);
        expect(
          said(
            changed
              .map((object: Data) => stringify(object, { version: '1.1', aliasDuplicateObjects: false }))
              .join('---\n'),
          ),
        ).not.toMatch(SECRET);
      }),
      { numRuns: 12 },
    );
  });
});

function pathsInto(value: Data): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.keys(value).flatMap((key) =>
      pathsInto(value[key]).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
    ),
  ];
}

function replace(root: Data, path: readonly (string | number)[], value: Data, removes: boolean): void {
  const parent = path
    .slice(0, -1)
    .reduce<Data>((at, key) => (typeof at === 'object' && at !== null ? at[key] : undefined), root);
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined) return;
  if (removes && !Array.isArray(parent)) delete parent[key];
  else parent[key] = value;
}
