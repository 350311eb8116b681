import { isDay } from '../../loki/timeline/days';
import { timelineFindings } from '../../loki/timeline/findings';
import { discardsIn } from '../../loki/timeline/schema-change';
import { type TimelinePeriod, timelineOf } from '../../loki/timeline/timeline';

/** Logs that are no longer found, and the setting by which they are not. */
export interface SchemaLoss {
  /** `schema_config.configs[0].store`, `common.storage.s3.bucketnames`. */
  readonly path: string;
  readonly text: string;
}

/** Settings that name folders: where they are depends on what is mounted, which others look at. */
const FOLDER = /(?:chunks_directory|filesystem\.directory|filesystem\.dir)$/;

/** What is known besides the two configurations. */
interface Circumstances {
  readonly today: string | undefined;
  /** Annotations of the object that has the new one: periods that are given up. */
  readonly annotations: unknown;
  /** Whether what is stored in a folder ends with its pod, so that no change loses it. */
  readonly isEphemeral: boolean;
}

/** The changes of schema periods, and of the places of their logs, by which logs are lost. */
export function schemaLosses(
  before: unknown,
  after: unknown,
  { today, annotations, isEphemeral }: Circumstances,
): SchemaLoss[] {
  const [earlier = [], now = []] = [before, after].map((config) =>
    timelineOf(config)?.filter(({ chunks }) => !(isEphemeral && chunks.kind === 'filesystem')),
  );
  if (earlier.length === 0) return [];
  const findings = timelineFindings({
    earlier,
    now,
    today: today ?? lastDay(earlier),
    discards: discardsIn(annotations),
  });
  return findings
    .filter(({ path }) => !FOLDER.test(path))
    .map(({ path, message, remedy }) => ({ path, text: `${path} ${message.replaceAll('; ', ', ')}; ${remedy}` }));
}

/** Where nobody says the day, every period that there was has begun, and no later one. */
const lastDay = (periods: readonly TimelinePeriod[]): string =>
  periods
    .map(({ from }) => from)
    .filter(isDay)
    .sort()
    .at(-1) ?? '';
