import { anError } from '../../../../test/loki-configs';
import { withJobs, withSource } from '../../../../test/promtail-configs';

const UNKNOWN_PORT = 'write one, such as 3500';

describe('a source', () => {
  test.each([
    ['journal: { max_age: 7d }', 'journal.max_age', 'write "168h"'],
    ['journal: { matches: "A=b + C=d" }', 'journal.matches', 'with a space between two'],
    ['cloudflare: { zone_id: a, api_token: b, fields_type: every }', 'cloudflare.fields_type', 'write one of them'],
    ['journal: { matches: "_TRANSPORT=kernel sshd" }', 'journal.matches', 'write "_SYSTEMD_UNIT=sshd.service"'],
    ['syslog: {}', 'syslog.listen_address', 'write "0.0.0.0:1514"'],
    ['syslog: { listen_address: localhost }', 'syslog.listen_address', 'write "0.0.0.0:1514"'],
    ['syslog: { listen_address: ":1514", listen_protocol: TCP }', 'syslog.listen_protocol', 'did you mean "tcp"?'],
    [
      'syslog: { listen_address: ":1514", tls_config: { cert_file: /a } }',
      'syslog.tls_config.key_file',
      'name both the certificate and its key',
    ],
    ['loki_push_api: {}', 'loki_push_api.server.http_listen_port', UNKNOWN_PORT],
    ['heroku_drain: { server: {} }', 'heroku_drain.server.http_listen_port', UNKNOWN_PORT],
    ['gcplog: { subscription_type: push }', 'gcplog.server.http_listen_port', UNKNOWN_PORT],
    ['gcplog: { project_id: a }', 'gcplog.subscription', 'write it'],
    ['kafka: { topics: [a] }', 'kafka.brokers', 'write a list, such as [kafka:9092]'],
    ['kafka: { brokers: [a] }', 'kafka.topics', 'write a list of topics'],
    ['kafka: { brokers: [a], topics: ["^("] }', 'kafka.topics[0]', 'close every bracket'],
    ['kafka: { brokers: [a], topics: [a], assignor: stick }', 'kafka.assignor', 'did you mean "sticky"?'],
    [
      'kafka: { brokers: [a], topics: [a], authentication: { type: sasl } }',
      'kafka.authentication.sasl_config.mechanism',
      'write "PLAIN"',
    ],
    ['gelf: { listen_address: localhost }', 'gelf.listen_address', 'write ":12201"'],
    ['cloudflare: { zone_id: a }', 'cloudflare.api_token', 'write it'],
    [
      'azure_event_hubs: { connection_string: a, event_hubs: [b] }',
      'azure_event_hubs.fully_qualified_namespace',
      'servicebus.windows.net',
    ],
    ['docker_sd_configs: [{}]', 'docker_sd_configs[0].host', 'write "unix:///var/run/docker.sock"'],
    ['file_sd_configs: [{}]', 'file_sd_configs[0].files', 'write the files that name the targets'],
    ['file_sd_configs: [{ files: [a.txt] }]', 'file_sd_configs[0].files[0]', 'end it with .yml or .json'],
    ['dns_sd_configs: [{}]', 'dns_sd_configs[0].names', 'write the names that are looked up'],
    ['dns_sd_configs: [{ names: [a], type: A }]', 'dns_sd_configs[0].port', 'write it'],
    ['consul_sd_configs: [{ basic_auth: {}, bearer_token: a }]', 'consul_sd_configs[0].basic_auth', 'keep one of them'],
  ])('does not start with, or takes nothing in by %s', (source, path, remedy) => {
    expect(withSource(source)).toEqual([anError(`scrape_configs[0].${path}`, remedy)]);
  });

  test('of Kubernetes has a role, and an own client for a named server alone', () => {
    const rule = 'relabel_configs: [{ target_label: __path__, replacement: /a }]';
    expect(withSource(`kubernetes_sd_configs: [{}], ${rule}`)).toEqual([
      anError('scrape_configs[0].kubernetes_sd_configs[0].role', 'write "pod"'),
    ]);
    expect(withSource(`kubernetes_sd_configs: [{ role: pods }], ${rule}`)).toEqual([
      anError('scrape_configs[0].kubernetes_sd_configs[0].role', 'did you mean "pod"?'),
    ]);
    expect(withSource(`kubernetes_sd_configs: [{ role: pod, bearer_token: a }], ${rule}`)).toEqual([
      anError('scrape_configs[0].kubernetes_sd_configs[0].bearer_token', 'set api_server too'),
    ]);
  });
});

describe('ports', () => {
  const syslog = (name: string, address: string, protocol = 'tcp') =>
    `{ job_name: ${name}, syslog: { listen_address: "${address}", listen_protocol: ${protocol} } }`;

  test('are taken once', () => {
    expect(withJobs([syslog('a', '0.0.0.0:1514'), syslog('b', '127.0.0.1:1514')])).toEqual([
      anError('scrape_configs[1].syslog.listen_address', 'write another port'),
    ]);
    expect(withJobs([syslog('a', '0.0.0.0:3101')])).toEqual([
      expect.objectContaining({
        path: 'scrape_configs[0].syslog.listen_address',
        message: '3101 is taken by server.http_listen_port, and Promtail does not start',
      }),
    ]);
    expect(withSource('loki_push_api: { server: { http_listen_port: 3101 } }')).toEqual([
      anError('scrape_configs[0].loki_push_api.server.http_listen_port', 'write another port'),
    ]);
    expect(withJobs(['{ job_name: a, gelf: {} }', syslog('b', ':12201', 'udp')])).toEqual([
      anError('scrape_configs[1].syslog.listen_address', 'write another port'),
    ]);
  });

  test('may be the same on another address, or of another protocol', () => {
    expect(withJobs([syslog('a', '127.0.0.1:1514'), syslog('b', '127.0.0.2:1514')])).toEqual([]);
    expect(withJobs([syslog('a', ':1514'), syslog('b', ':1514', 'udp')])).toEqual([]);
  });

  test('have a number that there is', () => {
    expect(withSource('syslog: { listen_address: ":70000" }')).toEqual([
      anError('scrape_configs[0].syslog.listen_address', 'write one from 1 to 65535'),
    ]);
  });
});
