import type { Manifest } from '../manifest';
import { checkPods } from './pods';

const LABELS = { app: 'loki' };
const workload = (pod: object, spec: object = {}, metadata: object = { labels: LABELS }): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'loki' },
  spec: { selector: { matchLabels: LABELS }, template: { metadata, spec: pod }, ...spec },
});
const withContainer = (fields: object, pod: object = {}) =>
  checkPods(workload({ ...pod, containers: [{ name: 'loki', ...fields }] }));
const refusal = (path: string, remedy: string) => [{ path, message: expect.any(String), remedy }];

const CONTAINER = 'spec.template.spec.containers[0]';
const NAMES = 'use letters, digits, "_", "-" and ".", no digit first';

test('nothing is wrong with a pod that has all of it', () => {
  const container = {
    name: 'loki',
    env: [
      { name: 'A', value: 'b' },
      { name: 'b.c-d_1', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: '.hidden', value: '', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ],
    ports: [{ name: 'http-metrics', containerPort: 3100 }, { containerPort: 65535 }],
    readinessProbe: { httpGet: { port: 'http-metrics' } },
    livenessProbe: { tcpSocket: { port: 3100 } },
    startupProbe: { exec: { command: ['true'] } },
    volumeMounts: [
      { name: 'storage', mountPath: '/var/loki' },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
  const pod = { containers: [container], initContainers: [{ name: 'init' }], volumes: [{ name: 'tmp' }] };
  expect(checkPods(workload(pod, { volumeClaimTemplates: [{ metadata: { name: 'storage' } }] }))).toEqual([]);
});

describe('the selector', () => {
  test('of labels that the pods do not carry', () => {
    const selecting = (matchLabels: object) => checkPods(workload({ containers: [] }, { selector: { matchLabels } }));
    expect(selecting({ app: 'Loki' })).toEqual([
      {
        path: 'spec.selector.matchLabels["app"]',
        message: 'selects "Loki", its own pods carry "loki"',
        remedy: 'give selector and pods the same label',
      },
    ]);
    expect(selecting({ team: 'logs' })[0]?.message).toBe('selects "logs", its own pods carry no such label');
  });

  test('by expressions is left alone', () => {
    const selector = { matchExpressions: [{ key: 'team', operator: 'In', values: ['a'] }] };
    expect(checkPods(workload({ containers: [] }, { selector }))).toEqual([]);
  });
});

test('labels, annotations and the node’s labels', () => {
  const metadata = { labels: { ...LABELS, 'a b': 'c' }, annotations: { 'd e': 'f' } };
  const problems = checkPods(workload({ containers: [], nodeSelector: { disk: 'very fast' } }, {}, metadata));
  expect(problems.map(({ path }) => path)).toEqual([
    'spec.template.metadata.labels["a b"]',
    'spec.template.metadata.annotations["d e"]',
    'spec.template.spec.nodeSelector["disk"]',
  ]);
});

describe('volumes', () => {
  test('a mount without its volume', () => {
    const volumeMounts = [{ name: 'storage', mountPath: '/var/loki' }];
    expect(withContainer({ volumeMounts })).toEqual([
      {
        path: `${CONTAINER}.volumeMounts[0].name`,
        message: 'the pod has no volume "storage"',
        remedy: 'add it to volumes',
      },
    ]);
    expect(withContainer({ volumeMounts }, { volumes: [{ name: 'tmp' }] })).toEqual(
      refusal(`${CONTAINER}.volumeMounts[0].name`, 'add it to volumes, or mount one of "tmp"'),
    );
  });

  test('of one name', () => {
    expect(withContainer({}, { volumes: [{ name: 'a' }, { name: 'b' }, { name: 'a' }] })).toEqual(
      refusal('spec.template.spec.volumes[2].name', 'name each once'),
    );
  });

  test('one that a claim would take the place of', () => {
    const pod = { containers: [], volumes: [{ name: 'tmp' }, { name: 'storage', emptyDir: {} }] };
    expect(checkPods(workload(pod, { volumeClaimTemplates: [{ metadata: { name: 'storage' } }] }))).toEqual([
      {
        path: 'spec.template.spec.volumes[1].name',
        message: '"storage" is a claim\'s name too, and the claim is mounted in its place',
        remedy: 'give the volume another name',
      },
    ]);
  });

  test('of no name for one', () => {
    expect(withContainer({}, { volumes: [{ name: 'my volume' }] })).toEqual(
      refusal('spec.template.spec.volumes[0].name', 'did you mean "my-volume"?'),
    );
  });

  test('two mounts at one place, however it is written', () => {
    const volumeMounts = [
      { name: 'a', mountPath: '/' },
      { name: 'a', mountPath: '/data' },
      { name: 'a', mountPath: '/data/' },
    ];
    expect(withContainer({ volumeMounts }, { volumes: [{ name: 'a' }] })).toEqual(
      refusal(`${CONTAINER}.volumeMounts[2].mountPath`, 'name each once'),
    );
  });
});

describe('containers', () => {
  test('of one name, one of them an init container', () => {
    expect(checkPods(workload({ initContainers: [{ name: 'a' }], containers: [{ name: 'a' }] }))).toEqual(
      refusal(`${CONTAINER}.name`, 'name each once'),
    );
  });

  test('of no name for one', () => {
    expect(checkPods(workload({ containers: [{ name: 'My_App' }] }))).toEqual(
      refusal(`${CONTAINER}.name`, 'did you mean "my-app"?'),
    );
  });

  test.each<[string, object, string, string]>([
    ['a variable twice', { env: [{ name: 'A' }, { name: 'A' }] }, 'env[1].name', 'name each once'],
    ['a variable with a blank', { env: [{ name: 'A B' }] }, 'env[0].name', NAMES],
    ['a variable with a digit first', { env: [{ name: '1A' }] }, 'env[0].name', NAMES],
    ['a variable like a folder', { env: [{ name: '..' }] }, 'env[0].name', NAMES],
    ['two sources', { env: [{ name: 'A', value: 'b', valueFrom: { fieldRef: {} } }] }, 'env[0]', 'keep one of them'],
    ['no port', { ports: [{ containerPort: 0 }] }, 'ports[0].containerPort', 'write a number from 1 to 65535'],
    [
      'too high a port',
      { ports: [{ containerPort: 65536 }] },
      'ports[0].containerPort',
      'write a number from 1 to 65535',
    ],
    [
      'two ports of one name',
      {
        ports: [
          { name: 'http', containerPort: 1 },
          { name: 'http', containerPort: 2 },
        ],
      },
      'ports[1].name',
      'name each once',
    ],
    ['a probe of no port', { livenessProbe: { httpGet: { port: 'http' } } }, 'livenessProbe', 'name the port in ports'],
    [
      'a probe of another port',
      {
        ports: [{ name: 'http', containerPort: 1 }, { containerPort: 2 }],
        startupProbe: { tcpSocket: { port: 'htpp' } },
      },
      'startupProbe',
      'use "http"',
    ],
    [
      'a probe of a number',
      { readinessProbe: { httpGet: { port: 0 } } },
      'readinessProbe',
      'write a number from 1 to 65535',
    ],
    ['resources', { resources: { limits: { memory: '256m' } } }, 'resources.limits.memory', 'did you mean "256Mi"?'],
  ])('%s', (_, fields, path, remedy) => {
    expect(withContainer(fields)).toEqual(refusal(`${CONTAINER}.${path}`, remedy));
  });

  test.each(['', 'Http', 'http_metrics', '-http', 'http-', 'a--b', '3100', 'a'.repeat(16)])(
    'no port is named %j',
    (name) => {
      expect(withContainer({ ports: [{ name, containerPort: 1 }] })).toEqual(
        refusal(
          `${CONTAINER}.ports[0].name`,
          'write 15 characters at most: a-z, 0-9 and "-", with a letter among them',
        ),
      );
    },
  );
});

test.each([
  { apiVersion: 'v1', kind: 'ConfigMap' },
  { apiVersion: 'example.com/v1', kind: 'Deployment' },
])('what is no workload of Kubernetes’ own is left alone: %j', (kind) => {
  const { spec } = workload({ containers: [{ name: 'A B' }] });
  expect(checkPods({ ...kind, metadata: { name: 'a' }, spec })).toEqual([]);
});
