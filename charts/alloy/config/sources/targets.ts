import type { PrometheusRule } from '../../../pipeline/compile/job';
import { anyOf } from '../../../pipeline/compile/source-defaults';
import type { FilesSource } from '../../../pipeline/model/sources';
import { type AlloyBlock, type AlloyValue, attributes, block, ref } from '../../syntax/values';
import type { JobContext } from '../alloy-config';
import { targetRules } from '../relabel-rules';
import { PROMTAIL_POSITIONS } from './promtail-positions';
import type { Receivers } from './receivers';

/** Files that targets name by globs, read on from where Promtail was. */
export function fromFiles(context: JobContext, found: AlloyValue, receivers: Receivers): readonly AlloyBlock[] {
  const { label, features } = context;
  const { components, targets } = relabelledTargets(context, found);
  const source = (of: AlloyValue) =>
    block('loki.source.file', label, [
      ...attributes({ targets: of, forward_to: receivers, legacy_positions_file: PROMTAIL_POSITIONS }),
      features.hasFileMatch ? block('file_match', attributes({ enabled: true })) : undefined,
    ]);
  return features.hasFileMatch
    ? [...components, source(targets)]
    : [
        ...components,
        block('local.file_match', label, attributes({ path_targets: targets })),
        source(ref(`local.file_match.${label}.targets`)),
      ];
}

/** Pods' logs through the API. */
export function fromApi(context: JobContext, found: AlloyValue, receivers: Receivers): readonly AlloyBlock[] {
  const { components, targets } = relabelledTargets(context, found);
  return [
    ...components,
    block('loki.source.kubernetes', context.label, attributes({ targets, forward_to: receivers })),
  ];
}

/** A target for each glob. */
export const fileTargets = ({ paths, exclude, labels }: FilesSource, relabel: readonly PrometheusRule[]): AlloyValue =>
  paths.map((path) => ({
    // Promtail's targets have it, and rules may go by it.
    ...(relabel.length === 0 ? {} : { __address__: 'localhost' }),
    ...labels,
    __path__: path,
    __path_exclude__: exclude === undefined ? undefined : anyOf(exclude),
  }));

/** Targets after relabelling. */
function relabelledTargets(
  { job, label, features }: JobContext,
  targets: AlloyValue,
): { readonly components: readonly AlloyBlock[]; readonly targets: AlloyValue } {
  const rules = targetRules(job.relabel, features);
  return rules.length === 0
    ? { components: [], targets }
    : {
        components: [block('discovery.relabel', label, [...attributes({ targets }), ...rules])],
        targets: ref(`discovery.relabel.${label}.output`),
      };
}
