import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestsOf } from '../test/apps';
import { expectDocSection } from '../test/doc-section';
import { compareSettings, type Default, readSettings, settingsOf } from '../test/parity';
import { app } from './article-2021';
import { DIFFERENCES, MOVES } from './article-2021.differences';

const DOCUMENT = 'docs/article-2021.md';

/** What is there without being written. */
const DEFAULTS: readonly Default[] = [
  { path: /^Secret\/\S+ type$/, value: 'Opaque', by: 'API server' },
  { path: /^Service\/\S+ spec\.type$/, value: 'ClusterIP', by: 'API server' },
  { path: /\.ports\[[^\]]+\]\.protocol$/, value: 'TCP', by: 'API server' },
  { path: /\.imagePullPolicy$/, value: 'IfNotPresent', by: 'API server, for any tag but latest' },
  { path: /Probe\.periodSeconds$/, value: 10, by: 'API server' },
  { path: /Probe\.(successThreshold|timeoutSeconds)$/, value: 1, by: 'API server' },
  { path: /^Deployment\/\S+ spec\.revisionHistoryLimit$/, value: 10, by: 'API server' },
  { path: / spec\.(strategy|updateStrategy)\.type$/, value: 'RollingUpdate', by: 'API server' },
  { path: /^StatefulSet\/\S+ spec\.podManagementPolicy$/, value: 'OrderedReady', by: 'API server' },
  { path: /\.relabel_configs\[\d+\]\.action$/, value: 'replace', by: 'relabelling' },
  { path: /\.clients\[0\]\.backoff_config\.max_period$/, value: '5m', by: 'Promtail 2.1.0' },
  { path: /\.clients\[0\]\.backoff_config\.max_retries$/, value: 10, by: 'Promtail 2.1.0' },
  { path: /\.clients\[0\]\.backoff_config\.min_period$/, value: '500ms', by: 'Promtail 2.1.0' },
  { path: /\.clients\[0\]\.batchsize$/, value: 1048576, by: 'Promtail 2.1.0' },
  { path: /\.clients\[0\]\.batchwait$/, value: '1s', by: 'Promtail 2.1.0' },
  { path: /\.clients\[0\]\.timeout$/, value: '10s', by: 'Promtail 2.1.0' },
  { path: /\.target_config\.sync_period$/, value: '10s', by: 'Promtail 2.1.0' },
];

const theirs = readSettings(readFileSync(join(__dirname, '../test/fixtures/seed-parity.tsv'), 'utf8'));
const compared = compareSettings(theirs, settingsOf(manifestsOf(app)), MOVES, DEFAULTS);
const listed = DIFFERENCES.flatMap(({ object, paths }) => paths.map((path) => `${object} ${path}`));
const count = (outcome: string): number => compared.filter((comparison) => comparison.outcome === outcome).length;

const COUNTS =
  `${theirs.length} settings: ${count('equal')} equal, ${count('equal by default')} equal by default, ` +
  `${count('label or selector')} labels and selectors, ${count('different')} different on purpose`;

test(`the article's ${COUNTS}`, () => {
  const different = compared.filter(({ outcome }) => outcome === 'different');
  expect(different.map(({ setting }) => `${setting.object} ${setting.path}`).sort()).toEqual([...listed].sort());
  expect(different.length).toBeLessThan(40);
  expect(theirs.length).toBe(461);
});

test('no name in the list of moves, and no default, is there for nothing', () => {
  expect(MOVES.filter((move) => !compared.some((comparison) => comparison.move === move))).toEqual([]);
  expect(DEFAULTS.filter((item) => !compared.some((comparison) => comparison.default === item))).toEqual([]);
});

test(`${DOCUMENT} lists what differs: run \`npx jest examples -u\` and commit it`, () => {
  const values = new Map(theirs.map(({ object, path, value }) => [`${object} ${path}`, JSON.stringify(value)]));
  const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  expectDocSection(
    DOCUMENT,
    'differences',
    [
      `${COUNTS[0]?.toUpperCase()}${COUNTS.slice(1)}.\n\n`,
      row('object', 'what the article has', 'why not here'),
      row('---', '---', '---'),
      ...DIFFERENCES.map(({ object, paths, reason }) => {
        const settings = paths.map((path) => `\`${path}: ${values.get(`${object} ${path}`)}\``);
        return row(`\`${object}\``, settings.join('<br>'), reason);
      }),
      '\nUnder another name:\n\n',
      row('in the article', 'here', 'why'),
      row('---', '---', '---'),
      ...MOVES.map(({ from, to, reason }) => row(`\`${from}\``, `\`${to}\``, reason)),
    ].join(''),
  );
});
