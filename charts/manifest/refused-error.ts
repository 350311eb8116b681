import { inspect } from 'node:util';
import { fold } from './fold';

/** A problem and the path of the construct whose it is, empty for the app's own. */
export interface LocatedProblem {
  readonly construct: string;
  /** Where in the construct's props, what is wrong and, on a line of its own, the remedy. */
  readonly text: string;
}

/** What synth throws when it refuses: every problem of the app in one message. Nothing was written. */
export class RefusedError extends Error {
  /** Each problem on its own: `[loki] namespace: "Logs" is not …`, and its remedy on a second line. */
  declare readonly problems: readonly string[];

  /** @param hint what else the reader should know, such as how to get the output folder back */
  constructor(problems: readonly LocatedProblem[], hint?: string) {
    super([heading(problems.length), ...groups(problems), ...(hint === undefined ? [] : [hint])].join('\n\n'));
    const texts = problems.map(({ construct, text }) => (construct === '' ? text : `[${construct}] ${text}`));
    // Whoever prints the error has them in its message already.
    Object.defineProperties(this, {
      name: { value: 'RefusedError' },
      problems: { value: texts },
      // The user's code is what is at fault, not the place where it was found out.
      stack: { value: `RefusedError: ${this.message}` },
    });
  }
}

const heading = (count: number): string => `${count === 1 ? '1 problem' : `${count} problems`}, nothing was written`;

/** The problems of one construct under its path, each with its number. */
function groups(problems: readonly LocatedProblem[]): readonly string[] {
  const byConstruct = new Map<string, string[]>();
  for (const { construct, text } of problems) byConstruct.set(construct, [...(byConstruct.get(construct) ?? []), text]);
  let number = 0;
  return [...byConstruct].map(([construct, texts]) => {
    const numbered = texts.map(
      (text) =>
        `${String(++number).padStart(MARGIN - 2)}. ${fold(text, WIDTH - MARGIN).join(`\n${' '.repeat(MARGIN)}`)}`,
    );
    return [...(construct === '' ? [] : [construct]), ...numbered].join('\n');
  });
}

/** Columns that a terminal has, and a page that shows code. */
const WIDTH = 100;
/** Columns for the numbers. */
const MARGIN = 6;

let watched = false;

/**
 * Sees to it that a refusal which nobody catches is printed as its message alone, and ends the process with exit code 1:
 * Node would put the line that throws, a stack and its own version around it. One that is caught in this turn of the
 * event loop is left alone, and so is all else that is thrown.
 */
export function printIfUncaught(): void {
  if (watched) return;
  watched = true;
  const print = (error: unknown): void => {
    // Somebody else decides what becomes of errors here.
    if (process.listenerCount('uncaughtException') > 1) return;
    process.stderr.write(`${error instanceof RefusedError ? error.message : inspect(error)}\n`);
    process.exit(1);
  };
  process.on('uncaughtException', print);
  setImmediate(() => {
    process.removeListener('uncaughtException', print);
    watched = false;
  }).unref();
}
