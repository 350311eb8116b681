import type { Patch } from '../../kubernetes/patch';
import type { JsonObject } from '../json';
import type { ComponentName } from '../read/components';

/** A construct that stands by itself, in a chart of its own. */
export interface Part {
  readonly component: ComponentName;
  readonly namespace: string;
  readonly props: JsonObject;
}

export interface ProgramPatch {
  /** The construct that it is of: the stack, or a part. */
  readonly of: 'stack' | ComponentName;
  /** `StatefulSet/loki` */
  readonly object: string;
  readonly patch: Patch;
}

/** What main.ts says: the same is made in this process and written as text. */
export interface Program {
  readonly stack?: { readonly id: string; readonly props: JsonObject };
  readonly parts: readonly Part[];
  readonly patches: readonly ProgramPatch[];
  /** Objects of the release that no option makes, as they are. */
  readonly kept: readonly JsonObject[];
}

/** Id of the chart that holds them. */
export const KEPT_CHART = 'kept';
