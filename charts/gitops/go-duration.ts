import { parseDuration } from '../kubernetes/duration';
import type { Problem } from '../kubernetes/problem';

/** What both Argo CD and Flux take: Go's form, without a sign. */
const GO = /^(?:[0-9]+(?:\.[0-9]+)?(?:ms|s|m|h))+$/;

const HOUR = 3_600_000;

/** Refuses what is no duration, or not one in the units that Argo CD and Flux know. */
export function checkGoDuration(value: string | undefined, path: string, example: string): Problem[] {
  if (value === undefined || GO.test(value)) return [];
  const hours = (parseDuration(value) ?? 0) / HOUR;
  return [
    {
      path,
      message: `${JSON.stringify(value)} is not a duration in h, m, s or ms`,
      remedy: hours >= 1 && Number.isInteger(hours) ? `write "${hours}h"` : `write one such as "${example}"`,
    },
  ];
}
