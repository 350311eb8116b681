import { Chart } from 'cdk8s';
import { parse } from 'yaml';
import { appWith, changedFrom, manifestsOf, objectOf, problemsOf } from '../../../test/apps';
import { expectTextSnapshot } from '../../../test/text-snapshot';
import { warningsOf } from '../../kubernetes/refusal';
import type { PodSpec } from '../../kubernetes/types';
import { Loki, type LokiProps } from '../loki';
import type { StreamRetention } from '../retention/stream-retention';
import type { SchemaPeriod } from '../schema';
import type { LokiTenant, LokiTenants } from './tenant';

const build = (props: LokiProps) => (app: ConstructorParameters<typeof Chart>[0]) =>
  new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', { multiTenant: true, ...props });
const lokiApp = (props: LokiProps) => appWith(build(props));
const problems = (props: LokiProps) =>
  problemsOf(build(props)).map((text) => text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '));
const ofTenant = (tenant: unknown, props: LokiProps = {}) =>
  problems({ ...props, tenants: { 'team-a': tenant as LokiTenant } });
const warnings = (props: LokiProps) => lokiApp(props).node.findAll().flatMap(warningsOf);

const TEAMS: LokiTenants = {
  'team-b': { limits: { ingestion_rate_mb: 8, ingestion_burst_size_mb: 16 } },
  'team-a': {
    retention: '90d',
    retentionByStream: [{ selector: '{namespace="dev"}', period: '7d', priority: 1 }],
    limits: { max_global_streams_per_user: 20000, per_stream_rate_limit: '5MB' },
  },
  '42': {},
};

const overridesOf = (tenants: LokiTenants) =>
  parse(objectOf(lokiApp({ tenants }), 'ConfigMap/loki-runtime').data['overrides.yaml']).overrides;
const podOf = (props: LokiProps) => objectOf(lokiApp(props), 'StatefulSet/loki').spec.template;

describe('tenants', () => {
  test('are a file of their own, in the words of Loki’s limits', () => {
    expect(overridesOf(TEAMS)).toEqual({
      '42': {},
      'team-a': {
        max_global_streams_per_user: 20000,
        per_stream_rate_limit: '5MB',
        retention_period: '90d',
        retention_stream: [{ selector: '{namespace="dev"}', period: '7d', priority: 1 }],
      },
      'team-b': { ingestion_burst_size_mb: 16, ingestion_rate_mb: 8 },
    });
  });

  test('that Loki looks for in a folder, since a file mounted by itself would stay as it was', () => {
    const { runtime_config } = parse(objectOf(lokiApp({ tenants: TEAMS }), 'Secret/loki').stringData['loki.yaml']);
    const [{ volumeMounts }] = podOf({ tenants: TEAMS }).spec.containers;
    expect(runtime_config).toEqual({ file: '/etc/loki-runtime/overrides.yaml' });
    expect(volumeMounts).toContainEqual({ name: 'runtime-config', mountPath: '/etc/loki-runtime', readOnly: true });
    expect(podOf({ tenants: TEAMS }).spec.volumes).toContainEqual({
      name: 'runtime-config',
      configMap: { name: 'loki-runtime' },
    });
  });

  test.each(['replicated', 'microservices'] as const)('in every pod of a %s Loki, and in no other', (type) => {
    const storage = { type: 's3', bucket: 'acme-logs', region: 'eu-west-1', access: { type: 'node-role' } } as const;
    const topology =
      type === 'replicated' ? ({ type } as const) : ({ type, gateway: {}, caches: { results: {} } } as const);
    const pods = manifestsOf(lokiApp({ storage, topology, tenants: TEAMS })).flatMap(
      ({ spec }) => (spec as { template?: { spec: PodSpec } } | undefined)?.template?.spec ?? [],
    );
    const images = (withFile: boolean) =>
      new Set(
        pods
          .filter(({ volumes = [] }) => volumes.some(({ name }) => name === 'runtime-config') === withFile)
          .flatMap(({ containers }) =>
            containers.map(({ image, volumeMounts = [] }) => {
              expect(volumeMounts.some(({ mountPath }) => mountPath === '/etc/loki-runtime')).toBe(withFile);
              return image?.replace(/:.*/, '');
            }),
          ),
      );
    expect([...images(true)]).toEqual(['docker.io/grafana/loki']);
    expect([...images(false)]).not.toContain('docker.io/grafana/loki');
  });

  test('change without a restart: nothing changes but their file', () => {
    const changed = changedFrom(
      lokiApp({ tenants: TEAMS }),
      lokiApp({
        tenants: { ...TEAMS, 'team-b': { limits: { ingestion_rate_mb: 4 } }, 'team-c': { retention: '30d' } },
      }),
    );
    expect(changed.match(/^kind: .*$/gm)).toEqual(['kind: ConfigMap']);
  });

  test('come without a restart too, where the file is there already', () => {
    const first = lokiApp({ tenants: { 'team-b': { limits: { ingestion_rate_mb: 4 } } } });
    expect(changedFrom(lokiApp({ tenants: {} }), first).match(/^kind: .*$/gm)).toEqual(['kind: ConfigMap']);
    expect(overridesOf({})).toEqual({});
  });

  test('make no file unless they are asked for', () => {
    expect(podOf({}).spec.volumes).not.toContainEqual(expect.objectContaining({ name: 'runtime-config' }));
    expect(objectOf(lokiApp({}), 'Secret/loki').stringData['loki.yaml']).not.toContain('runtime_config');
  });

  test('as reviewers read them', () => {
    expectTextSnapshot(
      'loki-tenants.yaml',
      changedFrom(appWith(build({ multiTenant: false })), lokiApp({ tenants: TEAMS })),
    );
  });
});

describe('a tenant’s retention', () => {
  const s3: LokiProps['storage'] = {
    type: 's3',
    bucket: 'acme-logs',
    region: 'eu-west-1',
    access: { type: 'node-role' },
  };
  const configOf = (tenant: LokiTenant) =>
    parse(objectOf(lokiApp({ storage: s3, tenants: { 'team-a': tenant } }), 'Secret/loki').stringData['loki.yaml']);

  test.each<[LokiTenant]>([[{ retention: '30d' }], [{ retentionByStream: [{ selector: '{a="b"}', period: '1d' }] }]])(
    '%j has the compactor delete, and everybody else’s logs kept for ever',
    (tenant) => {
      expect(configOf(tenant)).toMatchObject({
        compactor: { retention_enabled: true, delete_request_store: 's3' },
        limits_config: { retention_period: '0s' },
      });
    },
  );

  test.each<[LokiTenant]>([[{}], [{ retention: '0s' }], [{ limits: { ingestion_rate_mb: 4 } }]])(
    '%j has it delete nothing',
    (tenant) => expect(configOf(tenant).compactor).not.toHaveProperty('retention_enabled'),
  );

  test('that is for ever is written as every release takes it', () => {
    expect(overridesOf({ 'team-a': { retention: '0' } })).toEqual({ 'team-a': { retention_period: '0s' } });
  });

  test.each<[LokiTenant, string]>([
    [{ retention: '12h' }, 'retention: "12h" is less than 24h → write "24h" or more'],
    [{ retention: '36h' }, 'retention: "36h" is not a multiple of 24h → write "24h" or "48h"'],
    [
      { retentionByStream: [{ selector: '{a="b"}', period: '12h' }] },
      'retentionByStream[0].period: "12h" is less than 24h → write "24h" or more',
    ],
    [
      { retentionByStream: [{ selector: 'a', period: '1d' }] },
      'retentionByStream[0].selector: "a" is not a selector of streams → write it as \'{namespace="dev"}\'',
    ],
  ])('%j is refused', (tenant, problem) => {
    expect(ofTenant(tenant)).toEqual([`tenants.team-a.${problem}`]);
  });

  test('is refused where nothing deletes it', () => {
    expect(ofTenant({ retention: '30d' }, { version: '2.2.1', storage: s3 })).toEqual([
      'tenants.team-a.retention: Loki 2.2.1 deletes nothing by itself: its compactor learnt it in 2.3 → leave it out, or take a newer release',
    ]);
    expect(
      ofTenant({ retention: '30d' }, { config: { compactor: { retention_enabled: false } }, storage: s3 }),
    ).toEqual([
      'tenants.team-a.retention: is set, and compactor.retention_enabled is not: nothing is ever deleted → set compactor.retention_enabled: true and compactor.delete_request_store',
    ]);
  });

  test('for ever is refused in a Loki that would delete everything by it', () => {
    expect(ofTenant({ retention: '0s' }, { version: '2.7.5', retention: '30d' })).toEqual([
      'tenants.team-a.retention: is for ever, for which Loki 2.7.5 has no word: by "0s" it loses logs → write a long time, "100y", or take Loki 2.8.1 or newer',
    ]);
  });
});

describe('a tenant’s limits are refused', () => {
  test.each<[object, string]>([
    [
      { ingestion_rate_md: 4 },
      'ingestion_rate_md: is no key of limits in Loki 3.7.6 → did you mean "ingestion_rate_mb"?',
    ],
    [{ chunk_encoding: 'snappy' }, 'chunk_encoding: is no key of limits in Loki 3.7.6 → it belongs in ingester'],
    [{ ingestion_rate_mb: '8MB' }, 'ingestion_rate_mb: "8MB" is not a number → write it without a unit'],
    [{ max_line_size: '256Ki' }, 'max_line_size: "256Ki" is not a size → write "256KB"'],
    [{ max_query_length: '30 days' }, 'max_query_length: "30 days" is not a duration → write'],
    [{ max_query_series: true }, 'max_query_series: true is not a whole number → write a whole number'],
    [{ reject_old_samples: 'yes' }, 'reject_old_samples: "yes" is a text, not a boolean → write true, without quotes'],
    [{ enforced_labels: 'app' }, 'enforced_labels: "app" is not a list → write it as a list: [app]'],
    [
      { max_query_lookback: '${LOOKBACK}' },
      'max_query_lookback: has a ${…}, and nothing is filled in here → write the value itself',
    ],
    [{ max_line_size: null }, 'max_line_size: is nothing, which Loki takes for zero → write a value, or leave it out'],
    [{ retention_period: '30d' }, 'retention_period: is no limit of one tenant → write it as retention'],
    [{ retention_stream: [] }, 'retention_stream: is no limit of one tenant → write it as retentionByStream'],
    [
      { ingestion_rate_strategy: 'local' },
      'ingestion_rate_strategy: is no limit of one tenant → write it in config.limits_config, for all tenants',
    ],
  ])('%j', (limits, problem) => {
    const found = ofTenant({ limits });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`tenants.team-a.limits.${problem}`);
  });

  test('by the release’s own table', () => {
    expect(ofTenant({ limits: { otlp_config: {} } }, { version: '2.9.17' })).toEqual([
      'tenants.team-a.limits.otlp_config: is not there yet: Loki 3.0.0 has it, 2.9.17 does not → take it out, or take Loki 3.0.0',
    ]);
    expect(ofTenant({ limits: { max_line_size: '1MB' } }, { version: '2.9.17' })).toEqual([]);
  });

  test('all at once, those of several tenants too', () => {
    const tenants = { a: { limits: { foo: 1, max_line_size: null } }, b: { limits: { bar: 1 } } };
    expect(problems({ tenants: tenants as unknown as LokiTenants }).map((text) => text.split(':')[0])).toEqual([
      'tenants.a.limits.max_line_size',
      'tenants.a.limits.foo',
      'tenants.b.limits.bar',
    ]);
  });

  test('when something that is for all does not go with them', () => {
    const schema: readonly SchemaPeriod[] = [
      { from: '2024-04-01', store: 'boltdb-shipper', objectStore: 'filesystem', schema: 'v12' },
    ];
    const found = ofTenant({ limits: { allow_structured_metadata: true } }, { schema });
    expect(found[0]).toContain('tenants.team-a.limits: do not go with config.schema_config.configs[0].store, which is');
  });

  test('with a credential, as everything that lands in dist', () => {
    const limits = { ruler_alertmanager_config: { alertmanager_client: { basic_auth_password: 'hunter2' } } };
    const found = ofTenant({ limits });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('holds what looks like a credential in "basic_auth_password"');
    expect(found[0]).not.toContain('hunter2');
  });

  test('but what is wrong for all is said for all, once', () => {
    const config = { limits_config: { ingestion_rate_md: 4 } } as unknown as LokiProps['config'];
    expect(ofTenant({ limits: { ingestion_rate_mb: 4 } }, { config })).toEqual([
      'config.limits_config.ingestion_rate_md: is no key of limits_config in Loki 3.7.6 → did you mean "ingestion_rate_mb"?',
    ]);
  });
});

describe('limits that contradict one another are warned of as they are together', () => {
  const BURST =
    'limits.ingestion_burst_size_mb is less than limits.ingestion_rate_mb, and a push larger than the burst is always refused; raise limits.ingestion_burst_size_mb';

  test('a tenant’s own, against the release’s default', () => {
    expect(warnings({ tenants: { 'team-a': { limits: { ingestion_rate_mb: 8 } } } })).toEqual([
      `tenants.team-a.limits.ingestion_rate_mb ${BURST}`,
    ]);
  });

  test('a tenant’s own, against what is for all', () => {
    const config = { limits_config: { ingestion_burst_size_mb: 20 } };
    expect(warnings({ config, tenants: { 'team-a': { limits: { ingestion_rate_mb: 16 } } } })).toEqual([]);
    expect(warnings({ config, tenants: { 'team-a': { limits: { ingestion_rate_mb: 32 } } } })).toEqual([
      `tenants.team-a.limits.ingestion_burst_size_mb ${BURST}`,
    ]);
  });

  test('what is for all is not said again for each tenant', () => {
    const config = { limits_config: { ingestion_rate_mb: 16 } };
    expect(warnings({ config, tenants: { 'team-a': { limits: { max_query_series: 5 } } } })).toEqual([
      'config.limits_config.ingestion_rate_mb limits_config.ingestion_burst_size_mb is less than limits_config.ingestion_rate_mb, and a push larger than the burst is always refused; raise limits_config.ingestion_burst_size_mb',
    ]);
  });

  test('a tenant’s queries against its own retention', () => {
    const tenant: LokiTenant = { retention: '7d', limits: { max_query_lookback: '30d' } };
    expect(warnings({ retention: '90d', tenants: { 'team-a': tenant } })).toEqual([
      'tenants.team-a.limits.max_query_lookback reaches back further than retention keeps logs; write the same as for the retention, or less',
    ]);
  });

  test('a tenant’s streams of equal priority', () => {
    const retentionByStream: readonly StreamRetention[] = [
      { selector: '{a="b"}', period: '1d' },
      { selector: '{c="d"}', period: '2d' },
    ];
    expect(warnings({ tenants: { 'team-a': { retentionByStream } } })).toEqual([
      expect.stringMatching(/^tenants\.team-a\.retentionByStream\[1\] may fit the same streams as /),
    ]);
  });
});

describe('who is refused', () => {
  test.each([
    [
      'team a',
      'tenants["team a"]: "team a" is not the name of a tenant → write letters, digits and any of ! - _ . * \' ( )',
    ],
    ['a|b', 'tenants["a|b"]: "a|b" is several tenants, and only a query can be of several → write one'],
    ['..', 'tenants[".."]: ".." would be a folder → write letters or digits'],
  ])('%p', (id, problem) => {
    expect(problems({ tenants: { [id]: {} } })).toEqual([problem]);
  });

  test('everybody but "fake", as long as nobody says who they are', () => {
    expect(problems({ multiTenant: false, tenants: { fake: { retention: '30d' } } })).toEqual([]);
    expect(problems({ multiTenant: false, tenants: { 'team-a': { retention: '30d' } } })).toEqual([
      'tenants.team-a: nobody is "team-a": as long as clients do not say which tenant they are, every log is of "fake" → set multiTenant (in a LoggingStack, its tenant), or write "fake"',
    ]);
  });

  test('tenants of another form', () => {
    expect(ofTenant({ limitz: {} })).toEqual([
      'tenants.team-a.limitz: there is no "limitz" here → did you mean "limits"?',
    ]);
    expect(ofTenant('30d')).toEqual(['tenants.team-a: "30d" is not an object → write { … }']);
  });

  test('another file in the place of ours', () => {
    const config = {
      runtime_config: { file: '/var/loki/overrides.yaml' },
      limits_config: { per_tenant_override_config: '/var/loki/overrides.yaml' },
    };
    expect(problems({ tenants: {}, config })).toEqual([
      'config.runtime_config.file: takes the place of the file of the tenants → leave it out, or write its tenants in tenants',
      'config.limits_config.per_tenant_override_config: is not read, since the tenants have a file → leave it out, or write its tenants in tenants',
    ]);
    expect(problems({ config })).toEqual([]);
  });
});

describe('whether clients say who they are', () => {
  const authOf = (props: LokiProps) =>
    parse(objectOf(lokiApp(props), 'Secret/loki').stringData['loki.yaml']).auth_enabled;

  test.each(['2.1.0', '2.9.17', '3.7.6'])('is Loki %s’s auth_enabled', (version) => {
    expect(authOf({ version, multiTenant: true })).toBe(true);
    expect(authOf({ version, multiTenant: undefined })).toBe(false);
  });

  test('is said in one place', () => {
    expect(problems({ multiTenant: false, config: { auth_enabled: true } })).toEqual([
      'config.auth_enabled: is true, and collectors and data sources send no tenant: every push is refused → leave it out, and set multiTenant (in a LoggingStack, its tenant)',
    ]);
    expect(problems({ multiTenant: true, config: { auth_enabled: false } })).toEqual([
      'config.auth_enabled: is false, so the tenants that collectors send are ignored → leave it out, or leave out multiTenant (in a LoggingStack, its tenant)',
    ]);
    expect(problems({ multiTenant: true, config: { auth_enabled: true } })).toEqual([]);
  });
});
