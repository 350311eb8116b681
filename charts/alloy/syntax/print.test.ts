import { expectTextSnapshot } from '../../../test/text-snapshot';
import { RELEASES } from '../../releases';
import { checkAlloyConfig } from '../config-check/check-alloy-config';
import { AlloyValueError, printAlloy } from './print';
import {
  type AlloyBody,
  type AlloyValue,
  at,
  attribute,
  attributes,
  block,
  call,
  comment,
  concat,
  ref,
} from './values';

const PIPELINE: AlloyBody = [
  comment("Each node's collector reads the files of its own pods."),
  block('discovery.kubernetes', 'pods', [
    attribute('role', 'pod'),
    block('selectors', [
      attribute('role', 'pod'),
      attribute(
        'field',
        concat('spec.nodeName=', call('coalesce', call('sys.env', 'NODE_NAME'), ref('constants.hostname'))),
      ),
    ]),
  ]),
  block('discovery.relabel', 'pods', [
    attribute('targets', ref('discovery.kubernetes.pods.targets')),
    block('rule', [
      attribute('source_labels', ['__meta_kubernetes_pod_uid', '__meta_kubernetes_pod_container_name']),
      ...attributes({
        separator: '/',
        target_label: '__path__',
        replacement: '/var/log/pods/*$1/*.log',
        regex: undefined,
      }),
    ]),
  ]),
  block('loki.source.file', 'pods', [
    attribute(
      'targets',
      call('array.concat', ref('discovery.relabel.pods.output'), [
        { __path__: '/var/log/syslog', 'app.kubernetes.io/name': 'node' },
      ]),
    ),
    attribute('forward_to', [ref('loki.process.pods.receiver')]),
    block('file_match', [attribute('enabled', true)]),
    comment('Of the settings above none is\n\nthe default.'),
    attribute('tail_from_end', false),
  ]),
  block('loki.process', 'pods', [
    attribute('forward_to', [ref('loki.write.default.receiver')]),
    comment('Lines of the container runtime.'),
    block('stage.cri'),
    block('stage.drop', attributes({ older_than: '24h', drop_counter_reason: 'too old' })),
    undefined,
    block('stage.labels', [attribute('values', { app: '', none: undefined, level: 'severity' })]),
    block('stage.metrics', [block('metric.histogram', attributes({ name: 'seconds', buckets: [0.001, 0.5, 1, 10] }))]),
  ]),
  block('remote.kubernetes.secret', 'loki', attributes({ namespace: 'loki', name: 'credentials' })),
  block('loki.write', 'default', [
    block('endpoint', [
      attribute('url', 'http://loki.loki.svc:3100/loki/api/v1/push'),
      block('basic_auth', [attribute('password', at(ref('remote.kubernetes.secret.loki.data'), 'password'))]),
    ]),
  ]),
];

describe('a pipeline', () => {
  test('is printed as alloy fmt would print it', () => {
    expectTextSnapshot('alloy-pipeline.alloy', printAlloy(PIPELINE));
  });

  test('is one that Alloy takes', () => {
    expect(checkAlloyConfig(PIPELINE, RELEASES.alloy.newest)).toEqual([]);
  });
});

const printed = (value: AlloyValue): string => printAlloy([attribute('a', value)]);

test('every kind of value is written', () => {
  const values = { list: [0.001, 1e21, -1, true, null], none: [], object: {}, inner: [[], [{}]] };
  expect(printAlloy(attributes(values))).toBe(
    'list   = [0.001, 1e+21, -1, true, null]\nnone   = []\nobject = {}\ninner  = [[], [{}]]\n',
  );
});

test('nothing is one empty line, as alloy fmt makes it', () => {
  expect(printAlloy([])).toBe('\n');
});

test('long lists and calls have a line for each', () => {
  const long = 'x'.repeat(60);
  expect(printed([long, long])).toBe(`a = [\n\t"${long}",\n\t"${long}",\n]\n`);
  expect(printed(call('f', long, long))).toBe(`a = f(\n\t"${long}",\n\t"${long}",\n)\n`);
});

test('parts of an expression that would fall apart are put in parentheses', () => {
  expect(printed(concat('a', concat('b', 'c'), 'd'))).toBe('a = "a" + ("b" + "c") + "d"\n');
  expect(printed(concat('a'))).toBe('a = "a"\n');
  expect(printed(at(concat('a', 'b') as ReturnType<typeof ref>, 0))).toBe('a = ("a" + "b")[0]\n');
});

test('strings hold whatever text', () => {
  expect(printed('a "b"\\d\t\n\x00 é😀 ${x} `')).toBe('a = "a \\"b\\"\\\\d\\t\\n\\x00 é😀 ${x} `"\n');
});

const problemsOf = (body: AlloyBody): unknown[] => {
  try {
    printAlloy(body);
    return [];
  } catch (error) {
    return error instanceof AlloyValueError
      ? error.problems.map(({ path, message, remedy }) => [path, message, remedy])
      : [error];
  }
};

test('everything that the language cannot hold is refused at once, with its path', () => {
  const endless: AlloyValue[] = [];
  endless.push(endless);
  expect(
    problemsOf([
      comment('bell \x07'),
      attribute('foo-bar', 1),
      attribute('true', 1),
      block('loki.write', 'my label', [
        attribute('headers', { 'a"b': 'x', 'c\\d': 'x', '': 'x', ok: Number.NaN }),
        block('stage.9', [attribute('values', [1, Number.POSITIVE_INFINITY, '\ud800', undefined as unknown as null])]),
      ]),
      attribute('r', [ref('loki..receiver'), call('sys.env!', 1n as unknown as number)]),
      attribute('d', new Date(0) as unknown as AlloyValue),
      attribute('e', endless),
    ]),
  ).toEqual([
    ['', 'has a comment with control characters', 'write it as plain text'],
    ['foo-bar', '"foo-bar" is no identifier', 'write "foo_bar"'],
    ['true', '"true" is no identifier', 'write letters, digits and "_", no digit first'],
    ['loki.write "my label"', 'has the label "my label", which is no identifier', 'write "my_label"'],
    [
      'loki.write "my label" > headers["a\\"b"]',
      'is a key that cannot be written: keys have no escapes',
      'leave out quotes, backslashes and control characters',
    ],
    [
      'loki.write "my label" > headers["c\\\\d"]',
      'is a key that cannot be written: keys have no escapes',
      'leave out quotes, backslashes and control characters',
    ],
    ['loki.write "my label" > headers[""]', 'is an empty key, which would be read as two quotes', 'name it'],
    ['loki.write "my label" > headers.ok', 'is NaN, which Alloy has not', 'write a finite number'],
    ['loki.write "my label" > stage.9', '"9" is no identifier', 'write "_9"'],
    ['loki.write "my label" > stage.9 > values[1]', 'is Infinity, which Alloy has not', 'write a finite number'],
    ['loki.write "my label" > stage.9 > values[2]', 'holds half of a character', 'leave it out'],
    [
      'loki.write "my label" > stage.9 > values[3]',
      'is of the type undefined, which Alloy has not',
      'write plain data, or an expression',
    ],
    ['r[0]', '"loki..receiver" is no reference', 'write identifiers, joined by dots'],
    ['r[1]', '"sys.env!" is no reference', 'write identifiers, joined by dots'],
    ['r[1](1)', 'is of the type bigint, which Alloy has not', 'write plain data, or an expression'],
    ['d', 'is no plain object', 'write plain data, or an expression'],
    ['e[0]', 'holds itself', 'write it without going round'],
  ]);
});
