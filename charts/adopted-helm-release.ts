import { closest } from './kubernetes/closest';
import { checkName } from './kubernetes/names';
import type { Problem } from './kubernetes/problem';
import { objectOf, text } from './kubernetes/shape';

/**
 * A release of the Helm chart loki-stack that runs already, with names as the chart makes them: without `nameOverride` and
 * `fullnameOverride`. What it was told besides stands in the stack's own options: releases, `schema`, `persistence`.
 */
export interface AdoptedHelmRelease {
  /** Name of the release, as `helm list` prints it. */
  readonly helmRelease: string;
  /** The chart as `helm list` prints it: `loki-stack-2.10.2`. `loki-stack` alone is 2.6.4 or newer; Promtail's labels were others before. */
  readonly chart: string;
}

export const ADOPTED_HELM_RELEASE = objectOf<AdoptedHelmRelease>({ helmRelease: text, chart: text }, [
  'helmRelease',
  'chart',
]);

/** Whether what is to be adopted is said by release and chart, or is meant to be. */
export const isHelmRelease = (value: unknown): value is AdoptedHelmRelease =>
  typeof value === 'object' && value !== null && ('helmRelease' in value || 'chart' in value);

const LOKI_STACK = /^loki-stack(?:-v?(\d+)\.(\d+)\.(\d+)\S*)?$/;
const OF_ONE_COMPONENT = /^(?:loki|promtail|grafana)(?:-v?\d\S*)?$/;
const BY_PROGRAM = 'run `npx cdk8s-plg adopt` over what `helm get manifest` prints: it writes what to adopt';

/** Refuses releases whose names and labels are not known. */
export const checkHelmRelease = ({ helmRelease, chart }: AdoptedHelmRelease): Problem[] => [
  ...checkName(helmRelease, 'adopt.helmRelease', { maxLength: 38 }),
  ...checkChart(chart),
];

function checkChart(chart: string): Problem[] {
  const path = 'adopt.chart';
  const named = JSON.stringify(chart);
  const [found, major = '2'] = LOKI_STACK.exec(chart) ?? [];
  if (found !== undefined && major === '2') return [];
  if (found !== undefined) return [{ path, message: `${named} is not known: they are 2.0 … 2.10`, remedy: BY_PROGRAM }];
  if (OF_ONE_COMPONENT.test(chart)) {
    return [{ path, message: `${named} is of one component, and not of a stack`, remedy: BY_PROGRAM }];
  }
  const near = closest(chart, ['loki-stack']);
  const remedy = near === undefined ? BY_PROGRAM : `did you mean "${near}"?`;
  return [{ path, message: `${named} is no chart that is known here`, remedy }];
}

/** What the chart calls its objects, and by which labels they select, component by component. */
export function componentsOfRelease({ helmRelease, chart }: AdoptedHelmRelease) {
  const instance = helmRelease;
  const nameOf = (component: string): string =>
    helmRelease.includes(component) ? helmRelease : `${helmRelease}-${component}`;
  const byOldLabels = (app: string) => ({ selector: { app, release: helmRelease } });
  const byNewLabels = (name: string) => ({
    selector: { 'app.kubernetes.io/instance': helmRelease, 'app.kubernetes.io/name': name },
  });
  const promtail = nameOf('promtail');
  const ofOldPromtail = {
    ...byOldLabels('promtail'),
    clusterRole: `${promtail}-clusterrole`,
    clusterRoleBinding: `${promtail}-clusterrolebinding`,
  };
  return {
    loki: { instance, name: nameOf('loki'), ...byOldLabels('loki') },
    collector: { instance, name: promtail, ...(hasOldPromtail(chart) ? ofOldPromtail : byNewLabels('promtail')) },
    grafana: { instance, name: nameOf('grafana'), ...byNewLabels('grafana'), portName: 'grafana' },
  };
}

/** With 2.6.4 Promtail's labels became those that Kubernetes recommends. */
function hasOldPromtail(chart: string): boolean {
  const [, , minor, patch] = LOKI_STACK.exec(chart) ?? [];
  return minor !== undefined && (Number(minor) < 6 || (Number(minor) === 6 && Number(patch) < 4));
}
