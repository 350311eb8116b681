import fc from 'fast-check';
import { liveText } from '../../test/live-objects';
import { edited, STACK } from '../../test/reviews';
import type { Manifest } from '../kubernetes/manifest';
import { readManifests } from './read/read-manifests';
import type { ObjectReview } from './review';
import { reviewManifests } from './review-manifests';

// biome-ignore lint/suspicious/noExplicitAny: objects of every kind.
type Any = any;

/** Keys by which an API server tells items of lists apart; other lists are one field. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  env: ['name'],
  initContainers: ['name'],
  ports: ['containerPort', 'port', 'protocol'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
};
/** Maps that are one field. */
const WHOLE = new Set(['selector', 'nodeSelector', 'fieldRef', 'secretKeyRef', 'roleRef']);

/** The fields that a manifest has, as an API server keeps them for whoever applied it. */
function fieldsOf(value: unknown, key = ''): object {
  if (typeof value !== 'object' || value === null || WHOLE.has(key)) return {};
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [`f:${name}`, fieldsOf(part, name)]));
  }
  const keys = KEYS[key];
  if (keys === undefined) return {};
  return Object.fromEntries(
    (value as Any[]).map((item) => {
      const own = { ...(key === 'ports' ? { protocol: 'TCP' } : {}), ...item };
      const names = Object.fromEntries(keys.filter((name) => name in own).map((name) => [name, own[name]]));
      return [`k:${JSON.stringify(names)}`, { '.': {}, ...fieldsOf(item) }];
    }),
  );
}

/** What of a manifest somebody owns: not what it is. */
const withoutIdentity = ({ apiVersion: _, kind: __, metadata: { labels, annotations }, ...rest }: Manifest): object =>
  JSON.parse(JSON.stringify({ metadata: { labels, annotations }, ...rest }));

/** What controllers own of a Deployment, and of any object. */
const CONTROLLERS = [
  {
    manager: 'kube-controller-manager',
    operation: 'Update',
    subresource: 'status',
    fieldsV1: { 'f:status': { 'f:observedGeneration': {} } },
  },
  {
    manager: 'kubectl-rollout',
    operation: 'Update',
    fieldsV1: {
      'f:spec': { 'f:template': { 'f:metadata': { 'f:annotations': { 'f:kubectl.kubernetes.io/restartedAt': {} } } } },
    },
  },
];

const read = (text: string): Manifest[] => {
  const got = readManifests(text, 'cluster');
  if ('mistake' in got) throw new Error(got.mistake);
  return [...got.manifests];
};

/** The stack as `kubectl get -o yaml` prints it, in the ways in which it may have come there. */
const LIVE: Readonly<Record<string, readonly Manifest[]>> = {
  'applied by kubectl': liveWith((manifest, metadata) => ({
    ...metadata,
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(manifest) },
  })),
  'applied server-side': liveWith((manifest, metadata) => ({
    ...metadata,
    annotations: undefined,
    managedFields: [
      { manager: 'kubectl', operation: 'Apply', fieldsV1: fieldsOf(withoutIdentity(manifest)) },
      ...CONTROLLERS,
    ],
  })),
  'made by a deployer that owns what it wrote': liveWith((manifest, metadata) => ({
    ...metadata,
    managedFields: [
      { manager: 'helm', operation: 'Update', fieldsV1: fieldsOf(withoutIdentity(manifest)) },
      ...CONTROLLERS,
    ],
  })),
  'of which nothing is told': liveWith((_, metadata) => ({ ...metadata, managedFields: undefined })),
};

function liveWith(told: (manifest: Manifest, metadata: object) => object): Manifest[] {
  return read(liveText(STACK as Any)).map((object, index) => ({
    ...object,
    metadata: told(STACK[index] as Manifest, object.metadata) as Manifest['metadata'],
  }));
}

const WAYS = Object.keys(LIVE);
const live = (way: string): Manifest[] => structuredClone([...(LIVE[way] ?? [])]);

const notUnchanged = (before: readonly Manifest[], after: readonly Manifest[]): ObjectReview[] =>
  reviewManifests(before, after, { today: '2026-11-24' }).objects.filter(({ status }) => status !== 'unchanged');

/** What a review says, by object: changes and consequences. */
const said = (before: readonly Manifest[], after: readonly Manifest[]) =>
  notUnchanged(before, after).map(({ kind, name, status, changes, consequences }) => ({
    kind,
    name,
    status,
    changes,
    consequences,
  }));

describe.each(WAYS)('a stack %s', (way) => {
  test('is what its manifests say, in either direction', () => {
    expect(notUnchanged(live(way), STACK)).toEqual([]);
    expect(notUnchanged(STACK, live(way))).toEqual([]);
  });

  test('is changed by a change of its manifests as they are', () => {
    const places = STACK.flatMap((manifest, index) =>
      waysIn(withoutIdentity(manifest)).map((steps) => ({ index, steps })),
    );
    expect(places.length).toBeGreaterThan(300);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.boolean(), ({ index, steps }, isGone) => {
        // Which of these a manifest has said, nobody knows of such an object.
        if (way === 'of which nothing is told' && steps.join('.') === 'spec.replicas') return;
        const other = structuredClone([...STACK]);
        const parent = steps.slice(0, -1).reduce<Any>((part, step) => part[step], other[index]);
        const last = steps.at(-1) as string | number;
        if (!isGone) parent[last] = otherThan(parent[last]);
        else if (Array.isArray(parent)) parent.splice(Number(last), 1);
        else delete parent[last];
        for (const [one, two] of [
          [said(live(way), other), said(STACK, other)],
          [said(other, live(way)), said(other, STACK)],
        ]) {
          expect(pathsOf(one)).toEqual(pathsOf(two));
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** What a cluster makes of objects that say less: each with what was applied, and what is in it besides. */
const FILLED_IN: readonly (readonly [what: string, applied: Any, more: Any])[] = [
  [
    'status',
    { apiVersion: 'v1', kind: 'Namespace' },
    { status: { phase: 'Active' }, spec: { finalizers: ['kubernetes'] } },
  ],
  [
    'the label of a Namespace',
    { apiVersion: 'v1', kind: 'Namespace' },
    { metadata: { labels: { 'kubernetes.io/metadata.name': 'a' } } },
  ],
  [
    'addresses and ports of a Service',
    { apiVersion: 'v1', kind: 'Service', spec: { type: 'LoadBalancer', ports: [{ port: 80 }] } },
    {
      spec: {
        type: 'LoadBalancer',
        clusterIP: '10.0.0.7',
        clusterIPs: ['10.0.0.7'],
        externalTrafficPolicy: 'Cluster',
        healthCheckNodePort: 31_000,
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        loadBalancerClass: 'service.k8s.aws/nlb',
        ports: [{ port: 80, nodePort: 30_080, protocol: 'TCP', targetPort: 80 }],
      },
    },
  ],
  [
    'volume and class of a claim',
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: { resources: { requests: { storage: '1Gi' } } } },
    {
      metadata: {
        annotations: { 'pv.kubernetes.io/bind-completed': 'yes' },
        finalizers: ['kubernetes.io/pvc-protection'],
      },
      spec: {
        resources: { requests: { storage: '1Gi' } },
        storageClassName: 'gp3',
        volumeName: 'pvc-1',
        volumeMode: 'Filesystem',
      },
    },
  ],
  [
    'the claim of a volume',
    { apiVersion: 'v1', kind: 'PersistentVolume', spec: { capacity: { storage: '1Gi' }, hostPath: { path: '/a' } } },
    {
      metadata: { annotations: { 'pv.kubernetes.io/bound-by-controller': 'yes' } },
      spec: {
        capacity: { storage: '1Gi' },
        claimRef: { name: 'b', namespace: 'c' },
        hostPath: { path: '/a', type: '' },
        persistentVolumeReclaimPolicy: 'Retain',
        volumeMode: 'Filesystem',
      },
    },
  ],
  [
    'tokens of a ServiceAccount',
    { apiVersion: 'v1', kind: 'ServiceAccount' },
    { secrets: [{ name: 'a-token-1' }], imagePullSecrets: [{ name: 'a-dockercfg-1' }] },
  ],
  [
    'selector and labels of a Job',
    { apiVersion: 'batch/v1', kind: 'Job', spec: { template: { spec: { restartPolicy: 'Never' } } } },
    {
      spec: {
        backoffLimit: 6,
        completionMode: 'NonIndexed',
        completions: 1,
        manualSelector: false,
        parallelism: 1,
        podReplacementPolicy: 'TerminatingOrFailed',
        suspend: false,
        selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': '1' } },
        template: {
          metadata: { labels: { 'batch.kubernetes.io/controller-uid': '1', 'controller-uid': '1', 'job-name': 'a' } },
          spec: { restartPolicy: 'Never' },
        },
      },
    },
  ],
  [
    'replicas that an autoscaler sets, and a restart',
    { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: {} } } },
    {
      metadata: { annotations: { 'deployment.kubernetes.io/revision': '3' } },
      spec: {
        replicas: 5,
        template: {
          metadata: {
            creationTimestamp: null,
            annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-01-01T00:00:00Z' },
          },
          spec: {},
        },
      },
    },
  ],
  [
    'what a StatefulSet says of its claims',
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      spec: { volumeClaimTemplates: [{ metadata: { name: 'b' }, spec: {} }] },
    },
    {
      spec: {
        volumeClaimTemplates: [
          {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name: 'b', creationTimestamp: null },
            spec: { volumeMode: 'Filesystem' },
            status: { phase: 'Pending' },
          },
        ],
      },
    },
  ],
  [
    'the authority of a webhook',
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      webhooks: [{ name: 'a.b', clientConfig: { service: { name: 'a', namespace: 'b' } }, sideEffects: 'None' }],
    },
    {
      webhooks: [
        {
          name: 'a.b',
          clientConfig: { caBundle: 'QUFBQQ==', service: { name: 'a', namespace: 'b', port: 443 } },
          failurePolicy: 'Fail',
          matchPolicy: 'Equivalent',
          namespaceSelector: {},
          objectSelector: {},
          sideEffects: 'None',
          timeoutSeconds: 10,
        },
      ],
    },
  ],
  [
    'names of a kind',
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      spec: { names: { kind: 'Thing', plural: 'things' } },
    },
    {
      spec: {
        conversion: { strategy: 'None' },
        names: { kind: 'Thing', listKind: 'ThingList', plural: 'things', singular: 'thing' },
      },
    },
  ],
  [
    'rules that a ClusterRole gathers',
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', aggregationRule: { clusterRoleSelectors: [] } },
    { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] },
  ],
  [
    'the class of an Ingress',
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', spec: { rules: [{ host: 'a' }] } },
    { spec: { rules: [{ host: 'a' }], ingressClassName: 'nginx' } },
  ],
  [
    'what an autoscaler goes by',
    { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec: { maxReplicas: 3 } },
    {
      spec: {
        maxReplicas: 3,
        minReplicas: 1,
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
        ],
      },
    },
  ],
  [
    'where a pod runs, and its token',
    { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a', image: 'a:1' }] } },
    {
      spec: {
        containers: [
          {
            name: 'a',
            image: 'a:1',
            imagePullPolicy: 'IfNotPresent',
            volumeMounts: [{ name: 'kube-api-access-x', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }],
          },
        ],
        enableServiceLinks: true,
        nodeName: 'node-1',
        preemptionPolicy: 'PreemptLowerPriority',
        priority: 0,
        serviceAccount: 'default',
        serviceAccountName: 'default',
        tolerations: [
          { effect: 'NoExecute', key: 'node.kubernetes.io/not-ready', operator: 'Exists', tolerationSeconds: 300 },
          { effect: 'NoExecute', key: 'node.kubernetes.io/unreachable', operator: 'Exists', tolerationSeconds: 300 },
        ],
        volumes: [{ name: 'kube-api-access-x', projected: { sources: [] } }],
      },
    },
  ],
];

test.each(FILLED_IN)('%s: filled in by the cluster, and neither new nor gone', (_, applied, more) => {
  const manifest = { ...applied, metadata: { name: 'a' } };
  const running = {
    ...manifest,
    ...more,
    metadata: {
      name: 'a',
      uid: '1',
      resourceVersion: '2',
      creationTimestamp: '2026-01-01T00:00:00Z',
      ...more.metadata,
    },
  };
  expect(notUnchanged([running], [manifest])).toEqual([]);
  expect(notUnchanged([manifest], [running])).toEqual([]);
});

test('what a controller, a webhook or a hand has added is not gone, whatever it is', () => {
  const added = edited(
    'Service/loki',
    (service) => {
      service.metadata.annotations = { 'service.beta.kubernetes.io/aws-load-balancer-name': 'a' };
      service.spec.externalIPs = ['192.0.2.1'];
    },
    live('applied server-side'),
  );
  expect(notUnchanged(added, STACK)).toEqual([]);
  expect(notUnchanged(STACK, added)).toEqual([]);
  // The same when it is not known who said it.
  const untold = edited('Service/loki', ({ metadata }) => delete metadata.managedFields, added);
  expect(notUnchanged(untold, STACK)).toMatchObject([{ kind: 'Service', status: 'changed' }]);
});

test('the password that a pod adds to a Secret is not gone', () => {
  const added = (way: string) =>
    edited(
      'Secret/loki-grafana',
      (secret) => (secret.data = { ...secret.data, 'admin-password': 'aHVudGVyMg==' }),
      live(way),
    );
  for (const way of WAYS.slice(0, 2)) {
    expect(notUnchanged(added(way), STACK)).toEqual([]);
    expect(notUnchanged(STACK, added(way))).toEqual([]);
  }
});

test('what a cluster has made of other objects, or for itself, is neither new nor gone', () => {
  const identity = { uid: '1', resourceVersion: '2' };
  const owned = (kind: string) => ({ ownerReferences: [{ kind, name: 'loki', controller: true, uid: '1' }] });
  const object = (apiVersion: string, kind: string, name: string, more: object = {}, metadata: object = {}): Any => ({
    apiVersion,
    kind,
    metadata: { name, namespace: 'loki', ...identity, ...metadata },
    ...more,
  });
  const made = [
    object('v1', 'Pod', 'loki-0', { spec: { containers: [] } }, owned('StatefulSet')),
    object('apps/v1', 'ReplicaSet', 'loki-grafana-7d', { spec: { replicas: 1 } }, owned('Deployment')),
    object('apps/v1', 'ControllerRevision', 'loki-1'),
    object('v1', 'PersistentVolumeClaim', 'storage-loki-0', { spec: { resources: { requests: { storage: '10Gi' } } } }),
    object(
      'v1',
      'PersistentVolume',
      'pvc-1',
      {},
      { annotations: { 'pv.kubernetes.io/provisioned-by': 'ebs.csi.aws.com' } },
    ),
    object('v1', 'ConfigMap', 'kube-root-ca.crt', { data: { 'ca.crt': 'a' } }),
    object('v1', 'ServiceAccount', 'default'),
    object('v1', 'Secret', 'sh.helm.release.v1.loki.v1', { type: 'helm.sh/release.v1', data: { release: 'YQ==' } }),
    object('v1', 'Endpoints', 'loki'),
    object('discovery.k8s.io/v1', 'EndpointSlice', 'loki-x'),
  ];
  for (const way of WAYS) {
    const cluster = reviewManifests([...live(way), ...made], STACK);
    expect(cluster.objects.filter(({ status }) => status !== 'unchanged')).toEqual([]);
    expect(cluster.requests.before).toEqual(cluster.requests.after);
    expect(notUnchanged(STACK, [...live(way), ...made])).toEqual([]);
  }
  // One that nobody else makes is gone.
  const claim = object('v1', 'PersistentVolumeClaim', 'backup', { spec: {} });
  expect(notUnchanged([...live(WAYS[0] as string), claim], STACK)).toMatchObject([
    { kind: 'PersistentVolumeClaim', name: 'backup', status: 'removed', severity: 'data-loss' },
  ]);
});

const pathsOf = (objects: ReturnType<typeof said> = []) =>
  objects.map(({ kind, name, status, changes }) => [kind, name, status, changes.map(({ path }) => path).sort()]);

const otherThan = (value: unknown): unknown =>
  typeof value === 'number'
    ? value + 1
    : typeof value === 'boolean'
      ? !value
      : typeof value === 'string'
        ? `${value}x`
        : null;

/** The ways to every value below one. */
function waysIn(value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const below =
    typeof value !== 'object' || value === null
      ? []
      : Array.isArray(value)
        ? value.flatMap((item, index) => waysIn(item, [...way, index]))
        : Object.entries(value).flatMap(([key, part]) => waysIn(part, [...way, key]));
  return way.length === 0 ? below : [way, ...below];
}
