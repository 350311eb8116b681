import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Data } from './helm-releases';

type Arbitrary = fc.Arbitrary<Data>;
type Fields = Readonly<Record<string, Arbitrary>>;

/** What stands where something else should. */
const junk: Arbitrary = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Data>(
      ...[null, '', 0, -1, true, false, [], {}, [null], [[]], [{}], 'x', '/', '__proto__', 'constructor', 3100, '3100'],
      ...[{ name: null }, [{ name: 'x' }], 'a b', '$' + '{X}', 's3://a:b@c/d', '24h', 'v11', '2020-01-01', 1.5],
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

const near = (good: Arbitrary): Arbitrary => fc.oneof({ weight: 14, arbitrary: good }, { weight: 1, arbitrary: junk });
const each = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, near(field)]));
/** Some of the fields, each as it should be or not. */
const some = (fields: Fields): Arbitrary => near(fc.record(each(fields), { requiredKeys: [] }));
/** The same, with some that are always there and in order. */
const sure = (certain: Fields, fields: Fields): Arbitrary =>
  fc.record({ ...each(fields), ...certain }, { requiredKeys: Object.keys(certain) });
const word = (...words: readonly Data[]): Arbitrary => fc.constantFrom<Data>(...words);
const list = (item: Arbitrary): Arbitrary => fc.array(item, { maxLength: 3 });
const listAfter = (first: Data, item: Arbitrary): Arbitrary => list(item).map((items: Data[]) => [first, ...items]);
const file = (content: Arbitrary): Arbitrary =>
  fc.oneof(
    { weight: 8, arbitrary: content.map((value) => stringify(value) ?? '') },
    { weight: 1, arbitrary: fc.string() },
  );

const LABELS = some({ app: word('x'), release: word('r'), 'helm.sh/chart': word('x-1') });
const FOLDERS = ['/data/loki/chunks', '/data/loki/index', '/var/loki', '/x/..//'];

const s3 = some({
  bucketnames: word('a', 'a,b'),
  region: word('eu-west-1'),
  endpoint: word('minio:9000', 's3.amazonaws.com', 'https://x/'),
  s3: word('s3://k:v@r/b', 's3://r', 's3://k:v/w@r.example.com/b'),
  access_key_id: word('$' + '{A}', 'x'),
  secret_access_key: word('$' + '{B}', 'xyz'),
  dynamodb: some({ dynamodb_url: word('dynamodb://eu-west-1') }),
});
const azure = some({ account_name: word('a'), container_name: word('c'), account_key: word('$' + '{K}', 'k') });
const period = some({
  from: word('2020-01-01', '2022-01-01'),
  store: word('tsdb', 'boltdb-shipper', 'aws', 'bigtable'),
  object_store: word('filesystem', 's3', 'aws', 'gcs', 'azure', 'swift', 'constructor'),
  schema: word('v11', 'v13'),
  index: some({ prefix: word('index_'), period: word('24h', '168h') }),
});
const lokiConfig = some({
  auth_enabled: word(true, false),
  server: some({ http_listen_port: word(3100, 80) }),
  common: some({
    path_prefix: word(...FOLDERS),
    replication_factor: word(1, 3),
    storage: some({ s3, azure, filesystem: some({ chunks_directory: word(...FOLDERS) }) }),
  }),
  schema_config: some({ configs: list(period) }),
  storage_config: some({
    aws: s3,
    azure,
    gcs: some({ bucket_name: word('b') }),
    filesystem: some({ directory: word(...FOLDERS) }),
    boltdb_shipper: some({ active_index_directory: word(...FOLDERS) }),
  }),
  limits_config: some({ retention_period: word('7d', '168h', '0s'), ingestion_rate_mb: word(8) }),
  compactor: some({ retention_enabled: word(true, false), working_directory: word(...FOLDERS) }),
  unknown: junk,
});

const rule = some({
  source_labels: list(word('a', '__meta_kubernetes_pod_name')),
  target_label: word('b', '__path__'),
  action: word('replace', 'drop', 'labelmap'),
  regex: word('(.*)', '('),
  replacement: word('$1', '/x/*$1/*.log'),
});
const job = some({
  job_name: word('a', 'journal', 'push'),
  kubernetes_sd_configs: list(some({ role: word('pod', 'node') })),
  relabel_configs: list(rule),
  pipeline_stages: list(word({ cri: {} }, { docker: null }, 'x', { match: { selector: '{', stages: [] } })),
  journal: some({ path: word('/var/log/journal'), labels: some({ job: word('j') }), max_age: word('12h') }),
  syslog: some({ listen_address: word('0.0.0.0:1514', 'x'), labels: some({}) }),
  loki_push_api: some({ server: some({ http_listen_port: word(3500) }) }),
  static_configs: list(some({ labels: some({ job: word('x'), __path__: word('/var/log/*.log') }) })),
});
const client = some({
  url: word('http://loki:3100/loki/api/v1/push', 'http://u:p@x/y', 'x'),
  tenant_id: word('a'),
  basic_auth: some({ username: word('u'), password: word('p') }),
  backoff_config: some({ max_retries: word(10) }),
  oauth2: some({ client_secret: word('x') }),
});
const promtailConfig = some({
  server: some({ http_listen_port: word(3101) }),
  client,
  clients: list(client),
  positions: some({ filename: word('/run/promtail/positions.yaml') }),
  scrape_configs: list(job),
  limits_config: junk,
});

const INI = [
  '[server]',
  '[smtp]',
  '[',
  '[]',
  ']',
  '=',
  'a=b',
  '; x',
  'root_url = http://x',
  'password = x',
  '[__proto__]',
];
const ini = fc
  .array(
    fc.oneof(word(...INI, 'constructor = 1', '__proto__ = 2', 'user = `x`', 'a = """'), fc.string({ maxLength: 20 })),
    {
      maxLength: 12,
    },
  )
  .map((lines) => lines.join('\n'));
const dataSources = some({
  datasources: list(
    some({
      name: word('Loki', 'P'),
      type: word('loki', 'prometheus'),
      url: word('http://loki:3100', 'x'),
      access: word('proxy', 'direct'),
      isDefault: word(true, false),
      uid: word('', 'u'),
      jsonData: some({ httpHeaderName1: word('X-Scope-OrgID'), a: word('$x', '$$y') }),
      secureJsonData: some({ httpHeaderValue1: word('t') }),
    }),
  ),
});

const variable = some({
  name: word('A', 'DB_PASSWORD', 'GF_SECURITY_ADMIN_PASSWORD', 'GF_SECURITY_ADMIN_USER'),
  value: word('x', 'http://u:p@h'),
  valueFrom: some({ secretKeyRef: some({ name: word('s'), key: word('k') }) }),
});
const volume = some({
  name: word('config', 'storage', 'data'),
  configMap: some({ name: word('loki', 'promtail', 'grafana') }),
  secret: some({ secretName: word('loki') }),
  emptyDir: some({}),
  persistentVolumeClaim: some({ claimName: word('c') }),
  projected: some({ sources: list(some({ configMap: some({ name: word('loki') }) })) }),
});
const container = (name: string, images: readonly string[], path: string, mount: Data): Arbitrary =>
  sure(
    {
      image: word(...images),
      args: listAfter(
        `-config.file=${path}`,
        near(
          word(
            '-config.file',
            path,
            '-target=all',
            '-config.expand-env=true',
            '--client.url=http://loki:3100',
            '--a.token=b',
          ),
        ),
      ),
      volumeMounts: listAfter(
        { name: 'config', ...mount },
        some({ name: word('config', 'storage', 'data'), mountPath: word('/data', '/var/loki', '/var/lib/grafana') }),
      ),
    },
    {
      name: word(name),
      command: list(word('x')),
      env: list(variable),
      envFrom: list(some({ secretRef: some({ name: word('s') }) })),
      ports: list(some({ name: word('http-metrics', 'grafana'), containerPort: word(3100, 3000, 80) })),
      resources: some({ limits: some({ memory: word('1Gi', 'x') }) }),
      livenessProbe: some({ httpGet: some({ port: word('http-metrics') }) }),
      securityContext: some({ runAsUser: word(0) }),
    },
  );
const workload = (kinds: readonly string[], name: string, main: Arbitrary): Arbitrary =>
  fc.record({
    apiVersion: word('apps/v1'),
    kind: word(...kinds),
    metadata: sure({ name: word(name), namespace: word('ns') }, { labels: LABELS, annotations: some({}) }),
    spec: sure(
      {
        template: sure(
          {
            spec: sure(
              {
                containers: fc
                  .tuple(main, list(some({ name: word('side'), image: word('side:1') })))
                  .map(([a, b]) => [a, ...b]),
                volumes: listAfter({ name: 'config', configMap: { name } }, volume),
              },
              {
                initContainers: list(some({ name: word('init'), image: word('i:1'), env: list(variable) })),
                serviceAccountName: word(name, 'other'),
                tolerations: list(some({ key: word('a'), operator: word('Exists') })),
                nodeSelector: some({ a: word('b') }),
              },
            ),
          },
          { metadata: some({ labels: LABELS, annotations: some({ 'checksum/config': word('x') }) }) },
        ),
      },
      {
        replicas: word(1, 2, 0),
        serviceName: word('x-headless', name),
        podManagementPolicy: word('OrderedReady', 'Parallel'),
        selector: some({ matchLabels: LABELS }),
        volumeClaimTemplates: list(
          some({
            metadata: some({ name: word('storage', 'data') }),
            spec: some({
              accessModes: list(word('ReadWriteOnce')),
              resources: some({ requests: some({ storage: word('10Gi', 'x') }) }),
              storageClassName: word('gp3', ''),
            }),
          }),
        ),
      },
    ),
  });
const configMap = (name: string, data: Fields): Arbitrary =>
  fc.record({
    apiVersion: word('v1'),
    kind: word('ConfigMap'),
    metadata: word({ name, namespace: 'ns' }),
    data: fc.record(data),
  });
const other = (apiVersion: string, kind: string): Arbitrary =>
  fc.record({
    apiVersion: word(apiVersion),
    kind: word(kind),
    metadata: word({ name: 'c', namespace: 'ns' }, { name: 'loki', namespace: 'other' }),
    ...{ spec: junk, rules: junk, roleRef: junk, subjects: junk, data: junk, secrets: junk, imagePullSecrets: junk },
  });
const service = fc.record({
  apiVersion: word('v1'),
  kind: word('Service'),
  metadata: word({ name: 'loki', namespace: 'ns' }, { name: 'grafana', namespace: 'ns' }),
  spec: some({
    clusterIP: word('None'),
    selector: LABELS,
    ports: list(
      some({ name: word('http-metrics', 'x'), port: word(3100, 80), targetPort: word('http-metrics', 3000) }),
    ),
  }),
});

/** Releases of the right kinds, in which anything may be something else. */
export const nearReleases: fc.Arbitrary<Data[]> = fc
  .tuple(
    fc.option(
      workload(
        ['StatefulSet'],
        'loki',
        container(
          'loki',
          ['grafana/loki:2.9.3', 'loki', 'x/loki:3.0.0@sha256:abc', 'loki:2.3.0'],
          '/etc/loki/loki.yaml',
          {
            mountPath: '/etc/loki',
          },
        ),
      ),
    ),
    configMap('loki', { 'loki.yaml': file(lokiConfig) }),
    fc.option(
      workload(
        ['DaemonSet'],
        'promtail',
        container('promtail', ['grafana/promtail:2.9.3', 'promtail:x'], '/etc/promtail/promtail.yaml', {
          mountPath: '/etc/promtail',
        }),
      ),
    ),
    configMap('promtail', { 'promtail.yaml': file(promtailConfig) }),
    fc.option(
      workload(
        ['Deployment', 'StatefulSet'],
        'grafana',
        container('grafana', ['grafana/grafana:10.0.0'], '/x', {
          mountPath: '/etc/grafana/grafana.ini',
          subPath: 'grafana.ini',
        }),
      ),
    ),
    configMap('grafana', { 'grafana.ini': ini, 'datasources.yaml': file(dataSources) }),
    service,
    other('v1', 'PersistentVolumeClaim'),
    other('v1', 'ServiceAccount'),
    other('rbac.authorization.k8s.io/v1', 'ClusterRole'),
    other('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'),
    other('networking.k8s.io/v1', 'Ingress'),
    other('v1', 'Secret'),
    other('policy/v1', 'PodDisruptionBudget'),
    other('example.com/v1', 'Thing'),
  )
  .map((objects) => objects.filter((object) => object !== null));
