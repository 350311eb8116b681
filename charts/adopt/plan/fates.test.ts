import { stringify } from 'yaml';
import { adopted, type Data, releaseText } from '../../../test/helm-releases';

const BASE = releaseText('loki-stack-2.3.1.yaml');

const object = (apiVersion: string, kind: string, name: string, rest: object = {}, metadata: object = {}): Data => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'loki', ...metadata },
  ...rest,
});

/** What becomes of objects that are among those of a release. */
function fatesOf(...objects: readonly Data[]): Data[] {
  const { fates, problems } = adopted(`${BASE}---\n${objects.map((each) => stringify(each)).join('---\n')}`);
  expect(problems).toEqual([]);
  return objects.map(({ kind, metadata }) => {
    const found = fates.find(
      ({ object: each }) =>
        each.kind === kind &&
        each.name === metadata.name &&
        (each.namespace ?? metadata.namespace) === metadata.namespace,
    );
    return found?.fate;
  });
}

const SPEC = {
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'a', image: 'a:1.0.0' }] } },
};

test.each<[string, Data, object]>([
  [
    'a hook',
    object('v1', 'ConfigMap', 'a', {}, { annotations: { 'helm.sh/hook': 'test' } }),
    { type: 'left', reason: 'a hook of Helm, such as a test' },
  ],
  [
    "Helm's record",
    object('v1', 'Secret', 'sh.helm.release.v1.loki.v1', { type: 'helm.sh/release.v1' }),
    { type: 'left', reason: "Helm's record of the release: delete it last" },
  ],
  [
    'a Secret',
    object('v1', 'Secret', 'a', { data: { a: 'YQ==' } }),
    { type: 'stays', reason: 'its values are in no file, so apply leaves it as it is' },
  ],
  [
    'a PodSecurityPolicy',
    object('policy/v1beta1', 'PodSecurityPolicy', 'a'),
    { type: 'left', reason: 'for PodSecurityPolicies, which Kubernetes has none of since 1.25' },
  ],
  ['a Job', object('batch/v1', 'Job', 'a', { spec: SPEC }), { type: 'left', reason: 'it runs once, and has run' }],
  [
    'an API version that is gone, of another form',
    object('networking.k8s.io/v1beta1', 'Ingress', 'a', { spec: {} }),
    {
      type: 'stays',
      reason:
        'no API server takes networking.k8s.io/v1beta1 any more: take what `kubectl get ingress a -o yaml` prints',
    },
  ],
  [
    'a credential that stands in it',
    object('apps/v1', 'Deployment', 'a', {
      spec: {
        ...SPEC,
        template: {
          ...SPEC.template,
          spec: { containers: [{ name: 'a', image: 'a:1.0.0', command: ['run', '--password', 'hunter2'] }] },
        },
      },
    }),
    { type: 'stays', reason: 'it is not written: it has a credential in it, which no file must hold' },
  ],
  [
    'a secret that Grafana is given',
    object('v1', 'ConfigMap', 'a', {
      data: { 'a.yaml': 'datasources: [{name: a, secureJsonData: {httpHeaderValue1: Bearer hunter2}}]\n' },
    }),
    { type: 'stays', reason: 'it is not written: it has a credential in it, which no file must hold' },
  ],
  [
    'finalizers that are none',
    object('v1', 'ConfigMap', 'a', { data: { a: 'b' } }, { finalizers: 'x' }),
    { type: 'stays', reason: 'it is not written: metadata.finalizers is no list' },
  ],
])('%s', (_, given, fate) => expect(fatesOf(given)).toEqual([fate]));

test('what synth refuses of an object is why it is not written', () => {
  const [fate] = fatesOf(object('v1', 'ConfigMap', 'a', { data: { 'a/b': 'c' } }));
  expect(fate).toEqual({
    type: 'stays',
    reason: expect.stringMatching(/^it is not written: data\["a\/b"\]: "a\/b" is not a key/),
  });
});

test('roles that allow nothing but a PodSecurityPolicy go with it, their bindings too, and no others', () => {
  const rbac = 'rbac.authorization.k8s.io/v1';
  const role = (name: string, ...resources: readonly string[]) =>
    object(rbac, 'Role', name, { rules: resources.map((each) => ({ resources: [each], verbs: ['use'] })) });
  const binding = (name: string, to: string) =>
    object(rbac, 'RoleBinding', name, { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: to } });
  const found = fatesOf(
    role('psp', 'podsecuritypolicies'),
    role('both', 'podsecuritypolicies', 'pods'),
    role('none'),
    binding('a', 'psp'),
    binding('b', 'both'),
  );
  expect(found.map(({ type }) => type)).toEqual(['left', 'kept', 'kept', 'left', 'kept']);
});

test('what stays is written as it is, but for what says that Helm made it', () => {
  const labels = {
    app: 'a',
    chart: 'x',
    heritage: 'Helm',
    'helm.sh/chart': 'y',
    'app.kubernetes.io/managed-by': 'Helm',
    'app.kubernetes.io/version': '1',
  };
  const annotations = { 'helm.sh/resource-policy': 'keep', b: 'c' };
  const [fate] = fatesOf(object('v1', 'ConfigMap', 'a', { data: { d: 'e' } }, { labels, annotations }));
  expect(fate).toEqual({
    type: 'kept',
    manifest: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'a',
        namespace: 'loki',
        labels: { app: 'a', 'app.kubernetes.io/managed-by': 'cdk8s-plg', 'app.kubernetes.io/version': '1' },
        annotations: { b: 'c' },
      },
      data: { d: 'e' },
    },
  });
});

test('an API version that is gone has its successor, where the form is the same', () => {
  const [deployment, budget] = fatesOf(
    object('extensions/v1beta1', 'Deployment', 'a', { spec: SPEC }),
    object('policy/v1beta1', 'PodDisruptionBudget', 'b', {
      spec: { minAvailable: 1, selector: { matchLabels: { a: 'b' } } },
    }),
  );
  expect([deployment.note, deployment.manifest.apiVersion]).toEqual(['as apps/v1', 'apps/v1']);
  expect([budget.note, budget.manifest.apiVersion]).toEqual(['as policy/v1', 'policy/v1']);
});

test('what a cluster has given to an object is not asked for', () => {
  const live = { uid: '1' };
  const [service, headless, claim, account] = fatesOf(
    object('v1', 'Service', 'a', { spec: { clusterIP: '10.0.0.1', ports: [{ port: 1 }] } }, live),
    object('v1', 'Service', 'b', { spec: { clusterIP: 'None', ports: [{ port: 1 }] } }, live),
    object(
      'v1',
      'PersistentVolumeClaim',
      'c',
      { spec: { volumeName: 'pv', resources: { requests: { storage: '1Gi' } }, accessModes: ['ReadWriteOnce'] } },
      live,
    ),
    object('v1', 'ServiceAccount', 'd', { secrets: [{ name: 'd-token-x' }] }, live),
  );
  expect(service.manifest.spec).not.toHaveProperty('clusterIP');
  expect(headless.manifest.spec.clusterIP).toBe('None');
  expect(claim.manifest.spec).not.toHaveProperty('volumeName');
  expect(account.manifest).not.toHaveProperty('secrets');
});

test('an object of another namespace is another one', () => {
  const spec = { ports: [{ port: 1 }] };
  const [fate] = fatesOf(object('v1', 'Service', 'loki', { spec }, { namespace: 'elsewhere' }));
  expect(fate).toMatchObject({ type: 'kept', manifest: { metadata: { namespace: 'elsewhere' } } });
});
