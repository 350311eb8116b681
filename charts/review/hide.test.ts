import type { Manifest } from '../kubernetes/manifest';
import { HIDDEN, shown } from './hide';
import { reviewManifests } from './review-manifests';

test.each<[unknown, unknown]>([
  ['plain', 'plain'],
  [
    { secret_access_key: 'abc', region: 'eu' },
    { secret_access_key: HIDDEN, region: 'eu' },
  ],
  [{ basic_auth: { username: 'a', password: 12345 } }, { basic_auth: { username: 'a', password: HIDDEN } }],
  [{ url: 'https://user:hunter2@example.com/push' }, { url: HIDDEN }],
  [{ password: '${PASSWORD}' }, { password: '${PASSWORD}' }],
  [{ env: [{ name: 'API_TOKEN', value: 'abc' }] }, { env: [{ name: 'API_TOKEN', value: HIDDEN }] }],
  [{ env: [{ name: 'LEVEL', value: 'info' }] }, { env: [{ name: 'LEVEL', value: 'info' }] }],
  [{ args: ['--password=abc', '--user', 'a', '--token', 'abc'] }, { args: [HIDDEN, '--user', 'a', '--token', HIDDEN] }],
  [{ automountServiceAccountToken: false }, { automountServiceAccountToken: false }],
  [{ text: 'user: a\npassword: abc\n' }, { text: HIDDEN }],
  [{ key: 'AKIAIOSFODNN7EXAMPLE' }, { key: HIDDEN }],
])('of %j is shown %j', (value, expected) => expect(shown(value, [], 'credentials')).toEqual(expected));

test('of a Secret nothing is shown', () => {
  expect(shown({ a: 1 }, [], 'everything')).toBe(HIDDEN);
  expect(shown(undefined, [], 'everything')).toBeUndefined();
});

const secret = (texts: Readonly<Record<string, string>>): Manifest[] => [
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, stringData: texts },
];
const changesOf = (old: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) =>
  reviewManifests(secret(old), secret(now)).objects.flatMap(({ changes }) => changes);

test("Loki's configuration in a Secret is shown, but for what is one", () => {
  const config = (bucket: string, key: string) =>
    `schema_config: {configs: []}\ncommon: {storage: {s3: {bucketnames: ${bucket}, secret_access_key: ${key}}}}\n`;
  expect(changesOf({ 'loki.yaml': config('a', 'x1') }, { 'loki.yaml': config('b', 'x2') })).toEqual([
    { path: 'data["loki.yaml"].common.storage.s3.bucketnames', old: 'a', new: 'b', severities: ['none'] },
    { path: 'data["loki.yaml"].common.storage.s3.secret_access_key', old: HIDDEN, new: HIDDEN, severities: ['none'] },
  ]);
});

test('of any other file in a Secret the keys are shown, and neither values nor names of items', () => {
  const config = (name: string, uid: string) => `datasources:\n  - {name: ${name}, uid: ${uid}}\n`;
  expect(changesOf({ 'a.yaml': config('Loki', 'x1') }, { 'a.yaml': config('Loki', 'x2') })).toEqual([
    { path: 'data["a.yaml"].datasources[].uid', old: HIDDEN, new: HIDDEN, severities: ['recreate'] },
  ]);
  expect(changesOf({ password: 'a' }, { password: 'b', user: 'c' })).toEqual([
    { path: 'data.password', old: HIDDEN, new: HIDDEN, severities: ['none'] },
    { path: 'data.user', new: HIDDEN, severities: ['none'] },
  ]);
});

test('a text that holds a credential is not shown line by line', () => {
  const key = (line: string): Manifest[] => [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a' },
      data: { 'a.txt': `-----BEGIN PRIVATE KEY-----\n${line}\n-----END PRIVATE KEY-----\n` },
    },
  ];
  const [change] = reviewManifests(key('abc'), key('abd')).objects.flatMap(({ changes }) => changes);
  expect(change).toEqual({ path: 'data["a.txt"]', old: HIDDEN, new: HIDDEN, line: 2, severities: ['none'] });
});

test('an argument that is a password is hidden when it alone changes, comes or goes', () => {
  const pod = (...args: readonly string[]): Manifest[] => [
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'x', args }] } },
  ];
  const valuesOf = (old: Manifest[], now: Manifest[]) =>
    reviewManifests(old, now).objects.flatMap(({ changes }) => changes.flatMap((change) => [change.old, change.new]));
  expect(valuesOf(pod('--password', 'abc'), pod('--password', 'def'))).toEqual([HIDDEN, HIDDEN]);
  expect(valuesOf(pod('a', '--password', 'abc', 'b'), pod('--password', 'def', 'b'))).not.toContain('abc');
  expect(valuesOf(pod('--password', 'abc'), pod('--password'))).toEqual([HIDDEN, undefined]);
  expect(valuesOf(pod('--level', 'info'), pod('--level', 'warn'))).toEqual(['info', 'warn']);
});
