import type { Source } from '../model/sources';
import type { Stage } from '../model/stages';

/**
 * Prometheus' relabelling rule as configurations spell it, `$` expansion included.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export interface PrometheusRule {
  readonly action?: string;
  readonly source_labels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly modulus?: number;
  readonly target_label?: string;
  readonly replacement?: string;
}

/** One way from a source to the destinations, with everything that a collector has to be told of it. */
export interface Job {
  /** Its name in Promtail, and of its components in Alloy once what they cannot hold is replaced. */
  readonly name: string;
  readonly source: Source;
  /** In order, those that choose pods first. */
  readonly relabel: readonly PrometheusRule[];
  readonly stages: readonly Stage[];
}
