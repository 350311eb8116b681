import fc from 'fast-check';
import { parseImage } from './image-name';

test.each<[string, object]>([
  ['grafana/loki:2.9.3', { registry: 'docker.io', repository: 'grafana/loki', tag: '2.9.3', program: 'loki' }],
  ['loki', { registry: 'docker.io', repository: 'library/loki', program: 'loki' }],
  [
    'quay.io/kiwigrid/k8s-sidecar:1.2',
    { registry: 'quay.io', repository: 'kiwigrid/k8s-sidecar', tag: '1.2', program: 'k8s-sidecar' },
  ],
  ['localhost:5000/loki', { registry: 'localhost:5000', repository: 'loki', program: 'loki' }],
  ['localhost/loki:1', { registry: 'localhost', repository: 'loki', tag: '1', program: 'loki' }],
  [
    'r.example.com:5000/a/b/loki:3.0.0@sha256:0a',
    { registry: 'r.example.com:5000', repository: 'a/b/loki', tag: '3.0.0', digest: 'sha256:0a', program: 'loki' },
  ],
  [
    'grafana/loki@sha256:0a',
    { registry: 'docker.io', repository: 'grafana/loki', digest: 'sha256:0a', program: 'loki' },
  ],
  ['', { registry: 'docker.io', repository: 'library/', program: '' }],
])('%j', (image, parts) => expect(parseImage(image)).toEqual(parts));

test('the parts of an image come to the image again', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/);
  const parts = fc.record({
    registry: fc.constantFrom('docker.io', 'r.example.com', 'localhost:5000'),
    path: fc.array(label, { minLength: 2, maxLength: 3 }),
    tag: fc.option(fc.stringMatching(/^[\w][\w.-]{0,8}$/), { nil: undefined }),
    digest: fc.option(fc.stringMatching(/^sha256:[0-9a-f]{4}$/), { nil: undefined }),
  });
  fc.assert(
    fc.property(parts, ({ registry, path, tag, digest }) => {
      const image = `${registry}/${path.join('/')}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
      expect(parseImage(image)).toEqual({ registry, repository: path.join('/'), tag, digest, program: path.at(-1) });
    }),
  );
});

test('any text has parts', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseImage(text)));
});
