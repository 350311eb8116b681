import type { PictureEdge } from '../../picture/stack-picture';
import { type Arrangement, bandsById } from './arrange';
import type { Band } from './bands';
import { placeFrames } from './frames';
import {
  bottomOf,
  GAP,
  heightOf,
  type Layout,
  middleOf,
  type PlacedEdge,
  type PlacedNode,
  rightOf,
  stacked,
} from './geometry';
import { MARGIN } from './grid';

const WIDTH = 352;
const LEAST_INNER = 230;
const PADDING = 12;
const INDENT = 26;
/** From the left edge of a workload to the line that leads to what belongs to it. */
const TRUNK = 12;
const BETWEEN_BANDS = 24;
const TRACK = 8;
/** More lines than these lie upon one another. */
const MOST_TRACKS = 10;

/** A picture of one column, for phones and for half of a small screen: what belongs to a workload stands below it, and lines between bands go along the right edge. */
export function narrowLayout(arrangement: Arrangement): Layout {
  const bandOf = bandsById(arrangement);
  const between = arrangement.edges.filter(({ from, to }) => bandOf(from) !== bandOf(to));
  const tracks = tracksOf(between.filter(({ from, to }) => [from, to].every((id) => bandOf(id) !== undefined)));
  const count = Math.min(MOST_TRACKS, new Set(tracks.values()).size);
  const side = count === 0 ? 0 : 14 + (count - 1) * TRACK;
  const inner = { x: MARGIN + PADDING, width: Math.max(LEAST_INNER, WIDTH - 2 * (MARGIN + PADDING) - side) };
  const width = inner.width + 2 * (MARGIN + PADDING) + side;
  const nodes: PlacedNode[] = [];
  const placed = placeFrames(arrangement, {
    width,
    inner,
    padding: PADDING,
    fill: (frame, top) => {
      let y = top;
      for (const [index, band] of frame.bands.entries()) {
        y += index === 0 ? 4 : BETWEEN_BANDS;
        const members = placedIn(band, inner, y);
        nodes.push(...members);
        y = Math.max(y, ...members.map(bottomOf));
      }
      return y;
    },
    fillOutside: (outside, top) => stacked(outside, { ...inner, y: top + 36 }),
  });
  nodes.push(...placed.outside);
  const { height, frames, chips } = placed;
  const edges = routed(arrangement.edges, { nodes, bandOf, tracks, right: width - MARGIN - PADDING + 2 });
  return { width, height, frames, nodes, chips, edges };
}

function placedIn({ entries, workload, leaves }: Band, inner: { x: number; width: number }, y: number): PlacedNode[] {
  if (workload === undefined) return stacked(entries, { ...inner, y });
  const below = { x: inner.x + INDENT, width: inner.width - INDENT, y: y + heightOf(workload) + GAP };
  return [...stacked([workload], { ...inner, y }), ...stacked([...entries, ...leaves], below)];
}

/** Lines that lead to, or come from, the same thing are one. */
const sharedEnd = ({ from, to, relation }: PictureEdge): string => (relation === 'selects' ? from : to);

function tracksOf(edges: readonly PictureEdge[]): ReadonlyMap<string, number> {
  const tracks = new Map<string, number>();
  for (const edge of edges) {
    const end = sharedEnd(edge);
    if (!tracks.has(end)) tracks.set(end, tracks.size % MOST_TRACKS);
  }
  return tracks;
}

interface Routing {
  readonly nodes: readonly PlacedNode[];
  readonly bandOf: (id: string) => unknown;
  readonly tracks: ReadonlyMap<string, number>;
  readonly right: number;
}

function routed(edges: readonly PictureEdge[], { nodes, bandOf, tracks, right }: Routing): PlacedEdge[] {
  const placed = new Map(nodes.map((node) => [node.node.id, node]));
  return edges.flatMap((edge): PlacedEdge[] => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    if (bandOf(edge.from) !== bandOf(edge.to)) {
      const x = right - (tracks.get(sharedEnd(edge)) ?? 0) * TRACK;
      const [start, end] = [
        { x: rightOf(from), y: middleOf(from) },
        { x: rightOf(to), y: middleOf(to) },
      ];
      return [{ edge, points: [start, { x, y: start.y }, { x, y: end.y }, end] }];
    }
    const [workload, child] = from.node.shape === 'workload' ? [from, to] : [to, from];
    if (workload.node.shape !== 'workload' || child.node.shape === 'workload' || !BELONGS.has(edge.relation)) return [];
    const x = workload.x + TRUNK;
    const points = [
      { x, y: bottomOf(workload) },
      { x, y: middleOf(child) },
      { x: child.x, y: middleOf(child) },
    ];
    return [{ edge, points: child === to ? points : points.reverse() }];
  });
}

const BELONGS: ReadonlySet<PictureEdge['relation']> = new Set(['selects', 'reads', 'keeps']);
