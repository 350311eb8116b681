import { BUCKET_RULES } from './buckets';
import { CONTRADICTION_RULES } from './contradictions';
import { environmentIsFilledIn } from './environment';
import { FOLDER_RULES } from './folders';
import { KAFKA_RULES } from './kafka';
import { LIMIT_RULES } from './limits';
import { bytesPerShard, NUMBER_RULES, wordsAreSaid } from './numbers';
import { OBJECT_STORE_RULES } from './object-stores';
import { QUERY_RULES } from './queries';
import { RELABEL_RULES } from './relabel';
import { httpClients, REMOTE_WRITE_RULES, remoteWritesHaveUrls } from './remote-write';
import { RETENTION_RULES, retentionIsADayAtLeast, streamRetentions } from './retention';
import { RING_RULES } from './ring';
import type { Rule } from './rule';
import { RULER_RULES } from './ruler';
import { SCHEMA_RULES } from './schema';
import { STORAGE_RULES } from './storage';
import { STORE_RULES } from './stores';
import { structuredMetadataIsStored } from './structured-metadata';

/** Every rule between settings, by theme. */
export const RULES: readonly Rule[] = [
  environmentIsFilledIn,
  ...SCHEMA_RULES,
  structuredMetadataIsStored,
  ...STORE_RULES,
  ...STORAGE_RULES,
  ...BUCKET_RULES,
  ...OBJECT_STORE_RULES,
  ...RETENTION_RULES,
  ...RING_RULES,
  ...FOLDER_RULES,
  ...LIMIT_RULES,
  ...CONTRADICTION_RULES,
  ...NUMBER_RULES,
  ...QUERY_RULES,
  ...RULER_RULES,
  ...REMOTE_WRITE_RULES,
  ...RELABEL_RULES,
  ...KAFKA_RULES,
];

/** Those of them that are about limits alone, which each tenant may have of its own. */
export const TENANT_RULES: readonly Rule[] = [
  streamRetentions,
  retentionIsADayAtLeast,
  wordsAreSaid,
  bytesPerShard,
  ...LIMIT_RULES,
  ...CONTRADICTION_RULES,
  remoteWritesHaveUrls,
  httpClients,
  ...RELABEL_RULES,
];
