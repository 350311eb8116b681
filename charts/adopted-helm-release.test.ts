import { problemsOf } from '../test/apps';
import { objectsIn, releaseText } from '../test/helm-releases';
import { LoggingStack, type LoggingStackProps } from './logging-stack';
import { ManifestApp } from './manifest-app';
import { readManifests } from './review/read/read-manifests';
import { reviewManifests } from './review/review-manifests';

const app = (props: Partial<LoggingStackProps>): ManifestApp => {
  const made = new ManifestApp({ report: () => {} });
  new LoggingStack(made, 'logs', { namespace: 'monitoring', ...props });
  return made;
};

const manifestsIn = (text: string) => {
  const read = readManifests(text, 'release.yaml');
  if ('mistake' in read) throw new Error(read.mistake);
  return read.manifests;
};

const namesOf = (props: Partial<LoggingStackProps>): string[] =>
  manifestsIn(app(props).synthYaml()).map(({ kind, metadata: { name } }) => `${kind}/${name}`);

const SCHEMA = [{ from: '2020-10-24', store: 'boltdb-shipper', objectStore: 'filesystem', schema: 'v11' }] as const;
const LOKI = { schema: SCHEMA, retention: '0s' } as const;

/** Beside each release what it was told, as its own values say it. */
test.each<[file: string, namespace: string, chart: string, props: Partial<LoggingStackProps>]>([
  [
    'loki-stack-2.10.yaml',
    'monitoring',
    'loki-stack-2.10.2',
    {
      loki: {
        ...LOKI,
        version: '2.9.3',
        persistence: { type: 'claim', size: '50Gi', storageClass: 'gp2' },
        terminationGracePeriodSeconds: 4800,
      },
      collector: { version: '2.7.0' },
      grafana: { version: '8.3.5', persistence: { size: '10Gi', storageClass: 'gp2' } },
    },
  ],
  [
    'loki-stack-2.3.1.yaml',
    'loki',
    'loki-stack-2.3.1',
    {
      loki: { ...LOKI, version: '2.1.0', persistence: { type: 'ephemeral' } },
      collector: { version: '2.1.0' },
      grafana: { version: '8.3.5' },
    },
  ],
])(
  '%s is taken over by its name and chart: nothing has to be made again, nothing is lost',
  (file, namespace, chart, props) => {
    const text = releaseText(file);
    const release = manifestsIn(text);
    const stack = manifestsIn(app({ namespace, adopt: { helmRelease: 'loki', chart }, ...props }).synthYaml());
    const { objects } = reviewManifests(release, stack);
    const found = objects.flatMap(({ kind, name, consequences }) =>
      consequences.flatMap(({ severity, message }) =>
        severity === 'recreate' || severity === 'data-loss' ? [`${severity} ${kind}/${name} ${message}`] : [],
      ),
    );
    expect(found).toEqual([]);
    for (const workload of ['StatefulSet/loki', 'DaemonSet/loki-promtail', 'Deployment/loki-grafana']) {
      const [kind, name] = workload.split('/');
      const [theirs, ours] = [objectsIn(text), stack].map((side) =>
        side.find((object) => object.kind === kind && object.metadata.name === name),
      );
      expect([workload, ours?.spec.selector]).toEqual([workload, theirs.spec.selector]);
      const labels = { ...ours?.spec.template.metadata.labels };
      expect(labels).toMatchObject(theirs.spec.selector.matchLabels);
    }
  },
);

test('names are those that the chart makes of the release', () => {
  const adopt = { helmRelease: 'obs', chart: 'loki-stack' };
  expect(namesOf({ adopt })).toEqual(
    expect.arrayContaining([
      'StatefulSet/obs-loki',
      'Service/obs-loki',
      'Service/obs-loki-headless',
      'DaemonSet/obs-promtail',
      'Deployment/obs-grafana',
    ]),
  );
  expect(namesOf({ adopt: { helmRelease: 'my-loki-logs', chart: 'loki-stack' } })).toContain(
    'StatefulSet/my-loki-logs',
  );
});

test.each([
  ['2.6.3', 'loki-promtail-clusterrole', { app: 'promtail', release: 'loki' }],
  ['2.6.4', 'loki-promtail', { 'app.kubernetes.io/instance': 'loki', 'app.kubernetes.io/name': 'promtail' }],
])('Promtail of loki-stack %s', (version, clusterRole, matchLabels) => {
  const adopt = { helmRelease: 'loki', chart: `loki-stack-${version}` };
  const objects = manifestsIn(app({ adopt }).synthYaml());
  expect(objects.filter(({ kind }) => kind === 'ClusterRole').map(({ metadata }) => metadata.name)).toContain(
    clusterRole,
  );
  expect(objects.find(({ kind }) => kind === 'DaemonSet')?.spec).toMatchObject({ selector: { matchLabels } });
});

test('a stack without Promtail or Grafana takes over the rest', () => {
  const adopt = { helmRelease: 'obs', chart: 'loki-stack' };
  const names = namesOf({ adopt, collector: { type: 'alloy' }, grafana: false });
  expect(names).toEqual(expect.arrayContaining(['StatefulSet/obs-loki', 'DaemonSet/logs-alloy']));
  expect(names.filter((name) => /promtail|grafana/.test(name))).toEqual([]);
});

const BY_PROGRAM = 'run `npx cdk8s-plg adopt` over what `helm get manifest` prints: it writes what to adopt';

test.each<[adopt: object, ...problems: (readonly [message: string, remedy: string])[]]>([
  [
    { helmRelease: 'Loki', chart: 'loki-stak' },
    [
      'adopt.helmRelease: "Loki" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)',
      'did you mean "loki"?',
    ],
    ['adopt.chart: "loki-stak" is no chart that is known here', 'did you mean "loki-stack"?'],
  ],
  [
    { helmRelease: 'loki', chart: 'loki-6.30.0' },
    ['adopt.chart: "loki-6.30.0" is of one component, and not of a stack', BY_PROGRAM],
  ],
  [
    { helmRelease: 'loki', chart: 'loki-stack-3.0.0' },
    ['adopt.chart: "loki-stack-3.0.0" is not known: they are 2.0 … 2.10', BY_PROGRAM],
  ],
  [
    { helmRelease: 'loki', chart: 'fluent-bit' },
    ['adopt.chart: "fluent-bit" is no chart that is known here', BY_PROGRAM],
  ],
  [{ helmRelease: 'loki' }, ['adopt.chart: is missing', 'write it']],
  [{ chart: 'loki-stack' }, ['adopt.helmRelease: is missing', 'write it']],
  [{ helmRelease: 'loki', chart: 2 }, ['adopt.chart: 2 is not text', 'write "2"']],
  [
    { helmRelease: 'loki', chart: 'loki-stack', loki: {} },
    ['adopt.loki: there is no "loki" here', 'use one of helmRelease, chart'],
  ],
])('%j is refused', (adopt, ...problems) => {
  const found = problemsOf((made) => {
    new LoggingStack(made, 'logs', { namespace: 'logs', adopt: adopt as LoggingStackProps['adopt'] });
  });
  expect(found).toEqual(problems.map(([message, remedy]) => `[logs] ${message}\n      → ${remedy}`));
});
