import { readAlloyConfig } from './read-alloy-config';

const read = (text: string, release = '1.18.1') => readAlloyConfig(text, { release, env: { HOSTNAME: 'node-1' } });

const WRITE = `
loki.write "default" {
  endpoint {
    url = "http://loki:3100/loki/api/v1/push"
  }
}`;

test('a configuration that somebody wrote', () => {
  const { jobs, unread } = read(`
discovery.kubernetes "pods" {
  role = "pod"
  selectors {
    role  = "pod"
    field = "spec.nodeName=" + sys.env("HOSTNAME")
  }
}
discovery.relabel "pods" {
  targets = discovery.kubernetes.pods.targets
  rule {
    source_labels = ["__meta_kubernetes_namespace"]
    target_label  = "namespace"
  }
}
local.file_match "pods" {
  path_targets = discovery.relabel.pods.output
}
loki.source.file "pods" {
  targets    = local.file_match.pods.targets
  forward_to = [loki.process.first.receiver]
}
loki.process "first" {
  stage.cri { }
  forward_to = [loki.process.second.receiver]
}
loki.process "second" {
  stage.drop {
    source      = "a,b"
    longer_than = "8KiB"
  }
  forward_to = [loki.write.default.receiver]
}
${WRITE}`);
  expect(unread).toEqual([]);
  expect(jobs).toEqual([
    {
      name: 'pods',
      source: { type: 'pods', through: 'files', isOfNode: true },
      relabel: [{ source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' }],
      stages: [{ cri: {} }, { drop: { source: ['a', 'b'], longer_than: '8192' } }],
      destinations: [
        {
          url: 'http://loki:3100/loki/api/v1/push',
          name: '',
          tenant: '',
          labels: {},
          batchBytes: 1_048_576,
          batchWait: 1000,
          timeout: 10_000,
          minBackoff: 500,
          maxBackoff: 300_000,
          retries: 10,
          dropsRateLimited: false,
          auth: 'none',
          tls: {},
        },
      ],
    },
  ]);
});

test('what Alloy adds by itself is not left out', () => {
  const { jobs } = read(`
loki.source.journal "node" {
  forward_to = [loki.process.node.receiver]
}
loki.process "node" {
  stage.metrics {
    metric.counter {
      name   = "lines"
      action = "inc"
    }
  }
  forward_to = [loki.write.default.receiver]
}
${WRITE}`);
  expect(jobs[0]?.source).toMatchObject({ type: 'journal', labels: { job: 'loki.source.journal.node' } });
  expect(jobs[0]?.stages).toEqual([
    { metrics: { lines: { type: 'Counter', prefix: 'loki_process_custom_', config: { action: 'inc' } } } },
  ]);
});

describe('what pipelines cannot say is told, and left out', () => {
  test.each<[what: string, stage: string]>([
    ['stage.multiline', 'stage.multiline {\nfirstline = "^a"\n}'],
    ['stage.timestamp', 'stage.timestamp {\nsource = "a"\nformat = "RFC3339"\n}'],
    ['stage.truncate', 'stage.truncate {\nrule {\nlimit = "1KiB"\n}\n}'],
    ['stage.labels', 'stage.labels {\nvalues = {a = ""}\nsource_type = "structured_metadata"\n}'],
    ['stage.regex', 'stage.regex {\nexpression = "(?P<a>b)"\nlabels_from_groups = true\n}'],
  ])('%s', (what, stage) => {
    const { jobs, unread } = read(
      `loki.source.syslog "a" {\nlistener {\naddress = ":1514"\n}\nforward_to = [loki.process.a.receiver]\n}\nloki.process "a" {\n${stage}\nforward_to = [loki.write.default.receiver]\n}${WRITE}`,
    );
    expect(unread).toEqual([`loki.process.a: ${what}`]);
    expect(jobs[0]?.stages).toEqual([]);
  });

  test('but not what an older release did not do yet', () => {
    const text = `loki.source.api "a" {\nforward_to = [loki.process.a.receiver]\n}\nloki.process "a" {\nstage.multiline {\nfirstline = "^a"\n}\nforward_to = [loki.write.default.receiver]\n}${WRITE}`;
    expect(read(text, '1.11.0').unread).toEqual([]);
  });

  test.each<[what: string, text: string]>([
    ['loki.source.kafka.a: a source of another kind', 'loki.source.kafka "a" {\nforward_to = []\n}'],
    [
      'loki.source.file.a: globs that are no globs',
      'loki.source.file "a" {\ntargets = [{__path__ = "/var/log/*.log"}]\nforward_to = []\n}',
    ],
    [
      'loki.source.api.a: no loki.process or loki.relabel or loki.write',
      'loki.source.api "a" {\nforward_to = [loki.echo.a.receiver]\n}\nloki.echo "a" { }',
    ],
    [
      'loki.source.api.a: several components to forward to',
      'loki.source.api "a" {\nforward_to = [loki.process.a.receiver, loki.process.b.receiver]\n}\nloki.process "a" {\nforward_to = []\n}\nloki.process "b" {\nforward_to = []\n}',
    ],
    [
      'loki.source.api.a: too many components one behind the other',
      'loki.source.api "a" {\nforward_to = [loki.process.a.receiver]\n}\nloki.process "a" {\nforward_to = [loki.process.a.receiver]\n}',
    ],
    [
      'loki.source.file.a: too many components one behind the other',
      'loki.source.file "a" {\ntargets = discovery.relabel.a.output\nforward_to = []\n}\ndiscovery.relabel "a" {\ntargets = discovery.relabel.a.output\n}',
    ],
    [
      'loki.source.journal.a: a call of a function',
      'loki.source.journal "a" {\npath = json_path("{}", ".a")\nforward_to = []\n}',
    ],
  ])('%s', (what, text) => {
    expect(read(text)).toEqual({ jobs: [], unread: [what] });
  });
});
