import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { appWith, problemsOf } from '../../test/apps';
import { Environment, LoggingStack, ManifestApp } from '..';

const configMap = (scope: Construct, name: string): ApiObject =>
  new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });

const namespace = (scope: Construct, name: string): ApiObject =>
  new ApiObject(scope, name, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

/** A chart of one object. */
function chartOf(scope: Construct, id: string, name = id, inNamespace?: string): Chart {
  const chart = new Chart(scope, id, { namespace: inNamespace });
  configMap(chart, name);
  return chart;
}

const pathsOf = (build: (app: ManifestApp) => void): readonly string[] => [...appWith(build).manifestFiles().keys()];

describe("a file's name", () => {
  test('is that of its chart and of all above it, but for ids that say nothing', () => {
    const paths = pathsOf((app) => {
      const outer = chartOf(app, 'outer');
      chartOf(outer, 'inner', 'a');
      chartOf(new Chart(app, 'Default'), 'resource', 'b');
      chartOf(new Construct(app, 'resource'), 'alone', 'd');
      chartOf(app, 'Some_Thing.else', 'c');
    });
    expect(paths).toEqual([
      'alone.k8s.yaml',
      'chart.k8s.yaml',
      'outer-inner.k8s.yaml',
      'outer.k8s.yaml',
      'some-thing-else.k8s.yaml',
    ]);
  });

  test('stays what it is, whatever is added beside it', () => {
    const stack = (app: ManifestApp) => void new LoggingStack(app, 'logs', { namespace: 'logs', grafana: false });
    const before = pathsOf(stack);
    const after = pathsOf((app) => {
      chartOf(app, 'a-first');
      stack(app);
      chartOf(app, 'z-last').addDependency(chartOf(app, 'm-between'));
    });
    expect(after).toEqual(expect.arrayContaining([...before]));
    expect(before).toEqual(['00-logs-namespace.k8s.yaml', 'logs-promtail.k8s.yaml', 'logs.k8s.yaml']);
  });

  test('sorts first when there is a Namespace in it, which comes first in it too', () => {
    const app = appWith((root) => {
      const chart = chartOf(root, 'logs', 'b');
      namespace(chart, 'logs');
      chartOf(root, 'a');
    });
    const [[path, content] = []] = app.manifestFiles();
    expect(path).toBe('00-logs.k8s.yaml');
    expect(content?.match(/^kind: .*$/gm)).toEqual(['kind: Namespace', 'kind: ConfigMap']);
  });

  test.each([
    ['Logs', 'logs'],
    ['a b', 'a-b'],
    ['!', '?'],
  ])('is refused when two charts have it, as %p and %p', (first, second) => {
    const problems = problemsOf((app) => {
      chartOf(app, first, 'x');
      chartOf(app, second, 'y');
    });
    expect(problems).toEqual([
      expect.stringMatching(
        `^\\[.*\\] .*\\.k8s\\.yaml: is the file of chart ".*" too\n      → give one of the two charts another id$`,
      ),
    ]);
    expect(problems[0]).toContain(`"${first}"`);
  });

  test('is of moderate length, however long the path', () => {
    expect(pathsOf((app) => void chartOf(app, 'x'.repeat(400), 'x'))).toEqual([`${'x'.repeat(200)}.k8s.yaml`]);
  });
});

describe('an environment', () => {
  const environments = (...ids: string[]) =>
    function build(app: ManifestApp): void {
      for (const id of ids) {
        new LoggingStack(new Environment(app, id), 'logs', { namespace: 'logs', grafana: false });
      }
    };

  test('has a folder of its own, with the very objects that another has', () => {
    expect(pathsOf(environments('staging', 'live'))).toEqual([
      'live/00-logs-namespace.k8s.yaml',
      'live/logs-promtail.k8s.yaml',
      'live/logs.k8s.yaml',
      'staging/00-logs-namespace.k8s.yaml',
      'staging/logs-promtail.k8s.yaml',
      'staging/logs.k8s.yaml',
    ]);
  });

  test('may stand in another one, and beside charts of the app itself', () => {
    const paths = pathsOf((app) => {
      chartOf(new Environment(new Environment(app, 'eu'), 'live'), 'logs');
      chartOf(app, 'logs');
    });
    expect(paths).toEqual(['eu/live/logs.k8s.yaml', 'logs.k8s.yaml']);
  });

  test('is refused once when no folder should have its name', () => {
    expect(problemsOf(environments('..', 'Live'))).toEqual([
      '[..] id: ".." is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)\n' +
        '      → write a name such as "loki"',
      '[Live] id: "Live" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)\n' +
        '      → did you mean "live"?',
    ]);
  });

  test('may not have an object twice', () => {
    const problems = problemsOf((app) => {
      const environment = new Environment(app, 'live');
      chartOf(environment, 'a', 'same');
      chartOf(environment, 'b', 'same');
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^\[live\/b\/same\] ConfigMap\/same metadata\.name: another ConfigMap "same" .*\n {6}→ give /,
      ),
    ]);
  });
});

describe('the order of objects', () => {
  const namesIn = (app: ManifestApp, path: string): readonly string[] =>
    [...(app.manifestFiles().get(path) ?? '').matchAll(/^ {2}name: (.*)$/gm)].map(([, name = '']) => name);

  test('is that in which they were made, but for what they depend on', () => {
    const app = appWith((root) => {
      const chart = new Chart(root, 'logs');
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => configMap(chart, name));
      if (a && c && d) c.addDependency(d);
      if (a && b && d) a.addDependency(b);
    });
    expect(namesIn(app, 'logs.k8s.yaml')).toEqual(['b', 'a', 'd', 'c']);
  });

  test('counts what stands in another chart between two of them', () => {
    const app = appWith((root) => {
      const [first, second] = [new Chart(root, 'b'), new Chart(root, 'a')];
      const [late, early, between] = [
        configMap(first, 'late'),
        configMap(first, 'early'),
        configMap(second, 'between'),
      ];
      late.addDependency(between);
      between.addDependency(early);
    });
    expect(namesIn(app, 'b.k8s.yaml')).toEqual(['early', 'late']);
  });

  test('is refused when it goes in a circle, be it through another chart', () => {
    const problems = problemsOf((app) => {
      const [a, b] = [configMap(new Chart(app, 'first'), 'a'), configMap(new Chart(app, 'second'), 'b')];
      a.addDependency(b);
      b.addDependency(a);
    });
    expect(problems).toEqual([
      '[first/a] ConfigMap/a: depends on itself: ConfigMap/a → ConfigMap/b → ConfigMap/a\n' +
        '      → take out one of these dependencies',
    ]);
  });

  test('is refused once for two charts that depend on one another, whatever is in them', () => {
    const problems = problemsOf((app) => {
      const [first, second] = [chartOf(app, 'first', 'a'), chartOf(app, 'second', 'b')];
      for (const chart of [first, second])
        for (const name of ['x', 'y', 'z']) configMap(chart, `${chart.node.id}-${name}`);
      first.addDependency(second);
      second.addDependency(first);
    });
    expect(problems).toEqual([
      '[first/a] ConfigMap/a: depends on itself: ConfigMap/a → ConfigMap/b → ConfigMap/a\n' +
        '      → take out one of these dependencies',
    ]);
  });
});

describe('files go by name, so that', () => {
  function warningsOf(build: (app: ManifestApp) => void): readonly string[] {
    const lines: string[] = [];
    const app = new ManifestApp({ outdir: 'never-written', report: (line) => lines.push(line) });
    build(app);
    jest
      .spyOn(app as unknown as { write: () => object }, 'write')
      .mockReturnValue({ written: [], unchanged: [], removed: [] });
    app.synth();
    return lines.filter((line) => line.startsWith('warning: '));
  }

  test('a chart is warned of that is applied before one which it depends on, once for all objects', () => {
    const warnings = warningsOf((app) => {
      const chart = chartOf(app, 'a');
      configMap(chart, 'another');
      chart.addDependency(chartOf(app, 'b'));
    });
    expect(warnings).toEqual([
      'warning: [a/a] ConfigMap/a depends on ConfigMap/b, but b.k8s.yaml is applied after a.k8s.yaml: files go by name',
    ]);
  });

  test('one that is applied after it is in order', () => {
    expect(warningsOf((app) => chartOf(app, 'b').addDependency(chartOf(app, 'a')))).toEqual([]);
  });

  test('one that depends on another folder is warned of, wherever that sorts', () => {
    const warnings = warningsOf((app) => chartOf(app, 'b').addDependency(chartOf(new Environment(app, 'a'), 'a')));
    expect(warnings).toEqual([
      'warning: [b/b] ConfigMap/b depends on ConfigMap/a, but a/a.k8s.yaml is in another folder: apply that first',
    ]);
  });

  test('a chart is refused that would be applied before its namespace is made', () => {
    const problems = problemsOf((app) => {
      namespace(new Chart(app, 'logs'), 'logs');
      chartOf(app, '0-early', 'early', 'logs');
      chartOf(app, '1-late', 'late', 'logs');
      chartOf(app, '0-elsewhere', 'elsewhere', 'elsewhere');
    });
    expect(problems).toEqual([
      '[0-early] 0-early.k8s.yaml: is applied before 00-logs.k8s.yaml, which makes its namespace "logs": files go by name\n' +
        '      → give the chart an id that does not sort before "00-"',
    ]);
  });
});
