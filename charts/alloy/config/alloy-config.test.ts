import fc from 'fast-check';
import { pipeline } from '../../../test/arbitrary-pipelines';
import { alloyConfigOf, alloyTextOf } from '../../../test/rendered';
import type { Destination } from '../../pipeline/model/destinations';
import type { Pipeline } from '../../pipeline/model/pipeline';
import { checkAlloyConfig } from '../config-check/check-alloy-config';
import { formatAlloy } from '../syntax/format';
import { printAlloy } from '../syntax/print';
import type { PodScope } from './alloy-config';

const textOf = (
  made: Pipeline,
  { release, scope }: { readonly release?: string; readonly scope?: PodScope } = {},
): string => printAlloy(alloyConfigOf(made, release, scope));

/** A component of a configuration, as text. */
const component = (text: string, name: string): string =>
  new RegExp(`^${name} .*\\{(?: \\}|[^]*?\\n\\})`, 'm').exec(text)?.[0] ?? '';

const RELEASES = Array.from({ length: 20 }, (_, minor) => `1.${minor}.0`);

/** Every source that there is. */
const EVERYTHING: Pipeline = {
  sources: [
    { type: 'pods', labels: { scheme: 'loki-stack' } },
    { type: 'pods-api', name: 'api', select: { namespaces: { include: ['a', 'b'] } } },
    { type: 'journal', matches: '_SYSTEMD_UNIT=kubelet.service', maxAge: '2d', json: true },
    { type: 'files', paths: ['/var/log/audit/*.log'], labels: { job: 'audit' } },
    { type: 'syslog', protocol: 'udp', useIncomingTimestamp: true },
    { type: 'kubernetes-events', namespaces: ['a'], format: 'json', relabel: [{ action: 'labeldrop', regex: 'x' }] },
    { type: 'push', labels: { via: 'push' } },
    { type: 'otlp', relabel: [{ source_labels: ['job'], target_label: 'app' }] },
  ],
  stages: [{ cri: {} }],
  destinations: [
    {
      url: 'https://logs.example.com/loki/api/v1/push',
      name: 'archive',
      tenant: 'team-a',
      externalLabels: { cluster: 'eu' },
      batch: { size: 2_097_152, wait: '2s' },
      backoff: { min: '1s', max: '1d', retries: 3 },
      timeout: '30s',
      dropRateLimited: true,
      auth: { type: 'basic', secretName: 'push' },
      tls: { ca: { secret: 'ca' }, clientSecret: 'client', serverName: 'logs' },
    },
  ],
  wal: true,
};

test.each(RELEASES)('Alloy %s would load everything that pipelines can say', (release) => {
  expect(checkAlloyConfig(textOf(EVERYTHING, { release }), release)).toEqual([]);
});

test('Alloy would load whatever a pipeline comes to, and alloy fmt would leave it as it is', () => {
  fc.assert(
    fc.property(pipeline, fc.constantFrom(...RELEASES), (made, release) => {
      const text = alloyTextOf(made, release);
      expect(checkAlloyConfig(text, release)).toEqual([]);
      expect(formatAlloy(text)).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('components are called by their jobs’ names', () => {
  const ids = [...textOf(EVERYTHING).matchAll(/^([\w.]+) "(\w+)"/gm)].map(([, name, label]) => `${name}.${label}`);
  expect(ids.filter((id) => id.startsWith('loki.source.'))).toEqual([
    'loki.source.file.kubernetes_pods_name',
    'loki.source.file.kubernetes_pods_app',
    'loki.source.file.kubernetes_pods_direct_controllers',
    'loki.source.file.kubernetes_pods_indirect_controller',
    'loki.source.file.kubernetes_pods_static',
    'loki.source.kubernetes.api',
    'loki.source.journal.journal',
    'loki.source.file.files',
    'loki.source.syslog.syslog',
    'loki.source.kubernetes_events.kubernetes_events',
    'loki.source.api.push',
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('pods are looked for', () => {
  test('on the node alone, which HOSTNAME names', () => {
    expect(component(textOf({}), 'discovery.kubernetes')).toContain('field = "spec.nodeName=" + sys.env("HOSTNAME")');
    expect(component(textOf({}, { release: '1.3.0' }), 'discovery.kubernetes')).toContain(
      '"spec.nodeName=" + env("HOSTNAME")',
    );
  });

  test('in the whole cluster by the one that is of no node', () => {
    expect(component(textOf({ sources: [{ type: 'pods-api' }] }, { scope: 'cluster' }), 'discovery.kubernetes')).toBe(
      'discovery.kubernetes "kubernetes_pods" {\n\trole = "pod"\n}',
    );
  });

  test('in the namespaces alone that are named, when none has a wildcard', () => {
    const inNamespaces = (include: readonly string[]) =>
      textOf({ sources: [{ type: 'pods', select: { namespaces: { include } } }] });
    expect(inNamespaces(['shop', 'payments'])).toContain('namespaces {\n\t\tnames = ["shop", "payments"]');
    expect(inNamespaces(['shop', 'team-*'])).not.toContain('names = ');
  });

  test('once, however many jobs choose among them', () => {
    const text = textOf({ sources: [{ type: 'pods', labels: { scheme: 'loki-stack' } }] });
    expect(text.match(/^discovery\.kubernetes /gm)).toHaveLength(1);
    expect(text.match(/targets = discovery\.kubernetes\.kubernetes_pods_name\.targets/g)).toHaveLength(5);
  });
});

describe('files', () => {
  test('are found by globs, by a component in front before 1.12', () => {
    expect(textOf({})).toContain('file_match {\n\t\tenabled = true');
    const older = textOf({}, { release: '1.11.3' });
    expect(older).not.toContain('file_match {\n');
    expect(component(older, 'local.file_match')).toContain('path_targets = discovery.relabel.kubernetes_pods.output');
    expect(component(older, 'loki.source.file')).toMatch(/targets += local\.file_match\.kubernetes_pods\.targets/);
  });

  test('are read on from where Promtail was', () => {
    expect(component(textOf({}), 'loki.source.file')).toContain(
      'legacy_positions_file = "/run/promtail/positions.yaml"',
    );
  });

  test('of another host are left out, as Promtail does, only where somebody says what the host is', () => {
    expect(textOf({ sources: [{ type: 'pods', labels: { scheme: 'loki-stack' } }] })).not.toContain('__host__');
    const text = textOf({
      sources: [
        { type: 'pods', relabel: [{ source_labels: ['__meta_kubernetes_pod_label_host'], target_label: '__host__' }] },
      ],
    });
    expect(text).toContain('source_labels = ["__host__"]\n\t\tregex         = "|" + sys.env("HOSTNAME")');
  });
});

describe('the journal', () => {
  const journal = (labels: Readonly<Record<string, string>> | undefined, release: string) =>
    component(textOf({ sources: [{ type: 'journal', labels }] }, { release }), 'loki.relabel');

  test('has the job that its labels say, whatever Alloy would say', () => {
    expect(journal(undefined, '1.18.1')).not.toContain('job');
    expect(journal({ job: 'a$b' }, '1.19.0')).toContain('target_label = "job"\n\t\treplacement  = "a$$b"');
  });

  test('has none where they say none', () => {
    expect(journal({ host: 'a' }, '1.18.1')).toContain('action = "labeldrop"\n\t\tregex  = "job"');
  });

  test('is read on from where Promtail was, by the name that Promtail’s job had', () => {
    const text = (release: string) => textOf({ sources: [{ type: 'journal', name: 'node-journal' }] }, { release });
    expect(text('1.11.0')).toContain(
      'legacy_position {\n\t\tfile = "/run/promtail/positions.yaml"\n\t\tname = "node-journal"',
    );
    expect(text('1.10.0')).not.toContain('legacy_position');
  });
});

test('who pushes does not choose the tenant, as with Promtail', () => {
  const text = (release: string) => textOf({ sources: [{ type: 'push' }] }, { release });
  expect(text('1.5.0')).toContain('stage.label_drop {\n\t\tvalues = ["__tenant_id__"]');
  expect(text('1.4.0')).not.toContain('__tenant_id__');
});

describe('stages say what Alloy would do otherwise by itself', () => {
  const stage = (made: NonNullable<Pipeline['stages']>[number], release = '1.18.1') =>
    textOf({ sources: [{ type: 'syslog' }], stages: [made] }, { release });

  test('multiline leaves line ends, with the defaults that are Promtail’s too', () => {
    expect(stage({ multiline: { firstline: '^a' } })).toContain(
      'firstline     = "^a"\n\t\tmax_lines     = 128\n\t\tmax_wait_time = "3s"\n\t\ttrim_newlines = false',
    );
    expect(stage({ multiline: { firstline: '^a' } }, '1.11.0')).not.toContain('trim_newlines');
  });

  test('timestamp keeps times that come twice', () => {
    const made = { timestamp: { source: 'time', format: 'RFC3339' } };
    expect(stage(made)).toContain('action_on_duplicate_timestamp = "keep"');
    expect(stage(made, '1.16.3')).not.toContain('action_on_duplicate_timestamp');
  });

  test('metrics keep their names', () => {
    expect(stage({ metrics: { lines: { type: 'Counter', config: { action: 'inc', match_all: true } } } })).toContain(
      'prefix            = "promtail_custom_"',
    );
  });

  test('geoip makes labels of what it finds', () => {
    expect(stage({ geoip: { db: '/geoip/asn.mmdb', source: 'ip', db_type: 'asn' } })).toMatch(
      /stage\.geoip \{[^}]*\}\n\n\tstage\.labels \{\n\t\tvalues = \{\n\t\t\tgeoip_autonomous_system_number /,
    );
  });

  test('pack takes the time of reading, as Promtail does, though alloy convert says otherwise', () => {
    expect(stage({ pack: { labels: ['pod'] } })).toContain('ingest_timestamp = true');
  });

  test('drop has names joined by commas, and sizes with a unit', () => {
    expect(stage({ drop: { source: ['a', 'b'], longer_than: '8kb' } })).toContain(
      'source     = "a,b"\n\t\tlonger_than = "8KiB"'.replace('source     =', 'source      ='),
    );
  });
});

describe('destinations', () => {
  const write = (destinations: readonly Destination[], made: Pipeline = {}) =>
    textOf({ sources: [{ type: 'syslog' }], ...made, destinations }).replace(/[\s\S]*?(?=loki\.write)/, '');

  test('with the same labels share a component, others have their own', () => {
    const text = write([
      { url: 'http://b/loki/api/v1/push' },
      { url: 'http://c/loki/api/v1/push', externalLabels: { a: 'b', c: 'd' } },
      { url: 'http://d/loki/api/v1/push', externalLabels: { c: 'd', a: 'b' } },
    ]);
    expect(
      [...text.matchAll(/^loki\.write "(\w+)"|url = "http:\/\/(\w+)/gm)].map(([, label, host]) => label ?? host),
    ).toEqual(['default', 'loki', 'b', 'destination_2', 'c', 'd']);
  });

  test('get every line', () => {
    expect(textOf({ destinations: [{ url: 'http://b/loki/api/v1/push', externalLabels: { a: 'b' } }] })).toContain(
      'forward_to = [loki.write.default.receiver, loki.write.destination_1.receiver]',
    );
  });

  test('have credentials from the environment, and never in the file', () => {
    expect(write([{ url: 'http://b/loki/api/v1/push', auth: { type: 'basic', secretName: 'push' } }])).toContain(
      'basic_auth {\n\t\t\tusername = sys.env("DESTINATION_1_USERNAME")\n\t\t\tpassword = sys.env("DESTINATION_1_PASSWORD")',
    );
    expect(write([{ url: 'http://b/loki/api/v1/push', auth: { type: 'bearer', secretName: 'push' } }])).toContain(
      'bearer_token = sys.env("DESTINATION_1_TOKEN")',
    );
  });

  test('keep lines on the disk when asked to', () => {
    expect(write([], { wal: true })).toContain('wal {\n\t\tenabled = true');
    expect(write([])).not.toContain('wal');
  });
});
