import { configEdited, doneBy, edited, expectLines, podEdited, STACK, without } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewManifests } from '../review-manifests';

const LOKI = 'StatefulSet/loki';
const GRAFANA = 'Deployment/loki-grafana';
const PROMTAIL = 'DaemonSet/loki-promtail';

// biome-ignore lint/suspicious/noExplicitAny: edits reach into objects of every kind.
const args = ({ containers: [container] }: any) => {
  container.args = [...(container.args ?? []), '-log.level=debug'];
};

/** A workload of some spec, and the same with other arguments. */
function sides(reference: string, spec: object, besides: readonly Manifest[] = []): [Manifest[], Manifest[]] {
  const before = edited(reference, (object) => Object.assign(object.spec, spec), [...STACK, ...besides]);
  return [before, podEdited(reference, args, before)];
}

const rolling = (rollingUpdate: object) => ({ strategy: { type: 'RollingUpdate', rollingUpdate } });
const updating = (updateStrategy: object) => ({ updateStrategy });

const autoscaler: Manifest = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'a', namespace: 'loki' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'loki-grafana' },
    minReplicas: 2,
    maxReplicas: 6,
  },
};

const claim: Manifest = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'grafana', namespace: 'loki' },
  spec: { accessModes: ['ReadWriteOnce'] },
};

test.each<[string, [Manifest[], Manifest[]], string]>([
  [
    'a Deployment of one',
    sides(GRAFANA, {}),
    `${GRAFANA}: restarts 1 pod, 1 at a time, each new one ready before an old one ends (arguments)`,
  ],
  [
    'a Deployment of ten',
    sides(GRAFANA, { replicas: 10 }),
    `${GRAFANA}: restarts 10 pods, 2 away at a time, 3 more than usual meanwhile`,
  ],
  [
    'a Deployment that may be one short',
    sides(GRAFANA, { replicas: 3, ...rolling({ maxUnavailable: 1, maxSurge: 0 }) }),
    `${GRAFANA}: restarts 3 pods, 1 away at a time (`,
  ],
  [
    'a Deployment that may be neither short nor more',
    sides(GRAFANA, { replicas: 3, ...rolling({ maxUnavailable: '10%', maxSurge: 0 }) }),
    `${GRAFANA}: restarts 3 pods, 1 away at a time (`,
  ],
  [
    'a Deployment that ends first',
    sides(GRAFANA, { replicas: 2, strategy: { type: 'Recreate' } }),
    `${GRAFANA}: restarts all 2 pods at once: none runs until the new ones are ready`,
  ],
  [
    'a Deployment that is paused',
    sides(GRAFANA, { paused: true }),
    `${GRAFANA}: restarts no pod until it goes on: it is paused`,
  ],
  ['a Deployment without pods', sides(GRAFANA, { replicas: 0 }), `${GRAFANA}: restarts no pod: it has none`],
  [
    'a Deployment with an autoscaler',
    sides(GRAFANA, {}, [autoscaler]),
    `${GRAFANA}: restarts 2 to 6 pods, 1 away at a time, 2 more than usual meanwhile`,
  ],
  [
    'a StatefulSet of three',
    sides(LOKI, { replicas: 3 }),
    `${LOKI}: restarts 3 pods, one at a time, the last one first (arguments)`,
  ],
  [
    'a StatefulSet with a partition',
    sides(LOKI, { replicas: 3, ...updating({ rollingUpdate: { partition: 2 } }) }),
    `${LOKI}: restarts 1 pod, of 3 pods: partition 2 holds the others back, one at a time`,
  ],
  [
    'a StatefulSet that is held back',
    sides(LOKI, { replicas: 3, ...updating({ rollingUpdate: { partition: 3 } }) }),
    `${LOKI}: restarts no pod: partition 3 holds all 3 pods back`,
  ],
  [
    'a StatefulSet of which several may be away',
    sides(LOKI, { replicas: 4, ...updating({ rollingUpdate: { maxUnavailable: '50%' } }) }),
    `${LOKI}: restarts 4 pods, 2 at a time, the last one first`,
  ],
  [
    'a StatefulSet that waits',
    sides(LOKI, updating({ type: 'OnDelete' })),
    `${LOKI}: restarts no pod until it is deleted by hand, as updateStrategy.type is OnDelete`,
  ],
  ['a DaemonSet', sides(PROMTAIL, {}), `${PROMTAIL}: restarts its pod on every node, on 1 node at a time (arguments)`],
  [
    'a DaemonSet on many nodes at a time',
    sides(PROMTAIL, updating({ rollingUpdate: { maxUnavailable: '10%' } })),
    `${PROMTAIL}: restarts its pod on every node, on 10% of the nodes at a time`,
  ],
  [
    'a DaemonSet that starts first',
    sides(PROMTAIL, updating({ rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } })),
    `${PROMTAIL}: restarts its pod on every node, on 2 nodes at a time, each new one ready before the old one ends`,
  ],
  [
    'a DaemonSet that waits',
    sides(PROMTAIL, updating({ type: 'OnDelete' })),
    `${PROMTAIL}: restarts no pod until it is deleted by hand`,
  ],
])('%s restarts as its strategy says', (_, [before, after], expected) => {
  expectLines(doneBy(before, after), [`rollout ${expected}`]);
});

test('a Deployment that shares a claim of one node may wait for ever', () => {
  const onClaim = podEdited(GRAFANA, ({ volumes }) => {
    const storage = volumes.find(({ name }: { name: string }) => name === 'storage');
    delete storage.emptyDir;
    storage.persistentVolumeClaim = { claimName: 'grafana' };
  });
  const [before, after] = [
    [...onClaim, claim],
    [...podEdited(GRAFANA, args, onClaim), claim],
  ];
  expectLines(doneBy(before, after), [
    `rollout ${GRAFANA}: restarts 1 pod, 1 at a time, each new one ready before an old one ends; but its claim is ReadWriteOnce, so that a new one on another node waits for ever for the old one: set strategy.type: Recreate`,
  ]);
});

test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
  [
    'a workload that is gone',
    STACK,
    without(GRAFANA),
    [`rollout ${GRAFANA}: is gone: its only pod ends`, `cost ${GRAFANA}: asks for -100m CPU, -128Mi memory`],
  ],
  [
    'a Service that is gone',
    STACK,
    without('Service/loki'),
    ['rollout Service/loki: is gone, and with it the name loki.loki.svc'],
  ],
  [
    'a Service of other pods',
    STACK,
    edited('Service/loki', ({ spec }) => (spec.selector['app.kubernetes.io/instance'] = 'other')),
    ['rollout Service/loki: sends requests to other pods'],
  ],
  [
    'a port that clients know',
    STACK,
    edited('Service/loki', ({ spec }) => (spec.ports[0].port = 80)),
    ['rollout Service/loki: is no longer reached at the port that clients know'],
  ],
  [
    'a ConfigMap that is gone and still read',
    STACK,
    without('ConfigMap/loki-promtail'),
    [`rollout ConfigMap/loki-promtail: is gone, and ${PROMTAIL} still reads it: without it its pods do not start`],
  ],
  [
    'a checksum of what has not changed',
    STACK,
    edited(LOKI, ({ spec }) => (spec.template.metadata.annotations['checksum/config'] = 'chart-2.0')),
    [
      `rollout ${LOKI}: restarts its only pod: it is away until its successor is ready (its checksum changed, and nothing that it reads did)`,
    ],
  ],
  [
    'a checksum of what is only written otherwise',
    STACK,
    configEdited('auth_enabled: false', 'auth_enabled:   false # nobody is asked'),
    [
      `rollout ${LOKI}: restarts its only pod: it is away until its successor is ready (its configuration is written otherwise, and means the same)`,
    ],
  ],
])('%s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

test('a change that no checksum passes on does not reach the pods', () => {
  const after = edited('Secret/loki', ({ stringData }) => {
    stringData['loki.yaml'] = stringData['loki.yaml'].replace('http_listen_port: 3100', 'http_listen_port: 3101');
  });
  expectLines(doneBy(STACK, after), [
    `rollout Secret/loki: does not reach ${LOKI} until that is restarted: its pods have no checksum of it`,
  ]);
  const [{ consequences = [] } = {}] = reviewManifests(STACK, after).objects;
  expect(consequences.flatMap(({ commands = [] }) => commands)).toEqual([
    'kubectl rollout restart statefulset/loki --namespace loki',
  ]);
});

test('a checksum is the cause of a restart, and no change of its own', () => {
  const after = configEdited('http_listen_port: 3100', 'http_listen_port: 3101');
  const changes = reviewManifests(STACK, after).objects.flatMap((object) => object.changes);
  expect(changes).toEqual([
    { path: 'data["loki.yaml"].server.http_listen_port', old: 3100, new: 3101, severities: ['rollout'] },
  ]);
});
