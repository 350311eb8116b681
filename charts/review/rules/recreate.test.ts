import { doneBy, edited, expectLines, linesOf, podEdited, STACK } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewManifests } from '../review-manifests';

const object = (kind: string, fields: object, apiVersion = 'v1'): Manifest[] => [
  { apiVersion, kind, metadata: { name: 'a', namespace: 'loki' }, ...fields },
];

/** A value at the end of a way of keys. */
const nested = (way: readonly string[], value: unknown): object =>
  way.reduceRight<unknown>((part, key) => ({ [key]: part }), value) as object;

const REFUSED = 'the API server refuses to change';

test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
  [
    'the Service of a StatefulSet',
    STACK,
    edited('StatefulSet/loki', ({ spec }) => (spec.serviceName = 'loki')),
    [
      `recreate StatefulSet/loki: ${REFUSED} spec.serviceName: delete it without its pods and apply again; its pods go on meanwhile; its claims stay with their data`,
    ],
  ],
  [
    'the order in which a StatefulSet starts its pods',
    STACK,
    edited('StatefulSet/loki', ({ spec }) => (spec.podManagementPolicy = 'Parallel')),
    [`recreate StatefulSet/loki: ${REFUSED} spec.podManagementPolicy`],
  ],
  [
    'the selector of a StatefulSet',
    STACK,
    edited('StatefulSet/loki', ({ spec }) => {
      spec.selector.matchLabels.app = 'loki';
    }),
    [
      `recreate StatefulSet/loki: ${REFUSED} spec.selector.matchLabels.app: delete it and apply again; its pods end with it; its claims stay`,
    ],
  ],
  [
    'labels of claims, as of the release of a chart',
    STACK,
    edited('StatefulSet/loki', ({ spec }) => (spec.volumeClaimTemplates[0].metadata.labels = { chart: 'loki-2' })),
    [`recreate StatefulSet/loki: ${REFUSED} spec.volumeClaimTemplates[storage].metadata.labels.chart`],
  ],
  [
    'the class of claims',
    STACK,
    edited('StatefulSet/loki', ({ spec }) => (spec.volumeClaimTemplates[0].spec.storageClassName = 'gp3')),
    [
      `recreate StatefulSet/loki: ${REFUSED} spec.volumeClaimTemplates[storage].spec.storageClassName: delete it without its pods and apply again; its pods go on meanwhile; its claims stay with their data; claims that are there stay as they are`,
    ],
  ],
  [
    'the selector of a Deployment',
    STACK,
    edited('Deployment/loki-grafana', ({ spec }) => {
      spec.selector.matchLabels.release = 'b';
    }),
    [
      `recreate Deployment/loki-grafana: ${REFUSED} spec.selector.matchLabels.release: delete it and apply again; its pods end with it`,
    ],
  ],
  [
    'the selector of a DaemonSet',
    STACK,
    edited('DaemonSet/loki-promtail', ({ spec }) => {
      spec.selector.matchLabels.release = 'b';
    }),
    [`recreate DaemonSet/loki-promtail: ${REFUSED} spec.selector.matchLabels.release`],
  ],
  [
    'the template of a Job',
    object('Job', { spec: { template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } } }, 'batch/v1'),
    object('Job', { spec: { template: { spec: { containers: [{ name: 'a', image: 'a:2' }] } } } }, 'batch/v1'),
    [
      `recreate Job/a: ${REFUSED} spec.template.spec.containers[a].image: delete it and apply again; it runs once more`,
      'image Job/a: runs a:2 in place of a:1',
    ],
  ],
  [
    'a Service that gets an address',
    STACK,
    edited('Service/loki-headless', ({ spec }) => {
      delete spec.clusterIP;
    }),
    [`recreate Service/loki-headless: ${REFUSED} spec.clusterIP: delete it and apply again; nobody reaches it`],
  ],
  [
    'a Service that gets none any more',
    STACK,
    edited('Service/loki', ({ spec }) => (spec.clusterIP = 'None')),
    [`recreate Service/loki: ${REFUSED} spec.clusterIP`],
  ],
  [
    'the role of a binding',
    STACK,
    edited('ClusterRoleBinding/loki-promtail', ({ roleRef }) => (roleRef.name = 'view')),
    [
      `recreate ClusterRoleBinding/loki-promtail: ${REFUSED} roleRef.name: delete it and apply again; its subjects have no rights`,
      'rights ClusterRoleBinding/loki-promtail: lets ServiceAccount loki/loki-promtail do what ClusterRole/view allows in every namespace',
    ],
  ],
  [
    'how a StorageClass makes volumes',
    object('StorageClass', { provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp2' } }, 'storage.k8s.io/v1'),
    object('StorageClass', { provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3' } }, 'storage.k8s.io/v1'),
    [`recreate StorageClass/a: ${REFUSED} parameters.type: delete it and apply again; volumes that are there stay`],
  ],
  [
    'data of an immutable ConfigMap',
    object('ConfigMap', { immutable: true, data: { a: '1' } }),
    object('ConfigMap', { immutable: true, data: { a: '2' } }),
    [`recreate ConfigMap/a: ${REFUSED} data.a: delete it and apply again; pods that start in between wait for it`],
  ],
  [
    'no more than the spelling of an immutable ConfigMap',
    object('ConfigMap', { immutable: true, data: { 'a.yaml': 'a: 1\n' } }),
    object('ConfigMap', { immutable: true, data: { 'a.yaml': 'a:  1\n' } }),
    [`recreate ConfigMap/a: ${REFUSED} data["a.yaml"]`],
  ],
  [
    'data of an immutable Secret',
    object('Secret', { immutable: true, stringData: { a: '1' } }),
    object('Secret', { immutable: true, stringData: { a: '2' } }),
    [`recreate Secret/a: ${REFUSED} data.a`],
  ],
  [
    'the type of a Secret',
    object('Secret', { type: 'Opaque' }),
    object('Secret', { type: 'kubernetes.io/tls' }),
    [`recreate Secret/a: ${REFUSED} type`],
  ],
  [
    'the value of a priority',
    object('PriorityClass', { value: 1000 }, 'scheduling.k8s.io/v1'),
    object('PriorityClass', { value: 2000 }, 'scheduling.k8s.io/v1'),
    [`recreate PriorityClass/a: ${REFUSED} value: delete it and apply again; pods that run keep`],
  ],
  [
    'the controller of an IngressClass',
    object('IngressClass', { spec: { controller: 'example.com/a' } }, 'networking.k8s.io/v1'),
    object('IngressClass', { spec: { controller: 'example.com/b' } }, 'networking.k8s.io/v1'),
    [`recreate IngressClass/a: ${REFUSED} spec.controller`],
  ],
  [
    'what a pod without a controller runs with',
    object('Pod', { spec: { nodeName: 'a', containers: [{ name: 'a', image: 'a:1' }] } }),
    object('Pod', { spec: { nodeName: 'b', containers: [{ name: 'a', image: 'a:1' }] } }),
    [`recreate Pod/a: ${REFUSED} spec.nodeName: delete it and apply again; what it runs ends`],
  ],
  ...(
    [
      [
        'the selector of a ReplicaSet',
        'ReplicaSet',
        'apps/v1',
        ['spec', 'selector', 'matchLabels', 'app'],
        'its pods end with it',
      ],
      ['the runs of a Job', 'Job', 'batch/v1', ['spec', 'completions'], 'it runs once more'],
      ['the selector of a Job', 'Job', 'batch/v1', ['spec', 'selector', 'matchLabels', 'app'], 'it runs once more'],
      ['when a Job has succeeded', 'Job', 'batch/v1', ['spec', 'successPolicy', 'rules'], 'it runs once more'],
      ['who runs a Job', 'Job', 'batch/v1', ['spec', 'managedBy'], 'it runs once more'],
      ['the address of a Service', 'Service', 'v1', ['spec', 'clusterIP'], 'nobody reaches it in between'],
      ['the class of a load balancer', 'Service', 'v1', ['spec', 'loadBalancerClass'], 'nobody reaches it in between'],
      [
        'the port of health checks of a Service',
        'Service',
        'v1',
        ['spec', 'healthCheckNodePort'],
        'nobody reaches it in between',
      ],
      [
        'the role of a RoleBinding',
        'RoleBinding',
        'rbac.authorization.k8s.io/v1',
        ['roleRef', 'kind'],
        'its subjects have no rights',
      ],
      [
        'the disk of a volume',
        'PersistentVolume',
        'v1',
        ['spec', 'csi', 'volumeHandle'],
        'the claim that is bound to it is lost until it is bound again; the disk behind it stays',
      ],
      [
        'the nodes of a volume',
        'PersistentVolume',
        'v1',
        ['spec', 'nodeAffinity', 'required'],
        'the claim that is bound to it is lost',
      ],
      [
        'the mode of a volume',
        'PersistentVolume',
        'v1',
        ['spec', 'volumeMode'],
        'the claim that is bound to it is lost',
      ],
      [
        'who makes volumes of a StorageClass',
        'StorageClass',
        'storage.k8s.io/v1',
        ['provisioner'],
        'volumes that are there stay',
      ],
      [
        'what becomes of volumes of a StorageClass',
        'StorageClass',
        'storage.k8s.io/v1',
        ['reclaimPolicy'],
        'volumes that are there stay',
      ],
      [
        'when a StorageClass makes volumes',
        'StorageClass',
        'storage.k8s.io/v1',
        ['volumeBindingMode'],
        'volumes that are there stay',
      ],
      [
        'what a VolumeAttributesClass sets',
        'VolumeAttributesClass',
        'storage.k8s.io/v1',
        ['parameters', 'iops'],
        'volumes that are there stay',
      ],
      [
        'whether a driver attaches',
        'CSIDriver',
        'storage.k8s.io/v1',
        ['spec', 'attachRequired'],
        'volumes that are mounted stay so',
      ],
      [
        'the volumes of a driver',
        'CSIDriver',
        'storage.k8s.io/v1',
        ['spec', 'volumeLifecycleModes'],
        'volumes that are mounted stay so',
      ],
      [
        'the handler of a RuntimeClass',
        'RuntimeClass',
        'node.k8s.io/v1',
        ['handler'],
        'pods of it cannot start in between',
      ],
      [
        'whether a priority pushes others away',
        'PriorityClass',
        'scheduling.k8s.io/v1',
        ['preemptionPolicy'],
        'pods that run keep the priority',
      ],
      [
        'the scope of a kind',
        'CustomResourceDefinition',
        'apiextensions.k8s.io/v1',
        ['spec', 'scope'],
        'every object of that kind is deleted with it',
      ],
      [
        'the controller of a GatewayClass',
        'GatewayClass',
        'gateway.networking.k8s.io/v1',
        ['spec', 'controllerName'],
        'its Gateways are served by nobody',
      ],
    ] as const
  ).map(
    ([what, kind, apiVersion, way, effect]): [string, readonly Manifest[], readonly Manifest[], readonly string[]] => [
      what,
      object(kind, nested(way, 'a'), apiVersion),
      object(kind, nested(way, 'b'), apiVersion),
      [`recreate ${kind}/a: ${REFUSED} ${way.join('.')}: delete it and apply again; ${effect}`],
    ],
  ),
])('%s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

test.each<[string, object, object, string, string]>([
  [
    'runs of an indexed Job that may all run at once',
    { spec: { completionMode: 'Indexed', completions: 2, parallelism: 2 } },
    { spec: { completionMode: 'Indexed', completions: 3, parallelism: 3 } },
    'Job',
    'batch/v1',
  ],
  [
    'how many pods of a Job run at once, and for how long',
    { spec: { parallelism: 1 } },
    { spec: { parallelism: 2, backoffLimit: 1, activeDeadlineSeconds: 9, ttlSecondsAfterFinished: 1 } },
    'Job',
    'batch/v1',
  ],
  [
    'the class of an Ingress',
    { spec: { ingressClassName: 'a' } },
    { spec: { ingressClassName: 'b' } },
    'Ingress',
    'networking.k8s.io/v1',
  ],
  [
    'parameters of an IngressClass',
    { spec: { controller: 'a' } },
    { spec: { controller: 'a', parameters: { name: 'b' } } },
    'IngressClass',
    'networking.k8s.io/v1',
  ],
  [
    'claims of a StorageClass that may grow',
    { provisioner: 'a' },
    { provisioner: 'a', allowVolumeExpansion: true, mountOptions: ['a'] },
    'StorageClass',
    'storage.k8s.io/v1',
  ],
  [
    'what becomes of the disk of a volume',
    { spec: { persistentVolumeReclaimPolicy: 'Delete' } },
    { spec: { persistentVolumeReclaimPolicy: 'Retain' } },
    'PersistentVolume',
    'v1',
  ],
  [
    'the size of a volume',
    { spec: { capacity: { storage: '1Gi' } } },
    { spec: { capacity: { storage: '2Gi' } } },
    'PersistentVolume',
    'v1',
  ],
  [
    'who of a binding',
    { roleRef: { kind: 'Role', name: 'a' }, subjects: [] },
    { roleRef: { kind: 'Role', name: 'a' }, subjects: [{ kind: 'User', name: 'a' }] },
    'RoleBinding',
    'rbac.authorization.k8s.io/v1',
  ],
  [
    'a default priority',
    { value: 1 },
    { value: 1, globalDefault: true, description: 'a' },
    'PriorityClass',
    'scheduling.k8s.io/v1',
  ],
  [
    'whether a driver wants to know of pods',
    { spec: { podInfoOnMount: true } },
    { spec: { podInfoOnMount: false, storageCapacity: true } },
    'CSIDriver',
    'storage.k8s.io/v1',
  ],
  [
    'the cost of a RuntimeClass',
    { handler: 'a' },
    { handler: 'a', overhead: { podFixed: { cpu: '1' } } },
    'RuntimeClass',
    'node.k8s.io/v1',
  ],
  [
    'a ConfigMap that becomes immutable',
    { data: { a: '1' } },
    { data: { a: '2' }, immutable: true },
    'ConfigMap',
    'v1',
  ],
  [
    'the schedule of a CronJob, and what it runs',
    { spec: { schedule: '@daily', jobTemplate: { spec: { completions: 1 } } } },
    { spec: { schedule: '@hourly', jobTemplate: { spec: { completions: 2 } } } },
    'CronJob',
    'batch/v1',
  ],
])('%s may be changed as it is', (_, before, after, kind, apiVersion) => {
  const review = reviewManifests(object(kind, before, apiVersion), object(kind, after, apiVersion));
  expect(review.counts.changed).toBe(1);
  expect(linesOf(review).filter((line) => line.startsWith('recreate'))).toEqual([]);
});

test.each<[string, readonly Manifest[], string]>([
  [
    'a StatefulSet without its pods',
    edited('StatefulSet/loki', ({ spec }) => (spec.serviceName = 'loki')),
    'kubectl delete statefulset loki --namespace loki --cascade=orphan',
  ],
  [
    'what stands in no namespace',
    edited('ClusterRoleBinding/loki-promtail', ({ roleRef }) => (roleRef.name = 'view')),
    'kubectl delete clusterrolebinding loki-promtail',
  ],
  [
    'a StatefulSet with its pods, which its new selector would not find',
    edited('StatefulSet/loki', ({ spec }) => (spec.selector.matchLabels.app = 'loki')),
    'kubectl delete statefulset loki --namespace loki',
  ],
  [
    'a Deployment',
    edited('Deployment/loki-grafana', ({ spec }) => (spec.selector.matchLabels.app = 'a')),
    'kubectl delete deployment loki-grafana --namespace loki',
  ],
])('the command deletes %s', (_, after, command) => {
  const consequences = reviewManifests(STACK, after).objects.flatMap((object) => object.consequences);
  expect(consequences.find(({ severity }) => severity === 'recreate')?.commands).toEqual([command]);
});

test('a name that a shell would take apart stands in quotes', () => {
  const [secret] = object('Secret', { type: 'a' });
  const named = { ...secret, metadata: { name: "a'; rm -rf ~", namespace: 'b c' } } as Manifest;
  const consequences = reviewManifests([named], [{ ...named, type: 'b' }]).objects.flatMap((one) => one.consequences);
  expect(consequences[0]?.commands).toEqual([`kubectl delete secret 'a'\\''; rm -rf ~' --namespace 'b c'`]);
});

test('what a StatefulSet may change is no reason to make it again', () => {
  const after = edited(
    'StatefulSet/loki',
    ({ spec }) =>
      Object.assign(spec, { replicas: 2, minReadySeconds: 5, revisionHistoryLimit: 3, ordinals: { start: 1 } }),
    podEdited('StatefulSet/loki', (pod) => (pod.priorityClassName = 'high')),
  );
  expect(doneBy(STACK, after).filter((line) => line.startsWith('recreate'))).toEqual([]);
});
