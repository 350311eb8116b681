/** A place where a text is no Alloy, in the words of Alloy's own parser. */
export interface SyntaxProblem {
  /** From 1. */
  readonly line: number;
  /** In bytes of UTF-8, from 1. */
  readonly column: number;
  readonly message: string;
}

/** Says everything that keeps a text from being read: one `line:column: message` a line. */
export class AlloySyntaxError extends Error {
  override readonly name = 'AlloySyntaxError';

  constructor(readonly problems: readonly SyntaxProblem[]) {
    super(problems.map(({ line, column, message }) => `${line}:${column}: ${message}`).join('\n'));
  }
}

/** Does something that goes as deep as a text is nested; a text that goes deeper than any configuration is refused. */
export function withinDepth<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AlloySyntaxError([{ line: 1, column: 1, message: 'nested too deeply to be read' }]);
  }
}
