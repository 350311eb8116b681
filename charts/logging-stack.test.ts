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
    ['loki-kept-for-ever', { loki: { retention: '0s' } }],
  ])('%s', (name, props) => {
    expectTextSnapshot(`stack/${name}.yaml`, changedFrom(stackApp(), stackApp(props)));
  });
});
