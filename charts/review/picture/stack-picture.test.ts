import { configEdited, edited, podEdited, STACK, stack, without } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewManifests } from '../review-manifests';
import { type PictureNode, type StackPicture, stackPicture } from './stack-picture';

const pictureOf = (before: readonly Manifest[], after: readonly Manifest[]): StackPicture =>
  stackPicture(reviewManifests(before, after), before, after);

const named = ({ kind, name }: PictureNode): string => `${kind} ${name}`;

/** `DaemonSet loki-promtail push Service loki`, of those edges that a side has. */
function edgesOf(manifests: readonly Manifest[], ...relations: readonly string[]): string[] {
  const { nodes, edges } = pictureOf(manifests, manifests);
  const names = new Map(nodes.map((node) => [node.id, named(node)]));
  return edges
    .filter(({ relation }) => relations.length === 0 || relations.includes(relation))
    .map(({ from, relation, to }) => `${names.get(from)} ${relation} ${names.get(to)}`);
}

const factsOf = (manifests: readonly Manifest[], name: string): readonly string[] | undefined =>
  pictureOf([], manifests).nodes.find((node) => named(node) === name)?.after?.facts;

const object = (kind: string, name: string, fields: object, apiVersion = 'v1'): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'a' },
  ...fields,
});

const workload = (name: string, pod: object, kind = 'Deployment'): Manifest =>
  object(kind, name, { spec: { template: { metadata: { labels: { app: name } }, spec: pod } } }, 'apps/v1');

test('the default stack: who sends to whom, and what is read and kept', () => {
  expect(edgesOf(STACK).sort()).toEqual([
    'DaemonSet loki-promtail push Service loki',
    'DaemonSet loki-promtail reads ConfigMap loki-promtail',
    'Deployment loki-grafana query Service loki',
    'Deployment loki-grafana reads ConfigMap loki-grafana',
    'Deployment loki-grafana reads ConfigMap loki-grafana-datasources',
    'Deployment loki-grafana reads Secret loki-grafana',
    'Service loki selects StatefulSet loki',
    'Service loki-grafana selects Deployment loki-grafana',
    'Service loki-headless selects StatefulSet loki',
    'StatefulSet loki keeps claim storage',
    'StatefulSet loki reads Secret loki',
    'on each node /var/log/pods reads DaemonSet loki-promtail',
  ]);
});

test('every object is there once, with what the review says of it', () => {
  const after = stack({ loki: { retention: '7d' }, collector: { type: 'alloy' } });
  const review = reviewManifests(STACK, after);
  const { nodes } = stackPicture(review, STACK, after);
  const objects = nodes.flatMap(({ object: one }) => one ?? []);
  expect(new Set(objects)).toEqual(new Set(review.objects));
  expect(objects).toHaveLength(review.objects.length);
  expect(nodes.find((node) => named(node) === 'Secret loki')).toMatchObject({
    status: 'changed',
    severity: 'data-loss',
  });
  expect(nodes.find((node) => named(node) === 'DaemonSet loki-promtail')).toMatchObject({ status: 'removed' });
});

test('an object that is taken for one without a namespace is one thing', () => {
  const bare = STACK.map((manifest) => ({ ...manifest, metadata: { ...manifest.metadata, namespace: undefined } }));
  const { nodes } = pictureOf(bare, STACK);
  expect(nodes.filter((node) => node.object !== undefined && node.status !== 'unchanged')).toEqual([]);
  expect(nodes.filter((node) => node.object !== undefined)).toHaveLength(STACK.length);
});

test('what changes of something that is no object is told by its facts', () => {
  const { nodes } = pictureOf(STACK, stack({ loki: { persistence: { type: 'claim', size: '20Gi' } } }));
  expect(nodes.find(({ name }) => name === 'storage')).toMatchObject({
    status: 'changed',
    severity: 'none',
    before: { facts: ['10Gi'] },
    after: { facts: ['20Gi'] },
  });
});

test.each<[string, readonly Manifest[], string, readonly string[]]>([
  ['a StatefulSet', STACK, 'StatefulSet loki', ['1 replica', 'loki 3.7.6']],
  ['a DaemonSet', STACK, 'DaemonSet loki-promtail', ['each node', 'promtail 3.6.11']],
  ['a Service', STACK, 'Service loki', [':3100']],
  ['a headless Service', STACK, 'Service loki-headless', ['headless']],
  ['the folders of a node', STACK, 'on each node /var/log/pods', ['+2']],
  ['the names of entries', STACK, 'Secret loki', ['loki.yaml']],
  [
    'an image with a digest and a port',
    [workload('x', { containers: [{ image: 'r.example.com:5000/a/b:1.2@sha256:00' }] })],
    'Deployment x',
    ['1 replica', 'b 1.2'],
  ],
  [
    'further containers',
    [workload('x', { containers: [{ image: 'b' }, { image: 'c' }] })],
    'Deployment x',
    ['1 replica', 'b', '+1'],
  ],
  [
    'an autoscaler',
    [
      workload('x', { containers: [{ image: 'b:1' }] }),
      object(
        'HorizontalPodAutoscaler',
        'x',
        { spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { kind: 'Deployment', name: 'x' } } },
        'autoscaling/v2',
      ),
    ],
    'Deployment x',
    ['2–5 replicas', 'b 1'],
  ],
  [
    'a schedule',
    [
      object(
        'CronJob',
        'x',
        { spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec: {} } } } } },
        'batch/v1',
      ),
    ],
    'CronJob x',
    ['0 3 * * *'],
  ],
  [
    'hosts of an Ingress',
    [
      object(
        'Ingress',
        'x',
        { spec: { rules: [{ host: 'a.example.com' }, { host: 'b.example.com' }] } },
        'networking.k8s.io/v1',
      ),
    ],
    'Ingress x',
    ['a.example.com', '+1'],
  ],
])('facts: %s', (_, manifests, name, facts) => {
  expect(factsOf(manifests, name)).toEqual(facts);
});

test('an Ingress and an HTTPRoute send to Services, old and new spelling', () => {
  const rules = (backend: object) => ({ spec: { rules: [{ http: { paths: [{ backend }] } }] } });
  const manifests = [
    object('Service', 's', { spec: {} }),
    object('Ingress', 'i', rules({ service: { name: 's' } }), 'networking.k8s.io/v1'),
    object('Ingress', 'old', rules({ serviceName: 's' }), 'extensions/v1beta1'),
    object('HTTPRoute', 'h', { spec: { rules: [{ backendRefs: [{ name: 's' }] }] } }, 'gateway.networking.k8s.io/v1'),
  ];
  expect(edgesOf(manifests)).toEqual([
    'Ingress i routes Service s',
    'Ingress old routes Service s',
    'HTTPRoute h routes Service s',
  ]);
});

test('Alloy pushes where its loki.write says, here and elsewhere', () => {
  const alloy = stack({ collector: { type: 'alloy' } });
  expect(edgesOf(alloy, 'push')).toEqual(['DaemonSet loki-alloy push Service loki']);
  const elsewhere = configEdited('http://loki.loki.svc:3100', 'https://me:hunter2@logs.example.com', {
    config: 'ConfigMap/loki-alloy',
    workload: 'DaemonSet/loki-alloy',
    manifests: alloy,
  });
  expect(edgesOf(elsewhere, 'push')).toEqual(['DaemonSet loki-alloy push host logs.example.com']);
});

test('a Service is found by each of its names, and by an argument too', () => {
  for (const host of ['loki', 'loki.loki', 'loki.loki.svc', 'loki.loki.svc.cluster.local']) {
    const renamed = configEdited('loki.loki.svc', host, {
      config: 'ConfigMap/loki-promtail',
      workload: 'DaemonSet/loki-promtail',
    });
    expect(edgesOf(renamed, 'push')).toEqual(['DaemonSet loki-promtail push Service loki']);
  }
  const byArgument = podEdited(
    'DaemonSet/loki-promtail',
    ({ containers: [promtail] }) => promtail.args.push('-client.url=http://loki:3100/loki/api/v1/push'),
    without('ConfigMap/loki-promtail'),
  );
  expect(edgesOf(byArgument, 'push')).toEqual(['DaemonSet loki-promtail push Service loki']);
  expect(edgesOf(without('Service/loki'), 'push')).toEqual(['DaemonSet loki-promtail push Service loki.loki']);
});

test('data sources that a sidecar finds are those of its Grafana', () => {
  const unmounted = podEdited('Deployment/loki-grafana', ({ volumes }) => volumes.splice(1, 1));
  expect(edgesOf(unmounted, 'query')).toEqual([]);
  const withSidecar = podEdited(
    'Deployment/loki-grafana',
    ({ containers }) => containers.push({ name: 'sidecar', image: 'kiwigrid/k8s-sidecar:1' }),
    unmounted,
  );
  expect(edgesOf(withSidecar, 'query')).toEqual(['Deployment loki-grafana query Service loki']);
  expect(edgesOf(withSidecar)).toContain('Deployment loki-grafana reads ConfigMap loki-grafana-datasources');
});

test('what is read and is not among the manifests is drawn, and said to be made elsewhere', () => {
  expect(factsOf(without('Secret/loki'), 'Secret loki')).toEqual(['made elsewhere']);
});

const lokiConfig = (storage: object): Manifest[] => {
  const text = JSON.stringify({ schema_config: { configs: [] }, ...storage });
  return [
    object('ConfigMap', 'c', { data: { 'loki.yaml': text } }),
    workload(
      'x',
      { containers: [{ image: 'grafana/loki:3' }], volumes: [{ configMap: { name: 'c' } }] },
      'StatefulSet',
    ),
  ];
};

test.each<[string, object, readonly string[]]>([
  ['buckets by name', { common: { storage: { s3: { bucketnames: 'one,two' } } } }, ['S3 bucket one', 'S3 bucket two']],
  ['a bucket by URL', { storage_config: { aws: { s3: 's3://eu-west-1/one' } } }, ['S3 bucket one']],
  ['a URL with keys', { storage_config: { aws: { s3: 's3://AKIA1:a/b@eu-west-1/one' } } }, ['S3 bucket one']],
  ['a URL that is none', { storage_config: { aws: { s3: 's3://key:se/cret' } } }, []],
  ['Google', { storage_config: { gcs: { bucket_name: 'one' } } }, ['Google Cloud bucket one']],
  ['Azure', { storage_config: { azure: { container_name: 'one', account_key: 'hunter2' } } }, ['Azure container one']],
  [
    'DynamoDB',
    { storage_config: { aws: { dynamodb: { dynamodb_url: 'dynamodb://key:hunter2@us-east-1' } } } },
    ['DynamoDB tables'],
  ],
  ['a disk', { storage_config: { filesystem: { directory: '/x' } } }, []],
])('what Loki keeps outside: %s', (_, storage, stores) => {
  expect(edgesOf(lokiConfig(storage), 'store')).toEqual(stores.map((store) => `StatefulSet x store ${store}`));
});

test('no credential gets into a picture, wherever it stands', () => {
  const CANARY = 'hunter2canary';
  const KEY = 'AKIAABCDEFGHIJKLMNOP';
  const promtail = { clients: [{ url: `http://u:${CANARY}@${CANARY}.example.com/push` }], scrape_configs: [] };
  const manifests = [
    object('Secret', 'in-secret', { stringData: { 'promtail.yaml': JSON.stringify(promtail), other: CANARY } }),
    object('ConfigMap', 'sources', {
      data: {
        'sources.yaml': JSON.stringify({
          datasources: [
            `http://u:${CANARY}@one.example.com`,
            `http://u:/${CANARY}/@two.example.com`,
            `\${${CANARY}}`,
          ].map((url) => ({ url })),
        }),
      },
    }),
    workload('x', {
      containers: [
        {
          image: `u:${CANARY}@example.com/${KEY}:1`,
          args: ['--password', CANARY, `http://u:${CANARY}@example.com`],
          env: [{ name: 'TOKEN', value: CANARY }],
        },
      ],
      volumes: [
        { secret: { secretName: 'in-secret' } },
        { configMap: { name: 'sources' } },
        { hostPath: { path: `/${KEY}` } },
      ],
    }),
    ...lokiConfig({
      storage_config: {
        aws: { s3: `s3://key:${CANARY}@region/bucket`, bucketnames: KEY, secret_access_key: CANARY },
        azure: { container_name: 'c', account_key: CANARY },
      },
    }),
  ];
  const { nodes, edges } = pictureOf(
    manifests,
    edited('Deployment/x', ({ spec }) => (spec.replicas = 2), manifests),
  );
  const text = JSON.stringify([nodes, edges]);
  expect(text).not.toContain(CANARY);
  expect(text).not.toContain(KEY);
  expect(nodes.map(named)).toEqual(
    expect.arrayContaining(['host elsewhere', 'host one.example.com', 'host two.example.com', 'S3 bucket (hidden)']),
  );
});

test('whatever objects are, there is a picture of them', () => {
  const odd = [
    null,
    3,
    {},
    { kind: 'Service', spec: { selector: 7 } },
    { apiVersion: 'apps/v1', kind: 'Deployment', spec: [] },
  ];
  const { nodes } = pictureOf([], odd as unknown as Manifest[]);
  expect(nodes.map(({ status }) => status)).toEqual(['created', 'created', 'created']);
});
