import fc from 'fast-check';
import type { Manifest } from '../charts/kubernetes/manifest';

const PLACES = ['logging', 'logging', 'logging', 'collector', undefined];
const NAMES = ['a', 'loki', 'a-name-that-is-much-longer-than-any-box-is-wide-0123456789', '<b>&"'];
const IMAGES = [
  'grafana/loki:3.7.6',
  'grafana/promtail:3.6.11',
  'grafana/grafana:13.2.0',
  'r.example.com/x@sha256:0',
  '',
];
const OTHERS = ['ServiceAccount', 'Role', 'PodDisruptionBudget', 'Gadget', 'ClusterRole', 'NetworkPolicy'];

const name = fc.tuple(fc.constantFrom(...NAMES), fc.nat(1)).map(([word, index]) => `${word}-${index}`);
const namespace = fc.constantFrom(...PLACES);

const object = (apiVersion: string, kind: string, fields: fc.Arbitrary<object>): fc.Arbitrary<Manifest> =>
  fc.tuple(name, namespace, fields).map(([called, place, rest]) => ({
    apiVersion,
    kind,
    metadata: { name: called, ...(place === undefined ? {} : { namespace: place }) },
    ...rest,
  }));

const label = fc.nat(4).map((index) => ({ app: `app-${index}` }));
const volume = fc.oneof(
  name.map((called) => ({ configMap: { name: called } })),
  name.map((called) => ({ secret: { secretName: called } })),
  name.map((claimName) => ({ persistentVolumeClaim: { claimName } })),
  fc.constantFrom('/var/log/pods', '/run').map((path) => ({ hostPath: { path } })),
);
const host = fc.tuple(name, namespace).map((parts) => parts.filter((part) => part !== undefined).join('.'));
const url = fc.tuple(host, fc.constantFrom('', '/loki/api/v1/push')).map(([to, path]) => `http://${to}:3100${path}`);

const pod = fc.record({
  containers: fc.array(fc.record({ image: fc.constantFrom(...IMAGES), args: fc.array(url, { maxLength: 10 }) }), {
    minLength: 1,
    maxLength: 2,
  }),
  volumes: fc.array(volume, { maxLength: 9 }),
});

const workload = fc
  .tuple(fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet'), label, pod, fc.nat(3), fc.nat(2))
  .chain(([kind, labels, spec, replicas, claims]) =>
    object(
      'apps/v1',
      kind,
      fc.constant({
        spec: {
          replicas,
          template: { metadata: { labels }, spec },
          volumeClaimTemplates: Array.from({ length: claims }, (_, index) => ({
            metadata: { name: `claim-${index}` },
            spec: { resources: { requests: { storage: '1Gi' } } },
          })),
        },
      }),
    ),
  );

const configText = fc.oneof(
  url.map((to) => JSON.stringify({ clients: [{ url: to }], scrape_configs: [] })),
  url.map((to) => JSON.stringify({ datasources: [{ url: to }] })),
  name.map((bucket) => JSON.stringify({ schema_config: {}, common: { storage: { s3: { bucketnames: bucket } } } })),
  fc.constant('text'),
);

const config = fc
  .tuple(fc.constantFrom('ConfigMap', 'Secret'), configText)
  .chain(([kind, text]) =>
    object(
      'v1',
      kind,
      fc.constant(kind === 'Secret' ? { stringData: { 'x.yaml': text } } : { data: { 'x.yaml': text } }),
    ),
  );

const manifest: fc.Arbitrary<Manifest> = fc.oneof(
  { weight: 4, arbitrary: workload },
  { weight: 4, arbitrary: config },
  {
    weight: 3,
    arbitrary: object(
      'v1',
      'Service',
      label.map((selector) => ({ spec: { selector, ports: [{ port: 1 }] } })),
    ),
  },
  {
    weight: 1,
    arbitrary: object(
      'networking.k8s.io/v1',
      'Ingress',
      name.map((service) => ({
        spec: { rules: [{ http: { paths: [{ backend: { service: { name: service } } }] } }] },
      })),
    ),
  },
  { weight: 1, arbitrary: object('v1', 'PersistentVolumeClaim', fc.constant({ spec: {} })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...PLACES, 'empty')
      .map((called) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: called ?? 'default' } })),
  },
  { weight: 2, arbitrary: fc.constantFrom(...OTHERS).chain((kind) => object('example.com/v1', kind, fc.constant({}))) },
);

/** Two sides of any change: objects of all kinds that pictures know, and some that they do not; most stay what they are. */
export const changes: fc.Arbitrary<{ readonly before: readonly Manifest[]; readonly after: readonly Manifest[] }> = fc
  .tuple(
    fc.array(manifest, { maxLength: 60 }),
    fc.array(manifest, { maxLength: 12 }),
    fc.array(manifest, { maxLength: 12 }),
  )
  .map(([both, old, now]) => ({ before: [...both, ...old], after: [...both, ...now] }));
