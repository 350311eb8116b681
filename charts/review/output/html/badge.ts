import type { ObjectReview, Severity } from '../../review';
import { SIGNS } from '../signs';
import type { Words } from '../words';
import { element, type Markup } from './markup';

/** The name of a severity in its colour. */
export const badge = (severity: Severity, words: Words): Markup =>
  element('span', { class: `badge ${severity}` }, words.title(severity));

/** The sign of what becomes of an object, which is read as a word. */
export const sign = (status: ObjectReview['status'], words: Words): Markup =>
  element('span', { class: `sign ${status}`, role: 'img', 'aria-label': words.status(status) }, SIGNS[status]);
