import { Chart } from 'cdk8s';
import { appWith, manifestsOf, objectOf } from '../../test/apps';
import { schemaProblems } from '../../test/kubernetes-schema';
import { Grafana } from '../grafana/grafana';
import { Loki } from '../loki/loki';
import { Promtail } from '../promtail/promtail';
import { selectorLabels } from './labels';
import { type PodDefaults, podTemplate } from './pod';
import type { PodOptions } from './pod-options';
import type { Container, PodSpec } from './types';

const IDENTITY = { name: 'loki', instance: 'logs', component: 'single-binary' };
const DEFAULTS: PodDefaults = {
  identity: IDENTITY,
  checksums: { 'checksum/config': 'abc' },
  serviceAccountName: 'logs',
  automountServiceAccountToken: false,
  securityContext: { runAsUser: 1, runAsGroup: 1 },
  container: {
    name: 'loki',
    args: ['-a'],
    env: [
      { name: 'A', value: 'ours' },
      { name: 'B', value: 'ours' },
    ],
    volumeMounts: [
      { name: 'config', mountPath: '/etc/loki', readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
    resources: { requests: { memory: '64Mi' }, limits: { memory: '1Gi' } },
  },
  initContainers: [{ name: 'first', image: 'ours' }],
  volumes: [
    { name: 'config', secret: { secretName: 'logs' } },
    { name: 'tmp', emptyDir: {} },
  ],
};

const podOf = (options: PodOptions, defaults = DEFAULTS): PodSpec => podTemplate(defaults, options).spec as PodSpec;
const containerOf = (options: PodOptions): Container => podOf(options).containers[0] as Container;

describe('things that have a name replace ours in place, others follow', () => {
  const theirs = (name: string) => ({ name, value: 'theirs' });

  test('variables', () => {
    const { env } = containerOf({ env: [theirs('C'), theirs('A')] });
    expect(env?.map(({ name, value }) => [name, value])).toEqual([
      ['A', 'theirs'],
      ['B', 'ours'],
      ['GOMEMLIMIT', '921MiB'],
      ['C', 'theirs'],
    ]);
  });

  test('volumes', () => {
    const { volumes } = podOf({
      volumes: [
        { name: 'tmp', emptyDir: { medium: 'Memory' } },
        { name: 'more', emptyDir: {} },
      ],
    });
    expect(volumes).toEqual([
      { name: 'config', secret: { secretName: 'logs' } },
      { name: 'tmp', emptyDir: { medium: 'Memory' } },
      { name: 'more', emptyDir: {} },
    ]);
  });

  test('mounts, by the place that they have', () => {
    const { volumeMounts } = containerOf({
      volumeMounts: [
        { name: 'other', mountPath: '/etc/loki' },
        { name: 'tmp', mountPath: '/var/tmp' },
      ],
    });
    expect(volumeMounts).toEqual([
      { name: 'other', mountPath: '/etc/loki' },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'tmp', mountPath: '/var/tmp' },
    ]);
  });

  test('init containers', () => {
    const { initContainers } = podOf({ initContainers: [{ name: 'second' }, { name: 'first', image: 'theirs' }] });
    expect(initContainers?.map(({ name, image }) => [name, image])).toEqual([
      ['first', 'theirs'],
      ['second', undefined],
    ]);
  });

  test('arguments and sidecars come after ours', () => {
    const pod = podOf({ extraArgs: ['-b'], sidecars: [{ name: 'proxy' }] });
    expect(pod.containers.map(({ name }) => name)).toEqual(['loki', 'proxy']);
    expect(pod.containers[0]?.args).toEqual(['-a', '-b']);
  });
});

describe('GOMEMLIMIT is nine tenths of the memory limit', () => {
  const limitFor = (limits: object) =>
    containerOf({ resources: { limits: limits as never } }).env?.find(({ name }) => name === 'GOMEMLIMIT')?.value;

  test.each<[string | number, string]>([
    ['1Gi', '921MiB'],
    ['1024Mi', '921MiB'],
    ['1.5Gi', '1382MiB'],
    ['1G', '858MiB'],
    ['1e9', '858MiB'],
    [1073741824, '921MiB'],
    ['1073741824', '921MiB'],
    ['512Mi', '460MiB'],
  ])('%p: %s', (memory, expected) => {
    expect(limitFor({ memory })).toBe(expected);
  });

  test.each([{}, { cpu: '1' }, { memory: '0' }, { memory: '1Ki' }, { memory: 'much' }, { memory: '-1Gi' }])(
    'and is not set with %j',
    (limits) => {
      expect(limitFor(limits)).toBeUndefined();
    },
  );

  test('nor without limits, nor where the user sets it', () => {
    expect(JSON.stringify(podOf({ resources: { requests: { memory: '1Gi' } } }))).not.toContain('GOMEMLIMIT');
    expect(containerOf({ env: [{ name: 'GOMEMLIMIT', value: 'off' }] }).env).toContainEqual({
      name: 'GOMEMLIMIT',
      value: 'off',
    });
  });

  test('and is not set for containers of others', () => {
    const { containers } = podOf({ sidecars: [{ name: 'proxy', resources: { limits: { memory: '1Gi' } } }] });
    expect(containers[1]).not.toHaveProperty('env');
  });
});

test('quantities are written as they are stored, in every container and volume', () => {
  const resources = { requests: { cpu: '1000m' }, limits: { memory: '1024Mi' } };
  const pod = podOf({
    resources,
    sidecars: [{ name: 'proxy', resources }],
    initContainers: [{ name: 'second', resources }],
    volumes: [{ name: 'cache', emptyDir: { sizeLimit: '2048Mi' } }],
  });
  const stored = { requests: { cpu: '1' }, limits: { memory: '1Gi' } };
  expect([...pod.containers, ...(pod.initContainers ?? []).slice(1)].map((container) => container.resources)).toEqual([
    stored,
    stored,
    stored,
  ]);
  expect(pod.volumes?.at(-1)).toEqual({ name: 'cache', emptyDir: { sizeLimit: '2Gi' } });
});

test('what the pods are selected by, and what rolls them, is never the user’s', () => {
  const podLabels = { ...selectorLabels({ name: 'a', instance: 'b', component: 'c' }), team: 'logs' };
  const { metadata } = podTemplate(DEFAULTS, { podLabels, podAnnotations: { 'checksum/config': 'theirs', a: 'b' } });
  expect(metadata?.labels).toEqual({ ...selectorLabels(IDENTITY), team: 'logs' });
  expect(metadata?.annotations).toEqual({ 'checksum/config': 'abc', a: 'b' });
});

test('a security context changes the fields that it names', () => {
  const options = { podSecurityContext: { runAsUser: 2 }, securityContext: { readOnlyRootFilesystem: false } };
  expect(podOf(options).securityContext).toEqual({ runAsUser: 2, runAsGroup: 1 });
  expect(containerOf(options).securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: false,
  });
});

/** Every option, and where it ends up below `spec.template`, `spec.template.spec` or its first container. */
const OPTIONS: { readonly [K in keyof Required<PodOptions>]: readonly [value: Required<PodOptions>[K], path: string] } =
  {
    affinity: [
      {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }],
          },
        },
      },
      'pod.affinity',
    ],
    env: [[{ name: 'HTTP_PROXY', value: 'http://proxy:3128' }], 'container.env'],
    extraArgs: [['-log.level=debug'], 'container.args'],
    image: [{ registry: 'registry.example.com', repository: 'logs/it', tag: '1.2.3' }, 'container.image'],
    imagePullSecrets: [[{ name: 'registry' }], 'pod.imagePullSecrets'],
    initContainers: [[{ name: 'before', image: 'a/b:1', restartPolicy: 'Always' }], 'pod.initContainers'],
    livenessProbe: [{ httpGet: { path: '/live', port: 8080 } }, 'container.livenessProbe'],
    nodeSelector: [{ 'kubernetes.io/arch': 'arm64' }, 'pod.nodeSelector'],
    podAnnotations: [{ 'prometheus.io/scrape': 'true' }, 'template.metadata.annotations'],
    podLabels: [{ team: 'logs' }, 'template.metadata.labels'],
    podSecurityContext: [{ fsGroup: 4711 }, 'pod.securityContext'],
    priorityClassName: ['important', 'pod.priorityClassName'],
    readinessProbe: [{ httpGet: { path: '/ready-now', port: 8080 } }, 'container.readinessProbe'],
    resources: [{ requests: { cpu: '250m' }, limits: { memory: '3Gi' } }, 'container.resources'],
    securityContext: [{ privileged: false }, 'container.securityContext'],
    serviceAccountAnnotations: [{ 'example.com/role': 'logs' }, 'serviceAccount.metadata.annotations'],
    sidecars: [[{ name: 'beside', image: 'a/b:1' }], 'pod.containers'],
    startupProbe: [{ tcpSocket: { port: 8080 } }, 'container.startupProbe'],
    terminationGracePeriodSeconds: [77, 'pod.terminationGracePeriodSeconds'],
    tolerations: [[{ key: 'a', operator: 'Exists', effect: 'NoSchedule' }], 'pod.tolerations'],
    topologySpreadConstraints: [
      [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: {} }],
      'pod.topologySpreadConstraints',
    ],
    volumeMounts: [[{ name: 'more', mountPath: '/more' }], 'container.volumeMounts'],
    volumes: [[{ name: 'more', configMap: { name: 'more' } }], 'pod.volumes'],
  };

const ALL = Object.fromEntries(Object.entries(OPTIONS).map(([option, [value]]) => [option, value])) as PodOptions;

describe.each([
  ['Loki', 'StatefulSet/it', (chart: Chart) => new Loki(chart, 'it', ALL)],
  ['Promtail', 'DaemonSet/it', (chart: Chart) => new Promtail(chart, 'it', { ...ALL, pushUrl: 'http://loki:3100' })],
  ['Grafana', 'Deployment/it', (chart: Chart) => new Grafana(chart, 'it', ALL)],
])('every option reaches the pods of %s', (_, reference, build) => {
  const app = appWith((root) => build(new Chart(root, 'logs', { namespace: 'logs' })));
  const { template } = objectOf(app, reference).spec;
  const places = {
    template,
    pod: template.spec,
    container: template.spec.containers[0],
    serviceAccount: objectOf(app, 'ServiceAccount/it'),
  };

  test.each(Object.entries(OPTIONS).filter(([option]) => option !== 'image'))('%s', (_option, [value, path]) => {
    const found = path.split('.').reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], places);
    if (Array.isArray(value)) expect(found).toEqual(expect.arrayContaining(value));
    else if (typeof value === 'object') expect(found).toMatchObject(value);
    else expect(found).toBe(value);
  });

  test('image', () => {
    expect(places.container.image).toBe('registry.example.com/logs/it:1.2.3');
  });

  test('as Kubernetes’ newest release has them', () => {
    expect(manifestsOf(app).flatMap((manifest) => schemaProblems({ ...manifest }, 'newest'))).toEqual([]);
  });

  test('as Kubernetes 1.27 has them, but for what is younger', () => {
    const problems = manifestsOf(app).flatMap((manifest) => schemaProblems({ ...manifest }, '1.27'));
    expect(problems).toEqual([
      expect.stringMatching(/initContainers\[\d\]\.restartPolicy: Kubernetes 1\.27 has no such field/),
    ]);
  });
});
