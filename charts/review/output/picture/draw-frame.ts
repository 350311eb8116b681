import { element, type Markup } from '../html/markup';
import { cut } from '../wording';
import { chipText } from './chip-rows';
import type { Layout, PlacedChip, PlacedFrame, Rect } from './geometry';
import { badge, type Drawing, ghost, linked, NAME_FONT, rectangle } from './marks';
import { fitting } from './text-width';

/** A namespace as it is on a side. */
export function drawFrame(frame: PlacedFrame, layout: Layout, { side, words, linkOf }: Drawing): Markup {
  const isInside = ({ x, y }: Rect): boolean => x >= frame.x && y >= frame.y && y < frame.y + frame.height;
  const isUsed =
    layout.nodes.some((node) => isInside(node) && node.node[side] !== undefined) ||
    layout.chips[side].some(isInside) ||
    frame.namespace?.[side] !== undefined;
  if (!isUsed) return ghost(rectangle('area', frame, 14));
  const { namespace, label, isOutside } = frame;
  const status = namespace?.status ?? 'unchanged';
  return linked(
    linkOf(namespace?.object),
    element(
      'g',
      { class: `frame is-${status}${isOutside ? ' outside-frame' : ''}` },
      element('title', {}, label),
      rectangle('area', frame, 14),
      element(
        'text',
        { class: 'label', x: frame.x + frame.indent, y: frame.y + 23 },
        fitting(label, frame.width - 150, NAME_FONT),
      ),
      ...(namespace === undefined || status === 'unchanged'
        ? []
        : [badge(namespace, { ...frame, width: frame.width - 8 }, words)]),
    ),
  );
}

const MOST_NAMES = 20;

/** How many things are counted and not drawn. */
export function drawChip({ chip, ...rect }: PlacedChip, { words, linkOf }: Drawing): Markup {
  const names = chip.nodes.slice(0, MOST_NAMES).map(({ kind, name }) => cut(`${kind} ${name}`, 80));
  const more = chip.nodes.length - names.length;
  const [only, ...others] = chip.nodes;
  return linked(
    others.length === 0 ? linkOf(only?.object) : undefined,
    element(
      'g',
      { class: `chip is-${chip.status} ${chip.severity}` },
      element('title', {}, `${words.status(chip.status)}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`),
      rectangle('box', rect, rect.height / 2),
      element(
        'text',
        { x: rect.x + rect.width / 2, y: rect.y + 13.8, 'text-anchor': 'middle' },
        chipText(chip, rect.width, words.title),
      ),
    ),
  );
}
