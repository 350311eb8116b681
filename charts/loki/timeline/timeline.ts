import { parseDuration } from '../../kubernetes/duration';
import { isRecord, type Place, placesOf, textAt } from './places';

/** How the logs of some days are stored, and where: what must not change once these days have begun. */
export interface TimelinePeriod {
  /** First day: `2024-04-01`. */
  readonly from: string;
  /** What a period says, by Loki's own name below it: `store`, `index.prefix`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly chunks: Place;
  readonly index: Place;
}

/** Settings of a period that decide how its logs are found, with what each is when it is not said. */
const FIELDS: readonly (readonly [field: string, preset: string])[] = [
  ['store', ''],
  ['object_store', ''],
  ['schema', ''],
  ['row_shards', ''],
  ['index.prefix', ''],
  ['index.period', '0s'],
  ['chunks.prefix', ''],
  ['chunks.period', '0s'],
];

/** The periods of a configuration of Loki, as far as they can be read; undefined for what is none. Never throws. */
export function timelineOf(config: unknown): readonly TimelinePeriod[] | undefined {
  if (!isRecord(config) || !isRecord(config.schema_config)) return undefined;
  const { configs } = config.schema_config;
  if (!Array.isArray(configs)) return undefined;
  return configs.filter(isRecord).map((period) => {
    const fields = fieldsOf(period);
    const { store = '', object_store: objectStore = '' } = fields;
    const places = placesOf(config, period, { store, objectStore });
    return { from: textAt(period, 'from').slice(0, DAY_LENGTH), fields, ...places };
  });
}

const DAY_LENGTH = '2024-04-01'.length;

function fieldsOf(period: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [field, preset] of FIELDS) fields[field] = textAt(period, field) || preset;
  // Loki keeps chunks where the index is, when nothing else is said; and both names stand for S3.
  fields.object_store ||= fields.store ?? '';
  if (fields.object_store === 'aws') fields.object_store = 's3';
  fields.row_shards ||= Number(/\d+/.exec(fields.schema ?? '')?.[0]) > 9 ? '16' : '0';
  return fields;
}

/** Whether two values of a field mean the same: `24h` and `1d`, `v13` and `13`. */
export function isSameField(field: string, one: string, other: string): boolean {
  if (one === other) return true;
  if (field.endsWith('.period')) {
    const milliseconds = parseDuration(one);
    return milliseconds !== undefined && milliseconds === parseDuration(other);
  }
  return field === 'schema' && one.replace(/^v/, '') === other.replace(/^v/, '');
}
