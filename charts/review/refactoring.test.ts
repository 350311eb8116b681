import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { stringify } from 'yaml';
import { appWith, manifestsOf } from '../../test/apps';
import { Alloy, Environment, Grafana, LoggingStack, Loki, type ManifestApp, Promtail } from '..';
import type { Manifest } from '../kubernetes/manifest';
import { writeDocuments } from '../kubernetes/yaml';
import { reviewMarkdown } from './output/markdown';
import { reviewText } from './output/text';
import { type ManifestFiles, reviewFiles } from './review-files';

const TITLE = 'main.ts against HEAD:dist';

const filesOf = (texts: Iterable<readonly [string, string]>, name = 'files'): ManifestFiles => ({
  name,
  texts: new Map(texts),
});

const written = (app: ManifestApp): ManifestFiles => filesOf(app.manifestFiles());

function expectNothing(before: ManifestFiles, after: ManifestFiles): void {
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const reviewed = reviewFiles(one, other, { today: '2026-11-24' });
    if ('mistake' in reviewed) throw new Error(reviewed.mistake);
    const { review } = reviewed;
    const { unchanged } = review.counts;
    expect(review).toMatchObject({
      severity: 'none',
      counts: { created: 0, changed: 0, removed: 0, unchanged },
    });
    expect(unchanged).toBeGreaterThan(0);
    expect(reviewText(review, { title: TITLE })).toBe(`${TITLE}: ${unchanged} unchanged\nnothing changes\n`);
    expect(reviewMarkdown(review, TITLE)).toBe(
      `**Review of \`${TITLE}\`**: ${unchanged} unchanged\n\nNothing changes.\n`,
    );
  }
}

const STACK = appWith((app) => void new LoggingStack(app, 'loki', { namespace: 'loki' }));
const OBJECTS = manifestsOf(STACK);

describe('a stack that stands elsewhere in the tree of constructs', () => {
  const stackIn = (scope: (app: Construct) => Construct, id = 'loki') =>
    appWith((app) => void new LoggingStack(scope(app), id, { namespace: 'loki' }));

  test.each<[string, (app: Construct) => Construct]>([
    ['within another construct', (app) => new Construct(app, 'platform')],
    ['within several', (app) => new Construct(new Construct(new Construct(app, 'a'), 'b'), 'c')],
    ['within a chart', (app) => new Chart(app, 'platform', { namespace: 'other' })],
    ['in an environment', (app) => new Environment(app, 'production')],
    ['in an environment within another construct', (app) => new Environment(new Construct(app, 'eu'), 'production')],
  ])('%s', (_, scope) => expectNothing(written(STACK), written(stackIn(scope))));

  test('in an environment among others', () => {
    const environments = (order: readonly string[], scope: (app: Construct, name: string) => Construct) =>
      appWith((app) => {
        for (const name of order) new LoggingStack(scope(app, name), 'loki', { namespace: 'loki' });
      });
    const straight = environments(['staging', 'production'], (app, name) => new Environment(app, name));
    const turned = environments(
      ['production', 'staging'],
      (app, name) => new Environment(new Construct(app, `of-${name}`), name),
    );
    expectNothing(written(straight), written(turned));
  });
});

describe('the same components', () => {
  const PUSH = 'http://loki.logs.svc:3100/loki/api/v1/push';
  type Part = (scope: (id: string) => Construct) => void;
  const PARTS: readonly Part[] = [
    (scope) => void new Loki(scope('loki'), 'loki', { retention: '7d' }),
    (scope) => void new Promtail(scope('promtail'), 'loki-promtail', { pushUrl: PUSH }),
    (scope) => void new Alloy(scope('alloy'), 'loki-alloy', { pushUrl: PUSH }),
    (scope) => void new Grafana(scope('grafana'), 'loki-grafana', {}),
  ];

  const inCharts = (parts: readonly Part[], chartFor: (app: Construct) => (id: string) => Construct): ManifestApp =>
    appWith((app) => {
      const scope = chartFor(app);
      for (const part of parts) part(scope);
    });
  const together = (app: Construct) => {
    const chart = new Chart(app, 'all', { namespace: 'logs' });
    return () => chart;
  };
  const eachItsOwn = (app: Construct) => (id: string) => new Chart(app, `logs-${id}`, { namespace: 'logs' });
  const STRAIGHT = written(inCharts(PARTS, together));

  test('in another order', () => expectNothing(STRAIGHT, written(inCharts([...PARTS].reverse(), together))));

  test('in charts, and so in files, of their own', () => {
    const apart = written(inCharts(PARTS, eachItsOwn));
    expect(apart.texts.size).toBeGreaterThan(STRAIGHT.texts.size);
    expectNothing(STRAIGHT, apart);
  });

  test('in charts within constructs within charts', () => {
    const nested = inCharts([...PARTS].reverse(), (app) => (id) => {
      const outer = new Chart(new Construct(app, `group-${id}`), `outer-${id}`, { namespace: 'other' });
      return new Construct(new Chart(outer, 'inner', { namespace: 'logs' }), 'deep');
    });
    expectNothing(STRAIGHT, written(nested));
  });

  test("in cdk8s' own App", () => {
    const app = new App();
    const chart = new Chart(app, 'all', { namespace: 'logs' });
    for (const part of PARTS) part(() => chart);
    expectNothing(STRAIGHT, filesOf([['', app.synthYaml()]]));
  });
});

describe('an upgrade that only writes otherwise', () => {
  const relabelled = (labels: Record<string, string>, annotations: Record<string, string>): Manifest[] =>
    OBJECTS.map((object) => ({
      ...object,
      metadata: {
        ...object.metadata,
        labels: { ...object.metadata.labels, ...labels },
        annotations: { ...object.metadata.annotations, ...annotations },
      },
    }));
  const oneFile = (text: string) => filesOf([['all.yaml', text]]);

  test.each<[string, readonly Manifest[]]>([
    ['another managed-by', relabelled({ 'app.kubernetes.io/managed-by': 'cdk8s-plg-next' }, {})],
    ['its version', relabelled({ 'app.kubernetes.io/version': '0.2.0' }, { 'cdk8s-plg/version': '0.2.0' })],
    [
      "a chart's labels",
      relabelled({ 'helm.sh/chart': 'loki-7.0.0', heritage: 'Helm' }, { 'meta.helm.sh/release-name': 'a' }),
    ],
  ])('%s', (_, objects) => expectNothing(written(STACK), oneFile(writeDocuments(objects))));

  test.each<[string, () => ManifestFiles]>([
    [
      'the first line of each file',
      () =>
        filesOf([...STACK.manifestFiles()].map(([path, text]) => [path, text.replace(/^#.*\n/, '# by version 2\n')])),
    ],
    [
      'names of files',
      () =>
        filesOf(
          [...STACK.manifestFiles()].map(([path, text], index) => [`${index}-${path.replace('.k8s', '')}`, text]),
        ),
    ],
    [
      'a file for each object',
      () => filesOf(OBJECTS.map((object, index) => [`${index}.yaml`, writeDocuments([object])])),
    ],
    ['one file for all, in another order', () => oneFile(writeDocuments([...OBJECTS].reverse()))],
    ['a List', () => oneFile(stringify({ apiVersion: 'v1', kind: 'List', items: OBJECTS }, { version: '1.1' }))],
    ['JSON', () => filesOf([['all.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: OBJECTS })]])],
    [
      "another writer's YAML",
      () =>
        oneFile(
          OBJECTS.map((object) =>
            stringify(object, { version: '1.1', lineWidth: 40, indent: 4, sortMapEntries: true }),
          ).join('---\n'),
        ),
    ],
    [
      'flow style',
      () =>
        oneFile(OBJECTS.map((object) => stringify(object, { version: '1.1', collectionStyle: 'flow' })).join('---\n')),
    ],
    [
      'line ends of Windows',
      () => filesOf([...STACK.manifestFiles()].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])),
    ],
    ['a byte order mark', () => filesOf([...STACK.manifestFiles()].map(([path, text]) => [path, `\ufeff${text}`]))],
    [
      'empty documents',
      () =>
        filesOf([...STACK.manifestFiles()].map(([path, text]) => [path, `---\n# nothing\n---\n${text}\n---\n...\n`])),
    ],
  ])('%s', (_, files) => expectNothing(written(STACK), files()));

  test('but not labels of the pods, which restart', () => {
    const objects = structuredClone(OBJECTS);
    for (const { spec } of objects as readonly { readonly spec?: { template?: { metadata: { labels: object } } } }[]) {
      if (spec?.template !== undefined)
        Object.assign(spec.template.metadata.labels, { 'app.kubernetes.io/version': '2' });
    }
    const reviewed = reviewFiles(written(STACK), oneFile(writeDocuments(objects)));
    expect(reviewed).toMatchObject({ review: { severity: 'rollout', counts: { changed: 3 } } });
  });
});

test('what earlier versions wrote, of the same program', () => {
  const folder = (side: string): ManifestFiles => {
    const path = join(__dirname, '../../test/fixtures/earlier-dist', side);
    return filesOf(readdirSync(path).map((file) => [file, readFileSync(join(path, file), 'utf8')]));
  };
  expect([...folder('before').texts.values()]).not.toEqual([...folder('after').texts.values()]);
  expectNothing(folder('before'), folder('after'));
});
