import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../loki/timeline/days';
import { timelineFindings } from '../loki/timeline/findings';
import type { CheckResult } from './check';
import { type LokiConfigInFolder, type LokiConfigs, lokiConfigsIn } from './dist-folder';
import type { NoRevision } from './read-folder';

/** What the program needs of the world. */
export interface DistWorld {
  /** Today in UTC: `2026-11-24`. */
  readonly today: string;
  /** The texts of the YAML files below a folder, by path within it; undefined for what is no folder. */
  readonly readFolder: (folder: string) => ReadonlyMap<string, string> | undefined;
  /** The same of a git revision. */
  readonly readRevision: (folder: string, revision: string) => ReadonlyMap<string, string> | NoRevision;
}

interface DistProblem {
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

interface CheckedFile {
  readonly file: string;
  readonly problems: readonly DistProblem[];
}

const USAGE = `Checks manifests for changes of Loki's schema by which logs are no longer found.

  check dist [FOLDER] [--against FOLDER|REVISION] [--today YYYY-MM-DD] [--json]

  FOLDER     manifests, as synth writes them; "dist" when it is not said
  --against  what they were: a folder, or a git revision of FOLDER; HEAD when it is not said
  --today    day on which they are applied, in UTC; today when it is not said
  --json     [{ file, problems: [{ severity, path, line, message, remedy }] }]

Ends with 1 when there is an error, with 0 when there are warnings at most.`;

/** Checks a folder of manifests on a day: `[dist] --against origin/main`. */
export function checkDist(args: readonly string[], world: DistWorld): CheckResult {
  const asked = argumentsOf(args, world);
  if ('mistake' in asked) return { output: '', errors: `${asked.mistake}; --help says what there is\n`, exitCode: 2 };
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const { folder, today, json } = asked;
  const files = world.readFolder(folder);
  if (files === undefined) return mistake(`${folder}: there is no such folder; name the one that synth writes to`);
  const earlier = earlierFiles(folder, asked.against, world);
  if ('mistake' in earlier) return mistake(earlier.mistake);
  const configs = lokiConfigsIn(files);
  const before = earlier.files && lokiConfigsIn(earlier.files);
  const checked = configs.configs.length + configs.unreadable.length + (before?.configs.length ?? 0);
  if (checked === 0)
    return mistake(`${folder}: no configuration of Loki is in it; name the folder that synth writes to`);

  const found = filesOf(folder, configs, before, today);
  const isWrong = found.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  const compared = earlier.files === undefined ? '' : `, compared with ${earlier.name}`;
  return {
    output: json
      ? `${JSON.stringify(found, null, 2)}\n`
      : found.map((file) => asText(file, `nothing is wrong with its schema on ${today}${compared}`)).join(''),
    errors: earlier.note === undefined ? '' : `${folder}: ${earlier.note}: only today's rule was checked\n`,
    exitCode: isWrong ? 1 : 0,
  };
}

const mistake = (text: string): CheckResult => ({ output: '', errors: `${text}\n`, exitCode: 2 });

interface Asked {
  readonly help: boolean;
  readonly folder: string;
  readonly against?: string;
  readonly today: string;
  readonly json: boolean;
}

function argumentsOf(args: readonly string[], world: DistWorld): Asked | { readonly mistake: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
    return { mistake: message.split(/[.\n]/)[0] ?? '' };
  }
  const { values, positionals } = parsed;
  const { help = false, against, today = world.today, json = false } = values;
  const [folder = 'dist', ...others] = positionals;
  if (others.length > 0) return { mistake: `"${others[0]}" is one folder too many: name one` };
  if (!isDay(today)) return { mistake: `--today: "${today}" is not a day: write it as 2026-01-31` };
  return { help, folder, against, today, json };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      against: { type: 'string' },
      today: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

interface Earlier {
  readonly files?: ReadonlyMap<string, string>;
  readonly name: string;
  /** Why nothing is known. */
  readonly note?: string;
}

const REASONS: Readonly<Record<NoRevision['reason'], string>> = {
  'no-git': 'there is no git here',
  'no-repository': 'it is in no git repository',
  'no-revision': 'nothing is committed yet',
};

function earlierFiles(
  folder: string,
  against: string | undefined,
  world: DistWorld,
): Earlier | { readonly mistake: string } {
  const name = against ?? 'HEAD';
  const inFolder = against === undefined ? undefined : world.readFolder(against);
  if (inFolder !== undefined) return { files: inFolder, name };
  const revision = world.readRevision(folder, name);
  if (!('reason' in revision)) return { files: revision, name };
  if (against === undefined) return { name, note: `not compared, since ${REASONS[revision.reason]}` };
  return revision.reason === 'no-revision'
    ? { mistake: `--against: "${against}" is neither a folder nor a revision; write one of them` }
    : { mistake: `--against: "${against}" is no folder, and ${REASONS[revision.reason]}; write a folder` };
}

function filesOf(
  folder: string,
  { configs, unreadable }: LokiConfigs,
  before: LokiConfigs | undefined,
  today: string,
): readonly CheckedFile[] {
  const found = new Map<string, DistProblem[]>();
  const say = (file: string, problems: readonly DistProblem[]): void => {
    const path = join(folder, file);
    found.set(path, [...(found.get(path) ?? []), ...problems]);
  };
  for (const { file, line, message } of unreadable) {
    say(file, [{ severity: 'error', path: '', line, message: `is not YAML: ${message}`, remedy: 'mend the text' }]);
  }
  for (const config of configs) {
    const earlier = before?.configs.find(({ identity }) => identity === config.identity);
    say(config.file, problemsOf(config, earlier, today));
  }
  for (const { identity, file, object } of before?.configs ?? []) {
    if (configs.some((config) => config.identity === identity)) continue;
    const message = 'is there no more, and nobody asks for the logs of that Loki any longer';
    say(file, [{ severity: 'warning', path: object, line: 1, message, remedy: 'apply it if that is meant' }]);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, problems]) => ({ file, problems: problems.sort((a, b) => a.line - b.line) }));
}

const problemsOf = (
  { periods, discards, object, lineOf }: LokiConfigInFolder,
  earlier: LokiConfigInFolder | undefined,
  today: string,
): readonly DistProblem[] =>
  timelineFindings({ earlier: earlier?.periods, now: periods, today, discards }).map(
    ({ severity, path, message, remedy }) => ({
      severity,
      path: `${object} ${path}`,
      line: lineOf(path),
      message,
      remedy,
    }),
  );

function asText({ file, problems }: CheckedFile, good: string): string {
  if (problems.length === 0) return `${file}: ${good}\n`;
  return problems
    .map(({ severity, path, line, message, remedy }) => {
      const said = path === '' ? message : `${path} ${message}`;
      return `${file}:${line}: ${severity}: ${said}\n    ${remedy}\n`;
    })
    .join('');
}
