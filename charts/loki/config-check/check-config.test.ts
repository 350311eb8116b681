import { anError, aWarning, GOOD_CONFIG, problemsOf, problemsWhere, problemsWith } from '../../../test/loki-configs';
import { checkLokiConfig } from './check-config';

test('nothing is wrong with a good configuration', () => {
  expect(problemsOf(GOOD_CONFIG)).toEqual([]);
});

describe('a text', () => {
  test('that is no YAML is refused with its line', () => {
    expect(problemsOf('a: [1,\nb: 2\n')).toEqual([expect.objectContaining({ severity: 'error', path: '', line: 2 })]);
    expect(problemsOf('server:\n\thttp_listen_port: 1\n')).toEqual([
      expect.objectContaining({ severity: 'error', line: 2 }),
    ]);
  });

  test('that is empty has no period, which Loki 3 crashes on', () => {
    expect(problemsOf('')).toContainEqual(anError('schema_config', 'write one period at least'));
    expect(problemsOf('# nothing\n')).toContainEqual(anError('schema_config', 'write one period at least'));
  });

  test('that is a list or a word is no configuration', () => {
    expect(problemsOf('- a\n')).toContainEqual(anError('', 'write its keys below it'));
    expect(problemsOf('loki\n')).toContainEqual(anError('', 'write its keys below it'));
  });

  test('after a second "---" is not read, and says so', () => {
    expect(problemsWith('---\nlimits_config: {}\n')).toEqual([aWarning('', 'write one document')]);
  });

  test('with anchors and merged maps is read with them', () => {
    const text = 'ingester: &a\n  max_chunk_age: 1h\nquerier:\n  <<: {max_concurrent: 2}\nfrontend:\n  <<: *a\n';
    expect(problemsWith(text)).toEqual([anError('frontend.max_chunk_age', 'it belongs in ingester')]);
  });

  test('with an anchor in itself is refused, not read for ever', () => {
    expect(problemsOf('server: &a\n  x: *a\n')).toEqual([expect.objectContaining({ severity: 'error', line: 2 })]);
  });
});

describe('a key', () => {
  test('that is misspelt is refused with the one that was meant', () => {
    expect(problemsWith('limits_config:\n  ingestion_rate_mbs: 4\n')).toEqual([
      expect.objectContaining({
        path: 'limits_config.ingestion_rate_mbs',
        line: 22,
        remedy: 'did you mean "ingestion_rate_mb"?',
      }),
    ]);
    expect(problemsOf(GOOD_CONFIG.replace('schema_config', 'schemaConfig'))).toContainEqual(
      anError('schemaConfig', 'did you mean "schema_config"?'),
    );
  });

  test('one level too high is sent to its block', () => {
    expect(problemsWith('max_query_lookback: 30d\n')).toEqual([
      anError('max_query_lookback', 'it belongs in limits_config'),
    ]);
  });

  test('of another program, or of a chart, is sent where it belongs', () => {
    expect(problemsWith('overrides: {a: {}}\n')).toEqual([anError('overrides', 'runtime_config.file')]);
    expect(problemsWith('loki: {}\n')).toEqual([anError('loki', 'to the top')]);
  });

  test('of an older release is refused with what has taken its place', () => {
    expect(problemsWith('compactor:\n  shared_store: s3\n')).toEqual([
      anError('compactor.shared_store', 'set compactor.delete_request_store'),
    ]);
    expect(problemsWith('chunk_store_config:\n  max_look_back_period: 0s\n')).toEqual([
      anError('chunk_store_config.max_look_back_period', 'set limits_config.max_query_lookback'),
    ]);
    expect(problemsWith('query_range:\n  results_cache:\n    cache:\n      enable_fifocache: true\n')).toEqual([
      anError('query_range.results_cache.cache.enable_fifocache', 'set embedded_cache'),
    ]);
  });

  test('of a newer release is refused with the release that has it', () => {
    expect(problemsWith('pattern_ingester:\n  enabled: true\n', '2.9.17')).toEqual([
      anError('pattern_ingester', 'take Loki 3.0.0'),
    ]);
  });

  test('that went and came back is judged release by release', () => {
    const text = 'ingester:\n  flush_op_backoff:\n    max_retries: 3\n';
    expect([problemsWith(text, '2.9.17'), problemsWith(text, '3.7.6')]).toEqual([[], []]);
    expect(problemsWith(text, '3.0.0')).toEqual([anError('ingester.flush_op_backoff', 'take it out')]);
  });

  test('that came between two tables is warned of, unless it is known when it came', () => {
    expect(problemsWith('pattern_ingester:\n  max_clusters: 3\n', '3.2.0')).toEqual([
      aWarning('pattern_ingester.max_clusters', 'see that this release has it'),
    ]);
    const retention = 'compactor:\n  retention_enabled: true\n';
    expect(problemsWith(retention, '2.6.1')).not.toContainEqual(
      expect.objectContaining({ path: 'compactor.retention_enabled' }),
    );
    expect(problemsWith(retention, '2.2.0')).toContainEqual(anError('compactor.retention_enabled', 'take Loki 2.3.0'));
  });

  test('that is written twice is refused where it stands again', () => {
    expect(problemsWith('auth_enabled: true\n')).toEqual([
      expect.objectContaining({ path: 'auth_enabled', line: 21, remedy: 'keep one of the two' }),
    ]);
  });
});

describe('a value', () => {
  test('that is a word of YAML 1.1 is what Go makes of it', () => {
    expect(problemsWith('querier:\n  multi_tenant_queries_enabled: yes\n')).toEqual([]);
    expect(problemsWith('querier:\n  multi_tenant_queries_enabled: "yes"\n')).toEqual([
      anError('querier.multi_tenant_queries_enabled', 'write true, without quotes'),
    ]);
  });

  test('that is a number may be octal, and may not be quoted', () => {
    expect(problemsWith('querier:\n  max_concurrent: 010\n')).toEqual([]);
    expect(problemsWith('querier:\n  max_concurrent: "4"\n')).toEqual([
      anError('querier.max_concurrent', 'write 4, without quotes'),
    ]);
    expect(problemsWith('server:\n  grpc_server_max_recv_msg_size: 100MB\n')).toEqual([
      anError('server.grpc_server_max_recv_msg_size', '104857600'),
    ]);
    expect(problemsWith('limits_config:\n  max_queriers_per_tenant: -1\n')).toEqual([
      anError('limits_config.max_queriers_per_tenant', 'write 0 or more'),
    ]);
    expect(problemsWith('querier:\n  max_concurrent: 1e400\n')).toEqual([
      anError('querier.max_concurrent', 'write a whole number'),
    ]);
    expect(problemsWith('querier:\n  max_concurrent: 1.5\n')).toEqual([aWarning('querier.max_concurrent', 'write 1')]);
  });

  test('that is a duration has days only where Prometheus reads it', () => {
    expect(problemsWith('limits_config:\n  max_query_lookback: 30d\n')).toEqual([]);
    expect(problemsWith('ingester:\n  max_chunk_age: 1d\n')).toEqual([
      anError('ingester.max_chunk_age', 'write "24h"'),
    ]);
    expect(problemsWith('limits_config:\n  max_query_lookback: 1.5h\n')).toEqual([
      anError('limits_config.max_query_lookback', 'write "1h30m"'),
    ]);
    expect(problemsWith('limits_config:\n  max_query_lookback: 1M\n')).toEqual([
      anError('limits_config.max_query_lookback', 'such as "30d"'),
    ]);
    expect(problemsWith('ingester:\n  max_chunk_age: 2h30\n')).toEqual([
      anError('ingester.max_chunk_age', 'write "2h30m"'),
    ]);
    expect(problemsWith('ingester:\n  chunk_idle_period: 30\n')).toEqual([
      aWarning('ingester.chunk_idle_period', 'such as "30s"'),
    ]);
  });

  test('that is a size has a unit which its reader knows', () => {
    expect(problemsWith('limits_config:\n  max_line_size: 128 kb\n')).toEqual([]);
    expect(problemsWith('limits_config:\n  max_line_size: 256Ki\n')).toEqual([
      anError('limits_config.max_line_size', '"256KB"'),
    ]);
    expect(problemsWith('ingester_client:\n  grpc_client_config:\n    initial_stream_window_size: 65535\n')).toEqual([
      anError('ingester_client.grpc_client_config.initial_stream_window_size', 'write "65535B"'),
    ]);
  });

  test('that is one of a few words is one of them', () => {
    expect(problemsWith('server:\n  log_level: warning\n')).toEqual([
      anError('server.log_level', 'did you mean "warn"?'),
    ]);
    expect(problemsWith('ingester:\n  chunk_encoding: brotli\n')).toEqual([
      anError('ingester.chunk_encoding', 'write one of them'),
    ]);
  });

  test('that is a list is no text, unless the release takes both', () => {
    const text = 'memberlist:\n  join_members: loki-headless\n';
    expect(problemsWith(text, '3.7.6')).toEqual([]);
    expect(problemsWith(text, '3.5.12')).toEqual([anError('memberlist.join_members', '[loki-headless]')]);
    expect(problemsWith('target: [read, write]\n')).toContainEqual(anError('target', 'write a text'));
  });

  test('that is a day has a calendar', () => {
    expect(problemsWhere('"2024-04-01"', '2024/04/01')).toEqual([
      anError('schema_config.configs[0].from', 'write "2024-04-01", in quotes'),
    ]);
    expect(problemsWhere('"2024-04-01"', '"2024-02-30"')).toEqual([
      anError('schema_config.configs[0].from', '"2024-04-01"'),
    ]);
    expect(problemsWhere('"2024-04-01"', '2024-04-01')).toEqual([
      aWarning('schema_config.configs[0].from', 'write "2024-04-01", in quotes'),
    ]);
  });

  test('that is filled in where Loki runs is not judged', () => {
    expect(problemsWith('server:\n  http_listen_port: ${PORT}\n')).toEqual([]);
  });

  test('that is missing takes the defaults of a whole block away', () => {
    expect(problemsWith('query_scheduler:\n')).toContainEqual(aWarning('query_scheduler', 'leave it out'));
    expect(problemsWith('ingester:\n')).toContainEqual(anError('ingester.chunk_encoding', 'leave out the empty block'));
  });
});

describe('a configuration that is a value', () => {
  test('is checked as what will be written, without lines', () => {
    expect(checkLokiConfig({ server: { http_listen_port: '3100' } }, '3.7.6')).toContainEqual({
      severity: 'error',
      path: 'server.http_listen_port',
      message: '"3100" is not a whole number',
      remedy: 'write 3100, without quotes',
    });
  });

  test('has days as texts, not as points in time', () => {
    const config = {
      schema_config: { configs: [{ from: new Date('2024-04-01'), store: 'tsdb', object_store: 's3', schema: 'v13' }] },
    };
    expect(checkLokiConfig(config, '3.7.6')).toContainEqual(
      anError('schema_config.configs[0].from', 'write "2024-04-01", in quotes'),
    );
  });
});
