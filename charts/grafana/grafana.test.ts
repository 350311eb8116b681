import { App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { appWith, changedFrom, manifestsOf, objectOf, problemsOf } from '../../test/apps';
import { schemaProblems } from '../../test/kubernetes-schema';
import { expectTextSnapshot } from '../../test/text-snapshot';
import type { ManifestApp } from '../manifest-app';
import { Grafana, type GrafanaProps } from './grafana';

const LOKI = { name: 'Loki', type: 'loki', uid: 'loki', url: 'http://loki:3100' };
const build =
  (props: GrafanaProps = {}) =>
  (app: ManifestApp) =>
    new Grafana(new Chart(app, 'logs', { namespace: 'logs' }), 'grafana', { firstDataSource: LOKI, ...props });
const grafanaApp = (props?: GrafanaProps) => appWith(build(props));

const deploymentOf = (props?: GrafanaProps) => objectOf(grafanaApp(props), 'Deployment/grafana').spec;
const podOf = (props?: GrafanaProps) => deploymentOf(props).template.spec;
const containerOf = (props?: GrafanaProps) => podOf(props).containers[0];
const namesOf = (props?: GrafanaProps) =>
  manifestsOf(grafanaApp(props)).map(({ kind, metadata }) => `${kind}/${metadata.name}`);

const problems = (props: GrafanaProps) =>
  problemsOf(build(props)).map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));

const EXISTING: GrafanaProps = { admin: { type: 'existing-secret', name: 'sign-in.example.com' } };
const OLD: GrafanaProps = { version: '6.7.0' };

describe('what a Grafana is made of', () => {
  test('a Deployment that reads two ConfigMaps, a Service, and what the password takes', () =>
    expect(namesOf()).toEqual([
      'ServiceAccount/grafana',
      'Role/grafana-admin-secret',
      'RoleBinding/grafana-admin-secret',
      'Secret/grafana',
      'ConfigMap/grafana',
      'ConfigMap/grafana-datasources',
      'Service/grafana',
      'Deployment/grafana',
    ]));

  test.each(['1.27', 'newest'] as const)('objects that Kubernetes %s knows', (release) => {
    for (const props of [{}, OLD, EXISTING, { persistence: {} }]) {
      expect(manifestsOf(grafanaApp(props)).flatMap((object) => schemaProblems({ ...object }, release))).toEqual([]);
    }
  });

  test('port 80 of the Service leads to port 3000 of the container, for `port-forward service/… 3000:80`', () => {
    const [port] = objectOf(grafanaApp(), 'Service/grafana').spec.ports;
    expect(port).toEqual({ name: 'http', port: 80, targetPort: 'http' });
    expect(containerOf().ports).toEqual([{ name: 'http', containerPort: 3000 }]);
  });

  test('others get its address as a value, with its namespace', () => {
    const chart = new Chart(new App(), 'logs', { namespace: 'logs' });
    expect(new Grafana(chart, 'grafana').url).toBe('http://grafana.logs.svc:80');
  });

  test('in anybody’s App too', () => {
    const chart = new Chart(new App(), 'logs', { namespace: 'logs' });
    new Grafana(chart, 'grafana', EXISTING);
    expect(chart.toJson().map(({ kind }: { kind: string }) => kind)).toEqual([
      'ServiceAccount',
      'ConfigMap',
      'ConfigMap',
      'Service',
      'Deployment',
    ]);
  });
});

describe('the pod', () => {
  test.each([{}, OLD])('%j: runs as the image’s user, and writes to its volumes only', (props) => {
    const { securityContext, containers, initContainers } = podOf(props);
    expect(securityContext).toEqual({
      fsGroup: 472,
      fsGroupChangePolicy: 'OnRootMismatch',
      runAsGroup: 472,
      runAsNonRoot: true,
      runAsUser: 472,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    for (const container of [...containers, ...initContainers]) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
      });
    }
  });

  test('mounts its data sources where Grafana provisions them, and hides no other folder of the image', () =>
    expect(containerOf().volumeMounts).toEqual([
      { name: 'config', mountPath: '/etc/grafana/grafana.ini', subPath: 'grafana.ini', readOnly: true },
      { name: 'datasources', mountPath: '/etc/grafana/provisioning/datasources', readOnly: true },
      { name: 'storage', mountPath: '/var/lib/grafana' },
      { name: 'tmp', mountPath: '/tmp' },
    ]));

  test('has no token of the ServiceAccount but in the step that makes the password', () => {
    const { automountServiceAccountToken, containers, initContainers } = podOf();
    expect(automountServiceAccountToken).toBe(false);
    expect(objectOf(grafanaApp(), 'ServiceAccount/grafana').automountServiceAccountToken).toBe(false);
    const mountsOf = ({ volumeMounts }: { volumeMounts: { name: string }[] }) => volumeMounts.map(({ name }) => name);
    expect(containers.flatMap(mountsOf)).not.toContain('admin-secret-token');
    expect(initContainers.flatMap(mountsOf)).toEqual(['admin-secret-token']);
  });

  test('tells Grafana its memory limit', () => {
    const { env, resources } = containerOf();
    expect(resources.limits).toEqual({ memory: '512Mi' });
    expect(env).toContainEqual({ name: 'GOMEMLIMIT', value: '460MiB' });
    expect(containerOf({ resources: { limits: { memory: '1Gi' } } }).env).toContainEqual({
      name: 'GOMEMLIMIT',
      value: '921MiB',
    });
  });

  test.each<[string, GrafanaProps, string]>([
    ['settings', { ini: { server: { router_logging: true } } }, 'checksum/config'],
    ['data sources', { dataSources: [{ name: 'AWS', type: 'cloudwatch', uid: 'aws' }] }, 'checksum/datasources'],
  ])('is replaced when its %s change', (_, props, annotation) => {
    const { annotations } = deploymentOf().template.metadata;
    const { annotations: changed } = deploymentOf(props).template.metadata;
    expect(Object.keys(changed).filter((key) => changed[key] !== annotations[key])).toEqual([annotation]);
  });

  test('keeps its labels out of the selector when others are added', () => {
    const { selector, template } = deploymentOf({ podLabels: { team: 'logs' } });
    expect(selector).toEqual(deploymentOf().selector);
    expect(template.metadata.labels).toEqual({ ...selector.matchLabels, team: 'logs' });
  });
});

describe('persistence', () => {
  test('none: what is made in Grafana ends with the pod, and pods overlap when they are replaced', () => {
    expect(deploymentOf()).not.toHaveProperty('strategy');
    expect(podOf().volumes).toContainEqual({ name: 'storage', emptyDir: {} });
  });

  test('a claim that one pod mounts at a time', () => {
    const props: GrafanaProps = { persistence: { size: '2048Mi', storageClass: 'gp3.fast' } };
    expect(deploymentOf(props)).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    expect(podOf(props).volumes).toContainEqual({
      name: 'storage',
      persistentVolumeClaim: { claimName: 'grafana' },
    });
    expect(objectOf(grafanaApp(props), 'PersistentVolumeClaim/grafana').spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '2Gi' } },
      storageClassName: 'gp3.fast',
      volumeMode: 'Filesystem',
    });
  });

  test.each<GrafanaProps>([
    { ini: { database: { type: 'postgres', host: 'db:5432' } } },
    { ini: { database: { url: '$__file{/etc/secrets/url}' } } },
    { env: [{ name: 'GF_DATABASE_URL', valueFrom: { secretKeyRef: { name: 'db', key: 'url' } } }] },
  ])('with a database that they share there may be more pods: %j', (props) =>
    expect(deploymentOf({ ...props, replicas: 3 }).replicas).toBe(3),
  );
});

describe('the sign-in', () => {
  const signIn = (props?: GrafanaProps) =>
    containerOf(props).env.filter(({ name }: { name: string }) => name.startsWith('GF_SECURITY_'));
  const from = (name: string, user: string, password: string) => [
    { name: 'GF_SECURITY_ADMIN_USER', valueFrom: { secretKeyRef: { name, key: user } } },
    { name: 'GF_SECURITY_ADMIN_PASSWORD', valueFrom: { secretKeyRef: { name, key: password } } },
  ];

  test('comes from the Secret that the article reads', () =>
    expect(signIn()).toEqual(from('grafana', 'admin-user', 'admin-password')));

  // An empty field would be one that `kubectl apply` and Argo CD own: they would take the password away.
  test('the Secret is written without data, so that nobody who applies it ever owns any', () =>
    expect(Object.keys(objectOf(grafanaApp(), 'Secret/grafana'))).toEqual(['apiVersion', 'kind', 'metadata']));

  test('the step reaches its own Secret by a token for it alone, and says why it fails', () => {
    const { initContainers, volumes } = podOf();
    expect(initContainers[0]).toMatchObject({
      name: 'admin-secret',
      terminationMessagePolicy: 'FallbackToLogsOnError',
      env: expect.arrayContaining([{ name: 'SECRET_NAME', value: 'grafana' }]),
    });
    expect(volumes.find(({ name }: { name: string }) => name === 'admin-secret-token').projected.sources).toEqual([
      { serviceAccountToken: { path: 'token', expirationSeconds: 600 } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
    ]);
  });

  test.each<[GrafanaProps, string]>([
    [{}, 'docker.io/curlimages/curl:8.21.0'],
    [
      { image: { registry: 'mirror.example.com', repository: 'g', tag: '1' } },
      'mirror.example.com/curlimages/curl:8.21.0',
    ],
    [
      { image: { registry: 'mirror.example.com' }, admin: { type: 'generated', image: { repository: 'tools/curl' } } },
      'mirror.example.com/tools/curl:8.21.0',
    ],
  ])('%j: the step runs %s', (props, image) => expect(podOf(props).initContainers[0].image).toBe(image));

  test('comes before what the user adds', () =>
    expect(
      podOf({ initContainers: [{ name: 'mine', image: 'example.com/mine:1' }] }).initContainers.map(
        ({ name }: { name: string }) => name,
      ),
    ).toEqual(['admin-secret', 'mine']));

  test('from an existing Secret it takes nothing more: no Role, no Secret, no step, no token', () => {
    expect(namesOf(EXISTING)).toEqual([
      'ServiceAccount/grafana',
      'ConfigMap/grafana',
      'ConfigMap/grafana-datasources',
      'Service/grafana',
      'Deployment/grafana',
    ]);
    expect(signIn(EXISTING)).toEqual(from('sign-in.example.com', 'admin-user', 'admin-password'));
    expect(podOf(EXISTING)).not.toHaveProperty('initContainers');
    expect(podOf(EXISTING).volumes.map(({ name }: { name: string }) => name)).toEqual([
      'config',
      'datasources',
      'storage',
      'tmp',
    ]);
  });

  test('by keys of one’s own', () =>
    expect(
      signIn({ admin: { type: 'existing-secret', name: 'sign-in', userKey: 'username', passwordKey: 'password' } }),
    ).toEqual(from('sign-in', 'username', 'password')));
});

describe('configuration', () => {
  test('the user’s settings are laid over ours', () =>
    expect(
      objectOf(
        grafanaApp({
          ini: { analytics: { check_for_updates: true }, server: { root_url: 'https://logs.example.com' } },
        }),
        'ConfigMap/grafana',
      ).data['grafana.ini'],
    ).toBe(
      [
        '[analytics]',
        'check_for_plugin_updates = false',
        'check_for_updates = true',
        'reporting_enabled = false',
        '',
        '[log]',
        'mode = console',
        '',
        '[server]',
        'root_url = https://logs.example.com',
        '',
      ].join('\n'),
    ));

  test('data sources come after the first one, which is the default', () => {
    const file = objectOf(
      grafanaApp({ dataSources: [{ name: 'Tempo', type: 'tempo', uid: 'tempo', url: 'http://tempo:3200' }] }),
      'ConfigMap/grafana-datasources',
    ).data['datasources.yaml'];
    expect(parse(file).datasources).toMatchObject([
      { uid: 'loki', isDefault: true },
      { uid: 'tempo', isDefault: false },
    ]);
  });
});

describe('what is refused', () => {
  const WHERE = 'put it below /var/lib/grafana or /tmp, or mount a volume there';
  test.each<[GrafanaProps, string]>([
    [{ version: '13.3.0' }, 'version: grafana 13.3.0 is not known'],
    [
      { name: 'n'.repeat(47) },
      `name: "${'n'.repeat(47)}" has 47 characters, 46 fit: the name of its pods is made from it → shorten it to 46 characters or less`,
    ],
    [{ replicas: -1 }, 'replicas: -1 is not a number of pods → write a whole number'],
    [
      { replicas: 2 },
      'replicas: is 2, but each pod would have a database of its own and know nobody who signed in at another → write 1, or set ini.database.type to "mysql" or "postgres"',
    ],
    [
      { replicas: 2, persistence: {}, ini: { database: { type: 'mysql' } } },
      'replicas: is 2, but the claim can be mounted by one pod at a time → write 1, or leave persistence out and use a database by ini.database',
    ],
    [{ persistence: { size: '10 GB' } }, 'persistence.size: "10 GB" is not a quantity → did you mean "10Gi"?'],
    [{ persistence: { storageClass: 'GP3' } }, 'persistence.storageClass: "GP3" is not a DNS subdomain'],
    [{ admin: { type: 'existing-secret', name: 'Sign in' } }, 'admin.name: "Sign in" is not a DNS subdomain'],
    [
      { admin: { type: 'existing-secret', name: 'sign-in', passwordKey: 'pass word' } },
      'admin.passwordKey: "pass word" is not a key of a Secret → write letters, digits, "-", "_" and "."',
    ],
    [
      { admin: { type: 'generated', image: { tag: 'latest' } } },
      'admin.image.tag: "latest" is another image every day → write the release that you mean, or add its digest',
    ],
    [
      { dataSources: [{ ...LOKI, name: 'Other' }] },
      'dataSources[0].uid: "loki" is another data source\'s uid too → give each a uid of its own',
    ],
    [
      { ini: { security: { admin_password: 'hunter22' } } as never },
      'ini.security.admin_password: "admin_password" is set by the option `admin` → use `admin`',
    ],
    [
      { ini: { log: { mode: 'console file' } } },
      `ini.log.mode: "/var/log/grafana" is on no volume, and the root file system is read-only → ${WHERE}`,
    ],
    [
      { env: [{ name: 'GF_PATHS_DATA', value: '/data' }] },
      `env[0].value: "/data" is on no volume, and the root file system is read-only → ${WHERE}`,
    ],
    [{ ini: { paths: { data: '/data' } } }, 'ini.paths.data: "/data" has no effect'],
  ])('%j', (props, problem) => {
    const found = problems(props);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(problem)).toBe(true);
  });

  test('a kind of sign-in that there is not', () =>
    expect(problems({ admin: { type: 'none' } as never })).toEqual([
      'admin.type: "none" is not a kind of sign-in → write "generated" or "existing-secret"',
    ]));

  test('a secret, wherever it is written, and without repeating it', () => {
    const found = problems({
      ini: { smtp: { password: 'hunter22' } },
      env: [{ name: 'GF_SMTP_PASSWORD', value: 'hunter22' }],
      dataSources: [
        { name: 'P', type: 'prometheus', uid: 'p', url: 'http://me:hunter22@prometheus:9090' },
        { name: 'Q', type: 'prometheus', uid: 'q', url: 'http://q', jsonData: { password: 'hunter22' } },
      ],
    });
    expect(found.map((text) => text.split(': ')[0])).toEqual(
      expect.arrayContaining([
        'ini.smtp.password',
        expect.stringMatching(/^ConfigMap\/grafana-datasources data\b/),
        expect.stringMatching(/^Deployment\/grafana spec\.template\.spec\.containers\[0\]\.env\[\d\]\.value$/),
      ]),
    );
    expect(found.join()).not.toContain('hunter22');
  });
});

describe('what a variant changes, as reviewers read it', () => {
  test('a sign-in from an existing Secret', () =>
    expectTextSnapshot('grafana-existing-secret.yaml', changedFrom(grafanaApp(), grafanaApp(EXISTING))));

  test('a volume', () =>
    expectTextSnapshot(
      'grafana-persistence.yaml',
      changedFrom(grafanaApp(EXISTING), grafanaApp({ ...EXISTING, persistence: { storageClass: 'gp3' } })),
    ));
});
