import { OTLP_GRPC_PORT, OTLP_HTTP_PORT, PUSH_PORT, SYSLOG_PORT } from '../../../pipeline/compile/needs';
import { SYSLOG_LABELS } from '../../../pipeline/compile/source-defaults';
import type { OtlpSource, PushSource, SyslogSource } from '../../../pipeline/model/sources';
import { type AlloyBlock, attributes, block, ref } from '../../syntax/values';
import type { JobContext } from '../alloy-config';
import { ruleBlocks } from '../relabel-rules';
import { exportedRules, type Receivers } from './receivers';

export function fromSyslog(context: JobContext, source: SyslogSource, receivers: Receivers): readonly AlloyBlock[] {
  const { port = SYSLOG_PORT, protocol, useIncomingTimestamp, labels = SYSLOG_LABELS } = source;
  const { components, relabel_rules } = exportedRules(context, ruleBlocks(context.job.relabel));
  return [
    ...components,
    block('loki.source.syslog', context.label, [
      block(
        'listener',
        attributes({ address: `0.0.0.0:${port}`, protocol, use_incoming_timestamp: useIncomingTimestamp, labels }),
      ),
      ...attributes({ relabel_rules, forward_to: receivers }),
    ]),
  ];
}

export function fromPush(context: JobContext, source: PushSource, receivers: Receivers): readonly AlloyBlock[] {
  const { port = PUSH_PORT, useIncomingTimestamp = true, labels } = source;
  const { components, relabel_rules } = exportedRules(context, ruleBlocks(context.job.relabel));
  return [
    ...components,
    block('loki.source.api', context.label, [
      block('http', attributes({ listen_address: '0.0.0.0', listen_port: port })),
      ...attributes({
        use_incoming_timestamp: useIncomingTimestamp,
        labels,
        relabel_rules,
        forward_to: receivers,
      }),
    ]),
  ];
}

export const fromOtlp = ({ label }: JobContext, source: OtlpSource, receivers: Receivers): readonly AlloyBlock[] => [
  block('otelcol.receiver.otlp', label, [
    block('grpc', attributes({ endpoint: `0.0.0.0:${source.grpcPort ?? OTLP_GRPC_PORT}` })),
    block('http', attributes({ endpoint: `0.0.0.0:${source.httpPort ?? OTLP_HTTP_PORT}` })),
    block('output', attributes({ logs: [ref(`otelcol.exporter.loki.${label}.input`)] })),
  ]),
  block('otelcol.exporter.loki', label, attributes({ forward_to: receivers })),
];
