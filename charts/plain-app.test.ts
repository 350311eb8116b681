import { App, Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import { appWith, problemsOf } from '../test/apps';
import { Grafana, LoggingStack, Loki, Promtail } from '.';

const PUSH_URL = 'http://loki.logs.svc:3100/loki/api/v1/push';

const chart = (app: Construct): Chart => new Chart(app, 'chart', { namespace: 'logs' });

const CONSTRUCTS: readonly (readonly [string, (app: Construct) => void])[] = [
  ['LoggingStack', (app) => void new LoggingStack(app, 'logs', { namespace: 'logs' })],
  ['Loki', (app) => void new Loki(chart(app), 'loki', { persistence: { type: 'ephemeral' } })],
  ['Promtail', (app) => void new Promtail(chart(app), 'promtail', { pushUrl: PUSH_URL })],
  ['Grafana', (app) => void new Grafana(chart(app), 'grafana', { persistence: {} })],
];

interface Named {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** The objects of a text, by what they are. */
const objectsIn = (text: string) =>
  Object.fromEntries(
    parseAllDocuments(text)
      .map((document) => document.toJS() as Named)
      .map((object) => [`${object.kind}/${object.metadata.name}`, object]),
  );

describe("in cdk8s' own App", () => {
  test.each(CONSTRUCTS)('%s makes the same objects', (_, build) => {
    const app = new App();
    build(app);
    expect(objectsIn(app.synthYaml())).toEqual(objectsIn(appWith(build).synthYaml()));
  });

  test.each<[string, (app: Construct) => void]>([
    [
      'LoggingStack',
      (app) => new LoggingStack(app, 'logs', { namespace: 'Logs', loki: { retention: '14 days' as '14d' } }),
    ],
    ['Loki', (app) => new Loki(chart(app), 'loki', { replicas: 2, volumeMounts: [{ name: 'no', mountPath: '/no' }] })],
    [
      'Promtail',
      (app) => new Promtail(chart(app), 'promtail', { pushUrl: 'loki', env: [{ name: 'TOKEN', value: 'abc' }] }),
    ],
    ['Grafana', (app) => new Grafana(chart(app), 'grafana', { version: '1', sidecars: [{ name: 'grafana' }] })],
    ['a patch', (app) => new Loki(chart(app), 'loki').patch('Service/loki', { op: 'remove', path: '/spec/nothing' })],
    ['props of no form', (app) => new Loki(chart(app), 'loki', { schema: 'v13' } as never)],
  ])('%s is refused for the same problems', (_, build) => {
    const problems = problemsOf(build);
    expect(problems.length).toBeGreaterThan(0);
    const app = new App();
    build(app);
    for (const problem of problems) {
      expect(() => app.synthYaml()).toThrow(problem.replace(/^\[.*?\] /, ''));
    }
  });

  test("Testing.synth sees a component's objects", () => {
    const app = Testing.app();
    const target = new Chart(app, 'chart', { namespace: 'logs' });
    new Promtail(target, 'promtail', { pushUrl: PUSH_URL });
    expect(Testing.synth(target).map(({ kind }: Named) => kind)).toContain('DaemonSet');
  });
});
