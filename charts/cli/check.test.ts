import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  [
    ['grafana', 'x.ini'],
    '"grafana" is not what can be checked; write "check loki FILE", "check promtail FILE" or "check alloy FILE"\n',
  ],
  [[], 'nothing is not what can be checked; write "check loki FILE", "check promtail FILE" or "check alloy FILE"\n'],
  [['loki', '--relase', '3', 'x'], "Unknown option '--relase'; --help says what there is\n"],
  [['loki', 'x', '--release'], "Option '--release <value>' argument missing; --help says what there is\n"],
  [['loki', '--json=yes', 'x'], "Option '--json' does not take an argument; --help says what there is\n"],
  [['loki-runtime'], 'no file is named; write "check loki-runtime FILE", or "-" for standard input\n'],
  [['lokki', 'x'], '"lokki" is not what can be checked; did you mean "loki"?\n'],
  [
    ['toString', 'x'],
    '"toString" is not what can be checked; write "check loki FILE", "check promtail FILE" or "check alloy FILE"\n',
  ],
  [
    ['loki', '--release', '3.9.0', 'x'],
    '--release: loki 3.9.0 is not known: its lines are 2.1 … 2.9, 3.0 … 3.7; did you mean "3.7.6"?\n',
  ],
  [['loki', '--release', 'v3.7.6', 'x'], '--release: "v3.7.6" is not a release of loki; did you mean "3.7.6"?\n'],
  [['loki', '--release', '3.7', 'x'], '--release: "3.7" is not a release of loki; did you mean "3.7.6"?\n'],
  [['loki', '--release', '2.9', 'x'], '--release: "2.9" is not a release of loki; did you mean "2.9.0"?\n'],
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
  [['promtail'], 'no file is named; write "check promtail FILE", or "-" for standard input\n'],
  [['promtial', 'x'], '"promtial" is not what can be checked; did you mean "promtail"?\n'],
  [
    ['promtail', '--release', '3.6.15', 'x'],
    '--release: no image of promtail 3.6.15 was ever published: 3.6.11 is the last one; write "3.6.11"\n',
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
  expect(run('--help')).toEqual({ output: expect.stringMatching(/check loki +\[--release/), errors: '', exitCode: 0 });
});

const world = (files: Readonly<Record<string, string | Uint8Array>>) => ({
  today: '2026-11-24',
  read: (file: string) => {
    const content = files[file];
    if (content === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
    return content;
  },
});

const problems = (content: string | Uint8Array, ...args: string[]) => {
  const { output } = check([args[0] ?? 'loki', '--json', ...args.slice(1), 'x'], world({ x: content }));
  const [{ problems: found }] = JSON.parse(output) as [{ problems: Record<string, unknown>[] }];
  return found;
};

describe('what a file may be', () => {
  const bytes = (text: string, ...before: number[]) => Uint8Array.from([...before, ...Buffer.from(text)]);

  test('with a byte order mark, carriage returns, or in UTF-16, is read as without', () => {
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(problems(bytes(GOOD_CONFIG, 0xef, 0xbb, 0xbf))).toEqual([]);
    expect(problems(`\ufeff${GOOD_CONFIG}`)).toEqual([]);
    expect(problems(GOOD_CONFIG.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(problems(utf16(GOOD_CONFIG))).toEqual([]);
    expect(problems(utf16(GOOD_CONFIG).swap16())).toEqual([]);
    expect(problems(`${GOOD_CONFIG}x: 1\n`.replaceAll('\n', '\r\n'))).toEqual([
      expect.objectContaining({ path: 'x', line: 21 }),
    ]);
  });

  test.each<[string, Uint8Array, string, number]>([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'is not a text file', 1],
    ['an archive', Uint8Array.from([0x1f, 0x8b, 8, 0, 0]), 'is compressed', 1],
    ['Latin-1', Uint8Array.from([...Buffer.from('a: 1\nb: '), 0xe9, 0x0a]), 'is not UTF-8', 2],
  ])('not %s', (_, content, message, line) => {
    expect(problems(content)).toEqual([{ severity: 'error', path: '', line, message, remedy: expect.any(String) }]);
  });

  test('an empty one has no period', () => {
    for (const text of ['', '\n\n', '# nothing\n', '---\n', '{}'])
      expect(problems(text)).toContainEqual(
        expect.objectContaining({ severity: 'error', path: 'schema_config', line: 1 }),
      );
  });

  test('a folder is none', () => {
    const read = () => {
      throw Object.assign(new Error('no'), { code: 'EISDIR' });
    };
    expect(check(['loki', 'dist'], { read, today: '' })).toEqual({
      output: 'dist:1: error: cannot be read: it is a folder\n    name a file that can be read\n',
      errors: '',
      exitCode: 1,
    });
  });

  test('one of a megabyte is read, and what is wrong at its end has its line', () => {
    const rules = Array.from({ length: 12_000 }, (_, index) => `    - {selector: '{app="a${index}"}', period: 24h}\n`);
    const text = `${GOOD_CONFIG}compactor: {retention_enabled: true, delete_request_store: filesystem}\nlimits_config:\n  retention_stream:\n${rules.join('')}    - {period: 24h}\n`;
    expect(problems(text)).toEqual([
      expect.objectContaining({ path: 'limits_config.retention_stream[12000].selector', line: 12_024 }),
    ]);
  });

  test('named twice is said once, beside standard input', () => {
    const files = world({ a: GOOD_CONFIG, '-': GOOD_CONFIG });
    expect(check(['loki', 'a', '-', 'a', '-'], files).output).toBe(
      'a: nothing is wrong for Loki 3.7.6\nstandard input: nothing is wrong for Loki 3.7.6\n',
    );
  });
});

test('--json is a list, for one file too, and of every problem the same five things', () => {
  const { output } = check(
    ['loki', '--json', 'x'],
    world({ x: `${GOOD_CONFIG}limits_config: {ingestion_rate_mb: x}\n` }),
  );
  expect(output).toBe(`[
  {
    "file": "x",
    "problems": [
      {
        "severity": "error",
        "path": "limits_config.ingestion_rate_mb",
        "line": 21,
        "message": "\\"x\\" is not a number",
        "remedy": "write a number, such as 0.5"
      }
    ]
  }
]
`);
});

test('a runtime configuration is checked as such', () => {
  expect(problems('overrides:\n  a:\n    ingestion_rate_mbs: 4\n', 'loki-runtime', '--release', '3.0.0')).toEqual([
    expect.objectContaining({
      path: 'overrides.a.ingestion_rate_mbs',
      line: 3,
      remedy: 'did you mean "ingestion_rate_mb"?',
    }),
  ]);
});

describe('a manifest', () => {
  const indented = (text: string, spaces = 4) => text.replace(/^(?=.)/gm, ' '.repeat(spaces));
  const config = `${GOOD_CONFIG}limits_config:\n  ingestion_rate_mbs: 4\n`;
  const manifest = (kind: string, body: string) => `apiVersion: v1\nkind: ${kind}\nmetadata: {name: loki}\n${body}`;
  const path = 'limits_config.ingestion_rate_mbs';

  test('of this package is found good', () => {
    const text = readFileSync(join(__dirname, '../../dist/loki.k8s.yaml'), 'utf8');
    expect(problems(text)).toEqual([]);
  });

  test('has the lines of the file that holds it', () => {
    const text = `# first\n${manifest('Service', 'spec: {}\n')}---\n${manifest('Secret', `stringData:\n  loki.yaml: |\n${indented(config)}`)}`;
    const line = text.split('\n').findIndex((row) => row.includes('ingestion_rate_mbs')) + 1;
    expect(problems(text)).toEqual([expect.objectContaining({ severity: 'error', path, line })]);
    expect(line).toBeGreaterThan(20);
  });

  test.each([
    ['ConfigMap', `data:\n  config.yaml: |-\n${indented(config)}`, 5 + 22],
    ['ConfigMap', `data:\n  config.yaml: ${JSON.stringify(config)}\n`, 5],
    ['Secret', `data:\n  loki.yaml: ${Buffer.from(config).toString('base64')}\n`, 5],
  ])('may be a %s in any spelling', (kind, body, line) => {
    expect(problems(manifest(kind, body))).toEqual([expect.objectContaining({ path, line })]);
  });

  test('may be a list, in JSON too', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', stringData: { 'loki.yaml': config } };
    const list = { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Pod' }, secret] };
    expect(problems(JSON.stringify(list, null, 2))).toEqual([expect.objectContaining({ path })]);
    expect(problems(JSON.stringify(secret))).toEqual([expect.objectContaining({ path, line: 1 })]);
  });

  test('without a configuration of Loki is no answer', () => {
    const promtail = 'server: {}\nclients: []\nscrape_configs: []\n';
    for (const body of ['', `stringData:\n  promtail.yaml: |\n${indented(promtail)}`, 'data:\n  a.txt: x\n'])
      expect(problems(manifest('Secret', body))).toEqual([
        expect.objectContaining({
          severity: 'error',
          line: 1,
          message: expect.stringContaining('no configuration of Loki'),
        }),
      ]);
  });

  test('may hold a runtime configuration beside it', () => {
    const runtime = 'overrides:\n  a:\n    ingestion_rate_mbs: 4\n';
    const text = manifest(
      'ConfigMap',
      `data:\n  config.yaml: |\n${indented(GOOD_CONFIG)}  runtime.yaml: |\n${indented(runtime)}`,
    );
    expect(problems(text)).toEqual([]);
    expect(problems(text, 'loki-runtime')).toEqual([
      expect.objectContaining({ path: 'overrides.a.ingestion_rate_mbs' }),
    ]);
  });

  test('may hold a configuration of Promtail', () => {
    const promtail = 'clients: []\nscrape_configs: []\n';
    const text = manifest('Secret', `stringData:\n  config.yaml: |\n${indented(promtail)}`);
    expect(problems(text, 'promtail')).toEqual([
      expect.objectContaining({ severity: 'error', path: 'clients', line: 6 }),
      expect.objectContaining({ severity: 'warning', path: 'scrape_configs', line: 7 }),
    ]);
  });

  test('may hold a configuration of Alloy', () => {
    const text = manifest('ConfigMap', `data:\n  config.alloy: |\n${indented(FILES['wrong.alloy'] ?? '')}`);
    expect(problems(text, 'alloy')).toEqual([
      expect.objectContaining({ path: 'loki.write "default" > endpoint > ulr', line: 8 }),
    ]);
  });
});

test('no secret is printed, wherever it stands', () => {
  const secret = 'hunter2-hunter2';
  const texts = [
    `storage_config: {aws: {secret_access_key: [${secret}]}}`,
    `ruler: {remote_write: {client: {url: "http://a", basic_auth: "${secret}"}}}`,
    `ruler: {remote_write: {client: {url: "http://user:${secret}@a b/"}}}`,
    `storage_config: {aws: {s3: "s3://key:${secret}/x@ho st/b"}}`,
    `ruler: {remote_write: {client: {url: "http://a", bearer_token: {a: ${secret}}}}}`,
    `ruler: {remote_write: {client: {url: "http://a", tls_config: ${secret}}}}`,
    `storage_config: {swift: {password: ${secret}, passwordd: ${secret}}}`,
  ];
  for (const text of texts) {
    const said = JSON.stringify(problems(`${GOOD_CONFIG}${text}\n`));
    expect(said).toContain('"error"');
    expect(said).not.toContain('hunter2');
  }
});
