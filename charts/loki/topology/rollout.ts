import type { Labels } from '../../kubernetes/labels';
import type { LokiComponent } from './components';

/** How the pods of a StatefulSet are replaced when something changes. */
export interface Rollout {
  readonly updateStrategy?: { readonly type: string };
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** The pods of all zones together. */
export const ROLLOUT_GROUP = { 'rollout-group': 'ingester' };

/**
 * Kubernetes rolls each StatefulSet for itself, so that a pod of every zone would be away at once, and with it more than the
 * replication bears. Zones are rolled one after the other: by hand, or by the rollout-operator, which goes by these labels.
 * @see https://github.com/grafana/rollout-operator
 */
export const rolloutOf = ({ zone }: LokiComponent): Rollout =>
  zone === undefined
    ? { labels: {}, annotations: {} }
    : {
        updateStrategy: { type: 'OnDelete' },
        labels: ROLLOUT_GROUP,
        annotations: { 'rollout-max-unavailable': '1' },
      };
