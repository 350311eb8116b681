import { timelineFindings } from './findings';
import { type TimelinePeriod, timelineOf } from './timeline';

const TODAY = '2026-11-24';

/** Periods from days, each with its own schema version. */
const periods = (...days: readonly (string | object)[]): readonly TimelinePeriod[] =>
  timelineOf({
    common: { storage: { s3: { bucketnames: 'acme-logs' } } },
    schema_config: {
      configs: days.map((day) => ({
        ...{ store: 'tsdb', object_store: 's3', schema: 'v13', index: { period: '24h' } },
        ...(typeof day === 'string' ? { from: day } : day),
      })),
    },
  }) ?? [];

const findings = (
  earlier: readonly TimelinePeriod[] | undefined,
  now: readonly TimelinePeriod[],
  discards: readonly string[] = [],
): readonly string[] =>
  timelineFindings({ earlier, now, today: TODAY, discards }).map(
    ({ severity, path, message, remedy }) => `${severity}: ${path} ${message} → ${remedy}`,
  );

const OLD = '2024-04-01';

describe('a new period', () => {
  test('that begins after tomorrow is fine', () => {
    expect(findings(periods(OLD), periods(OLD, '2026-11-26'))).toEqual([]);
  });

  test('that begins tomorrow has less than a day to be everywhere', () => {
    expect(findings(periods(OLD), periods(OLD, '2026-11-25'))).toEqual([
      'warning: schema_config.configs[1].from is "2026-11-25": the period begins at 00:00 UTC, in less than a day, and what is logged in it by a pod that does not know it yet is no longer found → have it on every pod of Loki before midnight UTC, or write "2026-11-26"',
    ]);
  });

  test('that begins today loses what was logged today', () => {
    expect(findings(periods(OLD), periods(OLD, TODAY))).toEqual([
      'error: schema_config.configs[1].from is "2026-11-24", and the period is new: what was logged today so far is stored by the period before, and no longer found → write "2026-11-25" or a later day',
    ]);
  });

  test('that began loses what was logged since', () => {
    expect(findings(periods(OLD), periods(OLD, '2026-11-01'))).toEqual([
      'error: schema_config.configs[1].from is "2026-11-01", and the period is new: logs of 2026-11-01 to 2026-11-24 are stored by the period before, and no longer found → write "2026-11-25" or a later day',
    ]);
  });

  test('may begin between others that have not begun', () => {
    expect(findings(periods(OLD, '2027-06-01'), periods(OLD, '2027-01-01', '2027-06-01'))).toEqual([]);
  });
});

describe('a period that was there', () => {
  const LOST =
    'are no longer found → write the period back as it was, and let a further one begin on a day that is still to come';

  test('and has begun may not change', () => {
    expect(findings(periods(OLD), periods({ from: OLD, schema: 'v12' }))).toEqual([
      `error: schema_config.configs[0].schema was "v13", is "v12": logs from ${OLD} on ${LOST}`,
    ]);
    expect(findings(periods(OLD), periods({ from: OLD, schema: 'v12', store: 'aws' }))).toEqual([
      `error: schema_config.configs[0] store was "tsdb", is "aws"; schema was "v13", is "v12": logs from ${OLD} on ${LOST}`,
    ]);
  });

  test('and has begun may not go', () => {
    expect(findings(periods('2020-01-01', OLD), periods(OLD))).toEqual([
      `error: schema_config.configs has no period from "2020-01-01" any more: logs of 2020-01-01 to 2024-03-31 ${LOST}`,
    ]);
  });

  test('and has not begun may change, go, or begin on another day', () => {
    const earlier = periods(OLD, '2027-01-01');
    expect(findings(earlier, periods(OLD))).toEqual([]);
    expect(findings(earlier, periods(OLD, { from: '2027-01-01', schema: 'v12' }))).toEqual([]);
    expect(findings(earlier, periods(OLD, '2027-02-01'))).toEqual([]);
  });

  test('and has not begun may not begin on a day that has', () => {
    expect(findings(periods(OLD, '2027-01-01'), periods(OLD, '2026-11-20'))).toEqual([
      expect.stringMatching(/^error: schema_config\.configs\[1\]\.from is "2026-11-20", and the period is new/),
    ]);
  });

  test('and begins today has begun', () => {
    expect(findings(periods(OLD, TODAY), periods(OLD))).toHaveLength(1);
  });

  test('may change when it was given up, which is said', () => {
    expect(findings(periods(OLD), periods({ from: OLD, schema: 'v12' }), [OLD])).toEqual([
      `warning: schema_config.configs[0].schema was "v13", is "v12": logs from ${OLD} on are given up, as schemaChange says → apply it if that is meant`,
    ]);
  });
});

describe('a place', () => {
  const inBucket = (aws: object, ...days: readonly string[]): readonly TimelinePeriod[] =>
    timelineOf({
      storage_config: { aws },
      schema_config: { configs: days.map((from) => ({ from, store: 'tsdb', object_store: 's3', schema: 'v13' })) },
    }) ?? [];

  test('may not be another for days that have begun', () => {
    const now = inBucket({ bucketnames: 'acme-logs-2' }, OLD, '2027-01-01');
    expect(findings(inBucket({ bucketnames: 'acme-logs' }, OLD, '2027-01-01'), now)).toEqual([
      'error: storage_config.aws.bucketnames was "acme-logs", is "acme-logs-2": logs of 2024-04-01 to 2026-12-31 are no longer found → write back what it was',
    ]);
  });

  test('may be another for days that have not', () => {
    expect(
      findings(inBucket({ bucketnames: 'a-1' }, '2027-01-01'), inBucket({ bucketnames: 'a-2' }, '2027-01-01')),
    ).toEqual([expect.stringContaining('no period has begun')]);
  });

  test('may have another address', () => {
    const at = (endpoint: string) => inBucket({ bucketnames: 'acme-logs', endpoint }, OLD);
    expect(findings(at('https://a.example.com'), at('https://b.example.com'))).toEqual([
      'warning: storage_config.aws.endpoint was "https://a.example.com", is "https://b.example.com": logs from 2024-04-01 on are found only if the same objects are there → make sure of that before it is applied',
    ]);
  });
});

describe('with nothing to compare', () => {
  test('a period of today or tomorrow is warned of, unless it is the first', () => {
    expect(findings(undefined, periods(OLD, TODAY))).toEqual([
      'warning: schema_config.configs[1].from is "2026-11-24": the period began at 00:00 UTC today, and what is logged in it by a pod that does not know it yet is no longer found → make sure that every pod of Loki had it before',
    ]);
    expect(findings(undefined, periods(OLD, '2026-11-25'))).toHaveLength(1);
    expect(findings(undefined, periods(TODAY))).toEqual([]);
    expect(findings(undefined, periods(OLD, '2025-01-01', '2027-01-01'))).toEqual([]);
  });

  test('days before the first period are refused, since Loki stores nothing then', () => {
    expect(findings(undefined, periods('2026-11-25'))).toEqual([
      'error: schema_config.configs[0].from is "2026-11-25", and until then no period has begun: Loki stores no log of an earlier day → write a day before 2026-11-24, as old as any log that may still come in',
    ]);
  });
});
