import type { LokiConfig } from '../../../imports/loki-config';
import type { Retention } from '../loki-options';
import type { StreamRetention } from '../retention/stream-retention';

/** What is said of all tenants at once, or in props of its own. */
type NotOfATenant =
  | 'ingestion_rate_strategy'
  | 'per_tenant_override_config'
  | 'per_tenant_override_period'
  | 'retention_period'
  | 'retention_stream';

/** Loki's `limits_config`, as far as a tenant can have its own. @see https://grafana.com/docs/loki/latest/configure/#limits_config */
export type TenantLimits = Omit<NonNullable<LokiConfig['limits_config']>, NotOfATenant>;

/** What is otherwise for one tenant than for all; what is left out is as for all. */
export interface LokiTenant {
  /** How long its logs are kept: whole days from `'1d'` (`'24h'`), or `'0s'` for ever. @default - as long as everybody's */
  readonly retention?: Retention;
  /** Streams that are kept for another time, in place of the list for all: that one does not count for this tenant. @default - the list for all */
  readonly retentionByStream?: readonly StreamRetention[];
  /** Merged over `config.limits_config`. Nothing is filled in from the environment here. @default - the limits for all */
  readonly limits?: TenantLimits;
}

/** Tenants by their names. */
export type LokiTenants = Readonly<Record<string, LokiTenant>>;
