import fc from 'fast-check';
import { reversedKeys } from '../../../test/reversed-keys';
import type { JsonObject } from '../json';
import { apiGroupOf, isMadeByAnother, placeOf, placeOfManifest, releaseObject } from './release-object';

const given = (metadata: JsonObject, rest: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a', ...metadata },
  ...rest,
});

test.each<[string, JsonObject]>([
  ['no apiVersion', { kind: 'Service', metadata: { name: 'a' } }],
  ['no kind', { apiVersion: 'v1', metadata: { name: 'a' } }],
  ['no metadata', { apiVersion: 'v1', kind: 'Service' }],
  ['metadata that is a list', { apiVersion: 'v1', kind: 'Service', metadata: ['a'] }],
  ['no name', { apiVersion: 'v1', kind: 'Service', metadata: {} }],
  ['an empty name', { apiVersion: 'v1', kind: 'Service', metadata: { name: '' } }],
  ['a name that is a number', { apiVersion: 'v1', kind: 'Service', metadata: { name: 1 } }],
])('what has %s is no object', (_, manifest) => expect(releaseObject(manifest)).toBeUndefined());

test('what the API server and tools keep for themselves is no part of it', () => {
  const object = releaseObject(
    given(
      {
        uid: '1',
        resourceVersion: '2',
        generation: 3,
        creationTimestamp: 'now',
        managedFields: [],
        finalizers: ['a/b'],
        labels: { app: 'a', number: 1 },
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{"data":{"password":"x"}}',
          'meta.helm.sh/release-name': 'a',
          'deployment.kubernetes.io/revision': '3',
          'example.com/kept': true,
        },
      },
      { status: { phase: 'Bound' }, spec: {} },
    ),
  );
  expect(object?.isLive).toBe(true);
  expect(object?.manifest).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'a',
      finalizers: ['a/b'],
      labels: { app: 'a', number: '1' },
      annotations: { 'example.com/kept': 'true' },
    },
    spec: {},
  });
  expect(releaseObject(given({}))?.isLive).toBe(false);
});

test('an object is read alike in whatever order it was written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (spec) => {
      const manifest = given({ namespace: 'b' }, { spec: spec as JsonObject });
      const [one, other] = [releaseObject(manifest), releaseObject(reversedKeys(manifest) as JsonObject)];
      expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      expect(one?.manifest.spec).toEqual(spec);
    }),
  );
});

test('objects are told apart by namespace', () => {
  expect(placeOf({ kind: 'Service', name: 'a', namespace: 'b' })).toBe('Service/a in b');
  expect(placeOf({ kind: 'ClusterRole', name: 'a' })).toBe('ClusterRole/a');
  expect(placeOfManifest({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', namespace: 'b' } })).toBe(
    'Service/a in b',
  );
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'a', namespace: 'b' },
  };
  expect(placeOfManifest(role)).toBe('ClusterRole/a');
  expect([apiGroupOf({ apiVersion: 'v1' }), apiGroupOf({ apiVersion: 'apps/v1' })]).toEqual(['', 'apps']);
});

test.each<[JsonObject, boolean]>([
  [given({}), false],
  [given({ ownerReferences: [{ kind: 'StatefulSet' }] }), true],
  [{ ...given({}), kind: 'EndpointSlice' }, true],
  [{ ...given({}), kind: 'ControllerRevision' }, true],
])('%j is made by another: %s', (manifest, is) => expect(isMadeByAnother(manifest)).toBe(is));
