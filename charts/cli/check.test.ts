import { GOOD_CONFIG } from '../../test/loki-configs';
import { type CheckResult, check } from './check';

const FILES: Readonly<Record<string, string>> = {
  'good.yaml': GOOD_CONFIG,
  'bad.yaml': GOOD_CONFIG.replace('store: tsdb', 'store: tsbd'),
  'doubtful.yaml': GOOD_CONFIG.replace('"2024-04-01"', '2024-04-01'),
  '-': 'limits_config:\n  retention: 30d\n',
  'good.alloy': 'loki.write "default" {\n  endpoint {\n    url = "http://loki:3100/loki/api/v1/push"\n  }\n}\n',
  'bad.alloy': 'loki.write "default" {\n  endpoint {\n    ulr = \'http://loki:3100\'\n  }\n}\n',
  'wrong.alloy': 'loki.write "default" {\n  endpoint {\n    ulr = "http://loki:3100"\n  }\n}\n',
};

const run = (...args: string[]): CheckResult =>
  check(args, {
    today: '2026-11-24',
    read: (file) => {
      const text = FILES[file];
      if (text === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      return text;
    },
  });

test('a good file is said to be good', () => {
  expect(run('loki', '--release', '3.7.6', 'good.yaml')).toEqual({
    output: 'good.yaml: nothing is wrong for Loki 3.7.6\n',
    errors: '',
    exitCode: 0,
  });
});

test('each problem has its file, line, path and remedy, in the order of the lines', () => {
  const { output, exitCode } = run('loki', 'bad.yaml', 'good.yaml');
  expect(output).toBe(
    'bad.yaml:15: error: schema_config.configs[0].store "tsbd" is not an index store of Loki 3.7.6\n' +
      '    did you mean "tsdb"?\n' +
      'good.yaml: nothing is wrong for Loki 3.7.6\n',
  );
  expect(exitCode).toBe(1);
});

test('warnings alone do not fail', () => {
  const { output, exitCode } = run('loki', 'doubtful.yaml');
  expect(output).toContain('doubtful.yaml:14: warning: schema_config.configs[0].from');
  expect(exitCode).toBe(0);
});

test('--json lists every file with its problems, standard input as "-"', () => {
  const { output, exitCode } = run('loki', '--release', '2.9.17', '--json', '-', 'good.yaml');
  expect(JSON.parse(output)).toEqual([
    {
      file: '-',
      problems: [
        expect.objectContaining({ severity: 'error', path: 'schema_config', line: 1 }),
        expect.objectContaining({ severity: 'warning', path: '', line: 1 }),
        {
          severity: 'error',
          path: 'limits_config.retention',
          line: 2,
          message: 'is no key of limits_config in Loki 2.9.17',
          remedy: expect.any(String),
        },
      ],
    },
    { file: 'good.yaml', problems: [] },
  ]);
  expect(exitCode).toBe(1);
});

test('a file that cannot be read is a problem of its own; the others are still checked', () => {
  const { output, exitCode } = run('loki', 'nowhere.yaml', 'good.yaml');
  expect(output).toBe(
    'nowhere.yaml:1: error: cannot be read: there is no such file\n    name a file that can be read\ngood.yaml: nothing is wrong for Loki 3.7.6\n',
  );
  expect(exitCode).toBe(1);
});

test.each([
  [['loki'], 'no file is named; write "check loki FILE", or "-" for standard input\n'],
  [['grafana', 'x.ini'], '"grafana" is not what can be checked; write "check loki FILE" or "check alloy FILE"\n'],
  [[], 'nothing is not what can be checked; write "check loki FILE" or "check alloy FILE"\n'],
  [['loki', '--relase', '3', 'x'], "Unknown option '--relase'; --help says what there is\n"],
  [
    ['loki', '--release', '4.0.0', 'x'],
    '--release: loki 4.0.0 is not known: its lines are 2.1 … 2.9, 3.0 … 3.7; did you mean "3.7.6"?\n',
  ],
  [['alloy'], 'no file is named; write "check alloy FILE", or "-" for standard input\n'],
  [['alloy', '--today', '2026-01-31', 'x'], '--today: is for Loki alone; leave it out\n'],
  [
    ['alloy', '--release', '1.20.0', 'x'],
    '--release: alloy 1.20.0 is not known: its lines are 1.0 … 1.19; did you mean "1.19.0"?\n',
  ],
  [['loki', '--today', 'now', 'x'], '--today: "now" is not a day; write it as 2026-01-31\n'],
])('what it is not called with is one line: %j', (args, errors) => {
  expect(run(...args)).toEqual({ output: '', errors, exitCode: 2 });
});

test('--today decides which period is written to', () => {
  const text = `${GOOD_CONFIG.replace('v13', 'v11')}    - {from: "2030-01-01", store: tsdb, object_store: filesystem, schema: v13, index: {period: 24h}}\n`;
  const on = (day: string) => check(['loki', '--today', day, '-'], { today: '', read: () => text }).exitCode;
  expect([on('2029-12-31'), on('2030-01-01')]).toEqual([1, 0]);
});

test('a configuration of Alloy is checked as one', () => {
  expect(run('alloy', 'good.alloy', 'wrong.alloy', 'bad.alloy')).toEqual({
    output:
      'good.alloy: nothing is wrong for Alloy 1.18.1\n' +
      'wrong.alloy:3: error: loki.write "default" > endpoint > ulr is no attribute of endpoint in Alloy 1.18.1\n' +
      '    did you mean "url"?\n' +
      'bad.alloy:3: error: illegal single-quoted string; use double quotes, at column 11\n' +
      '    write it in double quotes\n' +
      'bad.alloy:3: error: expected expression, got ILLEGAL, at column 11\n' +
      '    write name = value, or name "label" { … }\n',
    errors: '',
    exitCode: 1,
  });
  expect(JSON.parse(run('alloy', '--json', '--release', '1.0.0', 'wrong.alloy').output)).toEqual([
    {
      file: 'wrong.alloy',
      problems: [
        {
          severity: 'error',
          path: 'loki.write "default" > endpoint > ulr',
          line: 3,
          message: 'is no attribute of endpoint in Alloy 1.0.0',
          remedy: 'did you mean "url"?',
        },
      ],
    },
  ]);
});

test('--help says what it does', () => {
  expect(run('--help')).toEqual({ output: expect.stringContaining('check loki [--release'), errors: '', exitCode: 0 });
});
