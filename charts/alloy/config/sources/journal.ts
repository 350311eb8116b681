import type { PrometheusRule } from '../../../pipeline/compile/job';
import { JOURNAL_PATH } from '../../../pipeline/compile/needs';
import { JOURNAL_LABELS } from '../../../pipeline/compile/source-defaults';
import type { JournalSource } from '../../../pipeline/model/sources';
import { type AlloyBlock, attributes, block } from '../../syntax/values';
import type { JobContext } from '../alloy-config';
import { ruleBlocks } from '../relabel-rules';
import { goDuration } from '../units';
import { PROMTAIL_POSITIONS } from './promtail-positions';
import { exportedRules, type Receivers } from './receivers';

export function fromJournal(context: JobContext, source: JournalSource, receivers: Receivers): readonly AlloyBlock[] {
  const { job, label, features } = context;
  const { path = JOURNAL_PATH, maxAge, matches, json, labels = JOURNAL_LABELS } = source;
  const { components, relabel_rules } = exportedRules(
    context,
    ruleBlocks([...jobRules(labels.job, features.overwritesJournalJob), ...job.relabel]),
  );
  return [
    ...components,
    block('loki.source.journal', label, [
      ...attributes({
        path,
        max_age: goDuration(maxAge),
        matches,
        format_as_json: json,
        labels,
        relabel_rules,
        forward_to: receivers,
      }),
      features.hasLegacyJournalPosition
        ? block('legacy_position', attributes({ file: PROMTAIL_POSITIONS, name: job.name }))
        : undefined,
    ]),
  ];
}

/** Alloy gives entries its own name for `job` where their labels have none, and of late even where they have. */
function jobRules(job: string | undefined, isOverwritten: boolean): readonly PrometheusRule[] {
  if (job === undefined) return [{ action: 'labeldrop', regex: 'job' }];
  return isOverwritten ? [{ target_label: 'job', replacement: job.replaceAll('$', '$$$$') }] : [];
}
