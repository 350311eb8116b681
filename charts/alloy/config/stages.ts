import type { StageName } from '../../pipeline/model/stages';
import { type AlloyStatement, attributes, block } from '../syntax/values';
import type { AlloyFeatures } from './features';
import { metricsStage } from './metrics-stage';
import { type Fields, fieldsOf, given, mappingOf, type Settings, settingsOf } from './plain-value';
import { byteSizeOf, goDuration } from './units';

type StageWriter = (fields: Fields, features: AlloyFeatures, whole: unknown) => AlloyStatement[];

/** Stages as `stage.*` blocks, in order. What is not known of them is passed on, for Alloy's own check to refuse. */
export const stageBlocks = (stages: readonly unknown[], features: AlloyFeatures): AlloyStatement[] =>
  stages.flatMap((stage) =>
    Object.entries(fieldsOf(stage)).flatMap(([name, settings]) => {
      const write = Object.hasOwn(WRITERS, name) ? WRITERS[name as StageName] : same(name);
      return write(fieldsOf(settings), features, settings);
    }),
  );

const stageOf = (name: string, settings: Settings): AlloyStatement => block(`stage.${name}`, attributes(settings));

/** A stage whose settings are called the same in both. */
const same =
  (name: string, ...keys: readonly string[]): StageWriter =>
  (fields) => [stageOf(name, settingsOf(fields, keys))];

/** What each stage of the model is in Alloy. What Alloy would do otherwise by itself is said here, so that streams stay the same. */
const WRITERS: { readonly [Name in StageName]: StageWriter } = {
  cri: (fields) => [
    stageOf(
      'cri',
      settingsOf(fields, ['max_partial_lines', 'max_partial_line_size', 'max_partial_line_size_truncate'], {
        // 0 is the default in Promtail, and refused in Alloy.
        max_partial_lines: fields.max_partial_lines === 0 ? undefined : given(fields.max_partial_lines),
      }),
    ),
  ],
  docker: same('docker'),
  decolorize: same('decolorize'),
  json: (fields) => [
    stageOf(
      'json',
      settingsOf(fields, ['expressions', 'source', 'drop_malformed'], { expressions: mappingOf(fields.expressions) }),
    ),
  ],
  logfmt: (fields) => [
    stageOf('logfmt', settingsOf(fields, ['mapping', 'source'], { mapping: mappingOf(fields.mapping) })),
  ],
  regex: same('regex', 'expression', 'source'),
  replace: same('replace', 'expression', 'source', 'replace'),
  template: same('template', 'source', 'template'),
  output: same('output', 'source'),
  tenant: same('tenant', 'label', 'source', 'value'),
  sampling: same('sampling', 'rate', 'drop_counter_reason'),
  limit: same('limit', 'rate', 'burst', 'drop', 'by_label_name', 'max_distinct_labels'),
  labels: (values) => [stageOf('labels', { values: mappingOf(values) })],
  structured_metadata: (values) => [stageOf('structured_metadata', { values: mappingOf(values) })],
  static_labels: (values) => [stageOf('static_labels', { values: mappingOf(values) })],
  labeldrop: (_, __, names) => [stageOf('label_drop', { values: given(names) })],
  labelallow: (_, __, names) => [stageOf('label_keep', { values: given(names) })],
  match: ({ stages, ...fields }, features) => [
    block('stage.match', [
      ...attributes(settingsOf(fields, ['selector', 'action', 'drop_counter_reason'])),
      ...stageBlocks(Array.isArray(stages) ? stages : [], features),
    ]),
  ],
  drop: (fields) => [
    stageOf(
      'drop',
      settingsOf(
        fields,
        ['source', 'separator', 'expression', 'value', 'older_than', 'longer_than', 'drop_counter_reason'],
        {
          source: Array.isArray(fields.source) ? fields.source.join(',') : given(fields.source),
          older_than: goDuration(fields.older_than),
          longer_than: byteSizeOf(fields.longer_than),
        },
      ),
    ),
  ],
  multiline: (fields, { trimsNewlines }) => [
    stageOf('multiline', {
      ...settingsOf(fields, ['firstline', 'max_lines', 'max_wait_time'], {
        max_lines: given(fields.max_lines) ?? 128,
        max_wait_time: goDuration(fields.max_wait_time) ?? '3s',
      }),
      trim_newlines: trimsNewlines ? false : undefined,
    }),
  ],
  timestamp: (fields, { fudgesDuplicateTimestamps }) => [
    stageOf('timestamp', {
      ...settingsOf(fields, ['source', 'format', 'fallback_formats', 'location', 'action_on_failure']),
      action_on_duplicate_timestamp: fudgesDuplicateTimestamps ? 'keep' : undefined,
    }),
  ],
  pack: (fields) => [
    stageOf(
      'pack',
      settingsOf(fields, ['labels', 'ingest_timestamp'], { ingest_timestamp: given(fields.ingest_timestamp) ?? true }),
    ),
  ],
  metrics: metricsStage,
  // Promtail makes labels of what it finds, Alloy extracted values.
  geoip: (fields) => [
    stageOf('geoip', settingsOf(fields, ['db', 'source', 'db_type'])),
    stageOf('labels', {
      values: Object.fromEntries((GEOIP_LABELS[String(fields.db_type)] ?? []).map((name) => [name, ''])),
    }),
  ],
};

const GEOIP_LABELS: Readonly<Record<string, readonly string[]>> = {
  city: [
    'geoip_city_name',
    'geoip_continent_code',
    'geoip_continent_name',
    'geoip_country_name',
    'geoip_location_latitude',
    'geoip_location_longitude',
    'geoip_postal_code',
    'geoip_subdivision_code',
    'geoip_subdivision_name',
    'geoip_timezone',
  ],
  asn: ['geoip_autonomous_system_number', 'geoip_autonomous_system_organization'],
};
