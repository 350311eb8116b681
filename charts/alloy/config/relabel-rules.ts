import type { PrometheusRule } from '../../pipeline/compile/job';
import { NODE } from '../../pipeline/compile/meta-labels';
import { type AlloyBlock, attributes, block, call, concat } from '../syntax/values';
import type { AlloyFeatures } from './features';

/** Rules of relabelling as `rule` blocks, in order. */
export const ruleBlocks = (rules: readonly PrometheusRule[]): AlloyBlock[] =>
  rules.map(({ action, source_labels, separator, regex, modulus, target_label, replacement }) =>
    block('rule', attributes({ action, source_labels, separator, regex, modulus, target_label, replacement })),
  );

const HOST = '__host__';

const isOwnHostRule = ({ source_labels, target_label, ...rest }: PrometheusRule): boolean =>
  target_label === HOST && source_labels?.length === 1 && source_labels[0] === NODE && Object.keys(rest).length === 0;

/**
 * The rules for targets of discovery. Promtail drops those whose `__host__` is another host, by itself. The label of a pod's node is
 * always this one, as only its pods are found; for whatever else somebody makes it of there is a rule.
 */
export function targetRules(rules: readonly PrometheusRule[], { envFunction }: AlloyFeatures): AlloyBlock[] {
  const kept = rules.filter((rule) => !isOwnHostRule(rule));
  if (!kept.some(({ target_label }) => target_label === HOST)) return ruleBlocks(kept);
  return [
    ...ruleBlocks(kept),
    block(
      'rule',
      attributes({
        action: 'keep',
        source_labels: [HOST],
        regex: concat('|', call(envFunction, 'HOSTNAME')),
      }),
    ),
  ];
}
