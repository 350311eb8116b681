import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { appWith, objectOf, problemsOf } from '../../../test/apps';
import { expectTextSnapshot } from '../../../test/text-snapshot';
import { Loki } from '../loki';
import type { LokiStorage } from '../storage/storage';
import type { LokiTopology } from './topology';

const RELEASES = ['2.1.0', '2.9.17', '3.0.0', '3.3.4', '3.5.12', '3.6.15', '3.7.6'] as const;

const STORAGES: { readonly [Type in LokiStorage['type']]: LokiStorage } = {
  filesystem: { type: 'filesystem' },
  s3: {
    type: 's3',
    bucket: 'acme-logs',
    region: 'eu-west-1',
    access: { type: 'irsa', roleArn: 'arn:aws:iam::111122223333:role/loki' },
  },
  gcs: { type: 'gcs', bucket: 'acme-logs', access: { type: 'workload-identity' } },
  azure: {
    type: 'azure',
    account: 'acmelogs',
    container: 'loki',
    access: { type: 'account-key', secretName: 'loki-azure' },
  },
  dynamodb: {
    type: 'dynamodb',
    region: 'us-east-1',
    table: 'loki_index',
    bucket: 'acme-logs',
    access: { type: 'node-role' },
  },
};

const TOPOLOGIES: { readonly [Type in LokiTopology['type']]: LokiTopology } = {
  single: { type: 'single' },
  replicated: { type: 'replicated' },
  microservices: { type: 'microservices', caches: { chunks: {}, results: {} } },
};

type Case = readonly [storage: keyof typeof STORAGES, topology: keyof typeof TOPOLOGIES];

const CASES: readonly Case[] = Object.keys(STORAGES).flatMap((storage) =>
  Object.keys(TOPOLOGIES).map((topology) => [storage, topology] as Case),
);

const build =
  (release: string, [storage, topology]: Case) =>
  (app: ConstructorParameters<typeof Chart>[0]) =>
    void new Loki(new Chart(app, 'logs', { namespace: 'logs' }), 'loki', {
      version: release,
      storage: STORAGES[storage],
      topology: TOPOLOGIES[topology],
      ...(storage === 'dynamodb' || release === '2.1.0' ? {} : { retention: '30d' }),
    });

/** Which releases a storage in a topology exists in; none for what no release has. */
const releasesOf = (each: Case): readonly string[] =>
  RELEASES.filter((release) => problemsOf(build(release, each)).length === 0);

test('each storage in each topology exists in these releases', () => {
  const existing = CASES.map((each) => `${each.join(' ')}: ${releasesOf(each).join(' ') || 'none'}`);
  expect(existing).toEqual([
    'filesystem single: 2.1.0 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    'filesystem replicated: none',
    'filesystem microservices: none',
    's3 single: 2.1.0 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    's3 replicated: 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    's3 microservices: 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    'gcs single: 2.1.0 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    'gcs replicated: 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    'gcs microservices: 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    'azure single: 2.1.0 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    'azure replicated: 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    'azure microservices: 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6',
    'dynamodb single: 2.1.0 2.9.17 3.0.0 3.3.4 3.5.12',
    'dynamodb replicated: none',
    'dynamodb microservices: none',
  ]);
});

const configOf = (release: string, each: Case): string =>
  objectOf(appWith(build(release, each)), 'Secret/loki').stringData['loki.yaml'];

describe('the effective configuration', () => {
  const keysOf = (release: string): ReadonlySet<string> =>
    new Set(readFileSync(join(__dirname, `../../../test/fixtures/loki-keys/${release}.txt`), 'utf8').split('\n'));

  /** Paths of a mapping's keys, with `[]` for the items of a list. */
  const pathsOf = (value: unknown, path = ''): string[] => {
    if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, item]) => pathsOf(item, path === '' ? key : `${path}.${key}`));
  };

  test.each(CASES.filter((each) => releasesOf(each).length > 0))(
    '%s, %s: no key is unknown to its release',
    (...each) => {
      for (const release of releasesOf(each)) {
        let loki: Loki | undefined;
        appWith((app) => {
          build(release, each)(app);
          loki = app.node.findAll().find((child): child is Loki => child instanceof Loki);
        });
        const known = keysOf(release);
        // A list of plain values is one key.
        const unknown = pathsOf(loki?.config).filter(
          (path) => !known.has(path) && !known.has(path.replace(/\[\]$/, '')),
        );
        expect({ release, unknown }).toEqual({ release, unknown: [] });
      }
    },
  );

  test.each(CASES.filter((each) => releasesOf(each).length > 0))('%s, %s: as reviewers read it', (...each) => {
    const releases = new Map<string, string[]>();
    for (const release of releasesOf(each)) {
      const config = configOf(release, each);
      releases.set(config, [...(releases.get(config) ?? []), release]);
    }
    const text = [...releases].map(([config, of]) => `# Loki ${of.join(', ')}\n${config}`).join('---\n');
    expectTextSnapshot(`loki-config/${each.join('-')}.yaml`, text);
  });
});
