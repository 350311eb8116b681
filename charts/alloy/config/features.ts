import { isAtLeast } from '../../releases';

/** What releases of Alloy have, and what they do otherwise than those before, as far as our configuration goes by it. */
export interface AlloyFeatures {
  /** The function that reads variables: it had another name before 1.4. */
  readonly envFunction: 'sys.env' | 'env';
  /** Whether `loki.source.file` finds files by globs, without a `local.file_match` in front. */
  readonly hasFileMatch: boolean;
  /** Whether the journal can be read on from where Promtail was. */
  readonly hasLegacyJournalPosition: boolean;
  /** Whether `loki.source.api` sends lines for the tenant that a pusher names. */
  readonly takesPushersTenants: boolean;
  /** Whether `stage.multiline` cuts line ends. */
  readonly trimsNewlines: boolean;
  /** Whether `stage.multiline` forgets a stream that is silent for `max_wait_time`. */
  readonly forgetsMultilineStreams: boolean;
  /** Whether `stage.timestamp` adds a nanosecond to a time that was there before. */
  readonly fudgesDuplicateTimestamps: boolean;
  /** Whether `loki.source.journal` takes its own name for `job`, whatever its labels say. */
  readonly overwritesJournalJob: boolean;
}

export const featuresOf = (release: string): AlloyFeatures => ({
  envFunction: isAtLeast(release, '1.4') ? 'sys.env' : 'env',
  takesPushersTenants: isAtLeast(release, '1.5'),
  hasLegacyJournalPosition: isAtLeast(release, '1.11'),
  hasFileMatch: isAtLeast(release, '1.12'),
  trimsNewlines: isAtLeast(release, '1.12'),
  forgetsMultilineStreams: isAtLeast(release, '1.16'),
  fudgesDuplicateTimestamps: isAtLeast(release, '1.17'),
  overwritesJournalJob: isAtLeast(release, '1.19'),
});
