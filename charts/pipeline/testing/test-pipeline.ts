import { compilePipeline } from '../compile/compile';
import type { Job } from '../compile/job';
import { interpretStages } from '../interpreter/interpret';
import { rfc3339, type Stream } from '../interpreter/streams';
import type { Pipeline } from '../model/pipeline';
import { readRelabelRules } from '../relabel/read-rules';
import { relabel, streamLabels } from '../relabel/relabel';
import { podLogFile, podMetaLabels, type TestPod } from './target-pod';

/** A line of a stream, as Loki gets it. */
export interface TestEntry {
  readonly line: string;
  /** RFC 3339 in UTC; null for the time at which the line was read. */
  readonly timestamp: string | null;
  /** Structured metadata. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What goes to Loki under one set of labels, for one tenant. */
export interface TestStream {
  readonly labels: Readonly<Record<string, string>>;
  /** Empty when no stage names one. */
  readonly tenant: string;
  readonly entries: readonly TestEntry[];
}

/** How a line was written. */
export interface WrittenLine {
  /** @default 'stdout' */
  readonly stream?: 'stdout' | 'stderr';
  /** When the container runtime took it: RFC 3339. @default '2026-01-01T00:00:00Z' */
  readonly time?: string;
  /** Whether the runtime cut it, and the rest is the next line. @default false */
  readonly partial?: boolean;
}

/** A place that logs come from, with the lines that it wrote so far. */
export interface TestTarget {
  /** Whether any job of the pipeline reads it. */
  readonly isCollected: boolean;
  /** What the program wrote: the container runtime's part is put around it as the source's format has it. */
  line(text: string, written?: WrittenLine): TestTarget;
  /** A line as it stands in the file, or as it arrives. */
  raw(line: string): TestTarget;
  /** What Loki gets of all lines so far, in order of first appearance. */
  readonly streams: readonly TestStream[];
}

export interface PipelineTest {
  /** A container of a pod. */
  pod(pod?: TestPod): TestTarget;
  /** A file of the node, for sources of type `files`. */
  file(path: string): TestTarget;
  /** Entries of the journal, for the source of type `journal`: fields in lower case, `{ _systemd_unit: 'kubelet.service' }`. */
  journal(fields?: Readonly<Record<string, string>>): TestTarget;
}

export interface TestOptions {
  /** When lines are read: for what is dropped by its age. @default '2026-01-01T00:00:00Z' */
  readonly readAt?: string;
}

const READ_AT = '2026-01-01T00:00:00Z';

/**
 * Runs a pipeline before it sees a node: `testPipeline(pipeline).pod({ namespace: 'shop' }).line('…').streams`. Relabelling and stages do
 * what Promtail and Alloy do with them. Throws for a pipeline that a synth would refuse.
 */
export function testPipeline(pipeline: Pipeline, { readAt = READ_AT }: TestOptions = {}): PipelineTest {
  const jobs = compilePipeline(pipeline).map((job) => prepare(job, new Date(readAt)));
  return {
    pod: (pod = {}) =>
      target(
        jobs.flatMap((job) =>
          job.type === 'pods' || job.type === 'pods-api'
            ? targetOf(job, podMetaLabels(pod), job.type === 'pods' ? { filename: podLogFile(pod) } : {})
            : [],
        ),
      ),
    file: (path) =>
      target(
        jobs.flatMap((job) => {
          const { source } = job.job;
          return source.type === 'files' && source.paths.some((glob) => matchesGlob(glob, path))
            ? targetOf(job, { ...source.labels, __path__: path }, { filename: path })
            : [];
        }),
      ),
    journal: (fields = {}) =>
      target(
        jobs.flatMap((job) => {
          const { source } = job.job;
          if (source.type !== 'journal') return [];
          const meta = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`__journal_${name}`, value]));
          return targetOf(job, { ...(source.labels ?? { job: 'systemd-journal' }), ...meta }, {});
        }),
      ),
  };
}

/** A job whose rules and stages are known to be right. */
interface Prepared {
  readonly job: Job;
  readonly type: Job['source']['type'];
  readonly rules: ReturnType<typeof readRelabelRules>['rules'];
  readonly run: (lines: readonly string[], labels: Readonly<Record<string, string>>) => Stream[];
}

function prepare(job: Job, readAt: Date): Prepared {
  const { rules, problems: ofRules } = readRelabelRules(job.relabel, `${job.name}.relabel`);
  const { pipeline, problems: ofStages } = interpretStages(job.stages, { path: `${job.name}.stages`, readAt });
  const errors = [...ofRules, ...ofStages].filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || pipeline === undefined) {
    const said = errors.map(({ path, message, remedy }) => `${path}: ${message}\n  → ${remedy}`).join('\n');
    throw new Error(`the pipeline is refused\n${said}`);
  }
  return { job, type: job.source.type, rules, run: (lines, labels) => pipeline.run(lines, labels) };
}

/** One job that reads a target, by the labels that it gives it. */
interface Reader {
  readonly prepared: Prepared;
  readonly labels: Readonly<Record<string, string>>;
}

function targetOf(
  prepared: Prepared,
  discovered: Readonly<Record<string, string>>,
  added: Readonly<Record<string, string>>,
): Reader[] {
  const labels = relabel(new Map(Object.entries(discovered)), prepared.rules);
  return labels === undefined ? [] : [{ prepared, labels: { ...Object.fromEntries(streamLabels(labels)), ...added } }];
}

type Written = { readonly raw: string } | { readonly text: string; readonly written: WrittenLine };

const target = (readers: readonly Reader[], lines: readonly Written[] = []): TestTarget => ({
  isCollected: readers.length > 0,
  line: (text, written = {}) => target(readers, [...lines, { text, written }]),
  raw: (raw) => target(readers, [...lines, { raw }]),
  get streams() {
    return readers
      .flatMap(({ prepared, labels }) =>
        prepared.run(
          lines.flatMap((line) => ('raw' in line ? [line.raw] : framed(line.text, line.written, prepared.job))),
          labels,
        ),
      )
      .map(asTestStream);
  },
});

/** The line as the container runtime writes it; what the API server, the journal or a plain file has stands alone. */
function framed(
  text: string,
  { stream = 'stdout', time = READ_AT, partial = false }: WrittenLine,
  { source }: Job,
): string[] {
  if (source.type !== 'pods') return [text];
  return source.format === 'docker'
    ? [JSON.stringify({ log: partial ? text : `${text}\n`, stream, time })]
    : text.split('\n').map((line) => `${time} ${stream} ${partial ? 'P' : 'F'} ${line}`);
}

const asTestStream = ({ labels, tenant, entries }: Stream): TestStream => ({
  labels,
  tenant,
  entries: entries.map(({ line, timestamp, metadata }) => ({
    line,
    timestamp: timestamp === undefined ? null : rfc3339(timestamp),
    metadata,
  })),
});

/** `*` within a folder, `**` over folders, `{a,b}`, `?`. */
function matchesGlob(glob: string, path: string): boolean {
  const pattern = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
    .replace(/\*\*\/?|\*|\?/g, (wild) => (wild.startsWith('**') ? '.*' : wild === '*' ? '[^/]*' : '[^/]'));
  return new RegExp(`^${pattern}$`).test(path);
}
