import type { StackPicture } from '../../picture/stack-picture';
import { layoutsOf } from '../picture/layouts';
import type { PictureSide } from '../picture/marks';
import { drawSide } from '../picture/svg';
import { printable } from '../wording';
import type { Words } from '../words';
import { element, lines, type Markup, section } from './markup';
import type { ObjectIds } from './objects';

/** The first environments are not folded. */
const MOST_OPEN = 4;

/** Both sides of each picture, beside one another where there is room. */
export function pictures(all: readonly StackPicture[], ids: ObjectIds, words: Words): Markup {
  const changing = all.filter(({ nodes }) => nodes.some(({ status }) => status !== 'unchanged'));
  const shown = changing.length > 0 ? changing : all.slice(0, 1);
  const same = all.filter((picture) => !shown.includes(picture));
  const others = same.map(({ folder }) => printable(folder ?? 'the main folder')).join(', ');
  return section(
    'picture',
    words.picture,
    ...shown.map((picture, index) => bothSides(picture, `picture-${index + 1}`, ids, words, index < MOST_OPEN)),
    ...(same.length === 0 ? [] : [element('p', { class: 'nothing' }, `Nothing changes in ${others}.`)]),
    legend(words),
  );
}

function bothSides(picture: StackPicture, id: string, ids: ObjectIds, words: Words, isOpen: boolean): Markup {
  const layouts = layoutsOf(picture);
  const sides = (['before', 'after'] as const).map((side) => {
    const count = picture.nodes.filter((node) => node.object !== undefined && node[side] !== undefined).length;
    const drawn = (['wide', 'narrow'] as const).map((form) =>
      drawSide(layouts[form][side], {
        side,
        form,
        id: `${id}-${side}-${form}`,
        title: `The stack, ${words.sides[side]}`,
        words,
        description: describe(picture, side),
        linkOf: (object) => {
          const target = object === undefined ? undefined : ids.get(object);
          return target === undefined ? undefined : `#${target}`;
        },
      }),
    );
    return element(
      'figure',
      {},
      element('figcaption', {}, element('b', {}, words.headings[side]), countText(count)),
      lines('', ...(count === 0 ? [element('p', { class: 'empty' }, words.empty[side])] : drawn)),
    );
  });
  const both = element('div', { class: 'sides' }, lines('', ...sides, ''));
  const { folder } = picture;
  if (folder === undefined) return both;
  return element('details', { class: 'same', open: isOpen }, element('summary', {}, element('h3', {}, folder)), both);
}

const countText = (count: number): string => (count === 1 ? '1 object' : `${count} objects`);

/** What somebody who does not see the picture is told of it. */
function describe({ nodes }: StackPicture, side: PictureSide): string {
  const there = nodes.filter((node) => node[side] !== undefined);
  const workloads = there.filter(({ shape }) => shape === 'workload').slice(0, 12);
  const differing = there.filter(({ status }) => status !== 'unchanged').length;
  const list = workloads.map((node) => `${node.kind} ${node.name} (${node[side]?.facts.join(', ')})`).join('; ');
  return printable(
    `${list === '' ? 'No workloads' : list}. ${differing} ${differing === 1 ? 'thing differs' : 'things differ'} from the other side.`,
  );
}

const legend = ({ status }: Words): Markup =>
  element(
    'ul',
    { class: 'legend' },
    ...[
      `+ ${status('created')}`,
      `~ ${status('changed')}`,
      `− ${status('removed')}, dashed`,
      'dotted: on the other side alone',
      'bold: differs from the other side',
      '×3: counted, not drawn',
    ].map((text) => element('li', {}, text)),
  );
