import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeYaml } from '../../kubernetes/yaml';
import { checkPromtailConfigText } from './check-config-text';

/** Stages, and whether the real Promtail of that release started with them. */
interface StagesCase {
  readonly id: string;
  readonly kind: string;
  readonly release: string;
  readonly stages: readonly Readonly<Record<string, unknown>>[];
  readonly accepted: boolean;
  readonly message?: string;
}

interface RelabelCase {
  readonly id: string;
  readonly kind: string;
  readonly release: string;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
}

const CASES: readonly (StagesCase | RelabelCase)[] = readFileSync(
  join(__dirname, '../../../test/fixtures/promtail-streams.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const isOfStages = (one: StagesCase | RelabelCase): one is StagesCase => one.kind === 'stages';

/** What Promtail starts with, and why we refuse it all the same. */
const REFUSED_ALL_THE_SAME: readonly (readonly [message: RegExp, reason: string])[] = [
  [/Promtail ignores it without a word$/, 'a key that Promtail does not know is ignored without a word'],
];

/** A file of one job. */
const fileOf = (job: object): string =>
  writeYaml({
    server: { http_listen_port: 3101, grpc_listen_port: 0 },
    clients: [{ url: 'http://loki:3100/loki/api/v1/push' }],
    scrape_configs: [
      { job_name: 'x', static_configs: [{ targets: ['localhost'], labels: { __path__: '/var/log/*.log' } }], ...job },
    ],
  } as never);

const judged = CASES.filter(isOfStages).map((one) => {
  const problems = checkPromtailConfigText(fileOf({ pipeline_stages: one.stages }), '3.6.11');
  const errors = problems.filter(({ severity }) => severity === 'error');
  return {
    ...one,
    errors,
    unlisted: errors.filter(({ message }) => !REFUSED_ALL_THE_SAME.some(([pattern]) => pattern.test(message))),
  };
});
const accepted = judged.filter((one) => one.accepted);
const refused = judged.filter((one) => !one.accepted);

afterAll(() => {
  const taken = accepted.filter(({ errors }) => errors.length === 0);
  const found = refused.filter(({ errors }) => errors.length > 0);
  const reasons = REFUSED_ALL_THE_SAME.map(([pattern, reason]) => {
    const count = accepted.filter(({ errors }) => errors.some(({ message }) => pattern.test(message))).length;
    return `  ${String(count).padStart(3)}  ${reason}\n`;
  });
  process.stdout.write(
    `\nAgreement with a start of Promtail 3.6 on stages, ours of theirs:\n` +
      `accepted  ${taken.length}/${accepted.length}\nrefused   ${found.length}/${refused.length}\n` +
      `Refused of what was accepted:\n${reasons.join('')}\n`,
  );
});

test('takes every pipeline that Promtail starts with, apart from keys that it ignores', () => {
  expect(accepted.length).toBeGreaterThan(200);
  const wrong = accepted.filter(({ unlisted }) => unlisted.length > 0);
  expect(wrong.map(({ id, unlisted }) => ({ id, unlisted }))).toEqual([]);
});

test('refuses every pipeline that Promtail does not start with, by a path within the stages', () => {
  expect(refused.length).toBe(44);
  const missed = refused.filter(
    ({ errors }) => !errors.some(({ path }) => path.startsWith('scrape_configs[0].pipeline_stages')),
  );
  expect(missed.map(({ id, stages, message }) => ({ id, stages, message }))).toEqual([]);
});

test('takes every list of rules that Promtail relabels by', () => {
  const wrong = CASES.filter((one): one is RelabelCase => !isOfStages(one))
    .map(({ id, rules }) => ({
      id,
      errors: checkPromtailConfigText(fileOf({ relabel_configs: rules }), '3.6.11').filter(
        ({ severity }) => severity === 'error',
      ),
    }))
    .filter(({ errors }) => errors.length > 0);
  expect(wrong).toEqual([]);
});
