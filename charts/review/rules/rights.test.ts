import { doneBy, edited, expectLines, podEdited, STACK, without } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';

const LOKI = 'StatefulSet/loki';
const restarts = (reason: string) =>
  `rollout ${LOKI}: restarts its only pod: it is away until its successor is ready (${reason})`;

/** The stack with the security context of Loki's container edited. */
// biome-ignore lint/suspicious/noExplicitAny: edits reach into objects of every kind.
const secured = (edit: (context: any) => void): Manifest[] =>
  podEdited(LOKI, ({ containers: [loki] }) => edit(loki.securityContext));

const role = (rules: readonly object[], kind = 'Role'): Manifest => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: { name: 'a', namespace: 'loki' },
  rules,
});
const PODS = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] };

const binding = (kind: string, ...names: readonly string[]): Manifest => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: { name: 'a', ...(kind === 'RoleBinding' ? { namespace: 'loki' } : {}) },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'loki-promtail' },
  subjects: names.map((name) => ({ kind: 'ServiceAccount', name, namespace: 'loki' })),
});

test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
  [
    'the network of the node',
    STACK,
    podEdited(LOKI, (pod) => (pod.hostNetwork = true)),
    [`rights ${LOKI}: its pods may now use the network of their node`, restarts('hostNetwork')],
  ],
  [
    'the processes of the node',
    STACK,
    podEdited(LOKI, (pod) => (pod.hostPID = true)),
    [`rights ${LOKI}: its pods may now see every process of their node`, restarts('hostPID')],
  ],
  [
    'a folder of the node',
    STACK,
    podEdited(LOKI, (pod) => {
      pod.volumes.push({ name: 'node', hostPath: { path: '/etc' } });
      pod.containers[0].volumeMounts.push({ name: 'node', mountPath: '/node', readOnly: true });
    }),
    [`rights ${LOKI}: its pods may now read /etc of their node`, restarts('volumes')],
  ],
  [
    'a folder of the node that was only read',
    STACK,
    podEdited('DaemonSet/loki-promtail', ({ containers: [promtail] }) => {
      delete promtail.volumeMounts.find(({ name }: { name: string }) => name === 'pods').readOnly;
    }),
    [
      'rights DaemonSet/loki-promtail: its pods may now write /var/log/pods of their node',
      'rollout DaemonSet/loki-promtail: restarts its pod on every node, on 1 node at a time (volumes)',
    ],
  ],
  [
    'everything',
    STACK,
    secured((context) => (context.privileged = true)),
    [`rights ${LOKI}: its pods may now do everything that their node's root may (loki)`, restarts('securityContext')],
  ],
  [
    'a capability',
    STACK,
    secured((context) => (context.capabilities.add = ['NET_ADMIN'])),
    [`rights ${LOKI}: its pods may now use NET_ADMIN (loki)`, restarts('securityContext')],
  ],
  [
    'capabilities that were dropped',
    STACK,
    secured((context) => {
      delete context.capabilities;
    }),
    [`rights ${LOKI}: its pods may now keep the usual capabilities (loki)`, restarts('securityContext')],
  ],
  [
    'more rights than they start with',
    STACK,
    secured((context) => {
      delete context.allowPrivilegeEscalation;
    }),
    [`rights ${LOKI}: its pods may now gain more rights than they start with (loki)`, restarts('securityContext')],
  ],
  [
    'the root file system',
    STACK,
    secured((context) => (context.readOnlyRootFilesystem = false)),
    [`rights ${LOKI}: its pods may now write to the root file system (loki)`, restarts('securityContext')],
  ],
  [
    'root',
    STACK,
    podEdited(LOKI, ({ securityContext }) => Object.assign(securityContext, { runAsUser: 0, runAsNonRoot: false })),
    [`rights ${LOKI}: its pods may now run as root (loki)`, restarts('securityContext')],
  ],
  [
    'any user that the image says',
    STACK,
    podEdited(LOKI, ({ securityContext }) => {
      delete securityContext.runAsUser;
      delete securityContext.runAsNonRoot;
    }),
    [`rights ${LOKI}: its pods may now run as root if the image says so (loki)`, restarts('securityContext')],
  ],
  [
    'what AppArmor keeps others from',
    STACK,
    secured((context) => (context.appArmorProfile = { type: 'Unconfined' })),
    [`rights ${LOKI}: its pods may now do what AppArmor keeps others from (loki)`, restarts('securityContext')],
  ],
  [
    'all of /proc',
    STACK,
    secured((context) => (context.procMount = 'Unmasked')),
    [`rights ${LOKI}: its pods may now see and change all of /proc (loki)`, restarts('securityContext')],
  ],
  [
    'a process of a node of Windows',
    STACK,
    secured((context) => (context.windowsOptions = { hostProcess: true })),
    [`rights ${LOKI}: its pods may now run as a process of their node (loki)`, restarts('securityContext')],
  ],
  [
    'a setting of the kernel',
    STACK,
    podEdited(LOKI, (pod) => {
      pod.securityContext.sysctls = [{ name: 'kernel.msgmax', value: '65536' }];
    }),
    [`rights ${LOKI}: its pods may now set kernel.msgmax of the kernel`, restarts('securityContext')],
  ],
  [
    'any system call',
    STACK,
    podEdited(LOKI, ({ securityContext }) => {
      delete securityContext.seccompProfile;
    }),
    [`rights ${LOKI}: its pods may now make any system call (loki)`, restarts('securityContext')],
  ],
  [
    'a port of the node',
    STACK,
    podEdited(LOKI, ({ containers: [loki] }) => (loki.ports[0].hostPort = 3100)),
    [`rights ${LOKI}: its pods may now listen on port 3100 of their node`, restarts('ports')],
  ],
  [
    'the token of their ServiceAccount',
    STACK,
    podEdited(LOKI, (pod) => (pod.automountServiceAccountToken = true)),
    [
      `rights ${LOKI}: its pods may now get the token of their ServiceAccount`,
      restarts('automountServiceAccountToken'),
    ],
  ],
  [
    'a token that a ServiceAccount gives again',
    STACK,
    edited('ServiceAccount/loki', (account) => {
      delete account.automountServiceAccountToken;
    }),
    ['rights ServiceAccount/loki: its pods get its token, unless they say otherwise'],
  ],
  [
    'another ServiceAccount',
    STACK,
    podEdited(LOKI, (pod) => (pod.serviceAccountName = 'loki-promtail')),
    [
      `rights ${LOKI}: its pods act as ServiceAccount/loki-promtail in place of ServiceAccount/loki, with the rights of that`,
      restarts('serviceAccountName'),
    ],
  ],
  [
    'a role in the cloud',
    STACK,
    edited('ServiceAccount/loki', ({ metadata }) => {
      metadata.annotations = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/admin' };
    }),
    [
      'rights ServiceAccount/loki: its pods act in the cloud as arn:aws:iam::111122223333:role/admin, with the rights of that',
    ],
  ],
  [
    'a laxer namespace',
    edited('Namespace/loki', ({ metadata }) => (metadata.labels['pod-security.kubernetes.io/enforce'] = 'restricted')),
    STACK,
    ['rights Namespace/loki: lets its pods do more: Pod Security level restricted → privileged'],
  ],
  [
    'a namespace that says nothing any more',
    [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'a', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } },
      },
    ],
    [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }],
    ['rights Namespace/a: lets its pods do more: Pod Security level baseline → privileged'],
  ],
  [
    'a stricter namespace, which refuses what is in it',
    STACK,
    edited('Namespace/loki', ({ metadata }) => (metadata.labels['pod-security.kubernetes.io/enforce'] = 'baseline')),
    [
      'rollout Namespace/loki: refuses the pods of DaemonSet/loki-promtail when they start next: level baseline forbids what they do',
    ],
  ],
  [
    'a verb',
    STACK,
    edited('ClusterRole/loki-promtail', ({ rules: [pods] }) => pods.verbs.push('delete')),
    ['rights ClusterRole/loki-promtail: allows more: delete pods'],
  ],
  [
    'a resource',
    [role([PODS])],
    [role([{ ...PODS, resources: ['pods', 'secrets'] }])],
    ['rights Role/a: allows more: get, list secrets'],
  ],
  [
    'any name in place of one',
    STACK,
    edited('Role/loki-grafana-admin-secret', ({ rules: [secrets] }) => {
      delete secrets.resourceNames;
    }),
    ['rights Role/loki-grafana-admin-secret: allows more: get, patch secrets'],
  ],
  [
    'less, or the same in other words',
    [role([PODS, { ...PODS, verbs: ['watch'] }])],
    [role([{ ...PODS, verbs: ['list', 'get'] }])],
    [],
  ],
  [
    'what a wildcard allowed before',
    [role([{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }])],
    [role([PODS])],
    [],
  ],
  [
    'the same in every namespace',
    [...STACK, binding('RoleBinding', 'loki')],
    [...STACK, binding('ClusterRoleBinding', 'loki')],
    ['rights ClusterRoleBinding/a: lets ServiceAccount loki/loki get, list, watch pods in every namespace'],
  ],
  [
    'somebody else',
    [...STACK, binding('RoleBinding', 'loki')],
    [...STACK, binding('RoleBinding', 'loki', 'other')],
    ['rights RoleBinding/a: lets ServiceAccount loki/other get, list, watch pods in namespace loki'],
  ],
  [
    'a new workload what no ordinary one may',
    without('DaemonSet/loki-promtail'),
    STACK,
    [
      'rights DaemonSet/loki-promtail: its pods may write /run/promtail of their node, read /var/log/pods of their node, read /var/lib/docker/containers of their node and run as root (promtail)',
      'cost DaemonSet/loki-promtail: asks for +50m CPU, +64Mi memory on every node',
    ],
  ],
])('a change may allow %s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

test('a ServiceAccount that is gone while pods act as it keeps them from starting', () => {
  expect(doneBy(STACK, without('ServiceAccount/loki'))).toEqual([
    'rollout ServiceAccount/loki: is gone, and StatefulSet/loki still acts as it: no pod of it starts any more',
  ]);
  expect(
    doneBy(STACK, without('ServiceAccount/loki', without(LOKI))).filter((line) => line.includes('acts as')),
  ).toEqual([]);
});
