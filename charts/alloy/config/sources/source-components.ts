import type { AlloyBlock, AlloyExpression } from '../../syntax/values';
import type { JobContext } from '../alloy-config';
import { fromEvents } from './events';
import { fromJournal } from './journal';
import { fromOtlp, fromPush, fromSyslog } from './listeners';
import { type Receivers, relabelled } from './receivers';
import { fileTargets, fromApi, fromFiles } from './targets';

/** What makes a job's lines, with the labels that their streams get. */
export function sourceComponents(
  context: JobContext,
  receivers: Receivers,
  pods: AlloyExpression | undefined,
): readonly AlloyBlock[] {
  const { source, relabel } = context.job;
  switch (source.type) {
    case 'pods':
      return fromFiles(context, pods ?? [], receivers);
    case 'pods-api':
      return fromApi(context, pods ?? [], receivers);
    case 'files':
      return fromFiles(context, fileTargets(source, relabel), receivers);
    case 'journal':
      return fromJournal(context, source, receivers);
    case 'syslog':
      return fromSyslog(context, source, receivers);
    case 'push':
      return fromPush(context, source, receivers);
    case 'otlp':
      return relabelled(context, receivers, (forward) => fromOtlp(context, source, forward));
    case 'kubernetes-events':
      return relabelled(context, receivers, (forward) => fromEvents(context, source, forward));
  }
}
