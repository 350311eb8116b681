import type { ApiObject } from 'cdk8s';
import { compareWithEarlier } from '../../kubernetes/comparison';
import type { LokiOptions } from '../loki-options';
import { objectStoreOf } from '../storage/object-store';
import type { LokiStorage } from '../storage/storage';
import { compareTimelines } from './compare';
import { isRecord } from './places';

/** Props that the timeline follows from, and by which a change of it is explained. */
const PROPS = ['version', 'storage', 'earlierStorage', 'schema', 'schemaChange', 'config', 'persistence', 'migrateTo'];

/**
 * Has a configuration compared with its earlier form: its schema's periods only ever become more.
 * @param key of the Secret, which holds the configuration
 */
export const watchTimeline = (
  secret: ApiObject,
  key: string,
  { schema, storage, earlierStorage, schemaChange, persistence, config, unchecked }: LokiOptions,
): void => {
  const isInConfig = (path: string): boolean => isWritten(config, path) || isWritten(unchecked, path);
  compareWithEarlier(secret, {
    restsOn: PROPS,
    compare: (earlier, now) =>
      compareTimelines(earlier, now, key, {
        origin: isInConfig('schema_config.configs') ? 'config' : schema === undefined ? 'default' : 'schema',
        places: [
          { path: 'storage', kinds: kindsOf(storage ?? { type: 'filesystem' }) },
          ...(earlierStorage ?? []).map((each, index) => ({ path: `earlierStorage[${index}]`, kinds: kindsOf(each) })),
        ],
        isInConfig,
        discards: schemaChange?.discards ?? [],
        isEphemeral: persistence?.type === 'ephemeral',
      }),
  });
};

/** The kinds of places that a storage says. */
const kindsOf = (storage: LokiStorage): readonly string[] => [
  objectStoreOf(storage),
  ...(storage.type === 'dynamodb' ? ['dynamodb'] : []),
];

function isWritten(config: unknown, path: string): boolean {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), config);
  return value !== undefined;
}
