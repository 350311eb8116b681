import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { appWith, manifestsOf } from '../../test/apps';
import { edited, podEdited, STACK } from '../../test/reviews';
import { Grafana, LoggingStack, Loki, Promtail } from '..';
import type { Manifest } from '../kubernetes/manifest';
import { reviewManifests } from './review-manifests';

const LOKI = 'StatefulSet/loki';
const GRAFANA = 'Deployment/loki-grafana';
const PROMTAIL = 'DaemonSet/loki-promtail';

/** Everything that a review says of two sets of manifests but that their objects are there. */
const saidOf = (before: readonly Manifest[], after: readonly Manifest[]): unknown =>
  reviewManifests(before, after).objects.filter(({ status }) => status !== 'unchanged');

/** The same with the keys of every map in the opposite order. */
const reversed = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map(reversed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  ) as Value;
};

const configWritten = (reference: string, write: (text: string) => string): Manifest[] =>
  edited(reference, (object) => {
    const data = object.stringData ?? object.data;
    for (const key of Object.keys(data)) data[key] = write(data[key]);
  });

const object = (kind: string, fields: object, apiVersion = 'v1'): Manifest[] => [
  { apiVersion, kind, metadata: { name: 'a', namespace: 'loki' }, ...fields },
];

const asData = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, Buffer.from(text).toString('base64')]));

/** An object as `kubectl get` prints it. */
const live = (manifest: Manifest): Manifest => ({
  ...structuredClone(manifest),
  metadata: {
    ...manifest.metadata,
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(manifest),
      'deployment.kubernetes.io/revision': '3',
    },
    creationTimestamp: '2026-01-01T00:00:00Z',
    generation: 3,
    managedFields: [{ manager: 'kubectl' }],
    resourceVersion: '1',
    uid: '1',
  } as Manifest['metadata'],
  status: { observedGeneration: 3 },
});

test.each<[string, readonly Manifest[], (readonly Manifest[])?]>([
  [
    'a variable that a later one of its name makes void',
    podEdited(LOKI, (pod) => pod.containers[0].env.push({ name: 'A', value: 'a' }, { name: 'A', value: 'b' })),
    podEdited(LOKI, (pod) => pod.containers[0].env.push({ name: 'A', value: 'b' })),
  ],
  ['nothing at all', STACK],
  ['objects in another order', [...STACK].reverse()],
  ['keys in another order', reversed([...STACK])],
  ['labels of an object', edited(LOKI, ({ metadata }) => (metadata.labels = { 'helm.sh/chart': 'loki-6.0' }))],
  [
    'annotations of an object',
    edited(LOKI, ({ metadata }) => (metadata.annotations = { 'meta.helm.sh/release-name': 'loki' })),
  ],
  ['labels of a namespace that do nothing', edited('Namespace/loki', ({ metadata }) => (metadata.labels.team = 'a'))],
  [
    'annotations of a Service that do nothing',
    edited('Service/loki', ({ metadata }) => (metadata.annotations = { a: 'b' })),
  ],
  [
    'what a policy is of, where its egress says nothing',
    object('NetworkPolicy', { spec: { podSelector: {}, egress: [] } }, 'networking.k8s.io/v1'),
    object(
      'NetworkPolicy',
      { spec: { podSelector: {}, egress: [], policyTypes: ['Ingress'] } },
      'networking.k8s.io/v1',
    ),
  ],
  [
    'what a policy is of, where its egress says something',
    object('NetworkPolicy', { spec: { podSelector: {}, egress: [{}] } }, 'networking.k8s.io/v1'),
    object(
      'NetworkPolicy',
      { spec: { podSelector: {}, egress: [{}], policyTypes: ['Ingress', 'Egress'] } },
      'networking.k8s.io/v1',
    ),
  ],
  [
    'another version of an API',
    object('HorizontalPodAutoscaler', { spec: { maxReplicas: 2 } }, 'autoscaling/v1'),
    object('HorizontalPodAutoscaler', { spec: { maxReplicas: 2 } }, 'autoscaling/v2'),
  ],
  [
    'a kind that moved to another group',
    object('Ingress', { spec: { ingressClassName: 'a' } }, 'extensions/v1beta1'),
    object('Ingress', { spec: { ingressClassName: 'a' } }, 'networking.k8s.io/v1'),
  ],
  [
    'quantities in other units',
    podEdited(LOKI, ({ containers: [loki] }) => {
      loki.resources = { limits: { memory: '1024Mi' }, requests: { cpu: 0.1, memory: '262144Ki' } };
    }),
  ],
  [
    'a claim in other units',
    edited(LOKI, ({ spec }) => (spec.volumeClaimTemplates[0].spec.resources.requests.storage = '10240Mi')),
  ],
  [
    'a size limit in other units',
    podEdited(LOKI, ({ volumes }) => (volumes[1].emptyDir.sizeLimit = '1Gi')),
    podEdited(LOKI, ({ volumes }) => (volumes[1].emptyDir.sizeLimit = '1024Mi')),
  ],
  [
    "a pod's defaults",
    podEdited(LOKI, (pod) =>
      Object.assign(pod, {
        dnsPolicy: 'ClusterFirst',
        hostNetwork: false,
        restartPolicy: 'Always',
        schedulerName: 'default-scheduler',
        serviceAccount: 'loki',
        nodeSelector: {},
        tolerations: [],
      }),
    ),
  ],
  [
    "a container's defaults",
    podEdited(LOKI, ({ containers: [loki] }) =>
      Object.assign(loki, {
        imagePullPolicy: 'IfNotPresent',
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        stdin: false,
      }),
    ),
  ],
  [
    'the pull policy of an image without a tag',
    podEdited(LOKI, ({ containers: [loki] }) => (loki.image = 'registry:5000/loki')),
    podEdited(LOKI, ({ containers: [loki] }) =>
      Object.assign(loki, { image: 'registry:5000/loki', imagePullPolicy: 'Always' }),
    ),
  ],
  [
    "a probe's defaults",
    podEdited(LOKI, ({ containers: [loki] }) => {
      Object.assign(loki.readinessProbe, {
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        timeoutSeconds: 1,
      });
      loki.readinessProbe.httpGet.scheme = 'HTTP';
    }),
  ],
  ["a port's protocol", podEdited(LOKI, ({ containers: [loki] }) => (loki.ports[0].protocol = 'TCP'))],
  [
    "volumes' modes",
    podEdited(GRAFANA, ({ volumes }) => {
      for (const { configMap, projected } of volumes) Object.assign(configMap ?? projected ?? {}, { defaultMode: 420 });
    }),
  ],
  ["a hostPath's type", podEdited(PROMTAIL, ({ volumes }) => (volumes[2].hostPath.type = ''))],
  [
    'a variable of a field',
    podEdited(PROMTAIL, ({ containers: [promtail] }) => (promtail.env[0].valueFrom.fieldRef.apiVersion = 'v1')),
  ],
  [
    "a StatefulSet's defaults",
    edited(LOKI, ({ spec }) => {
      Object.assign(spec, {
        podManagementPolicy: 'OrderedReady',
        revisionHistoryLimit: 10,
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      });
      delete spec.persistentVolumeClaimRetentionPolicy;
    }),
  ],
  [
    'what a claim template leaves out',
    edited(LOKI, ({ spec }) => {
      const [template] = spec.volumeClaimTemplates;
      delete template.apiVersion;
      delete template.kind;
      delete template.spec.volumeMode;
      template.metadata.creationTimestamp = null;
      template.status = { phase: 'Pending' };
    }),
  ],
  [
    "a Deployment's defaults",
    edited(GRAFANA, ({ spec }) =>
      Object.assign(spec, {
        progressDeadlineSeconds: 600,
        revisionHistoryLimit: 10,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      }),
    ),
  ],
  [
    "a DaemonSet's defaults",
    edited(PROMTAIL, ({ spec }) =>
      Object.assign(spec, {
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
      }),
    ),
  ],
  [
    "a Service's defaults, and what it is given",
    edited('Service/loki', ({ spec }) => {
      Object.assign(spec, { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster' });
      spec.ports[0].protocol = 'TCP';
    }),
  ],
  [
    'the address that a Service was given',
    edited(
      'Service/loki',
      ({ spec }) => Object.assign(spec, { clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7'], ipFamilies: ['IPv4'] }),
      STACK.map(live),
    ),
  ],
  [
    "a Service's target port that is its port",
    object('Service', { spec: { ports: [{ port: 80 }] } }),
    object('Service', { spec: { ports: [{ port: 80, targetPort: 80 }] } }),
  ],
  ["a Secret's type", edited('Secret/loki', (secret) => (secret.type = 'Opaque'))],
  ['immutable: false', edited('ConfigMap/loki-promtail', (config) => (config.immutable = false))],
  [
    'stringData in place of data',
    edited('Secret/loki', (secret) =>
      Object.assign(secret, { data: asData(secret.stringData), stringData: undefined }),
    ),
  ],
  ['rules of a role in other words', edited('ClusterRole/loki-promtail', ({ rules: [rule] }) => rule.verbs.reverse())],
  [
    'the group of a role',
    edited('RoleBinding/loki-grafana-admin-secret', ({ roleRef, subjects }) => {
      delete roleRef.apiGroup;
      subjects[0].apiGroup = '';
    }),
  ],
  [
    'comments and blanks in a configuration',
    configWritten('Secret/loki', (text) => `# of Loki\n${text.replace('auth_enabled: ', 'auth_enabled:   ')}`),
  ],
  [
    'quotes in a configuration',
    configWritten('Secret/loki', (text) => text.replace('14d', '"14d"').replace('"2024-04-01"', '2024-04-01')),
  ],
  [
    'a duration in other units',
    configWritten('Secret/loki', (text) => text.replace('14d', '336h').replace('24h', '1d')),
  ],
  [
    "what Promtail's rules say without saying it",
    configWritten('ConfigMap/loki-promtail', (text) =>
      text.replaceAll(
        '        target_label: node_name',
        "        action: replace\n        regex: (.*)\n        replacement: $1\n        separator: ';'\n        target_label: node_name",
      ),
    ),
  ],
  ['the schema without its letter', configWritten('Secret/loki', (text) => text.replace('v13', '13'))],
  [
    'a configuration in one line',
    configWritten('ConfigMap/loki-grafana-datasources', (text) =>
      JSON.stringify({
        apiVersion: 1,
        datasources: [
          { url: /http.*/.exec(text)?.[0], uid: 'loki', type: 'loki', name: 'Loki', isDefault: true, access: 'proxy' },
        ],
      }),
    ),
  ],
  [
    'grafana.ini with other blanks and comments',
    configWritten(
      'ConfigMap/loki-grafana',
      (text) => `; of Grafana\n${text.replaceAll(' = ', '=').replace('console', '"""console""" ; on the screen')}`,
    ),
  ],
  [
    'sections of grafana.ini in another order',
    configWritten('ConfigMap/loki-grafana', (text) => text.split('\n\n').reverse().join('\n\n')),
  ],
])('%s makes no difference', (...[, first, second]) => {
  const [old, now] = second === undefined ? [STACK, first] : [first, second];
  expect(saidOf(old, now)).toEqual([]);
  expect(saidOf(now, old)).toEqual([]);
});

test('nor does what only live objects have', () => {
  const cluster = edited(
    GRAFANA,
    ({ spec }) => {
      // Set by an autoscaler, by `kubectl rollout restart` and by an admission webhook: no manifest has ever said it.
      spec.replicas = 4;
      spec.template.metadata.annotations['kubectl.kubernetes.io/restartedAt'] = '2026-01-01T00:00:00Z';
      spec.template.spec.priorityClassName = 'usual';
    },
    STACK.map(live),
  );
  const unsaid = edited(GRAFANA, ({ spec }) => delete spec.replicas);
  const applied = cluster.map((manifest) =>
    manifest.kind === 'Deployment'
      ? { ...manifest, metadata: live(unsaid.find(({ kind }) => kind === 'Deployment') as Manifest).metadata }
      : manifest,
  );
  expect(saidOf(applied, unsaid)).toEqual([]);
});

test('a live claim has a class that nobody wrote', () => {
  const claim = { spec: { resources: { requests: { storage: '1Gi' } } } };
  const [manifest] = object('PersistentVolumeClaim', claim);
  const bound = {
    ...live(manifest as Manifest),
    spec: { ...claim.spec, storageClassName: 'gp3', volumeName: 'pvc-1', volumeMode: 'Filesystem' },
  };
  expect(saidOf([bound], [manifest as Manifest])).toEqual([]);
});

test('a live Job has labels that nobody wrote', () => {
  const [job] = object(
    'Job',
    { spec: { template: { metadata: { labels: { a: 'b' } }, spec: { restartPolicy: 'Never' } } } },
    'batch/v1',
  );
  const [running] = edited(
    'Job/a',
    ({ metadata, spec }) => {
      // Made by `kubectl create`, so that nothing tells what was applied.
      delete metadata.annotations;
      spec.selector = { matchLabels: { 'batch.kubernetes.io/controller-uid': '1' } };
      Object.assign(spec.template.metadata.labels, { 'controller-uid': '1', 'batch.kubernetes.io/job-name': 'a' });
      Object.assign(spec, { completions: 1, parallelism: 1, backoffLimit: 6, suspend: false });
    },
    [live(job as Manifest)],
  );
  expect(saidOf([running as Manifest], [job as Manifest])).toEqual([]);
});

test('a template without its namespace is that of the only object of the name', () => {
  const bare = STACK.map((manifest) => ({ ...manifest, metadata: { ...manifest.metadata, namespace: undefined } }));
  expect(saidOf(bare, STACK)).toEqual([]);
  expect(saidOf(STACK, bare)).toEqual([]);
});

test('constructs that go by other ids, and stand elsewhere in the tree, are the same objects', () => {
  const moved = manifestsOf(
    appWith((app) => {
      const group = new Construct(app, 'platform');
      const chart = (id: string): Chart => new Chart(group, id, { namespace: 'logs' });
      new Grafana(chart('one'), 'loki-grafana', {});
      new Loki(chart('two'), 'loki', {});
      new Promtail(chart('three'), 'loki-promtail', { pushUrl: 'http://loki.logs.svc:3100/loki/api/v1/push' });
    }),
  );
  const straight = manifestsOf(
    appWith((app) => {
      const chart = new Chart(app, 'all', { namespace: 'logs' });
      new Promtail(chart, 'loki-promtail', { pushUrl: 'http://loki.logs.svc:3100/loki/api/v1/push' });
      new Loki(chart, 'loki', {});
      new Grafana(chart, 'loki-grafana', {});
    }),
  );
  expect(moved.length).toBeGreaterThan(10);
  expect(saidOf(straight, moved)).toEqual([]);

  const stackIn = (scope: (app: Construct) => Construct) =>
    manifestsOf(appWith((app) => void new LoggingStack(scope(app), 'loki', { namespace: 'loki' })));
  expect(
    saidOf(
      STACK,
      stackIn((app) => new Construct(new Construct(app, 'a'), 'b')),
    ),
  ).toEqual([]);
});
