import { lokiConfig } from './config';
import type { SchemaPeriod } from './schema';
import type { LokiStorage } from './storage/storage';
import { hasSurelyCome, withoutStructuredMetadata } from './structured-metadata';

const tsdb: SchemaPeriod = { from: '2024-04-01', store: 'tsdb', objectStore: 's3', schema: 'v13' };
const boltdb: SchemaPeriod = { from: '2022-01-01', store: 'boltdb-shipper', objectStore: 's3', schema: 'v12' };

const storage: LokiStorage = { type: 's3', region: 'eu-west-1', bucket: 'acme-logs', access: { type: 'node-role' } };

/** What a configuration says of structured metadata; undefined for Loki's own default. */
const allowed = (version: string, schema: readonly SchemaPeriod[]): unknown => {
  const config = lokiConfig({ version, dataPath: '/data', httpPort: 3100, schema, storage });
  return (config.limits_config as { allow_structured_metadata?: boolean } | undefined)?.allow_structured_metadata;
};

test.each([
  ['2024-04-08', '3.0.0', true],
  ['2024-04-09', '3.0.0', false],
  ['2026-03-26', '3.7.6', true],
  ['2026-03-27', '3.7.6', false],
  ['2020-01-01', '2.9.17', false],
  ['2026-03-26', '3.12.0', true],
  ['2020-01-01', 'latest', false],
])('whether %s has surely come where Loki %s runs: %p', (day, version, expected) => {
  expect(hasSurelyCome(day, version)).toBe(expected);
});

describe('structured metadata is switched off, so that Loki starts on any day,', () => {
  test.each<[string, readonly SchemaPeriod[], false | undefined]>([
    ['not when TSDB with v13 is all there is', [tsdb], undefined],
    ['when boltdb-shipper is', [boltdb], false],
    ['not for a last period of TSDB before v13, which is refused', [{ ...tsdb, schema: 'v12' }], undefined],
    [
      'when one of those may still be written to',
      [
        { ...tsdb, schema: 'v12' },
        { ...tsdb, from: '2027-01-01' },
      ],
      false,
    ],
    [
      'before the day on which TSDB begins, which may still be to come',
      [boltdb, { ...tsdb, from: '2027-01-01' }],
      false,
    ],
    ['not when TSDB has surely begun', [boltdb, tsdb], undefined],
    [
      'when two periods may still be to come',
      [boltdb, { ...tsdb, from: '2027-01-01' }, { ...tsdb, from: '2028-01-01' }],
      false,
    ],
    [
      'not when a better one follows one that is good enough',
      [boltdb, tsdb, { ...tsdb, from: '2028-01-01' }],
      undefined,
    ],
    ['when a worse one follows', [tsdb, { ...boltdb, from: '2027-01-01' }], false],
  ])('%s', (_, schema, expected) => {
    expect(allowed('3.7.6', schema)).toBe(expected);
    expect(withoutStructuredMetadata(schema, '3.7.6') === undefined).toBe(expected === undefined);
  });

  test('not in releases that do not have it by default', () => {
    expect(allowed('2.9.17', [boltdb, { ...tsdb, from: '2027-01-01' }])).toBeUndefined();
  });
});
