import { anError, aWarning, GOOD_CONFIG, problemsOf, problemsWhere, problemsWith } from '../../../../test/loki-configs';

const CONFIG = 'schema_config.configs[0]';

/** The good configuration with a further period. */
const withPeriod = (from: string, more = ''): string =>
  `${GOOD_CONFIG}    - from: "${from}"\n      store: tsdb\n      object_store: filesystem\n      schema: v13\n      index: {prefix: index_, period: 24h}\n${more}`;

describe('schema periods', () => {
  test('are there', () => {
    expect(problemsOf('schema_config:\n  configs: []\n')).toContainEqual(
      anError('schema_config.configs', 'write one period'),
    );
  });

  test('have a day each, which Loki does not ask for', () => {
    expect(problemsWhere('from: "2024-04-01"', 'row_shards: 16')).toEqual([anError(`${CONFIG}.from`, '"2024-04-01"')]);
  });

  test('follow one another, never two on a day', () => {
    expect(problemsOf(withPeriod('2025-01-01'))).toEqual([]);
    expect(problemsOf(withPeriod('2023-01-01'))).toEqual([
      anError('schema_config.configs[1].from', 'order the periods by day'),
    ]);
    expect(problemsOf(withPeriod('2024-04-01'))).toEqual([
      anError('schema_config.configs[1].from', 'a day of its own'),
    ]);
  });

  test('have a version that the release has', () => {
    expect(problemsWhere('schema: v13', 'schema: 13')).toEqual([]);
    expect(problemsWhere('schema: v13', 'schema: v14')).toEqual([anError(`${CONFIG}.schema`, 'write "v13"')]);
    expect(problemsWhere('schema: v13', 'schema: thirteen')).toEqual([anError(`${CONFIG}.schema`, 'write "v13"')]);
    expect(problemsOf('schema_config:\n  configs:\n    - schema: v13\n', '2.1.0')).toContainEqual(
      anError(`${CONFIG}.schema`, 'write "v11"'),
    );
  });

  test('keep a table a day with TSDB and boltdb-shipper', () => {
    expect(problemsWhere('period: 24h', 'period: 168h')).toEqual([anError(`${CONFIG}.index.period`, 'write 24h')]);
    expect(problemsWhere('        period: 24h\n', '')).toEqual([anError(`${CONFIG}.index.period`, 'write 24h')]);
    const old = GOOD_CONFIG.replace('store: tsdb', 'store: boltdb-shipper').replace('24h', '168h');
    expect(problemsOf(old, '2.9.17')).toEqual([anError(`${CONFIG}.index.period`, 'write 24h')]);
  });

  test('of boltdb-shipper that are over may have kept longer tables', () => {
    const text = withPeriod('2025-01-01')
      .replace('store: tsdb', 'store: boltdb-shipper')
      .replace('period: 24h', 'period: 168h');
    expect(problemsOf(text, '2.9.17', { today: '2026-01-01' })).toEqual([]);
  });

  test('put their index below a folder that ends with a slash', () => {
    expect(problemsWhere('prefix: index_', 'path_prefix: index')).toEqual([
      anError(`${CONFIG}.index.path_prefix`, 'end it with a "/"'),
    ]);
  });

  test('are queried in as many shards as they are written in', () => {
    expect(problemsWith('ingester:\n  index_shards: 33\n')).toEqual([anError('ingester.index_shards', 'write 32')]);
  });
});

describe('structured metadata', () => {
  const v11 = GOOD_CONFIG.replace('v13', 'v11');

  test('needs v13 in the period that is written to', () => {
    expect(problemsOf(v11)).toEqual([
      anError(`${CONFIG}.schema`, 'set limits_config.allow_structured_metadata: false'),
    ]);
    expect(problemsOf(`${v11}limits_config: {allow_structured_metadata: false}\n`)).toEqual([]);
    expect(problemsOf(v11, '2.9.17')).toEqual([]);
  });

  test('needs TSDB', () => {
    expect(problemsWhere('store: tsdb', 'store: boltdb-shipper')).toEqual([
      anError(`${CONFIG}.store`, 'set limits_config.allow_structured_metadata: false'),
    ]);
  });

  test('is judged by the day, where that is known', () => {
    const text = withPeriod('2030-01-01').replace('v13', 'v11');
    expect(problemsOf(text, '3.7.6', { today: '2026-01-01' })).toEqual([
      anError(`${CONFIG}.schema`, 'add a period with v13'),
    ]);
    expect(problemsOf(text, '3.7.6', { today: '2031-01-01' })).toEqual([]);
    expect(problemsOf(text)).toEqual([aWarning(`${CONFIG}.schema`, 'add a period with v13')]);
    // No pod ran the release before that day.
    expect(problemsOf(text.replace('2030-01-01', '2026-03-01'))).toEqual([]);
  });
});
