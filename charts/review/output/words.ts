import type { ObjectReview, Review, Severity } from '../review';
import { nothingText, printable, statusText, titleOf } from './wording';

/** The words of a page: a review is of a change, or of two environments, of which neither becomes the other. */
export interface Words {
  readonly subject: string;
  readonly happens: string;
  readonly picture: string;
  readonly sides: { readonly before: string; readonly after: string };
  readonly headings: { readonly before: string; readonly after: string };
  /** What is said of a side where there is nothing. */
  readonly empty: { readonly before: string; readonly after: string };
  readonly nothing: string;
  readonly noObject: string;
  /** What becomes of an object, and the same in a word for pictures. */
  status(status: ObjectReview['status']): string;
  short(status: ObjectReview['status']): string;
  title(severity: Severity): string;
}

export function wordsOf(review: Review): Words {
  const common = {
    nothing: nothingText(review),
    status: (status: ObjectReview['status']) => statusText(status, review),
    title: (severity: Severity) => titleOf(severity, review),
  };
  const { environments } = review;
  if (environments === undefined) {
    return {
      ...common,
      subject: 'What a change does to a running cluster',
      happens: 'What happens',
      picture: 'Before and after',
      sides: { before: 'before', after: 'after' },
      headings: { before: 'Before', after: 'After' },
      empty: { before: 'Nothing is there yet.', after: 'Nothing is left.' },
      noObject: 'No object changes.',
      short: (status) => ({ created: 'new', changed: 'changed', removed: 'gone', unchanged: 'unchanged' })[status],
    };
  }
  const [before, after] = environments.map(printable) as [string, string];
  return {
    ...common,
    subject: 'How two environments differ',
    happens: 'What that means',
    picture: 'Both environments',
    sides: { before, after },
    headings: { before, after },
    empty: { before: 'Nothing is here.', after: 'Nothing is here.' },
    noObject: 'No object differs.',
    short: (status) =>
      ({ created: 'only here', changed: 'different', removed: 'only here', unchanged: 'alike' })[status],
  };
}
