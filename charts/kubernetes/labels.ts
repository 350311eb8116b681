import { checkLabelValue } from './checks/names';
import type { Problem } from './problem';

/**
 * Who a component is, in the labels that Kubernetes recommends.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export interface Identity {
  /** The program: `loki`, `promtail`, `grafana`. */
  readonly name: string;
  /** The release that it belongs to, such as `loki`: tells two installations of one program apart. */
  readonly instance: string;
  /** Its role within the release: `single-binary`, `collector`, `dashboards`. */
  readonly component: string;
  /** What the pods are selected by, of a workload that runs already. @default - the three above */
  readonly selector?: Labels;
}

export type Labels = Readonly<Record<string, string>>;

/** What selects a component's pods: fixed for ever, since no API server lets a selector change. */
export const selectorLabels = (identity: Identity): Labels => identity.selector ?? recommendedLabels(identity);

const recommendedLabels = ({ name, instance, component }: Identity): Labels => ({
  'app.kubernetes.io/component': component,
  'app.kubernetes.io/instance': instance,
  'app.kubernetes.io/name': name,
});

/** What every object of a component carries. */
export const objectLabels = (identity: Identity): Labels => ({
  ...recommendedLabels(identity),
  ...identity.selector,
  'app.kubernetes.io/managed-by': 'cdk8s-plg',
  'app.kubernetes.io/part-of': identity.instance,
});

/** Refuses a release's name that no label could hold. */
export const checkInstance = (instance: string | undefined): Problem[] =>
  instance === undefined ? [] : checkLabelValue(instance, 'instance');
