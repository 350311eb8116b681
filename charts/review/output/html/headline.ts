import type { Requests, Review } from '../../review';
import { SIGNS } from '../signs';
import type { Words } from '../words';
import { badge } from './badge';
import { element, lines, type Markup, section } from './markup';

/** What is compared, what is the worst of it, and how many objects become what. */
export function headline({ severity, counts }: Review, title: string, words: Words): Markup {
  const statuses = (['created', 'changed', 'removed', 'unchanged'] as const).filter((status) => counts[status] > 0);
  const isSame = counts.created + counts.changed + counts.removed === 0;
  return element(
    'header',
    {},
    lines(
      '',
      element('p', { class: 'over' }, words.subject),
      element('h1', {}, title),
      element(
        'ul',
        { class: 'facts-of-all' },
        element(
          'li',
          { class: 'verdict' },
          isSame
            ? element('span', { class: 'badge created' }, words.nothing)
            : [element('span', { class: 'over' }, severity === 'none' ? '' : 'worst: '), badge(severity, words)],
        ),
        ...statuses.map((status) =>
          element(
            'li',
            { class: `count ${status}` },
            element('b', {}, `${SIGNS[status]} ${counts[status]}`),
            ` ${words.status(status)}`,
          ),
        ),
      ),
      '',
    ),
  );
}

const AMOUNTS: readonly (readonly [string, (requests: Requests) => string | number])[] = [
  ['Pods', ({ pods }) => pods],
  ['CPU', ({ cpu }) => cpu],
  ['Memory', ({ memory }) => memory],
  ['Claims', ({ storage }) => storage],
  ['CPU on every node', ({ perNode }) => perNode.cpu],
  ['Memory on every node', ({ perNode }) => perNode.memory],
];

/** What all objects ask for, before and after. */
export function requested({ requests: { before, after } }: Review): Markup {
  const asked = AMOUNTS.map(([what, of]) => ({ what, old: String(of(before)), now: String(of(after)) })).filter(
    ({ old, now }) => old !== '0' || now !== '0',
  );
  const tiles = asked.map(({ what, old, now }) =>
    element(
      'div',
      { class: old === now ? undefined : 'differs' },
      element('dt', {}, what),
      element('dd', {}, old, ...(old === now ? [] : [' → ', element('b', {}, now)])),
    ),
  );
  const shown =
    asked.length === 0
      ? element('p', { class: 'nothing' }, 'Nothing.')
      : element('dl', { class: 'requests' }, lines('', ...tiles, ''));
  return section('requests', 'Requested of the cluster', shown);
}
