import type { StackPicture } from '../picture/stack-picture';
import type { Review } from '../review';
import { happens } from './html/happens';
import { headline, requested } from './html/headline';
import { element } from './html/markup';
import { objectIds, objectSections } from './html/objects';
import { page } from './html/page';
import { pictures } from './html/pictures';
import { wordsOf } from './words';

/** What a page is made of besides its review. */
export interface HtmlOptions {
  /** What is compared with what: `main.ts against HEAD:dist`. */
  readonly title: string;
  /** The stack before and after, as `stackPicture` makes it of the same manifests: one for each folder. @default - no picture */
  readonly pictures?: readonly StackPicture[];
}

/**
 * A review as one page of HTML that needs nothing besides: what happens, the worst first, the stack before and after as a picture, and each
 * object with its commands and values. It runs no script and loads nothing, and the same review gives the same bytes.
 */
export function reviewHtml(review: Review, { title, pictures: drawn = [] }: HtmlOptions): string {
  const [ids, words] = [objectIds(review), wordsOf(review)];
  return page(
    `Review of ${title}`,
    element('a', { class: 'skip', href: '#happens' }, 'Skip to what happens'),
    headline(review, title, words),
    element(
      'main',
      {},
      requested(review),
      happens(review, ids, words),
      ...(drawn.length === 0 ? [] : [pictures(drawn, ids, words)]),
      objectSections(review, ids, words),
    ),
    element('footer', {}, 'Values that are, or hold, credentials read “(hidden)”. Written by cdk8s-plg.'),
  );
}
