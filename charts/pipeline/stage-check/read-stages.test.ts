import { checkStages, readStages } from './read-stages';

/** A stage, and what is wrong with it: where, why, and what to write instead. */
type Row = readonly [stage: unknown, ...problems: string[]];

const problemsOf = (stage: unknown): readonly string[] =>
  checkStages([stage], '').map(
    ({ severity, path, message, remedy }) =>
      `${severity === 'warning' ? 'warning ' : ''}${path.replace(/^\[0\]\.?/, '') || '(stage)'}: ${message} → ${remedy}`,
  );

test.each<Row>([
  [{ jsn: {} }, 'jsn: is no stage of Promtail 3.6.15 → did you mean "json"?'],
  ['docker', '(stage): is "docker", not a stage → write "docker: {}"'],
  ['x', '(stage): is "x", not a stage → write its name and a colon'],
  [5, '(stage): is 5, not a stage → write its name and a colon'],
  [{}, 'warning (stage): is empty: it does nothing → name a stage, or leave it out'],
  [{ json: {}, labels: {} }, '(stage): has 2 keys, json and labels → begin each stage with a dash of its own'],
])('stages: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [{ cri: 5 }, 'cri: is 5, not a block of keys → write its keys below it, indented'],
  [
    { cri: { max_partial_line_size: '256kb' } },
    'cri.max_partial_line_size: "256kb" is not a whole number → write a number of bytes, without a unit',
  ],
  [
    { cri: { max_partial_line_size: 'x' } },
    'cri.max_partial_line_size: is "x", not a whole number → write a whole number',
  ],
  [
    { cri: { max_partial_lines: 'x', max_partial_line_size_truncate: 'perhaps', foo: 1 } },
    'warning cri.foo: is no key of cri: Promtail ignores it → write one of max_partial_line_size, max_partial_line_size_truncate, max_partial_lines',
    'cri.max_partial_lines: is "x", not a whole number → write a whole number',
    'cri.max_partial_line_size_truncate: is "perhaps", not a boolean → write true or false',
  ],
  [
    { cri: { max_partial_line_size: -1, max_partial_line_size_truncate: true } },
    'cri.max_partial_line_size: is negative: Promtail ends at the first line → write a number of bytes',
  ],
  [{ cri: { MAX_partial_lines: '5', max_partial_line_size: null } }],
  [
    { docker: { a: 1 } },
    'warning docker.a: is no key of docker: Promtail ignores it → leave it out: the stage takes no keys',
  ],
  [
    { decolorize: { x: 1 } },
    'warning decolorize.x: is no key of decolorize: Promtail ignores it → leave it out: the stage takes no keys',
  ],
  [{ docker: 5 }],
])('cri, docker and decolorize: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [{ drop: {} }, 'drop: says nothing of what to drop → set source, expression, older_than or longer_than'],
  [{ drop: { value: 'x' } }, 'drop.source: is not set, and value is compared with it → name what was extracted'],
  [
    { drop: { value: 'x', longer_than: '1kb' } },
    'drop.source: is not set, and value is compared with it → name what was extracted',
  ],
  [
    { drop: { source: 'a', value: 'x', expression: 'y' } },
    'drop.value: cannot be set beside expression → write one of the two',
  ],
  [{ drop: { source: 5 } }, 'drop.source: is 5, not a text or a list of texts → name what was extracted: a, or [a, b]'],
  [{ drop: { older_than: '1d' } }, 'drop.older_than: "1d" is not a duration → write it as "24h" or "90m"'],
  [{ drop: { longer_than: 'x' } }, 'drop.longer_than: "x" is not a size → write it as "8kb"'],
  [
    { drop: { expression: '(' } },
    'drop.expression: "(" is not a regular expression: missing closing ): `(` → close every bracket, and escape those that are meant literally',
  ],
  [
    { drop: { expression: 'a(?=b)' } },
    'drop.expression: "a(?=b)" is not a regular expression: invalid or unsupported Perl syntax: `(?=` → write it without look-around, which RE2 does not have',
  ],
])('drop: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [
    { eventlogmessage: { source: 'a-b' } },
    'eventlogmessage.source: "a-b" is not the name of a label → write letters, digits and underscores',
  ],
  [
    { eventlogmessage: { drop_invalid_labels: 'yes' } },
    'eventlogmessage.drop_invalid_labels: is "yes", not a boolean → write true or false',
  ],
  [{ geoip: {} }, 'geoip.db: is not set → write the path of a database of MaxMind'],
  [{ geoip: { db: 'x' } }, 'geoip.db_type: is not set → write "city" or "asn"'],
  [
    { geoip: { db: 'x', db_type: 'country' } },
    'warning geoip.db_type: "country" is no type that Promtail knows: it finds nothing → write "city" or "asn"',
  ],
])('eventlogmessage and geoip: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [{ json: {} }, 'json.expressions: is not set → write what to extract: {level: level}'],
  [{ json: { expressions: {} } }, 'json.expressions: is not set → write what to extract: {level: level}'],
  [
    { json: { expressions: ['a'] } },
    'json.expressions: is a list, not a block of keys → write its keys below it, indented',
  ],
  [{ json: { expressions: { a: 5 } } }, 'json.expressions.a: is 5, not a text → write it in quotes: "5"'],
  [
    { json: { expressions: { a: 'b-c.d', 'x y': 'a[' } } },
    `json.expressions.a: "b-c.d" is not a JMESPath expression: "-" at 2 does not belong there → write '"b-c".d'`,
    'json.expressions["x y"]: "a[" is not a JMESPath expression: it ends too early → see jmespath.org',
  ],
  [
    { json: { expressions: { a: 'a' }, source: '', drop_malformed: 'yes' } },
    'json.source: is empty → name what was extracted, or leave it out to read the line',
    'json.drop_malformed: is "yes", not a boolean → write true or false',
  ],
  [
    { json: { expresions: { a: 'a' }, expressions: { a: 'a' } } },
    'warning json.expresions: is no key of json: Promtail ignores it → did you mean "expressions"?',
  ],
  [{ logfmt: {} }, 'logfmt.mapping: is not set → write what to extract: {level: }'],
  [
    { logfmt: { mapping: { a: 'x', 'b c': 'x' } } },
    'warning logfmt.mapping["b c"]: is "x", as is a: only one of the two is extracted → extract it once',
  ],
  [
    { logfmt: { mapping: { a: null }, source: '' } },
    'logfmt.source: is empty → name what was extracted, or leave it out to read the line',
  ],
])('json and logfmt: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [{ labels: ['a'] }, 'labels: is a list, not a block of keys → write the names of labels below it: {level: }'],
  [{ labels: 'a' }, 'labels: is "a", not a block of keys → write the names of labels below it: {level: }'],
  [
    { labels: { 'a-b': 'x', '1a': null, '': null, ok: 5 } },
    'labels.ok: is 5, not a text → write it in quotes: "5"',
    'labels.a-b: is not the name of a label → write "a_b"',
    'labels["1a"]: is not the name of a label → write "_1a"',
    'labels[""]: is not the name of a label → name a label',
  ],
  [{ labels: null }, 'warning labels: is empty: it does nothing → write the names of labels below it: {level: }'],
  [{ static_labels: { a: 1 } }, 'static_labels.a: is 1, not a text → write it in quotes: "1"'],
  [
    { static_labels: null },
    'warning static_labels: is empty: it does nothing → write the names of labels below it: {level: }',
  ],
  [{ structured_metadata: { 'a.b': null } }, 'structured_metadata["a.b"]: is not the name of a label → write "a_b"'],
  [{ labelallow: [] }, 'labelallow: names no label → write the names of labels: [a, b]'],
  [{ labelallow: null }, 'labelallow: names no label → write the names of labels: [a, b]'],
  [{ labeldrop: 'a' }, 'labeldrop: is "a", not a list → write the names of labels: [a, b]'],
  [{ labeldrop: ['a', 1] }, 'labeldrop[1]: is 1, not a text → write it in quotes: "1"'],
])('labels: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [
    { limit: {} },
    'limit.rate: has to be more than zero → write how many lines a second may pass',
    'limit.burst: has to be more than zero → write how many lines may pass at once',
  ],
  [{ limit: { rate: 'x', burst: 1 } }, 'limit.rate: is "x", not a number → write a number, such as 0.5'],
  [
    { limit: { rate: 1, burst: 1, by_label_name: 'a' } },
    'limit.drop: is not true, and by_label_name needs that → write true',
  ],
  [{ limit: { rate: '1', burst: true, drop: 1 } }],
  [
    { sampling: { rate: 2 } },
    'sampling.rate: 2 is not between 0 and 1 → write the share of lines to keep, such as 0.1',
  ],
  [{ sampling: { rate: 'x' } }, 'sampling.rate: is "x", not a number → write a number, such as 0.5'],
])('limit and sampling: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [
    { match: {} },
    `match.selector: is not set → write it as '{app="web"} |= "error"'`,
    'match.stages: has no stage → write one, or action: drop',
  ],
  [{ match: { selector: '{a="b"}' } }, 'match.stages: has no stage → write one, or action: drop'],
  [
    { match: { selector: '{a="b"} | json', stages: [{ docker: {} }] } },
    `match.selector: "{a=\\"b\\"} | json" is not a selector of Promtail: "|" where one of |= |~ != !~ has to be → write it as '{app="web"} |= "error"'`,
  ],
  [
    { match: { selector: '{a="b"}', action: 'kepe', pipeline_name: '', stages: [{ docker: {} }] } },
    'match.pipeline_name: is empty → write a name, or leave it out',
    'match.action: "kepe" is no action → did you mean "keep"?',
  ],
  [
    { match: { selector: '{a="b"}', action: 'drop', stages: [{ docker: {} }] } },
    'match.stages: cannot be there: the lines are dropped → leave it out, or write action: keep',
  ],
  [
    { match: { selector: '{a="b"}', stages: { docker: {} } } },
    'match.stages: is a block of keys, not a list → write a list of stages',
  ],
  [
    {
      match: { selector: '{a="b"}', stages: [{ dokcer: {} }, { match: { selector: '{', stages: [{ output: {} }] } }] },
    },
    'match.stages[0].dokcer: is no stage of Promtail 3.6.15 → did you mean "docker"?',
    `match.stages[1].match.selector: "{" is not a selector of Promtail: it ends where the name of a label has to be → write it as '{app="web"} |= "error"'`,
    'match.stages[1].match.stages[0].output.source: is not set → name what was extracted',
  ],
])('match: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [{ metrics: null }, 'warning metrics: is empty: it does nothing → write the names of metrics below it'],
  [{ metrics: ['a'] }, 'metrics: is a list, not a block of keys → write the names of metrics below it'],
  [{ metrics: { m: {} } }, 'metrics.m.type: is not set → write "Counter", "Gauge" or "Histogram"'],
  [
    { metrics: { m: { type: 'Countr', config: {} } } },
    'metrics.m.type: "Countr" is no type of a metric → did you mean "counter"?',
  ],
  [
    { metrics: { 'a.b': { type: 'Counter', config: { action: 'sub' } } } },
    'metrics["a.b"].config.action: "sub" is no action of a counter → write one of inc, add',
  ],
  [
    {
      metrics: {
        m: { type: 'Counter', config: { action: 'inc', match_all: true, value: 'x', count_entry_bytes: true } },
      },
    },
    'metrics.m.config.value: cannot be set beside match_all → write one of the two',
    'metrics.m.config.count_entry_bytes: needs action: add → set it, or leave this out',
  ],
  [
    { metrics: { m: { type: 'Counter', config: { action: 'add', count_entry_bytes: true } } } },
    'metrics.m.config.count_entry_bytes: needs match_all: true → set it, or leave this out',
  ],
  [
    { metrics: { m: { type: 'Histogram', config: { buckets: [1, 1] } } } },
    'metrics.m.config.buckets: do not rise: Promtail ends at the first value → write each bound once, the smallest first',
  ],
  [
    { metrics: { m: { type: 'Histogram', config: { buckets: ['a'] } } } },
    'metrics.m.config.buckets: is not a list of numbers → write the upper bounds: [1, 5, 10]',
  ],
  [
    { metrics: { m: { type: 'Gauge', max_idle_duration: '1ms', config: { action: 'set' } } } },
    'metrics.m.max_idle_duration: "1ms" is less than a second → write "1s" or more',
  ],
  [
    { metrics: { m: { type: 'Gauge', max_idle_duration: '1 day', config: {} } } },
    'metrics.m.max_idle_duration: "1 day" is not a duration → write it as "5m"',
  ],
  [
    { metrics: { m: { type: 'Gauge', desription: 'x', config: { action: 'SET' } } } },
    'warning metrics.m.desription: is no key of metrics: Promtail ignores it → did you mean "description"?',
  ],
])('metrics: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [
    { multiline: {} },
    `multiline.firstline: is not set → write a regular expression that only first lines meet, such as '^\\S'`,
  ],
  [
    { multiline: { firstline: '(', max_wait_time: '3' } },
    'multiline.firstline: "(" is not a regular expression: missing closing ): `(` → close every bracket, and escape those that are meant literally',
    'multiline.max_wait_time: "3" is not a duration → write it as "3s"',
  ],
  [{ output: {} }, 'output.source: is not set → name what was extracted'],
  [
    { pack: { labels: { a: 1 }, ingest_timestamp: 'perhaps' } },
    'pack.labels: is a block of keys, not a list → write a list: […]',
    'pack.ingest_timestamp: is "perhaps", not a boolean → write true or false',
  ],
  [{ pack: { labels: 'a' } }],
  [{ regex: {} }, `regex.expression: is not set → write a regular expression, such as 'level=(?P<level>\\w+)'`],
  [
    { regex: { expression: '(\\w+)' } },
    'warning regex.expression: has no group with a name: it extracts nothing → name what to extract: (?P<level>\\w+)',
  ],
  [
    { regex: { expression: '(?P<a>\\w)\\1' } },
    'regex.expression: "(?P<a>\\\\w)\\\\1" is not a regular expression: invalid escape sequence: `\\1` → write it without \\1, which RE2 does not have',
  ],
  [
    { regex: { expression: '(?P<a b>x)' } },
    'regex.expression: "(?P<a b>x)" is not a regular expression: invalid named capture: `(?P<a b>` → close every bracket, and escape those that are meant literally',
  ],
  [{ replace: {} }, `replace.expression: is not set → write a regular expression, such as 'token=(\\w+)'`],
  [
    { replace: { expression: 'a', replace: '{{' } },
    'warning replace.expression: has no group: only what groups catch is replaced → put what to replace in brackets: (…)',
    'warning replace.replace: is not a template: unclosed action; nothing is ever replaced → close every {{ with }}',
  ],
])('multiline, output, pack, regex and replace: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test.each<Row>([
  [{ template: {} }, 'template.source: is not set → name what to extract it as'],
  [
    { template: { source: 'a', template: '{{ TuUpper .Value }}' } },
    'template.template: is not a template: function "TuUpper" not defined → did you mean "ToUpper"?',
  ],
  [
    { template: { source: 'a', template: '{{ if }}' } },
    'template.template: is not a template: missing value for if → close every {{ with }}, and every block with {{ end }}',
  ],
  [{ tenant: {} }, 'tenant: says nothing of the tenant → set label, source or value'],
  [{ tenant: { source: 'a', value: 'b' } }, 'tenant.value: cannot be set beside source → write one of the two'],
  [
    { timestamp: {} },
    'timestamp.source: is not set → name what was extracted',
    'timestamp.format: is not set → write "RFC3339Nano", "Unix", or a layout of Go',
  ],
  [
    { timestamp: { source: 'a', format: 'RFC3339', location: 'Europe/Berln', action_on_failure: 'skp' } },
    'timestamp.location: "Europe/Berln" is no time zone → did you mean "Europe/Berlin"?',
    'timestamp.action_on_failure: "skp" is no action → did you mean "skip"?',
  ],
  [
    { timestamp: { source: 5, format: ['a'], fallback_formats: 'x' } },
    'timestamp.source: is 5, not a text → write it in quotes: "5"',
    'timestamp.format: is a list, not a text → write a text',
    'timestamp.fallback_formats: is "x", not a list → write a list: [x]',
  ],
])('template, tenant and timestamp: %j', (stage, ...problems) => {
  expect(problemsOf(stage)).toEqual(problems);
});

test('what is no list is refused, and nothing is no stages', () => {
  expect(checkStages({ docker: {} }, 'a.b')).toMatchObject([{ path: 'a.b', remedy: 'write a list of stages' }]);
  expect(checkStages(undefined)).toEqual([]);
  expect(checkStages(null)).toEqual([]);
  expect(checkStages([])).toEqual([]);
});

test('all problems of all stages are said at once, and what can be read is read', () => {
  const { stages, problems } = readStages([{ docker: {} }, { output: {} }, { jsn: {} }, { pack: {} }], 'scrape.stages');
  expect(stages.map(({ type }) => type)).toEqual(['docker', 'pack']);
  expect(problems.map(({ path }) => path)).toEqual(['scrape.stages[1].output.source', 'scrape.stages[2].jsn']);
});

test.each([
  ['2.1.0', { cri: {} }, []],
  ['2.1.0', { decolorize: {} }, ['is no stage of Promtail 2.1.0, but of 2.9.17']],
  ['2.9.17', { geoip: { db: 'x', db_type: 'city' } }, []],
  ['2.9.17', { cri: { max_partial_lines: 1 } }, []],
  ['2.1.0', { cri: { max_partial_lines: 1 } }, ['is no key of cri before 2.9.17: Promtail ignores it']],
  // Nobody has looked at the releases between.
  ['2.5.0', { decolorize: {} }, []],
  ['3.6.1', { sampling: { rate: 1 } }, []],
  ['3.7.0', { sampling: { rate: 1 } }, []],
])('Promtail %s and %j', (release, stage, messages) => {
  expect(checkStages([stage], '', release).map(({ message }) => message)).toEqual(messages);
});

test('stages that are nested without end are refused', () => {
  let stages: readonly unknown[] = [{ docker: {} }];
  for (let depth = 0; depth < 10_000; depth += 1) stages = [{ match: { selector: '{a="b"}', stages } }];
  expect(checkStages(stages)).toMatchObject([
    { message: 'is nested too deep', remedy: 'write stages beside one another' },
  ]);
});
