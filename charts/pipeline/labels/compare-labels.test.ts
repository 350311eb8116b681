import type { CollectorConfig } from '../read/collector-config';
import { compareLabels, describeLabelChanges } from './compare-labels';
import { SAMPLE_PODS } from './sample-pods';

const META = '__meta_kubernetes_';
const copy = (from: string, to: string) => ({ source_labels: [`${META}${from}`], target_label: to });
const PATH = { target_label: '__path__', replacement: '/var/log/pods/*/*.log' };

const config = (relabel: object[], stages: object[] = [{ cri: {} }]): CollectorConfig => ({
  unread: [],
  jobs: [
    {
      name: 'pods',
      source: { type: 'pods', through: 'files', isOfNode: true },
      relabel: [...relabel, PATH],
      stages: [...stages, { labeldrop: ['filename'] }],
      destinations: [],
    } as CollectorConfig['jobs'][number],
  ],
});

const pods = SAMPLE_PODS.slice(0, 2);
const changes = (before: CollectorConfig, after: CollectorConfig): string[] =>
  describeLabelChanges(compareLabels(before, after, pods));

test('a configuration compared with itself differs in nothing', () => {
  const same = config([copy('namespace', 'namespace'), copy('pod_name', 'pod')]);
  expect(compareLabels(same, same)).toEqual([]);
});

test('labels that appear, vanish and change, each once, with an example', () => {
  const before = config([copy('namespace', 'namespace'), copy('pod_name', 'pod'), copy('pod_node_name', 'node')]);
  const after = config([copy('pod_container_name', 'namespace'), copy('pod_name', 'pod'), copy('pod_phase', 'phase')]);
  expect(changes(before, after)).toEqual([
    'label "namespace" changes: "shop" becomes "cart" on shop/cart-6d4cf56db6-x7k2p/cart',
    'label "node" vanishes: it was "node-1" on shop/cart-6d4cf56db6-x7k2p/cart',
    'label "phase" appears: "Running" on shop/cart-6d4cf56db6-x7k2p/cart',
  ]);
});

test('what stages do to labels counts: by the lines of all formats', () => {
  const before = config([copy('pod_name', 'pod')]);
  const after = config(
    [copy('pod_name', 'pod')],
    [{ cri: {} }, { logfmt: { mapping: { level: '' } } }, { labels: { level: '' } }],
  );
  expect(changes(before, after)).toEqual(['label "level" appears: "warn" on shop/cart-6d4cf56db6-x7k2p/cart']);
});

test('pods that are collected no more, or now', () => {
  const all = config([copy('pod_name', 'pod')]);
  const some = config([
    copy('pod_name', 'pod'),
    { action: 'drop', source_labels: [`${META}pod_container_name`], regex: 'web' },
  ]);
  expect(changes(all, some)).toEqual(['no longer collected: shop/web-7b8d9c5f4c-q2w3e/web']);
  expect(changes(some, all)).toEqual(['now collected: shop/web-7b8d9c5f4c-q2w3e/web']);
});
