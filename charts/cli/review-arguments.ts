import { parseArgs } from 'node:util';
import { closest } from '../kubernetes/closest';
import { isDay } from '../loki/timeline/days';
import { SEVERITIES, type Severity } from '../review/review';
import { misuse } from './errors';
import { betweenIn } from './review-between';

const FORMATS = ['text', 'markdown', 'html', 'json'] as const;

export const REVIEW_USAGE = `Says what a change of manifests does to a running cluster, the worst first.

  review [--against REV|FOLDER|FILE] [--format ${FORMATS.join('|')}] [--fail-on SEVERITY,…] [--today YYYY-MM-DD] [main.ts|FOLDER|FILE]
  review --between ENVIRONMENT ENVIRONMENT [--format …] [--fail-on …] [main.ts|FOLDER|REV:PATH]

  main.ts      what is new: a program that exports its app, a folder or a file of manifests, or "-" for standard input.
  --against    what is there: a folder, a file, a revision of the repository, or REV:PATH. HEAD unless said otherwise, and of it
               the folder that the program writes to.
  --between    shows how two environments differ, each a folder of the output, instead of what a change does.
  --format     for a terminal, a pull request, a browser or a program. "text" unless said otherwise.
  --fail-on    what ends with exit code 1, of: ${SEVERITIES.filter((severity) => severity !== 'none').join(', ')}.
  --today      whether a schema period of Loki has begun is judged as of this day.

Exit code 1 says that --fail-on has found something, or that the program is refused; 2 that something could not be read.`;

/** What `review` is asked for. */
export interface ReviewRequest {
  readonly help: boolean;
  readonly against: string | undefined;
  readonly between: readonly [string, string] | undefined;
  readonly format: (typeof FORMATS)[number];
  readonly failOn: readonly Severity[];
  readonly today: string | undefined;
  readonly subject: string;
}

/** Reads the arguments after the name of the program. */
export function reviewArguments(args: readonly string[]): ReviewRequest | { readonly mistake: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { mistake: misuse(error) };
  }
  const { values } = parsed;
  const { help = false, against, format: wanted = 'text', today } = values;
  const { between, positionals } = betweenIn(parsed.tokens);
  if (between === 'one') return { mistake: '--between: name two environments, as in --between staging production' };
  if (between !== undefined && against !== undefined) {
    return { mistake: '--against and --between exclude one another; name what holds the environments, as HEAD:dist' };
  }
  const [subject = 'main.ts', second] = positionals;
  if (second !== undefined) return { mistake: `"${second}" is one too many: name one program, folder or file` };
  const format = FORMATS.find((known) => known === wanted);
  if (format === undefined) return { mistake: `--format: ${unknown(wanted, FORMATS)}` };
  if (today !== undefined && !isDay(today)) {
    return { mistake: `--today: "${today}" is not a day; write it as 2026-01-31` };
  }
  const severities = SEVERITIES.filter((severity) => severity !== 'none');
  const names = (values['fail-on'] ?? '').split(',').filter((name) => name !== '');
  const stranger = names.find((name) => !severities.some((severity) => severity === name));
  if (stranger !== undefined) return { mistake: `--fail-on: ${unknown(stranger, severities)}` };
  return {
    help,
    against,
    between,
    format,
    failOn: severities.filter((severity) => names.includes(severity)),
    today,
    subject,
  };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    tokens: true,
    options: {
      against: { type: 'string' },
      between: { type: 'string' },
      format: { type: 'string' },
      'fail-on': { type: 'string' },
      today: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });

function unknown(word: string, known: readonly string[]): string {
  const near = closest(word, known);
  return `"${word}" is not one of ${known.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}
