import { objectOf } from '../../../test/release-objects';
import type { JsonObject } from '../json';
import { COMPONENT_NAMES, type FoundComponents, findComponents, isHook, optionOf } from './components';
import type { ReleaseObject } from './release-object';

interface Workload {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly container?: object;
  readonly namespace?: string;
}

const workload = (
  reference: string,
  image: string,
  { labels = {}, annotations = {}, container = {}, namespace }: Workload = {},
): ReleaseObject =>
  objectOf(
    reference,
    {
      apiVersion: 'apps/v1',
      metadata: { labels, annotations },
      spec: {
        template: {
          spec: {
            containers: [
              { name: 'side', image: 'side:1' },
              { name: 'main', image, ...container },
            ],
          },
        },
      },
    },
    namespace,
  );

const brief = ({ found, refused }: FoundComponents) => ({
  found: COMPONENT_NAMES.flatMap((name) => {
    const { workload: object, version, chart, container } = found[name] ?? {};
    return object === undefined ? [] : [[name, object.name, container?.name, version, chart]];
  }),
  refused,
});

test('programs are found by their images, whatever they are called', () => {
  const objects = [
    workload('StatefulSet/a', 'grafana/loki:2.9.3', { labels: { 'helm.sh/chart': 'loki-5.36.0' } }),
    workload('DaemonSet/b', 'registry.example.com/mirror/promtail:v2.9.3', { labels: { chart: 'promtail-2.1.0' } }),
    workload('Deployment/c', 'docker.io/grafana/grafana-oss:10.1.0-ubuntu'),
    workload('Deployment/d', 'grafana/loki-canary:2.9.3'),
  ];
  expect(brief(findComponents(objects))).toEqual({
    found: [
      ['loki', 'a', 'main', '2.9.3', 'loki-5.36.0'],
      ['promtail', 'b', 'main', '2.9.3', 'promtail-2.1.0'],
      ['grafana', 'c', 'main', '10.1.0', undefined],
    ],
    refused: [],
  });
});

test('and by labels and the name of a container, where the image tells nothing', () => {
  const labels = { 'app.kubernetes.io/name': 'loki', 'app.kubernetes.io/version': '2.8.4' };
  const mine = { container: { name: 'loki' } };
  expect(brief(findComponents([workload('StatefulSet/a', 'mine@sha256:0a', { labels, ...mine })])).found).toEqual([
    ['loki', 'a', 'loki', '2.8.4', undefined],
  ]);
  expect(
    brief(findComponents([workload('StatefulSet/a', 'mine', { labels: { app: 'loki' }, ...mine })])).found,
  ).toEqual([['loki', 'a', 'loki', undefined, undefined]]);
  expect(brief(findComponents([workload('StatefulSet/a', 'mine', { labels })])).found).toEqual([]);
});

test.each<[readonly ReleaseObject[], string]>([
  [
    [workload('Deployment/a', 'grafana/loki:3.0.0')],
    'Deployment/a runs loki, which is taken over from a StatefulSet only',
  ],
  [
    [workload('DaemonSet/a', 'grafana/grafana:10.0.0')],
    'DaemonSet/a runs grafana, which is taken over from a Deployment or StatefulSet only',
  ],
  [
    [workload('StatefulSet/a', 'grafana/loki:3.0.0', { container: { args: ['-target=write'] } })],
    'StatefulSet/a runs Loki as "write", one of several tasks: only one that does everything is taken over',
  ],
  [
    [workload('StatefulSet/a', 'grafana/loki:3.0.0', { container: { args: ['-target', 'read,all'] } })],
    'StatefulSet/a runs Loki as "read,all", one of several tasks: only one that does everything is taken over',
  ],
  [
    [workload('StatefulSet/a', 'loki:3.0.0'), workload('StatefulSet/b', 'loki:3.0.0', { namespace: 'other' })],
    'StatefulSet/a in logs and StatefulSet/b in other both run loki: give one of them at a time',
  ],
  [
    [1, 2, 3].map((number) => workload(`StatefulSet/l${number}`, 'loki:3.0.0')),
    'StatefulSet/l1 in logs and StatefulSet/l2 in logs and StatefulSet/l3 in logs all run loki: give one of them at a time',
  ],
])('what cannot be taken over is said: %#', (objects, message) => {
  expect(brief(findComponents(objects))).toEqual({ found: [], refused: [message] });
});

test('one that does everything, and more beside it, is taken', () => {
  for (const args of [['-target=all'], ['-target=all,ruler'], []]) {
    const { found } = findComponents([workload('StatefulSet/a', 'loki:3.0.0', { container: { args } })]);
    expect(found.loki?.workload.name).toBe('a');
  }
});

test('tests of Helm are passed over', () => {
  const hook = workload('Pod/a', 'loki:3.0.0', { annotations: { 'helm.sh/hook': 'test' } });
  expect(isHook(hook)).toBe(true);
  expect(brief(findComponents([hook]))).toEqual({ found: [], refused: [] });
});

test.each<[string, JsonObject, string | undefined]>([
  ['config.file', { args: ['-config.file=/a'] }, '/a'],
  ['config.file', { args: ['--config.file=/a'] }, '/a'],
  ['config.file', { args: ['-config.file', '/a'] }, '/a'],
  ['config.file', { command: ['/loki', '-config.file=/a=b'] }, '/a=b'],
  ['config.file', { args: ['-config.file='] }, ''],
  ['config.file', { args: ['-config.files=/a', 'config.file=/b'] }, undefined],
  ['config.file', { args: ['-config.file'] }, undefined],
  ['config.file', { args: 'config.file' }, undefined],
  ['target', { command: ['-target=all'], args: ['-target=write'] }, 'all'],
])('the option %s of %j', (option, container, value) => expect(optionOf(container, option)).toBe(value));
