import type { Manifest } from '../manifest';
import { checkManifests, manifestWarnings } from '.';

const object = (apiVersion: string, kind: string, metadata: object, fields: object = {}): Manifest =>
  ({ apiVersion, kind, metadata, ...fields }) as Manifest;
const configMap = (name: string, namespace?: string) => object('v1', 'ConfigMap', { name, namespace });
const problems = (...manifests: Manifest[]) => checkManifests(manifests).map(({ finding }) => finding);

test('a problem names the object, and which of them it is', () => {
  expect(checkManifests([configMap('a'), configMap('B')])).toEqual([
    {
      index: 1,
      finding: {
        path: 'ConfigMap/B metadata.name',
        message: '"B" is not a DNS subdomain',
        remedy: 'use a-z, 0-9, "-" and ".", a letter or digit at both ends of each part, 253 characters at most',
      },
    },
  ]);
});

describe('the same object twice', () => {
  test('in one namespace', () => {
    expect(problems(configMap('a', 'logs'), configMap('a', 'logs'))).toEqual([
      {
        path: 'ConfigMap/a metadata.name',
        message: 'another ConfigMap "a" is there already in namespace "logs": the last one applied would win',
        remedy: 'give one of them another name or namespace',
      },
    ]);
  });

  test('in none, whatever namespace the chart gave it', () => {
    const role = (namespace: string) => object('rbac.authorization.k8s.io/v1', 'ClusterRole', { name: 'a', namespace });
    expect(problems(role('a'), role('b'))).toEqual([
      {
        path: 'ClusterRole/a metadata.name',
        message: 'another ClusterRole "a" is there already: the last one applied would win',
        remedy: 'give one of them another name',
      },
    ]);
  });

  test('in two versions of its API', () => {
    expect(
      problems(object('apps/v1', 'Deployment', { name: 'a' }), object('apps/v1beta1', 'Deployment', { name: 'a' })),
    ).toHaveLength(1);
  });

  test.each([
    ['another namespace', configMap('a', 'other')],
    ['another name', configMap('b', 'logs')],
    ['another kind', object('v1', 'Secret', { name: 'a', namespace: 'logs' })],
    ['another API', object('example.com/v1', 'ConfigMap', { name: 'a', namespace: 'logs' })],
  ])('but not with %s', (_, other) => {
    expect(problems(configMap('a', 'logs'), other)).toEqual([]);
  });
});

test('the name of a namespace once, and not for every object in it', () => {
  expect(problems(configMap('a', 'My Logs'), configMap('b', 'My Logs'), configMap('c', 'Other'))).toEqual([
    { path: 'ConfigMap/a metadata.namespace', message: expect.any(String), remedy: 'did you mean "my-logs"?' },
    { path: 'ConfigMap/c metadata.namespace', message: expect.any(String), remedy: 'did you mean "other"?' },
  ]);
});

describe('objects of any form are refused, never thrown at', () => {
  const ODD = [null, 1, true, '', 'text', [], {}, [null], [[]], [1], { a: null }, { name: 1 }, { matchLabels: 1 }];
  const FIELDS = [
    'spec',
    'spec.selector',
    'spec.template',
    'spec.template.metadata',
    'spec.template.metadata.labels',
    'spec.template.spec',
    'spec.template.spec.containers',
    'spec.template.spec.volumes',
    'spec.volumeClaimTemplates',
    'spec.ports',
    'metadata.labels',
    'metadata.annotations',
    'metadata.namespace',
    'metadata.name',
    'metadata',
    'data',
    'stringData',
    'apiVersion',
    'kind',
  ];
  const withField = (path: string, value: unknown): object =>
    path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;

  test.each(FIELDS)('%s', (path) => {
    for (const kind of ['Deployment', 'StatefulSet', 'Service', 'Secret', 'ConfigMap', 'Unknown']) {
      for (const value of ODD) {
        const apiVersion = kind === 'Deployment' || kind === 'StatefulSet' ? 'apps/v1' : 'v1';
        const manifest = { apiVersion, kind, metadata: { name: 'a' }, ...withField(path, value) } as Manifest;
        expect(() => [checkManifests([manifest, manifest]), manifestWarnings([manifest])]).not.toThrow();
      }
    }
  });
});
