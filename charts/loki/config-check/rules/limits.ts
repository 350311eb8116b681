import { joinPath } from '../config-node';
import { type Finding, refused, warned } from '../finding';
import type { Settings } from '../settings';
import type { Rule } from './rule';

const UNITS = ['', 'k', 'm', 'g', 't', 'p', 'e'];

/** Bytes of a size; undefined for what is none. A KB is 1024 bytes. */
export function bytesOf(settings: Settings, path: string): number | undefined {
  const text = settings.text(path);
  if (text === '') return 0;
  const [, amount, unit = ''] = /^(\d+)\s*([kmgtpe]?)/i.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * 1024 ** UNITS.indexOf(unit.toLowerCase());
}

const limit = (name: string): string => `limits_config.${name}`;

/** Says so when a limit that is written stands against another one. */
function contradiction(
  settings: Settings,
  paths: readonly string[],
  isSo: boolean,
  message: string,
  remedy: string,
): Finding[] {
  const written = paths.find((path) => settings.isWritten(path));
  return isSo && written !== undefined ? [warned(written, message, remedy)] : [];
}

/** A burst below the rate is what holds: the rate is never reached. */
export const burstsFitRates: Rule = ({ settings }) => {
  const [streamRate, streamBurst] = [limit('per_stream_rate_limit'), limit('per_stream_rate_limit_burst')];
  const [rate, burst] = [limit('ingestion_rate_mb'), limit('ingestion_burst_size_mb')];
  const lineSize = limit('max_line_size');
  const longest = bytesOf(settings, lineSize) ?? 0;
  const streamMost = bytesOf(settings, streamBurst) ?? 0;
  return [
    ...contradiction(
      settings,
      [streamBurst, streamRate],
      settings.has(streamRate) && (bytesOf(settings, streamRate) ?? 0) > streamMost,
      `${streamBurst} is less than ${streamRate}, which is then never reached`,
      `raise ${streamBurst}`,
    ),
    ...contradiction(
      settings,
      [burst, rate],
      (settings.number(rate) ?? 0) > (settings.number(burst) ?? 0),
      `${burst} is less than ${rate}, and a push larger than the burst is always refused`,
      `raise ${burst}`,
    ),
    ...contradiction(
      settings,
      [lineSize, streamBurst],
      settings.has(streamRate) && longest > streamMost,
      `${lineSize} is more than ${streamBurst}: a line that long is always refused`,
      `raise ${streamBurst}`,
    ),
  ];
};

/** Logs that are queried are there; logs that are taken in are kept. */
export const queriesFitRetention: Rule = ({ settings }) => {
  const retention = settings.milliseconds(limit('retention_period')) ?? 0;
  const lookback = settings.milliseconds(limit('max_query_lookback')) ?? 0;
  const oldest = settings.milliseconds(limit('reject_old_samples_max_age')) ?? 0;
  const keeps = settings.bool('compactor.retention_enabled') && retention > 0;
  return [
    ...contradiction(
      settings,
      [limit('max_query_lookback')],
      keeps && lookback > retention,
      `reaches back further than ${limit('retention_period')} keeps logs`,
      'write the same as for the retention, or less',
    ),
    ...contradiction(
      settings,
      [limit('reject_old_samples_max_age')],
      keeps && settings.bool(limit('reject_old_samples')) && oldest > retention,
      `takes logs in that are older than ${limit('retention_period')} keeps them`,
      'write less than the retention',
    ),
  ];
};

/** Counts that say "no limit" by 0; what less than that says, nobody knows. */
const COUNTS = [
  'max_streams_per_user',
  'max_global_streams_per_user',
  'max_entries_limit_per_query',
  'max_query_series',
  'max_chunks_per_query',
];

export const countsAreNotNegative: Rule = ({ settings }) =>
  COUNTS.flatMap((name) => {
    const value = settings.number(limit(name));
    return settings.isWritten(limit(name)) && value !== undefined && value < 0
      ? [warned(limit(name), `is ${value}`, 'write 0 for no limit')]
      : [];
  });

export const rateStrategies: Rule = ({ settings }) => {
  const path = limit('ingestion_rate_strategy');
  const word = settings.text(path);
  return ['local', 'global', '?'].includes(word) || !settings.isWritten(path)
    ? []
    : [warned(path, `"${word}" is neither "local" nor "global", and counts as "local"`, 'write one of the two')];
};

/** Streams that a policy is for are said by a selector. */
export const policiesSelect: Rule = ({ settings }) =>
  [limit('policy_stream_mapping'), 'distributor.default_policy_stream_mappings'].flatMap((block) =>
    settings.keysBelow(block).flatMap((policy) =>
      settings
        .itemsOf(joinPath(block, policy))
        .filter((path) => settings.text(`${path}.selector`) === '')
        .map((path) => refused(path, 'has no selector', 'write the streams that it is for: \'{namespace="dev"}\'')),
    ),
  );

/** Attributes of OpenTelemetry are chosen by name or by pattern. */
export const attributesAreChosen: Rule = ({ settings }) => {
  const block = limit('otlp_config');
  return ['resource_attributes.attributes_config', 'scope_attributes', 'log_attributes'].flatMap((list) =>
    settings.itemsOf(`${block}.${list}`).flatMap((path) => {
      const byName = settings.itemsOf(`${path}.attributes`).length > 0;
      const byPattern = settings.text(`${path}.regex`) !== '';
      const isIndexed = settings.text(`${path}.action`) === 'index_label' && !list.startsWith('resource');
      return [
        ...(byName === byPattern
          ? [
              refused(
                path,
                byName ? 'has both attributes and regex' : 'has neither attributes nor regex',
                'write one of the two',
              ),
            ]
          : []),
        ...(isIndexed
          ? [
              refused(
                `${path}.action`,
                'is index_label, which resource attributes alone can have',
                'write structured_metadata or drop',
              ),
            ]
          : []),
      ];
    }),
  );
};

export const LIMIT_RULES: readonly Rule[] = [
  burstsFitRates,
  queriesFitRetention,
  countsAreNotNegative,
  rateStrategies,
  policiesSelect,
  attributesAreChosen,
];
