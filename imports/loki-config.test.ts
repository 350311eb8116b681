import { checkLokiConfig } from '../charts/loki/config-check/check-config';
import type { LokiConfig, LokiConfigOverrides } from './loki-config';

/** Paths of what is refused, apart from what the small configurations here leave out. */
const refusedPaths = (config: LokiConfig): string[] =>
  checkLokiConfig(config, '3.7.6')
    .filter(({ severity, path }) => severity === 'error' && path !== 'schema_config')
    .map(({ path }) => path);

test('what the type takes, the check takes', () => {
  const config: LokiConfig = {
    auth_enabled: false,
    limits_config: {
      ingestion_rate_mb: 4,
      retention_stream: [{ selector: '{a="b"}', period: '30d', priority: 1 }],
      max_line_size: '256KB',
    },
    ingester: { max_chunk_age: '2h30m', chunk_encoding: 'snappy' },
    storage_config: { named_stores: { gcs: { cold: { bucket_name: 'b' } } } },
  };
  expect(refusedPaths(config)).toEqual([]);
});

test('a wrong key does not compile', () => {
  // @ts-expect-error: ingestion_rate_mbs is no key
  const config: LokiConfig = { limits_config: { ingestion_rate_mbs: 4 } };
  expect(refusedPaths(config)).toEqual(['limits_config.ingestion_rate_mbs']);
});

test('a key in the wrong block does not compile', () => {
  // @ts-expect-error: it belongs in limits_config
  const config: LokiConfig = { compactor: { retention_period: '30d' } };
  expect(refusedPaths(config)).toEqual(['compactor.retention_period']);
});

test('a wrong unit does not compile', () => {
  const config: LokiConfig = {
    ingester: {
      // @ts-expect-error: Go has no days
      max_chunk_age: '1d',
    },
    limits_config: {
      // @ts-expect-error: neither form has an M
      max_query_lookback: '1M',
      // @ts-expect-error: it is KB, which is 1024 bytes
      max_line_size: '256Ki',
    },
  };
  expect(refusedPaths(config)).toEqual([
    'ingester.max_chunk_age',
    'limits_config.max_query_lookback',
    'limits_config.max_line_size',
  ]);
});

test('a wrong type, or a word that Loki does not know, does not compile', () => {
  const config: LokiConfig = {
    // @ts-expect-error: a text
    auth_enabled: 'false',
    // @ts-expect-error: none of the encodings
    ingester: { chunk_encoding: 'brotli' },
    // @ts-expect-error: none of the stores
    common: { ring: { kvstore: { store: 'redis' } } },
  };
  expect(refusedPaths(config)).toEqual(['auth_enabled', 'ingester.chunk_encoding', 'common.ring.kvstore.store']);
});

test('overrides can take any setting away', () => {
  const overrides: LokiConfigOverrides = { limits_config: null, ingester: { wal: { dir: null } } };
  expect(Object.keys(overrides)).toEqual(['limits_config', 'ingester']);
});
