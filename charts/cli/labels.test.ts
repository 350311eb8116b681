import { LoggingStack, ManifestApp } from '..';
import { type LabelsResult, labels } from './labels';

function app(): ManifestApp {
  const made = new ManifestApp({ outdir: 'never-written', report: () => {} });
  new LoggingStack(made, 'loki', { namespace: 'loki' });
  return made;
}

const OWN = [...app().manifestFiles().values()].find((text) => text.includes('promtail.yaml:')) ?? '';

const PROMTAIL = `
clients: [{ url: http://loki:3100/loki/api/v1/push }]
scrape_configs:
  - job_name: pods
    kubernetes_sd_configs: [{ role: pod }]
    pipeline_stages: [{ cri: {} }]
    relabel_configs:
      - { source_labels: [__meta_kubernetes_namespace], target_label: namespace }
      - { source_labels: [__meta_kubernetes_pod_uid, __meta_kubernetes_pod_container_name], separator: /, target_label: __path__, replacement: /var/log/pods/*$1/*.log }
  - job_name: audit
    static_configs: [{ targets: [localhost], labels: { job: audit, __path__: /var/log/audit/*.log } }]
`;

const run = (args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<LabelsResult> =>
  labels(args, {
    appOf: async () => app(),
    read: (file) => {
      const text = files[file];
      if (text === undefined) throw Object.assign(new Error('none'), { code: 'ENOENT' });
      return text;
    },
  });

test('a configuration of somebody’s own: which labels appear and vanish, and each kind of pod', async () => {
  const { output, errors, exitCode } = await run(['--against', 'promtail.yaml'], { 'promtail.yaml': PROMTAIL });
  expect(exitCode).toBe(1);
  expect(output).toContain('label "app" appears: "cart" on shop/cart-6d4cf56db6-x7k2p/cart\n');
  expect(output).toContain('label "filename" vanishes: it was ');
  expect(output).toContain('a pod of nobody: shop/debug/shell\n  - {filename=');
  expect(errors).toBe('promtail.yaml: audit is not compared: it does not read pods, or not in a way that is known\n');
});

test('as JSON', async () => {
  const { output } = await run(['--against', 'promtail.yaml', '--json'], { 'promtail.yaml': PROMTAIL });
  const [first] = JSON.parse(output);
  expect(Object.keys(first)).toEqual(['title', 'container', 'before', 'after']);
  expect(first.after).toEqual([expect.objectContaining({ app: 'cart', namespace: 'shop' })]);
});

test('a manifest of the same', async () => {
  expect(await run(['--against', 'dist.yaml'], { 'dist.yaml': OWN })).toEqual({
    output: 'every stream of pods keeps its labels\n',
    errors: '',
    exitCode: 0,
  });
});

test.each<[readonly string[], string, Readonly<Record<string, string>>, number]>([
  [[], 'nothing to compare with; write "labels --against promtail.yaml"\n', {}, 2],
  [['--agianst', 'a'], "Unknown option '--agianst'; --help says what there is\n", {}, 2],
  [['--against', 'a', 'main.ts', 'b.ts'], 'one program is compared, and b.ts is more\n', {}, 2],
  [['--against', 'a'], 'a cannot be read: there is no such file\n', {}, 1],
  [['--against', 'a'], 'a has no scrape_configs\n', { a: 'server: {}\n' }, 1],
  [['--against', 'a'], 'a has no scrape_configs\n', { a: '' }, 1],
])('%j is answered in one line', async (args, errors, files, exitCode) => {
  expect(await run(args, files)).toEqual({ output: '', errors, exitCode });
});

test('what is no YAML is answered in one line', async () => {
  const { errors, exitCode } = await run(['--against', 'a'], { a: 'a: [' });
  expect(exitCode).toBe(1);
  expect(errors).toMatch(/^a is not YAML: .*\n$/);
});

describe('what of a configuration is not known is named', () => {
  const job = (discovery: string): string => `
clients: [{ url: http://loki:3100/loki/api/v1/push }]
scrape_configs:
  - job_name: pods
    kubernetes_sd_configs: [${discovery}]
`;

  test.each([
    '{ role: service }',
    '{ role: pod, selectors: [] }',
    '{ role: pod, namespaces: { own_namespace: true } }',
  ])('%s', async (discovery) => {
    const { errors } = await run(['--against', 'promtail.yaml'], { 'promtail.yaml': job(discovery) });
    expect(errors).toBe(
      'promtail.yaml: scrape_configs[0] is not compared: it does not read pods, or not in a way that is known\n',
    );
  });

  test('namespaces are, and count', async () => {
    const { output, errors } = await run(['--against', 'promtail.yaml', '--json'], {
      'promtail.yaml': `${job('{ role: pod, namespaces: { names: [kube-system] } }')}    relabel_configs: [{ target_label: __path__, replacement: /var/log/pods/*/*.log }]\n`,
    });
    expect(errors).toBe('');
    const collected = (JSON.parse(output) as { container: string; before: object[] }[]).filter(
      ({ before }) => before.length > 0,
    );
    expect(collected.map(({ container }) => container.split('/')[0])).toEqual(['kube-system', 'kube-system']);
  });
});
