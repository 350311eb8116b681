import { doneBy, edited, expectLines, podEdited, STACK, stack, without } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewManifests } from '../review-manifests';

const claim = (spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'grafana', namespace: 'loki' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, ...spec },
});

const named = (name: string): Manifest => ({ ...claim(), metadata: { name, namespace: 'loki' } });

/** As `kubectl get` prints it. */
const asRead = ({ metadata, ...rest }: Manifest): Manifest =>
  ({ ...rest, metadata: { ...metadata, uid: '1' }, status: { phase: 'Bound' } }) as Manifest;

const storage = (size: string) => ({ resources: { requests: { storage: size } } });

const volume = (policy: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'disk' },
  spec: { persistentVolumeReclaimPolicy: policy, capacity: { storage: '10Gi' } },
});

const retaining = (policy: object, replicas = 1) =>
  edited('StatefulSet/loki', ({ spec }) => {
    Object.assign(spec.persistentVolumeClaimRetentionPolicy, policy);
    spec.replicas = replicas;
  });

/** Pods that are counted from 5. */
const counted = (replicas: number) =>
  edited(
    'StatefulSet/loki',
    ({ spec }) => (spec.ordinals = { start: 5 }),
    retaining({ whenScaled: 'Delete' }, replicas),
  );

test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
  [
    'a StatefulSet that is gone, with claims that stay',
    STACK,
    without('StatefulSet/loki'),
    [
      'data-loss StatefulSet/loki: is gone, and nothing reads its claims any more, which stay with their data: storage-loki-0',
      'rollout StatefulSet/loki: is gone: its only pod ends',
      'cost StatefulSet/loki: asks for -100m CPU, -256Mi memory, -10Gi of claims',
    ],
  ],
  [
    'a StatefulSet that is gone, with claims that go with it',
    retaining({ whenDeleted: 'Delete' }, 2),
    without('StatefulSet/loki'),
    [
      'data-loss StatefulSet/loki: is gone, and its claims are deleted with it: storage-loki-0 and storage-loki-1',
      'rollout StatefulSet/loki: is gone: its 2 pods end',
      'cost StatefulSet/loki: asks for -200m CPU, -512Mi memory, -20Gi of claims',
    ],
  ],
  [
    'claims that are to be deleted with their StatefulSet',
    STACK,
    retaining({ whenDeleted: 'Delete' }),
    ['data-loss StatefulSet/loki: deletes its claims with their data as soon as the StatefulSet is deleted'],
  ],
  [
    'claims that are to be deleted when there are fewer pods',
    STACK,
    retaining({ whenScaled: 'Delete' }),
    ['data-loss StatefulSet/loki: deletes its claims with their data as soon as it is scaled down'],
  ],
  ['claims that are to stay', retaining({ whenDeleted: 'Delete', whenScaled: 'Delete' }), STACK, []],
  [
    'fewer pods, with claims that stay',
    retaining({}, 3),
    retaining({}, 1),
    [
      'rollout StatefulSet/loki: ends 2 pods of 3',
      'cost StatefulSet/loki: asks for -200m CPU, -512Mi memory, -20Gi of claims, as it has 1 pod in place of 3',
    ],
  ],
  [
    'fewer pods, that are not counted from 0',
    counted(3),
    counted(2),
    [
      'data-loss StatefulSet/loki: deletes the claims of 1 pod with their data: storage-loki-7',
      'rollout StatefulSet/loki: ends 1 pod of 3',
      'cost StatefulSet/loki: asks for',
    ],
  ],
  [
    'a StatefulSet by another name',
    STACK,
    edited('StatefulSet/loki', ({ metadata }) => (metadata.name = 'logs')),
    [
      'data-loss StatefulSet/loki: is gone, and nothing reads its claims any more, which stay with their data: storage-loki-0',
      'rollout StatefulSet/loki: is gone: its only pod ends',
      'cost StatefulSet/loki: asks for -100m CPU, -256Mi memory, -10Gi of claims',
      'cost StatefulSet/logs: asks for +100m CPU, +256Mi memory, +10Gi of claims',
    ],
  ],
  [
    'another claim of a Deployment',
    stack({ grafana: { persistence: { size: '1Gi' } } }),
    podEdited(
      'Deployment/loki-grafana',
      ({ volumes }) => {
        for (const { persistentVolumeClaim } of volumes) {
          if (persistentVolumeClaim !== undefined) persistentVolumeClaim.claimName = 'other';
        }
      },
      stack({ grafana: { persistence: { size: '1Gi' } } }),
    ),
    [
      'data-loss Deployment/loki-grafana: has claim "other" at /var/lib/grafana in place of claim "loki-grafana": it starts without what is there',
      'rollout Deployment/loki-grafana: restarts its only pod',
    ],
  ],
  [
    'fewer pods, with claims that end with them',
    retaining({ whenScaled: 'Delete' }, 3),
    retaining({ whenScaled: 'Delete' }, 1),
    [
      'data-loss StatefulSet/loki: deletes the claims of 2 pods with their data: storage-loki-1 and storage-loki-2',
      'rollout StatefulSet/loki: ends 2 pods of 3',
      'cost StatefulSet/loki: asks for -200m CPU, -512Mi memory, -20Gi of claims, as it has 1 pod in place of 3',
    ],
  ],
  [
    'a template of smaller claims',
    STACK,
    stack({ loki: { persistence: { type: 'claim', size: '5Gi' } } }),
    [
      'data-loss StatefulSet/loki: asks for smaller claims (10Gi → 5Gi), and no claim shrinks',
      'recreate StatefulSet/loki: the API server refuses to change spec.volumeClaimTemplates[storage].spec.resources.requests.storage',
      'cost StatefulSet/loki: asks for -5Gi of claims',
    ],
  ],
  [
    'a disk in place of nothing that lasts',
    STACK,
    stack({ loki: { persistence: { type: 'ephemeral' } } }),
    [
      'data-loss StatefulSet/loki: has an emptyDir, gone with each pod, at /var/loki in place of claims "storage"',
      'recreate StatefulSet/loki: the API server refuses to change spec.volumeClaimTemplates[storage]',
      'rollout StatefulSet/loki: restarts its only pod: it is away until its successor is ready (volumes)',
      'cost StatefulSet/loki: asks for -10Gi of claims',
    ],
  ],
  [
    'a smaller claim',
    [claim()],
    [claim(storage('5Gi'))],
    [
      'data-loss PersistentVolumeClaim/grafana: asks for less than it has (10Gi → 5Gi)',
      'recreate PersistentVolumeClaim/grafana: the API server refuses to change spec.resources.requests.storage',
      'cost PersistentVolumeClaim/grafana: asks for -5Gi of claims',
    ],
  ],
  [
    'a larger claim',
    [claim()],
    [claim(storage('20Gi'))],
    ['cost PersistentVolumeClaim/grafana: asks for +10Gi of claims'],
  ],
  [
    'a claim of another class',
    [claim({ storageClassName: 'gp2' })],
    [claim({ storageClassName: 'gp3' })],
    [
      'data-loss PersistentVolumeClaim/grafana: can only be had so by another claim, which starts empty',
      'recreate PersistentVolumeClaim/grafana: the API server refuses to change spec.storageClassName: copy the data of grafana first',
    ],
  ],
  [
    'a claim that is gone',
    [claim()],
    [],
    [
      'data-loss PersistentVolumeClaim/grafana: is gone: its volume is deleted with it unless its reclaim policy is Retain',
      'cost PersistentVolumeClaim/grafana: asks for -10Gi of claims',
    ],
  ],
  [
    'a claim that a StatefulSet has made, as read from a cluster: it is in no file, and stays',
    [...STACK, asRead(named('storage-loki-0'))],
    STACK,
    [],
  ],
  [
    'a claim of such a name that stood in a file',
    [...STACK, named('storage-loki-0')],
    STACK,
    [
      'data-loss PersistentVolumeClaim/storage-loki-0: is gone: its volume is deleted with it',
      'cost PersistentVolumeClaim/storage-loki-0: asks for -10Gi of claims',
    ],
  ],
  [
    'a claim read from a cluster that no StatefulSet has made',
    [...STACK, asRead(named('storage-loki-a'))],
    STACK,
    [
      'data-loss PersistentVolumeClaim/storage-loki-a: is gone: its volume is deleted with it',
      'cost PersistentVolumeClaim/storage-loki-a: asks for -10Gi of claims',
    ],
  ],
  [
    'a namespace that is gone',
    STACK,
    without('Namespace/loki'),
    ['data-loss Namespace/loki: is gone: everything in it is deleted with it, claims and their data too'],
  ],
  [
    'a volume that is deleted with its claim from now on',
    [volume('Retain')],
    [volume('Delete')],
    ['data-loss PersistentVolume/disk: is deleted with its data as soon as its claim is'],
  ],
  [
    'a volume that is gone',
    [volume('Retain')],
    [],
    ['data-loss PersistentVolume/disk: is gone: the disk behind it stays, and nothing refers to it any more'],
  ],
  [
    'a kind that is gone with all of its objects',
    [
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'grafanas.example.com' },
      },
    ],
    [],
    ['data-loss CustomResourceDefinition/grafanas.example.com: is gone: every object of that kind is deleted with it'],
  ],
])('%s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

/** The commands of the consequences of a severity. */
const commandsFor = (severity: string, before: readonly Manifest[], after: readonly Manifest[]) =>
  reviewManifests(before, after).objects.flatMap(({ consequences }) =>
    consequences.flatMap((consequence) => (consequence.severity === severity ? (consequence.commands ?? []) : [])),
  );

test('larger claims of a StatefulSet grow one by one once it is made again', () => {
  const before = edited('StatefulSet/loki', ({ spec }) => (spec.replicas = 2));
  const after = edited('StatefulSet/loki', ({ spec }) => {
    spec.replicas = 2;
    spec.volumeClaimTemplates[0].spec.resources.requests.storage = '20Gi';
  });
  const patch = `--namespace loki --patch '{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}'`;
  expect(commandsFor('recreate', before, after)).toEqual([
    'kubectl delete statefulset loki --namespace loki --cascade=orphan',
    `kubectl patch pvc storage-loki-0 ${patch}`,
    `kubectl patch pvc storage-loki-1 ${patch}`,
  ]);
});

test('whatever is gone has a command that deletes it, as kubectl apply does not', () => {
  expect(commandsFor('none', STACK, without('ServiceAccount/loki-grafana', without('Namespace/loki')))).toEqual([
    'kubectl delete namespace loki',
    'kubectl delete serviceaccount loki-grafana --namespace loki',
  ]);
});

test('but for what pods still read', () => {
  expect(commandsFor('none', STACK, without('ConfigMap/loki-grafana'))).toEqual([]);
  const withoutBoth = without('ConfigMap/loki-grafana', without('Deployment/loki-grafana'));
  expect(commandsFor('none', STACK, withoutBoth)).toContain('kubectl delete configmap loki-grafana --namespace loki');
});
