/** What synth throws when it refuses: every problem of the app in one message. Nothing was written. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  /**
   * @param problems each with its path, what is wrong, and what to write instead
   * @param hint what else the reader should know, such as how to get the output folder back
   */
  constructor(
    readonly problems: readonly string[],
    hint?: string,
  ) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const list = problems.map((problem) => `  ${problem}`).join('\n');
    super(`${count}, nothing was written\n\n${list}${hint === undefined ? '' : `\n\n${hint}`}`);
    // The user's code is what is at fault, not the place where it was found out.
    this.stack = this.message;
  }
}

/**
 * Prints a refusal that nobody catches as its message alone and ends the process with exit code 1: Node would put the
 * line that throws and its own version around it. One that is caught in this turn of the event loop is left alone.
 */
export function printIfUncaught(refusal: RefusedError): void {
  const print = (error: unknown): void => {
    if (error !== refusal) throw error;
    process.stderr.write(`${refusal.message}\n`);
    process.exit(1);
  };
  process.once('uncaughtException', print);
  setImmediate(() => process.removeListener('uncaughtException', print)).unref();
}
