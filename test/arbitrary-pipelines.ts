import fc from 'fast-check';
import { LABEL_SCHEMES } from '../charts/pipeline/compile/label-schemes';
import type { Pipeline } from '../charts/pipeline/model/pipeline';
import type {
  Choice,
  LabelChoice,
  PodField,
  PodLabelSource,
  PodLabels,
  PodSelection,
} from '../charts/pipeline/model/pods';
import { group, type RelabelRule } from '../charts/pipeline/model/relabel-rule';
import type { Source } from '../charts/pipeline/model/sources';
import type { Stage } from '../charts/pipeline/model/stages';
import type { TestNode } from './collected-streams';
import { logFiles, type WholePod } from './pods';

const NODE = 'node-1.example.com';
const NAMESPACES = ['default', 'kube-system', 'payments', 'shop'];
const POD_LABELS = [
  'app',
  'app.kubernetes.io/component',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/name',
  'component',
  'instance',
  'name',
  'pod-template-hash',
  'team',
];
const ANNOTATIONS = ['logs', 'kubernetes.io/config.mirror', 'kubernetes.io/config.hash'];
const WORDS = ['web', 'db', 'a.b', 'true', 'false', '$1', 'x-y_z', 'UPPER', '', 'web;db'];

const word = fc.constantFrom(...WORDS);
const someOf = <T>(items: readonly T[]) => fc.uniqueArray(fc.constantFrom(...items), { maxLength: 3 });
const record = (keys: readonly string[], value = word) =>
  fc
    .tuple(someOf(keys), fc.array(value, { minLength: 3, maxLength: 3 }))
    .map(([names, values]) => Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])));

const pod: fc.Arbitrary<WholePod> = fc
  .record({
    namespace: fc.constantFrom(...NAMESPACES),
    name: fc.constantFrom('web-7c5ddbdf54-abcde', 'db-0', 'agent-x7f2k', 'backup-28312345-q9z8y', 'kube-proxy-node-1'),
    uid: fc.uuid(),
    node: fc.constantFrom(NODE, NODE, NODE, 'node-2.example.com'),
    labels: record(POD_LABELS),
    annotations: record(ANNOTATIONS),
    controller: fc.option(
      fc.record({
        kind: fc.constantFrom('ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job'),
        name: fc.constantFrom('web-7c5ddbdf54', 'db', 'agent', 'backup-28312345', 'a-0123456789'),
      }),
      { nil: undefined },
    ),
    containers: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('main', 'sidecar', 'init-db', 'debugger'),
        kind: fc.constantFrom('app' as const, 'app' as const, 'init' as const, 'ephemeral' as const),
      }),
      { minLength: 1, maxLength: 3, selector: ({ name }) => name },
    ),
  })
  // An empty label is one that discovery does not tell from none.
  .map((made) => ({ ...made, annotations: withoutEmpty(made.annotations) }));

const withoutEmpty = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

const MESSAGES = [
  'plain text',
  '{"level":"warn","msg":"slow","trace":"abc","n":5,"o":{"p":"q"}}',
  '{"level":"info"',
  'level=error msg="it broke" caller=main.go:7 dur=1.5s',
  '2024-05-06 07:08:09 ERROR boom',
  '\tat a.b.C.d(C.java:12)',
  'Caused by: java.io.IOException: x',
  '10.0.0.7 - - "GET /healthz HTTP/1.1" 200',
  '\x1b[31mred\x1b[0m',
  '',
];
const TIMES = ['2024-01-02T03:04:05.123456789Z', '2024-01-02T03:04:05Z', '2024-01-02T03:04:06.5+01:00'];

const message = fc.constantFrom(...MESSAGES);
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...TIMES), fc.constantFrom('stdout', 'stderr'), fc.constantFrom('F', 'F', 'P'), message)
      .map((parts) => parts.join(' ')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...TIMES),
        fc.constantFrom('stdout', 'stderr'),
        message.filter((text) => text !== ''),
      )
      .map(([time, stream, log]) => JSON.stringify({ log: `${log}\n`, stream, time })),
  },
  message,
);

export const node: fc.Arbitrary<TestNode> = fc
  .tuple(
    fc.uniqueArray(pod, { minLength: 1, maxLength: 4, selector: ({ uid }) => uid }),
    fc.array(fc.array(line, { maxLength: 6 }), { minLength: 16, maxLength: 16 }),
  )
  .map(([pods, lines]) => {
    const paths = [
      ...pods.filter((made) => made.node === NODE).flatMap(logFiles),
      '/var/log/audit/audit.log',
      '/var/log/audit/old.log',
    ];
    return { name: NODE, pods, files: Object.fromEntries(paths.map((path, index) => [path, lines[index] ?? []])) };
  });

const LABELS = ['app', 'level', 'team', 'stream', 'pod', 'container', 'namespace', 'job', 'extra', 'filename'];
const EXTRACTED = ['level', 'msg', 'trace', 'n', 'caller', 'word', 'app', 'made'];

const names = fc.uniqueArray(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 3 });
const mapping = fc
  .array(fc.tuple(fc.constantFrom(...LABELS), fc.constantFrom('', ...EXTRACTED)), { minLength: 1, maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs));
const extracted = fc.constantFrom(...EXTRACTED);
const source = fc.option(extracted, { nil: undefined });
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const SELECTORS = ['{app="web"}', '{job=~".+"} |= "level"', '{level!="info"}', '{namespace=~"kube-.*"} != "GET"'];
const PATTERNS = ['(?P<word>[a-z]+)', '(?P<level>WARN|ERROR|info)', '"(?P<msg>[^"]*)"', '(\\d+)'];

const plainStage: fc.Arbitrary<Stage> = fc.oneof(
  fc.constant<Stage>({ cri: {} }),
  fc.constant<Stage>({ cri: { max_partial_lines: 1, max_partial_line_size: 9, max_partial_line_size_truncate: true } }),
  fc.constant<Stage>({ docker: {} }),
  fc.constant<Stage>({ decolorize: {} }),
  fc
    .record({
      expressions: fc.constantFrom<Record<string, string>>({ level: '', msg: '' }, { made: 'o.p', n: '' }),
      source,
      drop_malformed: fc.constantFrom(undefined, true),
    })
    .map((json): Stage => ({ json: given(json) })),
  source.map((from): Stage => ({ logfmt: given({ mapping: { level: '', caller: '', made: 'dur' }, source: from }) })),
  fc.record({ expression: fc.constantFrom(...PATTERNS), source }).map((regex): Stage => ({ regex: given(regex) })),
  fc
    .record({
      expression: fc.constantFrom(...PATTERNS),
      source,
      replace: fc.constantFrom(undefined, '*', '<{{ .Value | ToUpper }}>'),
    })
    .map((replace): Stage => ({ replace: given(replace) })),
  fc
    .record({ source: extracted, template: fc.constantFrom('{{ .Value }}!', '{{ .level }}-{{ .app }}', 'fixed') })
    .map((template): Stage => ({ template })),
  extracted.map((from): Stage => ({ output: { source: from } })),
  mapping.map((labels): Stage => ({ labels })),
  fc.constant<Stage>({ static_labels: { extra: 'one', team: '$x' } }),
  names.map((labeldrop): Stage => ({ labeldrop })),
  fc.constant<Stage>({ labelallow: ['app', 'level', 'namespace', 'pod'] }),
  mapping.map((structured_metadata): Stage => ({ structured_metadata })),
  fc
    .record({
      source: fc.oneof(source, fc.uniqueArray(extracted, { minLength: 1, maxLength: 2 })),
      separator: fc.constantFrom(undefined, '|'),
      expression: fc.constantFrom(undefined, 'e', '^[a-z]+$'),
      longer_than: fc.constantFrom(undefined, '30', '1kb', '16b'),
      older_than: fc.constantFrom(undefined, '24h', '87600h'),
    })
    .filter((drop) =>
      [drop.source, drop.expression, drop.longer_than, drop.older_than].some((has) => has !== undefined),
    )
    .map((drop): Stage => ({ drop: given(drop) as never })),
  fc
    .record({ labels: names, ingest_timestamp: fc.constantFrom(undefined, false) })
    .map((pack): Stage => ({ pack: given(pack) })),
  fc.constantFrom<Stage>(
    { tenant: { source: 'level' } },
    { tenant: { label: 'namespace' } },
    { tenant: { value: 'team-a' } },
  ),
  fc
    .record({
      source: fc.constantFrom('msg', 'n', 'made'),
      format: fc.constantFrom('RFC3339', 'Unix', '2006-01-02 15:04:05'),
      location: fc.constantFrom(undefined, 'Europe/Berlin'),
      action_on_failure: fc.constantFrom(undefined, 'skip' as const),
      fallback_formats: fc.constantFrom(undefined, ['UnixMs']),
    })
    .map((timestamp): Stage => ({ timestamp: given(timestamp) })),
  fc.constant<Stage>({ metrics: { lines: { type: 'Counter', config: { action: 'inc', match_all: true } } } }),
  fc.constantFrom<Stage>({ multiline: { firstline: '^\\S' } }, { multiline: { firstline: '^[^\\t]', max_lines: 2 } }),
);

export const stages: fc.Arbitrary<readonly Stage[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: plainStage },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...SELECTORS), fc.array(plainStage, { minLength: 1, maxLength: 2 }))
        .map(([selector, inner]): Stage => ({ match: { selector, stages: inner } })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...SELECTORS).map((selector): Stage => ({ match: { selector, action: 'drop' } })),
    },
  ),
  { maxLength: 6 },
);

const META = [
  '__meta_kubernetes_namespace',
  '__meta_kubernetes_pod_label_app',
  '__meta_kubernetes_pod_container_name',
  '__address__',
  'app',
  'job',
  'team',
];
const target = fc.constantFrom('team', 'extra', 'app', '__host__');
const sources = fc.uniqueArray(fc.constantFrom(...META), { minLength: 1, maxLength: 2 });
const rule: fc.Arbitrary<RelabelRule> = fc.oneof(
  fc
    .record({
      source_labels: sources,
      separator: fc.constantFrom(undefined, '/', ''),
      regex: fc.constantFrom(undefined, '(.+)', '([a-z]+).*', 'web|db'),
      target_label: target,
      replacement: fc.constantFrom(undefined, 'fixed', '$1', [group(1), '$'], NODE),
    })
    .map((made): RelabelRule => given(made) as RelabelRule),
  fc
    .record({
      action: fc.constantFrom('keep' as const, 'drop' as const),
      source_labels: sources,
      regex: fc.constantFrom('.*', 'kube.*', '.+', 'main.*'),
    })
    .map((made): RelabelRule => made),
  fc
    .record({
      action: fc.constantFrom('keepequal' as const, 'dropequal' as const),
      source_labels: sources,
      target_label: fc.constantFrom('app', 'team'),
    })
    .map((made): RelabelRule => made),
  sources.map(
    (source_labels): RelabelRule => ({ action: 'hashmod', source_labels, modulus: 8, target_label: 'extra' }),
  ),
  fc.constantFrom<RelabelRule>(
    { action: 'labelmap', regex: '__meta_kubernetes_pod_label_(.+)' },
    { action: 'labelmap', regex: '(app|team)', replacement: ['pod_', group(1)] },
    { action: 'labeldrop', regex: 'pod|inst.*' },
    { action: 'labelkeep', regex: '__.*|app|job' },
  ),
  fc
    .record({
      action: fc.constantFrom('lowercase' as const, 'uppercase' as const),
      source_labels: sources,
      target_label: fc.constantFrom('app', 'team'),
    })
    .map((made): RelabelRule => made),
);
const relabel = fc.array(rule, { maxLength: 3 });

/** Now and then, so that most pods are chosen. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, arbitrary);

const choice = (items: readonly string[]): fc.Arbitrary<Choice> =>
  fc
    .tuple(fc.boolean(), fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 2 }))
    .map(([isIncluded, list]) => (isIncluded ? { include: list } : { exclude: list }));
const labelChoice: fc.Arbitrary<LabelChoice> = fc
  .tuple(fc.boolean(), fc.constantFrom<Record<string, string>>({ app: 'web' }, { team: 'a.b', app: 'db' }))
  .map(([isIncluded, labels]) => (isIncluded ? { include: labels } : { exclude: labels }));
const select: fc.Arbitrary<PodSelection> = fc
  .record({
    namespaces: sometimes(choice([...NAMESPACES, 'kube-*'])),
    labels: sometimes(labelChoice),
    annotation: sometimes(fc.constantFrom({ optIn: 'logs' }, { optOut: 'logs' })),
    containers: sometimes(choice(['main', 'init-*', 'debugger'])),
  })
  .map(given);

const FIELDS: readonly PodField[] = ['namespace', 'pod', 'container', 'node_name', 'controller', 'pod_uid', 'pod_ip'];
const labelSource: fc.Arbitrary<PodLabelSource> = fc.oneof(
  fc.constantFrom(...FIELDS).map((field) => ({ field })),
  fc.constantFrom(...POD_LABELS).map((label) => ({ label })),
  fc.constantFrom(...ANNOTATIONS).map((annotation) => ({ annotation })),
);
const podLabels: fc.Arbitrary<PodLabels> = fc
  .record({
    scheme: fc.constantFrom(...(Object.keys(LABEL_SCHEMES) as (keyof typeof LABEL_SCHEMES)[])),
    add: fc.option(
      fc
        .tuple(labelSource, fc.array(labelSource, { minLength: 1, maxLength: 2 }))
        .map(([one, several]) => ({ team: one, extra: several })),
      { nil: undefined },
    ),
    drop: fc.option(fc.constantFrom(['instance'], ['job', 'pod']), { nil: undefined }),
    static: fc.option(fc.constantFrom<Record<string, string>>({ cluster: 'eu$1' }), { nil: undefined }),
    structuredMetadata: fc.option(
      labelSource.map((from): Record<string, PodLabelSource> => ({ uid: from })),
      { nil: undefined },
    ),
  })
  .map(given);

const podSource: fc.Arbitrary<Source> = fc
  .record({ select, labels: podLabels, relabel, stages, format: fc.constantFrom('cri' as const, 'docker' as const) })
  .map((made): Source => ({ type: 'pods', ...made }));
const fileSource: fc.Arbitrary<Source> = fc
  .record({
    paths: fc.constantFrom(['/var/log/audit/*.log'], ['/var/log/audit/audit.log', '/var/log/audit/*']),
    exclude: fc.constantFrom(undefined, ['/var/log/audit/old.log'], ['/var/log/x', '/var/log/audit/o*']),
    labels: fc.constantFrom<{ job: string } & Record<string, string>>({ job: 'audit' }, { job: 'a', team: 'b' }),
    relabel,
    stages,
  })
  .map((made): Source => given({ type: 'files' as const, ...made }));

export const pipeline: fc.Arbitrary<Pipeline> = fc
  .tuple(fc.array(fc.oneof({ weight: 3, arbitrary: podSource }, fileSource), { minLength: 1, maxLength: 3 }), stages)
  .map(([made, shared]) => ({
    sources: made.map((each, index) => ({ ...each, name: `source-${index}` })),
    stages: shared,
  }));
