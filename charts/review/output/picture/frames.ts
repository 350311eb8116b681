import type { PictureNode } from '../../picture/stack-picture';
import type { Arrangement, Frame } from './arrange';
import { chipsOnSides } from './chip-rows';
import { bottomOf, isOtherService, type Layout, type PlacedFrame, type PlacedNode } from './geometry';
import { BETWEEN_FRAMES, FOOT, HEAD, MARGIN, TOP } from './grid';

/** Where frames are, and what is in them. */
export interface FramePlan {
  readonly width: number;
  /** Where what is in a frame begins and ends. */
  readonly inner: { readonly x: number; readonly width: number };
  readonly padding: number;
  /** Places what is drawn in a frame from some height on, and tells where it ends. */
  readonly fill: (frame: Frame, top: number) => number;
  readonly fillOutside: (outside: readonly PictureNode[], top: number) => readonly PlacedNode[];
}

/** Frames one below the other, what is outside of the cluster last. */
export function placeFrames(
  { frames, outside, outsideChips }: Arrangement,
  { width, inner, padding, fill, fillOutside }: FramePlan,
): Pick<Layout, 'height' | 'frames' | 'chips'> & { readonly outside: readonly PlacedNode[] } {
  const placed: PlacedFrame[] = [];
  const chips = { before: [...NO_CHIPS], after: [...NO_CHIPS] };
  let y = TOP;
  const add = (frame: Frame, isOutside: boolean, content: number): void => {
    const isEmpty = content <= y + HEAD && !isOutside;
    const counted = chipsOnSides(frame.chips, { ...inner, y: content + (isEmpty ? -4 : FOOT) });
    chips.before.push(...counted.before);
    chips.after.push(...counted.after);
    const end = Math.max(y + HEAD, content, ...[...counted.before, ...counted.after].map(bottomOf)) + padding;
    const { label, namespace } = frame;
    placed.push({
      label,
      ...(namespace === undefined ? {} : { namespace }),
      isOutside,
      indent: inner.x - MARGIN,
      x: MARGIN,
      y,
      width: width - 2 * MARGIN,
      height: end - y,
    });
    y = end + BETWEEN_FRAMES;
  };
  for (const frame of frames) add(frame, false, fill(frame, y + HEAD));
  const beyond = outside.length === 0 ? [] : fillOutside(outside, y);
  if (beyond.length > 0) {
    const frame = { label: labelOf(outside), bands: [], chips: outsideChips };
    add(frame, true, Math.max(...beyond.map(bottomOf)));
  }
  return { height: y - BETWEEN_FRAMES + MARGIN, frames: placed, chips, outside: beyond };
}

const NO_CHIPS: readonly Layout['chips']['before'][number][] = [];

/** Services that the manifests only speak of are in the cluster too. */
const labelOf = (outside: readonly PictureNode[]): string =>
  outside.some(isOtherService) ? 'outside of these manifests' : 'outside of the cluster';
