import type { Manifest } from '../manifest';
import { checkAnnotations, checkLabels, checkNames } from './names';

const named = (apiVersion: string, kind: string, name: string) =>
  checkNames({ apiVersion, kind, metadata: { name } } as Manifest);

describe('the name of an object', () => {
  test.each([
    ['v1', 'Namespace', 'logging'],
    ['v1', 'Service', 'loki-headless'],
    ['v1', 'ConfigMap', 'loki.example.com'],
    ['v1', 'ConfigMap', 'a'.repeat(253)],
    ['apps/v1', 'StatefulSet', 'a'.repeat(52)],
    ['apps/v1', 'DaemonSet', 'promtail.v1'],
    ['batch/v1', 'Job', 'a'.repeat(63)],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:logs:Reader'],
    ['example.com/v1', 'Service', '1st.service'],
  ])('%s %s may be %j', (apiVersion, kind, name) => {
    expect(named(apiVersion, kind, name)).toEqual([]);
  });

  const SUBDOMAIN = (length: number) =>
    `use a-z, 0-9, "-" and ".", a letter or digit at both ends of each part, ${length} characters at most`;

  test.each([
    ['v1', 'Namespace', 'my.logs', 'did you mean "my-logs"?'],
    ['v1', 'Namespace', 'Logs', 'did you mean "logs"?'],
    ['v1', 'Service', '1loki', 'did you mean "s1loki"?'],
    ['v1', 'Service', '1 Loki', 'did you mean "loki"?'],
    ['v1', 'Service', 'loki.a', 'did you mean "loki-a"?'],
    ['v1', 'Service', 'a'.repeat(64), 'shorten it to 63 characters or less'],
    ['v1', 'ConfigMap', 'a..b', SUBDOMAIN(253)],
    ['v1', 'ConfigMap', 'a.-b', SUBDOMAIN(253)],
    ['v1', 'ConfigMap', 'a_b', SUBDOMAIN(253)],
    ['v1', 'ConfigMap', '', SUBDOMAIN(253)],
    ['v1', 'ConfigMap', 'a'.repeat(254), SUBDOMAIN(253)],
    ['apps/v1', 'StatefulSet', 'a'.repeat(53), 'shorten it to 52 characters or less'],
    ['batch/v1', 'Job', 'a'.repeat(64), SUBDOMAIN(63)],
    ['batch/v1', 'CronJob', 'a'.repeat(53), SUBDOMAIN(52)],
    ['rbac.authorization.k8s.io/v1', 'Role', 'a/b', 'write a name without "/" and "%"'],
    ['rbac.authorization.k8s.io/v1', 'RoleBinding', '..', 'write a name without "/" and "%"'],
  ])('%s %s may not be %j', (apiVersion, kind, name, remedy) => {
    expect(named(apiVersion, kind, name)).toEqual([{ path: 'metadata.name', message: expect.any(String), remedy }]);
  });
});

describe('labels', () => {
  test.each([
    ['app', 'loki'],
    ['app.kubernetes.io/name', 'loki'],
    ['example.com/A_b.c-9', '3.7.6'],
    ['empty', ''],
    ['long', 'a'.repeat(63)],
    [`${'a'.repeat(63)}.io/${'b'.repeat(63)}`, 'A'],
  ])('%s: %j', (key, value) => {
    expect(checkLabels({ [key]: value }, 'labels')).toEqual([]);
  });

  test.each([
    '',
    '/name',
    'Example.com/name',
    'a..b/name',
    'a/b/c',
    '-a',
    'a-',
    'a b',
    'a'.repeat(64),
    `${'a'.repeat(254)}/b`,
  ])('not the key %j', (key) => {
    expect(checkLabels({ [key]: 'a' }, 'labels')).toEqual([
      {
        path: `labels[${JSON.stringify(key)}]`,
        message: `"${key}" is not a qualified name`,
        remedy: 'write "name" or "example.com/name", the name 63 characters at most',
      },
    ]);
  });

  test.each(['a b', '-a', 'a/b', 'ä', 'a'.repeat(64)])('not the value %j', (value) => {
    expect(checkLabels({ team: value }, 'labels')).toEqual([
      {
        path: 'labels["team"]',
        message: `${JSON.stringify(value)} is not a label value`,
        remedy: 'write 63 characters at most: letters, digits, "-", "_", ".", a letter or digit at both ends',
      },
    ]);
  });

  test.each([3, true])('not the value %p, which YAML would not have as text', (value) => {
    expect(checkLabels({ team: value }, 'labels')).toEqual([
      { path: 'labels["team"]', message: `${value} is not a label value`, remedy: `write "${value}"` },
    ]);
  });
});

test('annotations hold any text, and capitals in the prefix of their key', () => {
  expect(checkAnnotations({ 'Example.com/a': 'any text: { } \n' }, 'annotations')).toEqual([]);
  expect(checkAnnotations({ 'example.com/': 'a', 'a//b': 'c' }, 'annotations').map(({ path }) => path)).toEqual([
    'annotations["example.com/"]',
    'annotations["a//b"]',
  ]);
});

test('keys of labels and annotations of an object are both checked', () => {
  const metadata = { name: 'a', labels: { 'a b': 'c' }, annotations: { 'd e': 'f' } };
  expect(checkNames({ apiVersion: 'v1', kind: 'Secret', metadata }).map(({ path }) => path)).toEqual([
    'metadata.labels["a b"]',
    'metadata.annotations["d e"]',
  ]);
});
