import { configEdited, doneBy, edited, expectLines, podEdited, STACK, stack } from '../../../test/reviews';
import type { GrafanaIni } from '../../grafana/ini';
import type { Manifest } from '../../kubernetes/manifest';

const GRAFANA = 'Deployment/loki-grafana';
const RESTARTS = [
  'rollout ConfigMap/loki-grafana: restarts Deployment/loki-grafana, which reads it',
  `rollout ${GRAFANA}: restarts 1 pod, 1 at a time, each new one ready before an old one ends`,
];

const service = (spec: object, annotations?: object): Manifest[] =>
  edited('Service/loki-grafana', (object) => {
    Object.assign(object.spec, spec);
    if (annotations !== undefined) object.metadata.annotations = annotations;
  });

const ingress = (spec: object): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'a', namespace: 'loki' },
  spec,
});
const host = (name: string, path = '/') => ({ host: name, http: { paths: [{ path, pathType: 'Prefix' }] } });

const policy = (ingressRules: readonly object[]): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'a', namespace: 'loki' },
  spec: { podSelector: {}, ingress: ingressRules },
});

/** A policy whose egress is an empty list, which shuts the way out only where its types say so. */
const ofEgress = (spec: object): Manifest => ({ ...policy([]), spec: { podSelector: {}, egress: [], ...spec } });

const withDatabase = (url: string) =>
  configEdited('[log]', `[database]\nurl = ${url}\n\n[log]`, { config: 'ConfigMap/loki-grafana', workload: GRAFANA });

const ini = (settings: GrafanaIni) => stack({ grafana: { ini: settings } });

test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
  [
    'a load balancer',
    STACK,
    service({ type: 'LoadBalancer' }),
    ['exposure Service/loki-grafana: is reachable through a load balancer of the cloud'],
  ],
  [
    'a port of every node',
    STACK,
    service({ type: 'NodePort' }),
    ['exposure Service/loki-grafana: is reachable on a port of every node'],
  ],
  [
    'an address',
    STACK,
    service({ externalIPs: ['192.0.2.1'] }),
    ['exposure Service/loki-grafana: is reachable at 192.0.2.1'],
  ],
  [
    'more addresses that are let in',
    service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.0/24'] }),
    service({ type: 'LoadBalancer' }),
    ['exposure Service/loki-grafana: is reachable from anywhere'],
  ],
  [
    'a load balancer of another sort',
    service({ type: 'LoadBalancer' }, { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' }),
    service({ type: 'LoadBalancer' }, { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing' }),
    ['exposure Service/loki-grafana: its load balancer is made otherwise'],
  ],
  [
    'an Ingress',
    [],
    [ingress({ rules: [host('logs.example.com')] })],
    ['exposure Ingress/a: makes reachable logs.example.com/'],
  ],
  [
    'another host of an Ingress',
    [ingress({ rules: [host('a.example.com')] })],
    [ingress({ rules: [host('a.example.com'), host('b.example.com', '/loki')] })],
    ['exposure Ingress/a: makes reachable b.example.com/loki'],
  ],
  [
    'an Ingress without TLS',
    [ingress({ tls: [{ hosts: ['a.example.com'] }], rules: [host('a.example.com')] })],
    [ingress({ rules: [host('a.example.com')] })],
    ['exposure Ingress/a: goes without TLS'],
  ],
  [
    'a route of Gateway API',
    [],
    [
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'a' },
        spec: { hostnames: ['logs.example.com'] },
      },
    ],
    ['exposure HTTPRoute/a: makes reachable logs.example.com'],
  ],
  [
    'a policy that is gone',
    [policy([])],
    [],
    ['exposure NetworkPolicy/a: is gone, and keeps no traffic away any more'],
  ],
  [
    'a policy that lets more pass',
    [policy([])],
    [policy([{ from: [{ podSelector: {} }] }])],
    ['exposure NetworkPolicy/a: lets other traffic pass'],
  ],
  [
    'a policy that lets everything leave, as it is of ingress only',
    [ofEgress({ policyTypes: ['Ingress', 'Egress'] })],
    [ofEgress({})],
    ['exposure NetworkPolicy/a: lets other traffic pass'],
  ],
  [
    'Grafana without signing in',
    STACK,
    ini({ 'auth.anonymous': { enabled: true } }),
    ['exposure ConfigMap/loki-grafana: lets everybody in who reaches it, without signing in', ...RESTARTS],
  ],
  [
    'more to those who do not sign in',
    ini({ 'auth.anonymous': { enabled: true } }),
    ini({ 'auth.anonymous': { enabled: true, org_role: 'Admin' } }),
    ['exposure ConfigMap/loki-grafana: lets whoever does not sign in act as Admin', ...RESTARTS],
  ],
  [
    'more for whoever signs in first',
    STACK,
    ini({ users: { auto_assign_org_role: 'Admin' } }),
    ['rights ConfigMap/loki-grafana: makes whoever signs in for the first time Admin', ...RESTARTS],
  ],
  [
    'accounts for everybody',
    STACK,
    ini({ users: { allow_sign_up: true } }),
    ['exposure ConfigMap/loki-grafana: lets everybody who reaches it make an account', ...RESTARTS],
  ],
  [
    'the same by a variable',
    STACK,
    podEdited(GRAFANA, ({ containers: [grafana] }) =>
      grafana.env.push({ name: 'GF_AUTH_ANONYMOUS_ENABLED', value: 'true' }),
    ),
    [
      `exposure ${GRAFANA}: lets everybody in who reaches it, without signing in`,
      `rollout ${GRAFANA}: restarts 1 pod, 1 at a time, each new one ready before an old one ends (environment)`,
    ],
  ],
  [
    'a database of Grafana elsewhere',
    STACK,
    configEdited('[log]', '[database]\ntype = postgres\nhost = db.example.com\n\n[log]', {
      config: 'ConfigMap/loki-grafana',
      workload: GRAFANA,
    }),
    ['data-loss ConfigMap/loki-grafana: keeps its dashboards, users and alerts in another database', ...RESTARTS],
  ],
  [
    'a database of Grafana whose password stands elsewhere',
    withDatabase('postgres://grafana:hunter2@db/grafana'),
    withDatabase('postgres://grafana:${DB_PASSWORD}@db/grafana'),
    RESTARTS,
  ],
  [
    'another database behind a URL',
    withDatabase('postgres://grafana:hunter2@db/grafana'),
    withDatabase('postgres://grafana:hunter2@db/boards'),
    ['data-loss ConfigMap/loki-grafana: keeps its dashboards, users and alerts in another database', ...RESTARTS],
  ],
])('%s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

test.each<[string, readonly Manifest[], readonly Manifest[]]>([
  ['a load balancer that is gone', service({ type: 'LoadBalancer' }), STACK],
  [
    'fewer addresses that are let in',
    service({ type: 'LoadBalancer' }),
    service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.0/24'] }),
  ],
  [
    'a host that is gone',
    [ingress({ rules: [host('a.example.com'), host('b.example.com')] })],
    [ingress({ rules: [host('a.example.com')] })],
  ],
  ['a policy that lets less pass', [policy([{ from: [{ podSelector: {} }] }])], [policy([])]],
  ['signing in', ini({ 'auth.anonymous': { enabled: true } }), ini({ 'auth.anonymous': { enabled: false } })],
])('%s exposes nothing', (_, before, after) => {
  expect(doneBy(before, after).filter((line) => line.startsWith('exposure'))).toEqual([]);
});
