import { Chart } from 'cdk8s';
import { appWith, manifestsOf, objectOf, problemsOf } from '../../test/apps';
import type { AdoptedPromtail } from './adopted-promtail';
import { Promtail } from './promtail';

const build = (adopt: unknown) => (app: Chart['node']['root']) => {
  const chart = new Chart(app as never, 'chart', { namespace: 'logs' });
  new Promtail(chart, 'promtail', { pushUrl: 'http://loki.logs.svc:3100', adopt: adopt as AdoptedPromtail });
};

const DNS_LABEL = 'is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)';
const SUBDOMAIN = 'use a-z, 0-9, "-" and ".", a letter or digit at both ends of each part, 253 characters at most';

test.each<[unknown, string, string]>([
  [[], 'adopt: a list is not an object', 'write { … }'],
  [
    { service: 'x' },
    'adopt.service: there is no "service" here',
    'use one of name, instance, selector, serviceAccount, config, clusterRole, clusterRoleBinding',
  ],
  [{ name: 'P' }, `adopt.name: "P" ${DNS_LABEL}`, 'did you mean "p"?'],
  [{ config: 'X' }, 'adopt.config: "X" is not a DNS subdomain', SUBDOMAIN],
  [{ selector: { app: true } }, 'adopt.selector.app: true is not text', 'write "true"'],
  [{ clusterRole: 1 }, 'adopt.clusterRole: 1 is not text', 'write "1"'],
  [{ clusterRole: 'a/b' }, `adopt.clusterRole: "a/b" ${DNS_LABEL}`, 'did you mean "a-b"?'],
  [{ clusterRoleBinding: '' }, `adopt.clusterRoleBinding: "" ${DNS_LABEL}`, 'write a name such as "loki"'],
  [{ clusterRoleBinding: 'a%b' }, `adopt.clusterRoleBinding: "a%b" ${DNS_LABEL}`, 'did you mean "a-b"?'],
])('%j is refused', (adopt, message, remedy) => {
  expect(problemsOf(build(adopt))).toEqual([`[chart/promtail] ${message}\n      → ${remedy}`]);
});

test('every problem is told at once', () => {
  const adopt = { instance: ' ', serviceAccount: { name: 'A' }, clusterRole: '/', clusterRoleBinding: '%' };
  expect(problemsOf(build(adopt)).map((problem) => /\] ([\w.]+):/.exec(problem)?.[1])).toEqual([
    'adopt.instance',
    'adopt.serviceAccount.name',
    'adopt.clusterRole',
    'adopt.clusterRoleBinding',
  ]);
});

test('roles have names that no other objects have', () => {
  const app = appWith(
    build({
      name: 'logs-promtail',
      selector: { app: 'promtail', release: 'logs' },
      serviceAccount: { name: 'reader' },
      config: 'logs-promtail-config',
      clusterRole: 'system:logs:reader',
      clusterRoleBinding: 'system:logs:binding',
    }),
  );
  expect(objectOf(app, 'ClusterRoleBinding/system:logs:binding')).toMatchObject({
    roleRef: { kind: 'ClusterRole', name: 'system:logs:reader' },
    subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'logs' }],
  });
  const { spec } = objectOf(app, 'DaemonSet/logs-promtail');
  expect(spec.selector.matchLabels).toEqual({ app: 'promtail', release: 'logs' });
  expect(spec.template.metadata.labels).toMatchObject({ app: 'promtail', release: 'logs' });
  expect(spec.template.spec.serviceAccountName).toBe('reader');
  expect(manifestsOf(app).map(({ kind, metadata: { name } }) => `${kind}/${name}`)).toEqual([
    'ServiceAccount/reader',
    'ClusterRole/system:logs:reader',
    'ClusterRoleBinding/system:logs:binding',
    'ConfigMap/logs-promtail-config',
    'DaemonSet/logs-promtail',
  ]);
});
