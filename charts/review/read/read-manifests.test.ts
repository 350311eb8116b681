import fc from 'fast-check';
import type { Manifest } from '../../kubernetes/manifest';
import { writeDocuments } from '../../kubernetes/yaml';
import { readManifests } from './read-manifests';
import { readYamlValues } from './yaml-values';

const objectsOf = (text: string): readonly Manifest[] => {
  const read = readManifests(text, 'a.yaml');
  if ('mistake' in read) throw new Error(read.mistake);
  return read.manifests;
};
const mistakeOf = (text: string): string | undefined => {
  const read = readManifests(text, 'a.yaml');
  return 'mistake' in read ? read.mistake : undefined;
};
const named = (...names: readonly string[]): Manifest[] =>
  names.map((name) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }));

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const readValue = (text: string): unknown => objectsOf(`${HEAD}value: ${text}\n`)[0]?.value;

/** What `kubectl annotate --local -o json` of release 1.32 makes of a value. */
test.each<[string, unknown]>([
  ['[yes, No, on, off, y, n, true, "yes"]', [true, false, true, false, true, false, true, 'yes']],
  ['[~, null, Null, NULL]', [null, null, null, null]],
  ['[0755, 0o755, 0x1F, 0b11, 1_000, 010, 08]', [493, 493, 31, 3, 1000, 8, 8]],
  ['[1e3, 1.5, .5, +1, -1, 1.]', [1000, 1.5, 0.5, 1, -1, 1]],
  ['[12:30:45, 1:30]', ['12:30:45', '1:30']],
  ['[2024-04-01, 2024-04-01T10:00:00Z]', ['2024-04-01', '2024-04-01T10:00:00Z']],
  ['{y: key, 1: one, 0o17: oct, 1.5: float}', { true: 'key', 1: 'one', 15: 'oct', 1.5: 'float' }],
  ['[!!str 1, !!int "1", !!float 1, !!bool "yes", !!binary aGVsbG8=]', ['1', 1, 1, true, 'hello']],
  ["[=, \"${X}\", 'it''s']", ['=', '${X}', "it's"]],
  ['|\n  a\n  b', 'a\nb\n'],
  ['>\n  a\n  b', 'a b\n'],
  ['one\n  two', 'one two'],
  ['', null],
  ['{a: &a {x: 1, k: 2}, b: {<<: *a, z: 3}}', { a: { x: 1, k: 2 }, b: { x: 1, k: 2, z: 3 } }],
  ['{a: &a {x: 1, k: 2}, b: {<<: [*a, {x: 9, w: 4}]}}', { a: { x: 1, k: 2 }, b: { x: 1, k: 2, w: 4 } }],
  ['{a: &a {x: 1, k: 2}, b: {x: 7, <<: *a}}', { a: { x: 1, k: 2 }, b: { x: 1, k: 2 } }],
])('%s is read as kubectl reads it', (text, value) => expect(readValue(text)).toEqual(value));

test('numbers beyond those that are exact stay apart', () => {
  expect(readValue('9007199254740993')).not.toEqual(readValue('9007199254740992'));
});

test.each([
  ['several documents', `${HEAD}---\n${HEAD.replace('name: a', 'name: b')}`, ['a', 'b']],
  ['comments beside the marks', `# a\n--- # Source: a.yaml\n${HEAD}--- \n# nothing\n---\n`, ['a']],
  [
    'a document that begins on the line of its mark',
    `--- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n...\n`,
    ['a'],
  ],
  [
    'a mark within a text',
    `${HEAD}data:\n  a: |\n    ---\n    b\n---\n${HEAD.replace('name: a', 'name: b')}`,
    ['a', 'b'],
  ],
  ['Windows lines', `${HEAD}---\n${HEAD.replace('name: a', 'name: b')}`.replaceAll('\n', '\r\n'), ['a', 'b']],
  ['JSON', JSON.stringify(named('a')[0]), ['a']],
  ['a list', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: named('a', 'b') }), ['a', 'b']],
  [
    'a list within a list',
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'List', items: named('a') }] }),
    ['a'],
  ],
  ['nothing', '', []],
  ['nothing but comments', '# a\n---\n# b\n', []],
])('%s', (_, text, names) => {
  expect(objectsOf(text).map(({ metadata }) => metadata.name)).toEqual(names);
});

test('items of a typed list are of its kind', () => {
  const text = 'apiVersion: v1\nkind: ConfigMapList\nitems:\n  - metadata: {name: a}\n';
  expect(objectsOf(text)).toEqual(named('a'));
});

test.each([
  ['a: [', 'a.yaml:1: '],
  [`${HEAD}---\n${HEAD}data: {\n`, 'a.yaml:9: '],
  ['a: 1\n', 'a.yaml: holds an object without kind'],
  ['kind: ConfigMap\nmetadata: {name: a}\n', 'a.yaml: holds "a" without apiVersion'],
  ['apiVersion: v1\nkind: ConfigMap\n', 'a.yaml: holds a ConfigMap without metadata.name'],
  ['just a text\n', 'a.yaml: holds something that is no object of Kubernetes'],
  ['- a\n', 'a.yaml: holds something that is no object of Kubernetes'],
  [`${HEAD}a: *nowhere\n`, 'a.yaml:1: '],
  [`${HEAD}a: &a [*a]\n`, 'a.yaml:1: "*a" holds itself'],
])('what cannot be read is one line: %j', (text, start) => {
  const mistake = mistakeOf(text) ?? '';
  expect(mistake.startsWith(start)).toBe(true);
  expect(mistake).not.toContain('\n');
});

test.each([
  ['lists', '['],
  ['maps', '{a: '],
])('%s within one another without end are refused', (_, opening) => {
  expect(mistakeOf(`${HEAD}a: ${opening.repeat(20_000)}\n`)).toMatch(/^a\.yaml:\d+: [^\n]+$/);
});

test('anchors that grow without end are refused', () => {
  const levels = Array.from(
    { length: 12 },
    (_, index) =>
      `l${index}: &l${index} [${Array(12)
        .fill(index === 0 ? 'x' : `*l${index - 1}`)
        .join()}]`,
  );
  expect(mistakeOf(`${HEAD}${levels.join('\n')}\n`)).toBe('a.yaml:1: it has anchors within anchors without end');
});

test('whatever the text, it is read or refused', () => {
  const lines = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('---', 'a: 1', '- b', '  c: |', '"', '&a', '*a', '{', '!!x')),
    { maxLength: 8 },
  );
  fc.assert(fc.property(lines, (texts) => void readManifests(texts.join('\n'), 'a.yaml')));
});

test('what our own writer writes is read back', () => {
  const value = fc.jsonValue({ maxDepth: 2 });
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), value), { minLength: 1, maxLength: 3 }), (values) => {
      const read = readYamlValues(writeDocuments(values));
      expect('values' in read && read.values).toEqual(JSON.parse(JSON.stringify(values)));
    }),
  );
});
