import { LABEL_SCHEMES } from './label-schemes';

/** What Loki 3 takes by default: `limits_config.max_label_names_per_series`. */
const MAX_LABELS = 15;
/** What Promtail adds by itself: the file, and with CRI or Docker lines the stream. */
const ADDED_LABELS = ['filename', 'stream'];

test('the streams of kubernetes-pods have these labels, well under Loki’s limit', () => {
  const [job] = LABEL_SCHEMES['kubernetes-pods'];
  const targets = job?.rules.map(({ target_label }) => String(target_label)) ?? [];
  const labels = [...new Set(targets.filter((label) => !label.startsWith('__'))), ...ADDED_LABELS].sort();
  expect(labels).toEqual([
    'app',
    'component',
    'container',
    'filename',
    'instance',
    'job',
    'namespace',
    'node_name',
    'pod',
    'stream',
  ]);
  expect(labels.length).toBeLessThan(MAX_LABELS);
});

test('a static pod is found by the hash of its configuration, after which its folder is named', () => {
  const [job] = LABEL_SCHEMES['kubernetes-pods'];
  expect(job?.files.at(-1)).toEqual({
    source_labels: [
      '__meta_kubernetes_pod_annotationpresent_kubernetes_io_config_hash',
      '__meta_kubernetes_pod_annotation_kubernetes_io_config_hash',
      '__meta_kubernetes_pod_container_name',
    ],
    separator: '/',
    regex: 'true/(.*)',
    replacement: '/var/log/pods/*$1/*.log',
    target_label: '__path__',
  });
});

test('loki-stack has the five jobs of 2021', () => {
  expect(LABEL_SCHEMES['loki-stack'].map(({ name }) => name)).toEqual([
    'kubernetes-pods-name',
    'kubernetes-pods-app',
    'kubernetes-pods-direct-controllers',
    'kubernetes-pods-indirect-controller',
    'kubernetes-pods-static',
  ]);
});
