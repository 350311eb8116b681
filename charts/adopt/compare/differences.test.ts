import fc from 'fast-check';
import type { Json } from '../json';
import { differencesOf, isCredential, shown } from './differences';
import { settingsOf } from './settings';

test('what is another, what is new and what is gone', () => {
  const theirs = settingsOf({ same: 1, other: 'a', gone: true, order: { a: 1, b: 2 } });
  const ours = settingsOf({ order: { b: 2, a: 1 }, same: 1, other: 'b', new: null });
  expect(differencesOf('Service/a', theirs, ours)).toEqual([
    { object: 'Service/a', path: 'other', theirs: 'a', ours: 'b' },
    { object: 'Service/a', path: 'gone', theirs: 'true' },
    { object: 'Service/a', path: 'new', ours: 'null' },
  ]);
});

test('there is no difference exactly where all settings are the same', () => {
  const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(differencesOf('x', settingsOf(one), settingsOf(structuredClone(one)))).toEqual([]);
      const [before, after] = [settingsOf(one), settingsOf(other)];
      const isOther = (path: string) => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path));
      const differing = [...new Set([...before.keys(), ...after.keys()])].filter(isOther);
      expect(
        differencesOf('x', before, after)
          .map(({ path }) => path)
          .sort(),
      ).toEqual(differing.sort());
    }),
  );
});

test('of a Secret nothing is shown but what tells it from others', () => {
  const theirs = settingsOf({ metadata: { labels: { a: 'x' } }, type: 'Opaque', data: { a: 'b' }, spec: { c: 'd' } });
  expect(differencesOf('Secret/a', theirs, settingsOf({}), true).map(({ theirs: said }) => said)).toEqual([
    'x',
    'Opaque',
    '(not shown)',
    '(not shown)',
  ]);
});

test.each<[Json, string]>([
  ['a', 'a'],
  ['', '""'],
  [' a ', '" a "'],
  [3, '3'],
  [null, 'null'],
  [[1, 'a'], '[1,"a"]'],
  ['a\nb\nc', '(3 lines)'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['x'.repeat(61), `${'x'.repeat(60)}…`],
])('%j is shown as %s', (value, text) => expect(shown(value, 'a.b')).toBe(text));

describe('of credentials nothing is shown:', () => {
  test.each<[string, Json]>([
    ['spec.template.spec.containers[loki].env[DB_PASSWORD].value', 'hunter2'],
    ['spec.template.spec.containers[loki].env[3].value', 'hunter2'],
    ['spec.template.spec.containers[loki].args[client.password]', '--client.password=hunter2'],
    ['spec.template.spec.containers[loki].args[password]', 'hunter2'],
    ['clients[0].basic_auth.password', 'hunter2'],
    ['clients[0].basic_auth["password"]', 'hunter2'],
    ['clients[0].basic_auth.password', 12345],
    ['clients[0].url', 'https://user:hunter2@loki'],
    ['clients[0].url', 'https://loki/push?token=hunter2'],
    ['storage_config.aws.s3', 's3://key:hun/ter2@region/bucket'],
    ['storage_config.aws.access_key_id', 'hunter2'],
    ['storage_config.aws.secret_access_key', 'hunter2'],
    ['datasources[Loki].secureJsonData.httpHeaderValue1', 'hunter2'],
    ['data["a.conf"]', 'user: a\npassword: hunter2\n'],
    ['anything', `glsa_${'x'.repeat(32)}`],
  ])('%s', (path, value) => {
    expect(isCredential(path, value)).toBe(true);
    expect(shown(value, path)).toBe('(not shown)');
  });
});

describe('nothing secret is about', () => {
  test.each<[string, Json]>([
    ['spec.template.spec.containers[loki].env[DB_HOST].value', 'db'],
    ['spec.template.spec.containers[loki].args[config.file]', '-config.file=/etc/loki.yaml'],
    ['clients[0].basic_auth.password', '$' + '{PASSWORD}'],
    ['clients[0].basic_auth.password_file', '/etc/password'],
    ['clients[0].url', 'https://loki/push?tenant=a'],
    ['storage_config.aws.s3', 's3://eu-west-1/bucket'],
    ['storage_config.aws.s3', 's3://key:$' + '{SECRET}@eu-west-1/bucket'],
    ['storage_config.aws.access_key_id', '$' + '{KEY}'],
    ['clients[0].basic_auth.password', true],
    ['clients[0].basic_auth.password', null],
    ['data["a.conf"]', 'user: a\nhost: b\n'],
  ])('%s: %j', (path, value) => expect(isCredential(path, value)).toBe(false));
});
