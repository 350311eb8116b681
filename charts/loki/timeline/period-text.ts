import type { TimelinePeriod } from './timeline';

/** How `schema` calls what a period says. */
const OPTION_NAMES: Readonly<Record<string, string>> = {
  store: 'store',
  object_store: 'objectStore',
  schema: 'schema',
  'index.prefix': 'index.prefix',
  'index.period': 'index.period',
};

/** What `schema` cannot say, and what it stands for there. */
const ONLY_IN_CONFIG: Readonly<Record<string, readonly string[]>> = {
  row_shards: ['16', '0'],
  'chunks.prefix': [''],
  'chunks.period': ['0s'],
};

/** A field of a period, as `schema` calls it; undefined for one that only Loki's own configuration has. */
export const optionName = (field: string): string | undefined => (field === 'from' ? field : OPTION_NAMES[field]);

/** Whether `schema` can say all that a period says. */
export const fitsSchema = ({ fields }: TimelinePeriod): boolean =>
  Object.entries(ONLY_IN_CONFIG).every(([field, presets]) => presets.includes(fields[field] ?? ''));

/** A period as code for `schema`: `{ from: '2024-04-01', store: 'tsdb', … }`. */
export function asOption(period: TimelinePeriod): string {
  const { fields } = period;
  const [prefix = '', every = ''] = [fields['index.prefix'], fields['index.period']];
  const index = [...(prefix === 'index_' ? [] : [['prefix', prefix]]), ...(every === '24h' ? [] : [['period', every]])];
  return braces([
    ['from', quoted(period.from)],
    ...['store', 'object_store', 'schema'].map((field) => [optionName(field) ?? field, quoted(fields[field] ?? '')]),
    ...(index.length === 0 ? [] : [['index', braces(index.map(([key = '', value = '']) => [key, quoted(value)]))]]),
  ]);
}

/** A period as code for `config.schema_config.configs`. */
export function asConfig(period: TimelinePeriod): string {
  const { fields } = period;
  const below = (block: string): readonly (readonly string[])[] => {
    const inner = Object.entries(fields)
      .filter(([field, value]) => field.startsWith(`${block}.`) && !ONLY_IN_CONFIG[field]?.includes(value))
      .map(([field, value]) => [field.slice(block.length + 1), quoted(value)]);
    return inner.length === 0 ? [] : [[block, braces(inner)]];
  };
  const shards = fields.row_shards ?? '';
  return braces([
    ['from', quoted(period.from)],
    ...['store', 'object_store', 'schema'].map((field) => [field, quoted(fields[field] ?? '')]),
    ...(ONLY_IN_CONFIG.row_shards?.includes(shards) ? [] : [['row_shards', shards]]),
    ...below('index'),
    ...below('chunks'),
  ]);
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const braces = (entries: readonly (readonly string[])[]): string =>
  `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
