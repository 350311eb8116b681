import type { PictureFacts, PictureNode } from '../../picture/stack-picture';
import type { ObjectReview, Severity } from '../../review';
import { element, type Markup } from '../html/markup';
import { SIGNS } from '../signs';
import { cut, printable, TITLES } from '../wording';
import { chipText } from './chip-rows';
import type { Layout, PlacedChip, PlacedFrame, PlacedNode, Rect } from './geometry';
import { cloudPath, cylinderPath, cylinderRim, sheetCorner, sheetPath } from './paths';
import { fitting, fittingName, widthOf } from './text-width';

type Side = 'before' | 'after';

/** Where the page tells of an object; undefined where it does not. */
export type Links = (object: ObjectReview | undefined) => string | undefined;

const NAME = { size: 12, isBold: true };
const LARGE = { size: 13.5, isBold: true };
const SMALL = { size: 10.5 };
const BADGE = { size: 10, isBold: true };
const WORDS = { created: 'new', changed: 'changed', removed: 'gone', unchanged: '' } as const;

/** The sign of what becomes of something, and what that does: `~ rollout`. */
const badgeText = (status: PictureNode['status'], severity: Severity): string =>
  `${SIGNS[status]} ${severity === 'none' ? WORDS[status] : TITLES[severity]}`;

const described = ({ kind, name, namespace, status, severity }: PictureNode, { facts }: PictureFacts): string => {
  const place = namespace === undefined ? '' : `, namespace ${namespace}`;
  const what = severity === 'none' ? '' : `, ${TITLES[severity]}`;
  return `${kind} ${name}${place}: ${[...facts, `${status}${what}`].map(printable).join('; ')}`;
};

/** A thing as it is on a side; nothing where it is not there. */
export function drawNode({ node, ...rect }: PlacedNode, side: Side, linkOf: Links): Markup[] {
  const facts = node[side];
  if (facts === undefined) return [];
  const other = node[side === 'before' ? 'after' : 'before'];
  const classes = ['thing', node.shape, `is-${node.status}`, ...(facts.program === undefined ? [] : [facts.program])];
  if (node.object === undefined && node.status === 'unchanged' && isForeign(facts)) classes.push('is-foreign');
  return [
    linked(
      linkOf(node.object),
      element(
        'g',
        { class: classes.join(' ') },
        element('title', {}, described(node, facts)),
        ...outline(node, rect),
        ...texts(node, rect, facts, other),
        ...(node.status === 'unchanged' ? [] : [badge(node, rect)]),
      ),
    ),
  ];
}

const isForeign = ({ facts }: PictureFacts): boolean => facts.includes('made elsewhere');

const linked = (target: string | undefined, content: Markup): Markup =>
  target === undefined ? content : element('a', { href: target }, content);

const rectangle = (className: string, { x, y, width, height }: Rect, radius: number): Markup =>
  element('rect', { class: className, x, y, width, height, rx: radius });

function outline({ shape }: PictureNode, rect: Rect): Markup[] {
  switch (shape) {
    case 'workload':
      return [
        rectangle('box', rect, 9),
        rectangle('bar', { x: rect.x + 7, y: rect.y + 10, width: 4, height: rect.height - 20 }, 2),
      ];
    case 'config':
    case 'secret':
      return [
        element('path', { class: 'box', d: sheetPath(rect) }),
        element('path', { class: 'fold', d: sheetCorner(rect) }),
      ];
    case 'claim':
      return [
        element('path', { class: 'box', d: cylinderPath(rect) }),
        element('path', { class: 'fold', d: cylinderRim(rect) }),
      ];
    case 'outside':
      return [element('path', { class: 'box', d: cloudPath(rect) })];
    default:
      return [rectangle('box', rect, shape === 'service' || shape === 'route' ? rect.height / 2 : 6)];
  }
}

/** From the left edge to the text. */
const INDENTS: Partial<Readonly<Record<PictureNode['shape'], number>>> = {
  workload: 20,
  service: 18,
  route: 18,
  outside: 24,
};

function texts(node: PictureNode, rect: Rect, { facts }: PictureFacts, other: PictureFacts | undefined): Markup[] {
  const indent = INDENTS[node.shape] ?? 11;
  const x = rect.x + indent;
  const width = rect.width - indent - (node.shape === 'outside' ? 22 : 11);
  const isLarge = node.shape === 'workload';
  const top = rect.y + (node.shape === 'claim' ? 10 : node.shape === 'outside' ? 6 : 0);
  const name = element(
    'text',
    { class: isLarge ? 'name large' : 'name', x, y: top + (isLarge ? 23 : 19) },
    fittingName(node.name, width, isLarge ? LARGE : NAME),
  );
  const [runs, ...others] = facts;
  const kind = node.shape === 'claim' && node.object !== undefined ? 'claim' : node.kind;
  const told = isLarge ? [[kind, ...(runs === undefined ? [] : [runs])], others] : [[kind, ...facts]];
  return [
    name,
    ...told.map((parts, index) =>
      factLine(parts, { x, y: top + (isLarge ? 39 : 34) + index * 15, width }, [kind, ...(other ?? { facts }).facts]),
    ),
  ];
}

const DOT = ' · ';
/** Less of a fact says nothing. */
const LEAST = DOT.length + 2;

/** Some facts in a line; what the other side does not say stands out. */
function factLine(facts: readonly string[], { x, y, width }: Omit<Rect, 'height'>, other: readonly string[]): Markup {
  let room = width;
  const parts = facts.flatMap((fact, index) => {
    const font = { ...SMALL, isBold: !other.includes(fact) };
    const text = fitting(`${index === 0 ? '' : DOT}${fact}`, room, font);
    room -= widthOf(text, font);
    if (index > 0 && Array.from(text).length < LEAST) return [];
    return [font.isBold ? element('tspan', { class: 'differs' }, text) : text];
  });
  return element('text', { class: 'facts', x, y }, ...parts);
}

const BADGE_HEIGHT = 16;

function badge({ status, severity }: PictureNode, { x, y, width }: Rect): Markup {
  const text = badgeText(status, severity);
  const wide = Math.ceil(widthOf(text, BADGE)) + 14;
  const left = x + width - wide - 8;
  return element(
    'g',
    { class: `badge ${severity === 'none' ? status : severity}` },
    rectangle('pill', { x: left, y: y - BADGE_HEIGHT / 2, width: wide, height: BADGE_HEIGHT }, BADGE_HEIGHT / 2),
    element('text', { x: left + wide / 2, y: y + 3.6, 'text-anchor': 'middle' }, text),
  );
}

/** A namespace, as far as anything of it is there on a side. */
export function drawFrame(frame: PlacedFrame, layout: Layout, side: Side, linkOf: Links): Markup[] {
  const isInside = ({ x, y }: Rect): boolean => x >= frame.x && y >= frame.y && y < frame.y + frame.height;
  const isUsed =
    layout.nodes.some((node) => isInside(node) && node.node[side] !== undefined) ||
    layout.chips[side].some(isInside) ||
    frame.namespace?.[side] !== undefined;
  if (!isUsed) return [];
  const { namespace, label, isOutside } = frame;
  const status = namespace?.status ?? 'unchanged';
  return [
    linked(
      linkOf(namespace?.object),
      element(
        'g',
        { class: `frame is-${status}${isOutside ? ' outside-frame' : ''}` },
        element('title', {}, label),
        rectangle('area', frame, 14),
        element(
          'text',
          { class: 'label', x: frame.x + frame.indent, y: frame.y + 23 },
          fitting(label, frame.width - 150, NAME),
        ),
        ...(namespace === undefined || status === 'unchanged'
          ? []
          : [badge(namespace, { ...frame, width: frame.width - 8 })]),
      ),
    ),
  ];
}

const MOST_NAMES = 20;

/** How many things are counted and not drawn. */
export function drawChip({ chip, ...rect }: PlacedChip, linkOf: Links): Markup {
  const names = chip.nodes.slice(0, MOST_NAMES).map(({ kind, name }) => cut(`${kind} ${name}`, 80));
  const more = chip.nodes.length - names.length;
  const [only, ...others] = chip.nodes;
  return linked(
    others.length === 0 ? linkOf(only?.object) : undefined,
    element(
      'g',
      { class: `chip is-${chip.status} ${chip.severity}` },
      element('title', {}, `${chip.status}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`),
      rectangle('box', rect, rect.height / 2),
      element(
        'text',
        { x: rect.x + rect.width / 2, y: rect.y + 13.8, 'text-anchor': 'middle' },
        chipText(chip, rect.width),
      ),
    ),
  );
}
