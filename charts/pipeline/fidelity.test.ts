import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpretStages } from './interpreter/interpret';
import { toJsonStreams } from './interpreter/streams';
import { readRelabelRules } from './relabel/read-rules';
import { relabel, streamLabels } from './relabel/relabel';

type Line = string | { readonly base64: string };
type Labels = Readonly<Record<string, string>>;

/** What Promtail 3.6.15 pushed of the lines, or why it did not start. Timestamps are nanoseconds since 1970. */
interface StagesCase {
  readonly id: string;
  readonly kind: 'stages';
  readonly stages: readonly Readonly<Record<string, unknown>>[];
  readonly labels: Labels;
  readonly lines: readonly Line[];
  readonly accepted: boolean;
  readonly message?: string;
  readonly pushed?: readonly {
    readonly tenant: string;
    readonly labels: Labels;
    readonly entries: readonly { readonly ts: string | null; readonly line: Line; readonly metadata: Labels }[];
  }[];
}

/** Labels of a target after the rules, those with two underscores left out; or that it was dropped. */
interface RelabelCase {
  readonly id: string;
  readonly kind: 'relabel';
  readonly rules: readonly unknown[];
  readonly target: Labels;
  readonly labels?: Labels;
  readonly dropped?: true;
}

const CASES: readonly (StagesCase | RelabelCase)[] = readFileSync(
  join(__dirname, '../../test/fixtures/promtail-streams.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Where we disagree, and why that stays so. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {
  '3.6.15-r11-0117': 'the label is kube-system_label; what wrote it down took its name from the last dash on',
};

const sorted = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The streams in an order of their own: Promtail pushes them in any. */
const canonical = (streams: NonNullable<StagesCase['pushed']>): string =>
  streams
    .map(({ tenant, labels, entries }) =>
      JSON.stringify([tenant, sorted(labels), entries.map(({ ts, line, metadata }) => [ts, line, sorted(metadata)])]),
    )
    .sort()
    .join('\n');

function ourStreams({ stages, labels, lines }: StagesCase): string {
  const { pipeline, problems } = interpretStages(stages);
  if (pipeline === undefined) return `refused: ${problems.map(({ path, message }) => `${path} ${message}`).join('; ')}`;
  // Promtail read them from standard input, where it leaves empty lines out.
  const read = lines.filter((line) => line !== '');
  const streams = pipeline.run(
    read.map((line) => (typeof line === 'string' ? line : Buffer.from(line.base64, 'base64'))),
    labels,
  );
  const json = toJsonStreams(streams);
  return canonical(
    json.map((stream, index) => ({
      ...stream,
      entries: stream.entries.map((entry, number) => ({
        ...entry,
        ts: streams[index]?.entries[number]?.timestamp?.toString() ?? null,
      })),
    })),
  );
}

function ourLabels({ rules, target }: RelabelCase): string {
  const read = readRelabelRules(rules);
  if (read.problems.length > 0) return `refused: ${read.problems[0]?.message}`;
  const labels = relabel(new Map(Object.entries(target)), read.rules);
  return labels === undefined ? 'dropped' : JSON.stringify(sorted(Object.fromEntries(streamLabels(labels))));
}

const judged = CASES.map((one) => {
  if (one.kind === 'relabel') {
    const theirs = one.dropped === true ? 'dropped' : JSON.stringify(sorted(one.labels ?? {}));
    const ours = ourLabels(one);
    return { id: one.id, kind: 'relabelling', agrees: ours === theirs, ours, theirs };
  }
  const ours = ourStreams(one);
  if (one.accepted) {
    const theirs = canonical(one.pushed ?? []);
    return { id: one.id, kind: 'streams', agrees: ours === theirs, ours, theirs };
  }
  return { id: one.id, kind: 'refusals', agrees: ours.startsWith('refused: '), ours, theirs: one.message ?? '' };
});

afterAll(() => {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].map((kind) => {
    const own = judged.filter((one) => one.kind === kind);
    return `  ${kind.padEnd(12)} ${own.filter(({ agrees }) => agrees).length}/${own.length}`;
  });
  const agreeing = judged.filter(({ agrees }) => agrees).length;
  const listed = judged
    .filter(({ agrees }) => !agrees)
    .map(({ id, kind }) => `  ${id} ${kind}: ${DISAGREEMENTS[id] ?? 'nobody knows why'}`);
  process.stdout.write(
    `\nAgreement with Promtail 3.6.15: ${((agreeing / judged.length) * 100).toFixed(1)} % of ${judged.length}\n` +
      `${kinds.join('\n')}\nDisagreements:\n${listed.join('\n')}\n\n`,
  );
});

test('agrees with Promtail, apart from what is listed with its reason', () => {
  const unexplained = judged.filter(({ id, agrees }) => !agrees && !(id in DISAGREEMENTS));
  expect(unexplained).toEqual([]);
});

test('agrees in at least 98 % of all', () => {
  expect(judged.filter(({ agrees }) => agrees).length / judged.length).toBeGreaterThanOrEqual(0.98);
});

test('has no reason left over', () => {
  expect(judged.filter(({ agrees }) => !agrees).map(({ id }) => id)).toEqual(Object.keys(DISAGREEMENTS));
});

test('names the stage that Promtail names in each refusal', () => {
  const refused = CASES.filter((one) => one.kind === 'stages' && !one.accepted) as readonly StagesCase[];
  expect(refused.length).toBeGreaterThan(40);
  const wrong = refused.filter(({ stages, message = '' }) => {
    const named = /^invalid (\w+) stage config/.exec(message)?.[1] ?? '';
    const errors = interpretStages(stages).problems.filter(({ severity }) => severity === 'error');
    return !errors.some(({ path, remedy }) => path.includes(`].${named}`) && remedy.length > 0);
  });
  expect(wrong).toEqual([]);
});
