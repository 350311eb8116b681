import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const PROJECT = ['cdk8s.yaml', 'charts', 'dist', 'imports', 'main.ts', 'package.json', 'scripts', 'tsconfig.json'];
const isPosix = process.platform !== 'win32';

let project: string;

/** A copy of the repository, to do things in that would spoil it. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'synth-command-'));
  for (const path of PROJECT) {
    cpSync(join(ROOT, path), join(project, path), {
      recursive: true,
      filter: (source) => !source.endsWith('.test.ts'),
    });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const { CDK8S_OUTDIR: _, ...outer } = process.env;
  const options = {
    cwd: project,
    env: { ...outer, CDK8S_CHECK_UPGRADE: 'false', NPM_CONFIG_LOGLEVEL: 'error', ...env },
  };
  return new Promise((resolve) => {
    execFile(command, [...args], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

const synth = (...args: string[]): Promise<Outcome> => run(process.execPath, ['scripts/run.mjs', ...args]);

const cdk8s = (...args: string[]): Promise<Outcome> =>
  run(process.execPath, [join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth', ...args]);

const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

const dist = () => filesOf(join(project, 'dist'));
const committed = filesOf(join(ROOT, 'dist'));

const program = (name: string, ...lines: string[]): void => writeFileSync(join(project, name), `${lines.join('\n')}\n`);

/** A main.ts that is refused for its namespace. */
const REFUSED = [
  "import { LoggingStack, ManifestApp } from './charts';",
  'export const app = new ManifestApp();',
  "new LoggingStack(app, 'loki', { namespace: 'Loki' });",
];
const REFUSAL = [
  '1 problem, nothing was written',
  '',
  'loki',
  '   1. namespace: "Loki" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)',
  '      → did you mean "loki"?',
  '',
].join('\n');

const LOST = [
  'dist/ is gone: `cdk8s synth` deletes it before it starts the app.',
  'Get it back with `git restore dist`. `npm run synth` never loses it.',
].join('\n');

describe('npm run synth', () => {
  test('leaves dist alone when nothing has changed', async () => {
    const states = () => Object.keys(committed).map((name) => lstatSync(join(project, 'dist', name)));
    const before = states();
    expect(await synth()).toMatchObject({ code: 0, out: '' });
    expect(states().map(({ ino, mtimeMs }) => ({ ino, mtimeMs }))).toEqual(
      before.map(({ ino, mtimeMs }) => ({ ino, mtimeMs })),
    );
  });

  test.each([
    ['time zone', { TZ: 'Pacific/Kiritimati' }],
    ['language', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' }],
    ['home', { HOME: tmpdir(), USERPROFILE: tmpdir(), USER: 'nobody' }],
    ['order of keys in cdk8s', { CDK8S_DISABLE_SORT: '1' }],
    ['output folder', { CDK8S_OUTDIR: 'elsewhere/below' }],
    ['folder for what is temporary', { TMPDIR: homedir(), NODE_OPTIONS: '--stack-trace-limit=1' }],
  ])('writes the same bytes whatever the %s', async (_, env: Readonly<Record<string, string>>) => {
    rmSync(join(project, 'dist'), { recursive: true });
    expect(await run(process.execPath, ['scripts/run.mjs'], env)).toMatchObject({ code: 0, out: '' });
    expect(filesOf(join(project, env.CDK8S_OUTDIR ?? 'dist'))).toEqual(committed);
  });

  (isPosix ? test : test.skip)('writes the same bytes whatever the umask', async () => {
    rmSync(join(project, 'dist'), { recursive: true });
    await run('sh', ['-c', `umask 077; '${process.execPath}' scripts/run.mjs`]);
    expect(dist()).toEqual(committed);
    expect(lstatSync(join(project, 'dist')).mode & 0o777).toBe(0o700);
  });

  /** What a synth loads of the YAML parser that is ours, not cdk8s' own. */
  const parserOf = async (...lines: string[]): Promise<Outcome & { readonly isLoaded: boolean }> => {
    const [imports = '', , stack = ''] = REFUSED;
    const isOurs = "(path) => path.includes('/node_modules/yaml/') && !path.includes('/cdk8s/')";
    program(
      'main.ts',
      imports,
      'const app = new ManifestApp();',
      stack.replace("'Loki' }", `'loki', ${lines.join(' ')} }`),
      `process.on('exit', () => console.log(Object.keys(require.cache).map((path) => path.replaceAll('\\\\', '/')).some(${isOurs})));`,
      'app.synth();',
    );
    const outcome = await synth();
    return { ...outcome, isLoaded: outcome.out === 'true\n' };
  };

  test('ends, and says why, when the folder is gone that it writes to', async () => {
    program(
      'main.ts',
      "import { rmSync } from 'node:fs';",
      "import { LoggingStack, ManifestApp } from './charts';",
      'const app = new ManifestApp();',
      "new LoggingStack(app, 'loki', { namespace: 'loki' });",
      'rmSync(process.cwd(), { recursive: true, force: true });',
      'app.synth();',
    );
    const { code, err } = await synth();
    expect(code).not.toBe(0);
    expect(err).toMatch(/no such file or directory|is not there/i);
  });

  test('loads no parser as long as nothing has changed that earlier logs hang on', async () => {
    expect(await parserOf()).toMatchObject({ code: 0, isLoaded: false });
    expect(await parserOf('grafana: { replicas: 0 }')).toMatchObject({ code: 0, isLoaded: false });
    expect(dist()).not.toEqual(committed);
    expect(await parserOf("loki: { retention: '30d' }")).toMatchObject({ code: 0, isLoaded: true });
  });

  test('refuses a schema by which earlier logs are lost, and leaves dist as it was', async () => {
    const { code, err } = await parserOf("loki: { version: '2.9.17' }");
    expect(code).toBe(1);
    expect(err).toContain('1. loki.schema: is not written, and its default is no longer what it was');
    expect(err).toContain("schema: [{ from: '2024-04-01'");
    expect(dist()).toEqual(committed);
  });

  test('prints a refusal alone, exits with 1 and leaves dist as it was', async () => {
    program('main.ts', ...REFUSED, 'app.synth();');
    expect(await synth()).toEqual({ code: 1, out: '', err: REFUSAL });
    expect(dist()).toEqual(committed);
  });

  test('shows where a bug is, in the words of the program', async () => {
    program('main.ts', 'const values: { a?: { b: string } } = {};', '', '', "console.log(values['a']!.b);");
    const { code, err } = await synth();
    expect(code).toBe(1);
    expect(err).toMatch(/^TypeError: Cannot read properties of undefined \(reading 'b'\)\n {4}at .*main\.ts:4:26\)\n/);
  });

  test('shows where the program does not compile', async () => {
    program('main.ts', 'const = 1;');
    const { code, err } = await synth();
    expect(code).toBe(1);
    expect(err).toMatch(/main\.ts:1:6/);
    expect(err).not.toMatch(/\n {4}at /);
  });

  test.each([
    [
      'two constructs with one id',
      "new LoggingStack(app, 'loki', { namespace: 'loki' });",
      "main.ts:4:1: There is already a Construct with name 'loki' in ManifestApp\n      → give one of the two another id\n",
    ],
    [
      'a component that is in no chart',
      "new Promtail(app, 'promtail', { pushUrl: 'http://loki:3100/loki/api/v1/push' });",
      'main.ts:4:1: cannot find a parent chart (directly or indirectly)\n' +
        "      → make a chart for it: new Chart(app, 'logs', { namespace: 'logs' })\n",
    ],
  ])('says where it was told of %s, and what to do', async (_, line, message) => {
    const [imports, ...others] = REFUSED;
    program('main.ts', String(imports?.replace('{', '{ Promtail,')), ...others, line);
    expect(await synth()).toEqual({ code: 1, out: '', err: message });
  });

  test('lets every file of a program know where it is', async () => {
    program('charts/here.ts', 'export const here = () => __dirname;');
    program(
      'where.ts',
      "import { here } from './charts/here';",
      'console.log([__filename, __dirname, here()].join());',
    );
    const { out } = await synth('where.ts');
    expect(out).toBe(`${[join(project, 'where.ts'), project, join(project, 'charts')].join()}\n`);
  });

  test('passes arguments on, and leaves nothing behind', async () => {
    program('args.ts', 'console.log(process.argv.slice(2).join());');
    expect(await synth('args.ts', '--a', 'b')).toEqual({ code: 0, out: '--a,b\n', err: '' });
    const cache = readdirSync(join(project, 'node_modules/.cache/cdk8s-plg'));
    expect(cache.filter((name) => name.startsWith('args.'))).toEqual([]);
  });

  test('says so when there is no such program', async () => {
    expect(await synth('mian.ts')).toEqual({
      code: 2,
      out: '',
      err: 'mian.ts is not there: name a TypeScript program, such as main.ts\n',
    });
  });
});

describe("a program of one's own, run by node alone,", () => {
  async function compiled(...lines: string[]): Promise<Outcome> {
    program('own.ts', ...lines);
    const esbuild = join(ROOT, 'node_modules/.bin/esbuild');
    await run(esbuild, ['own.ts', '--bundle', '--packages=external', '--platform=node', '--outfile=own.cjs']);
    return run(process.execPath, ['own.cjs']);
  }

  test('prints a refusal alone and exits with 1', async () => {
    expect(await compiled(...REFUSED, 'app.synth();')).toEqual({ code: 1, out: '', err: REFUSAL });
  });

  test('does so too when it asks for the files only, and not at once', async () => {
    const later = 'setTimeout(async () => { await null; app.manifestFiles(); }, 1);';
    expect(await compiled(...REFUSED, later)).toEqual({ code: 1, out: '', err: REFUSAL });
  });

  test('may catch it', async () => {
    const caught = 'try { app.synth(); } catch (error) { console.log((error as Error).name); }';
    expect(await compiled(...REFUSED, caught)).toEqual({ code: 0, out: 'RefusedError\n', err: '' });
  });

  test('may decide for itself what becomes of errors', async () => {
    const own = "process.on('uncaughtException', ({ name }) => { console.log(name); process.exit(3); });";
    expect(await compiled(own, ...REFUSED, 'app.synth();')).toEqual({ code: 3, out: 'RefusedError\n', err: '' });
  });

  test('shows the stack of a bug that comes after a refusal', async () => {
    const { code, err } = await compiled(
      ...REFUSED,
      'try { app.synth(); } catch {}',
      '(null as never as Date).getTime();',
    );
    expect(code).toBe(1);
    expect(err).toMatch(/TypeError: Cannot read properties of null \(reading 'getTime'\)\n {4}at .*own\.cjs:\d+/);
  });
});

describe('cdk8s synth', () => {
  test('writes the same bytes', async () => {
    expect(await cdk8s()).toMatchObject({ code: 0 });
    expect(dist()).toEqual(committed);
  });

  test('--stdout prints every object, each a document of its own, and touches nothing', async () => {
    const { code, out } = await cdk8s('--stdout');
    expect(code).toBe(0);
    // The CLI sends the files in no certain order.
    const documents = (text: string) =>
      text
        .split(/^---\n/m)
        .map((part) => part.replace(/^# .*\n/gm, ''))
        .sort();
    expect(documents(out)).toEqual(documents(Object.values(committed).join('')));
    expect(dist()).toEqual(committed);
  });

  test('says how to get dist back after a refusal, as the CLI has deleted it', async () => {
    program('main.ts', ...REFUSED, 'app.synth();');
    const { code, err } = await cdk8s();
    expect(code).toBe(1);
    expect(err).toContain(`${REFUSAL}\n${LOST}\n`);
    expect(err.split('dist/ is gone')).toHaveLength(2);
    expect(existsSync(join(project, 'dist'))).toBe(false);
  });

  test('says so too after any other failure', async () => {
    program('main.ts', 'const = 1;');
    expect((await cdk8s()).err).toContain(`\n${LOST}\n`);
  });

  test('--stdout has no need to, as it loses nothing', async () => {
    program('main.ts', ...REFUSED, 'app.synth();');
    const { code, out, err } = await cdk8s('--stdout');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(REFUSAL);
    expect(err).not.toContain('git restore');
    expect(dist()).toEqual(committed);
  });
});
