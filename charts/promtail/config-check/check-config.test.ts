import fc from 'fast-check';
import { anError, aWarning } from '../../../test/loki-configs';
import { promtailProblems, withBlocks, withClients, withFiles, withSource } from '../../../test/promtail-configs';
import { nearestTables } from '../../config-check/tables';
import { checkPromtailConfig } from './check-config';
import { PROMTAIL } from './program';

test('nothing is wrong with a good file', () => {
  expect(withBlocks('')).toEqual([]);
});

describe('a text', () => {
  test('that is no YAML is refused with its line', () => {
    expect(promtailProblems('clients: [\n')).toEqual([expect.objectContaining({ severity: 'error', path: '' })]);
  });

  test('after a second "---" is not read, and says by whom', () => {
    expect(withBlocks('---\nclients: []\n')).toEqual([
      expect.objectContaining({ severity: 'warning', message: 'is a second document, which Promtail does not read' }),
    ]);
  });
});

describe('a release', () => {
  test('that Promtail never had is refused', () => {
    expect(checkPromtailConfig({}, '3.7.0')).toEqual([anError('release', 'did you mean "3.6.11"?')]);
  });
});

describe('a key', () => {
  test('that is misspelt, or in the wrong block, is refused with the one that was meant', () => {
    expect(withClients('{ url: http://x/loki/api/v1/push, bachwait: 1s }')).toEqual([
      anError('clients[0].bachwait', 'did you mean "batchwait"?'),
    ]);
    expect(withFiles('journal_path: x')).toEqual([anError('scrape_configs[0].journal_path', '')]);
    expect(withBlocks('pipeline_stages: []\n')).toEqual([
      anError('pipeline_stages', 'write it in a job of scrape_configs'),
    ]);
    expect(withBlocks('config: {}\n')).toEqual([anError('config', "not a chart's values")]);
  });

  test('that the release does not have yet, or no more, is refused', () => {
    expect(withBlocks('limits_config: { max_streams: 1 }\n', '2.1.0')).toEqual([
      anError('limits_config', 'take Promtail 2.9.17'),
    ]);
    expect(withBlocks('options: { stream_lag_labels: filename }\n', '3.6.11')).toEqual([
      anError('options.stream_lag_labels', 'leave it out'),
    ]);
  });

  test('that came between two tables is warned of, unless it is known when it came', () => {
    expect(withBlocks('limits_config: { readline_rate_enabled: true }\n', '2.5.0')).toEqual([]);
    expect(withBlocks('limits_config: { readline_rate_enabled: true }\n', '2.4.2')).toEqual([
      anError('limits_config', 'take Promtail 2.5.0'),
    ]);
    expect(withClients('{ url: http://x/loki/api/v1/push, http_headers: {} }', '3.3.2')).toEqual([
      aWarning('clients[0].http_headers', 'see that this release has it'),
    ]);
  });

  test('that is written twice is refused, within rules and stages too', () => {
    expect(withBlocks('server: {}\n')).toEqual([anError('server', 'keep one of the two')]);
    expect(withFiles('relabel_configs: [{ action: drop, regex: a, regex: b }]')).toEqual([
      anError('scrape_configs[0].relabel_configs[0].regex', 'keep one of the two'),
    ]);
    expect(withFiles('pipeline_stages: [{ output: { source: a, source: b } }]')).toEqual([
      anError('scrape_configs[0].pipeline_stages[0].output.source', 'keep one of the two'),
    ]);
  });
});

describe('a value', () => {
  test('of the wrong type, or of the wrong notation, is refused', () => {
    expect(withBlocks('positions: { sync_period: 1d }\n')).toEqual([anError('positions.sync_period', 'write "24h"')]);
    expect(withBlocks('limits_config: { max_line_size: 256Ki }\n')).toEqual([
      anError('limits_config.max_line_size', '"256KB"'),
    ]);
    expect(withBlocks('target_config: { stdin: "yes" }\n')).toEqual([anError('target_config.stdin', 'write true')]);
    expect(withClients('{ url: http://x/loki/api/v1/push, batchsize: 1MB }')).toEqual([
      anError('clients[0].batchsize', '1048576'),
    ]);
  });
});

describe('a configuration that is a value', () => {
  test('is checked without lines', () => {
    expect(checkPromtailConfig({ clients: [] }, '3.6.11')).toEqual([
      {
        severity: 'error',
        path: 'clients',
        message: 'is missing: Promtail knows nobody to send to, and does not start',
        remedy: 'write - url: "http://loki:3100/loki/api/v1/push"',
      },
      aWarning('scrape_configs', 'write a job'),
    ]);
  });

  test('never makes it throw', () => {
    const keys = fc.constantFrom(
      'clients',
      'scrape_configs',
      'job_name',
      'relabel_configs',
      'pipeline_stages',
      'url',
      'x y',
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, '', 'a', 0, true, '${A}'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom('2.1.0', '2.5.0', '3.6.11'), (config, release) => {
        expect(Array.isArray(checkPromtailConfig(config, release))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('the tables are those of three releases', () => {
  expect(nearestTables(PROMTAIL, '3.6.11')?.nearest).toEqual([2]);
  expect(nearestTables(PROMTAIL, '2.9.0')?.nearest).toEqual([1]);
  expect(nearestTables(PROMTAIL, '2.4.0')?.nearest).toEqual([0, 1]);
});

test('no secret is printed, wherever it stands', () => {
  const secret = 'hunter2-hunter2';
  const clients = [
    `{ url: "http://me:${secret}@lo ki/" }`,
    `{ url: "ftp://me:${secret}@loki/" }`,
    `{ url: "me:${secret}@loki/" }`,
    `{ url: http://a/loki/api/v1/push, basic_auth: ${secret} }`,
    `{ url: http://a/loki/api/v1/push, bearer_token: [${secret}] }`,
    `{ url: http://a/loki/api/v1/push, basic_auth: { pasword: ${secret} } }`,
  ];
  const jobs = [
    `cloudflare: { api_token: [${secret}], zone_id: a }`,
    `kafka: { brokers: [a], topics: [b], authentication: { sasl_config: ${secret} } }`,
    `azure_event_hubs: { connection_string: { a: ${secret} } }`,
  ];
  for (const said of [...clients.map((client) => withClients(client)), ...jobs.map((job) => withSource(job))]) {
    expect(JSON.stringify(said)).toContain('"error"');
    expect(JSON.stringify(said)).not.toContain('hunter2');
  }
});
