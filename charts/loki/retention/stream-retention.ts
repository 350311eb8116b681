import type { ConfigMapping } from '../../kubernetes/merge';
import { listOf, objectOf, scalar, text } from '../../kubernetes/shape';
import type { Retention } from '../loki-options';

/** How long the logs of some streams are kept, in place of the retention of all. */
export interface StreamRetention {
  /** The streams, as LogQL selects them: `'{namespace="dev"}'`. */
  readonly selector: string;
  /** Whole days from `'1d'` (`'24h'`); `'100y'` for those that are kept while the rest is deleted. */
  readonly period: Retention;
  /** Of several that fit a stream the highest counts; of equal ones the shortest period. @default 0 */
  readonly priority?: number;
}

/** The form of such a list; what it says is checked in retention-check.ts. */
export const STREAM_RETENTIONS = listOf(
  objectOf<StreamRetention>({ selector: text, period: scalar, priority: scalar }, ['selector', 'period']),
);

/** In the words of Loki's `limits_config.retention_stream`. */
export const streamRetentionConfig = ({ selector, period, priority }: StreamRetention): ConfigMapping => ({
  selector,
  period,
  ...(priority === undefined ? {} : { priority }),
});
