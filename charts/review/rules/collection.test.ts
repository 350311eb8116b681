import { configEdited, doneBy, edited, expectLines, podEdited, STACK, stack, without } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';

const PROMTAIL = { config: 'ConfigMap/loki-promtail', workload: 'DaemonSet/loki-promtail' };
const RESTARTS = [
  'rollout ConfigMap/loki-promtail: restarts DaemonSet/loki-promtail, which reads it',
  'rollout DaemonSet/loki-promtail: restarts its pod on every node, on 1 node at a time (its configuration changed: ConfigMap/loki-promtail)',
];
const collects = (message: string) => [`collection ConfigMap/loki-promtail: ${message}`, ...RESTARTS];
const promtail = (from: string, to: string, manifests = STACK) => configEdited(from, to, { ...PROMTAIL, manifests });

const LABEL = `      - source_labels:
          - __meta_kubernetes_pod_node_name
        target_label: node_name
`;
const CLIENT = '- url: http://loki.loki.svc:3100/loki/api/v1/push';

test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
  [
    'a label less',
    STACK,
    promtail(LABEL, ''),
    collects('sets node_name no longer: queries and dashboards that select by it find no new logs'),
  ],
  ['a label more', promtail(LABEL, ''), STACK, collects('adds node_name: every stream goes on as another one')],
  [
    'a label by another name',
    STACK,
    promtail('target_label: node_name', 'target_label: node'),
    [...collects('sets node_name no longer'), 'collection ConfigMap/loki-promtail: adds node: every stream'],
  ],
  [
    'a label of another value',
    STACK,
    promtail('- __meta_kubernetes_pod_node_name', '- __meta_kubernetes_pod_host_ip'),
    collects('collects, labels or sends otherwise'),
  ],
  [
    'another place to send to',
    STACK,
    promtail(CLIENT, '- url: https://logs.example.com/loki/api/v1/push'),
    collects('sends logs to https://logs.example.com/loki/api/v1/push'),
  ],
  [
    'a password in a URL that nobody sees',
    STACK,
    promtail(CLIENT, '- url: https://user:hunter2@logs.example.com/push'),
    collects('sends logs to https://logs.example.com/push'),
  ],
  [
    'another tenant',
    STACK,
    promtail(CLIENT, `${CLIENT}\n    tenant_id: team-b`),
    collects('sends logs for another tenant: those of before stay with the old one'),
  ],
  [
    'a stage',
    STACK,
    promtail('- cri: {}', '- cri: {}\n      - drop: {expression: debug}'),
    collects('collects, labels or sends otherwise'),
  ],
  [
    'a label of a stage',
    STACK,
    promtail('- cri: {}', '- cri: {}\n      - static_labels: {cluster: a}'),
    collects('adds cluster: every stream goes on as another one'),
  ],
  [
    'another file of positions',
    STACK,
    promtail('filename: /run/promtail/positions.yaml', 'filename: /run/promtail/read.yaml'),
    collects('forgets how far it has read: files are read again from their start, and lines arrive twice'),
  ],
  [
    'what is of the server alone',
    STACK,
    promtail('http_listen_port: 3101', 'http_listen_port: 3101\n  log_level: warn'),
    RESTARTS,
  ],
  [
    'fewer nodes',
    STACK,
    podEdited(PROMTAIL.workload, (pod) => {
      delete pod.tolerations;
    }),
    [
      'collection DaemonSet/loki-promtail: runs on other nodes, and collects from those alone',
      'rollout DaemonSet/loki-promtail: restarts its pod on every node, on 1 node at a time (tolerations)',
    ],
  ],
  [
    'no collector',
    STACK,
    without(PROMTAIL.config, without(PROMTAIL.workload)),
    [
      'rollout DaemonSet/loki-promtail: is gone: its pod on every node ends',
      'collection DaemonSet/loki-promtail: is gone, and collects from no node any more',
      'cost DaemonSet/loki-promtail: asks for -50m CPU, -64Mi memory on every node',
    ],
  ],
  [
    'another folder of positions',
    STACK,
    podEdited(PROMTAIL.workload, ({ volumes }) => {
      volumes.find(({ name }: { name: string }) => name === 'run').hostPath.path = '/run/other';
    }),
    [
      "collection DaemonSet/loki-promtail: has the node's /run/other at /run/promtail in place of the node's /run/promtail: it starts without what is there",
      'rights DaemonSet/loki-promtail: its pods may now write /run/other of their node',
      'rollout DaemonSet/loki-promtail: restarts its pod on every node, on 1 node at a time (volumes)',
    ],
  ],
  [
    'a label of pods that the collector reads',
    STACK,
    edited('Deployment/loki-grafana', ({ spec }) => (spec.template.metadata.labels.app = 'graphs')),
    [
      'collection Deployment/loki-grafana: has its logs in other streams: the collector reads app',
      'rollout Deployment/loki-grafana: restarts 1 pod, 1 at a time, each new one ready before an old one ends (labels)',
    ],
  ],
  [
    'a label of pods that nobody reads',
    STACK,
    edited('Deployment/loki-grafana', ({ spec }) => (spec.template.metadata.labels.team = 'a')),
    [
      'rollout Deployment/loki-grafana: restarts 1 pod, 1 at a time, each new one ready before an old one ends (labels)',
    ],
  ],
])('%s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

test('of a collector that is configured in a Secret no value is told', () => {
  const inSecret = (manifests: readonly Manifest[]) =>
    edited(
      'ConfigMap/loki-promtail',
      (object) => Object.assign(object, { kind: 'Secret', stringData: object.data, data: undefined }),
      manifests,
    );
  const lines = doneBy(inSecret(STACK), inSecret(promtail('target_label: node_name', 'target_label: node')));
  expect(lines).toContain('collection Secret/loki-promtail: adds labels: every stream goes on as another one');
  expect(lines.join()).not.toContain('node_name');
});

const ALLOY = `loki.write "default" {
  endpoint {
    url = "http://loki:3100/loki/api/v1/push"
  }
}
`;

const alloy = (text: string): Manifest[] => [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'alloy', namespace: 'loki' },
    data: { 'config.alloy': text },
  },
];

test("Alloy's configuration is compared by its lines, but for comments", () => {
  expect(doneBy(alloy(ALLOY), alloy(ALLOY.replace('loki:3100', 'loki:3101')))).toEqual([
    'collection ConfigMap/alloy: collects, labels or sends otherwise: the pipeline changes',
  ]);
  expect(doneBy(alloy(ALLOY), alloy(`// where logs go\n${ALLOY}`))).toEqual([]);
});

test('a data source with another uid has to be made again', () => {
  const other = edited('ConfigMap/loki-grafana-datasources', ({ data }) => {
    data['datasources.yaml'] = data['datasources.yaml'].replace('uid: loki', 'uid: logs');
  });
  expect(doneBy(STACK, other)).toEqual([
    'recreate ConfigMap/loki-grafana-datasources: Data source Loki gets another uid, which Grafana does not change: name it in deleteDatasources of the same file, so that it is made again; dashboards that refer to the old uid show nothing',
    'rollout ConfigMap/loki-grafana-datasources: does not reach Deployment/loki-grafana until that is restarted: its pods have no checksum of it',
  ]);
});

test('a collector of its own namespace is another one', () => {
  const lines = doneBy(STACK, stack({ collector: { namespace: 'collector' } }));
  expect(lines).toContain('collection DaemonSet/loki-promtail: is gone, and collects from no node any more');
  expect(lines).toContain(
    'rights ClusterRoleBinding/loki-promtail: lets ServiceAccount collector/loki-promtail get, list, watch pods in every namespace',
  );
});
