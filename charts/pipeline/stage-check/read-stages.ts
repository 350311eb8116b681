import { didYouMean, isPlainMap, joinPath, type PipelineProblem, refused, shown, warned } from '../problem';
import type { StageReader } from './config-reader';
import type { StageConfig } from './stage-config';
import { knownKeys, sinceRelease } from './stage-keys';
import { readCri } from './stages/cri';
import { readDrop } from './stages/drop';
import { readEventLogMessage } from './stages/eventlogmessage';
import { readGeoIp } from './stages/geoip';
import { readJson } from './stages/json';
import { readLabelAllow, readLabelDrop } from './stages/label-lists';
import { readLabelSources, readStaticLabels, readStructuredMetadata } from './stages/label-maps';
import { readLimit } from './stages/limit';
import { readLogfmtStage } from './stages/logfmt';
import { readMatch } from './stages/match';
import { readMetrics } from './stages/metrics';
import { readMultiline } from './stages/multiline';
import { readOutput } from './stages/output';
import { readPack } from './stages/pack';
import { readRegex } from './stages/regex';
import { readReplace } from './stages/replace';
import { readSampling } from './stages/sampling';
import { readTemplate } from './stages/template';
import { readTenant } from './stages/tenant';
import { readTimestamp } from './stages/timestamp';
import { readDecolorize, readDocker } from './stages/without-keys';

const READERS: Readonly<Record<string, StageReader>> = {
  cri: readCri,
  decolorize: readDecolorize,
  docker: readDocker,
  drop: readDrop,
  eventlogmessage: readEventLogMessage,
  geoip: readGeoIp,
  json: readJson,
  labelallow: readLabelAllow,
  labeldrop: readLabelDrop,
  labels: readLabelSources,
  limit: readLimit,
  logfmt: readLogfmtStage,
  match: readMatch,
  metrics: readMetrics,
  multiline: readMultiline,
  // What structured metadata was called at first.
  non_indexed_labels: readStructuredMetadata,
  output: readOutput,
  pack: readPack,
  regex: readRegex,
  replace: readReplace,
  sampling: readSampling,
  static_labels: readStaticLabels,
  structured_metadata: readStructuredMetadata,
  template: readTemplate,
  tenant: readTenant,
  timestamp: readTimestamp,
};

/** Promtail's last line of releases. */
export const NEWEST_PROMTAIL = '3.6.15';

/** Deeper nested than any pipeline. */
const DEEPEST = 50;

export interface ReadStages {
  /** The stages that could be read, in order. */
  readonly stages: readonly StageConfig[];
  readonly problems: readonly PipelineProblem[];
}

/**
 * Reads `pipeline_stages` as that release of Promtail does: what it refuses is an error, what it silently ignores a warning.
 * Never throws for plain data.
 * @param path where the stages stand in the configuration
 */
export function readStages(config: unknown, path = 'pipeline_stages', release: string = NEWEST_PROMTAIL): ReadStages {
  if (config === undefined || config === null) return { stages: [], problems: [] };
  if (!Array.isArray(config)) {
    return { stages: [], problems: [refused(path, `is ${shown(config)}, not a list`, 'write a list of stages')] };
  }
  const problems: PipelineProblem[] = [];
  const read = (list: readonly unknown[], listPath: string, depth: number): readonly StageConfig[] =>
    list.flatMap((stage, index) => {
      const stagePath = `${listPath}[${index}]`;
      if (depth > DEEPEST) {
        problems.push(refused(stagePath, 'is nested too deep', 'write stages beside one another'));
        return [];
      }
      const own = readStage(stage, stagePath, release, {
        report: (problem) => problems.push(problem),
        readStages: (stages, nested) => read(stages, nested, depth + 1),
      });
      return own === undefined ? [] : [own];
    });
  return { stages: read(config, path, 0), problems };
}

/** What is wrong with `pipeline_stages`, all at once. */
export const checkStages = (config: unknown, path?: string, release?: string): readonly PipelineProblem[] =>
  readStages(config, path, release).problems;

type Nested = Pick<Parameters<StageReader>[1], 'report' | 'readStages'>;

function readStage(stage: unknown, path: string, release: string, nested: Nested): StageConfig | undefined {
  const { report } = nested;
  if (!isPlainMap(stage)) {
    const remedy =
      typeof stage === 'string' && Object.hasOwn(READERS, stage)
        ? `write "${stage}: {}"`
        : 'write its name and a colon';
    report(refused(path, `is ${shown(stage)}, not a stage`, remedy));
    return undefined;
  }
  const names = Object.keys(stage);
  const [name] = names;
  if (name === undefined) {
    report(warned(path, 'is empty: it does nothing', 'name a stage, or leave it out'));
    return undefined;
  }
  if (names.length > 1) {
    report(
      refused(path, `has ${names.length} keys, ${names.join(' and ')}`, 'begin each stage with a dash of its own'),
    );
    return undefined;
  }
  const own = joinPath(path, name);
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  const known = knownKeys(release, []).get(name);
  if (reader === undefined || known === undefined || known === 'no') {
    const others = [...knownKeys(release, [])].filter(([, is]) => is !== 'no').map(([other]) => other);
    const since = reader === undefined ? undefined : sinceRelease([name]);
    const later = since === undefined ? '' : `, but of ${since}`;
    const remedy = didYouMean(name, others, `write one of ${others.join(', ')}`);
    report(refused(own, `is no stage of Promtail ${release}${later}`, remedy));
    return undefined;
  }
  return reader(stage[name], { path: own, release, ...nested });
}
