import { expectDocSection } from '../../../test/doc-section';
import { schemaErrors } from '../../../test/review-schema';
import { edited, STACK, stack, TODAY, without } from '../../../test/reviews';
import { expectTextSnapshot } from '../../../test/text-snapshot';
import type { Manifest } from '../../kubernetes/manifest';
import { SEVERITIES } from '../review';
import { reviewManifests } from '../review-manifests';
import { reviewMarkdown } from './markdown';
import { reviewText } from './text';

const TITLE = 'main.ts against HEAD:dist';

/** A change with something of everything. */
const AFTER = without(
  'ConfigMap/loki-grafana-datasources',
  edited(
    'Service/loki-grafana',
    ({ spec }) => (spec.type = 'LoadBalancer'),
    edited(
      'ClusterRole/loki-promtail',
      ({ rules: [pods] }) => pods.resources.push('secrets'),
      edited(
        'ConfigMap/loki-promtail',
        ({ data }) =>
          (data['promtail.yaml'] = data['promtail.yaml'].replace('target_label: node_name', 'target_label: node')),
        stack({
          loki: {
            version: '3.6.15',
            retention: '7d',
            persistence: { type: 'claim', size: '20Gi', storageClass: 'gp3' },
            resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } },
          },
          grafana: { ini: { 'auth.anonymous': { enabled: true } } },
        }),
      ),
    ),
  ),
);
const REVIEW = reviewManifests(STACK, AFTER, { today: TODAY });

test('the change has everything in it', () => {
  const found = new Set(REVIEW.objects.flatMap(({ consequences }) => consequences.map(({ severity }) => severity)));
  expect(SEVERITIES.filter((severity) => !found.has(severity))).toEqual([]);
});

test('a terminal is told the worst first, on one screen, and then each object', () => {
  const text = reviewText(REVIEW, { title: TITLE });
  expectTextSnapshot('review/review.txt', text);
  const summary = text.slice(0, text.indexOf('\n\n', text.indexOf('requests:')));
  expect(summary.split('\n').length).toBeLessThanOrEqual(40);
  expect(Math.max(...summary.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('README.md shows how it begins', () => {
  const after = stack({ loki: { retention: '7d', persistence: { type: 'claim', size: '20Gi' } } });
  const text = reviewText(reviewManifests(STACK, after, { today: TODAY }), { title: TITLE });
  const summary = text.split('\n\n').slice(0, 3).join('\n\n');
  expectDocSection('README.md', 'a review', `\n\`\`\`\n${summary}\n\`\`\`\n\n`);
});

test('a pull request is told the same in a table, with each object folded', () => {
  expectTextSnapshot('review/review.md', reviewMarkdown(REVIEW, TITLE));
});

test('a program is told the same as plain data', () => {
  expectTextSnapshot('review/review.json', `${JSON.stringify(REVIEW, null, 2)}\n`);
});

test('colours come and go with a terminal, and change no word', () => {
  const [plain, coloured] = [false, true].map((hasColours) => reviewText(REVIEW, { title: TITLE, hasColours }));
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[1;31m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are such characters
  expect(coloured?.replace(/\u001b\[[\d;]+m/g, '')).toBe(plain);
});

test('nothing to say is said', () => {
  const nothing = reviewManifests(STACK, STACK);
  expect(reviewText(nothing, { title: TITLE })).toBe(`${TITLE}: 19 unchanged\nnothing changes\n`);
  expect(reviewMarkdown(nothing, TITLE)).toBe(`**Review of \`${TITLE}\`**: 19 unchanged\n\nNothing changes.\n`);
});

test.each([
  ['a change', REVIEW],
  ['nothing', reviewManifests([], [])],
  ['everything new', reviewManifests([], STACK)],
  ['everything gone', reviewManifests(STACK, [])],
])('%s is as docs/review.schema.json says', (_, review) => {
  expect(schemaErrors(review)).toEqual([]);
});

test('the schema takes nothing else', () => {
  expect(schemaErrors({ ...REVIEW, time: 'now' })).toHaveLength(1);
  expect(schemaErrors({ ...REVIEW, severity: 'bad' })).toHaveLength(1);
});

const HOSTILE = '</details> | `x` <img src=x> @everyone [a](b) \u001b[2J\u202e\n# big';

/** An object whose name and values are full of markup. */
const hostile = (value: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: HOSTILE, namespace: HOSTILE },
  spec: { type: 'LoadBalancer', externalIPs: [`${HOSTILE}${value}`] },
});

test('names and values spoil neither a screen nor a page', () => {
  const review = reviewManifests([hostile('a')], [hostile('b')]);
  const [text, markdown] = [reviewText(review, { title: TITLE }), reviewMarkdown(review, TITLE)];
  for (const output of [text, markdown]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out
    expect(output).not.toMatch(/[\0-\x09\x0b-\x1f\u202e]/);
    expect(output).not.toMatch(/^# big/m);
  }
  expect(markdown).not.toMatch(/^<\/details> /m);
  expect(markdown.match(/^<\/details>$/gm)).toHaveLength(1);
  // Whatever is not between backticks is no markup, and in a heading of HTML nothing but tags would be.
  const prose = markdown.replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
  const [summaries, others] = [true, false].map((isSummary) =>
    prose
      .split('\n')
      .filter((line) => line.startsWith('<details>') === isSummary)
      .join('\n'),
  );
  expect(prose).not.toMatch(/(?<!\\)<img|@everyone/);
  expect(others).not.toMatch(/(?<!\\)\[a|(?<!\\)`/);
  expect(summaries?.match(/<[^!]/g)).toHaveLength(5);
});

test('a comment of a pull request is never too long', () => {
  const many = Array.from({ length: 3000 }, (_, index) => hostile(String(index))).map((object, index) => ({
    ...object,
    metadata: { name: `service-${index}`, namespace: 'a' },
  }));
  const markdown = reviewMarkdown(reviewManifests(many, []), TITLE);
  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown).toMatch(/And \d+ more objects\.\n$/);
});
