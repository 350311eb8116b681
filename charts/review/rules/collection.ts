import type { Difference } from '../compare/difference';
import type { ConfigChange } from '../config/config-change';
import { entriesOf } from '../config/entries';
import { isOwn, nameOf, referenceTo, templateWay } from '../kinds';
import type { Consequence } from '../review';
import type { Side } from '../side';
import type { Subject } from '../subject';
import { type CollectorChange, collectorChanges } from './collector-change';
import { readCollector } from './collector-reading';
import { isCollector, releaseBeside } from './collectors';
import { templateDifferences } from './rollout';
import { consequence, listed, type Rule } from './rule';
import { serviceAddress } from './service-address';

/** What changes of a collector's configuration do to the logs that arrive. */
export const collectorConfigs: Rule = ({ configs, manifest }, { after: side }) =>
  configs.flatMap((config) => {
    const { before, after, format, differences } = config;
    const isCollectors = format === 'alloy' || format === 'promtail';
    if (!isCollectors || before === undefined || after === undefined || differences.length === 0) return [];
    const place = { namespace: nameOf(manifest).namespace, release: releaseBeside(manifest, side) };
    const [old, now] = [readCollector(before, place), readCollector(after, place)];
    return old === undefined || now === undefined
      ? [consequence('collection', `${OTHERWISE}: the pipeline changes`, differences)]
      : changed(config, format, place.namespace, collectorChanges(old, now, config.secrecy === 'everything'));
  });

const OTHERWISE = 'collects, labels or sends otherwise';

/** The parts of a configuration that something may come of, by its shapes. */
const PARTS: Readonly<Record<'alloy' | 'promtail', Readonly<Record<CollectorChange['of'] | 'any', RegExp>>>> = {
  alloy: {
    destinations: /^loki\.write\b/,
    labels: /^(?:discovery|local|loki)\./,
    positions: /^loki\.source\b/,
    sources: /^(?:discovery|local|loki\.source|otelcol)\b/,
    any: /^(?!(?:http|livedebugging|logging|remotecfg|tracing)\b)/,
  },
  promtail: {
    destinations: /^clients\b/,
    labels: /^(?:clients|scrape_configs)\b/,
    positions: /^positions\b/,
    sources: /^scrape_configs\b/,
    any: /^(?:clients|limits_config|scrape_configs|target_config)\b/,
  },
};

const URL_OF_CLIENT = /^(?:clients\[\]|loki\.write "\w+"\.endpoint(?:\[\])?)\.url$/;

/** Whether a difference is another way to write the address of the same Service. */
const isSameAddress = ({ shape, old, new: now }: Difference, namespace: string | undefined): boolean =>
  URL_OF_CLIENT.test(shape) &&
  typeof old === 'string' &&
  typeof now === 'string' &&
  serviceAddress(old, namespace) === serviceAddress(now, namespace);

function changed(
  { differences }: ConfigChange,
  format: 'alloy' | 'promtail',
  namespace: string | undefined,
  changes: readonly CollectorChange[],
): Consequence[] {
  const at = (part: RegExp) => differences.filter(({ shape }) => shape === '' || part.test(shape));
  const consequences = changes.map(({ of, message }) => consequence('collection', message, at(PARTS[format][of])));
  const told = new Set(consequences.flatMap(({ paths }) => paths));
  const rest = at(PARTS[format].any).filter(
    (difference) => !told.has(difference.path) && !isSameAddress(difference, namespace),
  );
  return rest.length === 0 ? consequences : [...consequences, consequence('collection', OTHERWISE, rest)];
}

const SCHEDULING = /\.(?:tolerations|nodeSelector|affinity)(?:[.[]|$)/;

/** Nodes whose logs are collected, or no longer. */
export const collectedNodes: Rule = (subject, { before: oldSide, after: newSide, subjects }) => {
  const { status, before, after, manifest, differences } = subject;
  if (!isOwn(manifest, 'DaemonSet')) return [];
  if (status === 'removed') {
    if (!isCollector(before, oldSide)) return [];
    const successor = [...subjects.values()].find(
      (other) => other.status === 'created' && isCollector(other.after, newSide),
    );
    const message =
      successor === undefined ? 'is gone, and collects from no node any more' : succeeded(successor, subject);
    return [consequence('collection', message)];
  }
  if (status !== 'changed' || !isCollector(after, newSide)) return [];
  const causes = differences.filter(({ shape }) => SCHEDULING.test(shape));
  return causes.length === 0
    ? []
    : [consequence('collection', 'runs on other nodes, and collects from those alone', causes)];
};

function succeeded({ manifest }: Subject, before: Subject): string {
  const { namespace } = nameOf(manifest);
  const where = namespace === nameOf(before.manifest).namespace ? '' : ` of namespace ${namespace ?? '?'}`;
  return `is gone, and ${referenceTo(manifest)}${where} collects in its place: both send everything while both run`;
}

/** Labels of pods that a collector makes labels of streams of. */
export const podLabels: Rule = (subject, { after: side }) => {
  const way = templateWay(subject.manifest);
  if (subject.status !== 'changed' || way === undefined) return [];
  const prefix = `${way.join('.')}.metadata.labels.`;
  const causes = templateDifferences(subject).filter(({ shape }) => shape.startsWith(prefix));
  const used = causes.filter(({ shape }) => isCollected(shape.slice(prefix.length), side));
  if (used.length === 0) return [];
  const names = used.map(({ shape }) => shape.slice(prefix.length));
  return [consequence('collection', `has its logs in other streams: the collector reads ${listed(names)}`, used)];
};

/** Whether the configuration of a collector refers to a label of pods. */
function isCollected(label: string, side: Side): boolean {
  const name = `__meta_kubernetes_pod_label_${label.replace(/[^a-zA-Z0-9_]/g, '_')}`;
  return side.manifests.some(
    (manifest) =>
      isOwn(manifest, 'ConfigMap', 'Secret') &&
      [...entriesOf(manifest).values()].some(({ text }) => text.includes(name)),
  );
}
