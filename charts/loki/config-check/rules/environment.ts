import { expansionFindings } from '../../../config-check/expansion';
import type { Rule } from './rule';

/** What filling in the environment would eat, or leave empty. */
export const environmentIsFilledIn: Rule = ({ settings, deployment }) =>
  expansionFindings(settings.root, deployment, 'Loki');
