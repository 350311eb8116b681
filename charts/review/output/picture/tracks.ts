import type { PictureEdge } from '../../picture/stack-picture';
import type { Arrangement } from './arrange';
import { type Band, membersOf } from './bands';

/** Along which line each edge goes that leaves its band. */
export interface Tracks {
  /** How many lines go up and down at the left and at the right edge. */
  readonly left: number;
  readonly right: number;
  /** How many go up and down beside workloads, to what several bands share. */
  readonly entryBuses: number;
  readonly leafBuses: number;
  /** How many lines leave a band above and below it. */
  above(band: Band): number;
  below(band: Band): number;
  placeOf(edge: PictureEdge): TrackPlace | undefined;
}

/** Which way an edge goes. */
export type TrackPlace =
  | { readonly way: 'within' }
  /** Through the gap above or below the band, in which it is the nth, and the nth to that edge of the picture. */
  | {
      readonly way: 'left' | 'right';
      readonly track: number;
      readonly isUp: boolean;
      readonly line: number;
      readonly nth: number;
      readonly isNamed: boolean;
    }
  | { readonly way: 'entry-bus' | 'leaf-bus' | 'edge'; readonly track: number };

const FLOWS: ReadonlySet<PictureEdge['relation']> = new Set(['push', 'query', 'store', 'call']);

/** Decides which way each edge goes, and keeps a line for it. */
export function tracksOf({ frames, outside, edges }: Arrangement): Tracks {
  const bands = frames.flatMap((frame) => frame.bands);
  const places = new Map<string, { readonly band?: Band; readonly index: number }>([
    ...bands.flatMap((band, index) => membersOf(band).map(({ id }) => [id, { band, index }] as const)),
    ...outside.map(({ id }, index) => [id, { index: bands.length + index }] as const),
  ]);
  const drawn = edges.filter(({ from, to }) => places.has(from) && places.has(to));
  const users = usersOf(drawn);
  const isNamed = nameTest();
  const [above, below, exits] = [new Counter<Band>(), new Counter<Band>(), new Counter<string>()];
  const [left, right, entryBuses, leafBuses] = [new Order(), new Order(), new Order(), new Order()];
  const ways = new Map<PictureEdge, TrackPlace>();
  // Long ways outside, short ones inside: then they cross least.
  const span = ({ from, to }: PictureEdge): number =>
    Math.abs((places.get(from)?.index ?? 0) - (places.get(to)?.index ?? 0));
  for (const edge of [...drawn].sort((a, b) => span(b) - span(a))) {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (from?.band === undefined || to === undefined) continue;
    if (FLOWS.has(edge.relation)) {
      // What a workload says to itself is nobody's business.
      if (from.band === to.band) continue;
      const isOut = to.band === undefined;
      const isUp = to.index < from.index;
      ways.set(edge, {
        way: isOut ? 'right' : 'left',
        track: (isOut ? right : left).placeOf(edge.to),
        isUp,
        line: (isUp ? above : below).next(from.band),
        nth: exits.next(`${edge.from} ${isOut} ${isUp}`),
        isNamed: isNamed(edge),
      });
    } else if (edge.relation === 'routes') {
      ways.set(edge, { way: 'edge', track: left.placeOf(edge.to) });
    } else if (from.band === to.band) {
      ways.set(edge, { way: 'within' });
    } else if (edge.relation === 'selects') {
      ways.set(edge, { way: 'entry-bus', track: entryBuses.placeOf(users(edge.from)) });
    } else {
      ways.set(edge, { way: 'leaf-bus', track: leafBuses.placeOf(users(edge.to)) });
    }
  }
  return {
    left: left.size,
    right: right.size,
    entryBuses: entryBuses.size,
    leafBuses: leafBuses.size,
    above: (band) => above.of(band),
    below: (band) => below.of(band),
    placeOf: (edge) => ways.get(edge),
  };
}

/** Who uses a thing, as a key: what the same workloads use has one line. */
function usersOf(edges: readonly PictureEdge[]): (id: string) => string {
  const users = new Map<string, string>();
  for (const { from, to, relation } of edges) {
    const [used, user] = relation === 'selects' ? [from, to] : [to, from];
    users.set(used, `${users.get(used) ?? ''} ${user}`);
  }
  return (id) => users.get(id) ?? id;
}

/** Tells which flows have a word: one is enough for what many do, or one does many times. */
function nameTest(): (edge: PictureEdge) => boolean {
  const named = new Set<string>();
  return ({ from, to, relation, ...on }) => {
    const sides = (['before', 'after'] as const).filter((side) => on[side]);
    const names = sides.map((side) => [`${side} ${relation} from ${from}`, `${side} ${relation} to ${to}`]);
    const isFirst = names.some((those) => those.every((name) => !named.has(name)));
    for (const name of names.flat()) named.add(name);
    return isFirst;
  };
}

class Counter<Key> {
  private readonly counts = new Map<Key, number>();

  /** How often it was asked for a key before. */
  next(key: Key): number {
    const count = this.of(key);
    this.counts.set(key, count + 1);
    return count;
  }

  of(key: Key): number {
    return this.counts.get(key) ?? 0;
  }
}

class Order {
  private readonly places = new Map<string, number>();

  get size(): number {
    return this.places.size;
  }

  /** The place of a key in the order in which keys came. */
  placeOf(key: string): number {
    const place = this.places.get(key) ?? this.places.size;
    this.places.set(key, place);
    return place;
  }
}
