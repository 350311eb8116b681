import { parseArgs } from 'node:util';
import type { Problem } from '../kubernetes/problem';
import { interpretStages, type Pipeline } from '../pipeline/interpreter/interpret';
import { linesOf } from '../pipeline/interpreter/lines';
import { rfc3339, type Stream, toJsonStreams } from '../pipeline/interpreter/streams';
import { didYouMean, isPlainMap, type PipelineProblem, refused, shown } from '../pipeline/problem';
import { readRelabelRules } from '../pipeline/relabel/read-rules';
import type { CheckResult } from './check';
import { decode } from './decode';
import { misuse, unreadable } from './errors';
import { readPlainYaml } from './plain-yaml';

/** What the program needs of the world. */
export interface StreamsWorld {
  /** What is in a file. Throws when there is none. */
  readonly read: (file: string) => string | Uint8Array;
  /** Standard input, all of it. Throws when there is none. */
  readonly input: () => Uint8Array;
  readonly now: Date;
}

const USAGE = `Shows which streams Promtail makes of lines: runs standard input through the pipeline of a job.

  streams --config promtail.yaml [--job NAME] [--labels NAME=VALUE,…] [--read-at TIME] [--json] < lines

  --config   Promtail's configuration
  --job      the job_name; the first job when it is not said
  --labels   labels of the target after relabelling: app=web,filename=/var/log/web.log
  --read-at  when the lines are read, as 2026-01-31T12:00:00Z; now when it is not said
  --json     [{ tenant, labels: { name: value }, entries: [{ ts, line, metadata: { name: value } }] }]:
             ts is RFC 3339 with nanoseconds, or null when it is the time of reading; a line that is
             no UTF-8 is { base64 }

Lines are read as Promtail reads standard input: empty ones are left out, and so is what ends a line. No time passes between
them. Ends with 1 when Promtail does not start with the configuration, and says why.`;

/** Runs lines through the pipeline of a configuration of Promtail. */
export function streams(args: readonly string[], world: StreamsWorld): CheckResult {
  const asked = argumentsOf(args, world.now);
  if ('mistake' in asked) return { output: '', errors: `${asked.mistake}\n`, exitCode: 2 };
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const { pipeline, problems } = pipelineOf(asked, world);
  const errors = problems.map(asText).join('');
  if (pipeline === undefined) return { output: '', errors, exitCode: 1 };
  let input: Uint8Array;
  try {
    input = world.input();
  } catch (error) {
    return { output: '', errors: `standard input ${unreadable(error)}; write "streams … < lines"\n`, exitCode: 1 };
  }
  const made = pipeline.run(linesOf(input), asked.labels);
  const output = asked.json ? `${JSON.stringify(toJsonStreams(made), null, 2)}\n` : shownStreams(made);
  return { output, errors, exitCode: 0 };
}

interface Asked {
  readonly help: boolean;
  readonly json: boolean;
  readonly config: string;
  readonly job?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly readAt: Date;
}

function argumentsOf(args: readonly string[], now: Date): Asked | { readonly mistake: string } {
  let values: ReturnType<typeof parse>['values'];
  try {
    ({ values } = parse(args));
  } catch (error) {
    return { mistake: misuse(error) };
  }
  const { help = false, json = false, config = '', job } = values;
  if (config === '' && !help) return { mistake: 'no configuration is named; write "streams --config promtail.yaml"' };
  const readAt = values['read-at'] === undefined ? now : new Date(values['read-at']);
  if (Number.isNaN(readAt.getTime())) {
    return { mistake: `--read-at: "${values['read-at']}" is not a time; write it as 2026-01-31T12:00:00Z` };
  }
  const pairs = (values.labels ?? []).flatMap((list) => list.split(',')).filter((pair) => pair !== '');
  const wrong = pairs.find((pair) => !/^[^=]+=/.test(pair));
  if (wrong !== undefined) return { mistake: `--labels: "${wrong}" is no name=value; write "app=web,env=prod"` };
  const labels = Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  return { help, json, config, job, labels, readAt };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      config: { type: 'string' },
      job: { type: 'string' },
      labels: { type: 'string', multiple: true },
      'read-at': { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

interface Found {
  readonly pipeline?: Pipeline;
  readonly problems: readonly PipelineProblem[];
}

const onlyProblem = (path: string, message: string, remedy: string): Found => ({
  problems: [refused(path, message, remedy)],
});

/** The pipeline of the job that is asked for. What is wrong with any job counts: Promtail starts with all of them or not at all. */
function pipelineOf({ config, job, readAt }: Asked, { read }: StreamsWorld): Found {
  let content: string | Uint8Array;
  try {
    content = read(config);
  } catch (error) {
    return onlyProblem(config, unreadable(error), 'name a file that can be read');
  }
  const decoded = decode(content);
  if (!('text' in decoded)) return onlyProblem(config, decoded.message, decoded.remedy);
  const { value, problems } = readPlainYaml(decoded.text);
  if (problems.length > 0) return { problems: problems.map(asError) };
  const jobs = isPlainMap(value) ? (value.scrape_configs ?? []) : undefined;
  if (!Array.isArray(jobs)) return onlyProblem('scrape_configs', 'is not a list', 'write a list of jobs');
  const names = jobs.map((one: unknown) => (isPlainMap(one) ? String(one.job_name ?? '') : ''));
  const index = job === undefined ? 0 : names.indexOf(job);
  if (job !== undefined && index === -1) {
    return onlyProblem(
      '--job',
      `there is no job ${shown(job)}`,
      didYouMean(job, names, `write one of ${names.join(', ')}`),
    );
  }
  if (jobs.length === 0)
    return onlyProblem('scrape_configs', 'has no job', 'write one, with a job_name and pipeline_stages');
  const interpreted = jobs.map((one: unknown, number) => interpretJob(one, `scrape_configs[${number}]`, readAt));
  const all = interpreted.flatMap((found) => found.problems);
  return all.some(({ severity }) => severity === 'error')
    ? { problems: all }
    : { problems: all, pipeline: interpreted[index]?.pipeline };
}

const asError = ({ path, message, remedy }: Problem): PipelineProblem => refused(path, message, remedy);

function interpretJob(job: unknown, path: string, readAt: Date): Found {
  if (!isPlainMap(job)) return onlyProblem(path, `is ${shown(job)}, not a job`, 'write a job_name and pipeline_stages');
  const { pipeline, problems } = interpretStages(job.pipeline_stages, { path: `${path}.pipeline_stages`, readAt });
  const relabelling = readRelabelRules(job.relabel_configs, `${path}.relabel_configs`);
  return { pipeline, problems: [...problems, ...relabelling.problems] };
}

/** `error: scrape_configs[0].pipeline_stages[1].regex.expression is not set`, and what to do about it below. */
const asText = ({ severity, path, message, remedy }: PipelineProblem): string =>
  `${severity}: ${path} ${message}\n    ${remedy}\n`;

function shownStreams(made: readonly Stream[]): string {
  if (made.length === 0) return 'no line is left\n';
  return made
    .map(({ tenant, labels, entries }) => {
      const selector = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
      const times = entries.map(({ timestamp }) => (timestamp === undefined ? '-' : rfc3339(timestamp)));
      const width = times.reduce((most, { length }) => Math.max(most, length), 0);
      const lines = entries.map(({ line, metadata }, index) => {
        const added = Object.entries(metadata).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
        const below = [...line.split('\n'), ...(added.length === 0 ? [] : [`{${added.join(', ')}}`])];
        const [first = '', ...others] = below.map(printable);
        const indented = others.map((other) => `\n  ${' '.repeat(width)}  ${other}`.trimEnd());
        return `  ${(times[index] ?? '').padEnd(width)}  ${first}`.trimEnd() + indented.join('');
      });
      const owner = tenant === '' ? '' : ` of tenant ${tenant}`;
      return `{${selector.join(', ')}}${owner}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** What would move the cursor of a terminal, and bytes that are no UTF-8, as escapes. */
const printable = (text: string): string =>
  text.replace(/[^\t -\u{10FFFF}]|[\u007F-\u009F]|[\uDC80-\uDCFF]/gu, (character) => {
    const code = character.charCodeAt(0);
    return code >= 0xdc80 ? `\\x${(code - 0xdc00).toString(16)}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
