import type { Destination } from './destinations';
import type { Source } from './sources';
import type { Stage } from './stages';

/**
 * From where logs are read, what happens to them, and where they go: written once, for Promtail and for Alloy.
 */
export interface Pipeline {
  /** @default [{ type: 'pods' }] */
  readonly sources?: readonly Source[];
  /** What happens to every line, after the stages of its source. @default - nothing */
  readonly stages?: readonly Stage[];
  /** Further places that every line goes to. @default - none beside the stack's own Loki */
  readonly destinations?: readonly Destination[];
  /** Collector's own write-ahead log, so that lines survive its restart while Loki is away. Alloy only. @default false */
  readonly wal?: boolean;
}
