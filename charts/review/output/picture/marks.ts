import type { PictureNode } from '../../picture/stack-picture';
import type { ObjectReview, Severity } from '../../review';
import { element, type Markup } from '../html/markup';
import { SIGNS } from '../signs';
import type { Words } from '../words';
import type { Rect } from './geometry';
import { widthOf } from './text-width';

export type PictureSide = 'before' | 'after';

/** How a side is drawn. */
export interface Drawing {
  readonly side: PictureSide;
  readonly words: Words;
  /** Where the page tells of an object; undefined where it does not. */
  readonly linkOf: (object: ObjectReview | undefined) => string | undefined;
}

export const NAME_FONT = { size: 12, isBold: true };
const BADGE_FONT = { size: 10, isBold: true };
const BADGE_HEIGHT = 16;

/** The sign of what becomes of something, and what that does: `~ rollout`. */
const badgeText = (status: PictureNode['status'], severity: Severity, words: Words): string =>
  `${SIGNS[status]} ${severity === 'none' ? words.short(status) : words.title(severity)}`;

/** What becomes of something, upon the edge of its box. */
export function badge({ status, severity }: PictureNode, { x, y, width }: Rect, words: Words): Markup {
  const text = badgeText(status, severity, words);
  const wide = Math.ceil(widthOf(text, BADGE_FONT)) + 14;
  const left = x + width - wide - 8;
  return element(
    'g',
    { class: `badge ${severity === 'none' ? status : severity}` },
    rectangle('pill', { x: left, y: y - BADGE_HEIGHT / 2, width: wide, height: BADGE_HEIGHT }, BADGE_HEIGHT / 2),
    element('text', { x: left + wide / 2, y: y + 3.6, 'text-anchor': 'middle' }, text),
  );
}

/** Where something is on the other side alone. */
export const ghost = (outline: Markup): Markup => element('g', { class: 'ghost', 'aria-hidden': 'true' }, outline);

/** What leads to where the page tells of it. */
export const linked = (target: string | undefined, content: Markup): Markup =>
  target === undefined ? content : element('a', { href: target }, content);

export const rectangle = (className: string, { x, y, width, height }: Rect, radius: number): Markup =>
  element('rect', { class: className, x, y, width, height, rx: radius });
