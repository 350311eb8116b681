import type { KubernetesEventsSource } from '../../../pipeline/model/sources';
import { type AlloyBlock, attributes, block } from '../../syntax/values';
import type { JobContext } from '../alloy-config';
import type { Receivers } from './receivers';

export const fromEvents = (
  { label }: JobContext,
  { namespaces, format }: KubernetesEventsSource,
  receivers: Receivers,
): readonly AlloyBlock[] => [
  block(
    'loki.source.kubernetes_events',
    label,
    attributes({ job_name: 'kubernetes-events', namespaces, log_format: format, forward_to: receivers }),
  ),
];
