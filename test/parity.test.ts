import type { Manifest } from '../charts/kubernetes/manifest';
import { compareSettings, type Default, readSettings, settingsOf } from './parity';

const manifest = (kind: string, fields: object): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'loki' },
  ...fields,
});

const DEFAULTS: readonly Default[] = [{ path: /\.protocol$/, value: 'TCP', by: 'API server' }];

/** What one setting of theirs comes to. */
const outcome = (row: string, ours: Manifest, move?: { from: string; to: string }) =>
  compareSettings(readSettings(row), settingsOf([ours]), move === undefined ? [] : [move], DEFAULTS)[0]?.outcome;

const service = manifest('Service', { spec: { ports: [{ name: 'http', port: 80 }], type: 'ClusterIP' } });

test('comments and the head of the file are no settings', () => {
  expect(readSettings('# comment\nobject\tpath\tvalue\nService/loki\tspec.type\t"ClusterIP"\n')).toEqual([
    { object: 'Service/loki', path: 'spec.type', value: 'ClusterIP' },
  ]);
});

test('lists go by mount path, by name, else by number; files by what is in them', () => {
  const secret = manifest('Secret', {
    stringData: { 'loki.yaml': 'a:\n  - b: 1\n' },
    spec: { volumeMounts: [{ name: 'config', mountPath: '/etc' }] },
  });
  expect(settingsOf([secret]).map(({ path, value }) => [path, value])).toEqual([
    ['apiVersion', 'v1'],
    ['kind', 'Secret'],
    ['metadata.name', 'loki'],
    ['spec.volumeMounts[/etc].name', 'config'],
    ['spec.volumeMounts[/etc].mountPath', '/etc'],
    ['data(loki.yaml).a[0].b', 1],
  ]);
});

test.each([
  ['the same value', 'Service/loki\tspec.type\t"ClusterIP"', 'equal'],
  ['another value', 'Service/loki\tspec.type\t"NodePort"', 'different'],
  ['no value', 'Service/loki\tspec.clusterIP\t"None"', 'different'],
  ['a number as text', 'Service/loki\tspec.ports[http].port\t"80"', 'different'],
  ['nothing, where the default is the same', 'Service/loki\tspec.ports[http].protocol\t"TCP"', 'equal by default'],
  ['nothing, where the default is another', 'Service/loki\tspec.ports[http].protocol\t"UDP"', 'different'],
  ['the default of a port that is not there', 'Service/loki\tspec.ports[grpc].protocol\t"TCP"', 'different'],
  ['a label of Helm’s', 'Service/loki\tmetadata.labels.release\t"loki"', 'label or selector'],
  ['a label that something reads', 'Service/loki\tmetadata.labels.grafana_datasource\t"1"', 'different'],
  ['a label of an object that is not there', 'Service/grafana\tmetadata.labels.release\t"loki"', 'different'],
])('%s', (_, row, expected) => {
  expect(outcome(row, service)).toBe(expected);
});

test('a setting under another name', () => {
  const move = { from: 'Service/loki spec.ports[service]', to: 'Service/loki spec.ports[http]' };
  expect(outcome('Service/loki\tspec.ports[service].port\t80', service, move)).toBe('equal');
  expect(outcome('Service/loki\tspec.ports[service].port\t81', service, move)).toBe('different');
});

test('images with the registry that is meant without one, roles in any order, ini files by key', () => {
  const deployment = manifest('Deployment', { spec: { image: 'docker.io/grafana/loki:2.1.0' } });
  expect(outcome('Deployment/loki\tspec.image\t"grafana/loki:2.1.0"', deployment)).toBe('equal');
  expect(outcome('Deployment/loki\tspec.image\t"grafana/loki:2.1.1"', deployment)).toBe('different');
  const role = manifest('Role', { rules: [{ verbs: ['get', 'list'] }] });
  expect(outcome('Role/loki\trules[0].verbs[0]\t"list"', role)).toBe('equal');
  expect(outcome('Role/loki\trules[0].verbs[0]\t"watch"', role)).toBe('different');
  const ini = manifest('ConfigMap', { data: { 'grafana.ini': '[log]\nmode = console\n\n[paths]\ndata = /a\n' } });
  expect(outcome('ConfigMap/loki\tdata.grafana.ini\t"[paths]\\ndata = /a\\n"', ini)).toBe('equal');
  expect(outcome('ConfigMap/loki\tdata.grafana.ini\t"[paths]\\nmode = console\\n"', ini)).toBe('different');
});
