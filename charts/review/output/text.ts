import { fold } from '../../manifest/fold';
import type { Consequence, ObjectReview, Review, Severity } from '../review';
import {
  countsText,
  cut,
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

const WIDTH = 100;
/** Columns of the word that says what happens. */
const MARGIN = 22;
/** Lines of the summary: with what is around them they fit on a screen. */
const MOST_LINES = 16;
const MOST_CHANGES = 40;
const MOST_VALUE = 60;

const COLOURS: Readonly<Record<Severity, string>> = {
  'data-loss': '1;31',
  recreate: '31',
  rights: '35',
  exposure: '35',
  rollout: '33',
  collection: '33',
  cost: '36',
  image: '36',
  none: '2',
};

/** How a review is written for a terminal. */
export interface TextOptions {
  /** What is compared with what: `main.ts against HEAD:dist`. */
  readonly title: string;
  /** @default false */
  readonly hasColours?: boolean;
}

/** A review for a terminal: a summary of one screen, the worst first, then every object that is not what it was. */
export function reviewText(review: Review, { title, hasColours = false }: TextOptions): string {
  const paint = (severity: Severity, text: string): string =>
    hasColours ? `\u001b[${COLOURS[severity]}m${text}\u001b[0m` : text;
  const head = `${printable(title)}: ${countsText(review)}`;
  const lines = summaryOf(review);
  if (review.counts.created + review.counts.changed + review.counts.removed === 0)
    return `${head}\n${nothingText(review)}\n`;
  const shown = lines.slice(0, MOST_LINES);
  const more = lines.length - shown.length;
  const requests = requestsText(review);
  const summary = [
    ...shown.map(({ severity, object, message }) => {
      const title = `  ${titleOf(severity, review).padEnd(MARGIN - 2)}`;
      return paint(severity, title) + indented(`${objectName(object)}: ${message}`, MARGIN);
    }),
    ...(more > 0 ? [`  ${''.padEnd(MARGIN - 2)}and ${more} more, below`] : []),
    ...(lines.length === 0 ? ['  nothing but what is listed below'] : []),
    ...(requests === '' ? [] : ['', ...fold(`requests: ${requests}`, WIDTH)]),
  ];
  const objects = review.objects.filter(({ status }) => status !== 'unchanged');
  const quiet = objects.filter(isQuiet);
  const blocks = objects.filter((object) => !isQuiet(object)).map((object) => objectBlock(object, review, paint));
  const created = quiet.length === 0 ? [] : [listOfQuiet(quiet, review)];
  return `${[[head, '', ...summary].join('\n'), ...blocks, ...created].join('\n\n')}\n`;
}

/** New, and of no consequence. */
const isQuiet = ({ status, severity, consequences, changes }: ObjectReview): boolean =>
  status === 'created' && severity === 'none' && consequences.length === 0 && changes.length === 0;

const listOfQuiet = (objects: readonly ObjectReview[], review: Review): string =>
  fold(`${statusText('created', review)} besides: ${objects.map(objectName).join(', ')}`, WIDTH).join('\n');

type Paint = (severity: Severity, text: string) => string;

function objectBlock(object: ObjectReview, review: Review, paint: Paint): string {
  const place = objectPlace(object);
  const head = `${objectName(object)}${place === '' ? '' : ` (${place})`}: ${statusText(object.status, review)}`;
  const changes = object.changes.slice(0, MOST_CHANGES).map((change) => {
    const { sign, values } = valuesOf(change, MOST_VALUE);
    return `  ${sign} ${cut(pathOf(change), WIDTH)}: ${values.join(' → ')}`;
  });
  const more = object.changes.length - changes.length;
  return [
    head,
    ...object.consequences.flatMap((consequence) => consequenceLines(consequence, review, paint)),
    ...changes,
    ...(more > 0 ? [`    and ${more} more`] : []),
  ].join('\n');
}

function consequenceLines({ severity, message, commands = [] }: Consequence, review: Review, paint: Paint): string[] {
  const title = severity === 'none' ? '' : `${titleOf(severity, review)}: `;
  const text = indented(`${title}${printable(message)}`, 4).replace(title, () => paint(severity, title));
  return [`  ${text}`, ...commands.map((command) => `      ${printable(command)}`)];
}

/** A text that goes on below its first line, so many columns from the left. */
const indented = (text: string, margin: number): string => fold(text, WIDTH - margin).join(`\n${' '.repeat(margin)}`);
