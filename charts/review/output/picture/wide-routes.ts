import type { PictureEdge } from '../../picture/stack-picture';
import type { Band } from './bands';
import { middleOf, type PlacedEdge, type PlacedNode, type Point, rightOf } from './geometry';
import { LINE, TRACK } from './grid';
import type { Tracks } from './tracks';

/** Where the columns begin, and where lines go up and down beside them. */
export interface Columns {
  readonly entries: number;
  readonly workloads: number;
  readonly leaves: number;
  /** The outermost line at the left, and at the right. */
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

export interface PlacedBand {
  readonly band: Band;
  /** Where the lines above it and below it begin. */
  readonly above: number;
  readonly below: number;
}

interface Placed {
  readonly nodes: readonly PlacedNode[];
  readonly bands: readonly PlacedBand[];
  readonly columns: Columns;
  readonly tracks: Tracks;
}

/** From an edge of a workload to the first line, and from one to the next. */
const FIRST_EXIT = 26;
const BETWEEN_EXITS = 20;
/** From what stands at the outer side of a gutter to where lines turn. */
const TURN = 14;

/** Draws each edge along its line. */
export function routeWide(edges: readonly PictureEdge[], { nodes, bands, columns, tracks }: Placed): PlacedEdge[] {
  const placed = new Map(nodes.map((node) => [node.node.id, node]));
  const bandOf = new Map(
    bands.flatMap((band) => (band.band.workload === undefined ? [] : [[band.band.workload.id, band] as const])),
  );
  return edges.flatMap((edge): PlacedEdge[] => {
    const [from, to, place] = [placed.get(edge.from), placed.get(edge.to), tracks.placeOf(edge)];
    if (from === undefined || to === undefined || place === undefined) return [];
    const start = { x: rightOf(from), y: middleOf(from) };
    const end = { x: to.x, y: middleOf(to) };
    switch (place.way) {
      case 'within': {
        const x = to.node.shape === 'workload' ? start.x + TURN : end.x - TURN - 4;
        return [{ edge, points: straightened([start, { x, y: start.y }, { x, y: end.y }, end]) }];
      }
      case 'entry-bus':
      case 'leaf-bus': {
        const x =
          place.way === 'entry-bus' ? end.x - TURN - 4 - place.track * TRACK : start.x + TURN + place.track * TRACK;
        return [{ edge, points: [start, { x, y: start.y }, { x, y: end.y }, end] }];
      }
      case 'edge': {
        const x = columns.left + place.track * TRACK;
        return [{ edge, points: [{ x: from.x, y: start.y }, { x, y: start.y }, { x, y: end.y }, end] }];
      }
      default: {
        const band = bandOf.get(edge.from);
        if (band === undefined) return [];
        const y = (place.isUp ? band.above + LINE - 2 : band.below + LINE + 1) + place.line * LINE;
        const out = Math.min(FIRST_EXIT + place.nth * BETWEEN_EXITS, from.width - FIRST_EXIT);
        const isLeft = place.way === 'left';
        const exit: Point = {
          x: isLeft ? from.x + out : rightOf(from) - out,
          y: place.isUp ? from.y : from.y + from.height,
        };
        const x = isLeft ? columns.left + place.track * TRACK : columns.right - place.track * TRACK;
        const arrival = isLeft ? end : { x: rightOf(to), y: end.y };
        return [
          {
            edge,
            points: [exit, { x: exit.x, y }, { x, y }, { x, y: end.y }, arrival],
            ...(place.isNamed
              ? { label: { x: exit.x + (isLeft ? -10 : 10), y: y - 4.5, anchor: isLeft ? 'end' : 'start' } }
              : {}),
          },
        ];
      }
    }
  });
}

/** Without the corners of a line that is straight. */
const straightened = (points: readonly Point[]): readonly Point[] => {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && Math.abs(first.y - last.y) < 0.5 ? [first, last] : points;
};
