import fc from 'fast-check';
import { componentLabel } from '../charts/alloy/config/component-label';
import { parseDuration } from '../charts/kubernetes/duration';
import type { Destination } from '../charts/pipeline/model/destinations';
import type { Source } from '../charts/pipeline/model/sources';
import type { ReadSource } from '../charts/pipeline/read/collector-config';
import { readBack } from './rendered';

const labels = fc.constantFrom<Record<string, string> | undefined>(undefined, { job: 'a' }, { job: 'b', team: 'c$1' });
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const source: fc.Arbitrary<Source> = fc.oneof(
  fc
    .record({
      path: fc.constantFrom(undefined, '/run/log/journal'),
      maxAge: fc.constantFrom(undefined, '12h', '2d'),
      matches: fc.constantFrom(undefined, '_SYSTEMD_UNIT=kubelet.service'),
      json: fc.constantFrom(undefined, true),
      labels,
      fields: fc.constantFrom(undefined, { unit: '_systemd_unit' }),
    })
    .map((made): Source => given({ type: 'journal' as const, ...made })),
  fc
    .record({
      port: fc.constantFrom(undefined, 5140),
      protocol: fc.constantFrom(undefined, 'udp' as const),
      useIncomingTimestamp: fc.constantFrom(undefined, true),
      labels,
    })
    .map((made): Source => given({ type: 'syslog' as const, ...made })),
  fc
    .record({
      port: fc.constantFrom(undefined, 3501),
      useIncomingTimestamp: fc.constantFrom(undefined, false),
      labels,
    })
    .map((made): Source => given({ type: 'push' as const, ...made })),
);

/** Ages are as long, however they are written. */
const normal = (read: ReadSource | undefined) =>
  read?.type === 'journal' ? { ...read, maxAge: parseDuration(read.maxAge ?? '7h') } : read;

test('the journal, syslog and what is pushed are read by Alloy as by Promtail', () => {
  fc.assert(
    fc.property(source, fc.constantFrom('1.0.0', '1.18.1'), (made, release) => {
      const { promtail, alloy } = readBack({ sources: [{ ...made, name: 'from-there' }] }, 'node-1', release);
      expect([...promtail.unread, ...alloy.unread]).toEqual([]);
      const [[ofPromtail], [ofAlloy]] = [promtail.jobs, alloy.jobs];
      expect(normal(ofAlloy?.source)).toEqual(normal(ofPromtail?.source));
      expect(ofAlloy?.name).toBe(componentLabel(ofPromtail?.name ?? ''));
      expect(ofAlloy?.relabel).toEqual(ofPromtail?.relabel);
    }),
  );
});

test('a journal without a job has none, though Alloy gives it one', () => {
  const { alloy } = readBack({ sources: [{ type: 'journal', labels: { host: 'a' } }] }, 'node-1');
  expect(alloy.jobs[0]?.source).toMatchObject({ labels: { host: 'a', job: 'loki.source.journal.journal' } });
  expect(alloy.jobs[0]?.relabel[0]).toEqual({ action: 'labeldrop', regex: 'job' });
});

const destination: fc.Arbitrary<Destination> = fc
  .record({
    url: fc.constantFrom('https://a.example.com/loki/api/v1/push', 'http://b/loki/api/v1/push'),
    name: fc.constantFrom(undefined, 'archive'),
    tenant: fc.constantFrom(undefined, 'team-a'),
    externalLabels: fc.constantFrom<Record<string, string> | undefined>(
      undefined,
      { cluster: 'eu' },
      { a: 'b', c: 'd' },
    ),
    batch: fc.constantFrom(undefined, { size: 1000 }, { size: 2_097_152, wait: '5s' }),
    backoff: fc.constantFrom(undefined, { min: '1s', max: '1h', retries: 3 }),
    timeout: fc.constantFrom(undefined, '30s'),
    dropRateLimited: fc.constantFrom(undefined, true, false),
    auth: fc.constantFrom<Destination['auth']>(
      undefined,
      { type: 'basic', secretName: 'push' },
      { type: 'bearer', secretName: 'push' },
    ),
    tls: fc.constantFrom<Destination['tls']>(
      undefined,
      { ca: { secret: 'ca', key: 'root.pem' }, serverName: 'logs' },
      { ca: { configMap: 'ca' }, clientSecret: 'client' },
    ),
  })
  .map(given);

test('destinations are the same, each with its labels, batches, tries and ways to say who we are', () => {
  fc.assert(
    fc.property(fc.array(destination, { maxLength: 4 }), (destinations) => {
      const { promtail, alloy } = readBack({ sources: [{ type: 'syslog' }], destinations }, 'node-1');
      const sorted = (list: readonly object[] = []) => list.map((each) => JSON.stringify(each)).sort();
      expect(sorted(alloy.jobs[0]?.destinations)).toEqual(sorted(promtail.jobs[0]?.destinations));
    }),
  );
});
