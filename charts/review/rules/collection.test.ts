import { configEdited, doneBy, edited, expectLines, podEdited, STACK, stack, without } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewText } from '../output/text';
import { reviewManifests } from '../review-manifests';

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
    collects('gives other values to node_name ("node-1" becomes "10.1.0.1" on shop/cart-6d4cf56db6-x7k2p/cart)'),
  ],
  [
    'another place to send to',
    STACK,
    promtail(CLIENT, '- url: https://logs.example.com/loki/api/v1/push'),
    collects('sends logs to https://logs.example.com/loki/api/v1/push'),
  ],
  ...['http://loki:3100', 'http://loki.loki:3100', 'http://loki.loki.svc.cluster.local:3100'].map(
    (url): [string, readonly Manifest[], readonly Manifest[], readonly string[]] => [
      `the same Service as ${url}`,
      STACK,
      promtail(CLIENT, `- url: ${url}/loki/api/v1/push`),
      RESTARTS,
    ],
  ),
  [
    'a Service of the same name in another namespace',
    STACK,
    promtail(CLIENT, '- url: http://loki.other:3100/loki/api/v1/push'),
    collects('sends logs to http://loki.other:3100/loki/api/v1/push'),
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
    'a tenant of some lines',
    STACK,
    promtail('- cri: {}', '- cri: {}\n      - match: {selector: \'{app="a"}\', stages: [{tenant: {value: team-b}}]}'),
    collects('gives lines to other tenants: those of before stay with the old ones'),
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

const SOURCE = `discovery.kubernetes "pods" {
	role = "pod"
}

discovery.relabel "pods" {
	targets = discovery.kubernetes.pods.targets

	rule {
		source_labels = ["__meta_kubernetes_pod_name"]
		target_label  = "pod"
	}

	rule {
		source_labels = ["__meta_kubernetes_namespace"]
		target_label  = "namespace"
	}
}

loki.source.kubernetes "pods" {
	targets    = discovery.relabel.pods.output
	forward_to = [loki.process.pods.receiver]
}

loki.process "pods" {
	forward_to = [loki.write.default.receiver]

	stage.static_labels {
		values = {cluster = "a"}
	}
}

`;
const PIPELINE = SOURCE + ALLOY;
const JOURNAL = 'loki.source.journal "node" {\n\tforward_to = [loki.write.default.receiver]\n}\n';
const OTLP = 'otelcol.receiver.kafka "a" {\n\ttopic = "a"\n}\n';

const pipeline = (from: string, to: string): Manifest[] => {
  if (!PIPELINE.includes(from)) throw new Error(`there is no ${from}`);
  return alloy(PIPELINE.replace(from, to));
};

test.each<[string, readonly Manifest[], readonly string[]]>([
  ['comments', alloy(`// where logs go\n${PIPELINE}`), []],
  ['another place to send to', pipeline('loki:3100', 'loki:3101'), ['sends logs to http://loki:3101/loki/api/v1/push']],
  [
    'a place to send to of which nobody sees the password',
    pipeline('http://loki:3100', 'http://me:hunter2@loki:3100'),
    ['collects, labels or sends otherwise'],
  ],
  [
    'a tenant',
    pipeline('url =', 'tenant_id = "b"\n\t\turl ='),
    ['sends logs for another tenant: those of before stay with the old one'],
  ],
  [
    'a tenant of some lines',
    pipeline('\tstage.static', '\tstage.tenant {\n\t\tvalue = "b"\n\t}\n\n\tstage.static'),
    ['gives lines to other tenants: those of before stay with the old ones'],
  ],
  [
    'a label by another name',
    pipeline('"pod"\n\t}\n\n\trule', '"pod_name"\n\t}\n\n\trule'),
    [
      'sets pod no longer: queries and dashboards that select by it find no new logs',
      'adds pod_name: every stream goes on as another one',
    ],
  ],
  [
    'a label of another value',
    pipeline('cluster = "a"', 'cluster = "b"'),
    ['gives other values to cluster ("a" becomes "b" on shop/cart-6d4cf56db6-x7k2p/cart)'],
  ],
  [
    'pods that are kept out',
    pipeline(
      '\trule {',
      '\trule {\n\t\tsource_labels = ["__meta_kubernetes_namespace"]\n\t\tregex = "kube-.*"\n\t\taction = "drop"\n\t}\n\n\trule {',
    ),
    ['no longer collects some pods, such as kube-system/kube-proxy-k8s2d/kube-proxy'],
  ],
  [
    'a source more',
    alloy(PIPELINE + JOURNAL),
    ['collects the journal of nodes as well', 'adds job: every stream goes on as another one'],
  ],
  [
    'a stage that drops',
    pipeline('\tstage.static', '\tstage.drop {\n\t\texpression = "debug"\n\t}\n\n\tstage.static'),
    ['collects, labels or sends otherwise'],
  ],
  ['a component that is not understood', alloy(PIPELINE + OTLP), ['collects, labels or sends otherwise']],
  ['what is of the program alone', alloy(`logging {\n\tlevel = "warn"\n}\n\n${PIPELINE}`), []],
  ['what does not parse', alloy(`${PIPELINE}}`), ['collects, labels or sends otherwise: the pipeline changes']],
])("of Alloy's configuration: %s", (_, after, expected) =>
  expectLines(
    doneBy(alloy(PIPELINE), after),
    expected.map((message) => `collection ConfigMap/alloy: ${message}`),
  ),
);

test('of an Alloy that is configured in a Secret no value is told', () => {
  const inSecret = (manifests: readonly Manifest[]) =>
    edited(
      'ConfigMap/alloy',
      (object) => Object.assign(object, { kind: 'Secret', stringData: object.data, data: undefined }),
      manifests,
    );
  const lines = doneBy(inSecret(alloy(PIPELINE)), inSecret(pipeline('cluster = "a"', 'region = "hunter2"')));
  expect(lines).toEqual([
    'collection Secret/alloy: sets labels no longer: queries and dashboards that select by it find no new logs',
    'collection Secret/alloy: adds labels: every stream goes on as another one',
  ]);
});

describe('another collector that takes over', () => {
  const PLACE = 'collection ConfigMap/loki-alloy: takes the place of ConfigMap/loki-promtail, and';
  const switched = (before: readonly Manifest[], after: readonly Manifest[]) =>
    doneBy(before, after).filter((line) => line.includes('takes the place of') || line.startsWith('collection'));
  const toAlloy = (pipeline: object) => stack({ collector: { type: 'alloy', pipeline } });

  test('makes the same streams with the same pipeline', () => {
    const review = reviewManifests(STACK, stack({ collector: { type: 'alloy' } }));
    const config = review.objects.find(({ kind, name }) => `${kind}/${name}` === 'ConfigMap/loki-alloy');
    expect(config).toMatchObject({
      severity: 'none',
      consequences: [
        { severity: 'none', message: 'takes the place of ConfigMap/loki-promtail: streams of pods keep their labels' },
      ],
    });
    expect(reviewText(review, { title: 'a' })).toContain('takes the place of ConfigMap/loki-promtail: streams of pods');
    expect(switched(STACK, stack({ collector: { type: 'alloy' } }))).toEqual([
      'collection DaemonSet/loki-promtail: is gone, and DaemonSet/loki-alloy collects in its place: both send everything while both run',
    ]);
  });

  test('and gives its lines to the same tenants', () => {
    const pipeline = { stages: [{ match: { selector: '{app="a"}', stages: [{ tenant: { value: 'b' } }] } }] };
    expect(
      switched(
        stack({ tenant: 'a', collector: { pipeline } }),
        stack({ tenant: 'a', collector: { type: 'alloy', pipeline } }),
      ),
    ).toHaveLength(1);
  });

  test.each<[string, readonly Manifest[], readonly string[]]>([
    [
      'a label more',
      toAlloy({ stages: [{ static_labels: { cluster: 'a' } }] }),
      ['adds cluster: every stream goes on as another one'],
    ],
    ['a label less', toAlloy({ stages: [{ labeldrop: ['node_name'] }] }), ['sets node_name no longer']],
    [
      'a source more',
      toAlloy({ sources: [{ type: 'pods' }, { type: 'journal', name: 'node' }] }),
      ['collects the journal of nodes as well', 'adds '],
    ],
    ['another tenant', stack({ tenant: 'b', collector: { type: 'alloy' } }), ['sends logs for another tenant']],
    [
      'all of its pods through the API',
      edited(
        'ConfigMap/loki-alloy',
        ({ data }) => (data['config.alloy'] = data['config.alloy'].replace(/.*legacy_positions_file.*\n/, '')),
        stack({ collector: { type: 'alloy' } }),
      ),
      ['does not know how far that has read: files are read again from their start, and lines arrive twice'],
    ],
  ])('and makes others with %s', (_, after, expected) => {
    const lines = switched(STACK, after).filter((line) => line.startsWith(PLACE));
    expectLines(
      lines,
      expected.map((message) => `${PLACE} ${message}`),
    );
  });

  test('and back', () => {
    expect(switched(stack({ collector: { type: 'alloy' } }), STACK)).toContain(
      'collection ConfigMap/loki-promtail: takes the place of ConfigMap/loki-alloy, and does not know how far that has read: files are read again from their start, and lines arrive twice',
    );
  });

  test('of a part that is not understood it says so', () => {
    const kafka = edited(
      'ConfigMap/loki-promtail',
      ({ data }) =>
        (data['promtail.yaml'] = data['promtail.yaml'].replace(
          'scrape_configs:\n',
          'scrape_configs:\n  - job_name: kafka\n    kafka: {brokers: [a], topics: [b]}\n',
        )),
    );
    expect(switched(kafka, stack({ collector: { type: 'alloy' } }))).toContain(
      'collection ConfigMap/loki-alloy: takes the place of ConfigMap/loki-promtail: streams of pods keep their labels; scrape_configs[0] could not be compared',
    );
  });
});

test('a configuration of Alloy by another name is compared with itself', () => {
  const named = edited(
    'ConfigMap/alloy',
    ({ metadata }) => (metadata.name = 'alloy-2'),
    pipeline('cluster = "a"', 'cluster = "b"'),
  );
  expect(doneBy(alloy(PIPELINE), named)).toEqual([
    'collection ConfigMap/alloy-2: gives other values to cluster ("a" becomes "b" on shop/cart-6d4cf56db6-x7k2p/cart)',
  ]);
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
  expect(lines).toContain(
    'collection DaemonSet/loki-promtail: is gone, and DaemonSet/loki-promtail of namespace collector collects in its place: both send everything while both run',
  );
  expect(lines).toContain(
    'rights ClusterRoleBinding/loki-promtail: lets ServiceAccount collector/loki-promtail get, list, watch pods in every namespace',
  );
});
