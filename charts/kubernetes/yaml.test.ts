import { spawnSync } from 'node:child_process';
import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { type ParseOptions, parse, parseAllDocuments, type SchemaOptions } from 'yaml';
import { writeDocuments, writeYaml } from './yaml';

const READERS: readonly (ParseOptions & SchemaOptions & { readonly version: '1.1' | '1.2' })[] = [
  { version: '1.1', schema: 'yaml-1.1' },
  { version: '1.2', schema: 'core' },
];

/** Strings that at least one reader takes for something else when they stand unquoted. */
const TYPED = [
  ...'y Y n N yes Yes NO on On OFF true True FALSE null Null ~ = << .inf -.INF +.Inf +Inf .nan -.NaN'.split(' '),
  ...'0 -1 +1 0755 08 0o644 0o17 0X1F 0x1F 0B11 0b+1 1_000 -_1 1,000 .5 1. -1.5 1e3 1.5E-7 1234e56'.split(' '),
  ...'e8 E-5 0x1p-2 12345678901234567890 ._ 12:30:45 190:20:30.15 3100:31 2024-04-01 2024-4-1'.split(' '),
  ...['', '2024-04-01 1:2:3', '2001-12-14t21:59:43.10-05:00'],
];

/** Strings that would end, open or comment something when they stand unquoted. */
const SYNTAX = [
  ...'- ? ?a : :a a: #a &a *a !a !!str | > |- "a" %a @a `a ,a [ ] [] { } {} {{a}} --- ...'.split(' '),
  ...["'a'", '- a', '? a', ': a', 'a: b', 'a #b', '--- a', ' a', 'a ', ' ', '\t', 'a\tb', '\u00a0', 'a\u3000'],
];

/** Characters that are not printable in YAML 1.1, break lines there, or hide from a reviewer. */
const UNPRINTABLE = [
  ...['\0', '\x07', '\x1b[0m', '\x7f', '\u0085', '\x9f', 'a\rb', 'a\r\nb\n'],
  ...['\u2028', 'a\u2029b', '\ufeff', '\uffff', 'a\u202eb'],
];

const LONE_SURROGATES = ['\ud800', 'a\udfffb'];

const PLAIN = [
  ...'a loki yesterday nobody NaN 3.7.6 10Gi 500m 30d 2024-04 8-bit --config.file=/etc/a -a ~a =a a"b a\\b'.split(' '),
  ...'app.kubernetes.io/name grafana/loki:3.7.6 http://loki:3100/push?a=b#c 127.0.0.1:3100 0.0.0.0/0'.split(' '),
  ...'/etc/loki $__file{/a} ${POD_IP} (?P<level>a|b) rate({a="b"}[5m]) é 日志 😀 ⚠️ 👨‍👩'.split(' '),
  ...['a b', "it's", '__proto__', 'constructor', 'length'],
];

const LINES = [
  ...['a\nb', 'a\n', 'a\nb\n', 'a\n\n', 'a\n\n\nb\n\n\n', '\na', '\n\na\n', ' a\nb', '\ta\nb\n', '\n a\nb'],
  ...[' \na\n', 'a\n  b\n\tc\n', 'a \nb \n', 'a\n \nb', 'a\n  ', 'a\n\t\n', '  a\n ', '\n', ' \n', '\n\n'],
  ...['---\na\n', 'a\n---\n', 'a\n...\n', '# a\nb', 'a: |\n  b\n', '- a\n- b\n', '%a\nb\n', 'a\u00a0\nb\n'],
  ...['a\u2028b\nc', '😀\n', '{\n  "a": 1\n}\n', `${'long '.repeat(60)}\nb\n`],
];

const NASTY = [...TYPED, ...SYNTAX, ...UNPRINTABLE, ...PLAIN, ...LINES, 'k'.repeat(1100), 'k\n'.repeat(400)];

const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

/** Plain JSON data: objects and lists as deep as they come, and strings from the nasty ones and their like. */
const json = (): fc.Arbitrary<unknown> => {
  const text = fc.oneof(
    fc.constantFrom(...NASTY, ...LONE_SURROGATES),
    fc.tuple(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY)).map(([a, b]) => a + b),
    fc.string({ unit: fc.constantFrom(...'0123456789+-._:,eExXbBoOaf'), maxLength: 7 }),
    fc.string({
      unit: fc.constantFrom(...' \t\n-:#?|>a1.~=<"\'{}[],&*!%@`\\\r\u0085\u00a0\u2028\ufeffé😀'),
      maxLength: 12,
    }),
    fc
      .array(fc.constantFrom('', ' ', 'a', '  b', '\tc', 'd ', '# e', '- f', '---', 'g:'), { maxLength: 6 })
      .map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary' }),
  );
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(-0, 1e21, -1e21, 1e-7, 1.5e300, 5e-324, 2 ** 53, 2 ** 63, -(2 ** 63)),
  );
  return fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'medium' }, text, number, fc.boolean(), fc.constant(null), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  })).value;
};

/** As JSON has it: -0 is 0. */
const normal = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('strings', () => {
  test.each([...TYPED, ...SYNTAX, ...UNPRINTABLE, ...LONE_SURROGATES])(
    '%j is double-quoted, as a value and as a key',
    (text) => {
      expect(writeYaml([text, { [text]: 1 }])).toMatch(/^- ".*"\n- ".*": 1\n$/);
    },
  );

  test.each(PLAIN)('%j stays plain, as a value and as a key', (text) => {
    expect(writeYaml({ value: text })).toBe(`value: ${text}\n`);
    expect(writeYaml(Object.fromEntries([[text, 1]]))).toBe(`${text}: 1\n`);
  });

  test('what cannot be seen is escaped', () => {
    expect(writeYaml(['\0\x7f\u0085\u2028\ufeff\ud800', 'a\u202eb', 'é\t"\\'])).toBe(
      String.raw`- "\u0000\u007f\u0085\u2028\ufeff\ud800"
- "a\u202eb"
- "é\t\"\\"
`,
    );
  });

  test('nothing is folded, however long', () => {
    const text = 'one two three '.repeat(200).trim();
    expect(writeYaml({ a: text, b: `${text}\n${text}\n` })).toBe(`a: ${text}\nb: |\n  ${text}\n  ${text}\n`);
  });
});

describe('text of several lines', () => {
  test.each([
    ['a\nb\n', 'k: |\n  a\n  b\n'],
    ['a\nb', 'k: |-\n  a\n  b\n'],
    ['a\nb\n\n\n', 'k: |+\n  a\n  b\n\n\n'],
    ['a\n\n  b\n', 'k: |\n  a\n\n    b\n'],
    ['a \n\tb\n', 'k: |\n  a \n  \tb\n'],
    ['  a\nb\n', 'k: |2\n    a\n  b\n'],
    ['\ta\nb', 'k: |2-\n  \ta\n  b\n'],
    ['\n\n a\n', 'k: |2\n\n\n   a\n'],
    ['\n\na\n', 'k: |\n\n\n  a\n'],
  ])('%j is a literal block', (text, yaml) => {
    expect(writeYaml({ k: text })).toBe(yaml);
  });

  test.each(['\n', ' \n\n', 'a\r\nb\r\n', 'a\nb\0\n', 'a\n\u2028', 'a\n  ', '\ufeffa\n'])(
    '%j does not fit one',
    (text) => {
      expect(writeYaml({ k: text })).toMatch(/^k: ".*"\n$/);
    },
  );

  test('blocks nest', () => {
    expect(writeYaml({ a: { b: 'c\nd\n' }, e: ['f\n', [' g\nh'], { i: 'j\nk', l: 1 }] })).toBe(
      'a:\n  b: |\n    c\n    d\ne:\n  - |\n    f\n  - - |2-\n       g\n      h\n  - i: |-\n      j\n      k\n    l: 1\n',
    );
  });

  test('a key of several lines stands in quotes', () => {
    expect(writeYaml({ 'a\nb\n': 1 })).toBe('"a\\nb\\n": 1\n');
  });
});

describe('structure', () => {
  test('keys keep their order, and lists are indented under their key', () => {
    expect(writeYaml({ b: [1, { d: [], c: {} }, [[2], 'x']], a: { z: true, y: null } })).toBe(
      'b:\n  - 1\n  - d: []\n    c: {}\n  - - - 2\n    - x\na:\n  z: true\n  "y": null\n',
    );
  });

  test('undefined is dropped from objects and is null in lists', () => {
    expect(writeYaml({ a: undefined, b: { c: undefined }, d: [undefined, { e: undefined }] })).toBe(
      'b: {}\nd:\n  - null\n  - {}\n',
    );
  });

  test('one object at two places is written twice', () => {
    const labels = { app: 'loki' };
    expect(writeYaml({ a: labels, b: [labels, labels] })).toBe('a:\n  app: loki\nb:\n  - app: loki\n  - app: loki\n');
  });

  test.each([
    [{}, '{}\n'],
    [[], '[]\n'],
    [null, 'null\n'],
    [undefined, 'null\n'],
    [true, 'true\n'],
    ['on', '"on"\n'],
    [' a\nb', '" a\\nb"\n'],
  ])('%j alone is a document', (value, yaml) => {
    expect(writeYaml(value)).toBe(yaml);
  });

  test.each([
    [0, '0'],
    [-0, '0'],
    [1.5, '1.5'],
    [-1e21, '-1.0e+21'],
    [1.5e-7, '1.5e-7'],
    [2 ** 63, '9223372036854776000'],
  ])('the number %d', (value, yaml) => {
    expect(writeYaml([value])).toBe(`- ${yaml}\n`);
  });

  test('a key that is too long for one line of its own kind is an explicit one', () => {
    const long = 'k'.repeat(1025);
    expect(writeYaml([{ [long]: 1, a: { [long]: { b: 2 } } }])).toBe(
      `- ? ${long}\n  : 1\n  a:\n    ? ${long}\n    :\n      b: 2\n`,
    );
    expect(writeYaml({ [long.slice(1)]: 1 })).toBe(`${long.slice(1)}: 1\n`);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('a'), () => 1, new Date(0), new Map()])(
    'what is not JSON is an error: %p',
    (value) => {
      expect(() => writeYaml({ a: [value] })).toThrow(TypeError);
    },
  );

  test('is what cdk8s writes, where that is right', () => {
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'loki', labels: { 'app.kubernetes.io/name': 'loki' }, annotations: { a: 'yes', b: '0755' } },
      spec: {
        template: {
          spec: {
            containers: [{ name: 'a', args: ['-config.file=/a', '{b}'], env: [{ name: 'N', value: '1' }], ports: [] }],
            volumes: [{ name: 'x', emptyDir: {} }],
          },
        },
      },
      data: { 'loki.yaml': 'a:\n  - b: "c"\n\n# d\n', last: 'x\ny' },
    };
    expect(writeYaml(deployment)).toBe(Yaml.stringify(deployment));
  });
});

describe.each(READERS)('a reader of YAML $version', (reader) => {
  test.each([...NASTY, ...LONE_SURROGATES])('reads %j back', (text) => {
    const value = [text, { a: text, b: [text, [text]] }, Object.fromEntries([[text, { [`x${text}`]: text }]])];
    expect(parse(writeYaml(value), reader)).toEqual(value);
    expect(parse(writeYaml(text), reader)).toBe(text);
  });

  test('reads any JSON data back', () => {
    fc.assert(
      fc.property(json(), (value) => {
        const yaml = writeYaml(value);
        expect(yaml).toMatch(/\n$/);
        expect(parse(yaml, reader)).toEqual(normal(value));
      }),
      { numRuns: 1000 },
    );
  });

  test('reads any documents back', () => {
    fc.assert(
      fc.property(fc.array(json(), { minLength: 1, maxLength: 4 }), (values) => {
        const documents = parseAllDocuments(writeDocuments(values), reader);
        expect(Array.from(documents, (document) => document.toJS())).toEqual(normal(values));
      }),
    );
  });
});

test('documents are separated by ---, without one at either end', () => {
  expect(writeDocuments([{ a: 1 }, { b: 2 }])).toBe('a: 1\n---\nb: 2\n');
  expect(writeDocuments([{ a: 1 }])).toBe('a: 1\n');
  expect(writeDocuments([])).toBe('');
});

(hasKubectl ? test : test.skip)('kubectl reads every nasty string back, as a value and as a key', () => {
  const configMap = (name: string, data: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
  const objects = [
    configMap('values', Object.fromEntries(NASTY.map((text, index) => [`key-${index}`, text]))),
    configMap('keys', Object.fromEntries(NASTY.map((text) => [text, 'value']))),
    ...NASTY.map((text, index) => configMap(`last-${index}`, { text })),
  ];
  const { status, stdout, stderr } = spawnSync('kubectl', ['annotate', '--local', '-f', '-', 'x=y', '-o', 'json'], {
    input: writeDocuments(objects),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  expect([status, stderr]).toEqual([0, '']);
  const read = JSON.parse(`[${stdout.replace(/^\}\n\{/gm, '},{')}]`) as { readonly data: object }[];
  expect(read.map(({ data }) => data)).toEqual(objects.map(({ data }) => data));
});
