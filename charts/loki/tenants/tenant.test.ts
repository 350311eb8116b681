import { Chart } from 'cdk8s';
import { problemsOf } from '../../../test/apps';
import { Loki } from '../loki';
import type { LokiTenant } from './tenant';

const refusedPaths = (tenant: LokiTenant): string[] =>
  problemsOf(
    (app) => new Loki(new Chart(app, 'logs'), 'loki', { multiTenant: true, tenants: { 'team-a': tenant } }),
  ).map((text) => /\] ([^:]+):/.exec(text)?.[1] ?? '');

/** What the compiler refuses, synth refuses: it says so of each line below, or `npm run types` fails. */
describe('a tenant', () => {
  test('takes Loki’s limits', () => {
    const tenant: LokiTenant = {
      retention: '30d',
      retentionByStream: [{ selector: '{a="b"}', period: '1d', priority: 1 }],
      limits: {
        ingestion_rate_mb: 4,
        max_line_size: '256KB',
        max_query_lookback: '30d',
        shard_streams: { enabled: true },
      },
    };
    expect(refusedPaths(tenant)).toEqual([]);
  });

  test('takes no wrong key', () => {
    // @ts-expect-error: it is ingestion_rate_mb
    expect(refusedPaths({ limits: { ingestion_rate_mbs: 4 } })).toEqual(['tenants.team-a.limits.ingestion_rate_mbs']);
  });

  test('takes no wrong unit, and no wrong type', () => {
    // @ts-expect-error: it is KB, which is 1024 bytes
    expect(refusedPaths({ limits: { max_line_size: '256Ki' } })).toEqual(['tenants.team-a.limits.max_line_size']);
    // @ts-expect-error: it counts megabytes
    expect(refusedPaths({ limits: { ingestion_rate_mb: '4MB' } })).toEqual(['tenants.team-a.limits.ingestion_rate_mb']);
    // @ts-expect-error: a switch
    expect(refusedPaths({ limits: { volume_enabled: 'yes' } })).toEqual(['tenants.team-a.limits.volume_enabled']);
    // @ts-expect-error: nothing is taken away here
    expect(refusedPaths({ limits: { max_line_size: null } })).toEqual(['tenants.team-a.limits.max_line_size']);
  });

  test('takes no limit that is said elsewhere', () => {
    // @ts-expect-error: it is `retention`
    expect(refusedPaths({ limits: { retention_period: '30d' } })).toEqual(['tenants.team-a.limits.retention_period']);
    // @ts-expect-error: it is one for all
    expect(refusedPaths({ limits: { ingestion_rate_strategy: 'local' } })).toEqual([
      'tenants.team-a.limits.ingestion_rate_strategy',
    ]);
  });

  test('takes no stream without a selector or a period', () => {
    const path = 'tenants.team-a.retentionByStream[0]';
    // @ts-expect-error: for how long?
    expect(refusedPaths({ retentionByStream: [{ selector: '{a="b"}' }] })).toEqual([`${path}.period`]);
    // @ts-expect-error: which?
    expect(refusedPaths({ retentionByStream: [{ period: '1d' }] })).toEqual([`${path}.selector`]);
  });
});
