import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepsOf } from '../../config-check/config-node';
import { checkLokiConfigText } from './check-config-text';

/** A configuration, and what `loki -verify-config` of that release says of it. `at` is what was touched in a good one. */
interface Verdict {
  readonly release: string;
  readonly kind: string;
  readonly at: string;
  readonly accepted: boolean;
  readonly config: string;
  readonly message?: string;
}

const VERDICTS: readonly Verdict[] = readFileSync(join(__dirname, '../../../test/fixtures/loki-verdicts.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** What `-verify-config` takes, and why we refuse it all the same. */
const REFUSED_ALL_THE_SAME: readonly (readonly [path: RegExp, reason: string])[] = [
  [/replication_factor$/, 'every push fails: a ring in memory has one member'],
  [/kvstore\.store$/, 'ends at the start: invalid KV store type'],
  [
    /^schema_config\.configs\[\d\]\.(store|object_store)$/,
    'ends at the start: unknown, or without the bucket that it needs',
  ],
  [/^storage_config\.aws\.sse\.type$/, 'ends at the start: SSE type is invalid'],
  [/^storage_config\.aws\.s3$/, 'nothing can be written: no region'],
  [/^storage_config\.azure\.container_name$/, 'nothing can be written: Azure refuses the name'],
  [/^target$/, 'ends at the start: unrecognised module'],
  [/^ruler\.storage\.type$/, 'ends at the start: unrecognised rule storage'],
  [/^table_manager\.retention/, 'nothing is ever deleted: TSDB and boltdb-shipper have no tables'],
  [/^limits_config\.retention_period$/, 'retention below a day, or without the compactor that would delete'],
  [/^compactor\.delete_request_store$/, 'ends at the start: unknown, or without the bucket that it needs'],
];

/** One of the two is the other, or above it. */
function isRelated(path: string, touched: string): boolean {
  const [a, b] = [stepsOf(path), stepsOf(touched)];
  return a.length > 0 && a.slice(0, b.length).every((step, index) => step === b[index]);
}

const judged = VERDICTS.map((verdict) => {
  const errors = checkLokiConfigText(verdict.config, verdict.release, { today: '2026-11-24' }).filter(
    ({ severity }) => severity === 'error',
  );
  const touched = verdict.at.split(' ');
  return {
    ...verdict,
    errors,
    isRight: errors.some(({ path }) => touched.some((at) => isRelated(path, at))),
    unlisted: errors.filter(({ path }) => !REFUSED_ALL_THE_SAME.some(([pattern]) => pattern.test(path))),
  };
});

const refused = judged.filter(({ accepted }) => !accepted);
const caught = refused.filter(({ errors }) => errors.length > 0);
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)} %`);

function agreement(): string {
  const kindOf = ({ kind }: Verdict): string => kind.replace(/\+.*|:.*/g, '');
  const names = [...new Set(judged.map((verdict) => `${verdict.release} ${kindOf(verdict)}`))];
  const rows = names.map((name) => {
    const [release = '', kind = ''] = name.split(' ');
    const verdicts = judged.filter((verdict) => verdict.release === release && kindOf(verdict) === kind);
    const bad = verdicts.filter(({ accepted }) => !accepted);
    const good = verdicts.filter(({ accepted }) => accepted);
    const found = bad.filter(({ errors }) => errors.length > 0);
    const taken = good.filter(({ errors }) => errors.length === 0);
    return [
      release,
      kind,
      `${taken.length}/${good.length}`,
      `${found.length}/${bad.length}`,
      percent(found.filter(({ isRight }) => isRight).length, found.length),
    ];
  });
  const table = [['release', 'kind', 'accepted', 'refused', 'right path'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

afterAll(() => {
  const listed = judged.filter(({ accepted, errors }) => accepted && errors.length > 0);
  const reasons = REFUSED_ALL_THE_SAME.flatMap(([pattern, reason]) => {
    const count = listed.filter(({ errors }) => errors.some(({ path }) => pattern.test(path))).length;
    return count === 0 ? [] : [`  ${String(count).padStart(3)}  ${reason}`];
  });
  process.stdout.write(
    `\nAgreement with loki -verify-config, ours of theirs:\n${agreement()}\n\n` +
      `Refused of what was refused: ${percent(caught.length, refused.length)}, ` +
      `with the right path: ${percent(caught.filter(({ isRight }) => isRight).length, caught.length)}\n` +
      `Refused of what was accepted, because it fails or loses logs later:\n${reasons.join('\n')}\n\n`,
  );
});

test('refuses nothing that Loki accepts, apart from what fails right after the start or loses logs', () => {
  const wrong = judged.filter(({ accepted, unlisted }) => accepted && unlisted.length > 0);
  expect(wrong.map(({ release, kind, at, unlisted }) => ({ release, kind, at, unlisted }))).toEqual([]);
});

test('refuses at least 99 % of what Loki refuses', () => {
  expect(share(caught.length, refused.length)).toBeGreaterThanOrEqual(0.99);
});

test('names the path that is at fault in at least 99 % of them', () => {
  expect(share(caught.filter(({ isRight }) => isRight).length, caught.length)).toBeGreaterThanOrEqual(0.99);
});

test('names the line that Loki names', () => {
  const lines = refused.filter(({ message }) => /\bline \d+: /.test(message ?? ''));
  const same = lines.filter(({ message, errors }) =>
    errors.some(({ line }) => line === Number(/\bline (\d+): /.exec(message ?? '')?.[1])),
  );
  expect(share(same.length, lines.length)).toBeGreaterThanOrEqual(0.99);
});

test('takes a few milliseconds for each', () => {
  const [sample = judged[0]] = judged.slice(-1);
  const start = performance.now();
  for (let count = 0; count < 20; count++) checkLokiConfigText(sample?.config ?? '', '3.7.6');
  expect((performance.now() - start) / 20).toBeLessThan(50);
});
