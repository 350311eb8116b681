import type { ConfigMapping } from '../../kubernetes/merge';
import { sortedKeys } from '../../kubernetes/sorted-keys';
import { writeYaml } from '../../kubernetes/yaml';
import { streamRetentionConfig } from '../retention/stream-retention';
import { retentionPeriod } from '../retention-config';
import type { LokiTenant, LokiTenants } from './tenant';

const FILE = 'overrides.yaml';

/** Beside the folder of loki.yaml: one mount within another needs a folder there that nobody makes. */
export const RUNTIME_FOLDER = '/etc/loki-runtime';

/** Where Loki reads its tenants from; it looks for changes every ten seconds. */
export const RUNTIME_FILE = `${RUNTIME_FOLDER}/${FILE}`;

/** What tenants add to the configuration file itself. None yet makes a difference to none at all: Loki looks for the file. */
export const tenancyConfig = (isMultiTenant: boolean, tenants: LokiTenants | undefined): ConfigMapping => ({
  auth_enabled: isMultiTenant,
  ...(tenants === undefined ? {} : { runtime_config: { file: RUNTIME_FILE } }),
});

/** The ConfigMap's data: a file that Loki reads again whenever it changes. */
export const runtimeConfigData = (tenants: LokiTenants): Readonly<Record<string, string>> => {
  const overrides = Object.fromEntries(Object.entries(tenants).map(([id, tenant]) => [id, limitsOf(tenant)]));
  return { [FILE]: writeYaml(sortedKeys({ overrides })) };
};

/** A tenant in the words of Loki's `limits_config`. */
export const limitsOf = ({ retention, retentionByStream, limits }: LokiTenant): ConfigMapping => ({
  ...(limits as ConfigMapping | undefined),
  ...(retention === undefined ? {} : { retention_period: retentionPeriod(retention) }),
  ...(retentionByStream === undefined ? {} : { retention_stream: retentionByStream.map(streamRetentionConfig) }),
});
