import type { ApiObject } from 'cdk8s';
import type { Manifest } from './manifest';
import type { Problem } from './problem';

const COMPARISON = 'cdk8s-plg:comparison';

/** What an object is refused or warned for because of what it was before. */
export interface Compared {
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

/** How an object is compared with what an earlier synth wrote of it. */
export interface Comparison {
  /**
   * Props of the component that the object follows from. With one of them refused there is no comparison: what it found would only be
   * another word for that.
   */
  readonly restsOn: readonly string[];
  /** Names of objects of the same kind and namespace whose place it takes, where it has no earlier form of its own. @default - none */
  readonly formerly?: readonly string[];
  /** Both forms are whole objects, patches included. `earlier` may have been changed by hand: trust nothing in it. */
  readonly compare: (earlier: Manifest, now: Manifest) => Compared;
}

/**
 * Lets an object be compared with its earlier form, for changes that an API server would take and a running program would not
 * survive. `ManifestApp.synth()` does so where the two differ; nobody else knows the earlier form.
 */
export const compareWithEarlier = (object: ApiObject, comparison: Comparison): void =>
  object.node.addMetadata(COMPARISON, comparison);

/** The comparisons that an object asks for. */
export const comparisonsOf = (object: ApiObject): readonly Comparison[] =>
  object.node.metadata.filter(({ type }) => type === COMPARISON).map(({ data }) => data as Comparison);
