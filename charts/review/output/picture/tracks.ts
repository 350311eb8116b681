import type { PictureEdge } from '../../picture/stack-picture';
import type { Arrangement, Band } from './arrange';

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
  const order = new Map<string, { band: Band | undefined; index: number }>();
  const bands = frames.flatMap((frame) => frame.bands);
  bands.forEach((band, index) => {
    for (const { id } of [...band.entries, ...(band.workload === undefined ? [] : [band.workload]), ...band.leaves]) {
      order.set(id, { band, index });
    }
  });
  outside.forEach(({ id }, index) => {
    order.set(id, { band: undefined, index: bands.length + index });
  });
  const lines = { above: new Map<Band, number>(), below: new Map<Band, number>() };
  const exits = new Map<string, number>();
  const targets = { left: new Map<string, number>(), right: new Map<string, number>() };
  const buses = { 'entry-bus': new Map<string, number>(), 'leaf-bus': new Map<string, number>() };
  const readers = new Map<string, string>();
  const named = new Set<string>();
  const trackIn = (known: Map<string, number>, key: string): number => {
    const track = known.get(key) ?? known.size;
    known.set(key, track);
    return track;
  };
  const next = (known: Map<string, number>, key: string): number => {
    const count = known.get(key) ?? 0;
    known.set(key, count + 1);
    return count;
  };
  // One word is enough for what many do, or one does many times.
  const isNamed = ({ from, to, relation, ...on }: PictureEdge): boolean => {
    const sides = (['before', 'after'] as const).filter((side) => on[side]);
    const names = sides.map((side) => [`${side} ${relation} from ${from}`, `${side} ${relation} to ${to}`]);
    const isFirst = names.some((those) => those.every((name) => !named.has(name)));
    for (const name of names.flat()) named.add(name);
    return isFirst;
  };
  const isDrawn = ({ from, to }: PictureEdge): boolean => order.has(from) && order.has(to);
  const drawn = edges.filter(isDrawn);
  for (const { from, to, relation } of drawn) {
    if (relation === 'selects') readers.set(from, `${readers.get(from) ?? ''} ${to}`);
    else if (relation === 'reads' || relation === 'keeps') readers.set(to, `${readers.get(to) ?? ''} ${from}`);
  }
  const places = new Map<PictureEdge, TrackPlace>();
  // Long ways outside, short ones inside: then they cross least.
  const span = (edge: PictureEdge): number =>
    Math.abs((order.get(edge.from)?.index ?? 0) - (order.get(edge.to)?.index ?? 0));
  for (const edge of [...drawn].sort((a, b) => span(b) - span(a))) {
    const [from, to] = [order.get(edge.from), order.get(edge.to)];
    if (from === undefined || to === undefined || from.band === undefined) continue;
    if (FLOWS.has(edge.relation)) {
      // What a workload says to itself is nobody's business.
      if (from.band === to.band) continue;
      const way = to.band === undefined ? 'right' : 'left';
      const isUp = to.index < from.index;
      const gap = lines[isUp ? 'above' : 'below'];
      const line = gap.get(from.band) ?? 0;
      gap.set(from.band, line + 1);
      places.set(edge, {
        way,
        track: trackIn(targets[way], edge.to),
        isUp,
        line,
        nth: next(exits, `${edge.from} ${way} ${isUp}`),
        isNamed: isNamed(edge),
      });
    } else if (edge.relation === 'routes') {
      places.set(edge, { way: 'edge', track: trackIn(targets.left, edge.to) });
    } else if (from.band === to.band) {
      places.set(edge, { way: 'within' });
    } else {
      const way = edge.relation === 'selects' ? 'entry-bus' : 'leaf-bus';
      const shared = edge.relation === 'selects' ? edge.from : edge.to;
      places.set(edge, { way, track: trackIn(buses[way], readers.get(shared) ?? shared) });
    }
  }
  return {
    left: targets.left.size,
    right: targets.right.size,
    entryBuses: buses['entry-bus'].size,
    leafBuses: buses['leaf-bus'].size,
    above: (band) => lines.above.get(band) ?? 0,
    below: (band) => lines.below.get(band) ?? 0,
    placeOf: (edge) => places.get(edge),
  };
}
