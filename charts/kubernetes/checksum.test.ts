import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import fc from 'fast-check';
import { dataChecksum, sha256 } from './checksum';

const DATA = { 'loki.yaml': 'auth_enabled: false\n', 'rules.yaml': 'groups: []\n' };

/** The checksum of an object, as the pods that read it have it. */
function checksumOf(fields: object, ...patches: JsonPatch[]): string {
  const chart = new Chart(new App(), 'chart');
  const secret = new ApiObject(chart, 'secret', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a' },
    ...fields,
  });
  const pod = new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', spec: { checksum: dataChecksum(secret) } });
  secret.addJsonPatch(...patches);
  return pod.toJson().spec.checksum;
}

test('is pinned, for a change of it would restart the pods of everybody who upgrades', () => {
  expect(checksumOf({ stringData: DATA })).toBe('72142f6531f7748108ed1dfe8d9040d3a48f185c70fb1e498cea89af49852550');
  expect(sha256({ b: [2, 1], a: null })).toBe('64befe554fb7858d5aedd620f047ac02bca15dfe6f2f13dc790b1d18d532ef8c');
});

test('is the same whatever the order of the keys', () => {
  const reversed = Object.fromEntries(Object.entries(DATA).reverse());
  expect(checksumOf({ stringData: reversed })).toBe(checksumOf({ stringData: DATA }));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (data) => {
      expect(sha256(Object.fromEntries(Object.entries(data).reverse()))).toBe(sha256(data));
    }),
  );
});

test.each<[string, object, JsonPatch[]]>([
  ['a label', { metadata: { name: 'a', labels: { team: 'logs' } }, stringData: DATA }, []],
  ['the name', { metadata: { name: 'b' }, stringData: DATA }, []],
  ['a patch of a label', { stringData: DATA }, [JsonPatch.add('/metadata/labels', { team: 'logs' })]],
])('%s does not count', (_, fields, patches) => {
  expect(checksumOf(fields, ...patches)).toBe(checksumOf({ stringData: DATA }));
});

test.each<[string, object, JsonPatch[]]>([
  ['a value', { stringData: { ...DATA, 'loki.yaml': 'auth_enabled: true\n' } }, []],
  ['a key', { stringData: { 'loki.yml': DATA['loki.yaml'], 'rules.yaml': DATA['rules.yaml'] } }, []],
  ['one key more', { stringData: { ...DATA, more: '' } }, []],
  ['where the data stands', { data: DATA }, []],
  ['a patch of the data', { stringData: DATA }, [JsonPatch.replace('/stringData/loki.yaml', 'x')]],
])('%s does', (_, fields, patches) => {
  expect(checksumOf(fields, ...patches)).not.toBe(checksumOf({ stringData: DATA }));
});
