import fc from 'fast-check';
import { promtailStages } from '../../../imports/promtail-stages';
import { interpretStages } from './interpret';

// Whatever stages are written and whatever lines come: problems or streams, no exception.

const NAMES = fc.constantFrom('a', 'b', 'level', 'app', 'time', 'message', 'stream', '__proto__', 'constructor', '');
const SMALL_TEXTS = fc.oneof(NAMES, fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 4 }));

const PATTERNS = fc.oneof(
  fc.constantFrom(
    '(?P<a>\\w+)',
    '^(?P<level>[A-Z]+) (?P<message>.*)$',
    '(a)|(b)',
    '.',
    '',
    '(?P<a>.)(?P<a>.)?',
    '^\\s*$',
  ),
  fc.string({
    unit: fc.constantFrom('a', '.', '(', ')', '[', ']', '|', '*', '?', '\\', 'd', '{', '}', '1', '^', '$', 'é'),
    maxLength: 8,
  }),
);
const TEMPLATES = fc.oneof(
  fc.constantFrom(
    '{{ .Value }}',
    '{{ .a }}-{{ .b }}',
    '{{ ToUpper .Entry | trunc 3 }}',
    '{{ range .a }}x{{ end }}',
    '{{ index .a 1 }}',
  ),
  fc
    .array(
      fc.constantFrom(
        '{{',
        '}}',
        '.a',
        ' ',
        '|',
        'if',
        'end',
        'else',
        'len',
        'printf "%d"',
        '1',
        '(',
        ')',
        '$x',
        ':=',
        'slice',
        'text',
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join(' ')),
);
const EXPRESSIONS = fc.oneof(
  NAMES,
  fc.string({
    unit: fc.constantFrom('a', '.', '[', ']', '*', '(', ')', '@', '&', '|', '`', '"', '1', '?', '=', '{', ':', ','),
    maxLength: 8,
  }),
);
const SELECTORS = fc.oneof(
  fc.constantFrom('{app="x"}', '{app=~".+"} |= "a"', '{a!="b"} !~ "x"', '{}', '{app="x"} | json'),
  fc.string({ unit: fc.constantFrom('{', '}', 'a', '=', '!', '~', '"', '|', ' ', '/', '*', ','), maxLength: 10 }),
);
const FORMATS = fc.oneof(
  fc.constantFrom('RFC3339', 'Unix', 'UnixMs', 'UnixNs', '2006-01-02', 'Jan 2 15:04', 'constructor'),
  fc.string({ maxLength: 6 }),
);
const SCALARS = fc.oneof(SMALL_TEXTS, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.bigInt());
const textsOf = (value: fc.Arbitrary<string>) => fc.dictionary(NAMES, fc.option(value), { maxKeys: 3 });

const plausible: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  cri: fc.record(
    { max_partial_lines: fc.nat(3), max_partial_line_size: fc.nat(9), max_partial_line_size_truncate: fc.boolean() },
    { requiredKeys: [] },
  ),
  docker: fc.constant({}),
  decolorize: fc.constant({}),
  drop: fc.record(
    {
      source: fc.oneof(NAMES, fc.array(NAMES)),
      expression: PATTERNS,
      older_than: fc.constantFrom('1h', 'x'),
      longer_than: fc.constantFrom('1b', '1kb'),
    },
    { requiredKeys: [] },
  ),
  eventlogmessage: fc.record({ source: NAMES, overwrite_existing: fc.boolean() }, { requiredKeys: [] }),
  json: fc.record(
    { expressions: textsOf(EXPRESSIONS), source: NAMES, drop_malformed: fc.boolean() },
    { requiredKeys: ['expressions'] },
  ),
  labelallow: fc.array(NAMES, { maxLength: 3 }),
  labeldrop: fc.array(NAMES, { maxLength: 3 }),
  labels: textsOf(NAMES),
  limit: fc.record(
    { rate: fc.double(), burst: fc.integer(), drop: fc.boolean(), by_label_name: NAMES },
    { requiredKeys: [] },
  ),
  logfmt: fc.record({ mapping: textsOf(NAMES), source: NAMES }, { requiredKeys: ['mapping'] }),
  multiline: fc.record({ firstline: PATTERNS, max_lines: fc.nat(4) }, { requiredKeys: ['firstline'] }),
  output: fc.record({ source: NAMES }),
  pack: fc.record({ labels: fc.array(NAMES), ingest_timestamp: fc.boolean() }, { requiredKeys: [] }),
  regex: fc.record({ expression: PATTERNS, source: NAMES }, { requiredKeys: ['expression'] }),
  replace: fc.record({ expression: PATTERNS, source: NAMES, replace: TEMPLATES }, { requiredKeys: ['expression'] }),
  sampling: fc.record({ rate: fc.double({ min: -0.1, max: 1.1 }) }),
  static_labels: textsOf(SMALL_TEXTS),
  structured_metadata: textsOf(NAMES),
  template: fc.record({ source: NAMES, template: TEMPLATES }),
  tenant: fc.record({ source: NAMES, label: NAMES, value: NAMES }, { requiredKeys: [] }),
  timestamp: fc.record(
    {
      source: NAMES,
      format: FORMATS,
      fallback_formats: fc.array(FORMATS),
      location: fc.constantFrom('UTC', 'Europe/Berlin', 'x'),
      action_on_failure: fc.constantFrom('skip', 'fudge'),
    },
    { requiredKeys: ['source', 'format'] },
  ),
};

const { stages: STAGES } = fc.letrec<{ stages: unknown[]; stage: unknown }>((tie) => ({
  stages: fc.array(tie('stage'), { maxLength: 6 }),
  stage: fc.oneof(
    { maxDepth: 2 },
    ...Object.entries(plausible).map(([name, config]) => config.map((value) => ({ [name]: value }))),
    fc.record({
      match: fc.record(
        { selector: SELECTORS, stages: tie('stages'), action: fc.constantFrom('keep', 'drop', '') },
        { requiredKeys: ['selector'] },
      ),
    }),
  ),
}));

/** Names and keys of stages with any value. */
const KEYS = [...new Set(promtailStages.match(/[a-z_]{2,}(?=:)/g))];
const ANY = fc.anything({
  key: fc.oneof(NAMES, fc.constantFrom(...KEYS)),
  values: [SCALARS, PATTERNS, TEMPLATES, FORMATS, SELECTORS],
  maxDepth: 4,
});

const LINES = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.uint8Array({ maxLength: 20 }),
    fc.json(),
    SMALL_TEXTS.map((text) => `2024-05-06T07:08:09Z stdout P ${text}`),
    SMALL_TEXTS.map((text) => `2024-05-06T07:08:10Z stderr F ${text}`),
    SMALL_TEXTS.map((text) => `a=${text} level="x y" time=99999999999999999`),
    SMALL_TEXTS.map((log) =>
      JSON.stringify({ log, stream: 'stdout', time: '2024-05-06T07:08:09Z', a: [{ b: 1e300 }] }),
    ),
    fc.constantFrom('', '\r', 'Key: value\r\nOther: x', '{"a":', '\u001b[31mred'),
  ),
  { maxLength: 6 },
);
const LABELS = fc.dictionary(NAMES, SMALL_TEXTS, { maxKeys: 3 });

test('stages that are nearly right, and any lines', () => {
  fc.assert(
    fc.property(STAGES, LINES, LABELS, (stages, lines, labels) => {
      const { pipeline, problems } = interpretStages(stages);
      expect(pipeline === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      expect(pipeline?.run(lines, labels)).toEqual(interpretStages(stages).pipeline?.run(lines, labels));
    }),
    { numRuns: 500 },
  );
});

test('no stage, alone, fails on any line', () => {
  for (const [name, config] of Object.entries(plausible)) {
    fc.assert(
      fc.property(config, LINES, LABELS, (value, lines, labels) => {
        interpretStages([{ json: { expressions: { a: 'a', b: 'log' } } }, { [name]: value }]).pipeline?.run(
          lines,
          labels,
        );
      }),
      { numRuns: 100 },
    );
  }
});

test('anything in the place of stages', () => {
  fc.assert(
    fc.property(
      fc.oneof(ANY, fc.array(fc.dictionary(fc.constantFrom(...KEYS), ANY, { minKeys: 1, maxKeys: 1 }))),
      LINES,
      (stages, lines) => {
        const { pipeline, problems } = interpretStages(stages);
        pipeline?.run(lines);
        for (const { path, message, remedy } of problems) expect([path, message, remedy]).not.toContain('');
      },
    ),
    { numRuns: 500 },
  );
});

const linesOf = (stages: unknown, lines: readonly (string | Uint8Array)[]): readonly string[] =>
  (interpretStages(stages).pipeline?.run(lines) ?? []).flatMap(({ entries }) => entries.map(({ line }) => line));

test('a line that the container runtime cut, anywhere, is whole again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(fc.nat(60), { maxLength: 5 }),
      (line, places) => {
        const bytes = Buffer.from(line.replaceAll('\n', ''));
        const cuts = [0, ...places.map((place) => Math.min(place, bytes.length)).sort((a, b) => a - b), bytes.length];
        const parts = cuts.slice(1).map((end, part) => {
          const flag = part === cuts.length - 2 ? 'F' : 'P';
          return Buffer.concat([Buffer.from(`2024-05-06T07:08:09Z stdout ${flag} `), bytes.subarray(cuts[part], end)]);
        });
        expect(linesOf([{ cri: {} }], parts)).toEqual(linesOf([], [bytes]));
      },
    ),
  );
});

test('multiline loses no line and moves none', () => {
  const words = fc.array(fc.constantFrom('> a', 'b', ' c', '>'), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.nat(4), (lines, max_lines) => {
      const blocks = linesOf([{ multiline: { firstline: '^>', max_lines } }], lines);
      expect(blocks.join('\n')).toBe(lines.join('\n'));
      if (max_lines > 0) expect(blocks.every((block) => block.split('\n').length <= max_lines)).toBe(true);
    }),
  );
});

test('what a stage leaves alone stays as it is', () => {
  fc.assert(
    fc.property(LINES, LABELS, (lines, labels) => {
      const before = interpretStages([]).pipeline?.run(lines, labels);
      for (const stage of [
        { drop: { source: 'nothing of that name' } },
        { labelallow: Object.keys(labels).length === 0 ? ['a'] : Object.keys(labels) },
        { match: { selector: '{app="none of that name"}', action: 'drop' } },
        { sampling: { rate: 1 } },
        { limit: { rate: 1, burst: 1 } },
        { metrics: {} },
      ]) {
        expect(interpretStages([stage]).pipeline?.run(lines, labels)).toEqual(before);
      }
    }),
  );
});
