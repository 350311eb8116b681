import type { Manifest } from '../manifest';
import { checkSize, sizeWarning } from './size';

/** A ConfigMap of so many bytes. */
const configMap = (size: number, letter = 'a'): Manifest => {
  const make = (text: string): Manifest => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a' },
    data: { text },
  });
  const rest = size - JSON.stringify(make('')).length;
  return make(letter.repeat(rest / Buffer.byteLength(letter)));
};

test('an object of 1 MiB is stored, a larger one is not', () => {
  expect(checkSize(configMap(2 ** 20))).toEqual([]);
  expect(checkSize(configMap(2 ** 20 + 1))).toEqual([
    {
      path: '',
      message: 'has 1048577 bytes, an object holds 1048576 at most',
      remedy: 'split it into several objects',
    },
  ]);
});

test('bytes are counted, not letters', () => {
  expect(checkSize(configMap(2 ** 20 + 100, 'é'))).toHaveLength(1);
});

test.each([
  [200 * 1024 - 1, undefined],
  [200 * 1024, 'has 204800 bytes: above 262144 `kubectl apply` needs --server-side. Split it before it grows.'],
  [
    256 * 1024,
    'has 262144 bytes: apply it with `kubectl apply --server-side` (Argo CD: ServerSideApply=true), or split it.',
  ],
  [2 ** 20 + 1, undefined],
])('of %d bytes: %j', (size, warning) => {
  expect(sizeWarning(configMap(size))).toBe(warning);
});

test('an object that JSON cannot hold has no size, and is refused where it is written', () => {
  expect(checkSize({ ...configMap(2 ** 20 + 1), replicas: 1n })).toEqual([]);
});

test('what stands in a list counts too', () => {
  expect(checkSize({ ...configMap(1000), lists: [['a'.repeat(2 ** 19)], ['b'.repeat(2 ** 19)]] })).toHaveLength(1);
});
