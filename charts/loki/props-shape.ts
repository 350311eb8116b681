import { POD_OPTIONS } from '../kubernetes/pod-shapes';
import { kindOf, listOf, mapping, objectOf, scalar, text } from '../kubernetes/shape';
import type { LokiProps } from './loki';
import type { ClaimPersistence, EphemeralPersistence, Persistence } from './loki-options';
import type { SchemaPeriod } from './schema';
import type { AwsAccess, DynamoDbStorage, FilesystemStorage, LokiStorage } from './storage';

type Kind<T, Type> = Extract<T, { readonly type: Type }>;

const ACCESS = kindOf<AwsAccess>('kind of access', {
  irsa: objectOf<Kind<AwsAccess, 'irsa'>>({ type: text, roleArn: text }, ['roleArn']),
  'node-role': objectOf<Kind<AwsAccess, 'node-role'>>({ type: text }),
});

const STORAGE = kindOf<LokiStorage>('kind of storage', {
  filesystem: objectOf<FilesystemStorage>({ type: text }),
  dynamodb: objectOf<DynamoDbStorage>(
    { type: text, region: text, table: text, bucket: text, accountId: text, access: ACCESS },
    ['region', 'table', 'bucket', 'access'],
  ),
});

const PERSISTENCE = kindOf<Persistence>('kind of persistence', {
  claim: objectOf<ClaimPersistence>({ type: text, size: scalar, storageClass: text }),
  ephemeral: objectOf<EphemeralPersistence>({ type: text, sizeLimit: scalar }),
});

const PERIOD = objectOf<SchemaPeriod>(
  {
    from: text,
    store: text,
    objectStore: text,
    schema: text,
    index: objectOf<NonNullable<SchemaPeriod['index']>>({ prefix: text, period: text }),
  },
  ['from', 'store', 'objectStore', 'schema'],
);

/** The form of a Loki's props; what they say is checked in check.ts. */
export const LOKI_PROPS = objectOf<LokiProps>({
  ...POD_OPTIONS,
  name: scalar,
  instance: scalar,
  version: scalar,
  replicas: scalar,
  storage: STORAGE,
  persistence: PERSISTENCE,
  retention: scalar,
  schema: listOf(PERIOD),
  config: mapping,
  unchecked: mapping,
});
