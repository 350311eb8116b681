import { type Review, SEVERITIES } from '../../review';
import { objectName, type SummaryLine, summaryOf } from '../wording';
import type { Words } from '../words';
import { badge } from './badge';
import { apart, element, type Markup, section, table } from './markup';
import type { ObjectIds } from './objects';

/** What fits without much scrolling. */
const MOST_LINES = 40;
const MOST_NAME = 120;
const MOST_MESSAGE = 400;

/** What happens, the worst first, with a way to choose what is shown. */
export function happens(review: Review, ids: ObjectIds, words: Words): Markup {
  const all = summaryOf(review);
  const rest = all.slice(MOST_LINES);
  if (all.length === 0) {
    return section(
      'happens',
      words.happens,
      element('p', { class: 'nothing' }, 'Nothing but what is listed object by object.'),
    );
  }
  const more =
    rest.length === 0
      ? []
      : [
          element(
            'details',
            { class: 'same' },
            element('summary', {}, `and ${rest.length} more`),
            linesTable(rest, ids, words),
          ),
        ];
  return section(
    'happens',
    words.happens,
    filter(review, words),
    linesTable(all.slice(0, MOST_LINES), ids, words),
    ...more,
  );
}

/** Works by style alone; where that does not, it is not shown. */
function filter({ objects }: Review, words: Words): Markup {
  const found = new Set(objects.filter(({ status }) => status !== 'unchanged').map(({ severity }) => severity));
  for (const { consequences } of objects) for (const { severity } of consequences) found.add(severity);
  return element(
    'fieldset',
    { class: 'filter' },
    element('legend', {}, 'Show'),
    SEVERITIES.filter((severity) => found.has(severity)).map((severity) =>
      element(
        'label',
        {},
        element('input', { type: 'checkbox', id: `show-${severity}`, checked: true, autocomplete: 'off' }),
        words.title(severity),
      ),
    ),
  );
}

const linesTable = (rows: readonly SummaryLine[], ids: ObjectIds, words: Words): Markup =>
  element(
    'div',
    { class: 'card' },
    table(
      'happens',
      ['what', 'object', 'how'],
      rows.map((row) => tableRow(row, ids, words)),
    ),
  );

const tableRow = ({ severity, object, message }: SummaryLine, ids: ObjectIds, words: Words): Markup =>
  element(
    'tr',
    { role: 'row', 'data-severity': severity },
    element('td', { role: 'cell' }, badge(severity, words)),
    element(
      'td',
      { role: 'cell' },
      element('a', { href: `#${ids.get(object)}` }, element('code', {}, apart(objectName(object), MOST_NAME))),
      ...(object.folder === undefined
        ? []
        : [element('span', { class: 'place' }, ' in ', apart(object.folder, MOST_NAME))]),
    ),
    element('td', { role: 'cell' }, apart(message, MOST_MESSAGE)),
  );
