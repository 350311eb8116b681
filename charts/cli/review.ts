import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { closest } from '../kubernetes/closest';
import { isDay } from '../loki/timeline/days';
import { reviewHtml } from '../review/output/html';
import { reviewMarkdown } from '../review/output/markdown';
import { reviewText } from '../review/output/text';
import { stackPicture } from '../review/picture/stack-picture';
import { type Review, SEVERITIES, type Severity } from '../review/review';
import { type ManifestFiles, type ReviewedFolder, reviewFiles } from '../review/review-files';
import type { CheckResult } from './check';
import { misuse, partOf } from './errors';
import { isThere, readPath, readRevisionOf, type Source } from './manifest-sources';
import { betweenIn, reviewBetween } from './review-between';

/** What the program needs of the world besides files and git. */
export interface ReviewWorld {
  /** Runs a program and returns what it exports. */
  readonly load: (program: string) => Promise<unknown>;
  /** Standard input. */
  readonly input: () => string;
  /** Today in UTC: `2026-11-24`. */
  readonly today: string;
  readonly hasColours: boolean;
}

const FORMATS = ['text', 'markdown', 'html', 'json'] as const;

const USAGE = `Says what a change of manifests does to a running cluster, the worst first.

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

/** Runs `review` with the arguments after its name. */
export async function review(args: readonly string[], world: ReviewWorld): Promise<CheckResult> {
  const asked = argumentsOf(args);
  if ('mistake' in asked) return mistaken(asked.mistake);
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const after = await newFiles(asked.subject, world, asked.between !== undefined);
  if ('refusal' in after) return { output: '', errors: `${after.refusal}\n`, exitCode: 1 };
  if ('mistake' in after) return mistaken(after.mistake);
  if (asked.between !== undefined) {
    const compared = reviewBetween(after.files, asked.between);
    const title = `${after.files.name}: ${asked.between.join(' → ')}`;
    return 'mistake' in compared ? mistaken(compared.mistake) : printed(compared, title, asked, world);
  }
  const before = oldFiles(asked.against, after.folder, world);
  if ('mistake' in before) return mistaken(before.mistake);
  const reviewed = reviewFiles(before.files, after.files, { today: asked.today ?? world.today });
  if ('mistake' in reviewed) return mistaken(reviewed.mistake);
  const title = `${after.files.name} against ${before.files.name}${before.files.texts.size === 0 ? ', where there is nothing yet' : ''}`;
  return printed(reviewed, title, asked, world);
}

interface Reviewed {
  readonly review: Review;
  readonly folders: readonly ReviewedFolder[];
}

function printed({ review, folders }: Reviewed, title: string, asked: Asked, world: ReviewWorld): CheckResult {
  const pictureOf = ({ folder, before, after }: ReviewedFolder) => stackPicture(review, before, after, folder);
  const outputs = {
    json: () => `${JSON.stringify(review, null, 2)}\n`,
    markdown: () => reviewMarkdown(review, title),
    html: () => reviewHtml(review, { title, pictures: folders.map(pictureOf) }),
    text: () => reviewText(review, { title, hasColours: world.hasColours }),
  };
  const found = review.objects.flatMap(({ consequences }) => consequences.map(({ severity }) => severity));
  const isHit = asked.failOn.some((severity) => found.includes(severity));
  return { output: outputs[asked.format](), errors: '', exitCode: isHit ? 1 : 0 };
}

const mistaken = (mistake: string): CheckResult => ({ output: '', errors: `${mistake}\n`, exitCode: 2 });

interface Asked {
  readonly help: boolean;
  readonly against: string | undefined;
  readonly between: readonly [string, string] | undefined;
  readonly format: (typeof FORMATS)[number];
  readonly failOn: readonly Severity[];
  readonly today: string | undefined;
  readonly subject: string;
}

function argumentsOf(args: readonly string[]): Asked | { readonly mistake: string } {
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

type NewFiles =
  | { readonly files: ManifestFiles; readonly folder: string }
  | { readonly mistake: string }
  | { readonly refusal: string };

/** What is new, and the folder that it is, or would be, written to. */
async function newFiles(subject: string, world: ReviewWorld, ofRevision: boolean): Promise<NewFiles> {
  if (subject === '-') return { files: inputFiles(world), folder: 'dist' };
  const [, revision, path] = ofRevision && !isThere(subject) ? (REVISION.exec(subject) ?? []) : [];
  if (revision !== undefined && path !== undefined) {
    const read = readRevisionOf(path, revision);
    return 'mistake' in read ? read : { files: read.files, folder: path };
  }
  if (!/\.[cm]?[jt]s$/.test(subject)) {
    const read = readPath(subject);
    return 'mistake' in read ? read : { files: read.files, folder: subject };
  }
  if (!isThere(subject))
    return { mistake: `${subject} is not there: name a program, such as main.ts, a folder or a file` };
  const loaded = await loadedBy(world, subject);
  if ('mistake' in loaded) return loaded;
  const app = appOf(loaded.module);
  if (app === undefined)
    return { mistake: `${subject} exports no app: write \`export const app = new ManifestApp()\`` };
  try {
    return { files: { name: subject, texts: app.manifestFiles() }, folder: app.outdir };
  } catch (error) {
    if (partOf(error, 'name') === 'RefusedError') return { refusal: partOf(error, 'message') };
    throw error;
  }
}

async function loadedBy(
  { load }: ReviewWorld,
  program: string,
): Promise<{ readonly module: unknown } | { readonly mistake: string }> {
  try {
    return { module: await load(program) };
  } catch (error) {
    if (partOf(error, 'code') !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
    return {
      mistake: `${program} is nothing that Node runs as it is: compile it first, or name the folder that it writes to`,
    };
  }
}

interface SynthesizingApp {
  readonly outdir: string;
  manifestFiles(): ReadonlyMap<string, string>;
}

/** The app that a module exports, by itself or by default. */
function appOf(module: unknown): SynthesizingApp | undefined {
  const exported = [module, property(module, 'default')].map((from) => property(from, 'app'));
  return exported.find((app): app is SynthesizingApp => typeof property(app, 'manifestFiles') === 'function');
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** `HEAD:dist`. */
const REVISION = /^([^:]+):(.*)$/s;

/** What is there: a path before a revision, should one be called like the other. */
function oldFiles(against: string | undefined, folder: string, world: ReviewWorld): Source {
  if (against === '-') return { files: inputFiles(world) };
  if (against !== undefined && isThere(against)) return readPath(against);
  const [, revision = '', path = ''] = REVISION.exec(against ?? '') ?? [];
  if (path === '') return readRevisionOf(relative('', resolve(folder)) || '.', against ?? 'HEAD');
  const read = readRevisionOf(path, revision);
  const isNothing = 'files' in read && read.files.texts.size === 0;
  return isNothing ? { mistake: `${revision} has no manifests in ${path}` } : read;
}

const inputFiles = ({ input }: ReviewWorld): ManifestFiles => ({
  name: 'standard input',
  texts: new Map([['', input()]]),
});

/** Loads a program that Node runs as it is. */
export const loadProgram = (program: string): Promise<unknown> => import(pathToFileURL(resolve(program)).href);
