import { Chart } from 'cdk8s';
import { appWith } from '../../test/apps';
import { Environment, Loki, type LokiProps, type SchemaPeriod } from '..';
import type { CheckResult } from './check';
import { checkDist } from './check-dist';
import type { NoRevision } from './read-folder';

const tsdb: SchemaPeriod = { from: '2024-04-01', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' };
const soon: SchemaPeriod = { ...tsdb, from: '2026-11-25' };
const today: SchemaPeriod = { ...tsdb, from: '2026-11-24' };

const filesOf = (props: LokiProps, environment?: string): ReadonlyMap<string, string> =>
  appWith((app) => {
    const scope = environment === undefined ? app : new Environment(app, environment);
    new Loki(new Chart(scope, 'logs', { namespace: 'logs' }), 'loki', props);
  }).manifestFiles();

type Files = ReadonlyMap<string, string>;

interface Given {
  readonly dist: Files;
  readonly folders?: Readonly<Record<string, Files>>;
  readonly revisions?: Readonly<Record<string, Files>>;
  readonly missing?: NoRevision['reason'];
}

const run = ({ dist, folders = {}, revisions = {}, missing = 'no-revision' }: Given, ...args: string[]): CheckResult =>
  checkDist(args, {
    today: '2026-11-24',
    readFolder: (folder) => ({ dist, ...folders })[folder],
    readRevision: (_, revision) => revisions[revision] ?? { reason: missing },
  });

const lineOf = (files: Files, text: string): number =>
  [...files.values()]
    .join('')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

test('a schema that has only become longer is fine, on a day on which that is early enough', () => {
  const later = filesOf({ schema: [tsdb, { ...tsdb, from: '2027-01-01' }] });
  expect(run({ dist: later, revisions: { HEAD: filesOf({}) } })).toEqual({
    output: 'dist/logs.k8s.yaml: nothing is wrong with its schema on 2026-11-24, compared with HEAD\n',
    errors: '',
    exitCode: 0,
  });
  expect(run({ dist: later, revisions: { HEAD: filesOf({}) } }, '--today', '2027-01-01')).toMatchObject({
    exitCode: 1,
  });
});

test('a period that begins too early is an error in its line, with the day to write', () => {
  const dist = filesOf({ schema: [tsdb, today] });
  expect(run({ dist, revisions: { HEAD: filesOf({}) } })).toEqual({
    output:
      `dist/logs.k8s.yaml:${lineOf(dist, 'from: "2026-11-24"')}: error: Secret/loki schema_config.configs[1].from is "2026-11-24", and the period is new: ` +
      'what was logged today so far is stored by the period before, and no longer found\n' +
      '    write "2026-11-25" or a later day\n',
    errors: '',
    exitCode: 1,
  });
});

test('warnings alone do not fail', () => {
  const { output, exitCode } = run({ dist: filesOf({ schema: [tsdb, soon] }), revisions: { HEAD: filesOf({}) } });
  expect(output).toContain('warning: Secret/loki schema_config.configs[1].from is "2026-11-25"');
  expect(exitCode).toBe(0);
});

test('--against takes a revision, or a folder', () => {
  const dist = filesOf({ schema: [{ ...tsdb, index: { prefix: 'logs_' } }] });
  const given = { dist, revisions: { HEAD: dist, 'origin/main': filesOf({}) }, folders: { before: filesOf({}) } };
  expect(run(given).exitCode).toBe(0);
  expect(run(given, '--against', 'origin/main')).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('was "index_", is "logs_"'),
  });
  expect(run(given, 'dist', '--against', 'before').exitCode).toBe(1);
});

test('--json lists every file with its problems', () => {
  const dist = filesOf({ schema: [{ ...tsdb, index: { prefix: 'logs_' } }] });
  const { output, exitCode } = run({ dist, revisions: { HEAD: filesOf({}) } }, '--json');
  expect(JSON.parse(output)).toEqual([
    {
      file: 'dist/logs.k8s.yaml',
      problems: [
        {
          severity: 'error',
          path: 'Secret/loki schema_config.configs[0].index.prefix',
          line: lineOf(dist, 'prefix: logs_'),
          message: 'was "index_", is "logs_": logs from 2024-04-01 on are no longer found',
          remedy: 'write the period back as it was, and let a further one begin on a day that is still to come',
        },
      ],
    },
  ]);
  expect(exitCode).toBe(1);
});

test('what schemaChange gives up is a warning', () => {
  const dist = filesOf({
    schema: [{ ...tsdb, index: { prefix: 'logs_' } }],
    schemaChange: { discards: ['2024-04-01'] },
  });
  expect(run({ dist, revisions: { HEAD: filesOf({}) } })).toMatchObject({
    output: expect.stringContaining(
      'warning: Secret/loki schema_config.configs[0].index.prefix was "index_", is "logs_"',
    ),
    exitCode: 0,
  });
});

test('logs that end with their pod are nothing to lose', () => {
  const ephemeral: LokiProps = { persistence: { type: 'ephemeral' } };
  const dist = filesOf({ ...ephemeral, schema: [{ ...tsdb, index: { prefix: 'logs_' } }] });
  expect(run({ dist, revisions: { HEAD: filesOf(ephemeral) } }).exitCode).toBe(0);
});

test('a Loki that is new has no logs; one that is gone is warned of', () => {
  const staging = filesOf({ schema: [tsdb, { ...tsdb, from: '2025-01-01' }] }, 'staging');
  const live = filesOf({}, 'live');
  expect(run({ dist: new Map([...live, ...staging]), revisions: { HEAD: live } }).output).toBe(
    'dist/live/logs.k8s.yaml: nothing is wrong with its schema on 2026-11-24, compared with HEAD\n' +
      'dist/staging/logs.k8s.yaml: nothing is wrong with its schema on 2026-11-24, compared with HEAD\n',
  );
  expect(run({ dist: live, revisions: { HEAD: new Map([...live, ...staging]) } })).toEqual({
    output:
      'dist/live/logs.k8s.yaml: nothing is wrong with its schema on 2026-11-24, compared with HEAD\n' +
      'dist/staging/logs.k8s.yaml:1: warning: Secret/loki is there no more, and nobody asks for the logs of that Loki any longer\n' +
      '    apply it if that is meant\n',
    errors: '',
    exitCode: 0,
  });
});

test('a configuration is found in a ConfigMap and in base64, and in another file of its folder', () => {
  const config = (schema: string): string =>
    `schema_config:\n  configs:\n    - {from: "2024-04-01", store: tsdb, object_store: s3, schema: ${schema}}\n`;
  const indented = config('v13').replace(/^(?=.)/gm, '    ');
  const map = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: loki\ndata:\n  notes: "schema_config: none"\n  config.yaml: |\n${indented}`;
  const secret = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: loki\ndata:\n  config.yaml: ${Buffer.from(config('v12')).toString('base64')}\n`;
  expect(
    run({ dist: new Map([['b.yaml', `---\n${secret}`]]), revisions: { HEAD: new Map([['a.yaml', map]]) } }),
  ).toMatchObject({
    output: expect.stringMatching(
      /^dist\/b\.yaml:7: error: Secret\/loki schema_config\.configs\[0\]\.schema was "v13", is "v12"/,
    ),
    exitCode: 1,
  });
});

describe('what cannot be read', () => {
  test('is an error in its line, and the rest is still checked', () => {
    const dist = new Map([...filesOf({}), ['broken.yaml', 'a: 1\n---\nb: [1\n']]);
    expect(run({ dist, revisions: { HEAD: filesOf({}) } })).toMatchObject({
      output: expect.stringMatching(
        /^dist\/broken\.yaml:\d: error: is not YAML: .*\n {4}mend the text\ndist\/logs\.k8s\.yaml: nothing/,
      ),
      exitCode: 1,
    });
  });

  test('is so within a configuration too', () => {
    const dist = new Map([...filesOf({})].map(([path, text]) => [path, text.replace('store: tsdb', 'store: [tsdb')]));
    const { output, exitCode } = run({ dist, missing: 'no-git' });
    expect(output).toMatch(/^dist\/logs\.k8s\.yaml:\d+: error: is not YAML: loki\.yaml: /);
    expect(exitCode).toBe(1);
  });
});

describe('without a revision', () => {
  test.each([
    ['no-git', 'there is no git here'],
    ['no-repository', 'it is in no git repository'],
    ['no-revision', 'nothing is committed yet'],
  ] as const)('only the day is looked at, which is said: %s', (missing, why) => {
    expect(run({ dist: filesOf({ schema: [tsdb, today] }), missing })).toEqual({
      output: expect.stringContaining('warning: Secret/loki schema_config.configs[1].from is "2026-11-24"'),
      errors: `dist: not compared, since ${why}: only today's rule was checked\n`,
      exitCode: 0,
    });
  });

  test.each([
    ['no-git', '--against: "main" is no folder, and there is no git here; write a folder\n'],
    ['no-revision', '--against: "main" is neither a folder nor a revision; write one of them\n'],
  ] as const)('one that was asked for is a mistake: %s', (missing, errors) => {
    expect(run({ dist: filesOf({}), missing }, '--against', 'main')).toEqual({ output: '', errors, exitCode: 2 });
  });
});

test.each([
  [['nowhere'], 'nowhere: there is no such folder; name the one that synth writes to\n'],
  [['dist', 'more'], '"more" is one folder too many: name one; --help says what there is\n'],
  [['--today', 'now'], '--today: "now" is not a day: write it as 2026-01-31; --help says what there is\n'],
  [
    ['--today', '2026-02-30'],
    '--today: "2026-02-30" is not a day: write it as 2026-01-31; --help says what there is\n',
  ],
  [['--agianst', 'x'], "Unknown option '--agianst'; --help says what there is\n"],
])('what it is not called with is one line: %j', (args, errors) => {
  expect(run({ dist: filesOf({}) }, ...args)).toEqual({ output: '', errors, exitCode: 2 });
});

test('a folder without Loki is a mistake, since nothing would be checked', () => {
  expect(run({ dist: new Map([['a.yaml', 'kind: ConfigMap\n']]) })).toEqual({
    output: '',
    errors: 'dist: no configuration of Loki is in it; name the folder that synth writes to\n',
    exitCode: 2,
  });
});

test('--help says what it does', () => {
  expect(run({ dist: new Map() }, '--help')).toEqual({
    output: expect.stringContaining('check dist [FOLDER] [--against FOLDER|REVISION]'),
    errors: '',
    exitCode: 0,
  });
});
