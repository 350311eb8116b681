import { interpretStages } from '../pipeline/interpreter/interpret';
import type { CheckResult } from './check';
import { streams } from './streams';

const CONFIG = `
server: {http_listen_port: 3101}
clients: [{url: http://loki/loki/api/v1/push}]
scrape_configs:
  - job_name: pods
    pipeline_stages:
      - cri: {}
      - json:
          expressions: {level: level, user: user.id}
      - labels: {level: }
      - structured_metadata: {user: }
  - job_name: files
    pipeline_stages:
      - multiline: {firstline: '^\\S'}
      - tenant: {value: shop}
`;

const BROKEN = `
scrape_configs:
  - job_name: pods
    pipeline_stages:
      - jsn: {}
      - cri: {max_lines: 5}
    relabel_configs:
      - {action: labeldrop, regex: "(", source_labels: [a]}
  - job_name: files
    pipeline_stages:
      - output: {}
`;

const FILES: Readonly<Record<string, string>> = {
  'promtail.yaml': CONFIG,
  'broken.yaml': BROKEN,
  'geoip.yaml': 'scrape_configs: [{job_name: a, pipeline_stages: [{geoip: {db: a.mmdb, db_type: city}}]}]',
  'year.yaml': `scrape_configs: [{job_name: a, pipeline_stages: [{regex: {expression: '^(?P<t>\\S+ \\d+)'}}, {timestamp: {source: t, format: Jan 2}}]}]`,
  'no-jobs.yaml': 'scrape_configs: []',
  'text.yaml': 'scrape_configs: text',
  'job.yaml': 'scrape_configs: [5]',
  'yaml.yaml': 'a: [',
  'twice.yaml': 'scrape_configs: [{job_name: a, pipeline_stages: [{regex: {expression: a, expression: b}}]}]',
};

const run = (input: string | Uint8Array, ...args: string[]): CheckResult =>
  streams(args, {
    now: new Date('2026-01-31T12:00:00Z'),
    input: () => Buffer.from(input),
    read: (file) => {
      const text = FILES[file];
      if (text === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      return text;
    },
  });

const LINES = `2024-05-06T07:08:09.1Z stdout F {"level":"info","user":{"id":7}}
2024-05-06T07:08:10Z stdout F plain

2024-05-06T07:08:11.25Z stderr F {"level":"info"}\r
`;

test('streams are printed with their labels, times, lines and metadata', () => {
  expect(run(LINES, '--config', 'promtail.yaml', '--labels', 'app=web,env=a=b')).toEqual({
    output: `{app="web", env="a=b", level="info", stream="stdout"}
  2024-05-06T07:08:09.1Z  {"level":"info","user":{"id":7}}
                          {user="7"}

{app="web", env="a=b", stream="stdout"}
  2024-05-06T07:08:10Z  plain

{app="web", env="a=b", level="info", stream="stderr"}
  2024-05-06T07:08:11.25Z  {"level":"info"}
`,
    errors: '',
    exitCode: 0,
  });
});

test('--json gives the same to programs', () => {
  const { output, exitCode } = run(
    LINES,
    '--config',
    'promtail.yaml',
    '--labels',
    'app=web',
    '--labels',
    'a=',
    '--json',
  );
  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toEqual([
    {
      tenant: '',
      labels: { a: '', app: 'web', level: 'info', stream: 'stdout' },
      entries: [{ ts: '2024-05-06T07:08:09.1Z', line: '{"level":"info","user":{"id":7}}', metadata: { user: '7' } }],
    },
    {
      tenant: '',
      labels: { a: '', app: 'web', stream: 'stdout' },
      entries: [{ ts: '2024-05-06T07:08:10Z', line: 'plain', metadata: {} }],
    },
    {
      tenant: '',
      labels: { a: '', app: 'web', level: 'info', stream: 'stderr' },
      entries: [{ ts: '2024-05-06T07:08:11.25Z', line: '{"level":"info"}', metadata: {} }],
    },
  ]);
});

test('another job, a tenant, lines of several lines and of no UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('a\n b\tc\u001b[0m\n'), Buffer.from([0x64, 0xff, 0x0a])]);
  expect(run(bytes, '--config', 'promtail.yaml', '--job', 'files').output).toBe(
    '{} of tenant shop\n  -  a\n      b\tc\\u001b[0m\n  -  d\\xff\n',
  );
  expect(JSON.parse(run(bytes, '--config', 'promtail.yaml', '--job', 'files', '--json').output)).toMatchObject([
    { tenant: 'shop', labels: {}, entries: [{ ts: null, line: 'a\n b\tc\u001b[0m' }, { line: { base64: 'ZP8=' } }] },
  ]);
});

test('when no line is left, that is said', () => {
  expect(run('', '--config', 'promtail.yaml').output).toBe('no line is left\n');
  expect(run('', '--config', 'promtail.yaml', '--json').output).toBe('[]\n');
});

test('the time of reading is now, or what is said', () => {
  const times = (...args: string[]): string => run('Dec 31 x', '--config', 'year.yaml', ...args).output;
  expect(times()).toContain('2025-12-31T00:00:00Z');
  expect(times('--read-at', '2024-12-31T12:00:00Z')).toContain('2024-12-31T00:00:00Z');
});

test('what Promtail refuses, of any job, is said, and nothing is run', () => {
  expect(run('a', '--config', 'broken.yaml')).toEqual({
    output: '',
    errors: `error: scrape_configs[0].pipeline_stages[0].jsn is no stage of Promtail 3.6.15
    did you mean "json"?
warning: scrape_configs[0].pipeline_stages[1].cri.max_lines is no key of cri: Promtail ignores it
    write one of max_partial_line_size, max_partial_line_size_truncate, max_partial_lines
error: scrape_configs[0].relabel_configs[0].regex "(" is not a regular expression: missing closing ): \`(\`
    write RE2, without look-around and \\1
error: scrape_configs[1].pipeline_stages[0].output.source is not set
    name what was extracted
`,
    exitCode: 1,
  });
});

test('what is only doubtful is said beside the streams', () => {
  const { output, errors, exitCode } = run('a', '--config', 'geoip.yaml');
  expect([output, exitCode]).toEqual(['{}\n  -  a\n', 0]);
  expect(errors).toContain('warning: scrape_configs[0].pipeline_stages has geoip');
});

test.each([
  [
    ['--config', 'nowhere.yaml'],
    'error: nowhere.yaml cannot be read: there is no such file\n    name a file that can be read\n',
  ],
  [['--config', 'text.yaml'], 'error: scrape_configs is not a list\n    write a list of jobs\n'],
  [
    ['--config', 'no-jobs.yaml'],
    'error: scrape_configs has no job\n    write one, with a job_name and pipeline_stages\n',
  ],
  [['--config', 'job.yaml'], 'error: scrape_configs[0] is 5, not a job\n    write a job_name and pipeline_stages\n'],
  [['--config', 'promtail.yaml', '--job', 'file'], 'error: --job there is no job "file"\n    did you mean "files"?\n'],
  [['--config', 'promtail.yaml', '--job', 'xyz'], 'error: --job there is no job "xyz"\n    write one of pods, files\n'],
  [
    ['--config', 'twice.yaml'],
    'error: scrape_configs[0].pipeline_stages[0].regex.expression is written twice\n    keep one of the two\n',
  ],
])('%j ends with 1', (args, errors) => {
  expect(run('a', ...args)).toEqual({ output: '', errors, exitCode: 1 });
});

test('a configuration that is no text, and no standard input', () => {
  const world = { now: new Date(0), read: () => Buffer.from([0x61, 0xff]), input: () => Buffer.from('') };
  expect(streams(['--config', 'a.yaml'], world)).toMatchObject({
    errors: 'error: a.yaml is not UTF-8\n    save it as UTF-8\n',
    exitCode: 1,
  });
  const input = (): Uint8Array => {
    throw Object.assign(new Error('no'), { code: 'EAGAIN' });
  };
  expect(streams(['--config', 'a.yaml'], { ...world, read: () => CONFIG, input })).toEqual({
    output: '',
    errors: 'standard input cannot be read: nothing comes from it; write "streams … < lines"\n',
    exitCode: 1,
  });
});

test('YAML that cannot be read ends with 1, at its line', () => {
  const { output, errors, exitCode } = run('a', '--config', 'yaml.yaml');
  expect([output, exitCode]).toEqual(['', 1]);
  expect(errors).toMatch(/^error: line \d+ /);
});

test.each([
  [[], 'no configuration is named; write "streams --config promtail.yaml"\n'],
  [['--confg', 'x'], "Unknown option '--confg'; --help says what there is\n"],
  [['--config'], "Option '--config <value>' argument missing; --help says what there is\n"],
  [['--config', 'promtail.yaml', '--labels', 'app'], '--labels: "app" is no name=value; write "app=web,env=prod"\n'],
  [['--config', 'promtail.yaml', '--labels', '=x'], '--labels: "=x" is no name=value; write "app=web,env=prod"\n'],
  [
    ['--config', 'promtail.yaml', '--read-at', 'noon'],
    '--read-at: "noon" is not a time; write it as 2026-01-31T12:00:00Z\n',
  ],
])('what it is not called with is one line: %j', (args, errors) => {
  expect(run('a', ...args)).toEqual({ output: '', errors, exitCode: 2 });
});

test('--help says what it does', () => {
  expect(run('', '--help')).toEqual({ output: expect.stringContaining('streams --config'), errors: '', exitCode: 0 });
});

test('the program says what the library says', () => {
  const { pipeline } = interpretStages([{ cri: {} }, { logfmt: { mapping: { k: '' } } }, { labels: { k: '' } }]);
  expect(pipeline?.run(['2024-05-06T07:08:09Z stdout F k=v'], { app: 'x' })).toEqual([
    {
      tenant: '',
      labels: { app: 'x', k: 'v', stream: 'stdout' },
      entries: [{ timestamp: 1_714_979_289_000_000_000n, line: 'k=v', metadata: {} }],
    },
  ]);
});
