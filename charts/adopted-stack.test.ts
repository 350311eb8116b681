import { problemsOf } from '../test/apps';
import { LoggingStack, type LoggingStackProps } from '.';

const problems = (props: unknown) =>
  problemsOf(
    (app) => void new LoggingStack(app, 'logs', { namespace: 'logs', ...(props as Partial<LoggingStackProps>) }),
  );

test.each<[unknown, string, string]>([
  [{ adopt: true }, 'adopt: true is not an object', 'write { … }'],
  [{ adopt: { lokki: {} } }, 'adopt.lokki: there is no "lokki" here', 'did you mean "loki"?'],
  [{ adopt: { promtail: {} } }, 'adopt.promtail: there is no "promtail" here', 'use one of loki, collector, grafana'],
  [
    { adopt: { loki: { name: 'Loki' } } },
    'adopt.loki.name: "Loki" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)',
    'did you mean "loki"?',
  ],
  [
    { adopt: { collector: { name: 'x' } }, collector: { type: 'alloy' } },
    'adopt.collector: is of a Promtail, and the stack has none',
    "leave it out, or set collector.type to 'promtail'",
  ],
  [
    { adopt: { collector: {} }, collector: { type: 'none' } },
    'adopt.collector: is of a Promtail, and the stack has none',
    "leave it out, or set collector.type to 'promtail'",
  ],
  [
    { adopt: { grafana: {} }, grafana: false },
    'adopt.grafana: is of a Grafana, and the stack has none',
    'leave it out',
  ],
  [{ loki: { adopt: {} } }, 'loki.adopt: follows from the stack', "leave it out, or set the stack's adopt"],
  [{ grafana: { adopt: {} } }, 'grafana.adopt: follows from the stack', "leave it out, or set the stack's adopt"],
])('%j is refused', (props, message, remedy) => {
  expect(problems(props)).toEqual([`[logs] ${message}\n      → ${remedy}`]);
});

test('what is wrong with several of its components is told at once, each by its own path', () => {
  const found = problems({
    adopt: {
      loki: { mountPath: 'x', selector: {} },
      collector: { clusterRole: 'a/b' },
      grafana: { claim: 'X', statefulSet: { podManagementPolicy: 'z' } },
    },
  });
  expect(found.map((problem) => /\] ([\w.]+):/.exec(problem)?.[1])).toEqual([
    'adopt.loki.selector',
    'adopt.loki.mountPath',
    'adopt.collector.clusterRole',
    'adopt.grafana.claim',
    'adopt.grafana.statefulSet.podManagementPolicy',
    'adopt.grafana.claim',
  ]);
});
