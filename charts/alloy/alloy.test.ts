import { App, Chart } from 'cdk8s';
import { appWith, manifestsOf, objectOf, problemsOf } from '../../test/apps';
import { schemaProblems } from '../../test/kubernetes-schema';
import type { Pipeline } from '../pipeline/model/pipeline';
import { POSITIONS_PATH } from '../promtail/promtail';
import { Alloy, type AlloyProps } from './alloy';
import { PROMTAIL_POSITIONS } from './config/sources/promtail-positions';

const pushUrl = 'http://loki:3100/loki/api/v1/push';

const build = (props: Partial<AlloyProps>) => (app: App) => {
  new Alloy(new Chart(app, 'logs', { namespace: 'logs' }), 'alloy', { pushUrl, ...props });
};
const alloyApp = (props: Partial<AlloyProps> = {}) => appWith(build(props));
const problems = (props: Partial<AlloyProps>) =>
  problemsOf(build(props)).map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));
const namesOf = (props: Partial<AlloyProps>) =>
  manifestsOf(alloyApp(props)).map(({ kind, metadata }) => `${kind}/${metadata.namespace ?? ''}/${metadata.name}`);
const podOf = (props: Partial<AlloyProps> = {}, workload = 'DaemonSet/alloy') =>
  objectOf(alloyApp(props), workload).spec.template.spec;
const configOf = (props: Partial<AlloyProps> = {}, name = 'alloy') =>
  objectOf(alloyApp(props), `ConfigMap/${name}`).data['config.alloy'];

/** Everything, on nodes and for the cluster. */
const BOTH: Pipeline = {
  sources: [{ type: 'pods' }, { type: 'journal' }, { type: 'push' }, { type: 'kubernetes-events' }],
};
/** Nothing of nodes. */
const CLUSTER: Pipeline = { sources: [{ type: 'pods-api' }, { type: 'syslog' }] };

describe('an Alloy on every node', () => {
  test('whatever its taints', () => {
    expect(podOf().tolerations).toEqual([{ operator: 'Exists' }]);
  });

  test('runs the published image, whose tags have a v', () => {
    expect(podOf().containers[0].image).toBe('docker.io/grafana/alloy:v1.18.1');
    expect(podOf({ version: '1.15.0' }).containers[0].image).toBe('docker.io/grafana/alloy:v1.15.0');
    expect(podOf({ image: { tag: 'v1.18.1-boringcrypto' } }).containers[0].image).toBe(
      'docker.io/grafana/alloy:v1.18.1-boringcrypto',
    );
  });

  test('reports nothing, and answers probes', () => {
    expect(podOf().containers[0]).toMatchObject({
      args: [
        'run',
        '/etc/alloy/config.alloy',
        '--storage.path=/var/lib/alloy',
        '--server.http.listen-addr=0.0.0.0:12345',
        '--disable-reporting',
      ],
      readinessProbe: { httpGet: { path: '/-/ready', port: 'http-metrics' } },
    });
  });

  test('reads the node read-only, and writes to a folder of its own there, which outlives pods', () => {
    const { volumes, containers } = podOf();
    const mounts = containers[0].volumeMounts.map(
      ({ mountPath, readOnly = false }: { mountPath: string; readOnly?: boolean }) => [
        mountPath,
        readOnly ? 'read' : 'write',
      ],
    );
    expect(mounts).toEqual([
      ['/etc/alloy', 'read'],
      ['/var/lib/alloy', 'write'],
      ['/tmp', 'write'],
      ['/run/promtail', 'read'],
      ['/var/log/pods', 'read'],
      ['/var/lib/docker/containers', 'read'],
    ]);
    expect(volumes).toContainEqual({
      name: 'data',
      hostPath: { path: '/var/lib/alloy/logs/alloy', type: 'DirectoryOrCreate' },
    });
  });

  test('has folders of the node where Promtail has them, so that its positions hold', () => {
    expect(PROMTAIL_POSITIONS).toBe(`${POSITIONS_PATH}/positions.yaml`);
    expect(podOf().volumes).toContainEqual({
      name: 'promtail',
      hostPath: { path: POSITIONS_PATH, type: 'DirectoryOrCreate' },
    });
  });

  test('knows its node', () => {
    expect(podOf().containers[0].env).toContainEqual({
      name: 'HOSTNAME',
      valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
    });
  });

  test('is root, as the logs are, and has no other right of root’s', () => {
    const { securityContext, containers } = podOf();
    expect(securityContext).toEqual({ runAsGroup: 0, runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } });
    expect(containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
  });

  test('may ask the API server nothing where it need not', () => {
    const props = { pipeline: { sources: [{ type: 'journal' }] } } as const;
    expect(podOf(props).automountServiceAccountToken).toBe(false);
    expect(namesOf(props).filter((name) => /Role/.test(name))).toEqual([]);
  });

  test('rolls when its configuration changes, and only then', () => {
    const checksum = (props: Partial<AlloyProps>) =>
      objectOf(alloyApp(props), 'DaemonSet/alloy').spec.template.metadata.annotations['checksum/config'];
    expect(checksum({ podLabels: { a: 'b' } })).toBe(checksum({}));
    expect(checksum({ tenant: 'team-a' })).not.toBe(checksum({}));
  });
});

describe('an Alloy for the cluster', () => {
  test('is a Deployment of one pod beside the DaemonSet, with an account and a configuration of its own', () => {
    expect(namesOf({ pipeline: BOTH })).toEqual([
      'ServiceAccount/logs/alloy',
      'ClusterRole//alloy',
      'ClusterRoleBinding//alloy',
      'ConfigMap/logs/alloy',
      'DaemonSet/logs/alloy',
      'Service/logs/alloy',
      'ServiceAccount/logs/alloy-cluster',
      'ClusterRole//alloy-cluster',
      'ClusterRoleBinding//alloy-cluster',
      'ConfigMap/logs/alloy-cluster',
      'Deployment/logs/alloy-cluster',
    ]);
    expect(objectOf(alloyApp({ pipeline: BOTH }), 'Deployment/alloy-cluster').spec).toMatchObject({
      replicas: 1,
      strategy: { type: 'Recreate' },
    });
    expect(configOf({ pipeline: BOTH })).not.toContain('kubernetes_events');
    expect(configOf({ pipeline: BOTH }, 'alloy-cluster')).not.toContain('loki.source.file');
  });

  test('does it all where nothing is read from nodes, without a right there', () => {
    expect(namesOf({ pipeline: CLUSTER })).toEqual([
      'ServiceAccount/logs/alloy-cluster',
      'ClusterRole//alloy-cluster',
      'ClusterRoleBinding//alloy-cluster',
      'ConfigMap/logs/alloy-cluster',
      'Deployment/logs/alloy-cluster',
      'Service/logs/alloy',
    ]);
    const { securityContext, volumes, tolerations } = podOf({ pipeline: CLUSTER }, 'Deployment/alloy-cluster');
    expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 473, runAsGroup: 473, fsGroup: 473 });
    expect(volumes.filter((volume: object) => 'hostPath' in volume)).toEqual([]);
    expect(tolerations).toBeUndefined();
  });

  test('has Roles where only some namespaces are looked into', () => {
    const pipeline: Pipeline = { sources: [{ type: 'pods-api', select: { namespaces: { include: ['shop'] } } }] };
    expect(namesOf({ pipeline })).toContain('Role/shop/alloy-cluster');
    const binding = objectOf(alloyApp({ pipeline }), 'RoleBinding/alloy-cluster');
    expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'alloy-cluster', namespace: 'logs' }]);
  });
});

test('a Service leads to what others send to, and to nothing else', () => {
  const { spec } = objectOf(alloyApp({ pipeline: BOTH }), 'Service/alloy');
  expect(spec.ports).toEqual([{ name: 'push', port: 3500, targetPort: 'push' }]);
  expect(spec.selector['app.kubernetes.io/component']).toBe('collector');
  expect(namesOf({}).filter((name) => name.startsWith('Service/'))).toEqual([]);
  expect(objectOf(alloyApp({ pipeline: CLUSTER }), 'Service/alloy').spec.selector['app.kubernetes.io/component']).toBe(
    'cluster-collector',
  );
});

test('credentials reach it by the environment, certificates as files', () => {
  const pipeline: Pipeline = {
    destinations: [
      {
        url: 'https://logs.example.com/loki/api/v1/push',
        auth: { type: 'basic', secretName: 'push', passwordKey: 'token' },
        tls: { ca: { configMap: 'ca' }, clientSecret: 'client' },
      },
    ],
  };
  const { containers, volumes } = podOf({ pipeline });
  expect(containers[0].env).toEqual(
    expect.arrayContaining([
      {
        name: 'DESTINATION_1_USERNAME',
        valueFrom: { secretKeyRef: { name: 'push', key: 'username' } },
      },
      { name: 'DESTINATION_1_PASSWORD', valueFrom: { secretKeyRef: { name: 'push', key: 'token' } } },
    ]),
  );
  expect(volumes).toEqual(
    expect.arrayContaining([
      { name: 'destination-1-ca', configMap: { name: 'ca' } },
      { name: 'destination-1-tls', secret: { secretName: 'client' } },
    ]),
  );
  expect(containers[0].volumeMounts).toEqual(
    expect.arrayContaining([{ name: 'destination-1-ca', mountPath: '/etc/alloy-destinations/1/ca', readOnly: true }]),
  );
});

test('says at the head of its configuration how to see what it does', () => {
  expect(configOf()).toMatch(
    /^\/\/ What each component does is shown at http:\/\/localhost:12345 with\n\/\/ kubectl port-forward --namespace logs daemonset\/alloy 12345\n/,
  );
});

describe('components of somebody’s own', () => {
  const config =
    'logging {\nlevel="warn"\n}\n\nloki.source.awsfirehose "cloud" {\nhttp {\nlisten_port = 9999\n}\nforward_to = [loki.write.default.receiver]\n}';

  test('stand behind ours, formatted', () => {
    expect(configOf({ config })).toMatch(
      /\n\nlogging \{\n\tlevel = "warn"\n\}\n\nloki\.source\.awsfirehose "cloud" \{\n/,
    );
  });

  test('that are not generally available are what Alloy is told about', () => {
    const secretfilter = (version: string) => ({
      version,
      config: 'loki.secretfilter "x" {\n\tforward_to = [loki.write.default.receiver]\n}',
    });
    expect(podOf(secretfilter('1.18.1')).containers[0].args.at(-1)).toBe('--stability.level=public-preview');
    expect(podOf({ config }).containers[0].args.at(-1)).toBe('--disable-reporting');
  });

  test('go to the one of the cluster where there is no other', () => {
    expect(configOf({ config, pipeline: CLUSTER }, 'alloy-cluster')).toContain('logging {');
  });

  test.each([
    ['logging {\n\tlevel = \n}', 'config: line 3: expected expression, got }, at column 1'],
    ['logging {\n\tlevl = "warn"\n}', 'config: line 2: logging > levl: '],
    ['\n\nloki.write "default" {\n}', 'config: line 3: loki.write "default": is there twice, first on line'],
    ['loki.echo "a" {\n}\n\nloki.process "b" {\n\tforward_to = [loki.echo.c.receiver]\n}', 'config: line 5: '],
  ])('are refused by the line: %j', (text, problem) => {
    const [first = '', ...others] = problems({ config: text });
    expect(others).toEqual([]);
    expect(first).toContain(problem);
  });
});

test.each(['1.27', 'newest'] as const)('objects that Kubernetes %s knows', (release) => {
  const app = alloyApp({ pipeline: BOTH });
  expect(manifestsOf(app).flatMap((manifest) => schemaProblems({ ...manifest }, release))).toEqual([]);
});

test('in anybody’s App too', () => {
  const chart = new Chart(new App(), 'logs', { namespace: 'logs' });
  new Alloy(chart, 'alloy', { pushUrl });
  expect(chart.toJson()).toHaveLength(5);
});

test('warns of what it does otherwise than Promtail', () => {
  const said: string[] = [];
  const app = alloyApp({ pipeline: { stages: [{ multiline: { firstline: '^a' } }] } });
  for (const { node } of app.node.findAll()) said.push(...node.metadata.map(({ data }) => String(data)));
  expect(said.join('\n')).toContain('multiline (kubernetes-pods): where a stream is silent for max_wait_time');
});

describe('what is refused', () => {
  test('a chart without a namespace', () => {
    const [problem, ...others] = problemsOf((app) => new Alloy(new Chart(app, 'logs'), 'alloy', { pushUrl }));
    expect(others).toEqual([]);
    expect(problem).toContain("→ give the chart one: new Chart(app, 'logs', { namespace: 'logs' })");
  });

  test.each<[Partial<AlloyProps>, string]>([
    [{ version: 'v1.18.1' }, 'version: "v1.18.1" is not a release of alloy → did you mean "1.18.1"?'],
    [{ version: '2.0.0' }, 'version: alloy 2.0.0 is not known: its lines are 1.0 … 1.19 → did you mean "1.19.0"?'],
    [
      { pushUrl: 'loki:3100' },
      'pushUrl: "loki:3100" is not a URL → write a Loki\'s pushUrl, or "http://<host>:3100/loki/api/v1/push"',
    ],
    [
      { name: 'a'.repeat(56) },
      `name: "${'a'.repeat(56)}" has 56 characters, 55 fit: "${'a'.repeat(56)}-cluster" is made from it → shorten it to 55 characters or less`,
    ],
    [
      { tenant: 'team-a|team-b' },
      'tenant: "team-a|team-b" is several tenants, and only a query can be of several → write one',
    ],
    [
      { pipeline: { stages: [{ drop: { source: ['a,b'] } }] } },
      'pipeline.stages[0].drop.source: has "a,b", and Alloy takes a comma for the end of a name → extract the value under a name without one',
    ],
    [{ pipeline: { stages: [{ labels: 5 as never }] } }, 'pipeline.stages[0].labels: 5 is not an object → write { … }'],
    [
      { pipeline: { stages: [{ json: { expressions: { a: '' }, drop_malfromed: true } as never }] } },
      'pipeline.stages[0].json.drop_malfromed: is no key of json → did you mean "drop_malformed"?',
    ],
    [
      { pipeline: { stages: [{ limit: { rate: Number.NaN, burst: 1 } }] } },
      'pipeline.stages[0].limit.rate: NaN is not plain data → write text, a number, true, false, a list or an object',
    ],
    [
      { pipeline: { stages: [{ template: { source: 'a', template: '\ud800' } }] } },
      'pipeline: comes to loki.process "kubernetes_pods" > stage.template > template, which holds half of a character → leave it out',
    ],
  ])('%j', (props, problem) => {
    expect(problems(props)).toEqual([problem]);
  });
});
