import type { ObjectReview } from '../review';

/** What becomes of an object, where words are too long. */
export const SIGNS: Readonly<Record<ObjectReview['status'], string>> = {
  created: '+',
  changed: '~',
  removed: '−',
  unchanged: '=',
};
