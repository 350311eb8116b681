import { joinPath } from '../../../config-check/config-node';
import { refused, warned } from '../../../config-check/finding';
import type { Rule } from './rule';

const limit = (name: string): string => `limits_config.${name}`;

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

export const LIMIT_RULES: readonly Rule[] = [countsAreNotNegative, rateStrategies, policiesSelect, attributesAreChosen];
