import type { PictureNode } from '../../picture/stack-picture';
import type { Arrangement } from './arrange';
import type { Band } from './bands';
import { placeFrames } from './frames';
import { heightOf, type Layout, type PlacedNode, stacked, stackHeight } from './geometry';
import { BETWEEN_BANDS, LINE, MARGIN, TRACK } from './grid';
import { type Tracks, tracksOf } from './tracks';
import { type Columns, type PlacedBand, routeWide } from './wide-routes';

const PADDING = 14;
/** The columns: what sends to a workload, the workload, what it reads. */
const WIDTHS = [156, 184, 202] as const;
const GUTTER = 36;

/**
 * A picture of three columns, for screens: Services, workloads and what they read stand beside one another, one band below the other; logs go
 * along the left edge, what leaves the cluster along the right one.
 */
export function wideLayout(arrangement: Arrangement): Layout {
  const tracks = tracksOf(arrangement);
  const columns = columnsOf(tracks);
  const nodes: PlacedNode[] = [];
  const bands: PlacedBand[] = [];
  const placed = placeFrames(arrangement, {
    width: columns.width,
    inner: { x: columns.entries, width: columns.leaves + WIDTHS[2] - columns.entries },
    padding: PADDING,
    fill: (frame, top) => {
      let y = top;
      for (const [index, band] of frame.bands.entries()) {
        const above = y;
        y += tracks.above(band) * LINE + (index === 0 ? 6 : BETWEEN_BANDS);
        const height = bandHeight(band);
        nodes.push(...placedIn(band, columns, y, height));
        y += height;
        bands.push({ band, above, below: y });
        y += tracks.below(band) * LINE;
      }
      return y;
    },
    fillOutside: (outside, top) => stacked(outside, { x: columns.leaves, y: top + PADDING, width: WIDTHS[2] }),
  });
  nodes.push(...placed.outside);
  const edges = routeWide(arrangement.edges, { nodes, bands, columns, tracks });
  const { height, frames, chips } = placed;
  return { width: columns.width, height, frames, nodes, chips, edges };
}

function columnsOf({ left, right, entryBuses, leafBuses }: Tracks): Columns {
  const side = (count: number): number => (count === 0 ? 0 : 12 + (count - 1) * TRACK + 6);
  const entries = MARGIN + PADDING + side(left);
  const workloads = entries + WIDTHS[0] + GUTTER + entryBuses * TRACK;
  const leaves = workloads + WIDTHS[1] + GUTTER + leafBuses * TRACK;
  const width = leaves + WIDTHS[2] + side(right) + PADDING + MARGIN;
  return { entries, workloads, leaves, left: MARGIN + PADDING, right: width - MARGIN - PADDING, width };
}

const bandHeight = ({ entries, workload, leaves }: Band): number =>
  Math.max(stackHeight(entries), workload === undefined ? 0 : heightOf(workload), stackHeight(leaves));

/** The members of a band, each column in the middle of its height. */
function placedIn({ entries, workload, leaves }: Band, columns: Columns, top: number, height: number): PlacedNode[] {
  const column = (members: readonly PictureNode[], x: number, width: number): PlacedNode[] =>
    stacked(members, { x, y: top + (height - stackHeight(members)) / 2, width });
  return [
    ...column(entries, columns.entries, WIDTHS[0]),
    ...column(workload === undefined ? [] : [workload], columns.workloads, WIDTHS[1]),
    ...column(leaves, columns.leaves, WIDTHS[2]),
  ];
}
