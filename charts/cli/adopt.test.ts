import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Data, objectsIn, releaseText } from '../../test/helm-releases';
import { FIRST_LINE } from '../adopt/write/program-text';
import { adopt } from './adopt';
import type { CheckResult } from './check';
import { runAdopt } from './run-adopt';

const STACK = releaseText('loki-stack-2.3.1.yaml');
const PROMTAIL = releaseText('promtail-3.11.yaml');
const GRAFANA = releaseText('grafana-10.1.yaml');

const written = (objects: readonly Data[]): string => objects.map((object) => stringify(object)).join('---\n');

const inNamespace = (text: string, namespace: string): string =>
  written(objectsIn(text).map((object) => ({ ...object, metadata: { ...object.metadata, namespace } })));

/** Loki's StatefulSet as kubectl prints one object. */
const [LOKI] = objectsIn(STACK).filter(({ kind }) => kind === 'StatefulSet');

/** What becomes unreadable when it is taken apart by lines is not shown in any message. */
const BROKEN = `${STACK}---\nkind: Secret\ndata: {password: aHVudGVyMg==\n`;

/** Of another application, in a namespace of its own. */
const NAMESAKE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'loki', namespace: 'elsewhere' },
  spec: { selector: { app: 'other' }, ports: [{ port: 80 }] },
};

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'stack.yaml': STACK,
  'promtail.yaml': PROMTAIL,
  'grafana.yaml': GRAFANA,
  'utf-16.yaml': Buffer.from(`\ufeff${STACK}`, 'utf16le'),
  'latin-1.yaml': Buffer.concat([Buffer.from('# a\n# '), Buffer.from([0xe9, 0x0a])]),
  'compressed.yaml': Buffer.from([0x1f, 0x8b, 0x08, 0x00]),
  'windows.yaml': STACK.replaceAll('\n', '\r\n'),
  'broken.yaml': BROKEN,
  'text.yaml': 'a: 1\n---\njust words\n',
  'empty.yaml': '',
  'configmap.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: a}\n',
  'nowhere.yaml': written([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }]),
  'workload.yaml': stringify({ ...LOKI, metadata: { ...LOKI.metadata, namespace: 'loki' } }),
  'staging.yaml': inNamespace(STACK, 'staging'),
  'production.yaml': inNamespace(STACK, 'production'),
  'newer.yaml': inNamespace(STACK, 'loki').replaceAll('grafana/loki:2.1.0', 'grafana/loki:2.4.2'),
  'namesake.yaml': `${inNamespace(STACK, 'loki')}---\n${stringify(NAMESAKE)}`,
  'invalid.yaml': STACK.replace('name: METHOD', 'name: METHOD=1'),
  '-': STACK,
};

const UNTOUCHED = readFileSync(join(__dirname, '../../main.ts'), 'utf8');

interface Run extends CheckResult {
  /** What was written, by file. */
  readonly files: Readonly<Record<string, string>>;
}

function run(args: readonly string[], there: Readonly<Record<string, string>> = {}): Run {
  const files: Record<string, string> = {};
  const result = adopt(args, {
    read: (file) => {
      const content = FILES[file];
      if (content === undefined)
        throw Object.assign(new Error('no'), { code: file === 'folder' ? 'EISDIR' : 'ENOENT' });
      return content;
    },
    existing: (file) => {
      if (file === 'folder.ts') throw Object.assign(new Error('no'), { code: 'EISDIR' });
      return there[file];
    },
    write: (file, text) => {
      if (file.startsWith('missing/')) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      files[file] = text;
    },
    importFrom: (file) => (file.includes('/') ? 'cdk8s-plg' : './charts'),
  });
  return { ...result, files };
}

const briefly = ({ output, files, ...rest }: Run) => ({
  ...rest,
  lines: output.split('\n')[0],
  files: Object.keys(files),
});

test('a release is written as main.ts and reported', () => {
  const { output, errors, exitCode, files } = run(['stack.yaml']);
  expect({ errors, exitCode }).toEqual({ errors: '', exitCode: 0 });
  expect(output).toMatch(/^Loki 2\.1\.0: StatefulSet\/loki in namespace loki, chart loki-2\.3\.0\n/);
  expect(output).toContain('\nmain.ts is written.\n');
  expect(output.endsWith('\n')).toBe(true);
  expect(Object.keys(files)).toEqual(['main.ts']);
  expect(files['main.ts']).toMatch(/^\/\/ Takes a running release over.*\n.*\nimport \{ .* \} from '\.\/charts';\n/);
});

test.each([['-'], ['utf-16.yaml'], ['windows.yaml']])('%s is read the same', (file) => {
  expect(run([file]).files).toEqual(run(['stack.yaml']).files);
});

test.each(['--help', '-h'])('%s says what it does, and does nothing', (option) => {
  expect(run([option, 'stack.yaml'])).toEqual({
    output: expect.stringContaining('adopt [--namespace NAME] [--out main.ts] [--force] [--json] FILE…'),
    errors: '',
    exitCode: 0,
    files: {},
  });
});

const noObject = (line: number): string =>
  `text.yaml:${line}: is no Kubernetes object: it has no apiVersion, kind or name`;

/** How many objects of a text name no namespace, and need one. */
const unplaced = (text: string): number =>
  objectsIn(text).filter(
    ({ kind, metadata }) => metadata.namespace === undefined && !/^(?:Cluster|PodSecurityPolicy)/.test(kind),
  ).length;

describe('what it cannot do is answered in one line, and nothing is written:', () => {
  test.each<[readonly string[], string, 1 | 2]>([
    [[], 'no file is named; write "adopt FILE", or "-" for standard input', 2],
    [['--out', 'main.js', 'stack.yaml'], '--out: "main.js" is no TypeScript program; write "main.ts"', 2],
    [['--namespace', 'Loki', 'stack.yaml'], '--namespace: "Loki" is not a namespace', 2],
    [['--namespace', '', 'stack.yaml'], '--namespace: "" is not a namespace', 2],
    [['--namespace', 'a'.repeat(64), 'stack.yaml'], `--namespace: "${'a'.repeat(64)}" is not a namespace`, 2],
    [['--namepsace', 'x', 'stack.yaml'], "Unknown option '--namepsace'; --help says what there is", 2],
    [['stack.yaml', '--out'], "Option '--out <value>' argument missing; --help says what there is", 2],
    [['--out', 'folder.ts', 'stack.yaml'], 'folder.ts cannot be read: it is a folder: name another with --out', 2],
    [
      ['--out', 'missing/main.ts', 'stack.yaml'],
      'missing/main.ts cannot be written: there is no such folder: name another with --out',
      1,
    ],
    [['missing.yaml'], 'missing.yaml cannot be read: there is no such file', 1],
    [['stack.yaml', 'missing.yaml'], 'missing.yaml cannot be read: there is no such file', 1],
    [['folder'], 'folder cannot be read: it is a folder', 1],
    [['latin-1.yaml'], 'latin-1.yaml:2: is not UTF-8', 1],
    [['compressed.yaml'], 'compressed.yaml:1: is compressed', 1],
    [['broken.yaml'], `broken.yaml:${BROKEN.split('\n').length}: is not YAML`, 1],
    [['text.yaml', 'stack.yaml'], [1, 3].map(noObject).join('\n'), 1],
    [['empty.yaml'], 'empty.yaml: it holds no Loki, Promtail or Grafana that can be taken over', 1],
    [['configmap.yaml'], 'configmap.yaml: it holds no Loki, Promtail or Grafana that can be taken over', 1],
    [['nowhere.yaml'], 'nowhere.yaml: 1 object names no namespace: say which it is with --namespace', 1],
    [
      ['promtail.yaml', 'grafana.yaml', 'staging.yaml'],
      `promtail.yaml, grafana.yaml, staging.yaml: ${unplaced(PROMTAIL)} objects name no namespace: say which it is with --namespace`,
      1,
    ],
    [
      ['workload.yaml'],
      'workload.yaml: StatefulSet/loki reads loki.yaml of Secret/loki, which is not here: add what `kubectl get secret loki -o yaml` prints',
      1,
    ],
  ])('%j', (args, message, exitCode) => {
    expect(run(args)).toEqual({ output: '', errors: `${message}\n`, exitCode, files: {} });
  });
});

describe('a program that is there', () => {
  const mine = 'import { ManifestApp } from "./charts";\nconsole.log("mine");\n';

  test('and that somebody has changed is not written over', () => {
    expect(run(['stack.yaml'], { 'main.ts': mine })).toEqual({
      output: '',
      errors: 'main.ts is there, and was not written here: name another with --out, or write over it with --force\n',
      exitCode: 2,
      files: {},
    });
  });

  test.each([
    ['that nobody has changed', UNTOUCHED],
    ['that nobody has changed, with the line ends of Windows', UNTOUCHED.replaceAll('\n', '\r\n')],
    ['that was written here', `${FIRST_LINE}\nanything\n`],
  ])('%s is written over', (_, text) => {
    expect(briefly(run(['stack.yaml'], { 'main.ts': text }))).toMatchObject({ exitCode: 0, files: ['main.ts'] });
  });

  test('is written over with --force, and left alone with --out', () => {
    expect(briefly(run(['--force', 'stack.yaml'], { 'main.ts': mine }))).toMatchObject({
      exitCode: 0,
      files: ['main.ts'],
    });
    const { output, files } = run(['stack.yaml', '--out', 'apps/other.ts'], { 'main.ts': mine });
    expect(Object.keys(files)).toEqual(['apps/other.ts']);
    expect(files['apps/other.ts']).toContain("from 'cdk8s-plg';");
    expect(output).toContain('\napps/other.ts is written.\n');
  });

  test('is not written over by a release that cannot be read', () => {
    expect(run(['broken.yaml', '--force'], { 'main.ts': mine }).files).toEqual({});
  });
});

describe('namespaces', () => {
  test('--namespace is that of objects that name none, and of no others', () => {
    const { output, files } = run(['--namespace', 'logs', 'promtail.yaml', 'grafana.yaml']);
    expect(output).toContain('Promtail 2.4.2: DaemonSet/promtail in namespace logs');
    expect(output).toContain('Grafana 12.2.0: Deployment/grafana in namespace observability');
    expect(files['main.ts']).toContain("new Chart(app, 'promtail', { namespace: 'logs' })");
    expect(files['main.ts']).toContain("new Chart(app, 'grafana', { namespace: 'observability' })");
  });

  test('of two releases of one program neither is taken, and both are named', () => {
    expect(run(['staging.yaml', 'production.yaml'])).toEqual({
      output: '',
      errors: `${[
        'StatefulSet/loki in staging and StatefulSet/loki in production both run loki: give one of them at a time',
        'DaemonSet/loki-promtail in staging and DaemonSet/loki-promtail in production both run promtail: give one of them at a time',
        'Deployment/loki-grafana in staging and Deployment/loki-grafana in production both run grafana: give one of them at a time',
        'it holds no Loki, Promtail or Grafana that can be taken over',
      ]
        .map((line) => `staging.yaml, production.yaml: ${line}`)
        .join('\n')}\n`,
      exitCode: 1,
      files: {},
    });
  });

  test('of an object that two files have the last one counts', () => {
    expect(run(['--namespace', 'loki', 'stack.yaml', 'stack.yaml']).files).toEqual(run(['stack.yaml']).files);
    const { output } = run(['--namespace', 'loki', 'stack.yaml', 'newer.yaml']);
    expect(output).toMatch(/^Loki 2\.4\.2: StatefulSet\/loki in namespace loki/);
  });

  test('an object of the same name elsewhere is another one, and is kept there', () => {
    const { output, files, exitCode } = run(['namesake.yaml']);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/kept as they are, in main\.ts \(\d+\)\n(?: {4}.*\n)* {4}Service\/loki\n/);
    expect(files['main.ts']).toContain("new ApiObject(kept, 'service-elsewhere-loki', {");
  });
});

test('what synth refuses is written all the same, told, and ends with exit code 1', () => {
  const { output, exitCode, files } = run(['invalid.yaml']);
  expect(exitCode).toBe(1);
  expect(output).toContain('Refused by synth as it is; mend it there (1)\n  1. ');
  expect(output).toContain('env[0].name: "METHOD=1" is not the name of a variable');
  expect(Object.keys(files)).toEqual(['main.ts']);
});

test('--json is the report for programs', () => {
  const { output, errors, exitCode, files } = run(['--json', 'stack.yaml', '--out', 'other.ts']);
  const report = JSON.parse(output);
  expect({ errors, exitCode }).toEqual({ errors: '', exitCode: 0 });
  expect(Object.keys(files)).toEqual(['other.ts']);
  expect(Object.keys(report)).toEqual([
    ...['written', 'components', 'problems', 'consequences', 'notTaken', 'todo', 'unchecked', 'objects', 'added'],
    ...['same', 'differences'],
  ]);
  expect(report.written).toBe('other.ts');
  expect(report.components[0]).toEqual({
    component: 'loki',
    version: '2.1.0',
    workload: 'StatefulSet/loki',
    namespace: 'loki',
    chart: 'loki-2.3.0',
    facts: expect.objectContaining({ storage: 'filesystem', tenants: 'none' }),
  });
  expect(report.objects).toHaveLength(objectsIn(STACK).length);
  expect(report.objects).toContainEqual({
    object: 'Secret/loki-grafana',
    namespace: 'loki',
    fate: 'stays',
    reason: 'its values are in no file, so apply leaves it as it is',
  });
  expect(report.differences).toContainEqual({
    object: 'configuration of Promtail',
    path: 'clients[0].url',
    theirs: 'http://loki:3100/loki/api/v1/push',
    ours: 'http://loki.loki.svc:3100/loki/api/v1/push',
  });
});

describe('as a program', () => {
  const started = process.cwd();
  let folder: string;
  const said = { output: '', errors: '' };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'adopt-')));
    process.chdir(folder);
    writeFileSync('release.yaml', STACK);
    Object.assign(said, { output: '', errors: '' });
    for (const [stream, key] of [
      ['stdout', 'output'],
      ['stderr', 'errors'],
    ] as const) {
      jest.spyOn(process[stream], 'write').mockImplementation((text) => {
        said[key] += String(text);
        return true;
      });
    }
  });

  afterEach(() => {
    jest.restoreAllMocks();
    process.chdir(started);
    process.exitCode = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  test('it imports the package, or the source that is above it', () => {
    mkdirSync('charts');
    mkdirSync('apps/logs', { recursive: true });
    runAdopt(['release.yaml']);
    expect(readFileSync('main.ts', 'utf8')).toContain("from 'cdk8s-plg';");
    writeFileSync('charts/logging-stack.ts', '');
    runAdopt(['release.yaml']);
    expect(readFileSync('main.ts', 'utf8')).toContain("from './charts';");
    runAdopt(['release.yaml', '--out', 'apps/logs/main.ts']);
    expect(readFileSync('apps/logs/main.ts', 'utf8')).toContain("from '../../charts';");
    expect(said.errors).toBe('');
    expect(process.exitCode).toBe(0);
  });

  test.each([
    ['nothing.yaml', 'nothing.yaml cannot be read: there is no such file\n', 1],
    ['.', '. cannot be read: it is a folder\n', 1],
    ['--out=none/main.ts', 'none/main.ts cannot be written: there is no such folder: name another with --out\n', 1],
    ['--out=a.ts', 'a.ts cannot be read: it is a folder: name another with --out\n', 2],
  ])('%s ends in a line and an exit code', (argument, errors, exitCode) => {
    mkdirSync('a.ts');
    runAdopt(argument.startsWith('-') ? ['release.yaml', argument] : [argument]);
    expect(said).toEqual({ output: '', errors });
    expect(process.exitCode).toBe(exitCode);
  });
});
