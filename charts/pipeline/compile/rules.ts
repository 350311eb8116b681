import { expandable, type RelabelRule } from '../model/relabel-rule';
import type { PrometheusRule } from './job';

/** A typed rule as configurations spell it. */
export const plainRule = (rule: RelabelRule): PrometheusRule =>
  'replacement' in rule && rule.replacement !== undefined
    ? { ...rule, replacement: expandable(rule.replacement) }
    : (rule as PrometheusRule);
