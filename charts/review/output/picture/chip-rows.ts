import { SIGNS } from '../signs';
import { TITLES } from '../wording';
import type { Words } from '../words';
import type { Chip } from './chips';
import { isOn, type Layout, type PlacedChip, type Rect } from './geometry';
import { fitting, widthOf } from './text-width';

export const CHIP_FONT = { size: 10.5 };
export const CHIP_HEIGHT = 20;
const BETWEEN = 6;
const PADDING = 8;

/** Other words are shorter. */
const longest: Words['title'] = (severity) => TITLES[severity];

/** `~ ClusterRole ×2, rights widened`. */
export function chipText(
  { kind, status, severity, nodes }: Chip,
  width: number,
  title: Words['title'] = longest,
): string {
  const sign = status === 'unchanged' ? '' : `${SIGNS[status]} `;
  const count = nodes.length === 1 ? '' : ` ×${nodes.length}`;
  const what = severity === 'none' ? '' : `, ${title(severity)}`;
  const room = width - 2 * PADDING - widthOf(`${sign}${count}${what}`, CHIP_FONT);
  return `${sign}${fitting(kind, room, CHIP_FONT)}${count}${what}`;
}

/** The chips of each side. */
export const chipsOnSides = (chips: readonly Chip[], place: Omit<Rect, 'height'>): Layout['chips'] => ({
  before: chipRows(
    chips.filter(({ status }) => isOn(status, 'before')),
    place,
  ),
  after: chipRows(
    chips.filter(({ status }) => isOn(status, 'after')),
    place,
  ),
});

/** Chips in as many rows as they take, from the left. */
function chipRows(chips: readonly Chip[], { x, y, width }: Omit<Rect, 'height'>): PlacedChip[] {
  let [left, top] = [x, y];
  return chips.map((chip) => {
    const wide = Math.min(width, Math.ceil(widthOf(chipText(chip, width), CHIP_FONT)) + 2 * PADDING);
    if (left > x && left + wide > x + width) {
      left = x;
      top += CHIP_HEIGHT + BETWEEN;
    }
    const placed = { chip, x: left, y: top, width: wide, height: CHIP_HEIGHT };
    left += wide + BETWEEN;
    return placed;
  });
}
