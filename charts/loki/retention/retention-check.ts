import { selectorMistake } from '../../config-check/texts';
import { checkDuration, parseDuration } from '../../kubernetes/duration';
import type { Problem } from '../../kubernetes/problem';
import { isAtLeast, parseRelease } from '../../releases';
import { deletesLogs, isForEver, type Retentions, zeroIsForEver } from '../retention-config';
import type { SchemaPeriod } from '../schema';
import type { StreamRetention } from './stream-retention';
import { isSameSelector, mayOverlap } from './stream-selectors';

/** What decides about whether Loki can delete anything. */
export interface RetentionChoices {
  readonly version: string;
  readonly schema: readonly SchemaPeriod[];
}

/**
 * Refuses what is said of how long all logs are kept.
 * @param effective with every default that counts when nothing is said
 */
export function checkRetentions(said: Retentions, effective: Retentions, choices: RetentionChoices): Problem[] {
  const byStream = 'retentionByStream';
  const ofStreams = checkStreamRetentions(said.retentionByStream, byStream, choices);
  const isKept = effective.retention === undefined || isForEver(effective.retention);
  return [
    ...(said.retention === undefined ? [] : checkRetention(said.retention, 'retention', choices)),
    ...((said.retentionByStream ?? []).length === 0 ? [] : firstOf(ofStreams, checkMatchers(byStream, choices))),
    // Without the compactor nothing asks for the time.
    ...(isKept && deletesLogs(effective) && checkCompactor('retention', choices).length === 0
      ? checkForEver('retention', choices, 'keeps the rest for ever')
      : []),
  ];
}

/** Refuses a time that Loki would not keep to. */
export function checkRetention(retention: string, path: string, choices: RetentionChoices): Problem[] {
  return isForEver(retention)
    ? checkDuration(retention, path)
    : firstOf(checkPeriod(retention, path), checkCompactor(path, choices));
}

/** Refuses for ever where Loki does not take no time for it. */
export const checkForEver = (path: string, { version }: RetentionChoices, message = 'is for ever'): Problem[] =>
  zeroIsForEver(version) || !isRelease(version)
    ? []
    : [
        {
          path,
          message: `${message}, for which Loki ${version} has no word: by "0s" it loses logs`,
          remedy: 'write a long time, "100y", or take Loki 2.8.1 or newer',
        },
      ];

/** Refuses times of streams that Loki would not keep to, and streams that nobody could tell. */
export function checkStreamRetentions(
  list: readonly StreamRetention[] = [],
  path: string,
  choices: RetentionChoices,
): Problem[] {
  const problems = list.flatMap((entry, index) => checkStreamRetention(entry, index, list, path));
  return list.length === 0 ? [] : firstOf(problems, checkCompactor(path, choices));
}

function checkStreamRetention(
  { selector, period, priority }: StreamRetention,
  index: number,
  list: readonly StreamRetention[],
  path: string,
): Problem[] {
  const mistake = selectorMistake(selector);
  const twin = list.findIndex((other) => isSameSelector(other.selector, selector));
  return [
    ...(mistake === undefined ? [] : [{ path: `${path}[${index}].selector`, ...mistake }]),
    ...(mistake !== undefined || twin === index
      ? []
      : [
          {
            path: `${path}[${index}].selector`,
            message: `selects the same streams as ${path}[${twin}]`,
            remedy: 'keep one of the two',
          },
        ]),
    ...checkPeriod(period, `${path}[${index}].period`),
    ...(priority === undefined || Number.isInteger(priority)
      ? []
      : [
          {
            path: `${path}[${index}].priority`,
            message: `${JSON.stringify(priority)} is not a whole number`,
            remedy: 'write 1 or more for what goes before the others',
          },
        ]),
  ];
}

/** The compactor works on the index of a day. */
const checkPeriod = (period: string, path: string): Problem[] =>
  checkDuration(period, path, { min: '24h', multipleOf: '24h' }).slice(0, 1);

function checkCompactor(path: string, { version, schema }: RetentionChoices): Problem[] {
  if (schema.at(-1)?.store === 'aws') {
    return [
      {
        path,
        message: 'deletes nothing that has its index in DynamoDB: the compactor knows TSDB and boltdb-shipper only',
        remedy: 'leave it out, and let the bucket expire its objects',
      },
    ];
  }
  return isAtLeast(version, '2.3') || !isRelease(version)
    ? []
    : [
        {
          path,
          message: `Loki ${version} deletes nothing by itself: its compactor learnt it in 2.3`,
          remedy: 'leave it out, or take a newer release',
        },
      ];
}

/** 2.3 reads the selectors of tenants only; those for all fit every stream. */
const checkMatchers = (path: string, { version }: RetentionChoices): Problem[] =>
  isAtLeast(version, '2.4') || !isRelease(version)
    ? []
    : [
        {
          path,
          message: `Loki ${version} takes no notice of selectors, and would delete every stream after that time`,
          remedy: 'leave it out, or take Loki 2.4 or newer',
        },
      ];

const isRelease = (version: string): boolean => parseRelease(version) !== undefined;

/** The first of several checks that finds something: what is wrong in itself is said before what follows. */
const firstOf = (...checks: readonly Problem[][]): Problem[] => checks.find((problems) => problems.length > 0) ?? [];

/** What is taken and hardly meant: of equal priorities the shorter time counts, whichever was written first. */
export function streamRetentionWarnings(list: readonly StreamRetention[] = [], path: string): string[] {
  return list.flatMap((entry, index) => {
    const rival = list
      .slice(0, index)
      .findIndex(
        (other) =>
          (other.priority ?? 0) === (entry.priority ?? 0) &&
          parseDuration(other.period) !== parseDuration(entry.period) &&
          mayOverlap(other.selector, entry.selector),
      );
    return rival === -1
      ? []
      : [
          `${path}[${index}] may fit the same streams as ${path}[${rival}], with the same priority: the shorter time counts; give the one that should count a higher priority`,
        ];
  });
}
