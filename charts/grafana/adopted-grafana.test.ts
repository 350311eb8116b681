import { Chart } from 'cdk8s';
import { appWith, manifestsOf, objectOf, problemsOf } from '../../test/apps';
import type { AdoptedGrafana } from './adopted-grafana';
import { Grafana, type GrafanaProps } from './grafana';

const build =
  (adopt: unknown, props: Partial<GrafanaProps> = {}) =>
  (app: Chart['node']['root']) => {
    const chart = new Chart(app as never, 'chart', { namespace: 'logs' });
    new Grafana(chart, 'grafana', { ...props, adopt: adopt as AdoptedGrafana });
  };

const named = (app: ReturnType<typeof appWith>): string[] =>
  manifestsOf(app).map(({ kind, metadata: { name } }) => `${kind}/${name}`);

const DNS_LABEL = 'is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)';
const SUBDOMAIN = 'use a-z, 0-9, "-" and ".", a letter or digit at both ends of each part, 253 characters at most';
const PERSISTENCE = { size: '1Gi' };

test.each<[unknown, Partial<GrafanaProps>, string, string]>([
  ['x', {}, 'adopt: "x" is not an object', 'write { … }'],
  [{ sevrice: 'x' }, {}, 'adopt.sevrice: there is no "sevrice" here', 'did you mean "service"?'],
  [{ name: 'G' }, {}, `adopt.name: "G" ${DNS_LABEL}`, 'did you mean "g"?'],
  [{ service: 'X' }, {}, `adopt.service: "X" ${DNS_LABEL}`, 'did you mean "x"?'],
  [{ portName: 1 }, {}, 'adopt.portName: 1 is not text', 'write "1"'],
  [{ dataSources: 'x' }, {}, 'adopt.dataSources: "x" is not an object', 'write { … }'],
  [{ dataSources: {} }, {}, 'adopt.dataSources.configMap: is missing', 'write it'],
  [{ dataSources: { configMap: 'X' } }, {}, 'adopt.dataSources.configMap: "X" is not a DNS subdomain', SUBDOMAIN],
  [{ dataSources: { configMap: 'x', key: 1 } }, {}, 'adopt.dataSources.key: 1 is not text', 'write "1"'],
  [{ claim: 'X' }, { persistence: PERSISTENCE }, 'adopt.claim: "X" is not a DNS subdomain', SUBDOMAIN],
  [
    { claim: 'x' },
    {},
    'adopt.claim: is of no claim: there is no `persistence`',
    'leave it out, or say how large it is by `persistence`',
  ],
  [{ statefulSet: true }, {}, 'adopt.statefulSet: true is not an object', 'write { … }'],
  [
    { statefulSet: { podManagementPolicy: 'y' } },
    {},
    'adopt.statefulSet.podManagementPolicy: "y" is not a way to manage pods',
    'write "OrderedReady" or "Parallel"',
  ],
  [
    { statefulSet: {} },
    { persistence: PERSISTENCE },
    'persistence: asks for one claim, and a StatefulSet has its own',
    'leave it out: adopt.statefulSet.volumeClaimTemplates says what there is',
  ],
])('%j with %j is refused', (adopt, props, message, remedy) => {
  expect(problemsOf(build(adopt, props))).toEqual([`[chart/grafana] ${message}\n      → ${remedy}`]);
});

test('what only the object shows is refused there', () => {
  expect(problemsOf(build({ portName: 'X Y' }))[0]).toContain(
    'spec.template.spec.containers[0].ports[0].name: "X Y" is not a port name\n      → write 15 characters at most',
  );
  expect(problemsOf(build({ dataSources: { configMap: 'x', key: 'a/b' } }))[0]).toContain(
    'ConfigMap/x data["a/b"]: "a/b" is not a key\n      → write 253 characters at most',
  );
});

test('a Deployment goes on with its claim, its Service and its data sources', () => {
  const app = appWith(
    build(
      {
        name: 'viz',
        selector: { app: 'grafana' },
        service: 'viz-http',
        portName: 'grafana',
        config: 'viz-ini',
        claim: 'viz-data',
        dataSources: { configMap: 'viz-sources', key: 'sources.yaml' },
      },
      { persistence: PERSISTENCE, dataSources: [{ name: 'Loki', uid: 'loki', type: 'loki', url: 'http://loki:3100' }] },
    ),
  );
  const { spec } = objectOf(app, 'Deployment/viz');
  expect(spec.selector.matchLabels).toEqual({ app: 'grafana' });
  expect(spec.template.spec.volumes).toContainEqual({
    name: 'storage',
    persistentVolumeClaim: { claimName: 'viz-data' },
  });
  expect(spec.template.spec.containers[0].ports[0].name).toBe('grafana');
  expect(objectOf(app, 'Service/viz-http').spec).toMatchObject({
    selector: { app: 'grafana' },
    ports: [{ targetPort: 'grafana' }],
  });
  expect(Object.keys(objectOf(app, 'ConfigMap/viz-sources').data)).toEqual(['sources.yaml']);
  expect(named(app)).toEqual(expect.arrayContaining(['ConfigMap/viz-ini', 'PersistentVolumeClaim/viz-data']));
});

describe('a StatefulSet', () => {
  test('goes on with its claims', () => {
    const claims = [{ metadata: { name: 'storage' }, spec: { accessModes: ['ReadWriteOnce'] } }];
    const app = appWith(
      build({
        statefulSet: { headlessService: 'peers', podManagementPolicy: 'Parallel', volumeClaimTemplates: claims },
      }),
    );
    const { spec } = objectOf(app, 'StatefulSet/grafana');
    expect(spec).toMatchObject({
      serviceName: 'peers',
      podManagementPolicy: 'Parallel',
      volumeClaimTemplates: claims,
    });
    expect(spec.template.spec.volumes.map(({ name }: { readonly name: string }) => name)).not.toContain('storage');
    expect(objectOf(app, 'Service/peers').spec.clusterIP).toBe('None');
    expect(named(app)).not.toContain('Deployment/grafana');
  });

  test('that has none keeps its database in the pod', () => {
    const { spec } = objectOf(appWith(build({ statefulSet: {} })), 'StatefulSet/grafana');
    expect(spec.serviceName).toBe('grafana-headless');
    expect(spec.template.spec.volumes).toContainEqual({ name: 'storage', emptyDir: {} });
  });

  test('that is named by the Service with an address has no other', () => {
    const app = appWith(build({ service: 'grafana', statefulSet: { headlessService: 'grafana' } }));
    expect(named(app).filter((name) => name.startsWith('Service/'))).toEqual(['Service/grafana']);
  });
});
