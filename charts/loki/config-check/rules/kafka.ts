import { type Finding, refused } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import type { Rule } from './rule';

const RECORD_SIZES = [1024 * 1024, 16_000_000 - 16_384] as const;

/** Kafka's block is looked at once ingesters read from it. */
export const kafkaIsSet: Rule = ({ settings }) => {
  if (!settings.bool('ingester.kafka_ingestion.enabled')) return [];
  const size = settings.number('kafka_config.producer_max_record_size_bytes');
  const [user, password] = ['kafka_config.sasl_username', 'kafka_config.sasl_password'];
  const [hasUser, hasPassword] = [user, password].map((path) => settings.text(path) !== '');
  const address = 'kafka_config.address';
  const isMoved = settings.has('kafka_config.reader_config');
  return [
    ...(settings.text('kafka_config.topic') === ''
      ? [
          refused(
            'ingester.kafka_ingestion.enabled',
            'is true, and kafka_config.topic is not set',
            'set kafka_config.topic',
          ),
        ]
      : []),
    ...(!isMoved && settings.text(address) === '' ? [refused(address, 'is empty', 'write "host:9092"')] : []),
    ...(size !== undefined && (size < RECORD_SIZES[0] || size > RECORD_SIZES[1])
      ? [
          refused(
            'kafka_config.producer_max_record_size_bytes',
            `is ${size}, and has to be ${RECORD_SIZES.join(' to ')}`,
            'leave it out',
          ),
        ]
      : []),
    ...(hasUser === hasPassword
      ? []
      : [
          refused(
            hasUser ? (user ?? '') : (password ?? ''),
            'is set without the other of the two',
            'set both, or neither',
          ),
        ]),
  ];
};

/** Times and counts of the limits service, from 3.6 on, once it is on. */
const POSITIVE = ['active_window', 'rate_window', 'bucket_size', 'eviction_interval', 'num_partitions'];

export const ingestLimitsAreSet: Rule = ({ settings }) => {
  const block = 'ingest_limits';
  if (!settings.has(`${block}.bucket_size`) || !settings.bool(`${block}.enabled`)) return [];
  const [rate, bucket] = ['rate_window', 'bucket_size'].map((key) => settings.milliseconds(`${block}.${key}`) ?? 0);
  const empty = ['topic', 'consumer_group'].filter((key) => settings.text(`${block}.${key}`) === '');
  return [
    ...POSITIVE.filter((key) => amountOf(settings, `${block}.${key}`) <= 0).map((key) =>
      refused(`${block}.${key}`, 'is not more than nothing', `write "${settings.preset(`${block}.${key}`)}"`),
    ),
    ...empty.map((key): Finding => {
      const path = `${block}.${key}`;
      const where = settings.isWritten(path) ? path : `${block}.enabled`;
      return refused(where, `needs ${path}, which is not set`, `set ${path}`);
    }),
    ...((bucket ?? 0) > 0 && (rate ?? 0) % (bucket ?? 1) !== 0
      ? [refused(`${block}.rate_window`, `is not a multiple of ${block}.bucket_size`, 'write a multiple of it')]
      : []),
  ];
};

const amountOf = (settings: Settings, path: string): number =>
  (path.endsWith('num_partitions') ? settings.number(path) : settings.milliseconds(path)) ?? 1;

export const limitsAreDelegated: Rule = ({ settings }) =>
  settings.bool('ingester.delegate_stream_limits_enabled') && !settings.bool('ingest_limits.enabled')
    ? [
        refused(
          'ingester.delegate_stream_limits_enabled',
          'is true, and ingest_limits.enabled is not',
          'set both, or neither',
        ),
      ]
    : [];

export const KAFKA_RULES: readonly Rule[] = [kafkaIsSet, ingestLimitsAreSet, limitsAreDelegated];
