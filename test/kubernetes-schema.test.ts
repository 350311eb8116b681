import { type KubernetesRelease, schemaProblems } from './kubernetes-schema';

// biome-ignore lint/suspicious/noExplicitAny: faults are put in at any depth
type Manifest = Record<string, any>;

const RELEASES: readonly KubernetesRelease[] = ['1.27', 'newest'];

const labels = { 'app.kubernetes.io/name': 'loki' };

const template = {
  metadata: { labels, annotations: { 'checksum/config': '1a2b' } },
  spec: {
    serviceAccountName: 'loki',
    automountServiceAccountToken: false,
    securityContext: { fsGroup: 10001, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }],
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' },
        ],
      },
    },
    initContainers: [{ name: 'init', image: 'busybox:1.36', command: ['true'] }],
    containers: [
      {
        name: 'loki',
        image: 'grafana/loki:2.9.0',
        args: ['-config.file=/etc/loki/loki.yaml'],
        env: [
          { name: 'GOMEMLIMIT', value: '400MiB' },
          { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        ],
        ports: [{ name: 'http', containerPort: 3100, protocol: 'TCP' }],
        readinessProbe: { httpGet: { path: '/ready', port: 'http', scheme: 'HTTP' }, initialDelaySeconds: 15 },
        resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: 536870912 } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: false }],
      },
    ],
    volumes: [
      { name: 'config', secret: { secretName: 'loki', defaultMode: 288, items: [{ key: 'a', path: 'a' }] } },
      { name: 'logs', hostPath: { path: '/var/log', type: 'Directory' } },
      { name: 'tmp', emptyDir: {} },
      {
        name: 'token',
        projected: {
          sources: [
            { serviceAccountToken: { path: 'token', expirationSeconds: 3600, audience: 'sts.amazonaws.com' } },
            { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          ],
        },
      },
    ],
  },
};

const claimSpec = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '10Gi' } },
  storageClassName: 'gp3',
  volumeMode: 'Filesystem',
};

const rules = [{ apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] }];

const subjects = [{ kind: 'ServiceAccount', name: 'loki', namespace: 'loki' }];

const roleRef = (kind: string) => ({ apiGroup: 'rbac.authorization.k8s.io', kind, name: 'loki' });

const manifest = (apiVersion: string, kind: string, rest: Manifest): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: 'loki', namespace: 'loki', labels },
  ...rest,
});

const GOOD = {
  StatefulSet: manifest('apps/v1', 'StatefulSet', {
    spec: {
      replicas: 1,
      serviceName: 'loki-headless',
      podManagementPolicy: 'OrderedReady',
      selector: { matchLabels: labels },
      template,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      volumeClaimTemplates: [
        { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' }, spec: claimSpec },
      ],
    },
  }),
  DaemonSet: manifest('apps/v1', 'DaemonSet', {
    spec: { selector: { matchLabels: labels }, template, updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } } },
  }),
  Deployment: manifest('apps/v1', 'Deployment', {
    spec: { replicas: 2, selector: { matchLabels: labels }, strategy: { type: 'Recreate' }, template },
  }),
  Service: manifest('v1', 'Service', {
    spec: {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      ports: [{ name: 'http', port: 3100, targetPort: 'http', protocol: 'TCP' }],
      selector: labels,
      type: 'ClusterIP',
    },
  }),
  Secret: manifest('v1', 'Secret', { type: 'Opaque', stringData: { 'loki.yaml': 'auth_enabled: false\n' } }),
  ConfigMap: manifest('v1', 'ConfigMap', { data: { 'loki.yaml': 'auth_enabled: false\n' } }),
  Namespace: manifest('v1', 'Namespace', { metadata: { name: 'loki', labels } }),
  ServiceAccount: manifest('v1', 'ServiceAccount', { automountServiceAccountToken: false }),
  PersistentVolumeClaim: manifest('v1', 'PersistentVolumeClaim', { spec: claimSpec }),
  ClusterRole: manifest('rbac.authorization.k8s.io/v1', 'ClusterRole', { rules }),
  ClusterRoleBinding: manifest('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', {
    roleRef: roleRef('ClusterRole'),
    subjects,
  }),
  Role: manifest('rbac.authorization.k8s.io/v1', 'Role', { rules }),
  RoleBinding: manifest('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: roleRef('Role'), subjects }),
  PodDisruptionBudget: manifest('policy/v1', 'PodDisruptionBudget', {
    spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
  }),
  NetworkPolicy: manifest('networking.k8s.io/v1', 'NetworkPolicy', {
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 3100, protocol: 'TCP' }] }] },
  }),
  CustomResourceDefinition: manifest('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
    metadata: { name: 'rules.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Rule', plural: 'rules' },
      scope: 'Namespaced',
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { ratio: { type: 'number', maximum: 0.5, 'x-kubernetes-int-or-string': false } },
            },
          },
        },
      ],
    },
  }),
} satisfies Record<string, Manifest>;

/** A copy of a good manifest with one place changed; `undefined` takes the place away. */
function changed(kind: keyof typeof GOOD, path: string, value: unknown): Manifest {
  const copy: Manifest = structuredClone(GOOD[kind]);
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((object, key) => object[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

/** Every way to put a value that no field takes into one place of a manifest, with the path of that place. */
function* broken(value: unknown): Generator<readonly [path: string, value: unknown]> {
  yield ['', [[]]];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const [path, bad] of broken(item)) yield [`[${index}]${path}`, value.with(index, bad)];
    }
  } else if (typeof value === 'object' && value !== null) {
    yield ['.foreign', { ...value, foreign: [[]] }];
    for (const [key, item] of Object.entries(value)) {
      for (const [path, bad] of broken(item)) yield [`.${key}${path}`, { ...value, [key]: bad }];
    }
  }
}

describe.each(RELEASES)('Kubernetes %s', (release) => {
  test.each(Object.entries(GOOD))('takes a good %s', (_, good) => {
    expect(schemaProblems(good, release)).toEqual([]);
  });

  test.each(Object.entries(GOOD))('notices a fault at each place of a %s', (_, good) => {
    const unnoticed = [...broken(good)].filter(([, bad]) => schemaProblems(bad as Manifest, release).length === 0);
    expect(unnoticed.map(([path]) => path)).toEqual([]);
  });

  test('says that it has no schema for a custom resource', () => {
    const rule = manifest('monitoring.coreos.com/v1', 'PrometheusRule', { spec: {} });
    expect(schemaProblems(rule, release)).toEqual([
      'PrometheusRule/loki: no schema for monitoring.coreos.com/v1 PrometheusRule',
    ]);
  });

  test.each([
    ['apps/v1beta1', 'Deployment'],
    ['extensions/v1beta1', 'Ingress'],
    ['policy/v1beta1', 'PodSecurityPolicy'],
    ['networking.k8s.io/v1beta1', 'Ingress'],
    ['v1', 'Deployment'],
    ['v1', 'Container'],
    ['v1', 'AzureDiskVolumeSource'],
    ['v1', 'deployment'],
  ])('has no %s %s', (apiVersion, kind) => {
    expect(schemaProblems(manifest(apiVersion, kind, {}), release)).toEqual([
      expect.stringMatching(`^${kind}/loki: .*Kubernetes.* has no ${apiVersion} ${kind}$`),
    ]);
  });

  test('takes any JSON for a field that holds any JSON', () => {
    const schema = 'spec.versions[0].schema.openAPIV3Schema';
    for (const value of [0.1, 'a', null, { a: [1] }]) {
      expect(schemaProblems(changed('CustomResourceDefinition', `${schema}.default`, value), release)).toEqual([]);
    }
  });

  test('asks for an apiVersion and a kind', () => {
    expect(schemaProblems({ kind: 'Service' }, release)).toEqual(['apiVersion: undefined is not of type string']);
    expect(schemaProblems({ apiVersion: 'v1', kind: 1 }, release)).toEqual(['kind: 1 is not of type string']);
  });

  test.each([
    ['1', true],
    ['0.5', true],
    ['100m', true],
    ['1e3', true],
    ['10Gi', true],
    ['2E', true],
    ['10 Gi', false],
    ['10K', false],
    ['10GB', false],
    ['10gi', false],
    ['1.5.0', false],
    ['', false],
    [true, false],
    [1, true],
  ])('takes %p for a quantity: %p', (storage, taken) => {
    const claim = changed('PersistentVolumeClaim', 'spec.resources.requests.storage', storage);
    const problem = `PersistentVolumeClaim/loki spec.resources.requests.storage: ${JSON.stringify(storage)} is not of type quantity`;
    expect(schemaProblems(claim, release)).toEqual(taken ? [] : [problem]);
  });

  test('finds all problems at once, in order', () => {
    const service = changed('Service', 'spec', { clusterIp: 'None', ports: [{ targetPort: true }] });
    service.metadata.labels = { 'a/b': 1 };
    const label = release === '1.27' ? 'Kubernetes 1.27' : 'the newest Kubernetes';
    expect(schemaProblems(service, release)).toEqual([
      'Service/loki metadata.labels["a/b"]: 1 is not of type string',
      `Service/loki spec.clusterIp: ${label} has no such field`,
      'Service/loki spec.ports[0].targetPort: true is not of type integer or string',
      'Service/loki spec.ports[0].port: required and missing',
    ]);
  });
});

const POD = 'spec.template.spec';
const UNKNOWN = 'has no such field';
const MISSING = 'required and missing';

// Path and value of the change, then what 1.27 and what the newest release say to it.
test.each<[keyof typeof GOOD, string, unknown, string | undefined, string | undefined]>([
  ['DaemonSet', `${POD}.containers[0].readinessProbe.httpGet.uri`, '/ready', UNKNOWN, UNKNOWN],
  ['Deployment', 'spec.containers', [], UNKNOWN, UNKNOWN],
  ['Service', 'spec.clusterIp', 'None', UNKNOWN, UNKNOWN],
  ['DaemonSet', `${POD}.hostPid`, true, UNKNOWN, UNKNOWN],
  ['Secret', 'stringdata', {}, UNKNOWN, UNKNOWN],
  ['Deployment', 'spec.replicas', '2', '"2" is not of type integer', '"2" is not of type integer'],
  ['Deployment', 'spec.replicas', 1.5, '1.5 is not of type integer', '1.5 is not of type integer'],
  ['Deployment', `${POD}.containers[0].env[0].value`, 400, '400 is not of type string', '400 is not of type string'],
  ['Deployment', `${POD}.containers[0].args`, '-v', '"-v" is not a list', '"-v" is not a list'],
  ['ConfigMap', 'data', ['a'], '["a"] is not an object', '["a"] is not an object'],
  ['ServiceAccount', 'metadata.labels', null, 'null is not an object', 'null is not an object'],
  ['StatefulSet', 'spec.selector', undefined, MISSING, MISSING],
  ['StatefulSet', `${POD}.containers[0].name`, undefined, MISSING, MISSING],
  ['Role', 'rules[0].verbs', undefined, MISSING, MISSING],
  [
    'StatefulSet',
    'spec.volumeClaimTemplates[0].spec.resources.requests.storage',
    '64MB',
    '"64MB" is not of type quantity',
    '"64MB" is not of type quantity',
  ],
  // Required once, no longer.
  ['StatefulSet', 'spec.serviceName', undefined, MISSING, undefined],
  ['RoleBinding', 'roleRef.apiGroup', undefined, MISSING, undefined],
  // Younger than 1.27; the last is of 1.36, so an older kubernetes-models would not pass for the newest.
  ['StatefulSet', `${POD}.initContainers[0].restartPolicy`, 'Always', UNKNOWN, undefined],
  ['Service', 'spec.trafficDistribution', 'PreferClose', UNKNOWN, undefined],
  ['Deployment', `${POD}.schedulingGroup`, { podGroupName: 'loki' }, UNKNOWN, undefined],
  // The types of 1.27 have no enums.
  [
    'Service',
    'spec.type',
    'LoadBalancr',
    undefined,
    '"LoadBalancr" is not one of "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
  ],
  [
    'PersistentVolumeClaim',
    'spec.volumeMode',
    'filesystem',
    undefined,
    '"filesystem" is not one of "Block", "Filesystem"',
  ],
])('%s with %s: %p', (kind, path, value, in127, inNewest) => {
  const expected = (message: string | undefined, label: string) =>
    message === undefined ? [] : [`${kind}/loki ${path}: ${message === UNKNOWN ? `${label} ${UNKNOWN}` : message}`];
  const fault = changed(kind, path, value);
  expect(schemaProblems(fault, '1.27')).toEqual(expected(in127, 'Kubernetes 1.27'));
  expect(schemaProblems(fault, 'newest')).toEqual(expected(inNewest, 'the newest Kubernetes'));
});

const APPLICATION = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'loki', namespace: 'argocd' },
  spec: {
    project: 'default',
    source: { repoURL: 'https://git.example.com/logging.git', path: 'dist' },
    destination: { server: 'https://kubernetes.default.svc' },
    syncPolicy: { automated: { prune: true }, syncOptions: ['ServerSideApply=true'], retry: { limit: 5 } },
  },
};
const KUSTOMIZATION = {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'loki', namespace: 'flux-system' },
  spec: { interval: '10m', prune: true, sourceRef: { kind: 'GitRepository', name: 'logging' } },
};

test.each(['1.27', 'newest'] as const)(
  "Argo CD's and Flux's objects are held against their own API, beside Kubernetes %s",
  (release) => {
    const withSpec = (object: { readonly spec: object }, spec: object) => ({
      ...object,
      spec: { ...object.spec, ...spec },
    });
    const problems = (object: object) => schemaProblems(object as Record<string, unknown>, release);
    expect(problems(APPLICATION)).toEqual([]);
    expect(problems(KUSTOMIZATION)).toEqual([]);
    expect(
      problems(withSpec(APPLICATION, { syncPolicy: { automated: { purge: true }, syncOptions: 'Prune=false' } })),
    ).toEqual([
      'Application/loki spec.syncPolicy.automated.purge: argoproj.io/v1alpha1 has no such field',
      'Application/loki spec.syncPolicy.syncOptions: "Prune=false" is not a list',
    ]);
    expect(problems(withSpec(KUSTOMIZATION, { deletionPolicy: 'Keep', prune: undefined }))).toEqual([
      'Kustomization/loki spec.prune: undefined is not of type boolean',
      'Kustomization/loki spec.deletionPolicy: "Keep" is not one of "MirrorPrune", "Delete", "WaitForTermination", "Orphan"',
    ]);
  },
);
