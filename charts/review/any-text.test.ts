import fc from 'fast-check';
import { stringify } from 'yaml';
import { schemaErrors } from '../../test/review-schema';
import { STACK } from '../../test/reviews';
import type { Manifest } from '../kubernetes/manifest';
import { reviewMarkdown } from './output/markdown';
import { reviewText } from './output/text';
import { readManifests } from './read/read-manifests';
import { type ReviewedFiles, reviewFiles } from './review-files';

const files = (name: string, ...texts: readonly string[]) => ({
  name,
  texts: new Map(texts.map((text, index) => [`${index}.yaml`, text] as const)),
});

/** All that is ever printed of a comparison; fails where it is no review and no mistake of one line. */
function printed(reviewed: ReviewedFiles): string {
  if ('mistake' in reviewed) {
    expect(reviewed.mistake).toMatch(/^(?:old|new)(?:\/\d\.yaml)?(?::\d+)?: [^\n]+$/);
    return reviewed.mistake;
  }
  const { review } = reviewed;
  const json = JSON.stringify(review);
  expect(schemaErrors(JSON.parse(json))).toEqual([]);
  const text = reviewText(review, { title: 'new against old' });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what would spoil a screen
  expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]/);
  return [json, text, reviewMarkdown(review, 'new against old')].join('\n');
}

const FIELDS = [...new Set(JSON.stringify(STACK).match(/"[A-Za-z]+"(?=:)/g))].map((name) => JSON.parse(name) as string);

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e300,
    0.1,
    '',
    '0',
    'yes',
    '1_000',
    '0o17',
    '12:30',
    '10Gi',
    '25%',
    '~',
    '<<',
    '=',
    '2026-01-01',
  ),
  fc.constantFrom<unknown>(
    'a: [',
    '[a]\nb = 1',
    'loki.write "a" {\n}',
    '{"panels": []}',
    'schema_config: {configs: [1]}',
    'scrape_configs: [1]\nclients: 2',
  ),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  fc.string({ unit: 'binary' }),
);
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom(...FIELDS), fc.string(), fc.constantFrom('__proto__', '<<', 'y', '1')),
      tie('value'),
      {
        maxKeys: 4,
      },
    ),
  ),
})).value;

const KINDS = STACK.map(({ apiVersion, kind }) => ({ apiVersion, kind })).concat(
  { apiVersion: 'v1', kind: 'List' },
  { apiVersion: 'v1', kind: 'Secret' },
  { apiVersion: 'apps/v1', kind: 'DeploymentList' },
  { apiVersion: 'example.com/v1', kind: 'Strange' },
);

const object: fc.Arbitrary<unknown> = fc
  .record({
    type: fc.constantFrom(...KINDS),
    name: fc.constantFrom('a', 'b', 'loki'),
    more: fc.dictionary(
      fc.constantFrom('spec', 'data', 'stringData', 'items', 'rules', 'metadata', 'status', 'type'),
      tree,
      { maxKeys: 3 },
    ),
  })
  .map(({ type, name, more }) => ({ metadata: { name }, ...type, ...more }));

/** What stands around documents, and in them, in the files of this world. */
const written = fc
  .record({
    objects: fc.array(fc.oneof({ weight: 19, arbitrary: object }, { weight: 1, arbitrary: tree }), { maxLength: 4 }),
    isFlow: fc.boolean(),
    indent: fc.integer({ min: 1, max: 5 }),
    around: fc.constantFrom(
      (text: string) => text,
      (text: string) => `\ufeff${text}`,
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => `%YAML 1.1\n---\n${text}`,
      (text: string) => `# only this\n---\n---\n${text}\n---\n`,
      (text: string) => `a: &a {b: 1}\n---\n${text}\n---\nx: *a\n`,
      (text: string) => text.replace(/: (\w+)\n/, ': &x $1\nagain: *x\n'),
      (text: string) => text.replace(/: (\w+)\n/, ': !!str $1\n'),
      (text: string) => text.replace(/: (\w+)\n/, ': !custom $1\n'),
      (text: string) => `${text}\n...\n`,
      (text: string) => text.slice(0, text.length / 2),
    ),
  })
  .map(({ objects, isFlow, indent, around }) =>
    around(
      objects
        .map((one) =>
          stringify(one, {
            version: '1.1',
            indent,
            collectionStyle: isFlow ? 'flow' : 'any',
            aliasDuplicateObjects: false,
          }),
        )
        .join('---\n'),
    ),
  );

test('of any two texts there is a review, or in one line why there is none', () => {
  let reviews = 0;
  fc.assert(
    fc.property(fc.array(written, { maxLength: 2 }), fc.array(written, { maxLength: 2 }), (before, after) => {
      const reviewed = reviewFiles(files('old', ...before), files('new', ...after));
      printed(reviewed);
      if ('review' in reviewed && reviewed.review.objects.length > 0) reviews += 1;
      const same = reviewFiles(files('old', ...before), files('new', ...before));
      if ('review' in same)
        expect(same.review).toMatchObject({ severity: 'none', counts: { created: 0, changed: 0, removed: 0 } });
    }),
    { numRuns: 250 },
  );
  expect(reviews).toBeGreaterThan(10);
});

test('nor does a text that is cut, or has a character too many, anything else', () => {
  const texts = STACK.map((manifest) => stringify(manifest, { version: '1.1' }));
  const all = texts.join('---\n');
  fc.assert(
    fc.property(
      fc.nat(all.length),
      fc.nat(40),
      fc.constantFrom(
        '',
        '\t',
        '"',
        "'",
        '{',
        ']',
        ': ',
        '- ',
        '&a ',
        '*a ',
        '!!map ',
        '| ',
        '\n---\n',
        '\0',
        '%',
        '@',
        '\r',
        '\ud800',
      ),
      (at, length, put) => {
        printed(reviewFiles(files('old', all), files('new', all.slice(0, at) + put + all.slice(at + length))));
      },
    ),
    { numRuns: 120 },
  );
});

test.each<[what: string, text: string]>([
  [
    'a list of lists',
    'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: a}\n',
  ],
  ['a list without items', 'apiVersion: v1\nkind: List\nmetadata: {name: a}\n'],
  ['a list of null', 'apiVersion: v1\nkind: List\nitems: [null]\n'],
  [
    'one object twice',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  ],
  ['a hundred thousand levels', `a: ${'['.repeat(100_000)}`],
  ['as many that end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  [
    'as many of JSON',
    `{"apiVersion":"v1","kind":"Strange","metadata":{"name":"a"},"spec":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  ],
  ['as many in a block', Array.from({ length: 3_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  [
    'laughs',
    `a: &a [x]\n${'bcdefghijklm'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghijkl'[index]},`.repeat(9)}]`)
      .join('\n')}\n`,
  ],
  ['nothing', ''],
  ['a comment', '# nothing\n'],
  ['words', 'just words\n'],
])('a text that is %s', (_, text) => {
  const reviewed = reviewFiles(files('old', ''), files('new', text));
  expect(printed(reviewed)).not.toBe('');
});

test('integers that JavaScript cannot tell apart are told apart', () => {
  const text = (value: string, isJson: boolean) =>
    isJson
      ? `{"apiVersion":"example.com/v1","kind":"Strange","metadata":{"name":"a"},"spec":{"a":${value}}}`
      : `apiVersion: example.com/v1\nkind: Strange\nmetadata: {name: a}\nspec: {a: ${value}}\n`;
  for (const isJson of [true, false]) {
    const reviewed = reviewFiles(
      files('old', text('12345678901234567890', isJson)),
      files('new', text('12345678901234567891', isJson)),
    );
    expect(reviewed).toMatchObject({ review: { counts: { changed: 1 } } });
  }
});

/** Trees of which every part says something: no null, nothing empty, no names by which lists are read in any order. */
const meaningful = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(true, false, 1, 2, 'a', 'b', '1', 'true'),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.constantFrom('alpha', 'beta', 'gamma', 'delta'), tie('value'), { minKeys: 1, maxKeys: 3 }),
  ),
})).value;

const strange = (name: string, spec: unknown): Manifest => ({
  apiVersion: 'example.com/v1',
  kind: 'Strange',
  metadata: { name },
  spec,
});

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
};

test('every object that differs is listed, and no other', () => {
  const side = fc.dictionary(fc.constantFrom('one', 'two', 'three', 'four'), meaningful);
  fc.assert(
    fc.property(side, side, (before, after) => {
      const text = (specs: Record<string, unknown>) =>
        Object.entries(specs)
          .map(([name, spec]) => stringify(strange(name, spec), { aliasDuplicateObjects: false }))
          .join('---\n');
      const reviewed = reviewFiles(files('old', text(before)), files('new', text(after)));
      if ('mistake' in reviewed) throw new Error(reviewed.mistake);
      const expected = [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => {
        if (!(name in before)) return `${name} created`;
        if (!(name in after)) return `${name} removed`;
        const isSame = JSON.stringify(sorted(before[name])) === JSON.stringify(sorted(after[name]));
        return `${name} ${isSame ? 'unchanged' : 'changed'}`;
      });
      expect(reviewed.review.objects.map(({ name, status }) => `${name} ${status}`).sort()).toEqual(expected.sort());
      for (const { status, changes } of reviewed.review.objects) {
        expect(changes.length > 0).toBe(status === 'changed');
      }
    }),
    { numRuns: 150 },
  );
});

test('how a text is written makes no difference', () => {
  fc.assert(
    fc.property(
      fc.array(meaningful, { minLength: 1, maxLength: 3 }),
      fc.record({
        indent: fc.integer({ min: 1, max: 6 }),
        lineWidth: fc.constantFrom(0, 20, 80),
        collectionStyle: fc.constantFrom('any', 'block', 'flow'),
        defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
        sortMapEntries: fc.boolean(),
        version: fc.constant('1.1'),
      } as const),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (specs, style, lineEnd, isReversed) => {
        const objects = specs.map((spec, index) => strange(`${index}`, spec));
        const plain = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
        const other = (isReversed ? [...objects].reverse() : objects)
          .map((one) => `# ${one.metadata.name}\n${stringify(one, style)}`)
          .join('---\n')
          .replaceAll('\n', lineEnd);
        const reviewed = reviewFiles(files('old', plain), files('new', other));
        expect(reviewed).toMatchObject({ review: { severity: 'none', counts: { unchanged: objects.length } } });
      },
    ),
    { numRuns: 150 },
  );
});

const CANARY = 'hunter2canary';

test('no value of a Secret is in what is printed, however the text around it goes wrong', () => {
  const secret = (value: string) =>
    stringify({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'a' },
      stringData: {
        password: `${value}password`,
        'grafana.ini': `[security]\nadmin_password = ${value}\n`,
        json: `{"a": "${value}"}`,
      },
      data: { token: Buffer.from(value).toString('base64') },
    });
  fc.assert(
    fc.property(
      fc.nat(secret(CANARY).length),
      fc.nat(12),
      fc.constantFrom(
        '',
        '"',
        "'",
        '{',
        '[',
        ']',
        ': ',
        '- ',
        '&',
        '*',
        '!',
        '| ',
        '\n',
        '\n---\n',
        '\t',
        '%',
        '@',
        '`',
        ', ',
      ),
      (at, length, put) => {
        const text = secret(`${CANARY}new`);
        const damaged = text.slice(0, at) + put + text.slice(at + length);
        const said = printed(reviewFiles(files('old', secret(`${CANARY}old`)), files('new', damaged)));
        // A key or another kind of object that the damage has made of it is none of a Secret's values any more.
        const read = readManifests(damaged, 'new');
        const isSecret = 'mistake' in read || read.manifests.every(({ kind }) => kind === 'Secret');
        if (isSecret && !keysOf(read).includes('hunter2')) expect(said).not.toContain('hunter2');
        expect(said).not.toContain(Buffer.from(`${CANARY}old`).toString('base64'));
      },
    ),
    { numRuns: 250 },
  );
});

const keysOf = (read: ReturnType<typeof readManifests>): string => {
  const keys: string[] = [];
  JSON.stringify('manifests' in read ? read.manifests : [], (key, value) => {
    keys.push(key);
    return value;
  });
  return keys.join('\n');
};
