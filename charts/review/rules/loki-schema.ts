import { parseDuration } from '../../kubernetes/duration';
import { byCodeUnit, mapsAt, type PlainMap, textAt, textOf } from '../plain';

/** A period of `schema_config`, as far as it says where its logs are. */
export interface SchemaPeriod {
  /** Its first day: `2024-04-01`. */
  readonly from: string;
  /** By their names: equal for the same place and form of what is stored. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The periods of a configuration by their first days, the oldest first. */
export const schemaPeriods = (config: unknown): SchemaPeriod[] =>
  mapsAt(config, 'schema_config', 'configs')
    .map((period) => ({ from: (textOf(period.from) ?? '').slice(0, 10), fields: fieldsOf(period) }))
    .sort((a, b) => byCodeUnit(a.from, b.from));

function fieldsOf(period: PlainMap): Readonly<Record<string, string>> {
  const store = textOf(period.store) ?? '';
  const length = textAt(period, 'index', 'period') ?? '0s';
  return {
    store,
    object_store: textOf(period.object_store) ?? store,
    schema: (textOf(period.schema) ?? '').replace(/^v/, ''),
    'index.prefix': textAt(period, 'index', 'prefix') ?? '',
    'index.path_prefix': textAt(period, 'index', 'path_prefix') ?? 'index/',
    'index.period': String(parseDuration(length) ?? length),
    'chunks.prefix': textAt(period, 'chunks', 'prefix') ?? '',
  };
}

/** What a change of periods does to logs that are there: a clause for each period. */
export function schemaLosses(before: unknown, after: unknown, today: string | undefined): string[] {
  const [old, now] = [schemaPeriods(before), schemaPeriods(after)];
  const hasBegun = (from: string): boolean => today === undefined || from <= today;
  const last = old.at(-1)?.from ?? '';
  const losses = old.flatMap((period, index) => {
    if (!hasBegun(period.from)) return [];
    const same = now.find(({ from }) => from === period.from);
    const until = old[index + 1]?.from;
    const of = `logs from ${period.from} to ${until ?? 'today'} are not found any more`;
    if (same === undefined) return [`has no schema period from ${period.from} any more: ${of}`];
    const changed = Object.keys(period.fields).filter((field) => period.fields[field] !== same.fields[field]);
    if (changed.length === 0) return [];
    return [
      `changes ${changed.join(', ')} of the schema period from ${period.from}: ${of}; add a period with a day to come instead`,
    ];
  });
  const added = now.filter(({ from }) => !old.some((period) => period.from === from));
  const inserted = added.filter(({ from }) => (today === undefined ? from < last : from <= today) && old.length > 0);
  return [
    ...losses,
    ...inserted.map(
      ({ from }) =>
        `adds a schema period from ${from}, a day that has been: logs since then are looked for where they are not`,
    ),
  ];
}
