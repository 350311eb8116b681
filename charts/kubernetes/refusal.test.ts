import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { appWith, problemsOf } from '../../test/apps';
import { Grafana } from '../grafana/grafana';
import { LoggingStack } from '../logging-stack';
import { Loki } from '../loki/loki';
import { Promtail } from '../promtail/promtail';
import { addObject } from './kubernetes-object';
import {
  describeProblem,
  leaveObjectChecksTo,
  ownerPath,
  propsComeFrom,
  refuseComponent,
  refuseProps,
  warn,
  warningsOf,
  withoutEchoes,
} from './refusal';

const chart = (app: App) => new Chart(app, 'logs', { namespace: 'logs' });

const BUILD: Readonly<Record<string, (app: App, props: object) => Construct>> = {
  Loki: (app, props) => new Loki(chart(app), 'loki', props),
  Promtail: (app, props) => new Promtail(chart(app), 'promtail', { pushUrl: 'http://loki:3100', ...props }),
  Grafana: (app, props) => new Grafana(chart(app), 'grafana', props),
  LoggingStack: (app, props) => new LoggingStack(app, 'stack', { namespace: 'logs', ...props }),
};

/** What a plain cdk8s App says, without the construct's path. */
function problemsInApp(build: (app: App) => void): string[] {
  const app = new App();
  build(app);
  return app.node.findAll().flatMap((construct) => construct.node.validate());
}

const withoutOwner = (problems: readonly string[]) => problems.map((text) => text.replace(/^\[[^\]]*\] /, ''));

describe('what one prop does to many objects is one problem, in a ManifestApp and in anybody’s App', () => {
  const EACH: readonly (readonly [props: object, path: string, remedy: string])[] = [
    [{ name: 'Bad Name' }, 'name', 'did you mean "bad-name"?'],
    [{ name: 'a"b' }, 'name', 'did you mean "a-b"?'],
    [{ name: '' }, 'name', 'write a name such as "loki"'],
    [{ name: 'a'.repeat(300) }, 'name', 'shorten it to '],
    [{ resources: { limits: { memory: '1 GB' } } }, 'resources.limits.memory', 'did you mean "1Gi"?'],
    [{ resources: { limits: { cpu: -1 } } }, 'resources.limits.cpu', 'write an amount of zero or more'],
    [
      { resources: { requests: { memory: '2048Mi' }, limits: { memory: '1024Mi' } } },
      'resources.requests.memory',
      'request no more than the limit',
    ],
    [{ podLabels: { team: 'a b' } }, 'podLabels["team"]', 'write 63 characters at most'],
    [{ podAnnotations: { 'a b': 'c' } }, 'podAnnotations["a b"]', 'write "name" or "example.com/name"'],
    [{ serviceAccountAnnotations: { 'a b': 'c' } }, 'serviceAccountAnnotations["a b"]', 'write "name" or'],
    [{ env: [{ name: 'A' }, { name: 'A' }] }, 'env[1].name', 'name each once'],
    [{ image: { tag: 'a b' } }, 'image.tag', 'write a tag alone'],
    [{ version: 'latest' }, 'version', 'did you mean'],
  ];

  test.each(
    ['Loki', 'Promtail', 'Grafana'].flatMap((component) =>
      [...EACH, [{ instance: 'My Logs' }, 'instance', 'write 63 characters'] as const].map(
        (row) => [component, ...row] as const,
      ),
    ),
  )('%s with %j', (component, props, path, remedy) => {
    const build = (app: App) => BUILD[component]?.(app, props);
    const problems = withoutOwner(problemsOf(build));
    expect(problems).toEqual([expect.stringContaining(`→ ${remedy}`)]);
    expect(problems[0]?.startsWith(`${path}: `)).toBe(true);
    expect(problemsInApp(build)).toEqual(problems);
  });

  test.each(EACH.filter(([props]) => !('name' in props)))(
    'each component of a stack with %j',
    (props, path, remedy) => {
      const build = (app: App) => BUILD.LoggingStack?.(app, { loki: props, collector: props, grafana: props });
      const problems = problemsOf(build);
      expect(problems.map((text) => text.split(': ')[0])).toEqual([
        `[stack] loki.${path}`,
        `[stack] collector.${path}`,
        `[stack] grafana.${path}`,
      ]);
      for (const problem of problems) expect(problem).toContain(`→ ${remedy}`);
      expect(problemsInApp(build)).toEqual(withoutOwner(problems));
    },
  );

  test('the namespace of a chart', () => {
    const build = (app: App) => new Loki(new Chart(app, 'logs', { namespace: 'My Logs' }), 'loki');
    const problem = 'ServiceAccount/loki metadata.namespace: "My Logs" is not a DNS label';
    expect(problemsOf(build)).toEqual([expect.stringContaining(`[logs/loki] ${problem}`)]);
    expect(problemsInApp(build)).toEqual([expect.stringContaining(problem)]);
  });
});

describe('the path that the user wrote', () => {
  test.each<[object, string]>([
    [{ loki: { persistence: { type: 'claim', size: '10 GB' } } }, 'loki.persistence.size'],
    [
      { collector: { pipeline: { sources: [{ type: 'pods', format: 'crio' }] } } },
      'collector.pipeline.sources\\[0\\].format',
    ],
    [{ collector: { namespace: 'A' } }, 'collector.namespace'],
    [{ grafana: { persistence: { size: 'much' } } }, 'grafana.persistence.size'],
    [{ registry: 'https://mirror.example.com' }, 'registry'],
    [{ namespace: 'A' }, 'namespace'],
  ])('%j', (props, path) => {
    const build = (app: App) => BUILD.LoggingStack?.(app, props);
    expect(problemsOf(build)).toEqual([expect.stringMatching(new RegExp(`^\\[stack\\] ${path}: `))]);
    expect(problemsInApp(build)).toEqual([expect.stringMatching(new RegExp(`^${path}: `))]);
  });

  test('below an object when it is only there that anything is wrong', () => {
    const sidecars = [{ name: 'proxy', image: 'a/b:1', ports: [{ containerPort: 0 }] }];
    expect(problemsOf((app) => BUILD.LoggingStack?.(app, { loki: { sidecars } }))).toEqual([
      '[stack] StatefulSet/stack spec.template.spec.containers[1].ports[0].containerPort: 0 is not a port\n      → write a number from 1 to 65535',
    ]);
  });

  test('all problems at once', () => {
    const problems = problemsOf((app) =>
      BUILD.LoggingStack?.(app, {
        name: 'Bad Name',
        loki: { retention: '2 weeks', resources: { limits: { memory: '1 GB' } } },
        grafana: { replicas: -1 },
      }),
    );
    expect(problems.map((text) => text.split(': ')[0])).toEqual([
      '[stack] name',
      '[stack] loki.resources.limits.memory',
      '[stack] loki.retention',
      '[stack] grafana.replicas',
    ]);
  });
});

describe('echoes', () => {
  const refused = [describeProblem({ path: 'name', message: '"ab" is not a name', remedy: 'write: "cd"' })];
  const finding = (message: string) => ({ path: 'Service/a metadata.name', message, remedy: '' });
  const kept = (message: string, said = refused) => withoutEchoes([finding(message)], said).length === 1;

  test.each(['"ab" is not a label', 'serves "ab"', '"ab-headless" is too long', '"ab" is not a name'])(
    '%s',
    (message) => {
      expect(kept(message)).toBe(false);
    },
  );

  test.each(['"a" is not a label', '"abc" is not a label', '"cd" is the remedy', '"xab" is not a label', 'ab is bare'])(
    'not %s',
    (message) => {
      expect(kept(message)).toBe(true);
    },
  );

  test('the same message of a value without quotes', () => {
    expect(kept('is negative', ['[stack] loki.a: is negative\n      → write 1'])).toBe(false);
    expect(kept('is positive', ['[stack] loki.a: is negative\n      → write 1'])).toBe(true);
  });

  test('a quantity, as it is stored', () => {
    const said = ['resources.requests.memory: "2048Mi" is more than the limit "1Gi"\n      → request less'];
    expect(kept('"2Gi" is more than the limit "1Gi"', said)).toBe(false);
    expect(kept('"3Gi" is more than the limit "1Gi"', said)).toBe(true);
  });
});

describe('whose a construct is', () => {
  test('the stack’s, the component’s, or its own', () => {
    const app = appWith(() => {});
    const stack = new LoggingStack(app, 'stack', { namespace: 'logs' });
    const loki = new Loki(chart(app), 'loki');
    const own = new Construct(chart(new App()), 'own');
    expect(ownerPath(stack.loki)).toBe('stack');
    expect(ownerPath(loki.node.findChild('config'))).toBe('logs/loki');
    expect(ownerPath(own)).toBe('logs/own');
  });

  test('props that come from another construct’s are named by its property', () => {
    const owner = new Construct(new App(), 'owner');
    const inner = new Construct(owner, 'inner');
    propsComeFrom(inner, owner, 'part');
    const construct = new Construct(inner, 'construct');
    refuseProps(construct, () => [{ path: 'size', message: 'is wrong', remedy: 'write 1' }]);
    expect(construct.node.validate()).toEqual(['part.size: is wrong\n      → write 1']);
    expect(ownerPath(construct)).toBe('owner');
  });
});

test('an app that checks all objects is left to do so', () => {
  const validate = (app: App) => {
    const component = new Construct(new Chart(app, 'chart'), 'component');
    addObject(component, 'a', 'ConfigMap', { metadata: { name: 'a_b' } });
    refuseComponent(component, () => [{ path: 'size', message: 'is wrong', remedy: 'write 1' }]);
    return component.node.validate().map((text) => text.split(': ')[0]);
  };
  const app = new App();
  leaveObjectChecksTo(app);
  expect(validate(app)).toEqual(['size']);
  expect(validate(new App())).toEqual(['size', 'ConfigMap/a_b metadata.name']);
});

test('warnings are kept in the order in which they were given', () => {
  const construct = new Construct(new App(), 'a');
  warn(construct, 'first');
  construct.node.addMetadata('other', 'not a warning');
  warn(construct, 'second');
  expect(warningsOf(construct)).toEqual(['first', 'second']);
  expect(construct.node.validate()).toEqual([]);
});
