import fc from 'fast-check';
import { stack } from '../../../test/reviews';
import { formatAlloy } from '../../alloy/syntax/format';
import type { Manifest } from '../../kubernetes/manifest';
import type { Change } from '../review';
import { reviewManifests } from '../review-manifests';

const holding = (text: string, kind = 'ConfigMap'): Manifest[] => [
  {
    apiVersion: 'v1',
    kind,
    metadata: { name: 'alloy', namespace: 'logs' },
    [kind === 'Secret' ? 'stringData' : 'data']: { 'config.alloy': text },
  },
];

const changesIn = (old: string, now: string, kind?: string): readonly Change[] =>
  reviewManifests(holding(old, kind), holding(now, kind)).objects.flatMap(({ changes }) => changes);

/** `path: old → new`, the paths below the entry. */
const written = (old: string, now: string): string[] =>
  changesIn(old, now).map(
    ({ path, old: was, new: is, line }) =>
      `${path.replace('data["config.alloy"]', '')}${line === undefined ? '' : `:${line}`}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`,
  );

const WRITE = 'loki.write "default" {\n\tendpoint {\n\t\turl = "http://loki:3100"\n\t}\n}\n';
const PROCESS =
  'loki.process "pods" {\n\tforward_to = [loki.write.default.receiver, loki.write.other.receiver]\n\n\tstage.cri { }\n\n\tstage.drop {\n\t\texpression = "debug"\n\t}\n}\n';

test.each<[what: string, old: string, now: string, expected: readonly string[]]>([
  [
    'an attribute of a block of a component',
    WRITE,
    WRITE.replace('3100', '3101'),
    ['.loki.write "default".endpoint.url: "http://loki:3100" → "http://loki:3101"'],
  ],
  [
    'an attribute that is new, and one that is gone',
    'a.b "c" {\n\tone = 1\n}\n',
    'a.b "c" {\n\ttwo = [true, null]\n}\n',
    ['.a.b "c".two: undefined → [true,null]', '.a.b "c".one: 1 → undefined'],
  ],
  [
    'a stage among others',
    PROCESS,
    PROCESS.replace('"debug"', '"trace"'),
    ['.loki.process "pods".stage[1].drop.expression: "debug" → "trace"'],
  ],
  [
    'the order of stages',
    PROCESS,
    PROCESS.replace(/(\tstage.cri \{ \}\n)\n(\tstage.drop[^}]*\}\n)/, '$2\n$1'),
    ['.loki.process "pods".stage[0]: {"cri":{}} → undefined', '.loki.process "pods".stage[1]: undefined → {"cri":{}}'],
  ],
  [
    'a stage within a stage',
    'loki.process "a" {\n\tstage.match {\n\t\tselector = "{}"\n\n\t\tstage.tenant {\n\t\t\tvalue = "a"\n\t\t}\n\t}\n}\n',
    'loki.process "a" {\n\tstage.match {\n\t\tselector = "{}"\n\n\t\tstage.tenant {\n\t\t\tvalue = "b"\n\t\t}\n\t}\n}\n',
    ['.loki.process "a".stage[0].match.stage[0].tenant.value: "a" → "b"'],
  ],
  [
    'an expression',
    'a.b "c" {\n\tfield = "node=" + sys.env("A")\n}\n',
    'a.b "c" {\n\tfield = "node=" + sys.env("B")\n}\n',
    ['.a.b "c".field: "\\"node=\\" + sys.env(\\"A\\")" → "\\"node=\\" + sys.env(\\"B\\")"'],
  ],
  [
    'a reference that becomes a text',
    'a.b "c" {\n\tof = d.e.output\n}\n',
    'a.b "c" {\n\tof = "d.e.output"\n}\n',
    ['.a.b "c".of: "an expression" → "a text"'],
  ],
  [
    'a second block of the same name',
    WRITE,
    WRITE.replace('\n}\n', '\n\n\tendpoint {\n\t\turl = "http://b"\n\t}\n}\n'),
    ['.loki.write "default".endpoint[1]: undefined → {"url":"http://b"}'],
  ],
  [
    'a component by another label',
    WRITE,
    WRITE.replace('default', 'other'),
    [
      '.loki.write "other": undefined → {"endpoint":{"url":"http://loki:3100"}}',
      '.loki.write "default": {"endpoint":{"url":"http://loki:3100"}} → undefined',
    ],
  ],
  [
    'a component that is there twice, which Alloy refuses',
    'a.b "c" { }\n',
    'a.b "c" { }\n\na.b "c" { }\n',
    ['.a.b "c"[1]: undefined → {}'],
  ],
  [
    'what does not parse: its lines',
    'a.b "c" {\n\tx = 1\n}\n',
    'a.b "c" {\n\tx = = 2\n}\n',
    [':2: "\\tx = 1" → "\\tx = = 2"'],
  ],
])('%s', (_, old, now, expected) => expect(written(old, now)).toEqual(expected));

test.each<[what: string, old: string, now: string]>([
  ['comments', WRITE, `// where logs go\n${WRITE.replace('endpoint', '/* one */ endpoint')}`],
  [
    'blanks, and lines that are broken otherwise',
    PROCESS,
    PROCESS.replaceAll('\t', '  ').replace('[', '[\n').replace(']', ',\n]'),
  ],
  ['components in another order', WRITE + PROCESS, PROCESS + WRITE],
  ['attributes in another order', 'a.b "c" {\n\td = 1\n\te = 2\n}\n', 'a.b "c" {\n\te = 2\n\td = 1\n}\n'],
  ['receivers in another order', PROCESS, PROCESS.replace(/\[(.*), (.*)\]/, '[$2, $1]')],
  ['another way to write a text', 'a.b "c" {\n\td = "\\\\d"\n}\n', 'a.b "c" {\n\td = `\\d`\n}\n'],
  ['blanks in what does not parse', 'a.b "c" {\n\tx = = 1\n}\n', 'a.b "c" {\n\tx = = 1 \n}\n'],
])('%s make no difference', (_, old, now) => expect(changesIn(old, now)).toEqual([]));

/** What the stack writes for Alloy, with as much in it as a pipeline has. */
const OURS = stack({
  tenant: 'a',
  collector: {
    type: 'alloy',
    pipeline: {
      sources: [{ type: 'pods' }, { type: 'journal', name: 'node' }],
      stages: [
        { match: { selector: '{app="a"}', stages: [{ drop: { expression: 'debug' } }] } },
        { static_labels: { cluster: 'eu' } },
      ],
      destinations: [{ url: 'https://logs.example.com/push', tenant: 'b' }],
    },
  },
}).flatMap(({ data }) =>
  Object.values((data ?? {}) as Record<string, string>).filter((text) => text.includes('loki.write')),
);

test('no order of components, comments and blanks of ours make a difference', () => {
  expect(OURS).toHaveLength(1);
  const [text = ''] = OURS;
  const blocks = text.split(/\n(?=[a-z.]+ ")/);
  expect(blocks.length).toBeGreaterThan(5);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(blocks, { minLength: blocks.length }),
      fc.string({ unit: 'grapheme-ascii' }),
      (order, remark) => {
        const other = order.map((block) => `// ${remark}\n${block.replaceAll('\t', '   ')}`).join('\n\n');
        expect(changesIn(text, other)).toEqual([]);
        expect(changesIn(text, formatAlloy(other))).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

test('every other number, word or name in ours makes one', () => {
  const [text = ''] = OURS;
  const places = [...text.matchAll(/(?<=[="[ ])[a-z]\w{2,}(?=["\] .])/g)].filter(
    ({ index }) => !text.slice(text.lastIndexOf('\n', index) + 1, index).includes('//'),
  );
  expect(places.length).toBeGreaterThan(30);
  for (const { 0: word, index } of places) {
    const other = `${text.slice(0, index)}${word}x${text.slice(index + word.length)}`;
    expect([word, changesIn(text, other).length > 0]).toEqual([word, true]);
  }
});

describe('of credentials nothing is shown', () => {
  const SECRETS = (value: string) =>
    `loki.write "a" {\n\tendpoint {\n\t\turl = "http://user:${value}@loki"\n\t\theaders = {"Authorization" = "Bearer ${value}"}\n\n\t\tbasic_auth {\n\t\t\tusername = "me"\n\t\t\tpassword = "${value}"\n\t\t}\n\t}\n}\n`;

  test('in a ConfigMap those alone are hidden', () => {
    const changes = changesIn(SECRETS('hunter2one').replace('"me"', '"you"'), SECRETS('hunter2two'));
    expect(changes.map(({ path, old, new: now }) => [path.split('"a".')[1], old, now])).toEqual([
      ['endpoint.url', '(hidden)', '(hidden)'],
      ['endpoint.headers.Authorization', '(hidden)', '(hidden)'],
      ['endpoint.basic_auth.username', 'you', 'me'],
      ['endpoint.basic_auth.password', '(hidden)', '(hidden)'],
    ]);
  });

  test('in a Secret everything is', () => {
    const changes = changesIn(SECRETS('hunter2one'), SECRETS('hunter2two').replace('"me"', '"you"'), 'Secret');
    expect(changes.map(({ old, new: now }) => [old, now])).toEqual(changes.map(() => ['(hidden)', '(hidden)']));
    expect(changes).toHaveLength(4);
  });

  test('and of a text that does not parse, no line that has one', () => {
    const changes = changesIn(SECRETS('hunter2one'), `${SECRETS('hunter2two')}}`);
    expect(JSON.stringify(changes)).not.toContain('hunter2');
    expect(changes).not.toEqual([]);
  });
});

test('nesting without end is compared by lines', () => {
  const deep = (depth: number) => `a.b "c" {\n\tx = ${'['.repeat(depth)}${']'.repeat(depth)}\n}\n`;
  for (const depth of [500, 2_000, 200_000]) expect(changesIn(deep(depth), deep(depth + 1))).toHaveLength(1);
});
