import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { appWith } from '../test/apps';
import {
  Alloy,
  ArgoApplication,
  FluxGitRepository,
  FluxKustomization,
  Grafana,
  LoggingStack,
  Loki,
  type Patch,
  Promtail,
  RefusedError,
} from '.';

/** Props as plain JavaScript has them: nobody checked what is in them. */
type AnyProps = Readonly<Record<string, unknown>>;

const COMPONENTS: Readonly<Record<string, (scope: Construct, props: unknown) => void>> = {
  LoggingStack: (app, props) => new LoggingStack(app, 'logs', props as never),
  Loki: (app, props) => new Loki(new Chart(app, 'chart', { namespace: 'logs' }), 'loki', props as never),
  Promtail: (app, props) => new Promtail(new Chart(app, 'chart', { namespace: 'logs' }), 'promtail', props as never),
  Alloy: (app, props) => new Alloy(new Chart(app, 'chart', { namespace: 'logs' }), 'alloy', props as never),
  StackOfAlloy: (app, props) => new LoggingStack(app, 'logs', props as never),
  Grafana: (app, props) => new Grafana(new Chart(app, 'chart', { namespace: 'logs' }), 'grafana', props as never),
  ArgoApplication: (app, props) => new ArgoApplication(app, 'application', props as never),
  FluxKustomization: (app, props) => new FluxKustomization(app, 'kustomization', props as never),
  FluxGitRepository: (app, props) => new FluxGitRepository(app, 'repository', props as never),
};

const POD_OPTIONS = {
  affinity: { nodeAffinity: {} },
  env: [{ name: 'TZ', value: 'UTC' }],
  extraArgs: ['-log.level=debug'],
  image: { registry: 'registry.example.com', repository: 'logs/loki', tag: '1', digest: `sha256:${'0'.repeat(64)}` },
  imagePullSecrets: [{ name: 'registry' }],
  initContainers: [{ name: 'init', image: 'init:1', env: [{ name: 'A', value: 'b' }], volumeMounts: [] }],
  livenessProbe: { httpGet: { path: '/', port: 80 } },
  nodeSelector: { disk: 'fast' },
  podAnnotations: { 'example.com/a': 'b' },
  podLabels: { team: 'logs' },
  podSecurityContext: { runAsUser: 1 },
  priorityClassName: 'high',
  readinessProbe: { tcpSocket: { port: 80 } },
  resources: { limits: { memory: '1Gi' }, requests: { cpu: '100m' } },
  securityContext: { readOnlyRootFilesystem: false },
  serviceAccountAnnotations: { 'example.com/role': 'logs' },
  sidecars: [{ name: 'side', image: 'side:1', ports: [{ name: 'side', containerPort: 81 }], resources: {} }],
  startupProbe: { httpGet: { path: '/', port: 'side' } },
  terminationGracePeriodSeconds: 30,
  tolerations: [{ key: 'a', operator: 'Exists' }],
  topologySpreadConstraints: [{ maxSkew: 1 }],
  volumeMounts: [{ name: 'more', mountPath: '/more' }],
  volumes: [{ name: 'more', emptyDir: {} }],
};
const LOKI = {
  ...POD_OPTIONS,
  version: '3.5.0',
  replicas: 1,
  storage: {
    type: 'dynamodb',
    region: 'us-east-1',
    table: 'loki_index',
    bucket: 'loki-logs',
    accountId: '123456789012',
    access: { type: 'irsa', roleArn: 'arn:aws:iam::123456789012:role/loki' },
  },
  persistence: { type: 'claim', size: '10Gi', storageClass: 'fast', sizeLimit: '1Gi' },
  retention: '14d',
  retentionByStream: [{ selector: '{a="b"}', period: '1d', priority: 1 }],
  tenants: { fake: { retention: '1d', retentionByStream: [], limits: { ingestion_rate_mb: 4 } } },
  schema: [{ from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13', index: { period: '24h' } }],
  schemaChange: { discards: ['2024-04-01'] },
  migration: { until: [{ what: 'table', name: 'a', sentence: 'b' }], problems: [] },
  config: {
    schema_config: { configs: [{}] },
    common: { path_prefix: '/x' },
    limits_config: { retention_period: '1d' },
  },
};
const PROMTAIL = {
  ...POD_OPTIONS,
  version: '3.6.11',
  pipeline: { sources: [{ type: 'pods', format: 'cri', labels: { scheme: 'kubernetes-pods' } }] },
  config: {
    positions: { filename: '/run/promtail/p.yaml' },
    scrape_configs: [
      { relabel_configs: [{ target_label: '__path__' }], static_configs: [{ labels: { __path__: '/x' } }] },
    ],
  },
};
const ALLOY = {
  ...POD_OPTIONS,
  version: '1.18.1',
  pipeline: {
    sources: [
      {
        type: 'pods',
        format: 'cri',
        select: { namespaces: { include: ['a'] } },
        stages: [{ json: { expressions: { a: '' } } }],
      },
      {
        type: 'files',
        paths: ['/var/log/a/*.log'],
        exclude: ['/b'],
        labels: { job: 'a' },
        relabel: [{ action: 'labeldrop', regex: 'b' }],
      },
      { type: 'journal', maxAge: '7h', labels: { job: 'j' }, fields: { unit: '_systemd_unit' } },
      { type: 'kubernetes-events', namespaces: ['a'], format: 'json' },
      { type: 'push', port: 3500, labels: { a: 'b' } },
      { type: 'otlp', grpcPort: 4317, httpPort: 4318 },
    ],
    stages: [
      { match: { selector: '{a="b"}', stages: [{ drop: { source: ['a', 'b'], longer_than: '8kb' } }] } },
      { metrics: { lines: { type: 'Counter', config: { action: 'inc', match_all: true } } } },
      { structured_metadata: { a: '' } },
      { geoip: { db: '/db', source: 'ip', db_type: 'city' } },
      { labeldrop: ['a'] },
    ],
    destinations: [
      {
        url: 'https://logs.example.com/loki/api/v1/push',
        externalLabels: { cluster: 'a' },
        batch: { size: 1024, wait: '1s' },
        backoff: { min: '1s', max: '1m', retries: 3 },
        dropRateLimited: true,
        auth: { type: 'basic', secretName: 'push' },
        tls: { ca: { secret: 'ca' }, clientSecret: 'client', serverName: 'logs' },
      },
    ],
    wal: true,
  },
  config: 'logging {\n\tlevel = "warn"\n}',
};
const GRAFANA = {
  ...POD_OPTIONS,
  version: '13.2.0',
  replicas: 1,
  admin: { type: 'existing-secret', name: 'admin', userKey: 'user', passwordKey: 'password' },
  persistence: { size: '1Gi', storageClass: 'fast' },
  dataSources: [
    { name: 'A', type: 'loki', uid: 'a', url: 'http://a', isDefault: true, tenant: 'a', jsonData: { a: [1] } },
  ],
  ini: { server: { router_logging: true }, paths: { data: '/x' }, log: { mode: 'file' } },
};
const PROPS: Readonly<Record<string, AnyProps>> = {
  LoggingStack: {
    namespace: 'logs',
    createNamespace: true,
    name: 'logs',
    registry: 'registry.example.com',
    tenant: 'team-a',
    loki: LOKI,
    collector: { ...PROMTAIL, namespace: 'collector' },
    grafana: { ...GRAFANA, tenant: 'team-a|fake' },
  },
  Loki: { ...LOKI, name: 'loki', instance: 'logs', multiTenant: true },
  Promtail: {
    ...PROMTAIL,
    name: 'promtail',
    instance: 'logs',
    tenant: 'a',
    pushUrl: 'http://loki:3100/loki/api/v1/push',
  },
  Alloy: {
    ...ALLOY,
    name: 'alloy',
    instance: 'logs',
    tenant: 'a',
    pushUrl: 'http://loki:3100/loki/api/v1/push',
  },
  StackOfAlloy: { namespace: 'logs', collector: { ...ALLOY, type: 'alloy', namespace: 'collector' }, grafana: false },
  Grafana: { ...GRAFANA, name: 'grafana', instance: 'logs', firstDataSource: GRAFANA.dataSources[0] },
  ArgoApplication: {
    repoURL: 'https://git.example.com/logging.git',
    targetRevision: 'main',
    deploys: undefined,
    path: 'dist/staging',
    name: 'logs',
    namespace: 'argocd',
    project: 'default',
    destination: { server: 'https://kubernetes.default.svc', namespace: 'logs' },
    automated: { prune: true, selfHeal: true },
    retry: { limit: 5, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
    syncOptions: ['PruneLast=true'],
    ignoreDifferences: [{ group: 'apps', kind: 'Deployment', name: 'a', jsonPointers: ['/spec/replicas'] }],
    waves: {},
    keepData: true,
    finalizer: 'foreground',
    folder: 'argocd',
    managesItself: false,
  },
  FluxKustomization: {
    sourceRef: { kind: 'GitRepository', name: 'flux-system', namespace: 'flux-system' },
    deploys: undefined,
    path: 'dist/staging',
    name: 'logs',
    namespace: 'flux-system',
    interval: '10m',
    retryInterval: '1m',
    timeout: '5m',
    prune: true,
    healthChecks: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'loki', namespace: 'logs' }],
    deletionPolicy: 'Orphan',
    serviceAccountName: 'deployer',
    keepData: true,
    folder: 'flux',
  },
  FluxGitRepository: {
    url: 'https://git.example.com/logging.git',
    ref: { branch: 'main' },
    secretRef: { name: 'git' },
    interval: '1m',
    name: 'logs',
    namespace: 'flux-system',
    folder: 'flux',
  },
};

/** Every path into a value, `[]` being the value itself. */
const pathsInto = (value: unknown): (readonly string[])[] => [
  [],
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => pathsInto(item).map((path) => [key, ...path]))
    : []),
];

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.defineProperty(copy, key, {
    value: replaced((value as AnyProps)?.[key], rest, by),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

class Surprise {
  readonly name = 'surprise';
}

const anyLeaf = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, 0, -1, 1.5, Number.NaN, Infinity, 1n, Symbol('s'), () => 1),
  fc.constantFrom<unknown>(new Date(0), new Map(), new Surprise(), /x/, Object.create(null)),
  fc.constantFrom<unknown>('', 'all', 's3', '14d', 'a b', '${HOME}', '/', '"', '\n', 'x'.repeat(300), '10Gi', 'latest'),
  fc.string(),
  fc.integer(),
);
const anyKey = fc.constantFrom(
  'name',
  'type',
  'key',
  'value',
  'port',
  'path',
  'labels',
  '__proto__',
  'constructor',
  '0',
  'length',
);
const { anyValue } = fc.letrec((tie) => ({
  anyValue: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    anyLeaf,
    fc.array(tie('anyValue'), { maxLength: 2 }),
    fc.dictionary(anyKey, tie('anyValue'), { maxKeys: 3 }),
  ),
}));

/** What an app made with these props has to say; a refusal is well formed, anything else that is thrown is a bug. */
function refusalOf(component: string, props: unknown): readonly string[] {
  try {
    appWith((app) => COMPONENTS[component]?.(app, props)).manifestFiles();
    return [];
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return error.problems;
  }
}

describe.each(Object.keys(COMPONENTS))('%s takes anything for props', (component) => {
  const known = PROPS[component] ?? {};
  const paths = pathsInto(known);

  test('and works, or says where it is wrong and what to write instead', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), anyValue), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(changes, (changed) => {
        const props = changed.reduce<unknown>((before, [path, value]) => replaced(before, path, value), known);
        for (const problem of refusalOf(component, props)) expect(problem).toMatch(/^\[[\w/-]+\] \S.*: .+\n {6}→ \S/s);
      }),
      { numRuns: 80 },
    );
  });

  test.each(['all', 5, true, [], () => 1])('but not when they are %p altogether', (props) => {
    expect(refusalOf(component, props).join('\n')).toMatch(/\] props: .* is not an object\n {6}→ write \{ … \}/);
  });
});

describe('what plain JavaScript gets wrong', () => {
  const stackProps = (props: unknown) => refusalOf('LoggingStack', props);
  const withNamespace = (props: object) => stackProps({ namespace: 'logs', ...props });

  test.each([undefined, null, 5, ''])('no namespace, but %p', (namespace) => {
    const [problem, ...others] = stackProps({ namespace });
    expect(problem).toMatch(/^\[logs\] namespace: .* is not (text|a name|a DNS label|a single value).*\n {6}→ write /);
    expect(others).toEqual([]);
  });

  test.each([null, undefined, {}])('no props, but %p', (props) => {
    expect(stackProps(props)).toEqual([
      '[logs] namespace: undefined is not a name\n      → write a DNS label, such as "loki"',
    ]);
  });

  test.each<[string, object, string]>([
    [
      'a version that is a number',
      { loki: { version: 3.7 } },
      'loki.version: 3.7 is not a release of loki\n      → did you mean "3.7.6"?',
    ],
    [
      'a retention that is a number',
      { loki: { retention: 14 } },
      'loki.retention: 14 is not a duration\n      → write a number and a unit, such as "14d"',
    ],
    [
      'storage of no known kind',
      { loki: { storage: { type: 's4' } } },
      'loki.storage.type: "s4" is not a kind of storage\n      → write "filesystem" or "s3" or "gcs" or "azure" or "dynamodb"',
    ],
    [
      'storage without what it needs',
      { loki: { storage: { type: 'dynamodb' } } },
      'loki.storage.region: is missing\n      → write it',
    ],
    ['a schema that is no list', { loki: { schema: 'v13' } }, 'loki.schema: "v13" is not a list\n      → write [ … ]'],
    [
      'persistence that is text',
      { loki: { persistence: 'ephemeral' } },
      'loki.persistence: "ephemeral" is not an object\n      → write { … }',
    ],
    [
      'tolerations that are text',
      { collector: { tolerations: 'all' } },
      'collector.tolerations: "all" is not a list\n      → write [ … ]',
    ],
    [
      'a variable that is a number',
      { grafana: { env: [{ name: 'A', value: 5 }] } },
      'grafana.env[0].value: 5 is not text\n      → write "5"',
    ],
    [
      'a data source without its URL',
      { grafana: { dataSources: [{ name: 'A', type: 'loki', uid: 'a' }] } },
      'grafana.dataSources[0].url: is missing\n      → write "http://…"',
    ],
    [
      'a data source whose URL is none',
      { grafana: { dataSources: [{ name: 'A', type: 'loki', uid: 'a', url: 'a' }] } },
      'grafana.dataSources[0].url: "a" is not a URL\n      → write "http://a"',
    ],
    [
      'an option that there is not',
      { loki: { retentoin: '14d' } },
      'loki.retentoin: there is no "retentoin" here\n      → did you mean "retention"?',
    ],
    [
      'an option of another kind',
      { loki: { persistence: { type: 'ephemeral', size: '1Gi' } } },
      'loki.persistence.size: there is no "size" here\n      → use one of type, sizeLimit',
    ],
    [
      'a name that the stack gives',
      { loki: { name: 'mine' } },
      "loki.name: follows from the stack\n      → leave it out, or set the stack's name",
    ],
    ['Grafana that is neither', { grafana: true }, 'grafana: true is not an object\n      → write { … }'],
    [
      'a registry that is none',
      { registry: 'https://registry.example.com' },
      'registry: "https://registry.example.com" is not a registry\'s host\n      → write the host alone, with a "." or a port, such as "registry.example.com"',
    ],
    [
      'config that is no data',
      { loki: { config: { a: [new Date(0)] } } },
      'loki.config.a[0]: a Date is not plain data\n      → write text, a number, true, false, a list or an object',
    ],
    [
      'a secret where a list should be',
      { grafana: { env: 'x'.repeat(31) } },
      'grafana.env: a text is not a list\n      → write [ … ]',
    ],
  ])('%s', (_, props, problem) => {
    expect(withNamespace(props)).toContain(`[logs] ${problem}`);
  });

  test('config that contains itself', () => {
    const config: Record<string, unknown> = {};
    config.self = config;
    expect(withNamespace({ loki: { config } })).toContainEqual(
      expect.stringMatching(
        /^\[logs\] loki\.config(\.self)+: is nested too deeply, or contains itself\n {6}→ write plain data$/,
      ),
    );
  });

  test('nothing, where an instance of a class has every prop', () => {
    class Props {
      readonly #namespace = 'logs';
      get namespace(): string {
        return this.#namespace;
      }
    }
    expect(stackProps(new Props())).toEqual([]);
  });
});

describe('a patch takes anything', () => {
  const patched = (...patches: unknown[]): readonly string[] => {
    const app = appWith((root) => {
      new LoggingStack(root, 'logs', { namespace: 'logs' }).patch('StatefulSet/logs', ...(patches as Patch[]));
    });
    try {
      app.manifestFiles();
      return [];
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return error.problems;
    }
  };

  test.each<[unknown, string]>([
    [null, '[0]: null is not an object\n      → write { … }'],
    [{ op: 'replace', path: 5, value: 1 }, '[0].path: 5 is not text\n      → write "5"'],
    [{ op: 'set', path: '/spec' }, '[0].op: "set" is not an operation\n      → write "add" or "replace" or "remove"'],
    [{ op: 'add', path: '/spec/a' }, "[0].value: is missing\n      → write it, or use op 'remove'"],
    [{ op: 'remove', pth: '/spec' }, '[0].path: is missing\n      → write it'],
  ])('but %p, which it refuses', (patch, problem) => {
    expect(patched(patch)).toContain(`[logs] patch("StatefulSet/logs")${problem}`);
  });

  test('and works, or says what the object lacks then', () => {
    const path = fc.constantFrom(
      '/spec',
      '/kind',
      '/metadata',
      '/metadata/name',
      '/metadata/labels',
      '/spec/selector',
      '/spec/template',
      '/spec/template/metadata/labels',
      '/spec/template/spec/containers',
      '/spec/template/spec/containers/0',
      '/spec/template/spec/containers/0/ports',
      '/spec/template/spec/containers/0/volumeMounts/-',
      '/spec/template/spec/volumes/0',
      '/spec/volumeClaimTemplates/0/metadata',
      '/__proto__',
    );
    const patch = fc.record({ op: fc.constantFrom('add', 'replace', 'remove'), path, value: anyValue });
    fc.assert(
      fc.property(fc.array(patch, { minLength: 1, maxLength: 3 }), (patches) => {
        for (const problem of patched(...patches)) expect(problem).toMatch(/^\[logs.*\] \S.*: .+\n {6}→ \S/s);
      }),
      { numRuns: 80 },
    );
  });
});
