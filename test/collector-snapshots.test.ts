import { printAlloy } from '../charts/alloy/syntax/print';
import type { ConfigMapping } from '../charts/kubernetes/merge';
import { sortedKeys } from '../charts/kubernetes/sorted-keys';
import { writeYaml } from '../charts/kubernetes/yaml';
import type { Pipeline } from '../charts/pipeline/model/pipeline';
import type { Source, SourceType } from '../charts/pipeline/model/sources';
import type { Stage, StageName } from '../charts/pipeline/model/stages';
import type { PromtailConfig } from '../charts/promtail/config';
import { PROMTAIL_SOURCES } from '../charts/promtail/scrape-config';
import { alloyConfigOf, promtailConfigOf } from './rendered';
import { expectTextSnapshot } from './text-snapshot';

/** One of each source. */
const SOURCES: { readonly [Type in SourceType]: Source & { readonly type: Type } } = {
  pods: { type: 'pods', select: { namespaces: { exclude: ['kube-*'] } }, labels: { add: { team: { label: 'team' } } } },
  'pods-api': { type: 'pods-api', select: { namespaces: { include: ['shop', 'payments'] } } },
  journal: { type: 'journal', maxAge: '12h', matches: '_SYSTEMD_UNIT=kubelet.service' },
  files: {
    type: 'files',
    paths: ['/var/log/audit/*.log'],
    exclude: ['/var/log/audit/old-*'],
    labels: { job: 'audit' },
  },
  syslog: { type: 'syslog', protocol: 'udp', useIncomingTimestamp: true },
  'kubernetes-events': { type: 'kubernetes-events', namespaces: ['shop'], format: 'json' },
  push: { type: 'push', labels: { via: 'push' } },
  otlp: { type: 'otlp' },
};

/** One of each stage, with whatever can be said of it. */
const STAGES: { readonly [Name in StageName]: Extract<Stage, { readonly [Key in Name]: unknown }> } = {
  cri: { cri: { max_partial_lines: 200, max_partial_line_size: 65536, max_partial_line_size_truncate: true } },
  docker: { docker: {} },
  json: { json: { expressions: { level: '', message: 'log.message' }, source: 'payload', drop_malformed: true } },
  logfmt: { logfmt: { mapping: { level: '', message: 'msg' }, source: 'payload' } },
  regex: { regex: { expression: '^(?P<level>\\w+) "(?P<path>[^"]*)"$', source: 'payload' } },
  replace: { replace: { expression: 'password=(\\S+)', replace: '{{ .Value | Sha2Hash "salt" }}', source: 'payload' } },
  multiline: { multiline: { firstline: '^\\d{4}-', max_wait_time: '5s' } },
  timestamp: {
    timestamp: {
      source: 'time',
      format: '2006-01-02 15:04:05',
      fallback_formats: ['UnixMs'],
      location: 'Europe/Berlin',
      action_on_failure: 'skip',
    },
  },
  output: { output: { source: 'message' } },
  labels: { labels: { level: '', team: 'owner' } },
  static_labels: { static_labels: { cluster: 'eu-1' } },
  labeldrop: { labeldrop: ['pod', 'node_name'] },
  labelallow: { labelallow: ['namespace', 'app'] },
  structured_metadata: { structured_metadata: { trace_id: 'trace', pod: '' } },
  match: {
    match: {
      selector: '{app="web"} |= "GET"',
      stages: [{ match: { selector: '{app="web"} |= "/healthz"', action: 'drop' } }],
    },
  },
  drop: {
    drop: { source: ['level', 'path'], separator: '|', expression: '^debug', older_than: '24h', longer_than: '8kb' },
  },
  sampling: { sampling: { rate: 0.1, drop_counter_reason: 'sampled' } },
  limit: { limit: { rate: 100, burst: 200, drop: true, by_label_name: 'namespace' } },
  pack: { pack: { labels: ['pod', 'container'] } },
  template: { template: { source: 'level', template: '{{ ToLower .Value }}' } },
  tenant: { tenant: { label: 'namespace' } },
  metrics: {
    metrics: {
      lines_total: { type: 'Counter', description: 'Lines', config: { match_all: true, action: 'inc' } },
      size: { type: 'Gauge', source: 'size', max_idle_duration: '1h', config: { action: 'set' } },
      seconds: { type: 'Histogram', source: 'duration', config: { buckets: [0.1, 1, 10] } },
    },
  },
  decolorize: { decolorize: {} },
  geoip: { geoip: { db: '/geoip/city.mmdb', source: 'ip', db_type: 'city' } },
};

type Parts = 'sources' | 'stages' | 'destinations';

/** The part of each configuration that is about something. */
const PARTS: {
  readonly [Part in Parts]: {
    readonly promtail: (config: PromtailConfig) => ConfigMapping;
    readonly alloy: (component: string) => boolean;
  };
} = {
  sources: {
    promtail: ({ scrape_configs }) => ({ scrape_configs }),
    alloy: (component) => component !== 'loki.write',
  },
  stages: {
    promtail: ({ scrape_configs }) => {
      const [job] = scrape_configs as readonly ConfigMapping[];
      return { pipeline_stages: job?.pipeline_stages };
    },
    alloy: (component) => component === 'loki.process',
  },
  destinations: {
    promtail: ({ clients }) => ({ clients }),
    alloy: (component) => component === 'loki.write',
  },
};

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\`\`\`\n`;

/** What both collectors get of a pipeline, for reading side by side. */
const sideBySide = (pipeline: Pipeline, part: Parts): string => {
  const { promtail, alloy } = PARTS[part];
  const isOfPromtail = (pipeline.sources ?? []).every(({ type }) => PROMTAIL_SOURCES.has(type));
  return [
    '# Promtail\n',
    isOfPromtail
      ? fenced('yaml', writeYaml(sortedKeys(promtail(promtailConfigOf(pipeline)))))
      : 'Only Alloy reads this.\n',
    '# Alloy\n',
    fenced('alloy', printAlloy(alloyConfigOf(pipeline).filter((each) => each.type === 'block' && alloy(each.name)))),
  ].join('\n');
};

test.each(Object.values(SOURCES))('source $type', (source) => {
  expectTextSnapshot(`pipeline/source-${source.type}.md`, sideBySide({ sources: [source] }, 'sources'));
});

test.each(Object.entries(STAGES))('stage %s', (name, stage) => {
  expectTextSnapshot(
    `pipeline/stage-${name}.md`,
    sideBySide({ sources: [{ type: 'syslog', stages: [stage] }] }, 'stages'),
  );
});

test('destinations', () => {
  const destinations: Pipeline['destinations'] = [
    {
      url: 'https://logs.example.com/loki/api/v1/push',
      name: 'archive',
      tenant: 'team-a',
      externalLabels: { cluster: 'eu-1' },
      batch: { size: 4_194_304, wait: '5s' },
      backoff: { min: '1s', max: '10m', retries: 20 },
      timeout: '30s',
      dropRateLimited: true,
      auth: { type: 'basic', secretName: 'archive' },
      tls: { ca: { secret: 'archive-ca' }, clientSecret: 'archive-client', serverName: 'logs.example.com' },
    },
  ];
  expectTextSnapshot(
    'pipeline/destinations.md',
    sideBySide({ sources: [{ type: 'syslog' }], destinations }, 'destinations'),
  );
});
