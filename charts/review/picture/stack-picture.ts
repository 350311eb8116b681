import type { Manifest } from '../../kubernetes/manifest';
import { nameOf } from '../kinds';
import { type Pair, pairObjects } from '../pair-objects';
import { isEqual } from '../plain';
import type { ObjectReview, Review, Severity } from '../review';
import { type SideEdge, type SideNode, sidePicture } from './side-picture';

/** What a picture draws something as. */
export type PictureShape =
  | 'workload'
  | 'service'
  | 'route'
  | 'host'
  | 'config'
  | 'secret'
  | 'claim'
  | 'outside'
  | 'namespace'
  | 'other';

/** Whose program a workload runs, as far as its image tells. */
export type PictureProgram = 'collector' | 'loki' | 'grafana' | 'other';

/** What is told of something on one side. */
export interface PictureFacts {
  /** Each a few words: `2 replicas`, `loki 3.7.6`. Never a value of a Secret, nor what looks like a credential. */
  readonly facts: readonly string[];
  readonly program?: PictureProgram;
}

/** An object, or something that objects speak of: a claim of a StatefulSet, folders of a node, a bucket. */
export interface PictureNode {
  /** Unique within the picture. */
  readonly id: string;
  readonly shape: PictureShape;
  /** `StatefulSet`, `claims`, `S3 bucket`. */
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** The object as the review has it; left out of what is no object of the manifests. */
  readonly object?: ObjectReview;
  readonly status: ObjectReview['status'];
  readonly severity: Severity;
  /** Left out where it is not there. */
  readonly before?: PictureFacts;
  readonly after?: PictureFacts;
}

/**
 * How one thing has to do with another:
 *
 * - `selects`: a Service sends to the pods of a workload
 * - `routes`: an Ingress or HTTPRoute sends to a Service
 * - `reads`: pods mount a ConfigMap, a Secret or folders of their node, or take variables from them
 * - `keeps`: pods write to a claim
 * - `push`: logs are sent; `query`: Grafana asks; `store`: Loki keeps chunks or an index; `call`: some other URL
 */
export type PictureRelation = 'selects' | 'routes' | 'reads' | 'keeps' | 'push' | 'query' | 'store' | 'call';

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: PictureRelation;
  readonly before: boolean;
  readonly after: boolean;
}

/** A stack before and after a change, as it is drawn. Plain data, in the same order for the same manifests. */
export interface StackPicture {
  /** The folder of the manifests, where there are several, each for an environment. */
  readonly folder?: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/**
 * What a review says, as a picture of both sides: the objects, what they speak of, and how they have to do with one another, as far as
 * selectors, mounts and configurations tell. Of a Secret it holds the name and the names of its entries alone; of Loki's configuration, which
 * is kept in one, which buckets and tables it names as well.
 * @param review of the same manifests; an object that it says nothing of is not in the picture
 * @param folder whose objects these are, of a review of several folders
 */
export function stackPicture(
  review: Review,
  before: readonly Manifest[],
  after: readonly Manifest[],
  folder?: string,
): StackPicture {
  const reviews = new Map(
    review.objects.filter((object) => object.folder === folder).map((object) => [keyOf(object), object]),
  );
  const reviewOf = (pair: Pair): ObjectReview | undefined =>
    reviews.get(keyOf(nameOf((pair.after ?? pair.before) as Manifest)));
  const pairs = pairObjects(before, after).filter((pair) => reviewOf(pair) !== undefined);
  const [old, now] = [sideOf(pairs, 'before'), sideOf(pairs, 'after')];
  const objects = new Map(pairs.map((pair, index) => [objectId(index), reviewOf(pair)]));
  const ids = [...new Set([...now.nodes.keys(), ...old.nodes.keys()])];
  const nodes = ids.map((id) => joined(id, old.nodes.get(id), now.nodes.get(id), objects.get(id)));
  return { ...(folder === undefined ? {} : { folder }), nodes, edges: joinedEdges(old.edges, now.edges) };
}

const keyOf = ({ apiVersion, kind, namespace = '', name }: ReturnType<typeof nameOf>): string =>
  JSON.stringify([apiVersion, kind, namespace, name]);

const objectId = (index: number): string => `object-${index}`;

function sideOf(pairs: readonly Pair[], side: 'before' | 'after') {
  const objects = pairs.flatMap((pair, index): [string, Manifest][] => {
    const manifest = pair[side];
    return manifest === undefined ? [] : [[objectId(index), manifest]];
  });
  return sidePicture(new Map(objects));
}

function joined(
  id: string,
  before: SideNode | undefined,
  after: SideNode | undefined,
  object: ObjectReview | undefined,
): PictureNode {
  const { shape, kind, name, namespace } = (after ?? before) as SideNode;
  return {
    id,
    shape,
    kind,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(object === undefined ? {} : { object }),
    status: object?.status ?? statusOf(before, after),
    severity: object?.severity ?? 'none',
    ...(before === undefined ? {} : { before: factsOf(before) }),
    ...(after === undefined ? {} : { after: factsOf(after) }),
  };
}

const factsOf = ({ facts, program }: SideNode): PictureFacts => ({
  facts,
  ...(program === undefined ? {} : { program }),
});

function statusOf(before: SideNode | undefined, after: SideNode | undefined): ObjectReview['status'] {
  if (before === undefined) return 'created';
  if (after === undefined) return 'removed';
  return isEqual(before.facts, after.facts) ? 'unchanged' : 'changed';
}

function joinedEdges(old: ReadonlyMap<string, SideEdge>, now: ReadonlyMap<string, SideEdge>): PictureEdge[] {
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.map((key) => ({
    ...((now.get(key) ?? old.get(key)) as SideEdge),
    before: old.has(key),
    after: now.has(key),
  }));
}
