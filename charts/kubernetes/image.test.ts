import { checkImage, type ImageOptions, imageReference } from './image';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test('a reference as container runtimes read it', () => {
  const image = { registry: 'docker.io', repository: 'grafana/loki', tag: '3.7.6' };
  expect(imageReference(image)).toBe('docker.io/grafana/loki:3.7.6');
  expect(imageReference({ ...image, digest: DIGEST })).toBe(`docker.io/grafana/loki:3.7.6@${DIGEST}`);
});

test.each<ImageOptions>([
  {},
  { registry: 'registry.example.com' },
  { registry: 'registry.example.com:5000' },
  { registry: 'registry:5000' },
  { registry: 'localhost' },
  { registry: '[2001:db8::1]:5000' },
  { registry: '123456789012.dkr.ecr.eu-west-1.amazonaws.com' },
  { registry: 'harbor.example.com/docker-hub_mirror', repository: 'grafana/loki' },
  { registry: 'harbor.example.com', repository: 'docker.io/grafana/loki' },
  { repository: 'loki' },
  { repository: 'a/b-c/d__e/f.g/h--i' },
  { tag: '3.7.6' },
  { tag: 'main_a1.b-C' },
  { digest: DIGEST },
  { tag: 'latest', digest: DIGEST },
])('takes %j', (image) => {
  expect(checkImage(image, 'image')).toEqual([]);
});

const HOST = 'write the host alone, with a "." or a port, such as "registry.example.com"';
const REPOSITORY = 'write it without registry and tag, such as "grafana/loki"';
const TAG = 'write a tag alone, such as "3.7.6"';

test.each<[ImageOptions, string, string]>([
  [{ registry: 'https://registry.example.com' }, 'image.registry', HOST],
  [{ registry: 'registry.example.com/' }, 'image.registry', HOST],
  [{ registry: 'registry.example.com/mirror/' }, 'image.registry', HOST],
  [{ registry: 'registry.example.com/Mirror' }, 'image.registry', HOST],
  [{ registry: 'mirror' }, 'image.registry', HOST],
  [{ registry: '' }, 'image.registry', HOST],
  [{ repository: 'grafana/loki:3.7.6' }, 'image.repository', REPOSITORY],
  [{ repository: 'Grafana/loki' }, 'image.repository', REPOSITORY],
  [{ repository: 'grafana/' }, 'image.repository', REPOSITORY],
  [{ repository: 'grafana/lo..ki' }, 'image.repository', REPOSITORY],
  [{ repository: 'grafana/lo.-ki' }, 'image.repository', REPOSITORY],
  [
    { repository: 'quay.io/grafana/loki' },
    'image.repository',
    'write { registry: "quay.io", repository: "grafana/loki" }',
  ],
  [{ repository: 'localhost:5000/loki' }, 'image.repository', REPOSITORY],
  [{ tag: 'grafana/loki:3.7.6' }, 'image.tag', TAG],
  [{ tag: '' }, 'image.tag', TAG],
  [{ tag: 'a'.repeat(129) }, 'image.tag', TAG],
  [{ tag: 'latest' }, 'image.tag', 'write the release that you mean, or add its digest'],
  [{ digest: '0123456789abcdef'.repeat(4) }, 'image.digest', 'write "sha256:" and 64 hex digits'],
  [{ digest: `${DIGEST}0` }, 'image.digest', 'write "sha256:" and 64 hex digits'],
])('refuses %j', (image, path, remedy) => {
  expect(checkImage(image, 'image')).toEqual([{ path, message: expect.any(String), remedy }]);
});

test('refuses each part that is wrong', () => {
  expect(checkImage({ registry: 'a b', tag: 'c d' }, 'image')).toEqual([
    { path: 'image.registry', message: '"a b" is not a registry\'s host', remedy: HOST },
    { path: 'image.tag', message: '"c d" is not an image tag', remedy: TAG },
  ]);
});
