import { readAlloyConfig } from '../../alloy/read/read-alloy-config';
import type { CollectorConfig, ReadSource } from '../../pipeline/read/collector-config';
import { promtailConfigOf } from '../../promtail/read/read-promtail-config';
import { isAtLeast, RELEASES } from '../../releases';
import type { Config } from '../config/read-config';
import { holdsCredential, shownUrl } from '../hide';
import { at, isMap, mapOf, textOf } from '../plain';
import { clientsOf, labelsOf, type PushClient, positionsOf } from './promtail-streams';
import { serviceAddress } from './service-address';

/** A client with the address of what it pushes to, however its URL is written. */
export interface PlacedClient extends PushClient {
  readonly address: string;
}

/** What a configuration does to logs, whichever collector it is of. */
export interface CollectorReading {
  readonly clients: readonly PlacedClient[];
  /** Names of the labels that streams may have. */
  readonly labels: ReadonlySet<string>;
  /** Where it keeps how far it has read; undefined where its configuration does not say. */
  readonly positions: string | undefined;
  /** Its jobs, as far as they are understood. */
  readonly jobs: CollectorConfig;
  /** Whether a value of a label may be shown. */
  readonly isShown: boolean;
}

/** Stands in for what the kubelet fills in. */
const NODE = { HOSTNAME: 'node-1' };

/** Where a configuration stands: in which namespace, and read by which release of Alloy. */
export interface CollectorPlace {
  readonly namespace?: string | undefined;
  readonly release?: string | undefined;
}

/** Reads a configuration of a collector; undefined for any other, and for one that cannot be read. */
export function readCollector(
  { format, text, value }: Config,
  { namespace, release }: CollectorPlace,
): CollectorReading | undefined {
  const isShown = !holdsCredential(text);
  const placed = (client: PushClient): PlacedClient => ({ ...client, address: serviceAddress(client.url, namespace) });
  if (format === 'promtail') {
    return {
      clients: clientsOf(value).map(placed),
      labels: labelsOf(value),
      positions: positionsOf(value),
      jobs: promtailConfigOf(value),
      isShown,
    };
  }
  if (format !== 'alloy' || typeof value === 'string') return undefined;
  const jobs = jobsOf(() => readAlloyConfig(text, { release: releaseOf(release), env: NODE }));
  return {
    clients: endpointsOf(value).map(placed),
    labels: labelsOf(asPromtail(jobs)),
    positions: undefined,
    jobs,
    isShown,
  };
}

/** The endpoints of every `loki.write`, be it understood what leads there or not. */
const endpointsOf = (tree: unknown): PushClient[] =>
  Object.entries(mapOf(tree)).flatMap(([component, settings]) =>
    component.startsWith('loki.write ')
      ? [at(settings, 'endpoint')]
          .flat()
          .filter(isMap)
          .map(({ url, tenant_id }) => ({ url: shownUrl(url), tenant: textOf(tenant_id) ?? '' }))
      : [],
  );

const NOTHING: CollectorConfig = { jobs: [], unread: [] };

/** What a reader throws is that it does not understand a text, which is somebody's, at all. */
function jobsOf(read: () => CollectorConfig): CollectorConfig {
  try {
    return read();
  } catch {
    return NOTHING;
  }
}

const releaseOf = (release = ''): string => (isAtLeast(release, '1.0') ? release : RELEASES.alloy.newest);

/** The same as Promtail would be told it, of which the names of labels are read. */
const asPromtail = ({ jobs }: CollectorConfig): unknown => ({
  clients: jobs.flatMap(({ destinations }) => destinations.map(({ labels }) => ({ external_labels: labels }))),
  scrape_configs: jobs.map(({ source, relabel, stages }) => ({
    relabel_configs: relabel,
    pipeline_stages: stages,
    static_configs: labelsOfSource(source).map((labels) => ({ labels })),
  })),
});

const labelsOfSource = (source: ReadSource): readonly unknown[] =>
  source.type === 'files' ? source.targets : 'labels' in source ? [source.labels] : [];

/** Several configurations as one: what a collector of two workloads does together. */
export const together = (readings: readonly CollectorReading[]): CollectorReading => ({
  clients: [
    ...new Map(
      readings.flatMap(({ clients }) => clients.map((client) => [JSON.stringify(client), client] as const)),
    ).values(),
  ],
  labels: new Set(readings.flatMap(({ labels }) => [...labels])),
  positions: undefined,
  jobs: {
    jobs: readings.flatMap(({ jobs }) => jobs.jobs),
    unread: readings.flatMap(({ jobs }) => jobs.unread),
  },
  isShown: readings.every(({ isShown }) => isShown),
});
