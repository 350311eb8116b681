import { App, Chart } from 'cdk8s';
import { appWith } from '../../test/apps';
import { DYNAMODB, S3 } from '../../test/loki-iam';
import { Loki, type LokiProps } from '../loki/loki';
import type { AwsAccess } from '../loki/storage/access';
import { type IamResult, iam } from './iam';

const podIdentity: AwsAccess = {
  type: 'pod-identity',
  roleArn: 'arn:aws:iam::111122223333:role/loki',
  clusterName: 'eks',
};
const AZURE: LokiProps['storage'] = {
  type: 'azure',
  account: 'acme',
  container: 'loki',
  access: { type: 'managed-identity' },
};

/** Apps by the program that exports each: a Loki for each of the props, in charts `a`, `b` … */
const appOf = (...lokis: readonly LokiProps[]) =>
  appWith((app) => {
    for (const [index, props] of lokis.entries()) {
      const id = String.fromCharCode('a'.charCodeAt(0) + index);
      new Loki(new Chart(app, id, { namespace: id }), 'loki', props);
    }
  });
const PROGRAMS: Readonly<Record<string, () => unknown>> = {
  'main.ts': () => appOf({ storage: { ...S3, access: podIdentity } }),
  'irsa.ts': () => appOf({ storage: S3 }),
  'two.ts': () => appOf({ storage: S3 }, { version: '2.1.0', storage: DYNAMODB }),
  'clouds.ts': () => appOf({ storage: { ...S3, access: { type: 'node-role' } } }, { storage: AZURE }, {}),
  'disk.ts': () => appOf({}),
  'refused.ts': () => appOf({ storage: { ...S3, bucket: 's3://acme-logs' } }),
  'none.ts': () => undefined,
  'text.ts': () => 'app',
  'throws.ts': () => {
    throw new Error('no chart\nnor anything else');
  },
};

const run = (...args: string[]): Promise<IamResult> =>
  iam(args, { appOf: async (program) => (PROGRAMS[program] ?? (() => undefined))() });

test('every document of every Loki, by the path of each', async () => {
  const { output, errors, exitCode } = await run('two.ts');
  const all: Record<string, object> = JSON.parse(output);
  expect(Object.entries(all).map(([path, documents]) => [path, ...Object.keys(documents)])).toEqual([
    ['a/loki', 'policy', 'trustPolicy'],
    ['b/loki', 'policy', 'trustPolicy'],
  ]);
  expect(errors.split('\n').map((line) => line.split(' to fill in')[0])).toEqual([
    'a/loki: trustPolicy has oidc.eks.<region>.amazonaws.com/id/<id>',
    'b/loki: trustPolicy has oidc.eks.<region>.amazonaws.com/id/<id>',
    '',
  ]);
  expect(exitCode).toBe(0);
});

test('main.ts when no program is named, and a single Loki by its path as well', async () => {
  const { output, errors } = await run();
  expect(Object.keys(JSON.parse(output))).toEqual(['a/loki']);
  expect(Object.keys(JSON.parse(output)['a/loki'])).toEqual(['policy', 'trustPolicy', 'podIdentityAssociation']);
  expect(errors).toBe('');
});

test('what other clouds have to grant', async () => {
  const { output, errors } = await run('clouds.ts');
  expect(
    Object.entries(JSON.parse(output)).map(([path, documents]) => [path, ...Object.keys(documents as object)]),
  ).toEqual([
    ['a/loki', 'policy'],
    ['b/loki', 'azure'],
  ]);
  expect(errors).toContain('b/loki: azure has <subscription> to fill in');
});

test.each([
  ['--policy', 'policy'],
  ['--trust', 'trustPolicy'],
  ['--association', 'podIdentityAssociation'],
])('%s: the one document alone', async (flag, key) => {
  const all = JSON.parse((await run()).output);
  const one = await run(flag);
  expect(JSON.parse(one.output)).toEqual(all['a/loki'][key]);
  expect({ ...one, output: '' }).toEqual({ output: '', errors: '', exitCode: 0 });
});

test('one document alone has its own notes alone', async () => {
  expect((await run('--policy', 'irsa.ts')).errors).toBe('');
  expect((await run('--trust', 'irsa.ts')).errors).toMatch(/^a\/loki: trustPolicy has .*oidcProvider.*\n$/);
});

test('of several Lokis the only one that has it', async () => {
  expect(JSON.parse((await run('--policy', 'clouds.ts')).output).Statement).toHaveLength(4);
});

test.each([
  [['--policy', 'two.ts'], '--policy is for one Loki, and two.ts has it for a/loki, b/loki: leave it out\n', 1],
  [['--policy', 'disk.ts'], 'no Loki of disk.ts has a policy: it belongs to storage in AWS\n', 1],
  [
    ['--trust', 'clouds.ts'],
    'no Loki of clouds.ts has a trust policy: it belongs to access by irsa or pod-identity\n',
    1,
  ],
  [['--association', 'irsa.ts'], 'no Loki of irsa.ts has an association: it belongs to access by pod-identity\n', 1],
  [['none.ts'], 'none.ts exports no app: write `export const app = new ManifestApp()`\n', 2],
  [['text.ts'], 'text.ts exports no app: write `export const app = new ManifestApp()`\n', 2],
  [['throws.ts'], 'throws.ts: no chart; npm run synth says where\n', 1],
  [['--polcy'], "Unknown option '--polcy'; --help says what there is\n", 2],
  [['--policy=a'], "Option '--policy' does not take an argument; --help says what there is\n", 2],
  [['--policy', '--trust'], '--policy and --trust are two documents: ask for one, or for none\n', 2],
  [['main.ts', 'two.ts'], '"two.ts" is one program too many: name one\n', 2],
] as const)('%j: one line, and nothing printed', async (args, errors, exitCode) => {
  expect(await run(...args)).toEqual({ output: '', errors, exitCode });
});

test('no Loki that needs anything: an empty object, and a line that says so', async () => {
  expect(await run('disk.ts')).toEqual({
    output: '{}\n',
    errors: 'no Loki of disk.ts needs anything of a cloud\n',
    exitCode: 0,
  });
});

test('an app that is refused: its problems', async () => {
  const { output, errors, exitCode } = await run('refused.ts');
  expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
  expect(errors).toContain('storage.bucket: "s3://acme-logs" is a URL\n');
});

test('an app of cdk8s itself is as good, and refused as well', async () => {
  const plain = (storage: LokiProps['storage']) => {
    const app = new App({ outdir: 'never-written' });
    new Loki(new Chart(app, 'chart', { namespace: 'logs' }), 'loki', { storage });
    return iam([], { appOf: async () => app });
  };
  expect(Object.keys(JSON.parse((await plain(S3)).output))).toEqual(['chart/loki']);
  expect(await plain({ ...S3, bucket: 'A' })).toEqual({
    output: '',
    errors: expect.stringContaining('chart/loki: storage.bucket: "A" is not a bucket\'s name'),
    exitCode: 1,
  });
});

test('other constructs may have an `iam` of their own', async () => {
  const app = appOf({});
  Object.assign(app.node.findChild('a'), { iam: { policy: {} } });
  expect((await iam([], { appOf: async () => app })).output).toBe('{}\n');
});

test('--help says what it does', async () => {
  expect(await run('--help')).toEqual({ output: expect.stringContaining('--trust'), errors: '', exitCode: 0 });
});
