import { type AlloyBlock, type AlloyExpression, attributes, block, ref } from '../../syntax/values';
import type { JobContext } from '../alloy-config';
import { ruleBlocks } from '../relabel-rules';

/** Where a source forwards to. */
export type Receivers = readonly AlloyExpression[];

/** Rules for a source that applies them to its lines itself. */
export function exportedRules({ label }: JobContext, rules: readonly AlloyBlock[]) {
  return rules.length === 0
    ? { components: [], relabel_rules: undefined }
    : {
        components: [block('loki.relabel', label, [...attributes({ forward_to: [] }), ...rules])],
        relabel_rules: ref(`loki.relabel.${label}.rules`),
      };
}

/** Rules between a source that takes none and what comes behind it. */
export function relabelled(
  { job, label }: JobContext,
  receivers: Receivers,
  source: (forward: Receivers) => readonly AlloyBlock[],
): readonly AlloyBlock[] {
  const rules = ruleBlocks(job.relabel);
  return rules.length === 0
    ? source(receivers)
    : [
        ...source([ref(`loki.relabel.${label}.receiver`)]),
        block('loki.relabel', label, [...attributes({ forward_to: receivers }), ...rules]),
      ];
}
