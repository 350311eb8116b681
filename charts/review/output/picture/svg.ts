import type { PictureEdge } from '../../picture/stack-picture';
import { element, lines, type Markup } from '../html/markup';
import { drawChip, drawFrame } from './draw-frame';
import { drawThing } from './draw-thing';
import type { Layout, PlacedEdge } from './geometry';
import type { Drawing, PictureSide } from './marks';
import { arrowPath, linePath } from './paths';

/** A side as an element of a page. */
export interface SideDrawing extends Drawing {
  /** For which screens. */
  readonly form: 'wide' | 'narrow';
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** One side of a picture as an element of HTML. */
export function drawSide(layout: Layout, { form, id, title, description, ...drawing }: SideDrawing): Markup {
  const [titleId, descriptionId] = [`${id}-title`, `${id}-text`];
  return element(
    'svg',
    {
      class: `stack ${form}`,
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(layout.width)} ${Math.ceil(layout.height)}`,
      role: 'group',
      'aria-labelledby': `${titleId} ${descriptionId}`,
    },
    lines(
      '',
      element('title', { id: titleId }, title),
      element('desc', { id: descriptionId }, description),
      ...drawn(layout, drawing),
      '',
    ),
  );
}

/** Everything of a side, what lies below first. */
export function drawn(layout: Layout, drawing: Drawing): Markup[] {
  const { side } = drawing;
  return [
    ...layout.frames.map((frame) => drawFrame(frame, layout, drawing)),
    ...layout.edges.filter(({ edge }) => edge[side]).map((edge) => drawEdge(edge, side)),
    ...layout.edges.filter(({ edge }) => edge[side]).flatMap((edge) => labelOf(edge)),
    ...layout.nodes.map((node) => drawThing(node, drawing)),
    ...layout.chips[side].map((chip) => drawChip(chip, drawing)),
  ];
}

const WORDS: Partial<Readonly<Record<PictureEdge['relation'], string>>> = {
  push: 'push logs',
  query: 'query',
  store: 'store',
  call: 'call',
};

const changeOf = ({ before, after }: PictureEdge, side: PictureSide): string =>
  before && after ? '' : side === 'after' ? ' is-created' : ' is-removed';

function drawEdge({ edge, points }: PlacedEdge, side: PictureSide): Markup {
  const kind = WORDS[edge.relation] === undefined ? 'link' : 'flow';
  return element(
    'g',
    { class: `${kind}${changeOf(edge, side)}` },
    element('path', { class: 'line', d: linePath(points) }),
    element('path', { class: 'arrow', d: arrowPath(points) }),
  );
}

function labelOf({ edge, label }: PlacedEdge): Markup[] {
  const word = WORDS[edge.relation];
  if (label === undefined || word === undefined) return [];
  return [element('text', { class: 'word', x: label.x, y: label.y, 'text-anchor': label.anchor }, word)];
}
