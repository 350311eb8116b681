import { group } from '../model/relabel-rule';
import { compilePipeline } from './compile';
import { folderOf, hostFolders, intakePorts } from './needs';

const [pods] = compilePipeline({});

test('a pipeline that says nothing reads all pods of the node', () => {
  expect(compilePipeline({}).map(({ name, source }) => [name, source.type])).toEqual([['kubernetes-pods', 'pods']]);
  expect(pods?.stages).toEqual([{ cri: {} }, { labeldrop: ['filename'] }]);
});

test('the scheme of 2021 has five jobs, and keeps the file’s name as it always had it', () => {
  const jobs = compilePipeline({ sources: [{ type: 'pods', labels: { scheme: 'loki-stack' }, format: 'docker' }] });
  expect(jobs).toHaveLength(5);
  for (const { stages } of jobs) expect(stages).toEqual([{ docker: {} }]);
});

describe('choosing pods', () => {
  const firstRule = (select: object) => compilePipeline({ sources: [{ type: 'pods', select }] })[0]?.relabel[0];

  test.each<[object, object]>([
    [
      { namespaces: { include: ['team-a', 'team.b*'] } },
      { action: 'keep', source_labels: ['__meta_kubernetes_namespace'], regex: 'team-a|team\\.b.*' },
    ],
    [
      { namespaces: { exclude: ['kube-system'] } },
      { action: 'drop', source_labels: ['__meta_kubernetes_namespace'], regex: 'kube-system' },
    ],
    [
      { labels: { include: { 'app.kubernetes.io/name': 'a+b', tier: 'web' } } },
      {
        action: 'keep',
        source_labels: ['__meta_kubernetes_pod_label_app_kubernetes_io_name', '__meta_kubernetes_pod_label_tier'],
        regex: 'a\\+b;web',
      },
    ],
    [
      { annotation: { optIn: 'logs.example.com/collect' } },
      {
        action: 'keep',
        source_labels: ['__meta_kubernetes_pod_annotation_logs_example_com_collect'],
        regex: 'true',
      },
    ],
    [
      { annotation: { optOut: 'logs.example.com/collect' } },
      {
        action: 'drop',
        source_labels: ['__meta_kubernetes_pod_annotation_logs_example_com_collect'],
        regex: 'false',
      },
    ],
    [
      { containers: { exclude: ['istio-*'] } },
      { action: 'drop', source_labels: ['__meta_kubernetes_pod_container_name'], regex: 'istio-.*' },
    ],
  ])('%j', (select, rule) => {
    expect(firstRule(select)).toEqual(rule);
  });
});

describe('labels', () => {
  const lastRule = (labels: object) => compilePipeline({ sources: [{ type: 'pods', labels }] })[0]?.relabel.at(-1);

  test.each<[object, object]>([
    [
      { add: { team: { label: 'team' } } },
      { source_labels: ['__meta_kubernetes_pod_label_team'], target_label: 'team' },
    ],
    [
      { add: { owner: [{ annotation: 'example.com/owner' }, { field: 'controller' }] } },
      {
        source_labels: ['__meta_kubernetes_pod_annotation_example_com_owner', '__meta_kubernetes_pod_controller_name'],
        regex: '^;*([^;]+)(;.*)?$',
        target_label: 'owner',
      },
    ],
    [{ static: { cluster: 'prod$1' } }, { target_label: 'cluster', replacement: 'prod$$1' }],
    [{ drop: ['instance', 'component'] }, { action: 'labeldrop', regex: 'instance|component' }],
  ])('%j', (labels, rule) => {
    expect(lastRule(labels)).toEqual(rule);
  });

  test('what has many values goes with the line', () => {
    const [job] = compilePipeline({
      sources: [{ type: 'pods', labels: { structuredMetadata: { pod_uid: { field: 'pod_uid' } } } }],
    });
    expect(job?.relabel.at(-1)).toEqual({ source_labels: ['__meta_kubernetes_pod_uid'], target_label: 'pod_uid' });
    expect(job?.stages.at(-1)).toEqual({ structured_metadata: { pod_uid: 'pod_uid' } });
  });
});

test('a rule’s replacement is text and groups: a dollar is a dollar', () => {
  const [job] = compilePipeline({
    sources: [
      {
        type: 'pods',
        relabel: [
          { source_labels: ['a'], regex: '(.+)-(.+)', target_label: 'b', replacement: [group(2), '$1', group('x')] },
          { source_labels: ['a'], target_label: 'c', replacement: '$5' },
        ],
      },
    ],
  });
  expect(job?.relabel.slice(-2).map(({ replacement }) => replacement)).toEqual(['${2}$$1${x}', '$$5']);
});

test('stages of a source come before those of the pipeline', () => {
  const [job] = compilePipeline({
    sources: [
      {
        type: 'files',
        paths: ['/var/log/a/*.log'],
        labels: { job: 'a' },
        stages: [{ logfmt: { mapping: { a: '' } } }],
      },
    ],
    stages: [{ decolorize: {} }],
  });
  expect(job?.stages).toEqual([{ logfmt: { mapping: { a: '' } } }, { decolorize: {} }]);
});

describe('what the jobs need of a pod', () => {
  test('folders of the node, each once, and never a file', () => {
    const jobs = compilePipeline({
      sources: [
        { type: 'pods' },
        { type: 'journal' },
        { type: 'files', paths: ['/var/log/audit/*.log', '/var/log/audit/old/audit.log'], labels: { job: 'audit' } },
      ],
    });
    expect(hostFolders(jobs).map(({ name, path }) => [name, path])).toEqual([
      ['pods', '/var/log/pods'],
      ['docker', '/var/lib/docker/containers'],
      ['journal', '/var/log/journal'],
      ['files-var-log-audit', '/var/log/audit'],
      ['files-var-log-audit-old', '/var/log/audit/old'],
    ]);
  });

  test.each([
    ['/var/log/*.log', '/var/log'],
    ['/var/log/**/x.log', '/var/log'],
    ['/var/log/{a,b}.log', '/var/log'],
    ['/x.log', '/'],
  ])('%s is in %s', (glob, folder) => {
    expect(folderOf(glob)).toBe(folder);
  });

  test('ports that others send to', () => {
    const jobs = compilePipeline({
      sources: [{ type: 'syslog', protocol: 'udp' }, { type: 'push', port: 4000 }, { type: 'otlp' }],
    });
    expect(intakePorts(jobs)).toEqual([
      { name: 'syslog', port: 1514, protocol: 'UDP' },
      { name: 'push', port: 4000, protocol: 'TCP' },
      { name: 'otlp-grpc', port: 4317, protocol: 'TCP' },
      { name: 'otlp-http', port: 4318, protocol: 'TCP' },
    ]);
  });
});
