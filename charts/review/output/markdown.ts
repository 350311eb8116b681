import type { Consequence, ObjectReview, Review } from '../review';
import {
  countsText,
  nothingText,
  objectName,
  objectPlace,
  pathOf,
  printable,
  requestsText,
  statusText,
  summaryOf,
  titleOf,
  valuesOf,
} from './wording';

/** What a comment of a pull request may have, less some room. */
const MOST_CHARACTERS = 60_000;
const MOST_LINES = 30;
const MOST_CHANGES = 30;
const MOST_VALUE = 80;

/** A review for a pull request: a table of what happens, the worst first, and each object folded below it. */
export function reviewMarkdown(review: Review, title: string): string {
  const head = `**Review of ${code(title)}**: ${countsText(review)}`;
  if (review.counts.created + review.counts.changed + review.counts.removed === 0)
    return `${head}\n\n${sentence(nothingText(review))}\n`;
  const lines = summaryOf(review);
  const rows = lines
    .slice(0, MOST_LINES)
    .map(
      ({ severity, object, message }) =>
        `| ${titleOf(severity, review)} | ${inTable(code(objectName(object)))} | ${inTable(prose(message))} |`,
    );
  const more = lines.length - rows.length;
  const table =
    rows.length === 0
      ? ['Nothing but what is listed below.']
      : [
          ['| what | object | how |', '|---|---|---|', ...rows].join('\n'),
          ...(more > 0 ? [`And ${more} more, below.`] : []),
        ];
  const requests = requestsText(review);
  const parts = [head, ...table, ...(requests === '' ? [] : [`Requests: ${prose(requests)}`])];
  return `${within(parts, review).join('\n\n')}\n`;
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

/** As many objects as a comment has room for. */
function within(parts: readonly string[], review: Review): readonly string[] {
  const objects = review.objects.filter(({ status }) => status !== 'unchanged');
  const shown = [...parts];
  let room = MOST_CHARACTERS - parts.join('\n\n').length;
  for (const [index, object] of objects.entries()) {
    const block = objectBlock(object, review);
    room -= block.length + 2;
    if (room < 0) return [...shown, `And ${objects.length - index} more objects.`];
    shown.push(block);
  }
  return shown;
}

function objectBlock(object: ObjectReview, review: Review): string {
  const place = objectPlace(object);
  const worst = object.severity === 'none' ? '' : `, ${titleOf(object.severity, review)}`;
  const summary = `<code>${html(objectName(object))}</code>${place === '' ? '' : ` (${html(place)})`}: ${html(statusText(object.status, review))}${worst}`;
  const changes = object.changes.slice(0, MOST_CHANGES).map((change) => {
    const { sign, values } = valuesOf(change, MOST_VALUE);
    return `- ${code(pathOf(change))}: ${signText(sign, review)}${values.map(code).join(' → ')}`;
  });
  const more = object.changes.length - changes.length;
  const lines = [
    ...object.consequences.map((consequence) => consequenceItem(consequence, review)),
    ...changes,
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
  if (lines.length === 0) return `- ${summary}`;
  return [`<details><summary>${summary}</summary>`, lines.join('\n'), '</details>'].join('\n\n');
}

function consequenceItem({ severity, message, commands = [] }: Consequence, review: Review): string {
  const title = severity === 'none' ? '' : `**${titleOf(severity, review)}**: `;
  if (commands.length === 0) return `- ${title}${prose(message)}`;
  const shown = commands.map(printable);
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join(' ')) + 1));
  const block = [`${fence}sh`, ...shown, fence].map((line) => `  ${line}`);
  return [`- ${title}${prose(message)}`, '', ...block].join('\n');
}

/** How many backticks stand together at the most. */
const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** A sign at the start of a line would make a list of it. */
const WORDS = { '+': 'new, ', '-': 'gone, ', '~': '' } as const;

const signText = (sign: keyof typeof WORDS, review: Review): string =>
  review.environments === undefined || sign === '~'
    ? WORDS[sign]
    : `${prose(statusText(sign === '+' ? 'created' : 'removed', review))}, `;

/** A text between as many backticks as it takes. */
function code(text: string): string {
  const shown = printable(text);
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^`|`$/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Nobody is called so. */
const NO_MENTION = '@<!-- -->';

/** A sentence of which nothing is taken for markup; nobody is notified. */
const prose = (text: string): string =>
  printable(text)
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('@', NO_MENTION);

const html = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('@', NO_MENTION);

/** A bar ends a cell even between backticks. */
const inTable = (cell: string): string => cell.replace(/(?<!\\)\|/g, '\\|');
