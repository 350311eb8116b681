import type { LokiStorage } from '../../loki/storage/storage';
import { storageText, volumeText } from './loki-facts';

const access = { type: 'node-role' } as const;

test.each<[LokiStorage, string]>([
  [{ type: 'filesystem' }, 'filesystem'],
  [{ type: 's3', bucket: 'b', region: 'r', access }, 'S3 bucket b in r, access: node-role'],
  [
    { type: 's3', bucket: 'b', region: 'r', endpoint: 'https://e', access },
    'S3 bucket b in r at https://e, access: node-role',
  ],
  [
    { type: 'gcs', bucket: 'b', access: { type: 'node-service-account' } },
    'Google Cloud Storage bucket b, access: node-service-account',
  ],
  [
    { type: 'azure', account: 'a', container: 'c', access: { type: 'managed-identity' } },
    'Azure container c of a, access: managed-identity',
  ],
  [
    { type: 'dynamodb', region: 'r', table: 't', bucket: 'b', access },
    'DynamoDB table t, S3 bucket b in r, access: node-role',
  ],
])('%j', (storage, text) => expect(storageText({ storage, secretKeys: [] })).toBe(text));

test('a storage that no option says', () => {
  expect(storageText(undefined)).toBe('as its configuration says; there is no option for it');
});

const mount = { volume: 'v', mountPath: '/m', isForeign: false };

test('volumes', () => {
  const claim = { type: 'claim', size: '10Gi' };
  expect(volumeText(claim, mount, undefined)).toBe('claims "v" of 10Gi, the default class, at /m');
  expect(volumeText({ ...claim, storageClass: '' }, mount, [{}])).toBe(
    'claims "v" of 10Gi, class "", at /m, as they are',
  );
  expect(volumeText({ type: 'ephemeral' }, mount, undefined)).toBe('empty, ends with the pod, at /m');
  expect(volumeText({ type: 'ephemeral' }, { ...mount, isForeign: true }, undefined)).toBe(
    'volume "v" at /m, as it is',
  );
});
