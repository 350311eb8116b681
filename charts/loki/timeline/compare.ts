import type { Compared } from '../../kubernetes/comparison';
import { describeObject, type Manifest } from '../../kubernetes/manifest';
import type { Problem } from '../../kubernetes/problem';
import { changesOf, newPeriods, type TimelineChange } from './changes';
import { timelineIn } from './config-text';
import { lossOf, moveOf, type TimelineSource, whatChanged } from './describe-change';
import { asConfig, asOption, fitsSchema, optionName } from './period-text';
import type { TimelinePeriod } from './timeline';

const NOTHING: Compared = { problems: [], warnings: [] };

/**
 * Refuses a configuration by which logs of an earlier one are no longer found: periods that are gone, or say something
 * else, or begin among them, and places that are others. No day is known here, so every period counts as begun that is
 * not in `source.discards`.
 */
export function compareTimelines(earlier: Manifest, now: Manifest, key: string, source: TimelineSource): Compared {
  const [before, after] = [timelineIn(earlier, key), timelineIn(now, key)];
  if (before === undefined || after === undefined || 'mistake' in after) return NOTHING;
  if ('mistake' in before) return { problems: [unreadable(earlier, key, before.mistake)], warnings: [] };

  // What is on a volume that ends with its pod is gone with the change in any case.
  const periods = before.periods.filter(({ chunks }) => !(source.isEphemeral && chunks.kind === 'filesystem'));
  const isDiscarded = ({ from }: TimelinePeriod): boolean => source.discards.includes(from);
  const discarded = changesOf(periods.filter(isDiscarded), after.periods);
  const kept = periods.filter((period) => !isDiscarded(period));
  const changes = changesOf(kept, after.periods);
  return {
    problems: [
      ...ofPeriods(changes, { before: kept, after: after.periods, source }),
      ...ofPlaces(changes, kept, source),
      ...unusedDiscards(discarded, source),
    ],
    warnings: [
      ...discarded.map(
        (change) => `schemaChange gives up ${lossOf(periodsOf(change), periods)}: ${whatChanged(change)}`,
      ),
      ...changes.flatMap((change) =>
        isEndpoint(change)
          ? `${whatChanged(change)}: ${lossOf(periodsOf(change), periods)} are found only if the same objects are there`
          : [],
      ),
    ],
  };
}

interface Both {
  readonly before: readonly TimelinePeriod[];
  readonly after: readonly TimelinePeriod[];
  readonly source: TimelineSource;
}

function ofPeriods(changes: readonly TimelineChange[], both: Both): readonly Problem[] {
  const { before, after, source } = both;
  const losses = changes.filter((change) => change.type !== 'moved');
  if (losses.length > 0 && source.origin === 'default') return [ofDefault(losses, both)];
  const newest = before
    .map(({ from }) => from)
    .sort()
    .at(-1);
  const late = newPeriods(before, after).filter(
    ({ period: { from } }) => newest !== undefined && from <= newest && !source.discards.includes(from),
  );
  return [
    ...losses.map((change) => {
      const [earlier] = periodsOf(change);
      return {
        path: pathOfLoss(change, source),
        message: `${whatChanged(change, source)}: ${lossOf([earlier], before)} are then no longer found`,
        remedy:
          `write the period back, ${textOf(earlier, source)}, and let a further one begin on a day that is still to come. ` +
          `To change one that has not begun, or to give its logs up: ${discardsOf([earlier])}`,
      };
    }),
    ...late.map(({ period, position }) => ({
      path: `${base(source)}[${position}].from`,
      message: `is "${period.from}", not after "${newest}", the newest that the earlier output has: logs of its days are stored otherwise already`,
      remedy: `write a day after ${newest} that is still to come`,
    })),
  ];
}

/** Nobody wrote the schema: one remedy for all of it, ready to paste. */
function ofDefault(losses: readonly TimelineChange[], { before, after, source }: Both): Problem {
  const periods = losses.flatMap(periodsOf);
  const last = before.at(-1);
  const next = after.at(-1);
  const isOther = next !== undefined && JSON.stringify(next.fields) !== JSON.stringify(last?.fields);
  const texts = [
    ...before.map((period) => textOf(period, source)),
    ...(isOther ? [textOf({ ...next, from: PLACEHOLDER }, source)] : []),
  ];
  const stores = new Set(before.flatMap(({ chunks, index }) => [chunks.kind, index.kind]));
  const lost = [...stores].filter(
    (kind) =>
      !source.places.some(({ kinds }) => kinds.includes(kind)) &&
      // The storage that has the index there has the chunks too.
      !(kind === 's3' && stores.has('dynamodb')),
  );
  return {
    path: 'schema',
    message:
      `is not written, and its default is no longer what it was: ${losses.map((change) => whatChanged(change)).join('; ')}. ` +
      `${capitalized(lossOf(periods, before))} are then no longer found`,
    remedy:
      `write schema: [${texts.join(', ')}]` +
      (isOther ? ` with a day still to come in place of ${PLACEHOLDER}` : '') +
      (lost.length === 0 ? '' : `, and earlierStorage: [${lost.map(storageText).join(', ')}]`) +
      `. If these logs are worth nothing: ${discardsOf(periods)}`,
  };
}

const storageText = (kind: string): string =>
  kind === 'filesystem' ? `{ type: '${kind}' }` : `{ type: '${kind}', … }`;

/** No day, so that nobody synthesizes it as it is. */
const PLACEHOLDER = 'YYYY-MM-DD';

const ofPlaces = (
  changes: readonly TimelineChange[],
  before: readonly TimelinePeriod[],
  source: TimelineSource,
): readonly Problem[] =>
  changes.flatMap((change) => {
    if (change.type !== 'moved' || isEndpoint(change)) return [];
    const { path, was, is, remedy } = moveOf(change, source);
    const message = `was ${shown(was)}, is ${shown(is)}: ${lossOf(change.periods, before)} stay where they were, and are no longer found`;
    const elsewhere = `Once everything is copied there, or if these logs are worth nothing: ${discardsOf(change.periods)}`;
    return [{ path, message, remedy: `${remedy}. ${elsewhere}` }];
  });

const unusedDiscards = (discarded: readonly TimelineChange[], { discards }: TimelineSource): readonly Problem[] => {
  const used = new Set(discarded.flatMap(periodsOf).map(({ from }) => from));
  return discards.flatMap((from, index) =>
    used.has(from)
      ? []
      : [
          {
            path: `schemaChange.discards[${index}]`,
            message: `nothing changes about a period from "${from}"`,
            remedy: 'take it out, so that it lets nothing through later',
          },
        ],
  );
};

/** A server may have got another name, which loses nothing. */
const isEndpoint = (change: TimelineChange): boolean => change.type === 'moved' && change.part.name === 'endpoint';

const periodsOf = (change: TimelineChange): readonly [TimelinePeriod, ...TimelinePeriod[]] =>
  change.type === 'moved' ? (change.periods as [TimelinePeriod, ...TimelinePeriod[]]) : [change.earlier];

const base = ({ origin }: TimelineSource): string => (origin === 'config' ? 'config.schema_config.configs' : 'schema');

function pathOfLoss(change: TimelineChange, source: TimelineSource): string {
  if (change.type !== 'changed') return base(source);
  const at = `${base(source)}[${change.position}]`;
  const [only, ...others] = change.fields;
  if (only === undefined || others.length > 0) return at;
  if (source.origin === 'config') return `${at}.${only.field}`;
  const name = optionName(only.field);
  return name === undefined ? `config.schema_config.configs[${change.position}].${only.field}` : `${at}.${name}`;
}

const textOf = (period: TimelinePeriod, { origin }: TimelineSource): string =>
  origin === 'config' || !fitsSchema(period) ? asConfig(period) : asOption(period);

const discardsOf = (periods: readonly TimelinePeriod[]): string =>
  `schemaChange: { discards: [${[...new Set(periods.map(({ from }) => `'${from}'`))].join(', ')}] }`;

const shown = (value: string): string => (value === '' ? 'nothing' : JSON.stringify(value));

const capitalized = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

const unreadable = (earlier: Manifest, key: string, mistake: string): Problem => ({
  path: 'schema',
  message: `cannot be compared with what it was: ${key} in the earlier ${describeObject(earlier)} is not YAML (${mistake})`,
  remedy: 'bring the file back as it was committed, or remove it if nothing of it runs anywhere',
});
