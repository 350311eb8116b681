import type { StackPicture } from '../../picture/stack-picture';
import { type Arrangement, arrange } from './arrange';
import { membersOf } from './bands';
import type { Layout } from './geometry';
import { narrowLayout } from './narrow-layout';
import { wideLayout } from './wide-layout';

/** Both sides, for wide and for narrow screens. */
export interface Layouts {
  readonly wide: Sides;
  readonly narrow: Sides;
}

interface Sides {
  readonly before: Layout;
  readonly after: Layout;
}

/** Less than that of a picture on one side, and it is mostly empty. */
const LEAST_SHARE = 0.5;

/**
 * Where everything stands on both sides. Beside one another it is in the same places, so that the sides compare at a glance, unless they have little
 * in common; one below the other each side has its own.
 */
export function layoutsOf(picture: StackPicture): Layouts {
  const common = arrange(picture);
  const [before, after] = [arrange(sideOf(picture, 'before')), arrange(sideOf(picture, 'after'))];
  const isApart = SIDES.some((side) => shareOf(common, side) < LEAST_SHARE);
  const shared = wideLayout(common);
  return {
    wide: isApart ? { before: wideLayout(before), after: wideLayout(after) } : { before: shared, after: shared },
    narrow: { before: narrowLayout(before), after: narrowLayout(after) },
  };
}

const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];

function shareOf({ frames }: Arrangement, side: Side): number {
  const bands = frames.flatMap((frame) => frame.bands);
  const there = bands.filter((band) => membersOf(band).some((node) => node[side] !== undefined));
  return bands.length === 0 ? 1 : there.length / bands.length;
}

const sideOf = ({ nodes, edges }: StackPicture, side: Side): StackPicture => ({
  nodes: nodes.filter((node) => node[side] !== undefined),
  edges: edges.filter((edge) => edge[side]),
});
