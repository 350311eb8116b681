import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appWith } from '../../test/apps';
import { STACK, TODAY } from '../../test/reviews';
import { ArgoApplication, Environment, LoggingStack } from '..';
import { writeDocuments } from '../kubernetes/yaml';
import type { LokiOptions } from '../loki/loki-options';
import type { CheckResult } from './check';
import { review } from './review';

const started = process.cwd();
let folder: string;

const git = (...args: readonly string[]): void => {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { stdio: 'pipe' });
};

const write = (path: string, text: string): void => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
};

/** A repository with the default stack in dist/, in its first commit, tagged v1. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'review-')));
  process.chdir(folder);
  git('init', '--quiet', '--initial-branch', 'main');
  for (const program of Object.keys(PROGRAMS)) write(program, '');
  for (const [path, text] of stack().manifestFiles()) write(join('dist', path), text);
  write('dist/README.md', 'no manifest');
  for (const [path, text] of environments().manifestFiles()) write(join('environments', path), text);
  symlinkSync('loki.k8s.yaml', 'dist/link.yaml');
  git('add', '.');
  git('commit', '--quiet', '--message', 'The default stack');
  git('tag', 'v1');
  rmSync('dist/link.yaml');
  write('live.yaml', writeDocuments(STACK));
  write('broken.yaml', 'a: [\n');
  write('empty/README.md', 'no manifest');
});

afterAll(() => {
  process.chdir(started);
  rmSync(folder, { recursive: true, force: true });
});

const stack = (loki: LokiOptions = {}, namespace = 'loki') =>
  appWith((app) => void new LoggingStack(app, 'loki', { namespace, loki }));

/** Two environments, and an Application of each. */
const environments = () =>
  appWith((app) => {
    for (const [name, retention] of [
      ['staging', '7d'],
      ['production', '14d'],
    ] as const) {
      const environment = new Environment(app, name);
      new LoggingStack(environment, 'loki', { namespace: 'loki', loki: { retention } });
      new ArgoApplication(app, `logs-${name}`, { deploys: environment, repoURL: 'https://git.example.com/a.git' });
    }
  });

const appIn = (app: ReturnType<typeof stack>) => ({
  app: { outdir: 'dist', manifestFiles: () => app.manifestFiles() },
});

const PROGRAMS: Readonly<Record<string, () => unknown>> = {
  'main.ts': () => appIn(stack()),
  'other.ts': () => ({ default: appIn(stack({ retention: '7d' })) }),
  'refused.ts': () => appIn(stack({}, 'Loki')),
  'nothing.ts': () => ({ stack: 1 }),
  'environments.ts': () => appIn(environments()),
  'strange.ts': () => {
    throw Object.assign(new Error('no'), { code: 'ERR_UNKNOWN_FILE_EXTENSION' });
  },
};

const run = (...args: readonly string[]): Promise<CheckResult> =>
  review(args, {
    load: async (program) => PROGRAMS[program]?.(),
    input: () => writeDocuments(STACK),
    today: TODAY,
    hasColours: false,
  });

const firstLine = async (...args: readonly string[]): Promise<string | undefined> =>
  (await run(...args)).output.split('\n')[0];

test('a program is compared with what is committed of the folder that it writes to', async () => {
  expect(await run()).toEqual({
    output: 'main.ts against HEAD:dist: 19 unchanged\nnothing changes\n',
    errors: '',
    exitCode: 0,
  });
  expect(await firstLine('other.ts')).toBe('other.ts against HEAD:dist: 2 changed, 17 unchanged');
});

test.each([
  [['--against', 'v1', 'other.ts'], 'other.ts against v1:dist: 2 changed, 17 unchanged'],
  [['--against', 'main:dist', 'other.ts'], 'other.ts against main:dist: 2 changed, 17 unchanged'],
  [
    ['--against', 'HEAD:dist/loki.k8s.yaml', 'other.ts'],
    'other.ts against HEAD:dist/loki.k8s.yaml: 14 created, 2 changed, 3 unchanged',
  ],
  [['--against', 'dist', 'other.ts'], 'other.ts against dist: 2 changed, 17 unchanged'],
  [['--against', 'live.yaml', 'other.ts'], 'other.ts against live.yaml: 2 changed, 17 unchanged'],
  [['--against', '-', 'other.ts'], 'other.ts against standard input: 2 changed, 17 unchanged'],
  [['--against', 'dist', '-'], 'standard input against dist: 19 unchanged'],
  [['--against', 'live.yaml', 'dist'], 'dist against live.yaml: 19 unchanged'],
  [['dist'], 'dist against HEAD:dist: 19 unchanged'],
  [['dist/loki.k8s.yaml'], 'dist/loki.k8s.yaml against HEAD:dist/loki.k8s.yaml: 5 unchanged'],
  [['live.yaml'], 'live.yaml against HEAD:live.yaml, where there is nothing yet: 19 created'],
])('%j', async (args, expected) => expect(await firstLine(...args)).toBe(expected));

test('the format is that which is asked for', async () => {
  const [markdown, json] = [await run('other.ts', '--format', 'markdown'), await run('other.ts', '--format', 'json')];
  expect(markdown.output).toMatch(/^\*\*Review of `other\.ts against HEAD:dist`\*\*: 2 changed, 17 unchanged\n/);
  expect(JSON.parse(json.output)).toMatchObject({ severity: 'data-loss', counts: { changed: 2 } });
  const { output } = await run('other.ts', '--format', 'html');
  expect(output).toMatch(/^<!DOCTYPE html>\n/);
  expect(output).toContain('<title>Review of other.ts against HEAD:dist</title>');
  expect(output.match(/<svg /g)).toHaveLength(4);
});

test.each<[string, 0 | 1]>([
  ['data-loss', 1],
  ['recreate,rollout', 1],
  ['recreate,rights,exposure', 0],
])('--fail-on %s ends with %d', async (severities, exitCode) => {
  expect(await run('other.ts', '--fail-on', severities)).toMatchObject({ errors: '', exitCode });
});

test.each([
  [['--between', 'staging', 'production', 'environments.ts']],
  [['environments.ts', '--between', 'staging', 'production']],
  [['--between=staging', 'production', '--format', 'text', 'environments.ts']],
])('%j compares two environments of one program', async (args) => {
  expect(await run(...args)).toEqual({
    output: `environments.ts: staging → production: 1 different, 18 alike

  cost                Secret/loki: in production keeps logs for 14d in place of 7d: the storage
                      grows

Secret/loki (namespace loki): different
  cost: in production keeps logs for 14d in place of 7d: the storage grows
  ~ data["loki.yaml"].limits_config.retention_period: 7d → 14d
`,
    errors: '',
    exitCode: 0,
  });
});

test.each([
  [['production', 'staging', 'environments'], 'environments: production → staging: 1 different, 18 alike'],
  [['staging', 'production', 'HEAD:environments'], 'HEAD:environments: staging → production: 1 different, 18 alike'],
  [['staging', 'production', 'v1:environments'], 'v1:environments: staging → production: 1 different, 18 alike'],
])('--between %j', async (args, expected) => expect(await firstLine('--between', ...args)).toBe(expected));

test('two environments are compared in each format, and --fail-on counts', async () => {
  const args = ['--between', 'staging', 'production', 'environments.ts'];
  const [markdown, json] = [await run(...args, '--format', 'markdown'), await run(...args, '--format', 'json')];
  expect(markdown.output).toMatch(
    /^\*\*Review of `environments\.ts: staging → production`\*\*: 1 different, 18 alike\n/,
  );
  expect(JSON.parse(json.output)).toMatchObject({ environments: ['staging', 'production'], counts: { changed: 1 } });
  const { output } = await run(...args, '--format', 'html');
  expect(output.match(/<figcaption>.*?<\/figcaption>/g)).toEqual([
    '<figcaption><b>staging</b>19 objects</figcaption>',
    '<figcaption><b>production</b>19 objects</figcaption>',
  ]);
  expect((await run(...args, '--fail-on', 'cost')).exitCode).toBe(1);
  expect((await run(...args, '--fail-on', 'data-loss,exposure')).exitCode).toBe(0);
});

test.each([
  [['--between', 'staging'], '--between: name two environments, as in --between staging production'],
  [
    ['--between', 'staging', '--format', 'text', 'production'],
    '--between: name two environments, as in --between staging production',
  ],
  [
    ['--between', 'staging', 'staging', 'environments.ts'],
    '--between: "staging" is compared with itself: name two environments',
  ],
  [
    ['--between', 'staging', 'prodution', 'environments.ts'],
    '--between: environments.ts has no environment "prodution", but production, staging; did you mean "production"?',
  ],
  [
    ['--between', 'staging', 'production'],
    '--between: main.ts has no environments: it writes no folders; make one by `new Environment(app, "staging")`',
  ],
  [
    ['--between', 'staging', 'production', '--against', 'HEAD'],
    '--against and --between exclude one another; name what holds the environments, as HEAD:dist',
  ],
  [['--between', 'a', 'b', 'nowhere:environments'], 'nowhere is neither a file nor a revision of this repository'],
  [['--against', 'nowhere'], 'nowhere is neither a file nor a revision of this repository'],
  [['--against', 'HEAD:nowhere'], 'HEAD has no manifests in nowhere'],
  [['--against=--output=x'], '--output=x is neither a file nor a revision of this repository'],
  [
    ['--against', 'broken.yaml'],
    'broken.yaml:2: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [['--against', 'empty'], 'empty holds no file that ends in .yaml, .yml or .json'],
  [['missing.ts'], 'missing.ts is not there: name a program, such as main.ts, a folder or a file'],
  [['missing'], 'missing cannot be read: there is no such file'],
  [['nothing.ts'], 'nothing.ts exports no app: write `export const app = new ManifestApp()`'],
  [
    ['strange.ts'],
    'strange.ts is nothing that Node runs as it is: compile it first, or name the folder that it writes to',
  ],
  [['--format', 'htm'], '--format: "htm" is not one of text, markdown, html, json; did you mean "html"?'],
  [
    ['--fail-on', 'dataloss'],
    '--fail-on: "dataloss" is not one of data-loss, recreate, rights, exposure, rollout, collection, cost, image; did you mean "data-loss"?',
  ],
  [['--today', 'now'], '--today: "now" is not a day; write it as 2026-01-31'],
  [['main.ts', 'dist'], '"dist" is one too many: name one program, folder or file'],
  [['--agianst', 'x'], "Unknown option '--agianst'; --help says what there is"],
])('%j is answered in one line', async (args, message) => {
  expect(await run(...args)).toEqual({ output: '', errors: `${message}\n`, exitCode: 2 });
});

test('a program that is refused has its problems told', async () => {
  const { output, errors, exitCode } = await run('refused.ts');
  expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
  expect(errors).toContain('1. namespace: "Loki" is not a DNS label');
});

test('--help says what it does', async () => {
  expect(await run('--help')).toEqual({
    output: expect.stringContaining('review [--against'),
    errors: '',
    exitCode: 0,
  });
});

test('outside of a repository a folder or file has to be named', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'review-'));
  const ceiling = process.env.GIT_CEILING_DIRECTORIES;
  try {
    process.env.GIT_CEILING_DIRECTORIES = realpathSync(tmpdir());
    process.chdir(elsewhere);
    write('main.ts', '');
    expect((await run()).errors).toBe(
      'this is no git repository: name a folder or a file to compare with, as --against dist\n',
    );
    write('a/a.yaml', writeDocuments(STACK));
    expect(await firstLine('--against', 'a')).toBe('main.ts against a: 19 unchanged');
  } finally {
    process.chdir(folder);
    if (ceiling === undefined) delete process.env.GIT_CEILING_DIRECTORIES;
    else process.env.GIT_CEILING_DIRECTORIES = ceiling;
    rmSync(elsewhere, { recursive: true });
  }
});
