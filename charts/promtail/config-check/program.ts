import { promtailConfigKeys } from '../../../imports/promtail-config-keys';
import type { CheckedProgram } from '../../config-check/program';

const NOT_A_CHART = "move what is below it to the top: this is Promtail's own file, not a chart's values";

export const PROMTAIL: CheckedProgram = {
  name: 'promtail',
  title: 'Promtail',
  keys: promtailConfigKeys,
  replacedKeys: [[/\bstream_lag_labels$/, 'leave it out: its metric is gone']],
  knownSince: [[/^limits_config$/, '2.5']],
  strangeBlocks: {
    config: NOT_A_CHART,
    promtail: NOT_A_CHART,
    pipeline_stages: 'write it in a job of scrape_configs',
    relabel_configs: 'write it in a job of scrape_configs',
    static_configs: 'write it in a job of scrape_configs',
    schema_config: "it belongs in Loki's file",
    storage_config: "it belongs in Loki's file",
    auth_enabled: "it belongs in Loki's file",
  },
};
