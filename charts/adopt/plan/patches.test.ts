import { objectOf } from '../../../test/release-objects';
import type { Manifest } from '../../kubernetes/manifest';
import type { ReleaseObject } from '../read/release-object';
import { type PatchContext, patchesFor } from './patches';

const CONTEXT: PatchContext = {
  movedKeys: new Set(),
  container: 'loki',
  hasGuests: false,
  sharesVolume: false,
  podLabels: [],
  targetPorts: new Set(),
  keepsRules: false,
  saidArgs: new Set(),
  portNames: new Map(),
  isScaled: false,
  unnamedPorts: [],
};
const patches = (theirs: ReleaseObject, ours: object, context: Partial<PatchContext> = {}) => {
  const { apiVersion, kind, name, namespace } = theirs;
  const manifest = { apiVersion, kind, metadata: { name, namespace }, ...ours } as Manifest;
  return patchesFor(theirs, manifest, { ...CONTEXT, ...context }).map((patch) => [
    patch.op,
    patch.path,
    ...('value' in patch ? [patch.value] : []),
  ]);
};
const workload = (pod: object, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  spec: {
    selector: { matchLabels: { app: 'loki' } },
    ...spec,
    template: { metadata: { labels: { app: 'loki' } }, spec: pod },
  },
});
const container = (rest: object = {}) => ({ containers: [{ name: 'loki', image: 'a:1', ...rest }] });
const ofContainer = (theirs: object, ours: object = {}, context: Partial<PatchContext> = {}) =>
  patches(objectOf('StatefulSet/a', workload(container(theirs))), workload(container(ours)), context);

test('labels, annotations and finalizers that only theirs has stay, but for those of Helm', () => {
  const metadata = {
    labels: { app: 'a', chart: 'x', heritage: 'y', 'helm.sh/chart': 'z', 'app.kubernetes.io/version': '1', team: 'b' },
    annotations: { 'helm.sh/resource-policy': 'keep', c: 'd' },
    finalizers: ['e/f'],
  };
  expect(patches(objectOf('Service/a', { metadata }), { metadata: { name: 'a', labels: { app: 'other' } } })).toEqual([
    ['add', '/metadata/labels/team', 'b'],
    ['add', '/metadata/annotations', { c: 'd' }],
    ['add', '/metadata/finalizers', ['e/f']],
  ]);
});

describe('of workloads', () => {
  test('what no option says is added, what one says is left to it', () => {
    const theirs = workload(
      { hostNetwork: true, nodeName: 'x', serviceAccountName: 'a', ...container() },
      { minReadySeconds: 5, serviceName: 'x', revisionHistoryLimit: 3 },
    );
    const found = patches(objectOf('StatefulSet/a', theirs), workload({ nodeName: 'y', ...container() }));
    expect(found).toEqual([
      ['add', '/spec/minReadySeconds', 5],
      ['add', '/spec/revisionHistoryLimit', 3],
      ['add', '/spec/template/spec/hostNetwork', true],
    ]);
  });

  test('fields of the container', () => {
    expect(ofContainer({ stdin: true, args: ['x'], imagePullPolicy: 'Always' }, { imagePullPolicy: 'Never' })).toEqual([
      ['add', '/spec/template/spec/containers/0/stdin', true],
    ]);
  });

  test('no credential among them', () => {
    expect(ofContainer({ command: ['run', '--password=hunter2'] })).toEqual([
      ['add', '/spec/template/spec/containers/0/command', ['run', '--password=$(COMMAND_PASSWORD)']],
    ]);
    expect(ofContainer({ lifecycle: { preStop: { exec: { command: ['a', '--token', 'hunter2'] } } } })).toEqual([]);
  });

  test('ports that ours has not, and their names where a Service asks by them', () => {
    const theirs = {
      ports: [
        { name: 'http', containerPort: 3100 },
        { name: 'grpc', containerPort: 9095 },
        { name: 'own', containerPort: 1 },
      ],
    };
    const ours = {
      ports: [
        { name: 'http-metrics', containerPort: 3100 },
        { name: 'own', containerPort: 2 },
      ],
    };
    expect(ofContainer(theirs, ours)).toEqual([
      ['add', '/spec/template/spec/containers/0/ports/-', { name: 'grpc', containerPort: 9095 }],
    ]);
    expect(ofContainer(theirs, ours, { targetPorts: new Set(['http']) })[0]).toEqual([
      'replace',
      '/spec/template/spec/containers/0/ports/0/name',
      'http',
    ]);
  });

  test('containers beside it may ask the API server, unless theirs say that they do not', () => {
    const token = ['replace', '/spec/template/spec/automountServiceAccountToken', true];
    const ours = workload({ automountServiceAccountToken: false, ...container() });
    const theirs = (said?: boolean) =>
      objectOf('StatefulSet/a', workload({ automountServiceAccountToken: said, ...container() }));
    expect(patches(theirs(), ours, { hasGuests: true })).toEqual([token]);
    expect(patches(theirs(false), ours, { hasGuests: true })).toEqual([]);
    expect(patches(theirs(), ours)).toEqual([]);
  });

  test('several pods that share a volume are rolled as before', () => {
    const theirs = objectOf('Deployment/a', workload(container(), { strategy: { rollingUpdate: { maxSurge: 2 } } }));
    const ours = workload(container(), { strategy: { type: 'Recreate' } });
    expect(patches(theirs, ours)).toEqual([]);
    expect(patches(theirs, ours, { sharesVolume: true })).toEqual([
      ['replace', '/spec/strategy', { type: 'RollingUpdate', rollingUpdate: { maxSurge: 2 } }],
    ]);
  });
});

describe('of Services', () => {
  const service = (spec: object, isLive = false) => ({ ...objectOf('Service/a', { spec }), isLive });
  const ours = { spec: { selector: { app: 'loki' }, ports: [{ name: 'http', port: 80 }] } };
  const labels = { podLabels: [{ app: 'loki' }] };

  test('all ports stay, and ours come after', () => {
    expect(
      patches(
        service({
          selector: {},
          ports: [
            { name: 'a', port: 1 },
            { name: 'b', port: 80 },
          ],
        }),
        ours,
        labels,
      ),
    ).toEqual([
      [
        'replace',
        '/spec/ports',
        [
          { name: 'a', port: 1 },
          { name: 'b', port: 80 },
        ],
      ],
    ]);
    expect(patches(service({ ports: [{ name: 'a', port: 1 }] }), ours, labels)).toEqual([
      [
        'replace',
        '/spec/ports',
        [
          { name: 'a', port: 1 },
          { name: 'http', port: 80 },
        ],
      ],
    ]);
  });

  test('an address that a cluster has given stays by itself, one that was asked for is asked for', () => {
    const spec = { ports: [{ name: 'http', port: 80 }], clusterIP: '10.0.0.1', type: 'NodePort' };
    expect(patches(service(spec), ours, labels)).toEqual([
      ['add', '/spec/clusterIP', '10.0.0.1'],
      ['add', '/spec/type', 'NodePort'],
    ]);
    expect(patches(service(spec, true), ours, labels)).toEqual([['add', '/spec/type', 'NodePort']]);
  });

  test('one that has an address does not lose it', () => {
    const headless = { spec: { ...ours.spec, clusterIP: 'None' } };
    expect(patches(service({ ports: [{ name: 'http', port: 80 }] }), headless, labels)).toEqual([
      ['remove', '/spec/clusterIP'],
    ]);
  });

  test('pods that run are found until the last of them is replaced', () => {
    const theirs = service({ selector: { app: 'old' }, ports: [{ name: 'http', port: 80 }] });
    expect(patches(theirs, ours, { podLabels: [{ app: 'old' }] })).toEqual([
      ['replace', '/spec/selector', { app: 'old' }],
    ]);
    expect(patches(theirs, ours, { podLabels: [{ app: 'loki', x: 'y' }] })).toEqual([]);
  });
});

test('a claim keeps how it may be mounted, and what it is bound to where it was asked for', () => {
  const spec = { accessModes: ['ReadWriteMany'], volumeName: 'pv', volumeMode: 'Block' };
  const ours = { spec: { accessModes: ['ReadWriteOnce'] } };
  const claim = objectOf('PersistentVolumeClaim/a', { spec });
  const modes = ['replace', '/spec/accessModes', ['ReadWriteMany']];
  expect(patches(claim, ours)).toEqual([
    modes,
    ['add', '/spec/volumeMode', 'Block'],
    ['add', '/spec/volumeName', 'pv'],
  ]);
  expect(patches({ ...claim, isLive: true }, ours)).toEqual([modes, ['add', '/spec/volumeMode', 'Block']]);
});

test('an account keeps the credentials that images are pulled by', () => {
  const account = objectOf('ServiceAccount/a', { imagePullSecrets: [{ name: 'r' }] });
  expect(patches(account, {})).toEqual([['add', '/imagePullSecrets', [{ name: 'r' }]]]);
  expect(patches(account, { imagePullSecrets: [{ name: 'x' }] })).toEqual([]);
});

test('a role keeps its rules where they are needed', () => {
  const role = objectOf('ClusterRole/a', { apiVersion: 'rbac.authorization.k8s.io/v1', rules: [{ verbs: ['get'] }] });
  const ours = { rules: [{ verbs: ['list'] }] };
  expect(patches(role, ours)).toEqual([]);
  expect(patches(role, ours, { keepsRules: true })).toEqual([['replace', '/rules', [{ verbs: ['get'] }]]]);
  expect(patches(role, { rules: [{ verbs: ['get'] }] }, { keepsRules: true })).toEqual([]);
});

test('a ConfigMap keeps its other keys, but for credentials', () => {
  const map = objectOf('ConfigMap/a', {
    data: { moved: 'a', kept: 'b', ours: 'c', password: 'hunter2' },
    binaryData: { d: 'ZQ==' },
  });
  expect(patches(map, { data: { ours: 'x' } }, { movedKeys: new Set(['moved']) })).toEqual([
    ['add', '/data/kept', 'b'],
    ['add', '/binaryData', { d: 'ZQ==' }],
  ]);
});
