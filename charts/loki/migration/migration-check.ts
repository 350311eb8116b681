import { checkDuration } from '../../kubernetes/duration';
import type { Problem } from '../../kubernetes/problem';
import { checkVersion, isAtLeast } from '../../releases';
import { isForEver } from '../retention-config';
import { checkDate, checkSchema, type SchemaPeriod } from '../schema';
import { isShared, objectStoreOf } from '../storage/object-store';
import type { LokiStorage } from '../storage/storage';
import { checkTogether, prefixOf } from '../storages-check';
import type { LokiMigration } from './migrate-to';

/** A Loki before or after. */
export interface Stage {
  readonly version: string;
  readonly storage: LokiStorage;
  readonly earlierStorage: readonly LokiStorage[];
  readonly schema: readonly SchemaPeriod[];
}

const AT = 'migrateTo';

/** Refuses a move that would lose logs, that Loki could not make, or that is none. */
export function checkMigration(
  { from, retention, before, ...given }: LokiMigration,
  old: Stage,
  next: Stage,
): Problem[] {
  const versions = [
    ...checkVersion('loki', old.version, `${AT}.before.version`),
    ...(given.version === undefined ? [] : checkVersion('loki', given.version, `${AT}.version`)),
  ];
  const basics = [
    ...versions,
    ...checkFrom(from, old.schema),
    ...checkSchema(old.schema, `${AT}.before.schema`),
    ...checkRetention(retention, `${AT}.retention`),
    ...checkRetention(before.retention, `${AT}.before.retention`),
  ];
  return [
    ...basics,
    ...checkTarget(old, next),
    ...checkPods(before.replicas, old.storage, next.storage),
    ...(versions.length > 0
      ? []
      : checkReleases(old, next, given.version === undefined ? 'before.version' : 'version')),
  ];
}

const checkRetention = (retention: string | undefined, path: string): Problem[] =>
  retention === undefined || isForEver(retention)
    ? []
    : checkDuration(retention, path, { min: '24h', multipleOf: '24h' });

function checkFrom(from: string, schema: readonly SchemaPeriod[]): Problem[] {
  const path = `${AT}.from`;
  const problems = checkDate(from, path);
  const last = schema.at(-1)?.from;
  if (problems.length > 0 || last === undefined || from > last) return problems;
  return [
    {
      path,
      message: `"${from}" is not after "${last}", the first day of the last period: logs of its days are stored otherwise already`,
      remedy: `write a day after ${last} that is still to come`,
    },
  ];
}

function checkTarget(old: Stage, next: Stage): Problem[] {
  const path = `${AT}.storage`;
  if (next.storage.type === 'dynamodb') {
    return [
      {
        path,
        message: 'is DynamoDB, which is no place to go to: its last release of Loki is 3.5',
        remedy: "write where TSDB is to be: { type: 's3', … } with the bucket that the chunks are in",
      },
    ];
  }
  const target = next.schema.at(-1);
  const last = old.schema.at(-1);
  const isThere =
    last?.store === 'tsdb' && last.objectStore === target?.objectStore && Number(last.schema.replace(/^v/, '')) >= 13;
  if (isThere) {
    return [
      {
        path,
        message: `is what the last period has already: TSDB with ${last.schema} in ${last.objectStore}`,
        remedy: 'leave the migration out, or name another storage',
      },
    ];
  }
  const others = [old.storage, ...old.earlierStorage];
  const same = others.find((other) => other.type === next.storage.type);
  return [
    ...(same === undefined ? [] : samePlace(same, next.storage, path)),
    ...checkTogether(
      next.storage,
      others.filter((other) => other !== same),
      path,
    ).filter((problem) => !problem.path.endsWith('.prefix')),
    ...checkPrefix(next.storage, others, `${path}.prefix`),
  ];
}

/** Refuses another bucket of the same kind: a configuration has one of each. */
function samePlace(before: LokiStorage, storage: LokiStorage, path: string): Problem[] {
  const settings = (of: LokiStorage) => new Map<string, unknown>(Object.entries(of));
  const [was, is] = [settings(before), settings(storage)];
  return ['bucket', 'account', 'container'].flatMap((name) =>
    was.get(name) === is.get(name)
      ? []
      : [
          {
            path: `${path}.${name}`,
            message: `is ${JSON.stringify(is.get(name))}, and a configuration of Loki has one ${before.type}: old logs are in ${JSON.stringify(was.get(name))}`,
            remedy: `write ${JSON.stringify(was.get(name))}`,
          },
        ],
  );
}

function checkPrefix(storage: LokiStorage, others: readonly LokiStorage[], path: string): Problem[] {
  const other = others.find((each) => prefixOf(each) !== prefixOf(storage));
  if (other === undefined) return [];
  const [is, was] = [prefixOf(storage), prefixOf(other)];
  return [
    {
      path,
      message: `is ${is === undefined ? 'none' : `"${is}"`}, and one goes before all objects: those in ${other.type} begin with ${was === undefined ? 'none' : `"${was}"`}`,
      remedy: was === undefined ? 'leave it out' : `write "${was}"`,
    },
  ];
}

const checkPods = (replicas: number | undefined, old: LokiStorage, next: LokiStorage): Problem[] =>
  (replicas ?? 1) > 1 && old.type === 'filesystem' && isShared(next)
    ? [
        {
          path: `${AT}.before.replicas`,
          message: `is ${replicas}: each pod has a part of the old logs on a volume of its own, and asks for no other one`,
          remedy: 'move to one pod first, and give up what is on the other volumes',
        },
      ]
    : [];

function checkReleases(old: Stage, next: Stage, property: 'version' | 'before.version'): Problem[] {
  const path = `${AT}.${property}`;
  const { version } = next;
  const refuse = (message: string, remedy: string): Problem[] => [{ path, message, remedy }];
  if (old.schema.some(({ store }) => store === 'aws') && isAtLeast(version, '3.6')) {
    return refuse(
      `is "${version}", and from 3.6 on Loki reads only the first page of what DynamoDB answers: old logs would be missing`,
      'write the last 3.5, "3.5.12", until the last log with its index there is worth nothing',
    );
  }
  if (!isAtLeast(version, '2.9')) {
    return refuse(`is "${version}", and TSDB with v13 came with Loki 2.9`, 'move to a newer release first');
  }
  const target = objectStoreOf(next.storage);
  const isApart = old.schema.some(({ store, objectStore }) => store !== 'aws' && objectStore !== target);
  return isApart && !isAtLeast(version, '3.0')
    ? refuse(
        `is "${version}", and before 3.0 Loki has the index of all periods in one place`,
        'move to Loki 3 first, with the schema that you have',
      )
    : [];
}
