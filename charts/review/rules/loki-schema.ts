import { isDay } from '../../loki/timeline/days';
import { timelineFindings } from '../../loki/timeline/findings';
import { discardsIn } from '../../loki/timeline/schema-change';
import { type TimelinePeriod, timelineOf } from '../../loki/timeline/timeline';
import type { Severity } from '../review';

/** What becomes of logs, and the setting by which it does. */
export interface SchemaEffect {
  /** Lost, or stored by a period that begins so soon that no pod may miss it; or nobody knows, as nobody says the day. */
  readonly severity: Extract<Severity, 'data-loss' | 'rollout' | 'none'>;
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

/** The changes of schema periods, and of the places of their logs, by which logs are lost, or may be. */
export function schemaEffects(
  before: unknown,
  after: unknown,
  { today, annotations, isEphemeral }: Circumstances,
): SchemaEffect[] {
  const [earlier = [], now = []] = [before, after].map((config) =>
    timelineOf(config)?.filter(({ chunks }) => !(isEphemeral && chunks.kind === 'filesystem')),
  );
  if (earlier.length === 0) return [];
  const day = today ?? lastDay(earlier);
  const hadNone = (earlier[0]?.from ?? '') > day;
  const findings = timelineFindings({ earlier, now, today: day, discards: discardsIn(annotations) })
    // Where no period had begun before either, nothing has changed about that.
    .filter(({ path }) => !FOLDER.test(path) && !(hadNone && path === FIRST && (now[0]?.from ?? '') > day))
    // Without the day nobody knows what is soon.
    .filter(({ isSoon = false }) => !isSoon || today !== undefined);
  return [
    ...findings.map(
      ({ path, message, remedy, isSoon = false }): SchemaEffect => ({
        severity: isSoon ? 'rollout' : 'data-loss',
        path,
        text: `${path} ${message.replaceAll('; ', ', ')}; ${remedy}`,
      }),
    ),
    ...(today === undefined ? unknownDays(earlier, now, day) : []),
  ];
}

const FIRST = 'schema_config.configs[0].from';

/** Periods that are new, and lose logs should they have begun by the day that nobody says. */
const unknownDays = (
  earlier: readonly TimelinePeriod[],
  now: readonly TimelinePeriod[],
  last: string,
): SchemaEffect[] =>
  now.flatMap(({ from }, index) =>
    from <= last || earlier.some((period) => period.from === from)
      ? []
      : [
          {
            severity: 'none',
            path: `schema_config.configs[${index}].from`,
            text: `schema_config.configs[${index}].from is "${from}", and the period is new: logs are lost if that day has come when it is applied`,
          },
        ],
  );

/** Where nobody says the day, every period that there was has begun, and no later one. */
const lastDay = (periods: readonly TimelinePeriod[]): string =>
  periods
    .map(({ from }) => from)
    .filter(isDay)
    .sort()
    .at(-1) ?? '';
