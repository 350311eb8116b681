import { App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { appWith, objectOf, problemsOf } from '../../test/apps';
import { schemaProblems } from '../../test/kubernetes-schema';
import { judgeConfig } from './config-problems';
import { Promtail, type PromtailProps } from './promtail';

const pushUrl = 'http://loki:3100/loki/api/v1/push';

const build = (props: Partial<PromtailProps>) => (app: App) => {
  new Promtail(new Chart(app, 'logs', { namespace: 'logs' }), 'promtail', { pushUrl, ...props });
};
const promtailApp = (props: Partial<PromtailProps> = {}) => appWith(build(props));
const problems = (props: Partial<PromtailProps>) =>
  problemsOf(build(props)).map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));

test('runs on every node, whatever its taints', () => {
  expect(objectOf(promtailApp(), 'DaemonSet/promtail').spec.template.spec.tolerations).toEqual([
    { operator: 'Exists' },
  ]);
});

test('tolerations of the user replace that', () => {
  const tolerations = [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }];
  const app = promtailApp({ tolerations });
  expect(objectOf(app, 'DaemonSet/promtail').spec.template.spec.tolerations).toEqual(tolerations);
});

test('says which tenant its logs are of, when it is told', () => {
  const clientsOf = (props: Partial<PromtailProps>) =>
    parse(objectOf(promtailApp(props), 'ConfigMap/promtail').data['promtail.yaml']).clients;
  expect(clientsOf({ tenant: 'team-a' })).toEqual([{ url: pushUrl, tenant_id: 'team-a' }]);
  expect(clientsOf({})).toEqual([{ url: pushUrl }]);
});

test('reads the node’s logs read-only and writes its positions to the node', () => {
  const { volumes, containers } = objectOf(promtailApp(), 'DaemonSet/promtail').spec.template.spec;
  const mounts = containers[0].volumeMounts.map(
    ({ mountPath, readOnly = false }: { mountPath: string; readOnly?: boolean }) => [
      mountPath,
      readOnly ? 'read' : 'write',
    ],
  );
  expect(mounts).toEqual([
    ['/etc/promtail', 'read'],
    ['/run/promtail', 'write'],
    ['/var/log/pods', 'read'],
    ['/var/lib/docker/containers', 'read'],
  ]);
  expect(volumes).toContainEqual({ name: 'run', hostPath: { path: '/run/promtail', type: 'DirectoryOrCreate' } });
});

test('knows its node, of which alone it follows the pods', () => {
  expect(objectOf(promtailApp(), 'DaemonSet/promtail').spec.template.spec.containers[0].env).toContainEqual({
    name: 'HOSTNAME',
    valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
  });
});

test('may look at pods, and at nothing else of the cluster', () => {
  const app = promtailApp();
  expect(objectOf(app, 'ClusterRole/promtail').rules).toEqual([
    { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
  ]);
  expect(objectOf(app, 'ClusterRoleBinding/promtail').subjects).toEqual([
    { kind: 'ServiceAccount', name: 'promtail', namespace: 'logs' },
  ]);
});

test('is root, as the logs are, and has no other right of root’s', () => {
  const { securityContext, containers } = objectOf(promtailApp(), 'DaemonSet/promtail').spec.template.spec;
  expect(securityContext).toEqual({ runAsGroup: 0, runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } });
  expect(containers[0].securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  });
});

test.each(['1.27', 'newest'] as const)('objects that Kubernetes %s knows', (release) => {
  const app = promtailApp();
  for (const kind of ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'DaemonSet']) {
    expect(schemaProblems(objectOf(app, `${kind}/promtail`), release)).toEqual([]);
  }
});

test('says at synth that it is end of life, and what to do', () => {
  const said: string[] = [];
  const app = promtailApp();
  const { metadata } = app.node.findAll().find(({ node }) => node.path === 'logs/promtail')?.node ?? {};
  for (const { data } of metadata ?? []) said.push(String(data));
  expect(said.join('\n')).toMatch(/end of life since 2026-03-02.*move to its successor, Grafana Alloy/s);
});

test('in anybody’s App too', () => {
  const chart = new Chart(new App(), 'logs', { namespace: 'logs' });
  new Promtail(chart, 'promtail', { pushUrl });
  expect(chart.toJson()).toHaveLength(5);
});

describe('what is refused', () => {
  test('a chart without a namespace', () => {
    const [problem, ...others] = problemsOf((app) => new Promtail(new Chart(app, 'logs'), 'promtail', { pushUrl }));
    expect(others).toEqual([]);
    expect(problem).toContain(
      'namespace: is not known, and a ClusterRoleBinding has to name that of its ServiceAccount',
    );
    expect(problem).toContain("→ give the chart one: new Chart(app, 'logs', { namespace: 'logs' })");
  });

  test.each<[Partial<PromtailProps>, string]>([
    [
      { version: '3.6.15' },
      'version: no image of promtail 3.6.15 was ever published: 3.6.11 is the last one → write "3.6.11"',
    ],
    [
      { version: '3.7.0' },
      'version: promtail 3.7.0 is not known: its lines are 2.1 … 2.9, 3.0 … 3.6 → did you mean "3.6.11"?',
    ],
    [
      { pushUrl: 'loki:3100' },
      'pushUrl: "loki:3100" is not a URL → write a Loki\'s pushUrl, or "http://<host>:3100/loki/api/v1/push"',
    ],
    [
      { pipeline: { sources: [{ type: 'pods', labels: { scheme: 'kubernetes-pod' as 'kubernetes-pods' } }] } },
      'pipeline.sources[0].labels.scheme: "kubernetes-pod" is not one of "kubernetes-pods" or "loki-stack" or "none" → did you mean "kubernetes-pods"?',
    ],
    [
      { pipeline: { sources: [{ type: 'pods', select: { namespaces: {} as { include: [] } } }] } },
      'pipeline.sources[0].select.namespaces: says none of include, exclude → write one of include, exclude',
    ],
    [
      { pipeline: { sources: [{ type: 'pods', labels: { add: { team: { field: 'pod', label: 'a' } as never } } }] } },
      'pipeline.sources[0].labels.add.team: says both field and label → write one of field, label, annotation',
    ],
    [
      { tenant: 'team-a|team-b' },
      'tenant: "team-a|team-b" is several tenants, and only a query can be of several → write one',
    ],
    [
      { tenant: 'team-a', config: { clients: [{ url: pushUrl }] } },
      'config.clients[0].tenant_id: is missing, and Loki turns away who does not say which tenant it is → write "team-a"',
    ],
    [
      { config: { positions: { filename: '/tmp/positions.yaml' } } },
      'config.positions.filename: "/tmp/positions.yaml" is on no volume, and the root file system is read-only → put it below /run/promtail, or mount a volume there',
    ],
    [
      { config: { positions: { filename: '/var/log/pods/positions.yaml' } } },
      'config.positions.filename: "/var/log/pods/positions.yaml" is on /var/log/pods, mounted read-only → put it below /run/promtail, or mount a volume there',
    ],
    [
      {
        config: {
          scrape_configs: [{ job_name: 'audit', static_configs: [{ labels: { __path__: '/var/log/audit/*.log' } }] }],
        },
      },
      'config.scrape_configs[0].static_configs[0].labels.__path__: "/var/log/audit/" is on no volume → put it below /etc/promtail or /run/promtail or /var/log/pods or /var/lib/docker/containers, or mount a volume there',
    ],
    [
      { config: { server: { http_lisen_port: 3101 } } },
      'config.server.http_lisen_port: is no key of server in Promtail 3.6.11 → did you mean "http_listen_port"?',
    ],
    [
      { config: { scrape_configs: [{ static_configs: [{ labels: { __path__: '/var/log/pods/*.log' } }] }] } },
      'config.scrape_configs[0].job_name: is missing, and Promtail does not start → write a name',
    ],
    [
      { version: '2.1.0', config: { limits_config: { max_streams: 10 } } },
      'config.limits_config: is not there yet: Promtail 2.9.17 has it, 2.1.0 does not → take it out, or take Promtail 2.9.17',
    ],
    [
      { config: { clients: null } },
      'config.clients: is missing: Promtail knows nobody to send to, and does not start → write - url: "http://loki:3100/loki/api/v1/push"',
    ],
  ])('%j', (props, problem) => {
    expect(problems(props)).toEqual([problem]);
  });

  test('what follows from other props is refused where nothing else is', () => {
    expect(problems({ pipeline: { sources: [{ type: 'syslog', port: 3101 }] } })).toEqual([
      'config.scrape_configs[0].syslog.listen_address: 3101 is taken by server.http_listen_port, and Promtail does not start → write another port',
    ]);
  });

  test('what runs, but hardly as meant, is warned of', () => {
    const { warnings } = judgeConfig({ clients: [{ url: 'http://loki' }] }, { clients: [] }, '3.6.11');
    expect(warnings).toEqual([
      'config.clients[0].url has no path, and Promtail adds none; end it with "/loki/api/v1/push"',
    ]);
  });
});
