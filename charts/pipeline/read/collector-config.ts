import type { PrometheusRule } from '../compile/job';

/** What a collector's configuration says, whatever its language: for comparing one with another. */
export interface CollectorConfig {
  readonly jobs: readonly ReadJob[];
  /** What was not understood, by where it stands: of that nothing is in the jobs. */
  readonly unread: readonly string[];
}

/** One way from a source to destinations. */
export interface ReadJob {
  /** Promtail's `job_name`, or the label of Alloy's component. */
  readonly name: string;
  readonly source: ReadSource;
  readonly relabel: readonly PrometheusRule[];
  /** As Promtail has them. */
  readonly stages: readonly PlainStage[];
  readonly destinations: readonly ReadDestination[];
}

export type PlainStage = Readonly<Record<string, unknown>>;

export type PlainLabels = Readonly<Record<string, string>>;

export type ReadSource =
  | {
      readonly type: 'pods';
      readonly through: 'files' | 'api';
      /** Whether the pods of the collector's own node are found, or all. */
      readonly isOfNode: boolean;
      /** @default - all */
      readonly namespaces?: readonly string[];
    }
  /** Targets with the labels that they have before relabelling, `__path__` among them. */
  | { readonly type: 'files'; readonly targets: readonly PlainLabels[] }
  | {
      readonly type: 'journal';
      readonly path?: string;
      readonly maxAge?: string;
      readonly matches?: string;
      readonly json: boolean;
      readonly labels: PlainLabels;
    }
  | {
      readonly type: 'syslog';
      readonly address: string;
      readonly protocol: string;
      readonly useIncomingTimestamp: boolean;
      readonly labels: PlainLabels;
    }
  | {
      readonly type: 'push';
      readonly port: number;
      readonly useIncomingTimestamp: boolean;
      readonly labels: PlainLabels;
    }
  | { readonly type: 'kubernetes-events'; readonly namespaces: readonly string[]; readonly format: string }
  | { readonly type: 'otlp'; readonly endpoints: readonly string[] };

/** Where lines are pushed to, with every default of both collectors filled in: they have the same. */
export interface ReadDestination {
  readonly url: string;
  readonly name: string;
  readonly tenant: string;
  readonly labels: PlainLabels;
  readonly batchBytes: number;
  /** In milliseconds, as are the other times. */
  readonly batchWait: number;
  readonly timeout: number;
  readonly minBackoff: number;
  readonly maxBackoff: number;
  readonly retries: number;
  readonly dropsRateLimited: boolean;
  readonly auth: 'none' | 'basic' | 'bearer';
  /** The files' names, which stand in folders of the collector's own. */
  readonly tls: { readonly ca?: string; readonly cert?: string; readonly key?: string; readonly serverName?: string };
}
