import type { Json, JsonObject } from '../json';
import { untypedSettings } from './typed-config';

const untyped = (config: JsonObject): string[] => untypedSettings(config).map((steps) => steps.join('.'));
const limit = (key: string, value: Json): JsonObject => ({ limits_config: { [key]: value } });

test.each<[JsonObject]>([
  [{ auth_enabled: true, server: { http_listen_port: 3100, log_level: 'debug' } }],
  [limit('retention_period', '30d')],
  [limit('retention_period', 0)],
  [limit('ingestion_rate_mb', 4.5)],
  [limit('per_stream_rate_limit', '3MB')],
  [limit('ingestion_rate_mb', '$' + '{RATE}')],
  [limit('reject_old_samples', null)],
  [
    {
      schema_config: {
        configs: [
          {
            from: '2024-01-01',
            store: 'tsdb',
            object_store: 's3',
            schema: 'v13',
            index: { prefix: 'a', period: '24h' },
          },
        ],
      },
    },
  ],
  [{ storage_config: { named_stores: { aws: { mine: { bucketnames: 'a' } } } } }],
])('%j has a type', (config) => expect(untyped(config)).toEqual([]));

test.each<[JsonObject, readonly string[]]>([
  [{ unknown: 1 }, ['unknown']],
  [{ unknown: null }, ['unknown']],
  [{ constructor: 1 }, ['constructor']],
  [limit('retention_period', 'soon'), ['limits_config.retention_period']],
  [limit('retention_period', { a: 1 }), ['limits_config.retention_period']],
  [limit('ingestion_rate_mb', '4'), ['limits_config.ingestion_rate_mb']],
  [limit('reject_old_samples', 'yes'), ['limits_config.reject_old_samples']],
  [limit('per_stream_rate_limit', '3 parsecs'), ['limits_config.per_stream_rate_limit']],
  [{ limits_config: 'x' }, ['limits_config']],
  [{ limits_config: [1] }, ['limits_config']],
  [{ server: { log_level: 'loud' } }, ['server.log_level']],
  // A list is replaced as a whole.
  [{ schema_config: { configs: [{ from: '2024-01-01', unknown: 1 }] } }, ['schema_config.configs']],
  [{ schema_config: { configs: [{ from: '2024', schema: 'v13' }] } }, ['schema_config.configs']],
  [{ schema_config: { configs: [{ from: '2024-01-01', schema: 'thirteen' }] } }, ['schema_config.configs']],
  [{ schema_config: { configs: [null] } }, ['schema_config.configs']],
  [{ auth_enabled: true, a: 1, limits_config: { b: 2 } }, ['a', 'limits_config.b']],
])('of %j these have none', (config, paths) => expect(untyped(config)).toEqual(paths));
