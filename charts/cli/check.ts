import { parseArgs } from 'node:util';
import type { ConfigProblem } from '../config-check/config-problem';
import { closest } from '../kubernetes/closest';
import { checkVersion, RELEASES } from '../releases';
import { CHECKERS, type Checker } from './checkers';
import { decode } from './decode';
import { misuse, unreadable } from './errors';
import { type EmbeddedFile, embeddedFiles } from './manifest-configs';

/** What the program needs of the world. */
export interface CheckWorld {
  /** What is in a file, or comes from standard input for `-`. Throws when there is none. */
  readonly read: (file: string) => string | Uint8Array;
  /** Today in UTC: `2026-11-24`. */
  readonly today: string;
}

/** What the program says, and ends with. */
export interface CheckResult {
  readonly output: string;
  readonly errors: string;
  /** 0: no error. 1: an error in one of the files, or a file that cannot be read. 2: called in a way that it does not know. */
  readonly exitCode: 0 | 1 | 2;
}

/** Of a text, every problem has a line. */
type CheckedProblem = ConfigProblem & { readonly line: number };

/** What is said of a file with `--json`. */
interface CheckedFile {
  readonly file: string;
  readonly problems: readonly CheckedProblem[];
}

const USAGE = `Checks configuration files as the release that runs them reads them.

  check loki         [--release ${RELEASES.loki.newest}] [--json] [--today YYYY-MM-DD] FILE…
  check loki-runtime [--release ${RELEASES.loki.newest}] [--json] FILE…
  check promtail     [--release ${RELEASES.promtail.newest}] [--json] FILE…
  check alloy        [--release ${RELEASES.alloy.newest}] [--json] FILE…

  loki          a configuration of Loki
  loki-runtime  the file that its runtime_config.file names: limits by tenant
  promtail      a configuration of Promtail
  alloy         a configuration of Alloy

  FILE       a file, or a manifest with a Secret or ConfigMap that holds it; "-" is standard input
  --release  release of Loki, 2.1 to 3.7, Promtail, 2.1 to 3.6, or Alloy, 1.0 to 1.19; the newest known when it is not said
  --json     [{ file, problems: [{ severity, path, line, message, remedy }] }]
  --today    day by which the current schema period is told; today when it is not said

"check dist --help" says how a folder of manifests is checked.

Ends with 1 when there is an error, with 0 when there are warnings at most.`;

/** Checks the configuration files that the arguments name: \`loki --release 3.7.6 loki.yaml\`. */
export function check(args: readonly string[], world: CheckWorld): CheckResult {
  const asked = argumentsOf(args);
  if ('mistake' in asked) return { output: '', errors: `${asked.mistake}\n`, exitCode: 2 };
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const { json, today, files } = asked;
  // Whoever names a file twice wants it checked, not said twice.
  const checked = [...new Set(files)].map((file) => checkFile(file, asked, { ...world, today: today ?? world.today }));
  const isWrong = checked.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return {
    output: json ? `${JSON.stringify(checked, null, 2)}\n` : checked.map((file) => asText(file, asked)).join(''),
    errors: '',
    exitCode: isWrong ? 1 : 0,
  };
}

interface Asked {
  readonly help: boolean;
  readonly release: string;
  readonly json: boolean;
  readonly today?: string;
  readonly files: readonly string[];
  readonly checker: Checker;
}

const WHAT_TO_WRITE = 'write "check loki FILE", "check promtail FILE" or "check alloy FILE"';

function argumentsOf(args: readonly string[]): Asked | { readonly help: true } | { readonly mistake: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { mistake: misuse(error) };
  }
  const { values, positionals } = parsed;
  const [program, ...files] = positionals;
  const { json = false, help = false, today } = values;
  if (help) return { help };
  const checker = program !== undefined && Object.hasOwn(CHECKERS, program) ? CHECKERS[program] : undefined;
  if (program === undefined) return { mistake: `nothing is not what can be checked; ${WHAT_TO_WRITE}` };
  if (checker === undefined) {
    const meant = closest(program, Object.keys(CHECKERS));
    const remedy = meant === undefined ? WHAT_TO_WRITE : `did you mean "${meant}"?`;
    return { mistake: `${JSON.stringify(program)} is not what can be checked; ${remedy}` };
  }
  const { release = RELEASES[checker.program].newest } = values;
  const [problem] = checkVersion(checker.program, release, '--release');
  if (problem !== undefined) return { mistake: `--release: ${problem.message}; ${problem.remedy}` };
  if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today))
    return { mistake: `--today: "${today}" is not a day; write it as 2026-01-31` };
  if (today !== undefined && program !== 'loki') return { mistake: '--today: is for Loki alone; leave it out' };
  if (files.length === 0)
    return { mistake: `no file is named; write "check ${program} FILE", or "-" for standard input` };
  return { help, release, json, today, files, checker };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      release: { type: 'string' },
      json: { type: 'boolean' },
      today: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });

function checkFile(file: string, { release, checker }: Asked, { read, today }: CheckWorld): CheckedFile {
  let content: string | Uint8Array;
  try {
    content = read(file);
  } catch (error) {
    return { file, problems: [errorOf(1, unreadable(error), 'name a file that can be read')] };
  }
  const decoded = decode(content);
  if (!('text' in decoded)) return { file, problems: [errorOf(decoded.line, decoded.message, decoded.remedy)] };
  const embedded = embeddedFiles(decoded.text);
  const problems =
    embedded === undefined
      ? inLines(checker.check(decoded.text, release, today))
      : inManifest(embedded.filter(checker.isMeant), (text) => checker.check(text, release, today), checker.what);
  return { file, problems };
}

function inManifest(
  files: readonly EmbeddedFile[],
  checked: (text: string) => readonly ConfigProblem[],
  what: string,
): CheckedProblem[] {
  if (files.length === 0)
    return [
      errorOf(
        1,
        `holds Kubernetes objects, and no ${what} in a Secret or ConfigMap of them`,
        'name the file that has it',
      ),
    ];
  return files.flatMap(({ text, lineOf }) =>
    inLines(checked(text)).map((problem) => ({ ...problem, line: lineOf(problem.line) })),
  );
}

/** One line says everything of a problem, in one order. */
const inLines = (problems: readonly ConfigProblem[]): CheckedProblem[] =>
  problems.map(({ severity, path, line = 1, message, remedy }) => ({ severity, path, line, message, remedy }));

const errorOf = (line: number, message: string, remedy: string): CheckedProblem => ({
  severity: 'error',
  path: '',
  line,
  message,
  remedy,
});

/** `loki.yaml:12: error: schema_config.configs[0].store "tsbd" is …`, and what to do about it below. */
function asText({ file, problems }: CheckedFile, { release, checker }: Asked): string {
  const name = file === '-' ? 'standard input' : file;
  if (problems.length === 0) return `${name}: nothing is wrong for ${checker.title} ${release}\n`;
  return problems
    .map(({ severity, path, line, message, remedy }) => {
      const said = path === '' ? message : `${path} ${message}`;
      return `${name}:${line}: ${severity}: ${said}\n    ${remedy}\n`;
    })
    .join('');
}
