import { doneBy, edited, expectLines, podEdited, STACK } from '../../../test/reviews';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewManifests } from '../review-manifests';

const object = (kind: string, fields: object, apiVersion = 'v1'): Manifest[] => [
  { apiVersion, kind, metadata: { name: 'a', namespace: 'loki' }, ...fields },
];

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
])('%s', (_, before, after, expected) => expectLines(doneBy(before, after), expected));

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
