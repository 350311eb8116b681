import { isScalar } from '../plain';
import type { Change, ObjectName, ObjectReview, Requests, Review, Severity } from '../review';

/** How a severity is called in sentences. */
export const TITLES: Readonly<Record<Severity, string>> = {
  'data-loss': 'data loss',
  recreate: 'recreate',
  rights: 'rights widened',
  exposure: 'exposure',
  rollout: 'rollout',
  collection: 'collection changed',
  cost: 'cost',
  image: 'image changed',
  none: 'no consequence',
};

/** The same of one review: between environments nothing widens. */
export const titleOf = (severity: Severity, { environments }: Review): string =>
  environments !== undefined && severity === 'rights' ? 'rights' : TITLES[severity];

/** Characters that move the cursor, hide or reorder what follows. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep off the screen
  /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** A text on one line, with whatever could spoil a screen written out. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (character) =>
    character === '\n' ? '\\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A text that is cut where it is longer than some characters. */
export const cut = (text: string, most: number): string => {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

/** A value on one line: a plain word as it is, anything else as JSON. */
export const written = (value: unknown): string =>
  printable(isScalar(value) && /^[\w./:@%+ -]*\w$/.test(String(value)) ? String(value) : (JSON.stringify(value) ?? ''));

/** The old and the new value of a change: `+` for what is new, `-` for what is gone, `~` for what is another. */
export function valuesOf(
  change: Change,
  most: number,
): { readonly sign: '+' | '-' | '~'; readonly values: readonly string[] } {
  const [hasOld, hasNew] = ['old' in change, 'new' in change];
  const values = [...(hasOld ? [change.old] : []), ...(hasNew ? [change.new] : [])].map((value) =>
    cut(written(value), most),
  );
  return { sign: hasOld && hasNew ? '~' : hasNew ? '+' : '-', values };
}

export const pathOf = ({ path, line }: Change): string => printable(line === undefined ? path : `${path}:${line}`);

/** `StatefulSet/loki`, and its namespace or folder where that is asked for. */
export const objectName = ({ kind, name }: ObjectName): string => printable(`${kind}/${name}`);

export const objectPlace = ({ namespace, folder }: ObjectReview): string =>
  [...(namespace === undefined ? [] : [`namespace ${namespace}`]), ...(folder === undefined ? [] : [`in ${folder}`])]
    .map(printable)
    .join(', ');

/** What became of an object; of two environments, which of them has it. */
export function statusText(status: ObjectReview['status'], { environments }: Review): string {
  if (environments === undefined) return status;
  const [first, second] = environments.map(printable);
  return { created: `only in ${second}`, removed: `only in ${first}`, changed: 'different', unchanged: 'alike' }[
    status
  ];
}

/** That there is nothing to say. */
export const nothingText = ({ environments }: Review): string =>
  environments === undefined ? 'nothing changes' : 'nothing differs';

/** `2 created, 1 changed`; what there is none of is left out. */
export const countsText = (review: Review): string => {
  const texts = (['created', 'changed', 'removed', 'unchanged'] as const).flatMap((status) =>
    review.counts[status] === 0 ? [] : [`${review.counts[status]} ${statusText(status, review)}`],
  );
  return texts.length === 0 ? 'no objects' : texts.join(', ');
};

/** What is requested before and after, as far as it changes; empty when nothing does. */
export function requestsText({ requests: { before, after } }: Review): string {
  const amounts: readonly (readonly [string, (requests: Requests) => unknown])[] = [
    ['pods', ({ pods }) => pods],
    ['CPU', ({ cpu }) => cpu],
    ['memory', ({ memory }) => memory],
    ['claims', ({ storage }) => storage],
    ['CPU on every node', ({ perNode }) => perNode.cpu],
    ['memory on every node', ({ perNode }) => perNode.memory],
  ];
  return amounts
    .filter(([, of]) => of(before) !== of(after))
    .map(([what, of]) => `${what} ${of(before)} → ${of(after)}`)
    .join(', ');
}

/** One line of what comes first. */
export interface SummaryLine {
  readonly severity: Severity;
  readonly object: ObjectReview;
  readonly message: string;
}

/** What happens, the worst first; each thing once, at the object that it falls upon. */
export function summaryOf({ objects }: Review): SummaryLine[] {
  const rolling = new Set(
    objects
      .filter(({ consequences }) => consequences.some(({ severity, on }) => severity === 'rollout' && on === undefined))
      .map(({ kind, name }) => `${kind}/${name}`),
  );
  const lines = objects.flatMap((object) =>
    object.consequences
      .filter(({ severity, on }) => severity !== 'none' && (on === undefined || !rolling.has(on)))
      .map(({ severity, message }) => ({ severity, object, message: printable(brief(message)) })),
  );
  return lines.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

const order = Object.keys(TITLES);

/** What stands before the details. */
const brief = (message: string): string => message.split(/; |\. (?=[A-Z])/)[0] ?? message;
