import fc from 'fast-check';
import { anError, aWarning } from '../../../test/loki-configs';
import { checkRuntimeConfig, checkRuntimeConfigText } from './runtime-config';

const said = (text: string, release = '3.7.6') => checkRuntimeConfigText(text, release);
const tenant = (text: string, release?: string) => said(`overrides:\n  team-a: {${text}}\n`, release);

test.each(['2.1.0', '2.4.2', '2.9.17', '3.0.0', '3.4.0', '3.7.6'])(
  'limits by tenant are good in Loki %s',
  (release) => {
    const text = `overrides:
  "29":
    ingestion_rate_mb: 1500000
    ingestion_burst_size_mb: 1500000
    max_streams_per_user: 1000000
  team-a:
    max_query_series: 100
multi_kv_config:
  mirror_enabled: false
  primary: consul
`;
    expect(said(text, release)).toEqual([]);
  },
);

test('what a tenant has of its own are keys of limits_config in that release', () => {
  expect(tenant('retention_period: 744h')).toEqual([]);
  expect(tenant('ingestion_rate_mbs: 4')).toEqual([
    expect.objectContaining({
      severity: 'error',
      path: 'overrides.team-a.ingestion_rate_mbs',
      line: 2,
      message: 'is no key of a tenant of overrides in Loki 3.7.6',
      remedy: 'did you mean "ingestion_rate_mb"?',
    }),
  ]);
  expect(tenant('enforce_metric_name: false')).toEqual([
    anError('overrides.team-a.enforce_metric_name', 'leave it out: nothing is enforced'),
  ]);
  expect(tenant('volume_enabled: true', '2.1.0')).toEqual([
    anError('overrides.team-a.volume_enabled', 'take Loki 2.9.17'),
  ]);
  expect(tenant('retention_period: 744h', '2.2.0')).toEqual([
    anError('overrides.team-a.retention_period', 'take Loki 2.3.0'),
  ]);
  expect(tenant('retention_period: 744h', '2.5.0')).toEqual([]);
});

test('their values are those of limits_config too', () => {
  expect(tenant('ingestion_rate_mb: "4"')).toEqual([anError('overrides.team-a.ingestion_rate_mb', 'without quotes')]);
  expect(tenant('max_query_lookback: 1M')).toEqual([anError('overrides.team-a.max_query_lookback', '"30d"')]);
  expect(tenant('max_line_size: 256Ki')).toEqual([anError('overrides.team-a.max_line_size', '"256KB"')]);
  expect(tenant('deletion_mode: off')).toEqual([anError('overrides.team-a.deletion_mode', 'write one of them')]);
  expect(tenant('tsdb_max_bytes_per_shard: 0')).toEqual([
    anError('overrides.team-a.tsdb_max_bytes_per_shard', 'write "600MB"'),
  ]);
  expect(tenant('retention_period: 1h')).toEqual([anError('overrides.team-a.retention_period', 'write "24h" or more')]);
});

test('lists within them are checked as they are', () => {
  const path = 'overrides.team-a.retention_stream[0]';
  expect(tenant('retention_stream: [{selector: "{app=\\"x\\"}", period: 1h, priority: 1}]')).toEqual([
    anError(`${path}.period`, 'write "24h" or more'),
  ]);
  expect(tenant('retention_stream: [{period: 24h}]')).toEqual([anError(`${path}.selector`, 'write the streams')]);
  expect(tenant('otlp_config: {log_attributes: [{action: drop}]}')).toEqual([
    anError('overrides.team-a.otlp_config.log_attributes[0]', 'write one of the two'),
  ]);
  expect(tenant('policy_stream_mapping: {finance: [{selector: "{app=\\"x\\"}", priority: 1}]}')).toEqual([]);
  expect(tenant('policy_stream_mapping: {finance: [{priority: 1}]}')).toEqual([
    anError('overrides.team-a.policy_stream_mapping.finance[0]', 'write the streams'),
  ]);
});

test('limits that stand against each other are warned of only where both are written', () => {
  expect(tenant('ingestion_rate_mb: 16')).toEqual([]);
  expect(tenant('ingestion_rate_mb: 16, ingestion_burst_size_mb: 8')).toEqual([
    aWarning('overrides.team-a.ingestion_burst_size_mb', 'raise overrides.team-a.ingestion_burst_size_mb'),
  ]);
  expect(tenant('retention_period: 7d, max_query_lookback: 30d')).toEqual([
    aWarning('overrides.team-a.max_query_lookback', 'or less'),
  ]);
});

test('switches by tenant are those of operational_config', () => {
  const switches = (text: string, release?: string) => said(`configs:\n  team-a: {${text}}\n`, release);
  expect(switches('log_push_request: true, log_stream_creation: true')).toEqual([]);
  expect(switches('log_push_request: true', '2.9.17')).toEqual([]);
  expect(switches('log_push_requests: true')).toEqual([
    anError('configs.team-a.log_push_requests', 'did you mean "log_push_request"?'),
  ]);
  expect(switches('log_push_request: 1')).toEqual([anError('configs.team-a.log_push_request', 'write true')]);
  expect(said('configs: {}\n', '2.1.0')).toEqual([anError('configs', '')]);
});

test('stores of the ring can be changed while it runs', () => {
  expect(said('multi_kv_config: {primary: memberlist, mirror_enabled: true}\n')).toEqual([]);
  expect(said('multi_kv_config: {primry: memberlist}\n')).toEqual([
    anError('multi_kv_config.primry', 'did you mean "primary"?'),
  ]);
});

test('blocks of the main file, and tenants at the top, are sent where they belong', () => {
  expect(said('auth_enabled: false\noverrides: {}\n')).toEqual([
    expect.objectContaining({ path: 'auth_enabled', line: 1, remedy: 'write it in the file that -config.file names' }),
  ]);
  expect(said('team-a:\n  ingestion_rate_mb: 4\n')).toEqual([anError('team-a', 'move it below overrides')]);
  expect(said('override: {}\n')).toEqual([anError('override', 'did you mean "overrides"?')]);
});

test('tenants with nothing below them are skipped, and a file with nothing in it is none', () => {
  expect(said('overrides:\n  team-a:\n  team-b: {}\n')).toEqual([
    expect.objectContaining({ severity: 'warning', path: 'overrides.team-a', line: 2 }),
  ]);
  expect(said('')).toEqual([expect.objectContaining({ severity: 'warning', path: '' })]);
  expect(said('# nothing\n')).toEqual([expect.objectContaining({ severity: 'warning', path: '' })]);
});

test('a boolean is true or false here', () => {
  expect(tenant('volume_enabled: yes')).toEqual([anError('overrides.team-a.volume_enabled', 'write true')]);
  expect(tenant('volume_enabled: true')).toEqual([]);
  expect(tenant('unordered_writes: off', '2.9.17')).toEqual([]);
});

test('a release that is none is said, and so is a text that is no YAML', () => {
  expect(said('', '4.0.0')).toEqual([anError('release', 'did you mean "3.7.6"?')]);
  expect(said('overrides: [\n')).toEqual([expect.objectContaining({ severity: 'error', path: '' })]);
  expect(said('- a\n')).toContainEqual(anError('', 'write its keys below it'));
});

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (value, text) => {
      expect(Array.isArray(checkRuntimeConfig(value, '3.7.6'))).toBe(true);
      expect(Array.isArray(checkRuntimeConfig({ overrides: value, configs: { a: value } }, '2.9.17'))).toBe(true);
      expect(Array.isArray(checkRuntimeConfigText(text, '3.0.0'))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
