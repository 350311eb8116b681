import fc from 'fast-check';
import { type Data, objectsIn, RELEASES, releaseText } from '../../../test/helm-releases';
import { liveText } from '../../../test/live-objects';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewManifests } from '../../review/review-manifests';
import type { JsonObject } from '../json';
import { asStored, claimTemplate, normalised, podSpec, volumeSpec } from './normal-form';

const OBJECTS = RELEASES.flatMap((file) => objectsIn(releaseText(file)));

test('what is in it is in it still when it is read again', () => {
  for (const object of OBJECTS) expect(normalised(normalised(object))).toEqual(normalised(object));
});

test('what an API server fills in makes no difference', () => {
  const isGiven = (object: Data) => object.kind === 'Service' && object.spec.clusterIP === undefined;
  const objects = OBJECTS.filter((object) => object.kind !== 'Secret' && !isGiven(object));
  const bare = ({ metadata, status: _, ...rest }: Data): Data => {
    const { name, namespace, labels } = metadata;
    return normalised({ ...rest, metadata: { name, namespace, labels } });
  };
  const live: Data[] = objectsIn(liveText(objects)).flatMap(({ items }) => items);
  const withoutVolume = ({ spec, ...rest }: Data): Data =>
    spec?.volumeName === undefined ? { spec, ...rest } : { ...rest, spec: { ...spec, volumeName: undefined } };
  for (const [index, object] of objects.entries()) expect(bare(withoutVolume(live[index]))).toEqual(bare(object));
});

const POD = {
  enableServiceLinks: true,
  preemptionPolicy: 'PreemptLowerPriority',
  serviceAccount: 'a',
  serviceAccountName: 'a',
  restartPolicy: 'Always',
  affinity: {},
  tolerations: [],
  nodeSelector: null,
  containers: [
    {
      name: 'a',
      image: 'grafana/loki:3.0.0',
      imagePullPolicy: 'IfNotPresent',
      resources: { requests: { cpu: '0.5', memory: '2048Mi' } },
      securityContext: {},
      livenessProbe: { httpGet: { path: '/', port: 80, scheme: 'HTTP' }, timeoutSeconds: 1 },
    },
  ],
};

test('of a pod only what says something is left, in one spelling', () => {
  expect(podSpec(POD)).toEqual({
    serviceAccountName: 'a',
    containers: [
      {
        name: 'a',
        image: 'docker.io/grafana/loki:3.0.0',
        resources: { requests: { cpu: '500m', memory: '2Gi' } },
        livenessProbe: { httpGet: { port: 80 } },
      },
    ],
  });
});

test('what says something stays', () => {
  const said = {
    enableServiceLinks: false,
    shareProcessNamespace: true,
    terminationGracePeriodSeconds: 0,
    containers: [{ name: 'a', image: 'r.example.com/a:1', imagePullPolicy: 'Always', stdin: true }],
    volumes: [{ name: 'a', emptyDir: {} }],
  };
  expect(podSpec(said)).toEqual(said);
});

test('volumes and claims in the same form', () => {
  expect(volumeSpec({ name: 'a', configMap: { name: 'b', defaultMode: 420, optional: false } })).toEqual({
    name: 'a',
    configMap: { name: 'b' },
  });
  expect(
    claimTemplate({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'a', creationTimestamp: null },
      spec: { volumeMode: 'Filesystem', resources: { requests: { storage: '1024Mi' } } },
      status: { phase: 'Bound' },
    }),
  ).toEqual({ metadata: { name: 'a' }, spec: { resources: { requests: { storage: '1Gi' } } } });
});

test('a Service without an address of its own keeps that', () => {
  const service = (spec: JsonObject) =>
    normalised({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec }).spec;
  expect(service({ clusterIP: 'None', clusterIPs: ['None'], ipFamilies: ['IPv4'], type: 'ClusterIP' })).toEqual({
    clusterIP: 'None',
  });
});

test("of somebody else's kinds everything stays", () => {
  const thing = {
    apiVersion: 'example.com/v1',
    kind: 'Service',
    metadata: { name: 'a' },
    spec: { type: 'ClusterIP', x: null, y: [] },
  };
  expect(normalised(thing)).toEqual(thing);
});

test('a role says the group of what it refers to', () => {
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' };
  const binding = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', metadata: { name: 'a' }, roleRef };
  expect(normalised(binding).roleRef).toEqual(roleRef);
});

test('as it is stored, an object is the same to a cluster, and no pod restarts by it', () => {
  expect(OBJECTS.length).toBeGreaterThan(100);
  for (const object of OBJECTS) {
    const stored = asStored(object);
    expect(normalised(stored)).toEqual(normalised(object));
    const { objects } = reviewManifests([object], [stored as unknown as Manifest]);
    const restarts = objects.filter(({ consequences }) => consequences.some(({ severity }) => severity === 'rollout'));
    expect(restarts).toEqual([]);
  }
});

test('any object has a form, and that is its own', () => {
  const object = fc.record(
    {
      apiVersion: fc.constantFrom('v1', 'apps/v1', 'x.y/v1'),
      kind: fc.constantFrom('Service', 'StatefulSet', 'PersistentVolumeClaim', 'constructor'),
      metadata: fc.jsonValue(),
      spec: fc.oneof(
        fc.jsonValue(),
        fc.record({ template: fc.record({ spec: fc.jsonValue() }), ports: fc.jsonValue() }),
      ),
    },
    { requiredKeys: ['apiVersion', 'kind'] },
  ) as fc.Arbitrary<JsonObject>;
  fc.assert(
    fc.property(object, (value) => {
      const once = normalised(value);
      expect(normalised(once)).toEqual(once);
    }),
  );
});
