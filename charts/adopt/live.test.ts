import { adopted, mainOf, named, objectsIn, RELEASES, releaseText } from '../../test/helm-releases';
import { liveText } from '../../test/live-objects';

describe.each(RELEASES)('%s, read from a cluster', (file) => {
  const text = releaseText(file);
  const release = objectsIn(text);
  // What Helm leaves to the namespace that it is called with, a cluster says.
  const namespace = release.find(({ metadata }) => metadata.namespace !== undefined)?.metadata.namespace ?? 'default';
  const objects = release
    .filter(({ metadata }) => metadata.annotations?.['helm.sh/hook'] === undefined)
    .map((object) => ({ ...object, metadata: { namespace, ...object.metadata } }));

  test('comes to the same main.ts', () => {
    expect(mainOf(adopted(liveText(objects)))).toBe(mainOf(adopted(text)));
  });

  test('differs in the same settings', () => {
    const brief = ({ comparison }: ReturnType<typeof adopted>) => comparison.differences;
    expect(brief(adopted(liveText(objects)))).toEqual(brief(adopted(text)));
  });
});

test('what Kubernetes makes of objects is named, and is in no file', () => {
  const objects = objectsIn(releaseText('loki-stack-2.10.yaml'));
  const owner = [{ kind: 'StatefulSet', name: 'loki', controller: true }];
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'loki-0', namespace: 'monitoring', ownerReferences: owner },
  };
  const revision = {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: { name: 'loki-1', namespace: 'monitoring' },
  };
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'storage-loki-0', namespace: 'monitoring' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '50Gi' } } },
  };
  const record = {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'helm.sh/release.v1',
    metadata: { name: 'sh.helm.release.v1.loki.v1', namespace: 'monitoring' },
  };
  const release = adopted(
    liveText([...objects, pod, revision, claim, record]).replaceAll('"ownerReferences"', 'ownerReferences'),
  );
  expect(release.derived.map(({ manifest }) => named(manifest))).toEqual(['Pod/loki-0', 'ControllerRevision/loki-1']);
  const fates = new Map(release.fates.map(({ object, fate }) => [named(object.manifest), fate]));
  expect(fates.get('PersistentVolumeClaim/storage-loki-0')).toEqual({
    type: 'stays',
    reason: 'a claim of a StatefulSet, which finds it by its name',
  });
  expect(fates.get('Secret/sh.helm.release.v1.loki.v1')).toEqual({
    type: 'left',
    reason: "Helm's record of the release: delete it last",
  });
});
