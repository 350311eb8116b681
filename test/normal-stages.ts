import { parseByteSize } from '../charts/pipeline/go/byte-size';
import type { PlainStage } from '../charts/pipeline/read/collector-config';

type Fields = Readonly<Record<string, unknown>>;

/** Stages with every default of Promtail's written out, so that two that do the same are the same. */
export const normalStages = (stages: readonly PlainStage[]): readonly unknown[] =>
  stages.map((stage) =>
    Object.fromEntries(
      Object.entries(stage).map(([name, fields]) => [name, NORMAL[name]?.(fields as Fields) ?? fields]),
    ),
  );

const NORMAL: Readonly<Record<string, (fields: Fields) => unknown>> = {
  multiline: (fields) => ({ max_lines: 128, max_wait_time: '3s', ...fields }),
  pack: (fields) => ({ ingest_timestamp: true, ...fields }),
  drop: ({ source, longer_than, ...fields }) => ({
    ...fields,
    source: source === undefined ? undefined : [source].flat(),
    longer_than: longer_than === undefined ? undefined : parseByteSize(String(longer_than)),
  }),
  match: ({ stages, ...fields }) => ({ ...fields, stages: normalStages((stages ?? []) as readonly PlainStage[]) }),
  metrics: (metrics) =>
    Object.fromEntries(
      Object.entries(metrics).map(([name, metric]) => [
        name,
        { prefix: 'promtail_custom_', max_idle_duration: '5m', ...(metric as Fields) },
      ]),
    ),
};
