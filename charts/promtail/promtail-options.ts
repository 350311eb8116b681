import type { PodOptions } from '../kubernetes/pod-options';
import type { Pipeline } from '../pipeline/model/pipeline';
import type { PromtailConfig } from './config';

/** What can be said of a Promtail, apart from where it stands and where it sends to. */
export interface PromtailOptions extends PodOptions {
  /** Release of Promtail: 2.1 … 3.6. @default - the last one that was published, see `RELEASES` */
  readonly version?: string;
  /** What is read, what happens to it, and where else it goes. @default - the logs of all pods of the node */
  readonly pipeline?: Pipeline;
  /** Anything of Promtail's configuration file, merged over ours; `null` takes a setting of ours away. @default - nothing */
  readonly config?: PromtailConfig;
}
