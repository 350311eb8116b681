import { mapOf, mapping, objectOf, scalar } from '../../kubernetes/shape';
import { STREAM_RETENTIONS } from '../retention/stream-retention';
import type { LokiTenant } from './tenant';

/** The form of tenants; what they say is checked in tenants-check.ts. */
export const TENANTS = mapOf(
  objectOf<LokiTenant>({ retention: scalar, retentionByStream: STREAM_RETENTIONS, limits: mapping }),
);
