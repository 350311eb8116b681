import { Chart } from 'cdk8s';
import { appWith, manifestsOf, objectOf, problemsOf } from '../../../test/apps';
import { schemaProblems } from '../../../test/kubernetes-schema';
import { expectTextSnapshot } from '../../../test/text-snapshot';
import { warningsOf } from '../../kubernetes/refusal';
import { writeDocuments } from '../../kubernetes/yaml';
import { Loki, type LokiProps } from '../loki';
import type { S3Storage } from '../storage/storage';
import type { MicroservicesTopology } from './topology';

const STORAGE: S3Storage = {
  type: 's3',
  bucket: 'acme-logs',
  region: 'eu-west-1',
  access: { type: 'irsa', roleArn: 'arn:aws:iam::111122223333:role/loki' },
};

const build = (props: LokiProps) => (app: ConstructorParameters<typeof Chart>[0]) =>
  void new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', { storage: STORAGE, ...props });
const lokiApp = (props: LokiProps) => appWith(build(props));
const problems = (props: LokiProps) =>
  problemsOf(build(props)).map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));
const micro = (parts: Omit<MicroservicesTopology, 'type'> = {}): LokiProps => ({
  topology: { type: 'microservices', ...parts },
});
const lokiOf = (props: LokiProps): Loki => {
  const found = lokiApp(props)
    .node.findAll()
    .find((child): child is Loki => child instanceof Loki);
  if (found === undefined) throw new Error('no Loki');
  return found;
};
const replicated: LokiProps = { topology: { type: 'replicated' } };
const everything = micro({
  caches: { chunks: { replicas: 2 }, results: {} },
  gateway: {},
  ingester: { zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] },
  querier: { autoscaling: { minReplicas: 2, maxReplicas: 8 } },
});

const podOf = (props: LokiProps, reference: string) => objectOf(lokiApp(props), reference).spec.template.spec;

test.each<[string, LokiProps]>([
  ['replicated', replicated],
  ['microservices', micro()],
  ['microservices-with-everything', everything],
])('%s, as reviewers read it', (name, props) => {
  expectTextSnapshot(`topology/${name}.yaml`, writeDocuments(manifestsOf(lokiApp(props))));
});

test.each(['1.27', 'newest'] as const)('objects that Kubernetes %s knows', (release) => {
  for (const manifest of manifestsOf(lokiApp(everything))) expect(schemaProblems(manifest, release)).toEqual([]);
});

test('a single Loki that becomes a replicated one keeps what a StatefulSet can never change', () => {
  const immutable = (props: LokiProps) => {
    const { selector, serviceName, podManagementPolicy, volumeClaimTemplates } = objectOf(
      lokiApp(props),
      'StatefulSet/loki',
    ).spec;
    return { selector, serviceName, podManagementPolicy, volumeClaimTemplates };
  };
  expect(immutable(replicated)).toEqual(immutable({}));
});

test('every topology keeps its logs at the same place', () => {
  const placeOf = (props: LokiProps) => {
    const { common, schema_config } = lokiOf(props).config as Record<string, Record<string, unknown>>;
    return { storage: common?.storage, path_prefix: common?.path_prefix, schema_config };
  };
  expect(placeOf(replicated)).toEqual(placeOf({}));
  expect(placeOf(micro())).toEqual(placeOf({}));
});

describe('clients', () => {
  test.each<[string, LokiProps, string, string]>([
    ['replicated', replicated, 'http://loki.logs.svc:3100', 'http://loki.logs.svc:3100/loki/api/v1/push'],
    [
      'microservices',
      micro(),
      'http://loki-query-frontend.logs.svc:3100',
      'http://loki-distributor.logs.svc:3100/loki/api/v1/push',
    ],
    [
      'microservices behind a gateway',
      micro({ gateway: {} }),
      'http://loki-gateway.logs.svc:3100',
      'http://loki-gateway.logs.svc:3100/loki/api/v1/push',
    ],
  ])('of %s', (_, props, url, pushUrl) => {
    expect(lokiOf(props)).toMatchObject({ url, pushUrl });
  });

  test.each<[LokiProps]>([[replicated], [micro()], [micro({ gateway: {} })]])(
    'call a Service that is there: %j',
    (props) => {
      const { url, pushUrl } = lokiOf(props);
      const services = manifestsOf(lokiApp(props)).flatMap(({ kind, metadata }) =>
        kind === 'Service' ? [metadata.name] : [],
      );
      for (const address of [url, pushUrl]) expect(services).toContain(new URL(address).hostname.split('.')[0]);
    },
  );
});

test('every address in the configuration is that of a Service with that port', () => {
  const app = lokiApp(micro({ caches: { chunks: {}, results: {} } }));
  const text: string = objectOf(app, 'Secret/loki').stringData['loki.yaml'];
  const addresses = [...text.matchAll(/([a-z-]+)\.logs\.svc:(\d+)/g)].map(([, name, port]) => `${name}:${port}`);
  expect(addresses.length).toBeGreaterThan(4);
  const served = manifestsOf(app).flatMap(({ kind, metadata, spec }) =>
    kind === 'Service'
      ? (spec as { ports: { port: number }[] }).ports.map(({ port }) => `${metadata.name}:${port}`)
      : [],
  );
  expect(served).toEqual(expect.arrayContaining(addresses));
});

describe('replicated', () => {
  test('three pods, three copies of each line, spread over nodes, one away at a time', () => {
    const app = lokiApp(replicated);
    const { spec } = objectOf(app, 'StatefulSet/loki');
    expect(spec.replicas).toBe(3);
    expect(lokiOf(replicated).config.common).toMatchObject({
      replication_factor: 3,
      ring: { kvstore: { store: 'memberlist' } },
    });
    expect(spec.template.spec.topologySpreadConstraints[0]).toMatchObject({
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'DoNotSchedule',
    });
    expect(objectOf(app, 'PodDisruptionBudget/loki').spec.maxUnavailable).toBe(1);
  });

  test('pods find one another before they are ready', () => {
    expect(objectOf(lokiApp(replicated), 'Service/loki-memberlist').spec).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
    });
  });

  test('each has its write-ahead log on a claim', () => {
    expect(objectOf(lokiApp(replicated), 'StatefulSet/loki').spec).toMatchObject({
      volumeClaimTemplates: [{ metadata: { name: 'storage' } }],
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    });
  });
});

describe('microservices', () => {
  test('every pod that is Loki is told its memory limit, and no other is', () => {
    for (const { kind, metadata, spec } of manifestsOf(lokiApp(everything))) {
      if (kind !== 'Deployment' && kind !== 'StatefulSet') continue;
      const { name, env = [] } = (
        spec as { template: { spec: { containers: { name: string; env?: { name: string }[] }[] } } }
      ).template.spec.containers[0] ?? { name: '' };
      const told = env.some((variable) => variable.name === 'GOMEMLIMIT');
      expect({ of: metadata.name, told }).toEqual({ of: metadata.name, told: name === 'loki' });
    }
  });

  test('one component’s options are its own, and variables are added to the whole Loki’s', () => {
    const props: LokiProps = {
      ...micro({
        querier: { env: [{ name: 'B', value: '2' }], resources: { requests: { cpu: '2' }, limits: { memory: '4Gi' } } },
      }),
      env: [{ name: 'A', value: '1' }],
      tolerations: [{ key: 'logs', operator: 'Exists' }],
    };
    const { containers, tolerations } = podOf(props, 'Deployment/loki-querier');
    expect(containers[0].env).toEqual([
      { name: 'GOMEMLIMIT', value: '3686MiB' },
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ]);
    expect(containers[0].resources.requests.cpu).toBe('2');
    expect(tolerations).toEqual([{ key: 'logs', operator: 'Exists' }]);
    expect(podOf(props, 'Deployment/loki-distributor').containers[0].resources.requests.cpu).toBe('100m');
  });

  test('an autoscaled component says no number of pods', () => {
    const app = lokiApp(everything);
    expect(objectOf(app, 'Deployment/loki-querier').spec).not.toHaveProperty('replicas');
    expect(objectOf(app, 'HorizontalPodAutoscaler/loki-querier').spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: 8,
    });
  });

  test('ingesters of zones are in the zone that they say, and are not all replaced at once', () => {
    const app = lokiApp(everything);
    const { spec } = objectOf(app, 'StatefulSet/loki-ingester-eu-west-1b');
    expect(spec.template.spec.nodeSelector).toEqual({ 'topology.kubernetes.io/zone': 'eu-west-1b' });
    expect(spec.template.spec.containers[0].args).toContain('-ingester.availability-zone=eu-west-1b');
    expect(spec.updateStrategy).toEqual({ type: 'OnDelete' });
    expect(objectOf(app, 'PodDisruptionBudget/loki-ingester').spec.selector.matchLabels).toMatchObject({
      'rollout-group': 'ingester',
    });
    expect(warningsOf(lokiOf(everything)).join()).toContain('not replaced by themselves');
  });

  test('one compactor, whatever else there are several of', () => {
    expect(objectOf(lokiApp(micro()), 'StatefulSet/loki-compactor').spec.replicas).toBe(1);
  });

  test('pattern ingesters from Loki 3.0 on, unless they are not wanted', () => {
    const names = (props: LokiProps) => manifestsOf(lokiApp(props)).map(({ metadata }) => metadata.name);
    expect(names(micro())).toContain('loki-pattern-ingester');
    expect(names({ ...micro(), version: '2.9.17' })).not.toContain('loki-pattern-ingester');
    expect(names(micro({ patternIngester: false }))).not.toContain('loki-pattern-ingester');
    expect(lokiOf(micro({ patternIngester: false })).config).not.toHaveProperty('pattern_ingester');
  });

  test('images of other programs come from the whole Loki’s registry', () => {
    const props = { ...everything, image: { registry: 'registry.example.com' } };
    for (const reference of ['StatefulSet/loki-chunks-cache', 'Deployment/loki-gateway', 'Deployment/loki-querier']) {
      expect(podOf(props, reference).containers[0].image).toMatch(/^registry\.example\.com\//);
    }
  });

  test('memcached gets a fifth more than what it keeps', () => {
    const props = micro({ caches: { chunks: { memory: '10Gi' } } });
    const [container] = podOf(props, 'StatefulSet/loki-chunks-cache').containers;
    expect(container.args).toContain('--memory-limit=10240');
    expect(container.resources.limits.memory).toBe('12Gi');
  });
});

describe('what is refused', () => {
  test.each<[string, LokiProps, string]>([
    [
      'replicas on a disk',
      { ...replicated, storage: { type: 'filesystem' } },
      `topology.type: "replicated" needs a storage that all pods share, and each would keep its own logs on its own volume and find nobody else's → set storage to { type: 's3', … }, 'gcs' or 'azure', or write { type: 'single' }`,
    ],
    [
      'logs on the volume of one pod',
      {
        ...replicated,
        earlierStorage: [{ type: 'filesystem' }],
        schema: [
          { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' },
          { from: '2025-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' },
        ],
      },
      `schema[0].objectStore: of the period from 2024-04-01 is "filesystem": of several pods only the one with that volume finds its logs → stay with { type: 'single' } until its logs are past their retention, then take the period out`,
    ],
    [
      'an old release',
      { ...replicated, version: '2.8.0' },
      `topology.type: "replicated" with Loki 2.8.0 is not made here: its rings are set up one by one → take Loki 2.9 or newer, or { type: 'single' }`,
    ],
    [
      'replicas twice',
      { ...replicated, replicas: 5 },
      'replicas: is 5, and topology "replicated" has replicas of its own → write topology.replicas: 5',
    ],
    [
      'replicas of a single one',
      { replicas: 2 },
      `replicas: is 2, but each pod would be the only one in its own ring → write topology: { type: 'replicated', replicas: 3 }`,
    ],
    [
      'more copies than pods',
      { topology: { type: 'replicated', replicas: 2 } },
      'topology.replicationFactor: is 3, more than the 2 pods that could hold a copy → write 2 or less, or have 3 pods',
    ],
    [
      'more copies than ingesters',
      micro({ ingester: { replicas: 1 } }),
      'topology.replicationFactor: is 3, more than the 1 ingesters that could hold a copy → write 1 or less, or have 3 ingesters',
    ],
    [
      'fewer zones than copies',
      micro({ ingester: { zones: ['a', 'b'], replicas: 3 } }),
      "topology.ingester.zones: are 2, and each of a line's 3 copies is in a zone of its own: every push fails → name 3 zones at least",
    ],
    [
      'a zone that is none',
      micro({ ingester: { zones: ['EU West', 'b', 'c', 'd'] } }),
      'topology.ingester.zones[0]: "EU West" is not a zone → write it as the nodes are labelled, "eu-west-1a"',
    ],
    [
      'a number beside an autoscaler',
      micro({ querier: { replicas: 2, autoscaling: { minReplicas: 1, maxReplicas: 2 } } }),
      'topology.querier.replicas: is 2, and every apply would set back what the autoscaler chose → leave it out, or autoscaling',
    ],
    [
      'bounds the wrong way round',
      micro({ distributor: { autoscaling: { minReplicas: 5, maxReplicas: 2 } } }),
      'topology.distributor.autoscaling.minReplicas: 5 is more than maxReplicas, 2 → write 2 or less',
    ],
    [
      'an autoscaler without its measure',
      micro({ querier: { resources: { limits: { memory: '1Gi' } }, autoscaling: { minReplicas: 1, maxReplicas: 2 } } }),
      'topology.querier.resources.requests.cpu: is missing, and it is what the autoscaler measures by → write it, such as "200m"',
    ],
    [
      'memory that is no quantity',
      micro({ caches: { chunks: { memory: '1 GB' } } }),
      'topology.caches.chunks.memory: "1 GB" is not a quantity → did you mean "1Gi"?',
    ],
    [
      'a half of a pod',
      micro({ gateway: { replicas: 0.5 } }),
      'topology.gateway.replicas: 0.5 is not a number of pods → write a whole number from 1',
    ],
    [
      'what becomes of a claim',
      { persistence: { type: 'claim', retentionPolicy: 'Keep' as 'Retain' } },
      'persistence.retentionPolicy: "Keep" is not what can become of a claim → write "Retain" or "Delete"',
    ],
    [
      'a folder outside of the volume',
      { dataFolder: '../logs' },
      'dataFolder: "../logs" is not a folder of the volume → write it without "/" at its ends: "loki"',
    ],
    [
      'a ring of one in the user’s configuration',
      { ...replicated, config: { common: { ring: { kvstore: { store: 'inmemory' } } } } },
      'config.common.replication_factor: is 3, and a ring in memory has one member: every push fails → write 1, or keep the ring in memberlist',
    ],
  ])('%s', (_, props, problem) => {
    expect(problems(props)).toEqual([problem]);
  });
});
