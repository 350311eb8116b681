import { App, Chart } from 'cdk8s';
import { appWith, objectOf, problemsOf } from '../../test/apps';
import { schemaProblems } from '../../test/kubernetes-schema';
import type { EnvVar } from '../kubernetes/types';
import { Loki, type LokiProps } from './loki';

const lokiApp = (props: LokiProps = {}) =>
  appWith((app) => new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', props));

const problems = (props: LokiProps) =>
  problemsOf((app) => new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', props)).map((text) =>
    text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '),
  );

const podOf = (props: LokiProps = {}) => objectOf(lokiApp(props), 'StatefulSet/loki').spec.template.spec;

describe('what a Loki is made of', () => {
  test('a claim of 10Gi, written as the API server completes it, so that a second apply changes nothing', () => {
    expect(objectOf(lokiApp(), 'StatefulSet/loki').spec.volumeClaimTemplates).toEqual([
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'storage' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '10Gi' } },
          volumeMode: 'Filesystem',
        },
      },
    ]);
  });

  test('size and class of the claim, the size as it is stored', () => {
    const [claim] = objectOf(
      lokiApp({ persistence: { type: 'claim', size: '2048Gi', storageClass: 'gp3' } }),
      'StatefulSet/loki',
    ).spec.volumeClaimTemplates;
    expect(claim.spec).toMatchObject({ resources: { requests: { storage: '2Ti' } }, storageClassName: 'gp3' });
  });

  test('no claim at all when it is ephemeral', () => {
    const statefulSet = objectOf(lokiApp({ persistence: { type: 'ephemeral', sizeLimit: '5Gi' } }), 'StatefulSet/loki');
    expect(statefulSet.spec).not.toHaveProperty('volumeClaimTemplates');
    expect(statefulSet.spec.template.spec.volumes).toContainEqual({ name: 'storage', emptyDir: { sizeLimit: '5Gi' } });
  });

  test.each(['3.7.6', '2.1.0'])('Loki %s is not killed while it replays its write-ahead log', (version) => {
    const [{ livenessProbe, readinessProbe }] = podOf({ version }).containers;
    expect(readinessProbe.httpGet.path).toBe('/ready');
    expect(JSON.stringify(livenessProbe)).not.toContain('/ready');
  });

  test.each(['3.7.6', '2.9.17', '2.1.0'])('Loki %s runs as its own user, writes to its volumes only', (version) => {
    const { securityContext, containers } = podOf({ version });
    expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001 });
    expect(containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
  });

  test('an IAM role by an annotation of its ServiceAccount', () => {
    const roleArn = 'arn:aws:iam::123456789012:role/loki';
    const app = lokiApp({
      version: '3.5.12',
      storage: {
        type: 'dynamodb',
        region: 'eu-west-1',
        table: 'index',
        bucket: 'acme-logs',
        access: { type: 'irsa', roleArn },
      },
    });
    expect(objectOf(app, 'ServiceAccount/loki').metadata.annotations).toEqual({
      'eks.amazonaws.com/role-arn': roleArn,
    });
  });

  test.each(['1.27', 'newest'] as const)('objects that Kubernetes %s knows', (release) => {
    for (const reference of ['StatefulSet/loki', 'Service/loki', 'Service/loki-headless', 'Secret/loki']) {
      expect(schemaProblems(objectOf(lokiApp(), reference), release)).toEqual([]);
    }
  });

  test('in anybody’s App too', () => {
    const chart = new Chart(new App(), 'logs', { namespace: 'logs' });
    new Loki(chart, 'loki');
    expect(chart.toJson().map(({ kind }: { kind: string }) => kind)).toEqual([
      'ServiceAccount',
      'Secret',
      'Service',
      'Service',
      'StatefulSet',
    ]);
  });
});

test('clients get its address as a value, with its namespace', () => {
  const loki = new Loki(new Chart(new App(), 'logs', { namespace: 'logs' }), 'loki');
  expect(loki.pushUrl).toBe('http://loki.logs.svc:3100/loki/api/v1/push');
});

describe('what nobody knows yet', () => {
  const unchecked = { limits_config: { brand_new: 1 } };

  test('passes when it is marked, and synth lists it', () => {
    const app = lokiApp({ unchecked });
    expect(objectOf(app, 'Secret/loki').stringData['loki.yaml']).toContain('  brand_new: 1\n');
    const said = app.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => String(data)));
    expect(said).toContain('nobody checks these settings of Loki: limits_config.brand_new');
  });

  test('does not pass otherwise', () => {
    expect(problems({ config: unchecked as LokiProps['config'] })).toHaveLength(1);
  });
});

test('a reference to the environment is filled in, and only then is anything expanded', () => {
  const config = { storage_config: { aws: { secret_access_key: '${KEY}' } } } as const;
  const env = [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'KEY' } } }];
  expect(podOf({ config, env }).containers[0].args).toContain('-config.expand-env=true');
  expect(podOf().containers[0].args).toEqual(['-config.file=/etc/loki/loki.yaml']);
});

describe('while the environment is filled in', () => {
  const relabel = (replacement: string): LokiProps['config'] => ({
    ruler: { alert_relabel_configs: [{ target_label: 'x', replacement }] },
  });

  test('a "$" of a pattern alone does not turn it on', () => {
    expect(podOf({ config: relabel('${1}-$2') }).containers[0].args).toEqual(['-config.file=/etc/loki/loki.yaml']);
  });

  test('a variable that the pod does not have is refused, in unchecked settings too', () => {
    expect(problems({ config: { server: { log_level: '${LEVEL}' as 'info' } } })).toEqual([
      'config.server.log_level: reads the variable "LEVEL", which the pod does not have → add "LEVEL" to env',
    ]);
    expect(problems({ unchecked: { limits_config: { brand_new: '${NEW}' } } })).toEqual([
      'unchecked.limits_config.brand_new: reads the variable "NEW", which the pod does not have → add "NEW" to env',
    ]);
    expect(problems({ config: { server: { log_level: '${LEVEL:-info}' as 'info' } } })).toEqual([]);
  });

  test('a variable of one task is enough for it', () => {
    const password = '${PASSWORD}';
    const props = (env: readonly EnvVar[]): LokiProps => ({
      storage: { type: 's3', region: 'eu-central-1', bucket: 'logs', access: { type: 'node-role' } },
      topology: { type: 'microservices', ruler: { env } },
      config: { ruler: { alertmanager_client: { basic_auth_username: 'loki', basic_auth_password: password } } },
    });
    expect(
      problems(props([{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'alertmanager', key: 'password' } } }])),
    ).toEqual([]);
    expect(problems(props([]))).toEqual([expect.stringContaining('reads the variable "PASSWORD"')]);
  });

  test('the file of the tenants stays as it is', () => {
    const selector = '{app=~"a\\\\.b"}';
    const tenants = { fake: { retentionByStream: [{ selector, period: '30d' }] } } as const;
    const retention = { retention: '90d', tenants } as const;
    const env = [{ name: 'LEVEL', value: 'info' }];
    expect(problems({ ...retention, env, config: { server: { log_level: '${LEVEL}' as 'info' } } })).toEqual([]);
  });

  test('what it would eat is refused, with the way to write it', () => {
    const env = [{ name: 'NEW', value: 'x' }];
    const unchecked = { limits_config: { brand_new: '${NEW}' } };
    expect(problems({ env, unchecked, config: relabel('${1}') })).toEqual([
      'config.ruler.alert_relabel_configs[0].replacement: "${1}" is filled in from the environment, and nothing is left of it → write "$1", or "$${1}"',
    ]);
    expect(problems({ env, unchecked, config: relabel('a$$b') })).toEqual([
      'config.ruler.alert_relabel_configs[0].replacement: holds "$$", of which "$" is left once the environment is filled in → write "$$$$"',
    ]);
    expect(problems({ env, unchecked, config: relabel('$1') })).toEqual([]);
  });
});

describe('what is refused', () => {
  test.each<[LokiProps, string]>([
    [
      { version: '3.8.0' },
      'version: loki 3.8.0 is not known: its lines are 2.1 … 2.9, 3.0 … 3.7 → did you mean "3.7.6"?',
    ],
    [{ retention: '14 days' as '14d' }, 'retention: "14 days" is not a duration → write "14d"'],
    [{ retention: '36h' }, 'retention: "36h" is not a multiple of 24h → write "24h" or "48h"'],
    [
      { version: '2.1.0', retention: '7d' },
      'retention: Loki 2.1.0 deletes nothing by itself: its compactor learnt it in 2.3 → leave it out, or take a newer release',
    ],
    [
      { replicas: 3 },
      "replicas: is 3, but each pod would keep its own logs on its own volume and find nobody else's → write 1",
    ],
    [
      { persistence: { type: 'claim', size: '10 GB' } },
      'persistence.size: "10 GB" is not a quantity → did you mean "10Gi"?',
    ],
    [
      { name: 'My Loki' },
      'name: "My Loki" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends) → did you mean "my-loki"?',
    ],
    [
      { config: { common: { path_prefix: '/data' } } },
      'config.common.path_prefix: "/data" is on no volume, and the root file system is read-only → put it below /var/loki or /tmp, or mount a volume there',
    ],
    [
      { config: { compactor: { working_directory: '/etc/loki/compactor' } } },
      'config.compactor.working_directory: "/etc/loki/compactor" is on /etc/loki, mounted read-only → put it below /var/loki or /tmp, or mount a volume there',
    ],
    [
      { schema: [{ from: '2024-4-1', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' }] },
      'schema[0].from: "2024-4-1" is not a day → write it as "2024-04-01"',
    ],
    [
      { schema: [{ from: '2024-02-30', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' }] },
      'schema[0].from: "2024-02-30" is not a day → write it as "2024-04-01"',
    ],
    [
      {
        schema: [
          { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' },
          { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' },
        ],
      },
      'schema[1].from: "2024-04-01" is not after the period before it, "2024-04-01" → order the periods by day, each on a day of its own',
    ],
    [
      {
        schema: [
          { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13', index: { period: '168h' } },
        ],
      },
      'schema[0].index.period: is "168h", tsdb keeps a table a day → write "24h", or leave it out',
    ],
    [
      { schema: [{ from: '2024-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' }] },
      "schema[0].objectStore: needs a storage that says which bucket → set storage to { type: 's3', … }",
    ],
  ])('%j', (props, problem) => {
    expect(problems(props)).toEqual([problem]);
  });

  const dynamodb = {
    type: 'dynamodb',
    region: 'eu-west-1',
    table: 'index',
    bucket: 'acme-logs',
    access: { type: 'node-role' },
  } as const;

  test.each<[object, string]>([
    [{ region: 'eu west 1' }, 'storage.region: "eu west 1" is not an AWS region → did you mean "eu-west-1"?'],
    [{ region: 'eu-west-1a' }, 'storage.region: "eu-west-1a" is not an AWS region → did you mean "eu-west-1"?'],
    [{ bucket: 's3://acme-logs' }, 'storage.bucket: "s3://acme-logs" is a URL → write the name alone: "acme-logs"'],
    [
      { bucket: 'Acme_Logs' },
      'storage.bucket: "Acme_Logs" is not a bucket\'s name → write 3 to 63 characters: a-z, 0-9, "-" and ".", a letter or digit at both ends',
    ],
    [{ accountId: '1234' }, 'storage.accountId: "1234" is not an AWS account → write its twelve digits'],
    [
      { access: { type: 'irsa', roleArn: 'loki' } },
      'storage.access.roleArn: "loki" is not the ARN of an IAM role → write "arn:aws:iam::<account, twelve digits>:role/<name>"',
    ],
  ])('storage %j', (storage, problem) => {
    expect(problems({ version: '3.5.12', storage: { ...dynamodb, ...storage } })).toEqual([problem]);
  });

  test('retention of an index in DynamoDB, which the compactor does not know', () => {
    expect(problems({ version: '3.5.12', storage: dynamodb, retention: '30d' })).toEqual([
      'retention: deletes nothing that has its index in DynamoDB: the compactor knows TSDB and boltdb-shipper only → leave it out, and let the bucket expire its objects',
    ]);
  });

  test.each<[LokiProps['config'], string]>([
    [
      { limits_config: { retention_perod: '30d' } } as LokiProps['config'],
      'config.limits_config.retention_perod: is no key of limits_config in Loki 3.7.6 → did you mean "retention_period"?',
    ],
    [{ common: { replication_factor: 3 } }, 'config.common.replication_factor:'],
    [{ compactor: { shared_store: 'filesystem' } }, 'config.compactor.shared_store:'],
  ])('config %j, as Loki itself would or worse', (config, problem) => {
    const found = problems({ config });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
  });

  test('DynamoDB from Loki 3.6 on, which loses logs on read', () => {
    expect(problems({ version: '3.6.15', storage: dynamodb })).toEqual([
      'storage.type: DynamoDB with Loki 3.6.15 loses logs on read: from 3.6 on it reads one page of an answer only, and ends when a query fails → stay on 3.5, or move to TSDB by a further schema period',
    ]);
  });
});
