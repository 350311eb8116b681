import { anError, aWarning } from '../../../../test/loki-configs';
import {
  promtailProblems,
  withBlocks,
  withClients,
  withFiles,
  withJobs,
  withSource,
} from '../../../../test/promtail-configs';

const CLIENT = '{ url: http://loki:3100/loki/api/v1/push, external_labels: { X } }';

describe('jobs', () => {
  test('are there, unless standard input is read', () => {
    expect(withJobs([])).toEqual([aWarning('scrape_configs', 'write a job')]);
    const text = 'clients: [{ url: http://a/loki/api/v1/push }]\ntarget_config: { stdin: true }\n';
    expect(promtailProblems(text)).toEqual([]);
  });

  test('have names, which differ where one would be lost', () => {
    expect(withJobs(['{ journal: {} }'])).toEqual([anError('scrape_configs[0].job_name', 'write a name')]);
    expect(withJobs(['{ job_name: a, journal: {} }', '{ job_name: a, journal: { path: /x } }'])).toEqual([
      anError('scrape_configs[1].job_name', 'write another name'),
    ]);
    expect(withJobs(['{ job_name: a, journal: {} }', '{ job_name: a, gelf: {} }'])).toEqual([]);
    const files = 'file_sd_configs: [{ files: [a.yml] }]';
    const consul = 'consul_sd_configs: [{ server: "consul:8500" }]';
    expect(withJobs([`{ job_name: a, ${files} }`, `{ job_name: a, ${consul} }`])).toEqual([
      anError('scrape_configs[1].job_name', 'write another name'),
    ]);
  });

  test('have one source', () => {
    expect(withJobs(['{ job_name: a }'])).toEqual([anError('scrape_configs[0]', 'set static_configs')]);
    expect(withJobs(['{ job_name: a, journal: }'])).toEqual([anError('scrape_configs[0]', 'set static_configs')]);
    expect(withFiles('journal: {}')).toEqual([anError('scrape_configs[0].journal', 'give it a job of its own')]);
    expect(withSource('gelf: {}, syslog: { listen_address: "0.0.0.0:1514" }')).toEqual([
      anError('scrape_configs[0].gelf', 'give it a job of its own'),
    ]);
    expect(withFiles('file_sd_configs: [{ files: [a.yml] }]')).toEqual([]);
  });
});

describe('paths', () => {
  test('are said of each target, by a label or by a rule', () => {
    const targets = 'static_configs: [{ targets: [localhost], labels: { job: a } }]';
    expect(withSource(targets)).toEqual([
      anError('scrape_configs[0].static_configs[0].labels.__path__', 'write a path, such as "/var/log/*.log"'),
    ]);
    const rule = '{ source_labels: [job], replacement: /var/log/$1.log, target_label: __path__ }';
    expect(withSource(`${targets}, relabel_configs: [${rule}]`)).toEqual([]);
    expect(withSource(`${targets}, relabel_configs: [{ action: labelmap, regex: "x(.*)" }]`)).toEqual([]);
  });

  test('are set by a rule of what is discovered in Kubernetes', () => {
    expect(withSource('kubernetes_sd_configs: [{ role: pod }]')).toEqual([
      anError('scrape_configs[0].relabel_configs', 'set target_label: __path__'),
    ]);
  });
});

describe('labels', () => {
  test('have names that Loki takes', () => {
    expect(withClients(CLIENT.replace('X', 'k8s-cluster: a'))).toEqual([
      anError('clients[0].external_labels.k8s-cluster', 'write "k8s_cluster"'),
    ]);
    expect(withSource('journal: { labels: { "a.b": c } }')).toEqual([
      anError('scrape_configs[0].journal.labels["a.b"]', 'write "a_b"'),
    ]);
    expect(withSource('static_configs: [{ labels: { __path__: /a, "1st": c } }]')).toEqual([
      anError('scrape_configs[0].static_configs[0].labels["1st"]', 'write "_1st"'),
    ]);
  });
});

describe('rules of relabelling', () => {
  test('are read as Promtail reads them', () => {
    expect(withFiles('relabel_configs: [{ action: keep, regex: "(" }]')).toEqual([
      anError('scrape_configs[0].relabel_configs[0].regex', 'RE2'),
    ]);
    expect(withFiles('relabel_configs: [{ source_label: [a] }]')).toContainEqual(
      anError('scrape_configs[0].relabel_configs[0].source_label', 'did you mean "source_labels"?'),
    );
    expect(withFiles('relabel_configs: [{ action: hashmod, modulus: "${N}", target_label: a }]')).toEqual([]);
  });

  test('have the actions of their release', () => {
    const rules = 'relabel_configs: [{ action: lowercase, source_labels: [a], target_label: b }]';
    const path = 'scrape_configs[0].relabel_configs[0].action';
    expect(withFiles(rules, '2.9.17')).toEqual([]);
    expect(withFiles(rules, '2.5.0')).toEqual([aWarning(path, 'see that this release has it')]);
    expect(withFiles(rules, '2.1.0')).toEqual([anError(path, 'take Promtail 2.9.17')]);
  });
});

describe('stages', () => {
  test('are read as Promtail reads them at the start', () => {
    expect(withFiles('pipeline_stages: [{ jsn: {} }]')).toEqual([
      anError('scrape_configs[0].pipeline_stages[0].jsn', 'did you mean "json"?'),
    ]);
    expect(withFiles('pipeline_stages: [{ cri: { max_partial_line_size: 1MB } }]')).toEqual([
      anError('scrape_configs[0].pipeline_stages[0].cri.max_partial_line_size', 'without a unit'),
    ]);
    expect(withFiles('pipeline_stages: [{ multiline: { firstline: x } }]', '2.1.0')).toEqual([
      anError('scrape_configs[0].pipeline_stages[0].multiline', 'write one of'),
    ]);
    expect(withFiles('pipeline_stages: { json: {} }')).toEqual([
      anError('scrape_configs[0].pipeline_stages', 'write a list of stages'),
    ]);
  });

  test('have no key that would be ignored without a word', () => {
    expect(
      withFiles(
        'pipeline_stages: [{ match: { selector: "{a=\'b\'}" , stages: [{ output: { source: a, form: b } }] } }]'.replaceAll(
          "'",
          '\\"',
        ),
      ),
    ).toEqual([
      expect.objectContaining({
        severity: 'error',
        path: 'scrape_configs[0].pipeline_stages[0].match.stages[0].output.form',
        message: 'is no key of output: Promtail ignores it without a word',
      }),
    ]);
  });
});

describe('the environment', () => {
  const rule = 'relabel_configs: [{ source_labels: [a], target_label: b, replacement: "${1}" }]';

  test('takes groups away, if it is filled in at all', () => {
    expect(withFiles(rule)).toEqual([aWarning('scrape_configs[0].relabel_configs[0].replacement', 'write "$1"')]);
    const text = `positions: { filename: "\${HOME}/\${1}" }\n`;
    expect(withBlocks(text, '3.6.11', { expandsEnv: true })).toEqual([anError('positions.filename', 'write "$1"')]);
    expect(withBlocks(text, '3.6.11', { expandsEnv: false })).toEqual([]);
  });

  test('has references that can be read, in comments too', () => {
    expect(withBlocks('# ${\n', '3.6.11', { expandsEnv: true })).toEqual([anError('', 'write "$${"')]);
    expect(withBlocks('# ${\n')).toEqual([]);
  });
});
