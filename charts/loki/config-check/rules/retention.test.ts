import { anError, aWarning, GOOD_CONFIG, problemsOf, problemsWith } from '../../../../test/loki-configs';

const COMPACTOR = 'compactor: {retention_enabled: true, delete_request_store: filesystem}\n';

describe('retention', () => {
  test('is good with limit, compactor and delete store', () => {
    expect(problemsWith(`${COMPACTOR}limits_config: {retention_period: 30d}\n`)).toEqual([]);
  });

  test('deletes nothing without the compactor', () => {
    expect(problemsWith('limits_config: {retention_period: 30d}\n')).toEqual([
      anError(
        'limits_config.retention_period',
        'set compactor.retention_enabled: true and compactor.delete_request_store',
      ),
    ]);
    expect(problemsWith('limits_config: {retention_period: 0s}\n')).toEqual([]);
  });

  test('needs a delete store that exists', () => {
    expect(problemsWith('compactor: {retention_enabled: true}\n')).toEqual([
      anError('compactor.retention_enabled', 'set compactor.delete_request_store'),
    ]);
    expect(problemsWith('compactor: {retention_enabled: true, delete_request_store: filesytem}\n')).toEqual([
      anError('compactor.delete_request_store', 'did you mean "filesystem"?'),
    ]);
    expect(problemsWith('compactor: {retention_enabled: true, delete_request_store: s3}\n')).toEqual([
      anError('compactor.delete_request_store', 'set storage_config.aws.bucketnames'),
    ]);
  });

  test('needs a folder to work in', () => {
    expect(problemsWith('compactor: {working_directory: ""}\n')).toEqual([
      anError('compactor.working_directory', 'common.path_prefix'),
    ]);
  });

  test('is a day at least, and whole days', () => {
    expect(problemsWith(`${COMPACTOR}limits_config: {retention_period: 12h}\n`)).toEqual([
      anError('limits_config.retention_period', 'write "24h" or more'),
    ]);
    expect(problemsWith(`${COMPACTOR}limits_config: {retention_period: 36h}\n`)).toEqual([
      aWarning('limits_config.retention_period', 'write whole days'),
    ]);
  });

  test('of streams has a selector and a day at least', () => {
    const streams = (item: string) => problemsWith(`${COMPACTOR}limits_config:\n  retention_stream:\n    - ${item}\n`);
    const path = 'limits_config.retention_stream[0]';
    expect(streams(`{selector: '{namespace="dev", app=~"a|b"}', period: 24h, priority: 1}`)).toEqual([]);
    expect(streams(`{selector: '{namespace="dev"}', period: 1h}`)).toEqual([
      anError(`${path}.period`, 'write "24h" or more'),
    ]);
    expect(streams(`{selector: '{namespace=dev}', period: 24h}`)).toEqual([
      anError(`${path}.selector`, `'{namespace="dev"}'`),
    ]);
    expect(streams(`{selector: '{namespace=~".*"}', period: 24h}`)).toEqual([
      anError(`${path}.selector`, 'name a label'),
    ]);
    expect(streams('{period: 24h}')).toEqual([anError(`${path}.selector`, 'write the streams')]);
  });

  test('of the table manager does nothing for TSDB', () => {
    expect(problemsWith('table_manager: {retention_deletes_enabled: true, retention_period: 720h}\n')).toEqual([
      anError('table_manager.retention_deletes_enabled', 'set compactor.retention_enabled: true'),
    ]);
  });

  test('of the table manager fits the tables that it deletes', () => {
    const config = (period: string) =>
      problemsOf(
        `target: all,table-manager\n${GOOD_CONFIG.replace('store: tsdb', 'store: aws').replace('24h', period)}` +
          'table_manager: {retention_deletes_enabled: true, retention_period: 240h}\nstorage_config: {aws: {dynamodb: {dynamodb_url: dynamodb://a}}}\n',
        '2.9.17',
      );
    expect(config('24h')).toEqual([]);
    expect(config('168h')).toEqual([anError('table_manager.retention_period', 'write a multiple of it')]);
    expect(config('0')).toEqual([
      anError('table_manager.retention_period', 'set schema_config.configs[0].index.period'),
    ]);
  });
});

describe('limits', () => {
  test('that are words are words that Loki knows', () => {
    expect(problemsWith('limits_config: {ingestion_rate_strategy: globally}\n')).toEqual([
      aWarning('limits_config.ingestion_rate_strategy', 'write one of the two'),
    ]);
  });

  test('choose attributes of OpenTelemetry by name or by pattern', () => {
    const otlp = (item: string) =>
      problemsWith(`limits_config:\n  otlp_config:\n    log_attributes:\n      - ${item}\n`);
    const path = 'limits_config.otlp_config.log_attributes[0]';
    expect(otlp('{action: drop, regex: "a.*"}')).toEqual([]);
    expect(otlp('{action: drop}')).toEqual([anError(path, 'write one of the two')]);
    expect(otlp('{action: index_label, attributes: [a]}')).toEqual([
      anError(`${path}.action`, 'structured_metadata or drop'),
    ]);
    expect(otlp('{action: drop, regex: "a("}')).toEqual([anError(`${path}.regex`, 'close every bracket')]);
  });
});
