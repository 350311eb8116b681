import { objectOf } from '../../../test/release-objects';
import { configFileAt, dataOf } from './config-file';

const encoded = (text: string): string => Buffer.from(text).toString('base64');

const OBJECTS = [
  objectOf('ConfigMap/settings', { data: { 'loki.yaml': 'a: 1', 'other.yaml': 'b: 2', constructor: 'c' } }),
  objectOf('Secret/settings', { data: { 'loki.yaml': encoded('a: 3') }, stringData: { 'plain.yaml': 'ü: 4' } }),
  objectOf('ConfigMap/empty'),
];

const volume = (source: object) => ({ name: 'config', ...source });
const at = (path: string, mount: object, source: object) =>
  configFileAt(
    path,
    { volumeMounts: [{ name: 'config', mountPath: '/etc/loki', ...mount }] },
    { volumes: [{ name: 'data', emptyDir: {} }, volume(source)] },
    OBJECTS,
  );

const FOUND = { volume: 'config', mountPath: '/etc/loki', kind: 'ConfigMap', name: 'settings', isKnown: true };
const CONFIG_MAP = { configMap: { name: 'settings' } };

describe('the object behind a path', () => {
  test.each<[string, string, object, object, object | undefined]>([
    ['a folder', '/etc/loki/loki.yaml', {}, CONFIG_MAP, { ...FOUND, key: 'loki.yaml', text: 'a: 1' }],
    [
      'a folder with a slash behind it',
      '/etc/loki/loki.yaml',
      { mountPath: '/etc/loki//' },
      CONFIG_MAP,
      { ...FOUND, key: 'loki.yaml', text: 'a: 1' },
    ],
    [
      'one file of it',
      '/etc/loki.yaml',
      { mountPath: '/etc/loki.yaml', subPath: 'loki.yaml' },
      CONFIG_MAP,
      { ...FOUND, mountPath: '/etc/loki.yaml', key: 'loki.yaml', text: 'a: 1' },
    ],
    [
      'a Secret',
      '/etc/loki/loki.yaml',
      {},
      { secret: { secretName: 'settings' } },
      { ...FOUND, kind: 'Secret', key: 'loki.yaml', text: 'a: 3' },
    ],
    [
      'a key under another name',
      '/etc/loki/config/config.yaml',
      {},
      { configMap: { name: 'settings', items: [{ key: 'other.yaml', path: 'config/config.yaml' }] } },
      { ...FOUND, key: 'other.yaml', text: 'b: 2' },
    ],
    [
      'a key that is not among those',
      '/etc/loki/loki.yaml',
      {},
      { configMap: { name: 'settings', items: [{ key: 'a', path: 'a' }] } },
      undefined,
    ],
    [
      'the one of several that has it',
      '/etc/loki/plain.yaml',
      {},
      { projected: { sources: [{ configMap: { name: 'settings' } }, { secret: { name: 'settings' } }] } },
      { ...FOUND, kind: 'Secret', key: 'plain.yaml', text: 'ü: 4' },
    ],
    [
      'the one of several that is not known, when no other has it',
      '/etc/loki/plain.yaml',
      {},
      { projected: { sources: [{ configMap: { name: 'settings' } }, { configMap: { name: 'elsewhere' } }] } },
      { ...FOUND, name: 'elsewhere', key: 'plain.yaml', text: undefined, isKnown: false },
    ],
    [
      'an object without the key',
      '/etc/loki/none.yaml',
      {},
      CONFIG_MAP,
      { ...FOUND, key: 'none.yaml', text: undefined },
    ],
    [
      'no key that is only inherited',
      '/etc/loki/valueOf',
      {},
      CONFIG_MAP,
      { ...FOUND, key: 'valueOf', text: undefined },
    ],
    ['a key that others inherit', '/etc/loki/constructor', {}, CONFIG_MAP, { ...FOUND, key: 'constructor', text: 'c' }],
    ['neither a ConfigMap nor a Secret', '/etc/loki/loki.yaml', {}, { emptyDir: {} }, undefined],
    ['nothing that is mounted', '/etc/loki-other/loki.yaml', {}, CONFIG_MAP, undefined],
    [
      'junk',
      '/etc/loki/loki.yaml',
      {},
      { configMap: { name: 3 }, secret: 'x', projected: { sources: 'y' } },
      undefined,
    ],
  ])('%s', (_, path, mount, source, expected) => {
    expect(at(path, mount, source)).toEqual(expected);
  });

  test('is that of the innermost mount', () => {
    const container = {
      volumeMounts: [
        { name: 'config', mountPath: '/etc' },
        { name: 'secret', mountPath: '/etc/loki' },
        { name: 'config', mountPath: '/etc/lo' },
      ],
    };
    const pod = { volumes: [volume(CONFIG_MAP), { name: 'secret', secret: { secretName: 'settings' } }] };
    expect(configFileAt('/etc/loki/loki.yaml', container, pod, OBJECTS)?.kind).toBe('Secret');
    expect(configFileAt('/etc/loki.yaml', container, pod, OBJECTS)?.key).toBe('loki.yaml');
  });
});

test('what an object holds is decoded, and stringData comes before data', () => {
  expect(dataOf(OBJECTS, 'Secret', 'settings')).toEqual({ 'loki.yaml': 'a: 3', 'plain.yaml': 'ü: 4' });
  expect(dataOf(OBJECTS, 'ConfigMap', 'empty')).toEqual({});
  expect(dataOf(OBJECTS, 'Secret', 'empty')).toBeUndefined();
  const both = [objectOf('Secret/a', { data: { x: encoded('1'), y: 2 }, stringData: { x: '3' } })];
  expect(dataOf(both, 'Secret', 'a')).toEqual({ x: '3' });
});
