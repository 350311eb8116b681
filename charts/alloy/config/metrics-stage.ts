import { type AlloyBlock, type AlloyStatement, attributes, block } from '../syntax/values';
import { type Fields, fieldsOf, given, settingsOf } from './plain-value';
import { goDuration } from './units';

/** Promtail's, so that dashboards and alerts go on finding them. */
const PREFIX = 'promtail_custom_';

/** Promtail has a metric by its name, with what is special to its type below `config`; Alloy has a block for each. */
export const metricsStage = (metrics: Fields): AlloyStatement[] => [
  block(
    'stage.metrics',
    Object.entries(metrics).map(([name, metric]) => metricBlock(name, fieldsOf(metric))),
  ),
];

const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : given(value));

function metricBlock(name: string, { type, config, ...fields }: Fields): AlloyBlock {
  const special = fieldsOf(config);
  return block(
    `metric.${lower(type) ?? 'counter'}`,
    attributes({
      name,
      ...settingsOf(fields, ['description', 'source', 'prefix', 'max_idle_duration'], {
        prefix: given(fields.prefix) ?? PREFIX,
        max_idle_duration: goDuration(fields.max_idle_duration) ?? '5m',
      }),
      ...settingsOf(special, ['action', 'match_all', 'count_entry_bytes', 'value', 'buckets'], {
        action: lower(special.action),
      }),
    }),
  );
}
