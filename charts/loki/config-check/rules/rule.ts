import type { LokiDeployment } from '../deployment';
import type { Finding } from '../finding';
import type { Period } from '../periods';
import type { Settings } from '../settings';

export interface RuleInput {
  readonly settings: Settings;
  readonly periods: readonly Period[];
  readonly deployment: LokiDeployment;
}

/** A rule between settings: what Loki refuses at the start, and what it takes and loses logs by. */
export type Rule = (input: RuleInput) => Finding[];
