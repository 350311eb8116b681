import { objectOf } from '../../../test/release-objects';
import type { JsonObject } from '../json';
import type { FoundComponent } from '../read/components';
import { claimsBeside, dataMountOf, persistenceOf, written } from './loki-volume';

interface Given {
  readonly mounts?: readonly JsonObject[];
  readonly volumes?: readonly JsonObject[];
  readonly claims?: readonly JsonObject[];
}

const CONFIG = { common: { path_prefix: '/var/loki' } };
const claim = (name: string, spec: JsonObject = {}) => ({
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, ...spec },
});
const found = ({ mounts = [], volumes = [], claims }: Given): FoundComponent => {
  const spec = { template: { spec: { volumes } }, ...(claims === undefined ? {} : { volumeClaimTemplates: claims }) };
  const workload = objectOf('StatefulSet/loki', { apiVersion: 'apps/v1', spec });
  return {
    component: 'loki',
    workload,
    pod: { volumes },
    container: { volumeMounts: mounts },
  } as unknown as FoundComponent;
};

test.each<[string, Given, JsonObject, object]>([
  [
    'a claim',
    { mounts: [{ name: 'storage', mountPath: '/var/loki/' }], claims: [claim('storage')] },
    CONFIG,
    { volume: 'storage', mountPath: '/var/loki', isMissing: false, isForeign: false },
  ],
  [
    'the claim among others that holds the path',
    {
      mounts: [
        { name: 'wal', mountPath: '/wal' },
        { name: 'data', mountPath: '/var' },
      ],
      claims: [claim('wal'), claim('data')],
    },
    CONFIG,
    { volume: 'data', mountPath: '/var', isMissing: false, isForeign: false },
  ],
  [
    'the innermost mount, where none is a claim',
    {
      mounts: [
        { name: 'a', mountPath: '/var' },
        { name: 'b', mountPath: '/var/loki' },
      ],
      volumes: [
        { name: 'a', emptyDir: {} },
        { name: 'b', persistentVolumeClaim: { claimName: 'x' } },
      ],
    },
    CONFIG,
    { volume: 'b', mountPath: '/var/loki', isMissing: false, isForeign: true },
  ],
  [
    'an empty folder',
    { mounts: [{ name: 'storage', mountPath: '/data' }], volumes: [{ name: 'storage', emptyDir: {} }] },
    {},
    { volume: 'storage', mountPath: '/data', isMissing: false, isForeign: false },
  ],
  [
    'nothing',
    { mounts: [{ name: 'config', mountPath: '/etc/loki' }] },
    CONFIG,
    { volume: 'storage', mountPath: '/var/loki', isMissing: true, isForeign: false },
  ],
  [
    'nothing, of nothing that is said',
    {},
    {},
    { volume: 'storage', mountPath: '/var/loki', isMissing: true, isForeign: false },
  ],
])('logs are on %s', (_, given, config, mount) => {
  expect(dataMountOf(found(given), config)).toEqual(mount);
});

const mount = { volume: 'storage', mountPath: '/var/loki', isMissing: false, isForeign: false };

test.each<[Given, object]>([
  [{ claims: [claim('storage', { storageClassName: 'gp3' })] }, { type: 'claim', size: '10Gi', storageClass: 'gp3' }],
  [{ claims: [claim('storage', { resources: { requests: { storage: '1024Mi' } } })] }, { type: 'claim', size: '1Gi' }],
  [{ claims: [claim('other')] }, { type: 'ephemeral' }],
  [{ volumes: [{ name: 'storage', emptyDir: { sizeLimit: '1Gi' } }] }, { type: 'ephemeral', sizeLimit: '1Gi' }],
  [{ volumes: [{ name: 'storage', emptyDir: null }] }, { type: 'ephemeral' }],
])('%j is %j', (given, persistence) => {
  const { workload, pod } = found(given);
  expect(persistenceOf(workload, pod, mount)).toEqual(persistence);
});

describe('the claims themselves are said where persistence says less', () => {
  const beside = (...claims: readonly JsonObject[]) => {
    const { workload, pod } = found({ claims });
    return claimsBeside(workload, persistenceOf(workload, pod, mount), 'storage');
  };

  test('not where it says all', () => {
    expect(beside(claim('storage'))).toBeUndefined();
    expect(beside(claim('storage', { storageClassName: 'gp3', volumeMode: 'Filesystem' }))).toBeUndefined();
    expect(beside()).toBeUndefined();
  });

  test.each<[string, readonly JsonObject[]]>([
    ['labels', [{ ...claim('storage'), metadata: { name: 'storage', labels: { app: 'loki' } } }]],
    ['several', [claim('storage'), claim('wal')]],
    ['other modes', [claim('storage', { accessModes: ['ReadWriteMany'] })]],
    ['no class at all', [claim('storage', { storageClassName: '' })]],
  ])('%s', (_, claims) => {
    expect(beside(...claims)).toEqual(claims.map(written));
  });
});

test('a claim is written as the API server has it', () => {
  expect(
    written({
      metadata: { name: 'a', creationTimestamp: null },
      spec: { resources: { requests: { storage: '2048Mi' } } },
      status: {},
    }),
  ).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'a' },
    spec: { resources: { requests: { storage: '2Gi' } }, volumeMode: 'Filesystem' },
  });
});
