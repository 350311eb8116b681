import { joinPath } from '../../config-check/config-node';
import type { ConfigProblem } from '../../config-check/config-problem';
import { type ConfigMapping, type ConfigValue, isMapping, mergeConfig } from '../../kubernetes/merge';
import type { Problem } from '../../kubernetes/problem';
import type { LokiConfig } from '../config';
import type { LokiTenant, TenantLimits } from './tenant';
import { limitsOf } from './tenants-config';

/** Checks a whole configuration, as it would run. */
export type JudgeConfig = (config: LokiConfig) => readonly ConfigProblem[];

export interface LimitsVerdict {
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

/** Limits that no tenant has for itself, and where they are said. */
const OTHER_PLACES: Readonly<Record<string, string>> = {
  ingestion_rate_strategy: 'write it in config.limits_config, for all tenants',
  per_tenant_override_config: 'leave it out: the tenants have a file',
  per_tenant_override_period: 'write config.runtime_config.period',
  retention_period: 'write it as retention',
  retention_stream: 'write it as retentionByStream',
};

/**
 * Judges a tenant's limits by the rules for all limits, laid over those for all as Loki does, and says what is only so
 * because of the tenant, by the tenant's own paths.
 */
export function judgeLimits(
  config: LokiConfig,
  judge: JudgeConfig,
): (tenant: LokiTenant, path: string) => LimitsVerdict {
  const same = ({ path, message }: ConfigProblem): string => `${path}: ${message}`;
  let ofAll: ReadonlySet<string> | undefined;
  return (tenant, path) => {
    const [ownLimits, misplaced] = checkWritten(tenant.limits, `${path}.limits`);
    const limits = limitsOf({ ...tenant, limits: ownLimits });
    if (Object.keys(limits).length === 0) return { problems: misplaced, warnings: [] };
    ofAll ??= new Set(judge(config).map(same));
    const found = judge({ ...config, limits_config: mergeConfig(limitsOfAll(config), limits) })
      .filter((problem) => ofAll?.has(same(problem)) === false)
      .map((problem) => ({ ...inTenant(problem, path), severity: problem.severity }));
    return {
      problems: [
        ...misplaced,
        ...found
          .filter(({ severity }) => severity === 'error')
          .map((problem) => ({ path: problem.path, message: problem.message, remedy: problem.remedy })),
      ],
      warnings: found
        .filter(({ severity }) => severity === 'warning')
        .map((problem) => `${problem.path} ${problem.message}; ${problem.remedy}`),
    };
  };
}

const limitsOfAll = ({ limits_config }: LokiConfig): ConfigMapping => (isMapping(limits_config) ? limits_config : {});

/** Limits that are no problem in themselves, and what Loki would read otherwise here than in its own file, or not at all. */
function checkWritten(limits: TenantLimits | undefined, path: string): readonly [ConfigMapping, readonly Problem[]] {
  const fitting: Record<string, ConfigValue | undefined> = {};
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries((limits ?? {}) as ConfigMapping)) {
    const mistake = mistakeOf(key, value);
    if (mistake === undefined) fitting[key] = value;
    else problems.push({ path: joinPath(path, key), ...mistake });
  }
  return [fitting, problems];
}

function mistakeOf(key: string, value: ConfigValue | undefined): Omit<Problem, 'path'> | undefined {
  const elsewhere = Object.hasOwn(OTHER_PLACES, key) ? OTHER_PLACES[key] : undefined;
  if (elsewhere !== undefined) return { message: 'is no limit of one tenant', remedy: elsewhere };
  if (value === null)
    return { message: 'is nothing, which Loki takes for zero', remedy: 'write a value, or leave it out' };
  return /\$\{[^}]*\}/.test(JSON.stringify(value))
    ? { message: 'has a ${…}, and nothing is filled in here', remedy: 'write the value itself' }
    : undefined;
}

const LIMITS = 'limits_config.';

/** Where a tenant says what `limits_config` says for all. */
const OWN_PROPS: readonly (readonly [limit: RegExp, prop: string])[] = [
  [/\blimits_config\.retention_period\b/g, 'retention'],
  [/\blimits_config\.retention_stream\b/g, 'retentionByStream'],
  [/\blimits_config\b/g, 'limits'],
];

const renamed = (text: string): string =>
  OWN_PROPS.reduce((before, [limit, prop]) => before.replace(limit, prop), text);

/** A finding elsewhere in the configuration is there because of the tenant's limits. */
function inTenant({ path, message, remedy }: Problem, tenant: string): Problem {
  const isLimit = path.startsWith(LIMITS);
  return {
    path: isLimit ? `${tenant}.${renamed(path)}` : `${tenant}.limits`,
    message: isLimit ? renamed(message) : `do not go with config.${path}, which ${renamed(message)}`,
    remedy: renamed(remedy),
  };
}
