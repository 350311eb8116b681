import type { GoDuration, Stage } from '../model/stages';

/** Languages whose stack traces are known. */
export type TraceLanguage = 'java' | 'python' | 'go' | 'nodejs' | 'dotnet' | 'ruby' | 'php';

/** How the lines of a trace begin that belong to the one before although they are not indented, in RE2. */
const CONTINUED: { readonly [Language in TraceLanguage]: string } = {
  java: 'Caused by: |Suppressed: |\\.\\.\\. \\d+ (?:more|common frames)|at [\\w$./<>]+\\(',
  python:
    'Traceback \\(most recent call last\\):|During handling of the above exception|The above exception was the direct cause|' +
    '[A-Za-z_][\\w.]*(?:Error|Exception|Exit|Group|Interrupt|Iteration|Warning)(?::|$)',
  // Frames call something: `main.(*server).run(0x1, …)`.
  go: 'goroutine \\d+ \\[|created by |exit status \\d|\\[signal |[\\w./~%-]+\\.(?:\\(\\*?[\\w.\\[\\]]+\\)\\.)?[\\w.\\[\\]-]+\\(.*\\)$',
  nodejs: 'at |\\}|\\[cause\\]:|Node\\.js v\\d',
  dotnet: 'at |---> |--- End of ',
  ruby: 'from |[\\w./-]+\\.rb:\\d+:in ',
  php: 'Stack trace:|#\\d+ |Next |thrown in ',
};

export const TRACE_LANGUAGES = Object.keys(CONTINUED) as readonly TraceLanguage[];

/** A character that no log has, by which a line says that it belongs to the one before. */
const MARK = '\\x1f';

/**
 * Joins the lines of a stack trace to the line that they belong to. An entry begins with a line that is neither indented nor known to go on:
 * such lines are marked, joined and unmarked, since RE2 cannot say "not".
 * @param languages those that the pods are written in; Python's and Node.js' not together, of which one ends with what the other begins with
 */
export function stackTraces(
  languages: TraceLanguage | readonly TraceLanguage[],
  options: {
    /** Lines of one entry at most. @default 128 */
    readonly maxLines?: number;
    /** How long the next line is waited for. @default '3s' */
    readonly maxWaitTime?: GoDuration;
  } = {},
): readonly Stage[] {
  const { maxLines, maxWaitTime } = options;
  const continued = [languages].flat().map((language) => CONTINUED[language]);
  return [
    { replace: { expression: `^(${continued.join('|')})`, replace: `{{ "${MARK}" }}{{ .Value }}` } },
    {
      multiline: {
        firstline: `^[^\\s${MARK}]`,
        ...(maxLines === undefined ? {} : { max_lines: maxLines }),
        ...(maxWaitTime === undefined ? {} : { max_wait_time: maxWaitTime }),
      },
    },
    { replace: { expression: `(${MARK})`, replace: '' } },
  ];
}
