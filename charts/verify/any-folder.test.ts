import fc from 'fast-check';
import { stringify } from 'yaml';
import { verify } from '../cli/verify';
import type { Ran } from './answers';
import { findConfigs } from './found-configs';
import { questionsOf } from './questions';

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1.5,
    '',
    '${A}',
    '${PATH}',
    'up == 0',
    'grafana/loki:3.7.6',
    '{a="b"} |= `c`',
  ),
  fc.string(),
);
const KEYS = [
  'apiVersion',
  'kind',
  'metadata',
  'name',
  'labels',
  'loki_rule',
  'data',
  'stringData',
  'spec',
  'template',
  'containers',
  'image',
  'volumes',
  'configMap',
  'secret',
  'secretName',
  'groups',
  'rules',
  'alert',
  'record',
  'expr',
  'items',
  'loki.yaml',
  'promtail.yaml',
  'config.alloy',
  'prometheus.yml',
  'scrape_configs',
  'pipeline_stages',
  'schema_config',
  'server',
  'clients',
  '__proto__',
] as const;
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), tie('value'), { maxKeys: 5 }),
  ),
})).value;

/** Texts that are, or hold, what a program could be asked about, and go wrong somewhere. */
const HOSTILE: readonly string[] = [
  '',
  '\ufeff---\n...\n',
  'a: [',
  'a: &x [*x]',
  '*nothing',
  '!!binary "?"',
  '!!js/function "f"',
  '<<: 1',
  'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]',
  `${'['.repeat(20_000)}`,
  `${'a: {'.repeat(5_000)}`,
  '\0\0\0',
  '\ud800',
  '--- |\n text\n---\n- 1\n',
  `schema_config:\n${'  a: ${b'.repeat(20_000)}`,
  'scrape_configs: [null, 1, {job_name: [1], pipeline_stages: 5}]',
  'scrape_configs: {a: 1}\nserver: []',
  'groups: [null, {rules: [null, 3, {alert: [], expr: {}}]}]',
  `loki.write "a" {\n x = ${'('.repeat(20_000)}`,
];

const holding = (key: string, text: string, kind: string, isEncoded: boolean): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind,
    metadata: { name: 'a' },
    [kind === 'Secret' && !isEncoded ? 'stringData' : 'data']: {
      [key]: isEncoded ? Buffer.from(text).toString('base64') : text,
    },
  });

const text = fc.oneof(
  tree.map((value) => stringify(value, { version: '1.1', aliasDuplicateObjects: false })),
  tree.map((value) => JSON.stringify(value) ?? ''),
  fc.constantFrom(...HOSTILE),
  fc.string(),
);

const file = fc.oneof(
  text,
  fc
    .record({
      key: fc.constantFrom('loki.yaml', 'config.yaml', 'promtail.yaml', 'config.alloy', 'prometheus.yml', 'a.rules'),
      text,
      kind: fc.constantFrom('Secret', 'ConfigMap'),
      isEncoded: fc.boolean(),
    })
    .map(({ key, text: held, kind, isEncoded }) => holding(key, held, kind, isEncoded)),
);

const ran: fc.Arbitrary<Ran | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({
    status: fc.constantFrom(undefined, 0, 0, 1, 126, 255),
    output: fc.oneof(fc.constantFrom('loki, version 3.7.6', 'v1.18.1', ''), fc.string()),
    isEnded: fc.boolean(),
  }),
);

test('of whatever is in a folder, and whatever programs say, there is an answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { maxLength: 3 }),
      fc.array(ran, { minLength: 1, maxLength: 5 }),
      async (texts, answers) => {
        const files = new Map(texts.map((one, index) => [`${index}.yaml`, one]));
        let asked = 0;
        const { output, errors, exitCode } = await verify(['--cluster'], {
          readFolder: () => files,
          run: async () => answers[asked++ % answers.length],
        });
        expect([0, 1]).toContain(exitCode);
        expect(output).toMatch(/\n$/);
        for (const line of errors.split('\n').slice(0, -1)) expect(line).toMatch(/^\d\.yaml:\d+ is not YAML: \S/);
        if (errors !== '') expect(exitCode).toBe(1);
      },
    ),
    { numRuns: 150 },
  );
});

test.each(HOSTILE.map((one) => [one.slice(0, 30), one]))('a text that goes wrong: %j', (_, hostile) => {
  const { unreadable } = findConfigs(new Map([['a.yaml', hostile]]));
  expect(unreadable.every((line) => !line.includes('\n'))).toBe(true);
  expect(unreadable.length).toBeLessThan(2);
  for (const program of ['loki', 'promtail', 'alloy', 'promtool'] as const) {
    for (const key of ['loki.yaml', 'promtail.yaml', 'config.alloy', 'prometheus.yml', 'a.rules']) {
      findConfigs(new Map([['a.json', holding(key, hostile, 'ConfigMap', false)]]));
    }
    const [question] = questionsOf({ program, holds: 'config', text: hostile });
    expect(question?.text).toBe(hostile);
  }
});
