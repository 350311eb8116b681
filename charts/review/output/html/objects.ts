import type { Change, Consequence, ObjectReview, Review } from '../../review';
import { cut, objectName, objectPlace, pathOf, printable, written } from '../wording';
import type { Words } from '../words';
import { badge, sign } from './badge';
import { apart, element, lines, type Markup, section, table } from './markup';

/** Where in the page each object that is not what it was stands. */
export type ObjectIds = ReadonlyMap<ObjectReview, string>;

export const objectIds = ({ objects }: Review): ObjectIds =>
  new Map(changedOf(objects).map((object, index) => [object, `object-${index + 1}`]));

const changedOf = (objects: readonly ObjectReview[]): readonly ObjectReview[] =>
  objects.filter(({ status }) => status !== 'unchanged');

/** The first ones are not folded. */
const MOST_OPEN = 6;
const MOST_CHANGES = 200;
const MOST_CHARACTERS = 4000;
const MOST_NAME = 120;
const MOST_PATH = 400;

/** Each object with what its change does, how to go about it, and where it differs. */
export function objectSections({ objects }: Review, ids: ObjectIds, words: Words): Markup {
  const changed = changedOf(objects);
  const same = objects.filter(({ status }) => status === 'unchanged');
  return section(
    'objects',
    'Object by object',
    ...changed.map((object, index) => objectSection(object, ids.get(object) ?? '', index < MOST_OPEN, words)),
    ...(changed.length === 0 ? [element('p', { class: 'nothing' }, words.noObject)] : []),
    ...(same.length === 0 ? [] : [listOfSame(same, words)]),
  );
}

function listOfSame(objects: readonly ObjectReview[], words: Words): Markup {
  const items = objects.map((object) =>
    element('li', {}, element('code', {}, apart(objectName(object), MOST_NAME)), placed(object)),
  );
  return element(
    'details',
    { class: 'same' },
    element('summary', {}, `${objects.length} ${words.status('unchanged')}`),
    element('ul', {}, lines('', ...items, '')),
  );
}

const placed = (object: ObjectReview): Markup | undefined => {
  const place = objectPlace(object);
  return place === '' ? undefined : element('span', { class: 'place' }, ' ', apart(place, MOST_NAME));
};

function objectSection(object: ObjectReview, id: string, isFirst: boolean, words: Words): Markup {
  const { severity, status, consequences, changes } = object;
  const severities = [...new Set(consequences.map((consequence) => consequence.severity))];
  return element(
    'details',
    { class: 'object card', 'data-severity': severity, open: isFirst && severity !== 'none' },
    lines(
      '',
      element(
        'summary',
        {},
        sign(status, words),
        element('code', {}, apart(objectName(object), MOST_NAME)),
        placed(object),
        element(
          'span',
          { class: 'badges' },
          severities.filter((one) => one !== 'none').map((one) => badge(one, words)),
        ),
      ),
      // A link to what is within opens what it stands in.
      element(
        'div',
        { class: 'body', id },
        ...(consequences.length === 0
          ? [element('p', { class: 'nothing' }, `${words.status(status)}, and of no consequence.`)]
          : [
              element(
                'ul',
                { class: 'consequences' },
                lines('', ...consequences.map((consequence) => consequenceItem(consequence, words)), ''),
              ),
            ]),
        ...(changes.length === 0 ? [] : [changesTable(changes, words)]),
      ),
      '',
    ),
  );
}

const consequenceItem = ({ severity, message, commands = [] }: Consequence, words: Words): Markup =>
  element(
    'li',
    {},
    badge(severity, words),
    element('p', {}, apart(message, MOST_CHARACTERS)),
    ...(commands.length === 0 ? [] : [element('pre', { tabindex: 0, 'aria-label': 'commands' }, lines(...commands))]),
  );

function changesTable(changes: readonly Change[], words: Words): Markup {
  const shown = changes.slice(0, MOST_CHANGES);
  const more = changes.length - shown.length;
  return lines(
    '',
    element('h3', {}, 'What differs'),
    table(
      'changes',
      ['where', words.sides.before, words.sides.after],
      shown.map((change) => changeRow(change, words)),
    ),
    ...(more > 0 ? [element('p', { class: 'nothing' }, `and ${more} more`)] : []),
  );
}

const changeRow = (change: Change, { sides }: Words): Markup =>
  element(
    'tr',
    { role: 'row' },
    element('th', { scope: 'row', role: 'rowheader' }, element('code', {}, apart(pathOf(change), MOST_PATH))),
    valueCell('old', sides.before, change),
    valueCell('new', sides.after, change),
  );

function valueCell(side: 'old' | 'new', label: string, change: Change): Markup {
  const content = side in change ? shownValue(change[side]) : element('span', { class: 'nothing' }, '–');
  return element('td', { role: 'cell', class: side, 'data-label': `${label}:` }, content);
}

/** A value; a text of several lines with its lines. */
function shownValue(value: unknown): Markup {
  if (typeof value !== 'string' || !value.trimEnd().includes('\n')) {
    return element('code', {}, element('bdi', {}, shortened(written(value))));
  }
  return element('pre', {}, element('code', {}, lines(...shortened(value.trimEnd()).split('\n').map(printable))));
}

const shortened = (text: string): string => {
  const shown = cut(text, MOST_CHARACTERS);
  return shown === text ? text : `${shown} (${text.length} characters)`;
};
