import { parseArgs } from 'node:util';
import { checkAlloyConfig } from '../alloy/config-check/check-alloy-config';
import type { ConfigProblem } from '../loki/config-check/check-config';
import { checkLokiConfigText } from '../loki/config-check/check-config-text';
import { checkVersion, RELEASES } from '../releases';

/** What the program needs of the world. */
export interface CheckWorld {
  /** The text of a file, or of standard input for `-`. Throws when there is none. */
  readonly read: (file: string) => string;
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

/** What is said of a file with `--json`. */
interface CheckedFile {
  readonly file: string;
  readonly problems: readonly ConfigProblem[];
}

/** The programs whose configurations can be checked. */
const PROGRAMS = {
  loki: { title: 'Loki', check: checkLokiConfigText },
  alloy: { title: 'Alloy', check: checkAlloyConfig },
} as const;

type Program = keyof typeof PROGRAMS;

const isProgram = (word: string | undefined): word is Program => word !== undefined && Object.hasOwn(PROGRAMS, word);

const USAGE = `Checks configuration files as the release that runs them reads them.

  check loki [--release ${RELEASES.loki.newest}] [--json] [--today YYYY-MM-DD] FILE…
  check alloy [--release ${RELEASES.alloy.newest}] [--json] FILE…

  FILE       a configuration of Loki or Alloy; "-" is standard input
  --release  release of Loki, 2.1 to 3.7, or of Alloy, 1.0 to 1.19; the newest known when it is not said
  --json     [{ file, problems: [{ severity, path, line, message, remedy }] }]
  --today    day by which the current schema period is told; today when it is not said

"check dist --help" says how a folder of manifests is checked.

Ends with 1 when there is an error, with 0 when there are warnings at most.`;

/** Checks the configuration files that the arguments name: \`loki --release 3.7.6 loki.yaml\`. */
export function check(args: readonly string[], world: CheckWorld): CheckResult {
  const asked = argumentsOf(args);
  if ('mistake' in asked) return { output: '', errors: `${asked.mistake}\n`, exitCode: 2 };
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const { json, today } = asked;
  const checked = asked.files.map((file) => checkFile(file, asked, { ...world, today: today ?? world.today }));
  const isWrong = checked.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return {
    output: json ? `${JSON.stringify(checked, null, 2)}\n` : checked.map((file) => asText(file, asked)).join(''),
    errors: '',
    exitCode: isWrong ? 1 : 0,
  };
}

interface Asked {
  readonly help: boolean;
  readonly program: Program;
  readonly release: string;
  readonly json: boolean;
  readonly today?: string;
  readonly files: readonly string[];
}

function argumentsOf(args: readonly string[]): Asked | { readonly mistake: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    const [first = ''] = partOf(error, 'message').split(/[.\n]/);
    return { mistake: `${first}; --help says what there is` };
  }
  const { values, positionals } = parsed;
  const [word, ...files] = positionals;
  const { json = false, help = false, today } = values;
  if (!isProgram(word) && !help) {
    const shown = word === undefined ? 'nothing' : JSON.stringify(word);
    return { mistake: `${shown} is not what can be checked; write "check loki FILE" or "check alloy FILE"` };
  }
  const program = isProgram(word) ? word : 'loki';
  const { release = RELEASES[program].newest } = values;
  if (help) return { help, program, release, json, files };
  const [problem] = checkVersion(program, release, '--release');
  if (problem !== undefined) return { mistake: `--release: ${problem.message}; ${problem.remedy}` };
  if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today))
    return { mistake: `--today: "${today}" is not a day; write it as 2026-01-31` };
  if (today !== undefined && program !== 'loki') return { mistake: '--today: is for Loki alone; leave it out' };
  if (files.length === 0) {
    return { mistake: `no file is named; write "check ${program} FILE", or "-" for standard input` };
  }
  return { help, program, release, json, today, files };
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

function checkFile(file: string, { program, release }: Asked, { read, today }: CheckWorld): CheckedFile {
  let text: string;
  try {
    text = read(file);
  } catch (error) {
    const problem = {
      severity: 'error',
      path: '',
      line: 1,
      message: unreadable(error),
      remedy: 'name a file that can be read',
    } as const;
    return { file, problems: [problem] };
  }
  // One line says everything of a problem, in one order.
  const problems = PROGRAMS[program]
    .check(text, release, { today })
    .map(({ severity, path, line = 1, message, remedy }) => ({
      severity,
      path,
      line,
      message,
      remedy,
    }));
  return { file, problems };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

const unreadable = (error: unknown): string =>
  `cannot be read: ${REASONS[partOf(error, 'code')] ?? partOf(error, 'message')}`;

/** A part of an error, whichever realm's it is. */
const partOf = (error: unknown, key: 'code' | 'message'): string =>
  String(typeof error === 'object' && error !== null && key in error ? error[key as keyof typeof error] : '');

/** `loki.yaml:12: error: schema_config.configs[0].store "tsbd" is …`, and what to do about it below. */
function asText({ file, problems }: CheckedFile, { program, release }: Asked): string {
  const name = file === '-' ? 'standard input' : file;
  if (problems.length === 0) return `${name}: nothing is wrong for ${PROGRAMS[program].title} ${release}\n`;
  return problems
    .map(({ severity, path, line, message, remedy }) => {
      const said = path === '' ? message : `${path} ${message}`;
      return `${name}:${line}: ${severity}: ${said}\n    ${remedy}\n`;
    })
    .join('');
}
