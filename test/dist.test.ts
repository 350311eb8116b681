import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checkCredentials } from '../charts/kubernetes/checks/credentials';
import { describeObject, type Manifest } from '../charts/kubernetes/manifest';
import { schemaProblems } from './kubernetes-schema';

const ROOT = join(__dirname, '..');

const filesBelow = (folder: string): readonly string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) => path.endsWith('.yaml'))
        .sort()
    : [];

const DIST = filesBelow('dist');
const FILES = [...DIST, ...filesBelow('examples/dist')];

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const documentsOf = (file: string, version: '1.1' | '1.2'): unknown[] =>
  parseAllDocuments(textOf(file), { version }).map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    return document.toJS();
  });

const manifestsOf = (file: string): readonly Manifest[] => documentsOf(file, '1.2') as Manifest[];

/** Every field of an object and below, with its path. */
function fieldsOf(value: unknown, path = ''): readonly (readonly [path: string, key: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    return [[at, key, item] as const, ...fieldsOf(item, at)];
  });
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** What an API server fills in by itself, in objects of the kinds that we write. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  apiVersion: 'v1',
  concurrencyPolicy: 'Allow',
  defaultMode: 420,
  dnsPolicy: 'ClusterFirst',
  failureThreshold: 3,
  imagePullPolicy: 'IfNotPresent',
  internalTrafficPolicy: 'Cluster',
  periodSeconds: 10,
  podManagementPolicy: 'OrderedReady',
  progressDeadlineSeconds: 600,
  protocol: 'TCP',
  restartPolicy: 'Always',
  revisionHistoryLimit: 10,
  schedulerName: 'default-scheduler',
  scheme: 'HTTP',
  serviceAccount: '',
  sessionAffinity: 'None',
  successThreshold: 1,
  terminationGracePeriodSeconds: 30,
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  timeoutSeconds: 1,
};

/** Defaults of one kind only, which would be something else in another. */
const DEFAULT_TYPES: Readonly<Record<string, string>> = { Secret: 'Opaque', Service: 'ClusterIP' };

test('dist has fewer than 20 objects', () => {
  const count = DIST.flatMap(manifestsOf).length;
  expect(count).toBeGreaterThan(10);
  expect(count).toBeLessThan(20);
});

describe.each(FILES)('%s', (file) => {
  const manifests = manifestsOf(file);

  test('says the same in YAML 1.1 and 1.2, its comments and strings included', () => {
    expect(documentsOf(file, '1.1')).toEqual(manifests);
    expect(manifests.length).toBeGreaterThan(0);
  });

  test('starts with who wrote it, and ends with a line break', () => {
    expect(textOf(file)).toMatch(/^# \S+\.yaml is written by cdk8s-plg: .*\n---\n/);
    expect(textOf(file)).toMatch(/[^\n]\n$/);
  });

  test.each(['1.27', 'newest'] as const)('has only objects that Kubernetes %s knows', (release) => {
    expect(manifests.flatMap((manifest) => schemaProblems({ ...manifest }, release))).toEqual([]);
  });

  test('says the namespace of every object that has one, and of no other', () => {
    for (const manifest of manifests) {
      const isClusterScoped = ['ClusterRole', 'ClusterRoleBinding', 'Namespace'].includes(manifest.kind);
      expect({ object: describeObject(manifest), namespace: manifest.metadata.namespace }).toEqual({
        object: describeObject(manifest),
        namespace: isClusterScoped ? undefined : expect.any(String),
      });
    }
  });

  test('has nothing that is empty, but volumes', () => {
    const empty = manifests.flatMap((manifest) => fieldsOf(manifest)).filter(([, , value]) => isEmpty(value));
    expect(empty.filter(([, key]) => key !== 'emptyDir').map(([path]) => path)).toEqual([]);
  });

  test('has nothing that the API server would fill in by itself', () => {
    const filledIn = manifests.flatMap((manifest) =>
      fieldsOf(manifest)
        .filter(([path, key, value]) => {
          if (path === '.type') return value === DEFAULT_TYPES[manifest.kind];
          if (path === '.spec.type') return value === DEFAULT_TYPES[manifest.kind];
          // The first of a manifest and of a claim's template: who leaves that one out is told of a change for ever. An autoscaler
          // needs its target's.
          if (key === 'apiVersion') return !/^\.apiVersion|\.volumeClaimTemplates|\.scaleTargetRef/.test(path);
          return Object.hasOwn(DEFAULTS, key) && value === DEFAULTS[key];
        })
        .map(([path]) => `${describeObject(manifest)} ${path}`),
    );
    expect(filledIn).toEqual([]);
  });

  test('holds no secret', () => {
    expect(manifests.flatMap(checkCredentials)).toEqual([]);
    const secrets = manifests.filter(({ kind }) => kind === 'Secret');
    expect(secrets.flatMap(({ data }) => Object.keys(data ?? {}))).toEqual([]);
    expect(secrets.flatMap(({ stringData }) => Object.keys(stringData ?? {}))).toEqual(
      file.endsWith('/loki.k8s.yaml') ? ['loki.yaml'] : [],
    );
  });
});

describe('kubectl', () => {
  const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

  (hasKubectl ? test.each(FILES) : test.skip.each(FILES))('reads in %s what we wrote', (file) => {
    const args = ['annotate', '--local', '--filename', file, 'read=yes', '--output=json'];
    const output = execFileSync('kubectl', args, { cwd: ROOT, encoding: 'utf8' });
    const objects = output.split(/^(?=\{)/m).map((text) => JSON.parse(text));
    expect(objects).toEqual(
      manifestsOf(file).map((manifest) => ({
        ...manifest,
        metadata: { ...manifest.metadata, annotations: { ...manifest.metadata.annotations, read: 'yes' } },
      })),
    );
  });
});
