import { fullImage } from './full-image';

test.each([
  ['loki', 'docker.io/library/loki'],
  ['grafana/loki:1', 'docker.io/grafana/loki:1'],
  ['docker.io/busybox:1', 'docker.io/library/busybox:1'],
  ['index.docker.io/grafana/loki', 'docker.io/grafana/loki'],
  ['quay.io/a/b:1', 'quay.io/a/b:1'],
  ['localhost/a', 'localhost/a'],
  ['localhost:5000/a', 'localhost:5000/a'],
])('%s is %s', (image, full) => expect(fullImage(image)).toBe(full));
