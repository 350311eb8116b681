import type { Finding } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';

/** What is known of how Promtail is started. */
export interface PromtailRun {
  /**
   * Whether it is started with `-config.expand-env=true`. @default - nobody knows: what filling in the environment would change is
   * warned of
   */
  readonly expandsEnv?: boolean;
}

/** A rule between settings: what Promtail refuses at the start, and what it takes and loses logs by. */
export type Rule = (settings: Settings, run: PromtailRun) => Finding[];
