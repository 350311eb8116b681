import { joinPath } from '../../config-check/config-node';
import { isMapping } from '../../kubernetes/merge';
import type { Problem } from '../../kubernetes/problem';
import { checkTenantId, ONLY_TENANT } from '../../tenant-id';
import type { LokiConfig } from '../config';
import {
  checkForEver,
  checkRetention,
  checkStreamRetentions,
  type RetentionChoices,
  streamRetentionWarnings,
} from '../retention/retention-check';
import { isForEver } from '../retention-config';
import type { LokiTenant, LokiTenants } from './tenant';
import { type JudgeConfig, judgeLimits, type LimitsVerdict } from './tenant-limits-check';
import { RUNTIME_FILE } from './tenants-config';

export interface TenancyChoices extends RetentionChoices {
  readonly isMultiTenant: boolean;
  /** The whole configuration that Loki gets. */
  readonly config: LokiConfig;
  readonly judge: JudgeConfig;
}

/** Refuses tenants that there cannot be, and what Loki would refuse of them or not do; and says what they hardly mean. */
export function judgeTenants(tenants: LokiTenants | undefined, choices: TenancyChoices): LimitsVerdict {
  if (tenants === undefined) return { problems: [], warnings: [] };
  const judge = judgeLimits(choices.config, choices.judge);
  const verdicts = Object.entries(tenants).map(([id, tenant]) => {
    const path = joinPath('tenants', id);
    const ofTimes = checkTimes(tenant, path, choices);
    const ofLimits = judge(tenant, path);
    // What is wrong with a time in itself is said once.
    const isRepeat = (problem: Problem) => ofTimes.length > 0 && problem.path.startsWith(`${path}.retention`);
    return {
      problems: [
        ...checkName(id, path, choices),
        ...ofTimes,
        ...ofLimits.problems.filter((problem) => !isRepeat(problem)),
      ],
      warnings: [
        ...streamRetentionWarnings(tenant.retentionByStream, `${path}.retentionByStream`),
        ...ofLimits.warnings,
      ],
    };
  });
  return {
    problems: [...checkFile(choices.config), ...verdicts.flatMap(({ problems }) => problems)],
    warnings: verdicts.flatMap(({ warnings }) => warnings),
  };
}

function checkName(id: string, path: string, { isMultiTenant }: TenancyChoices): Problem[] {
  const problems = checkTenantId(id, path);
  if (problems.length > 0 || isMultiTenant || id === ONLY_TENANT) return problems;
  return [
    {
      path,
      message: `nobody is "${id}": as long as clients do not say which tenant they are, every log is of "${ONLY_TENANT}"`,
      remedy: `set multiTenant (in a LoggingStack, its tenant), or write "${ONLY_TENANT}"`,
    },
  ];
}

const checkTimes = (
  { retention, retentionByStream }: LokiTenant,
  path: string,
  choices: RetentionChoices,
): Problem[] => [
  ...(retention === undefined ? [] : checkRetention(retention, `${path}.retention`, choices)),
  ...(retention !== undefined && isForEver(retention) ? checkForEver(`${path}.retention`, choices) : []),
  ...checkStreamRetentions(retentionByStream, `${path}.retentionByStream`, choices),
];

/** Another file than ours would be read in its place. */
function checkFile({ runtime_config, limits_config }: LokiConfig): Problem[] {
  const remedy = 'leave it out, or write its tenants in tenants';
  const file = isMapping(runtime_config) ? runtime_config.file : undefined;
  const old = isMapping(limits_config) ? limits_config.per_tenant_override_config : undefined;
  return [
    ...(file === RUNTIME_FILE
      ? []
      : [{ path: 'config.runtime_config.file', message: 'takes the place of the file of the tenants', remedy }]),
    ...(old === undefined || old === ''
      ? []
      : [
          {
            path: 'config.limits_config.per_tenant_override_config',
            message: 'is not read, since the tenants have a file',
            remedy,
          },
        ]),
  ];
}
