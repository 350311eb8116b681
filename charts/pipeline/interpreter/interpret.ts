import { fromBytes, toBytes, wellFormed } from '../go/bytes';
import { type PipelineProblem, refused, warned } from '../problem';
import { NEWEST_PROMTAIL, readStages } from '../stage-check/read-stages';
import type { StageConfig } from '../stage-check/stage-config';
import { isSupported } from '../template/functions';
import { buildPipeline } from './build';
import { clockAt } from './clock';
import type { Entry } from './entry';
import { type Stream, streamsOf } from './streams';

export interface InterpretOptions {
  /** Where the stages stand in the configuration. @default 'pipeline_stages' */
  readonly path?: string;
  /** The release whose stages and keys they are. What stages do is that of 3.6. @default '3.6.15' */
  readonly release?: string;
  /** When the lines are read: for `older_than`, and for times without a year. @default - 2026-01-01, midnight in UTC */
  readonly readAt?: Date;
}

/** Stages that Promtail takes, ready for lines. */
export interface Pipeline {
  /**
   * What Promtail sends to Loki when it reads these lines from a target with these labels, in order of first appearance. Lines stand
   * without what ends them. Each run begins anew, and all its lines are read at one moment.
   * @param lines texts, or bytes
   * @param labels those of the target after relabelling, with `filename` for a file
   */
  readonly run: (lines: Iterable<string | Uint8Array>, labels?: Readonly<Record<string, string>>) => Stream[];
}

export interface Interpretation {
  /** Undefined when there is an error. */
  readonly pipeline?: Pipeline;
  readonly problems: readonly PipelineProblem[];
}

/** A day on which nothing begins or ends. */
const READ_AT = new Date('2026-01-01T00:00:00Z');

/** Reads `pipeline_stages` as Promtail does, and makes them run. Never throws for plain data. */
export function interpretStages(stages: unknown, options: InterpretOptions = {}): Interpretation {
  const { path = 'pipeline_stages', release = NEWEST_PROMTAIL, readAt = READ_AT } = options;
  const read = readStages(stages, path, release);
  const problems = [...read.problems, ...uninterpreted(read.stages, path)];
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const run: Pipeline['run'] = (lines, labels = {}) => {
    const pipeline = buildPipeline(read.stages, clockAt(readAt));
    const entries: Entry[] = [];
    const keep = (entry: Entry): void => {
      entries.push(entry);
    };
    for (const line of lines) pipeline.process(entryOf(line, labels), keep);
    pipeline.end?.(keep);
    return streamsOf(entries);
  };
  return { pipeline: { run }, problems };
}

const entryOf = (line: string | Uint8Array, labels: Readonly<Record<string, string>>): Entry => ({
  labels: new Map(Object.entries(labels)),
  extracted: new Map(),
  timestamp: undefined,
  line: typeof line === 'string' ? fromBytes(toBytes(wellFormed(line))) : fromBytes(line),
  metadata: [],
});

/** What Promtail does and this interpreter does not. */
function uninterpreted(stages: readonly StageConfig[], path: string): PipelineProblem[] {
  const problems: PipelineProblem[] = [];
  const visit = (list: readonly StageConfig[]): void => {
    for (const stage of list) {
      if (stage.type === 'match') visit(stage.stages);
      if (stage.type === 'geoip') {
        problems.push(
          warned(path, 'has geoip, which is passed over: there is no database of places', 'look at the other labels'),
        );
      }
      if (stage.type !== 'template' && stage.type !== 'replace') continue;
      for (const name of stage.template?.functions.filter((called) => !isSupported(called)) ?? []) {
        problems.push(
          refused(
            path,
            `has a template with ${name}, which Promtail knows and this interpreter does not`,
            'use another function',
          ),
        );
      }
    }
  };
  visit(stages);
  return problems;
}
