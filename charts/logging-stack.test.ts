import { appWith, changedFrom, manifestsOf, objectOf, problemsOf } from '../test/apps';
import { expectTextSnapshot } from '../test/text-snapshot';
import { LoggingStack, type LoggingStackProps } from './logging-stack';
import type { ManifestApp } from './manifest-app';

const build =
  (props: Partial<LoggingStackProps> = {}, id = 'loki') =>
  (app: ManifestApp) =>
    new LoggingStack(app, id, { namespace: 'logging', ...props });
const stackApp = (props?: Partial<LoggingStackProps>, id?: string) => appWith(build(props, id));

const namesOf = (app: ManifestApp) => manifestsOf(app).map(({ kind, metadata }) => `${kind}/${metadata.name}`);

test('makes 19 objects, named as the chart loki-stack named them', () => {
  expect(namesOf(stackApp())).toEqual([
    'Namespace/logging',
    'ServiceAccount/loki-grafana',
    'Role/loki-grafana-admin-secret',
    'RoleBinding/loki-grafana-admin-secret',
    'Secret/loki-grafana',
    'ConfigMap/loki-grafana',
    'ConfigMap/loki-grafana-datasources',
    'Service/loki-grafana',
    'Deployment/loki-grafana',
    'ServiceAccount/loki-promtail',
    'ClusterRole/loki-promtail',
    'ClusterRoleBinding/loki-promtail',
    'ConfigMap/loki-promtail',
    'DaemonSet/loki-promtail',
    'ServiceAccount/loki',
    'Secret/loki',
    'Service/loki',
    'Service/loki-headless',
    'StatefulSet/loki',
  ]);
});

test('the file of a component keeps its name when others come and go', () => {
  const files = (props: Partial<LoggingStackProps>) => [...stackApp(props).manifestFiles().keys()];
  expect(files({ grafana: false, createNamespace: false })).toEqual(['loki-promtail.k8s.yaml', 'loki.k8s.yaml']);
  expect(files({ collector: { namespace: 'collector' } })).toEqual([
    '00-loki-collector-namespace.k8s.yaml',
    '00-loki-namespace.k8s.yaml',
    'loki-grafana.k8s.yaml',
    'loki-promtail.k8s.yaml',
    'loki.k8s.yaml',
  ]);
});

describe('the collector', () => {
  const collectorObjects = (props: Partial<LoggingStackProps>) =>
    namesOf(stackApp(props)).filter((name) => /promtail|alloy/.test(name));

  test('is Promtail, or Alloy, whose objects are then all that there is of either', () => {
    const promtail = ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'DaemonSet'];
    expect(collectorObjects({})).toEqual(promtail.map((kind) => `${kind}/loki-promtail`));
    expect(collectorObjects({ collector: { type: 'promtail' } })).toEqual(collectorObjects({}));
    expect(collectorObjects({ collector: { type: 'alloy' } })).toEqual(promtail.map((kind) => `${kind}/loki-alloy`));
    expect(collectorObjects({ collector: { type: 'none' } })).toEqual([]);
  });

  test('is there as a construct, whichever it is', () => {
    const stack = (collector: LoggingStackProps['collector']) => {
      let made: LoggingStack | undefined;
      appWith((app) => {
        made = build({ collector })(app);
      });
      return { promtail: made?.promtail !== undefined, alloy: made?.alloy !== undefined };
    };
    expect(stack(undefined)).toEqual({ promtail: true, alloy: false });
    expect(stack({ type: 'alloy' })).toEqual({ promtail: false, alloy: true });
    expect(stack({ type: 'none' })).toEqual({ promtail: false, alloy: false });
  });

  test('sends to the stack’s Loki, for the stack’s tenant, and gets the stack’s registry', () => {
    const app = stackApp({ collector: { type: 'alloy' }, tenant: 'team-a', registry: 'mirror.example.com' });
    expect(objectOf(app, 'ConfigMap/loki-alloy').data['config.alloy']).toContain(
      'url       = "http://loki.logging.svc:3100/loki/api/v1/push"\n\t\ttenant_id = "team-a"',
    );
    expect(objectOf(app, 'DaemonSet/loki-alloy').spec.template.spec.containers[0].image).toBe(
      'mirror.example.com/grafana/alloy:v1.18.1',
    );
  });

  test('takes the same pipeline, whichever it is', () => {
    const pipeline = { sources: [{ type: 'journal' }], stages: [{ static_labels: { cluster: 'eu' } }] } as const;
    const textOf = (type: 'promtail' | 'alloy', file: string) =>
      objectOf(stackApp({ collector: { type, pipeline } }), `ConfigMap/loki-${type}`).data[file];
    expect(textOf('promtail', 'promtail.yaml')).toContain('cluster: eu');
    expect(textOf('alloy', 'config.alloy')).toContain('cluster = "eu"');
  });
});

/** What editors underline: `npm run types` fails when a line below `@ts-expect-error` compiles after all. */
const MISTAKES: readonly (readonly [LoggingStackProps['collector'], string])[] = [
  [
    // @ts-expect-error
    { type: 'none', version: '1.18.1' },
    'collector.version: there is no "version" here',
  ],
  [
    // @ts-expect-error
    { config: 'logging { }' },
    'collector.config: "logging { }" is not an object',
  ],
  [
    // @ts-expect-error
    { type: 'alloy', config: { server: {} } },
    'collector.config: an object is not text',
  ],
  [
    // @ts-expect-error
    { type: 'fluentd' },
    'collector.type: "fluentd" is not a kind of collector',
  ],
];

test.each(MISTAKES)('%j does not compile, and is refused', (collector, problem) => {
  const [first = '', ...others] = problemsOf(build({ collector }));
  expect(others).toEqual([]);
  expect(first).toContain(problem);
});

test('Promtail pushes to Loki, and Grafana asks it, at the address that Loki has', () => {
  const app = stackApp({ name: 'logs' });
  expect(objectOf(app, 'ConfigMap/logs-promtail').data['promtail.yaml']).toContain(
    'url: http://logs.logging.svc:3100/loki/api/v1/push',
  );
  expect(objectOf(app, 'ConfigMap/logs-grafana-datasources').data['datasources.yaml']).toContain(
    'url: http://logs.logging.svc:3100\n',
  );
});

describe('Pod Security', () => {
  const levelOf = (app: ManifestApp, name: string) =>
    objectOf(app, `Namespace/${name}`).metadata.labels['pod-security.kubernetes.io/enforce'];

  test('the one namespace is privileged, for the collector reads folders of the node', () => {
    expect(levelOf(stackApp(), 'logging')).toBe('privileged');
  });

  test('with the collector apart, the others’ namespace is restricted', () => {
    const app = stackApp({ collector: { namespace: 'collector' } });
    expect([levelOf(app, 'logging'), levelOf(app, 'collector')]).toEqual(['restricted', 'privileged']);
    expect(objectOf(app, 'DaemonSet/loki-promtail').metadata.namespace).toBe('collector');
  });
});

describe('Pod Security without a collector on the nodes', () => {
  test.each<[LoggingStackProps['collector']]>([
    [{ type: 'none' }],
    [{ type: 'alloy', pipeline: { sources: [{ type: 'pods-api' }, { type: 'kubernetes-events' }] } }],
  ])('%j: the namespace is restricted', (collector) => {
    expect(
      objectOf(stackApp({ collector }), 'Namespace/logging').metadata.labels['pod-security.kubernetes.io/enforce'],
    ).toBe('restricted');
  });
});

test('one registry serves every image, and a component may still have another', () => {
  const app = stackApp({ registry: 'mirror.example.com', loki: { image: { registry: 'other.example.com' } } });
  const images = manifestsOf(app)
    .flatMap(({ spec }) => {
      const pod = (spec as { template?: { spec: { containers: object[]; initContainers?: object[] } } })?.template
        ?.spec;
      return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])] as { image: string }[];
    })
    .map(({ image }) => image.split('/')[0]);
  expect(images).toEqual(['mirror.example.com', 'mirror.example.com', 'mirror.example.com', 'other.example.com']);
});

test('moving a stack in the tree, or renaming its construct, changes no selector', () => {
  const selectors = (app: ManifestApp) =>
    manifestsOf(app).flatMap(({ spec }) => (spec as { selector?: object } | undefined)?.selector ?? []);
  expect(selectors(stackApp({ name: 'loki' }, 'renamed'))).toEqual(selectors(stackApp()));
});

test('warns of a Grafana that cannot ask so old a Loki how it is', () => {
  const said: string[] = [];
  const app = stackApp({ loki: { version: '2.6.1' } });
  for (const { node } of app.node.findAll()) said.push(...node.metadata.map(({ data }) => String(data)));
  expect(said).toContain('Grafana 13.2.0 reports Loki 2.6.1 as broken: take Loki 2.7 or newer, or Grafana 9.');
});

describe('what is refused, with the path that the user wrote', () => {
  test.each<[Partial<LoggingStackProps>, string]>([
    [{ namespace: 'My Logs' }, '[loki] namespace: "My Logs" is not a DNS label'],
    [{ loki: { retention: '2 weeks' as '14d' } }, '[loki] loki.retention: "2 weeks" is not a duration'],
    [{ collector: { version: '3.7.0' } }, '[loki] collector.version: promtail 3.7.0 is not known'],
    [{ collector: { namespace: 'A' } }, '[loki] collector.namespace: "A" is not a DNS label'],
    [
      { collector: { type: 'aloy' as 'alloy' } },
      '[loki] collector.type: "aloy" is not a kind of collector\n      → write "promtail" or "alloy" or "none"',
    ],
    [{ collector: { type: 'alloy', version: '1.18' } }, '[loki] collector.version: "1.18" is not a release of alloy'],
    [
      { collector: { type: 'none', namespace: 'a' } as never },
      '[loki] collector.namespace: there is no "namespace" here',
    ],
    [
      { collector: { pipeline: { sources: [{ type: 'otlp' }] } } },
      '[loki] collector.pipeline.sources[0].type: "otlp" is nothing that Promtail reads\n      → set collector: { type: \'alloy\' }',
    ],
    [
      { collector: { type: 'alloy', config: 'loki.write "default" { }' } },
      '[loki] collector.config: line 1: loki.write "default": is there twice',
    ],
    [{ grafana: { replicas: 2 } }, '[loki] grafana.replicas: is 2, but each pod would have a database of its own'],
    [{ name: 'a'.repeat(50) }, `[loki] name: "${'a'.repeat(50)}" has 50 characters, 38 fit`],
  ])('%j', (props, problem) => {
    const problems = problemsOf(build(props));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

describe('what a variant changes, as reviewers read it', () => {
  test.each<[string, Partial<LoggingStackProps>]>([
    ['collector-apart', { collector: { namespace: 'collector' } }],
    ['loki-ephemeral', { loki: { persistence: { type: 'ephemeral' } } }],
    ['collector-alloy', { collector: { type: 'alloy' } }],
    [
      'collector-alloy-everything',
      {
        collector: {
          type: 'alloy',
          namespace: 'collector',
          pipeline: {
            sources: [
              { type: 'pods', labels: { structuredMetadata: { pod_uid: { field: 'pod_uid' } } } },
              { type: 'journal' },
              { type: 'push' },
              { type: 'kubernetes-events' },
            ],
            destinations: [
              {
                url: 'https://logs.example.com/loki/api/v1/push',
                auth: { type: 'bearer', secretName: 'archive' },
                tls: { ca: { secret: 'archive-ca' } },
              },
            ],
            wal: true,
          },
        },
      },
    ],
    [
      'collector-alloy-of-the-cluster',
      {
        collector: {
          type: 'alloy',
          pipeline: {
            sources: [{ type: 'pods-api', select: { namespaces: { include: ['shop'] } } }, { type: 'otlp' }],
          },
        },
      },
    ],
    ['collector-none', { collector: { type: 'none' } }],
    ['loki-kept-for-ever', { loki: { retention: '0s' } }],
  ])('%s', (name, props) => {
    expectTextSnapshot(`stack/${name}.yaml`, changedFrom(stackApp(), stackApp(props)));
  });
});
