import { POD_OPTIONS } from '../kubernetes/pod-shapes';
import { flag, listOf, mapping, objectOf, scalar, text } from '../kubernetes/shape';
import { ADOPTED_LOKI } from './adopted-loki';
import type { LokiProps } from './loki';
import { OUTCOME } from './migration/migration-shape';
import { PERSISTENCE } from './persistence-shape';
import { STREAM_RETENTIONS } from './retention/stream-retention';
import { PERIOD } from './schema-shape';
import { STORAGE } from './storage/storage-shape';
import { TENANTS } from './tenants/tenant-shape';
import type { SchemaChange } from './timeline/schema-change';
import { TOPOLOGY } from './topology/topology-shape';

/** The form of a Loki's props; what they say is checked in check.ts. */
export const LOKI_PROPS = objectOf<LokiProps>({
  ...POD_OPTIONS,
  name: scalar,
  instance: scalar,
  multiTenant: flag,
  adopt: ADOPTED_LOKI,
  version: scalar,
  replicas: scalar,
  topology: TOPOLOGY,
  storage: STORAGE,
  earlierStorage: listOf(STORAGE),
  persistence: PERSISTENCE,
  dataFolder: text,
  retention: scalar,
  retentionByStream: STREAM_RETENTIONS,
  tenants: TENANTS,
  schema: listOf(PERIOD),
  schemaChange: objectOf<SchemaChange>({ discards: listOf(text) }, ['discards']),
  migration: OUTCOME,
  config: mapping,
  unchecked: mapping,
});
