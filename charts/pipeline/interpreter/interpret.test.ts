import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpretStages } from './interpret';
import { type JsonStream, toJsonStreams } from './streams';

type Line = string | { readonly base64: string };
type Labels = Readonly<Record<string, string>>;

interface Case {
  readonly name: string;
  readonly stages: readonly unknown[];
  readonly labels: Labels;
  readonly lines: readonly Line[];
  readonly streams: readonly JsonStream[];
}

const CASES: readonly Case[] = readFileSync(join(__dirname, '../../../test/fixtures/pipelines.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const run = (stages: unknown, lines: readonly Line[], labels: Labels = { app: 'x' }): readonly JsonStream[] => {
  const { pipeline, problems } = interpretStages(stages);
  if (pipeline === undefined) throw new Error(JSON.stringify(problems));
  const bytes = lines.map((line) => (typeof line === 'string' ? line : Buffer.from(line.base64, 'base64')));
  return toJsonStreams(pipeline.run(bytes, labels));
};

test.each(CASES)('$name', ({ stages, lines, labels, streams }) => {
  expect(run(stages, lines, labels)).toEqual(streams);
});

test('lines of 256 KiB go through every stage that reads them', () => {
  const text = 'abcdefgh'.repeat(32 * 1024);
  const json = JSON.stringify({ message: text, level: 'info' });
  const stages = [
    { cri: {} },
    { json: { expressions: { message: 'message', level: null } } },
    { regex: { expression: '"level":"(?P<again>\\w+)"' } },
    { labels: { level: null, again: null } },
    { replace: { expression: '(efgh)', replace: '-' } },
    { decolorize: {} },
    { drop: { expression: '^nothing of that kind$' } },
    { template: { source: 'message', template: '{{ ToUpper .Value }}' } },
    { output: { source: 'message' } },
  ];
  const [stream, ...others] = run(stages, [`2024-05-06T07:08:09Z stdout F ${json}`]);
  expect(others).toEqual([]);
  expect(stream?.labels).toEqual({ app: 'x', stream: 'stdout', level: 'info', again: 'info' });
  expect(stream?.entries.map(({ line }) => line)).toEqual([text.toUpperCase()]);
});

test('a line of 256 KiB that is no UTF-8 keeps its bytes', () => {
  const base64 = Buffer.alloc(256 * 1024, 0xfe).toString('base64');
  const [stream] = run([{ regex: { expression: '(?P<a>.*)' } }, { multiline: { firstline: '.' } }], [{ base64 }]);
  expect(stream?.entries).toEqual([{ ts: null, line: { base64 }, metadata: {} }]);
});

test('parts of a line that is cut sixteen times are joined', () => {
  const parts = Array.from({ length: 17 }, (_, part) => `${part} `.repeat(4096));
  const lines = parts.map((part, at) => `2024-05-06T07:08:09Z stdout ${at < 16 ? 'P' : 'F'} ${part}`);
  expect(run([{ cri: {} }], lines)[0]?.entries.map(({ line }) => line)).toEqual([parts.join('')]);
});

test('the time of reading is a day that can be said', () => {
  const stages = [
    { regex: { expression: '^(?P<t>\\w+ \\d+)' } },
    { timestamp: { source: 't', format: 'Jan 2' } },
    { drop: { older_than: '24h' } },
  ];
  const readAt = new Date('2030-12-31T12:00:00Z');
  const [stream] = interpretStages(stages, { readAt }).pipeline?.run(['Jan 1 a', 'Dec 31 b', 'Dec 30 c']) ?? [];
  const times = stream?.entries.map(({ timestamp }) => timestamp);
  expect(times).toEqual(['2031-01-01', '2030-12-31'].map((day) => BigInt(Date.parse(day)) * 1_000_000n));
});

test('each run begins anew', () => {
  const { pipeline } = interpretStages([{ cri: {} }, { limit: { rate: 1, burst: 1, drop: true } }]);
  const lines = ['2024-05-06T07:08:09Z stdout F a', '2024-05-06T07:08:09Z stdout P b'];
  const first = pipeline?.run(lines);
  expect(first?.map(({ entries }) => entries.length)).toEqual([1]);
  expect(pipeline?.run(lines)).toEqual(first);
});

test('what is refused is no pipeline, and what is ignored is a warning', () => {
  const { pipeline, problems } = interpretStages([{ labls: {} }, { json: { expresions: {} } }], { path: 'a.b' });
  expect(pipeline).toBeUndefined();
  expect(problems).toMatchObject([
    { severity: 'error', path: 'a.b[0].labls', remedy: 'did you mean "labels"?' },
    { severity: 'warning', path: 'a.b[1].json.expresions', remedy: 'did you mean "expressions"?' },
    { severity: 'error', path: 'a.b[1].json.expressions' },
  ]);
});

test('what the interpreter does not know is said', () => {
  const stages = [
    { geoip: { db: '/a.mmdb', db_type: 'city' } },
    { match: { selector: '{app="x"}', stages: [{ template: { source: 'a', template: '{{ now | unixEpoch }}' } }] } },
  ];
  const { pipeline, problems } = interpretStages(stages);
  expect(pipeline).toBeUndefined();
  expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'warning: has geoip, which is passed over: there is no database of places',
    'error: has a template with now, which Promtail knows and this interpreter does not',
    'error: has a template with unixEpoch, which Promtail knows and this interpreter does not',
  ]);
});
