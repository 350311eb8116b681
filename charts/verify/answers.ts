import { withoutCredentials } from './credentials';
import type { Program } from './found-configs';
import { type Question, SOURCES } from './questions';

/** What a program that was run has said. */
export interface Ran {
  /** Undefined when it did not end by itself. */
  readonly status: number | undefined;
  /** By which it was ended, or has ended itself. */
  readonly signal?: string;
  /** Whether it was ended because it still ran. */
  readonly isEnded?: boolean;
  readonly output: string;
}

/** Runs a program of PATH with a text in a file of its own, of which it is told the place; undefined when there is no such program. */
export type Run = (program: string, question: Question) => Promise<Ran | undefined>;

export interface Answer {
  readonly said: string;
  readonly objects: boolean;
}

/** What a program's end and output come to. */
export function answerOf(
  named: string,
  ran: Ran | undefined,
  { runsFor }: Pick<Question, 'runsFor'>,
  credentials: readonly string[],
): Answer {
  if (ran === undefined) return { said: `${named} objects: it is gone`, objects: true };
  const { status, output, isEnded = false } = ran;
  if (status === 0 || (isEnded && runsFor !== undefined)) {
    return { said: `${named} has nothing against it`, objects: false };
  }
  const text = indented(withoutCredentials(output, credentials));
  const how =
    status === undefined
      ? howItEnded(ran)
      : text === ''
        ? `objects with exit code ${status}, and says nothing`
        : 'objects';
  return { said: `${named} ${how}${text === '' ? '' : `\n${text}`}`, objects: true };
}

export const howItEnded = ({ signal }: Ran): string =>
  signal === undefined ? 'did not end by itself, and was ended' : `was ended by ${signal}`;

export const notFound = (program: Program | 'kubectl'): string =>
  `there is no ${program} on PATH; ${SOURCES[program]} has it`;

const MOST_LINES = 40;

/** What a program says, as far as anybody reads it. */
function indented(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const more = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`and ${more} lines more`] : [])]
    .map((line) => `    ${line.trimEnd()}`)
    .join('\n');
}
