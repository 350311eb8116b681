import { compareLabels, type LabelChange, summarize } from '../../pipeline/labels/compare-labels';
import type { CollectorConfig } from '../../pipeline/read/collector-config';
import { RELABEL_PRESETS } from '../config/config-meaning';
import { at, byCodeUnit, isEqual, listOf, mapOf } from '../plain';
import type { CollectorReading } from './collector-reading';
import { listed } from './rule';

/** Something that becomes otherwise with the logs that are collected. */
export interface CollectorChange {
  /** Of which part of the configuration it comes. */
  readonly of: 'destinations' | 'labels' | 'positions' | 'sources';
  readonly message: string;
}

/** What changes with the logs when one configuration takes the place of another; in a Secret nothing is told of the values. */
export function collectorChanges(
  before: CollectorReading,
  after: CollectorReading,
  isHidden: boolean,
): CollectorChange[] {
  return [
    ...destinations(before, after, isHidden),
    ...tenants(before, after),
    ...sources(before, after),
    ...labels(before, after, isHidden),
    ...(before.positions !== undefined && after.positions !== undefined && before.positions !== after.positions
      ? [
          {
            of: 'positions' as const,
            message: 'forgets how far it has read: files are read again from their start, and lines arrive twice',
          },
        ]
      : []),
  ];
}

function destinations(before: CollectorReading, after: CollectorReading, isHidden: boolean): CollectorChange[] {
  const addressesOf = ({ clients }: CollectorReading): string[] =>
    [...new Set(clients.map(({ address }) => address))].sort();
  const of = 'destinations';
  if (!isEqual(addressesOf(before), addressesOf(after))) {
    const urls = [...new Set(after.clients.map(({ url }) => url))].sort();
    const where = urls.length === 0 ? 'nowhere' : isHidden ? 'elsewhere' : `to ${listed(urls)}`;
    return [{ of, message: `sends logs ${where}` }];
  }
  const clientsOf = ({ clients }: CollectorReading): string[] =>
    clients.map(({ address, tenant }) => JSON.stringify([address, tenant])).sort();
  return isEqual(clientsOf(before), clientsOf(after))
    ? []
    : [{ of, message: 'sends logs for another tenant: those of before stay with the old one' }];
}

/** Tenants that stages and rules of relabelling give to lines, beside that of the destination. */
function tenants({ jobs: before }: CollectorReading, { jobs: after }: CollectorReading): CollectorChange[] {
  const given = ({ jobs }: CollectorConfig): string[] =>
    jobs
      .flatMap(({ relabel, stages }) => [
        ...relabel.filter(({ target_label }) => target_label === '__tenant_id__'),
        ...tenantStages(stages),
      ])
      .map(settled)
      .sort();
  return isEqual([...new Set(given(before))], [...new Set(given(after))])
    ? []
    : [{ of: 'labels', message: 'gives lines to other tenants: those of before stay with the old ones' }];
}

/** A stage or a rule as text: in one order, and without what is the same as nothing. */
const settled = (settings: unknown): string =>
  JSON.stringify(
    Object.entries(mapOf(settings))
      .filter(([key, value]) => value !== undefined && RELABEL_PRESETS[key] !== value)
      .sort(([a], [b]) => byCodeUnit(a, b)),
  );

const tenantStages = (stages: unknown): unknown[] =>
  listOf(stages).flatMap((stage) => [
    ...(at(stage, 'tenant') === undefined ? [] : [at(stage, 'tenant')]),
    ...tenantStages(at(stage, 'match', 'stages')),
  ]);

const SOURCES: Readonly<Record<string, string>> = {
  files: 'files of nodes',
  journal: 'the journal of nodes',
  'kubernetes-events': 'events of the cluster',
  otlp: 'what is sent by OTLP',
  pods: 'pods',
  push: 'what is pushed to it',
  syslog: 'syslog',
};

/** Sources that are read no more, or now; only where all jobs of both are understood. */
function sources({ jobs: before }: CollectorReading, { jobs: after }: CollectorReading): CollectorChange[] {
  if (before.unread.length > 0 || after.unread.length > 0) return [];
  const [had, has] = [before, after].map(({ jobs }) => [...new Set(jobs.map(({ source }) => source.type))]);
  const named = (types: readonly string[] = [], others: readonly string[] = []): string[] =>
    types.filter((type) => !others.includes(type)).map((type) => SOURCES[type] ?? type);
  const [lost, gained] = [named(had, has), named(has, had)];
  return [
    ...(lost.length > 0 ? [{ of: 'sources' as const, message: `collects ${listed(lost)} no longer` }] : []),
    ...(gained.length > 0 ? [{ of: 'sources' as const, message: `collects ${listed(gained)} as well` }] : []),
  ];
}

/** Labels by their names, and by what comes of pods of each kind that clusters have. */
function labels(before: CollectorReading, after: CollectorReading, isHidden: boolean): CollectorChange[] {
  const pods = summarize(compareLabels(before.jobs, after.jobs));
  const ofPods = (kind: LabelChange['change']): string[] =>
    pods.labels.filter(({ change }) => change === kind).map(({ label }) => label);
  const namesOf = (...names: readonly string[]): string[] => [...new Set(names)].sort(byCodeUnit);
  const onlyIn = ({ labels: some }: CollectorReading, { labels: others }: CollectorReading): string[] =>
    [...some].filter((label) => !others.has(label));
  const lost = namesOf(...onlyIn(before, after), ...ofPods('vanishes'));
  const gained = namesOf(...onlyIn(after, before), ...ofPods('appears'));
  const changed = pods.labels.filter(({ change }) => change === 'changes');
  const named = (names: readonly string[]): string => (isHidden ? 'labels' : listed(names));
  const messages = [
    ...(lost.length > 0
      ? [`sets ${named(lost)} no longer: queries and dashboards that select by it find no new logs`]
      : []),
    ...(gained.length > 0 ? [`adds ${named(gained)}: every stream goes on as another one`] : []),
    ...(changed.length > 0
      ? [
          isHidden || !before.isShown || !after.isShown
            ? 'gives labels other values'
            : `gives other values to ${listed(changed.map(describeValues))}`,
        ]
      : []),
    ...(pods.lost.length > 0 && after.jobs.jobs.length > 0
      ? [`no longer collects some pods, such as ${pods.lost[0]}`]
      : []),
    ...(pods.found.length > 0 && before.jobs.jobs.length > 0
      ? [`collects further pods, such as ${pods.found[0]}`]
      : []),
  ];
  return messages.map((message) => ({ of: 'labels', message }));
}

const describeValues = ({ label, before = '', after = '', container }: LabelChange): string =>
  `${label} (${JSON.stringify(before)} becomes ${JSON.stringify(after)} on ${container})`;
