import type { Finding } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import type { LokiDeployment } from '../deployment';
import type { Period } from '../periods';

export interface RuleInput {
  readonly settings: Settings;
  readonly periods: readonly Period[];
  readonly deployment: LokiDeployment;
}

/** A rule between settings: what Loki refuses at the start, and what it takes and loses logs by. */
export type Rule = (input: RuleInput) => Finding[];
