import { App, Chart, JsonPatch } from 'cdk8s';
import { addObject } from './kubernetes-object';
import type { Manifest } from './manifest';
import { type ConfiguredPath, checkMountedPaths, checkMountsOf } from './mounts';

const VOLUME_MOUNTS = [
  { name: 'config', mountPath: '/etc/loki', readOnly: true },
  { name: 'storage', mountPath: '/var/loki' },
  { name: 'rules', mountPath: '/var/loki/rules' },
  { name: 'ini', mountPath: '/etc/grafana.ini', subPath: 'grafana.ini' },
];
const VOLUMES = [
  { name: 'config', emptyDir: {} },
  { name: 'storage', emptyDir: {} },
  { name: 'rules', configMap: { name: 'rules' } },
  { name: 'ini', emptyDir: {} },
];

const workload = (
  securityContext: object = { readOnlyRootFilesystem: true },
  volumeMounts: object[] = VOLUME_MOUNTS,
): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'loki' },
  spec: { template: { spec: { volumes: VOLUMES, containers: [{ name: 'loki', securityContext, volumeMounts }] } } },
});
const check = (access: ConfiguredPath['access'], path: string, of = workload()) =>
  checkMountedPaths(of, 'loki', [{ property: 'config.path', path, access }]);

test.each(['/var/loki', '/var/loki/', '/var/loki/chunks', '/var/loki//a/../b', 'var/loki/wal'])(
  '%s can be written to',
  (path) => {
    expect(check('write', path)).toEqual([]);
  },
);

const ELSEWHERE = 'put it below /var/loki, or mount a volume there';
const READ_ONLY = 'is on no volume, and the root file system is read-only';

test.each([
  ['/data', READ_ONLY],
  ['/var/lokio', READ_ONLY],
  ['/', READ_ONLY],
  ['wal', READ_ONLY],
  ['/var/loki/../x', READ_ONLY],
  ['/etc/loki', 'is on /etc/loki, mounted read-only'],
  ['/etc/loki/rules', 'is on /etc/loki, mounted read-only'],
  ['/var/loki/rules/a', 'is on /var/loki/rules, mounted read-only'],
])('%s cannot: it %s', (path, message) => {
  expect(check('write', path)).toEqual([{ path: 'config.path', message: `"${path}" ${message}`, remedy: ELSEWHERE }]);
});

test('with no volume at all there is none to put it on', () => {
  expect(check('write', '/data', workload({}, []))[0]?.remedy).toBe('mount a volume there');
});

test('a root file system that can be written to takes what is on no volume', () => {
  const writable = workload({ readOnlyRootFilesystem: false });
  expect(check('write', '/data', writable)).toEqual([]);
  expect(check('write', '/etc/loki/x', writable)[0]?.message).toBe('"/etc/loki/x" is on /etc/loki, mounted read-only');
});

describe('what is read', () => {
  test.each(['/etc/loki/a', '/var/loki', '/var/loki/rules/'])('%s is there', (path) => {
    expect(check('read', path)).toEqual([]);
  });

  test('is on a volume, for the image has no logs of others', () => {
    const refusal = {
      path: 'config.path',
      message: '"/var/log/pods" is on no volume',
      remedy: 'put it below /etc/loki or /var/loki or /var/loki/rules or /etc/grafana.ini, or mount a volume there',
    };
    expect(check('read', '/var/log/pods')).toEqual([refusal]);
    expect(check('read', '/var/log/pods', workload({ readOnlyRootFilesystem: false }))).toEqual([refusal]);
  });
});

test('a mount at the root holds everything', () => {
  const root = workload({}, [{ name: 'storage', mountPath: '/' }]);
  expect([...check('write', '/a/b', root), ...check('read', '/a/b', root)]).toEqual([]);
});

test('a container that is not there is asked nothing', () => {
  expect(checkMountedPaths(workload(), 'other', [{ property: 'a', path: '/a', access: 'write' }])).toEqual([]);
});

test('patches count', () => {
  const object = addObject(new Chart(new App(), 'chart'), 'a', 'StatefulSet', workload() as never);
  const paths = [{ property: 'a', path: '/data', access: 'write' }] as const;
  expect(checkMountsOf(object, 'loki', paths)).toHaveLength(1);
  object.addJsonPatch(
    JsonPatch.add('/spec/template/spec/containers/0/volumeMounts/-', { name: 'storage', mountPath: '/data' }),
  );
  expect(checkMountsOf(object, 'loki', paths)).toEqual([]);
});
