import { appWith, manifestsOf } from '../../../test/apps';
import { schemaErrors } from '../../../test/review-schema';
import { edited, stack, without } from '../../../test/reviews';
import { expectTextSnapshot } from '../../../test/text-snapshot';
import { LoggingStack, type LoggingStackProps } from '../..';
import type { Manifest } from '../../kubernetes/manifest';
import { reviewMarkdown } from '../output/markdown';
import { reviewText } from '../output/text';
import { alignedNamespaces } from './align-namespaces';
import { reviewEnvironments } from './review-environments';

const stackIn = (props: LoggingStackProps): readonly Manifest[] =>
  manifestsOf(appWith((app) => void new LoggingStack(app, 'loki', props)));

const between = (first: readonly Manifest[], second: readonly Manifest[]) =>
  reviewEnvironments({ name: 'staging', manifests: first }, { name: 'production', manifests: second });

/** What is said, and what differs, a line each. */
const linesOf = (review: ReturnType<typeof between>): readonly string[] =>
  review.objects.flatMap(({ kind, name, status, consequences, changes }) => [
    ...(status === 'created' || status === 'removed' ? [`${kind}/${name} ${status}`] : []),
    ...consequences.map(({ severity, message }) => `${kind}/${name} ${severity}: ${message}`),
    ...changes.map(({ path, old, new: now }) => `${kind}/${name} ${path}: ${old} → ${now}`),
  ]);

test('nothing is said of what a change would do: nobody makes it', () => {
  const first = stack({ loki: { persistence: { type: 'claim', size: '10Gi' }, retention: '30d' } });
  const second = stack({ loki: { persistence: { type: 'claim', size: '20Gi' }, retention: '7d' } });
  const review = between(first, second);
  expect(linesOf(review)).toEqual([
    'StatefulSet/loki cost: in production asks for +10Gi of claims',
    'StatefulSet/loki spec.volumeClaimTemplates[storage].spec.resources.requests.storage: 10Gi → 20Gi',
    'Secret/loki data["loki.yaml"].limits_config.retention_period: 30d → 7d',
  ]);
  expect(review.objects.flatMap(({ consequences }) => consequences.map(({ commands }) => commands))).toEqual([
    undefined,
  ]);
  expect(schemaErrors(review)).toEqual([]);
});

test('of both it is said what they open and allow', () => {
  const open = stack({ grafana: { ini: { 'auth.anonymous': { enabled: true } } } });
  const reachable = edited('Service/loki', ({ spec }) => (spec.type = 'NodePort'));
  expect(linesOf(between(open, reachable)).filter((line) => line.includes('exposure'))).toEqual([
    'ConfigMap/loki-grafana exposure: in staging lets everybody in who reaches it, without signing in',
    'Service/loki exposure: in production is reachable on a port of every node',
  ]);
});

test('what only one of them has is said', () => {
  const review = between(without('Service/loki-headless'), without('Service/loki-grafana'));
  expect(linesOf(review).filter((line) => /created|removed/.test(line))).toEqual([
    'Service/loki-grafana removed',
    'Service/loki-headless created',
  ]);
  expect(reviewText(review, { title: 'a' })).toContain('Service/loki-grafana (namespace loki): only in staging');
  expect(reviewMarkdown(review, 'a')).toContain('1 only in production, 1 only in staging');
});

test('the same objects in namespaces of other names are the same objects', () => {
  const names = (suffix: string) => ({
    namespace: `logging-${suffix}`,
    collector: { namespace: `collector-${suffix}` },
  });
  const review = between(stackIn(names('staging')), stackIn({ ...names('production'), loki: { retention: '7d' } }));
  expect(linesOf(review)).toEqual([
    'Namespace/collector-production metadata.name: collector-staging → collector-production',
    'Namespace/logging-production metadata.name: logging-staging → logging-production',
    'Secret/loki data["loki.yaml"].limits_config.retention_period: 14d → 7d',
  ]);
});

test('an address in another namespace is shown as each of them has it', () => {
  const first = edited(
    'ConfigMap/loki-promtail',
    ({ data }) => (data.a = 'http://a.loki.svc:3100'),
    stackIn({ namespace: 'loki' }),
  );
  const second = edited(
    'ConfigMap/loki-promtail',
    ({ data }) => (data.a = 'http://b.logs.svc:3100'),
    stackIn({ namespace: 'logs' }),
  );
  expect(linesOf(between(first, second)).filter((line) => line.includes('data.a'))).toEqual([
    'ConfigMap/loki-promtail data.a: http://a.loki.svc:3100 → http://b.logs.svc:3100',
  ]);
});

test('a namespace that both have is itself', () => {
  const service = (name: string, namespace: string): Manifest => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
  });
  expect(alignedNamespaces([service('a', 'x')], [service('a', 'y')])).toEqual(new Map([['x', 'y']]));
  expect(alignedNamespaces([service('a', 'x')], [service('a', 'y'), service('b', 'x')])).toEqual(new Map());
  expect(alignedNamespaces([service('a', 'x'), service('a', 'z')], [service('a', 'y')])).toEqual(new Map());
  expect(alignedNamespaces([service('a', 'x'), service('b', 'z')], [service('a', 'y'), service('b', 'y')])).toEqual(
    new Map(),
  );
});

test('two that are alike are', () => {
  const review = between(stack(), stack());
  expect(review.counts).toEqual({ created: 0, changed: 0, removed: 0, unchanged: 19 });
  expect(reviewText(review, { title: 'a' })).toBe('a: 19 alike\nnothing differs\n');
  expect(reviewMarkdown(review, 'a')).toBe('**Review of `a`**: 19 alike\n\nNothing differs.\n');
});

test('a terminal and a page are told which of the two has what', () => {
  const first = stack({
    loki: { version: '3.6.15' },
    grafana: { ini: { server: { root_url: 'https://a.example.com' } } },
  });
  const second = without('Service/loki-headless', stack({ loki: { retention: '7d' }, collector: { type: 'alloy' } }));
  const review = between(first, second);
  expectTextSnapshot('review/environments.txt', reviewText(review, { title: 'main.ts: staging → production' }));
  expectTextSnapshot('review/environments.md', reviewMarkdown(review, 'main.ts: staging → production'));
  expect(schemaErrors(review)).toEqual([]);
});
