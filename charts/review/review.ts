/** What a change does, the worst first. */
export const SEVERITIES = [
  'data-loss',
  'recreate',
  'rights',
  'exposure',
  'rollout',
  'collection',
  'cost',
  'image',
  'none',
] as const;

/**
 * What a change does to a running cluster:
 *
 * - `data-loss`: something that was stored is deleted, or not found any more
 * - `recreate`: the API server refuses it until the object is deleted and made again
 * - `rights`: somebody may do more than before
 * - `exposure`: something can be reached, or read without signing in, that could not before
 * - `rollout`: pods restart, end, or have to be restarted
 * - `collection`: which logs are collected, with which labels, for which tenant
 * - `cost`: what is requested of the cluster
 * - `image`: another release runs
 * - `none`: nothing of these
 */
export type Severity = (typeof SEVERITIES)[number];

/** What a change does, and what to do about it. */
export interface Consequence {
  readonly severity: Severity;
  /** A clause that the object is the subject of: `rolls 1 pod: it is away until its successor is ready`. */
  readonly message: string;
  /** The changes that it comes of, by their paths; none for that of an object which is there, or gone, as a whole. */
  readonly paths: readonly string[];
  /** Commands that the change needs, or that undo what it leaves behind, in their order. */
  readonly commands?: readonly string[];
  /** The object that it falls upon, when that is another one: `StatefulSet/loki`. */
  readonly on?: string;
}

/** A place where two objects differ by meaning. Values that are, or hold, credentials read `(hidden)`. */
export interface Change {
  /** `spec.template.spec.containers[loki].image`, `data["loki.yaml"].limits_config.retention_period`. */
  readonly path: string;
  /** What stood there; left out where nothing did. */
  readonly old?: unknown;
  /** What stands there; left out where nothing does. */
  readonly new?: unknown;
  /** Of a text that is compared by lines: the line of the new text at which it stands, from 1. */
  readonly line?: number;
  /** What it does, the worst first; `none` alone when it does nothing. */
  readonly severities: readonly Severity[];
}

/** How an object names itself. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** What becomes of an object. */
export interface ObjectReview extends ObjectName {
  /** The folder of its file within the output, where there are several, each for an environment. */
  readonly folder?: string;
  readonly status: 'created' | 'changed' | 'removed' | 'unchanged';
  /** The worst of its consequences. */
  readonly severity: Severity;
  /** The worst first. */
  readonly consequences: readonly Consequence[];
  readonly changes: readonly Change[];
}

/** What all objects together ask for, as quantities. Claims are those of StatefulSets, for each of their replicas, and those that stand alone. */
export interface Requests {
  /** Pods of Deployments, StatefulSets and the like; those on every node are not among them. */
  readonly pods: number;
  readonly cpu: string;
  readonly memory: string;
  readonly storage: string;
  /** What DaemonSets ask for on each node. */
  readonly perNode: { readonly cpu: string; readonly memory: string };
}

/** What a change of manifests does to a running cluster. Plain data, in the same order for the same manifests. */
export interface Review {
  /**
   * The two that are compared, where these are environments of one version and not versions of one: `old` and `removed` are the first one's,
   * `new` and `created` the second's.
   */
  readonly environments?: readonly [first: string, second: string];
  /** The worst of all. */
  readonly severity: Severity;
  readonly counts: Readonly<Record<ObjectReview['status'], number>>;
  readonly requests: { readonly before: Requests; readonly after: Requests };
  /** Every object, the worst first. */
  readonly objects: readonly ObjectReview[];
}

const RANKS: ReadonlyMap<Severity, number> = new Map(SEVERITIES.map((severity, rank) => [severity, rank]));

/** How far from the worst a severity is. */
export const rankOf = (severity: Severity): number => RANKS.get(severity) ?? SEVERITIES.length;

/** The worst of some severities; `none` of none. */
export const worstOf = (severities: readonly Severity[]): Severity =>
  severities.reduce<Severity>((worst, severity) => (rankOf(severity) < rankOf(worst) ? severity : worst), 'none');
