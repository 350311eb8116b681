import type { PodOptions } from '../kubernetes/pod-options';
import type { Pipeline } from '../pipeline/model/pipeline';

/** What can be said of an Alloy, apart from where it stands and where it sends to. */
export interface AlloyOptions extends PodOptions {
  /** Release of Alloy, without the `v` of its tags: 1.0 … 1.19. @default - the newest one, see `RELEASES` */
  readonly version?: string;
  /** What is read, what happens to it, and where else it goes. @default - the logs of all pods of the node */
  readonly pipeline?: Pipeline;
  /**
   * Further components in Alloy's own language, behind ours. `loki.write.default.receiver` is where ours send to; rights that they need
   * of Kubernetes' API they have to be given. Alloy is started with `--stability.level` when one of them needs it.
   * @see https://grafana.com/docs/alloy/latest/reference/components/
   * @default - none
   */
  readonly config?: string;
}
