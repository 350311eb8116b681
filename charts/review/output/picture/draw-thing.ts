import { NOT_HERE } from '../../picture/spoken-of';
import type { PictureFacts, PictureNode } from '../../picture/stack-picture';
import { element, type Markup } from '../html/markup';
import { printable } from '../wording';
import type { Words } from '../words';
import { isOtherService, type PlacedNode, type Rect } from './geometry';
import { badge, type Drawing, ghost, linked, NAME_FONT, rectangle } from './marks';
import { cloudPath, cylinderPath, cylinderRim, sheetCorner, sheetPath } from './paths';
import { fitting, fittingName, widthOf } from './text-width';

const LARGE_FONT = { size: 13.5, isBold: true };
const FACTS_FONT = { size: 10.5 };

/** A thing as it is on a side. */
export function drawThing({ node, ...rect }: PlacedNode, { side, words, linkOf }: Drawing): Markup {
  const facts = node[side];
  if (facts === undefined) return ghost(outline(node, rect)[0]);
  const other = node[side === 'before' ? 'after' : 'before'];
  const classes = ['thing', node.shape, `is-${node.status}`, ...(facts.program === undefined ? [] : [facts.program])];
  if (facts.facts.includes(NOT_HERE)) classes.push('is-foreign');
  return linked(
    linkOf(node.object),
    element(
      'g',
      { class: classes.join(' ') },
      element('title', {}, described(node, facts, words)),
      ...outline(node, rect),
      ...texts(node, rect, facts, other),
      ...(node.status === 'unchanged' ? [] : [badge(node, rect, words)]),
    ),
  );
}

const described = (
  { kind, name, namespace, status, severity }: PictureNode,
  { facts }: PictureFacts,
  words: Words,
): string => {
  const place = namespace === undefined ? '' : `, namespace ${namespace}`;
  const what = severity === 'none' ? '' : `, ${words.title(severity)}`;
  return `${kind} ${name}${place}: ${[...facts, `${words.status(status)}${what}`].map(printable).join('; ')}`;
};

/** The lines around a thing, that which encloses it first. */
function outline(node: PictureNode, rect: Rect): [Markup, ...Markup[]] {
  const { shape } = node;
  switch (isOtherService(node) ? 'service' : shape) {
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
      return [rectangle('box', rect, shape === 'host' ? 6 : rect.height / 2)];
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
    fittingName(node.name, width, isLarge ? LARGE_FONT : NAME_FONT),
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
    const font = { ...FACTS_FONT, isBold: !other.includes(fact) };
    const text = fitting(`${index === 0 ? '' : DOT}${fact}`, room, font);
    room -= widthOf(text, font);
    if (index > 0 && Array.from(text).length < LEAST) return [];
    return [font.isBold ? element('tspan', { class: 'differs' }, text) : text];
  });
  return element('text', { class: 'facts', x, y }, ...parts);
}
