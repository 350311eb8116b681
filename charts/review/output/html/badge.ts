import type { ObjectReview, Severity } from '../../review';
import { SIGNS } from '../signs';
import { TITLES } from '../wording';
import { element, type Markup } from './markup';

/** The name of a severity in its colour. */
export const badge = (severity: Severity): Markup => element('span', { class: `badge ${severity}` }, TITLES[severity]);

/** The sign of what becomes of an object, which is read as a word. */
export const sign = (status: ObjectReview['status']): Markup =>
  element('span', { class: `sign ${status}`, role: 'img', 'aria-label': status }, SIGNS[status]);
