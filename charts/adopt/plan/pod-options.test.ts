import { objectOf } from '../../../test/release-objects';
import type { JsonObject } from '../json';
import type { FoundComponent } from '../read/components';
import { type Handled, podPlan, withPort } from './pod-options';

const HANDLED: Handled = {
  volumes: new Map(),
  replacedVolumes: new Set(),
  mountPaths: new Set(),
  args: new Set(['config.file']),
  env: new Set(['HANDLED']),
  ports: { http: 'http-metrics' },
};

interface Pod {
  readonly metadata?: JsonObject;
  readonly pod?: JsonObject;
  readonly container?: JsonObject;
}

const template = (
  { metadata = {}, pod = {}, container = {} }: Pod,
  containers: readonly JsonObject[] = [],
): JsonObject => ({
  spec: { template: { metadata, spec: { ...pod, containers: [{ name: 'loki', ...container }, ...containers] } } },
});
const plan = (theirs: Pod, ours: Pod = {}, containers: readonly JsonObject[] = []) => {
  const workload = objectOf('StatefulSet/loki', { apiVersion: 'apps/v1', ...template(theirs, containers) });
  const spec = (workload.manifest.spec as JsonObject).template as JsonObject;
  const pod = spec.spec as JsonObject;
  const container = (pod.containers as readonly JsonObject[])[0];
  const found = { component: 'loki', workload, pod, container } as unknown as FoundComponent;
  return podPlan(found, template(ours), HANDLED);
};
const options = (theirs: Pod, ours: Pod = {}, containers: readonly JsonObject[] = []) =>
  plan(theirs, ours, containers).options;

const RESOURCES = { requests: { cpu: '100m' } };

test('what is the same needs no option', () => {
  const pod: Pod = {
    metadata: { labels: { app: 'loki' }, annotations: { a: 'b' } },
    pod: {
      nodeSelector: { a: 'b' },
      tolerations: [{ key: 'a' }],
      securityContext: { runAsUser: 1 },
      terminationGracePeriodSeconds: 30,
    },
    container: {
      resources: RESOURCES,
      securityContext: { privileged: true },
      env: [{ name: 'A', value: 'b' }],
      livenessProbe: { httpGet: { port: 1 } },
    },
  };
  expect(options(pod, pod)).toEqual({});
  expect(
    options({ container: { resources: { requests: { cpu: '0.1' } } } }, { container: { resources: RESOURCES } }),
  ).toEqual({});
});

test.each<[string, Pod, Pod, JsonObject]>([
  ['resources', { container: { resources: RESOURCES } }, {}, { resources: RESOURCES }],
  ['none of them', {}, { container: { resources: RESOURCES } }, { resources: {} }],
  ['no tolerations', {}, { pod: { tolerations: [{ key: 'a' }] } }, { tolerations: [] }],
  [
    'where it runs',
    { pod: { nodeSelector: { a: 'b' }, priorityClassName: 'high' } },
    {},
    { nodeSelector: { a: 'b' }, priorityClassName: 'high' },
  ],
  [
    '30 seconds, against more',
    {},
    { pod: { terminationGracePeriodSeconds: 300 } },
    { terminationGracePeriodSeconds: 30 },
  ],
  [
    'labels, but for those of charts',
    { metadata: { labels: { app: 'a', chart: 'x', 'helm.sh/chart': 'x', team: 'b' } } },
    { metadata: { labels: { app: 'a' } } },
    { podLabels: { team: 'b' } },
  ],
  [
    'annotations, but for those that say what was in a file',
    { metadata: { annotations: { 'checksum/config': 'x', 'kubectl.kubernetes.io/restartedAt': 'y', a: 'b' } } },
    {},
    { podAnnotations: { a: 'b' } },
  ],
  [
    'root, which has to be allowed',
    { container: { securityContext: { runAsUser: 0 } } },
    { container: { securityContext: { runAsUser: 10, runAsNonRoot: true } } },
    { securityContext: { runAsUser: 0, runAsNonRoot: false } },
  ],
  [
    'of the security context what is otherwise',
    { pod: { securityContext: { fsGroup: 1, runAsUser: 2 } } },
    { pod: { securityContext: { fsGroup: 1, runAsUser: 3, runAsNonRoot: true } } },
    { podSecurityContext: { runAsUser: 2 } },
  ],
  [
    'arguments that nothing else says',
    { container: { args: ['-config.file', '/x', '-log.level=debug', '-v'] } },
    {},
    { extraArgs: ['-log.level=debug', '-v'] },
  ],
  [
    'variables that nothing else says',
    {
      container: {
        env: [
          { name: 'A', value: 'a' },
          { name: 'B', value: 'b' },
          { name: 'HANDLED', value: 'c' },
        ],
      },
    },
    { container: { env: [{ name: 'A', value: 'a' }] } },
    { env: [{ name: 'B', value: 'b' }] },
  ],
  [
    'probes, by the name that our port has',
    { container: { readinessProbe: { httpGet: { path: '/ready', port: 'http' } } } },
    { container: { readinessProbe: { httpGet: { path: '/ready', port: 1 } } } },
    { readinessProbe: { httpGet: { path: '/ready', port: 'http-metrics' } } },
  ],
  ['not the probes that they have not', {}, { container: { livenessProbe: { tcpSocket: { port: 1 } } } }, {}],
])('%s', (_, theirs, ours, expected) => expect(options(theirs, ours)).toEqual(expected));

test('containers beside it come along, root said where the pod does not let it', () => {
  const side = {
    name: 'side',
    image: 'side:1',
    securityContext: { runAsUser: 0 },
    env: [{ name: 'TOKEN', value: 'hunter2' }],
  };
  const { options: found, todo } = plan(
    { pod: { initContainers: [{ name: 'init', image: 'init:1' }] } },
    { pod: { securityContext: { runAsNonRoot: true } } },
    [side],
  );
  expect(found.initContainers).toEqual([{ name: 'init', image: 'docker.io/library/init:1' }]);
  expect(found.sidecars).toEqual([
    {
      name: 'side',
      image: 'docker.io/library/side:1',
      securityContext: { runAsUser: 0, runAsNonRoot: false },
      env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'loki-env', key: 'side.TOKEN' } } }],
    },
  ]);
  expect(todo).toEqual([
    'make Secret "loki-env" with key "side.TOKEN": the value of that variable, which no file must hold',
  ]);
});

test('a credential that another option says is no work for anybody', () => {
  const env = [
    { name: 'HANDLED', value: 'x' },
    { name: 'HANDLED_PASSWORD', value: 'hunter2' },
  ];
  const workload = { ...HANDLED, env: new Set(['HANDLED', 'HANDLED_PASSWORD']) };
  const found = {
    workload: objectOf('StatefulSet/loki', template({ container: { env } })),
    pod: { containers: [{ name: 'loki', env }] },
    container: { name: 'loki', env },
  };
  expect(podPlan(found as unknown as FoundComponent, template({}), workload)).toEqual({ options: {}, todo: [] });
});

test('a probe that asks by number asks by that', () => {
  expect(withPort({ httpGet: { port: 3100 }, periodSeconds: 1 }, { http: 'x' })).toEqual({
    httpGet: { port: 3100 },
    periodSeconds: 1,
  });
  expect(withPort({ tcpSocket: { port: 'constructor' } }, {})).toEqual({ tcpSocket: { port: 'constructor' } });
});
