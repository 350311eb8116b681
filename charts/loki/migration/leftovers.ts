import { parseDuration } from '../../kubernetes/duration';
import { isAtLeast } from '../../releases';
import { isForEver } from '../retention-config';
import type { SchemaPeriod } from '../schema';
import { objectStoreOf } from '../storage/object-store';
import type { LokiStorage } from '../storage/storage';
import { hasSurelyCome, withoutStructuredMetadata } from '../structured-metadata';
import { dayAfter } from '../timeline/days';

/** Something of an earlier set-up that has to stay for as long as its logs are kept. */
export interface Leftover {
  readonly what:
    | 'period'
    | 'earlier-storage'
    | 'table'
    | 'bucket'
    | 'volume'
    | 'replicas'
    | 'rights'
    | 'release'
    | 'structured-metadata';
  /** The period's first day, the table's or the bucket's name, the release; what else tells it from others of its kind. */
  readonly name: string;
  /** Last day on which it is needed, in UTC; undefined: for ever, since nothing deletes the logs. */
  readonly until?: string;
  /** What it is and why it is needed, in words. */
  readonly sentence: string;
}

export interface LeftoverInput {
  readonly version: string;
  readonly schema: readonly SchemaPeriod[];
  readonly storage: LokiStorage;
  readonly earlierStorage: readonly LokiStorage[];
  /** How long logs are kept; undefined or `'0s'` for ever. */
  readonly retention?: string;
  /** Whether the pods' volume ends with them, and logs on it too. */
  readonly isEphemeral: boolean;
  /** Whether somebody has said that structured metadata is let in. @default false */
  readonly allowsMetadata?: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/** What of earlier periods still has to stay, as far as the code can tell: what is surely over is left out. */
export function leftoversOf(input: LeftoverInput): readonly Leftover[] {
  const { version, schema, storage, isEphemeral } = input;
  const leftovers = schema.slice(0, -1).flatMap((period, index) => {
    const next = schema[index + 1]?.from ?? period.from;
    const until = keptUntil(next, input.retention);
    const isOver = until !== undefined && hasSurelyCome(dayAfter(until), version);
    const isGone = isEphemeral && period.objectStore === 'filesystem';
    return isOver || isGone ? [] : ofPeriod(period, index, { ...input, next, until });
  });
  const metadata = input.allowsMetadata === true ? [] : ofMetadata(schema, version, storage);
  return unique([...leftovers, ...metadata]);
}

/** The day on which the last log before a day is deleted. */
function keptUntil(day: string, retention: string | undefined): string | undefined {
  if (retention === undefined || isForEver(retention)) return undefined;
  const milliseconds = parseDuration(retention);
  return milliseconds === undefined ? undefined : dayAfter(day, Math.ceil(milliseconds / DAY));
}

interface PeriodInput extends LeftoverInput {
  readonly next: string;
  readonly until: string | undefined;
}

function ofPeriod(period: SchemaPeriod, index: number, input: PeriodInput): readonly Leftover[] {
  const { next, until, storage, earlierStorage } = input;
  const stays = (what: Leftover['what'], name: string, sentence: string): Leftover => ({ what, name, until, sentence });
  const position = earlierStorage.findIndex((each) => isOf(period, each));
  const place = isOf(period, storage) ? undefined : earlierStorage[position];
  return [
    stays(
      'period',
      period.from,
      `schema[${index}], ${period.store} in ${period.objectStore}: the only way to the logs of ${period.from} to ${dayAfter(next, -1)}`,
    ),
    ...(place === undefined
      ? []
      : [stays('earlier-storage', place.type, `earlierStorage[${position}], which says where they are`)]),
    ...(period.store === 'aws' ? ofTable(period, place ?? storage, input) : []),
    ...(period.store === 'boltdb-shipper'
      ? [stays('release', '3', 'a release of Loki before 4.0, the last ones that read boltdb-shipper')]
      : []),
    ...(place === undefined ? [] : ofPlace(place, storage, stays)),
  ];
}

const isOf = ({ store, objectStore }: SchemaPeriod, storage: LokiStorage): boolean =>
  store === 'aws' ? storage.type === 'dynamodb' : storage.type !== 'dynamodb' && objectStoreOf(storage) === objectStore;

function ofTable(
  { from, index }: SchemaPeriod,
  storage: LokiStorage,
  { next, until }: PeriodInput,
): readonly Leftover[] {
  if (storage.type !== 'dynamodb') return [];
  const { table, region } = storage;
  const every = parseDuration(index?.period ?? '24h') ?? 0;
  const last = every === 0 ? table : `${table}${Math.floor((Date.parse(next) - 1) / every)}`;
  const first = every === 0 ? table : `${table}${Math.floor(Date.parse(from) / every)}`;
  const names = first === last ? `the DynamoDB table "${table}"` : `the DynamoDB tables "${first}" to "${last}"`;
  return [
    {
      what: 'table',
      name: table,
      until,
      sentence:
        `${names} in ${region}, the index of these logs. From now on Loki makes no table and changes none: ` +
        (first === last ? '' : `make those that are not there yet, or logs are lost on the way to ${next}, and `) +
        `lower the write capacity from ${dayAfter(next)} on, which nothing needs any more`,
    },
    {
      what: 'rights',
      name: `dynamodb:${table}`,
      until,
      sentence: `the rights to read it, dynamodb:Query; and until ${dayAfter(next)} those to write it, dynamodb:BatchWriteItem, for chunks that were begun before ${next}`,
    },
    {
      what: 'release',
      name: '3.5',
      until,
      sentence: 'a release of Loki up to 3.5: newer ones read only the first page of what DynamoDB answers',
    },
  ];
}

function ofPlace(
  place: LokiStorage,
  storage: LokiStorage,
  stays: (what: Leftover['what'], name: string, sentence: string) => Leftover,
): readonly Leftover[] {
  switch (place.type) {
    case 'filesystem':
      return [
        stays('volume', 'storage', "the claim of Loki's pod, where they are"),
        stays('replicas', '1', 'one pod: no other one has that volume'),
      ];
    case 'azure':
      return [
        stays('bucket', place.container, `the container "${place.container}" in the account "${place.account}"`),
        stays('rights', `azure:${place.container}`, 'the rights to read it, and to delete what is past its retention'),
      ];
    case 's3':
    case 'gcs':
    case 'dynamodb':
      return storage.type === 's3' && storage.bucket === place.bucket
        ? []
        : [
            stays('bucket', place.bucket, `the bucket "${place.bucket}", where their chunks are`),
            stays(
              'rights',
              `${objectStoreOf(place)}:${place.bucket}`,
              'the rights to read it, and to delete what is past its retention',
            ),
          ];
  }
}

function ofMetadata(schema: readonly SchemaPeriod[], version: string, storage: LokiStorage): readonly Leftover[] {
  const last = schema.at(-1);
  const lacking = isAtLeast(version, '3.0') ? withoutStructuredMetadata(schema, version) : undefined;
  if (last === undefined || lacking === undefined || lacking === last || storage.type === 'dynamodb') return [];
  return [
    {
      what: 'structured-metadata',
      name: 'limits_config.allow_structured_metadata',
      until: dayAfter(last.from, -1),
      sentence:
        `limits_config.allow_structured_metadata: false, since ${lacking.store} with ${lacking.schema} cannot store it and Loki would not start. ` +
        `From ${last.from} on it may be true: set it in config`,
    },
  ];
}

const unique = (leftovers: readonly Leftover[]): readonly Leftover[] => [
  ...new Map(leftovers.map((leftover) => [`${leftover.what}\n${leftover.name}\n${leftover.until}`, leftover])).values(),
];
