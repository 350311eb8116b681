import type { PodOptions } from '../kubernetes/pod-options';
import type { LogFormat, PromtailConfig } from './config';
import type { LabelScheme } from './label-schemes';

/** What can be said of a Promtail, apart from where it stands and where it sends to. */
export interface PromtailOptions extends PodOptions {
  /** Release of Promtail: 2.1 … 3.6. @default - the last one that was published, see `RELEASES` */
  readonly version?: string;
  /** How the nodes' container runtime writes log lines. @default 'cri' */
  readonly logFormat?: LogFormat;
  /**
   * Which labels a pod's streams get: `'kubernetes-pods'` as in the newest Promtail chart, `'loki-stack'` as in 2021.
   * A change starts new streams.
   * @default 'kubernetes-pods'
   */
  readonly labelScheme?: LabelScheme;
  /** Anything of Promtail's configuration file, merged over ours; `null` takes a setting of ours away. @default - nothing */
  readonly config?: PromtailConfig;
}
