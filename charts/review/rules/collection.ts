import type { Manifest } from '../../kubernetes/manifest';
import type { ConfigChange } from '../config/config-change';
import { entriesOf } from '../config/entries';
import { readConfig } from '../config/read-config';
import { isOwn, templateWay } from '../kinds';
import { isEqual } from '../plain';
import type { Consequence } from '../review';
import type { Side } from '../side';
import { clientsOf, labelsOf, positionsOf } from './promtail-streams';
import { templateDifferences } from './rollout';
import { consequence, differencesAt, listed, type Rule } from './rule';

/** What changes of a collector's configuration do to the logs that arrive. */
export const collectorConfigs: Rule = ({ configs }) =>
  configs.flatMap((config) => {
    const { before, after, differences } = config;
    if (before === undefined || after === undefined || differences.length === 0) return [];
    if (config.format === 'alloy') {
      return [consequence('collection', 'collects, labels or sends otherwise: the pipeline changes', differences)];
    }
    return config.format === 'promtail' ? promtail(config, before.value, after.value) : [];
  });

/** In a Secret nothing is told of the values. */
function promtail({ differences, secrecy }: ConfigChange, before: unknown, after: unknown): Consequence[] {
  const isHidden = secrecy === 'everything';
  const consequences: Consequence[] = [];
  const add = (message: string, ...shapes: readonly string[]): void => {
    consequences.push(
      consequence(
        'collection',
        message,
        shapes.flatMap((shape) => differencesAt(differences, shape)),
      ),
    );
  };
  const [oldClients, newClients] = [clientsOf(before), clientsOf(after)];
  const urls = newClients.map(({ url }) => url);
  if (
    !isEqual(
      oldClients.map(({ url }) => url),
      urls,
    )
  ) {
    add(`sends logs ${isHidden ? 'elsewhere' : `to ${listed(urls)}`}`, 'clients');
  } else if (!isEqual(oldClients, newClients)) {
    add('sends logs for another tenant: those of before stay with the old one', 'clients');
  }
  const [had, has] = [labelsOf(before), labelsOf(after)];
  const lost = [...had].filter((label) => !has.has(label));
  const gained = [...has].filter((label) => !had.has(label));
  if (lost.length > 0) {
    const what = isHidden ? 'labels' : listed(lost);
    add(
      `sets ${what} no longer: queries and dashboards that select by it find no new logs`,
      'scrape_configs',
      'clients',
    );
  }
  if (gained.length > 0) {
    add(
      `adds ${isHidden ? 'labels' : listed(gained)}: every stream goes on as another one`,
      'scrape_configs',
      'clients',
    );
  }
  if (positionsOf(before) !== positionsOf(after)) {
    add('forgets how far it has read: files are read again from their start, and lines arrive twice', 'positions');
  }
  const rest = differences.filter(
    ({ path, shape }) =>
      /^(?:scrape_configs|clients|limits_config|target_config)/.test(shape) &&
      !consequences.some(({ paths }) => paths.includes(path)),
  );
  if (rest.length > 0) consequences.push(consequence('collection', 'collects, labels or sends otherwise', rest));
  return consequences;
}

const SCHEDULING = /\.(?:tolerations|nodeSelector|affinity)(?:[.[]|$)/;

/** Nodes whose logs are collected, or no longer. */
export const collectedNodes: Rule = (subject, { before: oldSide, after: newSide }) => {
  const { status, before, after, manifest, differences } = subject;
  if (!isOwn(manifest, 'DaemonSet')) return [];
  if (status === 'removed') {
    return isCollector(before, oldSide)
      ? [consequence('collection', 'is gone, and collects from no node any more')]
      : [];
  }
  if (status !== 'changed' || !isCollector(after, newSide)) return [];
  const causes = differences.filter(({ shape }) => SCHEDULING.test(shape));
  return causes.length === 0
    ? []
    : [consequence('collection', 'runs on other nodes, and collects from those alone', causes)];
};

/** Whether a workload reads the configuration of a collector. */
const isCollector = (workload: Manifest | undefined, side: Side): boolean =>
  workload !== undefined &&
  side
    .configsOf(workload)
    .some((config) =>
      [...entriesOf(config)].some(([name, { text }]) => ['alloy', 'promtail'].includes(readConfig(name, text).format)),
    );

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
