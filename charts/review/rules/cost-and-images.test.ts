import { doneBy, edited, expectLines, podEdited, STACK, stack } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewManifests } from '../review-manifests';

const GRAFANA = 'Deployment/loki-grafana';
const ROLLS = `rollout ${GRAFANA}: restarts 1 pod, 1 at a time, each new one ready before an old one ends`;

const autoscaler = (minReplicas: number, maxReplicas: number): Manifest => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'a' },
  spec: { minReplicas, maxReplicas },
});

test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
  [
    'more requests',
    STACK,
    stack({ grafana: { resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } } } }),
    [`${ROLLS} (resources)`, `cost ${GRAFANA}: asks for +150m CPU, +128Mi memory`],
  ],
  [
    'more pods',
    STACK,
    edited(GRAFANA, ({ spec }) => (spec.replicas = 3)),
    [`cost ${GRAFANA}: asks for +200m CPU, +256Mi memory, as it has 3 pods in place of 1`],
  ],
  [
    'fewer pods',
    edited(GRAFANA, ({ spec }) => (spec.replicas = 3)),
    STACK,
    [
      `rollout ${GRAFANA}: ends 2 pods of 3`,
      `cost ${GRAFANA}: asks for -200m CPU, -256Mi memory, as it has 1 pod in place of 3`,
    ],
  ],
  [
    'limits alone, which are requests where nothing else is said',
    STACK,
    podEdited(GRAFANA, ({ containers: [grafana] }) => (grafana.resources = { limits: { cpu: '1', memory: '512Mi' } })),
    [`${ROLLS} (resources)`, `cost ${GRAFANA}: asks for +900m CPU, +384Mi memory`],
  ],
  [
    'more requests on every node',
    STACK,
    podEdited('DaemonSet/loki-promtail', ({ containers: [promtail] }) => (promtail.resources.requests.cpu = '100m')),
    [
      'rollout DaemonSet/loki-promtail: restarts its pod on every node, on 1 node at a time (resources)',
      'cost DaemonSet/loki-promtail: asks for +50m CPU on every node',
    ],
  ],
  [
    'an autoscaler of more',
    [autoscaler(1, 3)],
    [autoscaler(2, 6)],
    ['cost HorizontalPodAutoscaler/a: keeps 2 to 6 pods in place of 1 to 3'],
  ],
])('%s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

test('the requests of all objects are added up', () => {
  const { requests } = reviewManifests(
    STACK,
    edited('StatefulSet/loki', ({ spec }) => (spec.replicas = 3)),
  );
  const perNode = { cpu: '50m', memory: '64Mi' };
  expect(requests).toEqual({
    before: { pods: 2, cpu: '200m', memory: '384Mi', storage: '10Gi', perNode },
    after: { pods: 4, cpu: '400m', memory: '896Mi', storage: '30Gi', perNode },
  });
});

/** What is said of a container that runs one image in place of another. */
const imageLine = (old: string, now: string): string | undefined => {
  const running = (image: string) => podEdited(GRAFANA, ({ containers: [grafana] }) => (grafana.image = image));
  return doneBy(running(old), running(now)).find((line) => line.startsWith('image'));
};

test.each([
  ['grafana/loki:2.9.17', 'docker.io/grafana/loki:3.7.6', ['structured metadata', 'shared_store', '15 labels']],
  ['grafana/loki:3.0.0', 'grafana/loki:3.7.6', []],
  ['grafana/loki:3.7.6', 'grafana/loki:2.8.11', ['Loki before 2.9 does not read']],
  ['grafana/loki:3.7.6', 'grafana/loki:3.6.15', []],
  [
    'registry.example.com/mirror/grafana/promtail:2.9.17',
    'registry.example.com/mirror/grafana/promtail:3.6.11',
    ['end of life'],
  ],
  ['grafana/grafana:9.5.1', 'grafana/grafana:12.4.0', ['Grafana 10', 'Grafana 11', 'Grafana 12']],
  ['grafana/grafana-oss:8.5.0', 'grafana/grafana-oss:9.0.0', ['Grafana 9']],
  ['grafana/grafana:12.4.0', 'grafana/grafana:13.2.0', ['Grafana 13']],
  ['grafana/grafana:13.2.0', 'grafana/grafana:12.4.0', ['An older Grafana may not start']],
  ['grafana/alloy:v1.17.0', 'grafana/alloy:v1.18.1', []],
  ['grafana/alloy:v1.11.3', 'grafana/alloy:v1.18.1', ['stage.multiline', 'stage.timestamp']],
  ['grafana/promtail:3.6.11', 'grafana/alloy:v1.18.1', ['another configuration than Promtail']],
  ['grafana/loki:2.9.17', 'grafana/loki:2.9.19', []],
  ['grafana/grafana:10.4.2', 'grafana/grafana:11.6.0', ['Grafana 11']],
  ['localhost:5000/a@sha256:1', 'localhost:5000/a@sha256:2', []],
  ['grafana/loki:2.9.17', 'grafana/alloy:v1.18.1', []],
])('%s → %s', (old, now, notes) => {
  const [first, ...others] = imageLine(old, now)?.split('. ') ?? [];
  expect(first).toBe(`image ${GRAFANA}: runs ${now} in place of ${old}`);
  expect(others).toHaveLength(notes.length);
  for (const [index, note] of notes.entries()) expect(others[index]).toContain(note);
});

test.each([
  ['grafana/grafana:13.2.0', 'docker.io/grafana/grafana:13.2.0'],
  ['index.docker.io/grafana/grafana:13.2.0', 'grafana/grafana:13.2.0'],
  ['busybox:1.37', 'docker.io/library/busybox:1.37'],
])('%s is the same image as %s', (old, now) => {
  expect(imageLine(old, now)).toBeUndefined();
  expect(imageLine(now, old)).toBeUndefined();
});

test.each([
  ['localhost/grafana:1', 'docker.io/localhost/grafana:1'],
  ['registry.example.com/grafana/grafana:13.2.0', 'grafana/grafana:13.2.0'],
  ['a:5000/busybox:1', 'busybox:1'],
])('%s is another image than %s', (old, now) => {
  expect(imageLine(old, now)).toContain(`runs ${now} in place of ${old}`);
});
