import type { ConfigValue } from '../../kubernetes/merge';
import { compilePipeline } from '../../pipeline/compile/compile';
import type { Pipeline } from '../../pipeline/model/pipeline';
import type { Source } from '../../pipeline/model/sources';
import { RULE_DEFAULTS } from '../../pipeline/relabel/rule';
import { scrapeConfigs } from '../../promtail/scrape-config';
import {
  asText,
  defined,
  isMapping,
  isSame,
  type Json,
  type JsonObject,
  listIn,
  objectIn,
  objectsIn,
  textIn,
  without,
} from '../json';

/** What a running Promtail's `scrape_configs` come to in the pipeline's words. */
export interface PipelineFacts {
  /** Undefined when it takes the raw configuration to say the same. */
  readonly pipeline?: Pipeline;
  /** How people would call it. */
  readonly text: string;
}

const POD_SOURCES: readonly Source[] = (['kubernetes-pods', 'loki-stack'] as const).flatMap((scheme) =>
  (['cri', 'docker'] as const).map((format): Source => ({ type: 'pods', labels: { scheme }, format })),
);

/** Looks for sources that are compiled to exactly these jobs, so that every stream keeps its labels. */
export function pipelineOf(jobs: readonly JsonObject[]): PipelineFacts {
  const names = jobs.map(({ job_name }) => asText(job_name)).join(', ');
  for (const source of [...POD_SOURCES, undefined]) {
    const ofSource = source === undefined ? [] : jobsOf(source);
    if (!ofSource.every((job, index) => isSame(job, canonicalJob(jobs[index])))) continue;
    const others = jobs.slice(ofSource.length).map(otherSource);
    if (others.some((other) => other === undefined) || jobs.length === 0) continue;
    const sources = [...(source === undefined ? [] : [briefly(source)]), ...(others as Source[])];
    return { pipeline: { sources }, text: `${names}: ${sources.map(sourceText).join(', ')}` };
  }
  return { text: `${names}: as they are${almost(jobs)}` };
}

/** Without what is the default anyhow. */
const briefly = (source: Source): Source => {
  if (source.type !== 'pods') return source;
  const { labels, format } = source;
  return {
    type: 'pods',
    ...(labels?.scheme === 'kubernetes-pods' ? {} : { labels }),
    ...(format === 'cri' ? {} : { format }),
  };
};

const sourceText = (source: Source): string =>
  source.type === 'pods'
    ? `pods by scheme "${source.labels?.scheme ?? 'kubernetes-pods'}", format ${source.format ?? 'cri'}`
    : source.type;

/** The chart's own jobs keep a label that the scheme of the same name leaves out. */
function almost(jobs: readonly JsonObject[]): string {
  const [first, ...others] = jobs;
  if (others.length > 0) return '';
  const source = POD_SOURCES.find((candidate) => {
    const [job] = jobsOf(candidate);
    const stages = listIn(job?.pipeline_stages).filter((stage) => !isSame(stage, { labeldrop: ['filename'] }));
    return job !== undefined && isSame({ ...job, pipeline_stages: stages }, canonicalJob(first));
  });
  return source === undefined ? '' : '; the pipeline would do the same without the label "filename"';
}

const jobsOf = (source: Source): readonly JsonObject[] =>
  scrapeConfigs(compilePipeline({ sources: [source] })).map(canonicalJob);

/** The jobs without what Promtail takes for granted, and otherwise as they are. */
export const briefJobs = (jobs: readonly JsonObject[]): readonly JsonObject[] =>
  jobs.map((job) =>
    job.relabel_configs === undefined
      ? job
      : { ...job, relabel_configs: objectsIn(job.relabel_configs).map(canonicalRule) },
  );

/** A job without what Promtail takes for granted. */
export function canonicalJob(job: JsonObject | undefined): JsonObject {
  const { relabel_configs, pipeline_stages, ...others } = job ?? {};
  const rules = withoutCopies(objectsIn(relabel_configs).map(canonicalRule));
  const stages = listIn(pipeline_stages).map((stage) => plainStage(stage));
  return defined({
    ...others,
    relabel_configs: rules.length === 0 ? undefined : rules,
    pipeline_stages: stages.length === 0 ? undefined : stages,
  });
}

/** A label that was copied from another is asked for as that: it says the same, until it is set again. */
function withoutCopies(rules: readonly JsonObject[]): readonly JsonObject[] {
  const copies = new Map<string, Json>();
  return rules.map((rule) => {
    const sources = Array.isArray(rule.source_labels)
      ? rule.source_labels.map((label: ConfigValue) => copies.get(asText(label)) ?? label)
      : undefined;
    const target = asText(rule.target_label);
    copies.delete(target);
    const isCopy = sources?.length === 1 && Object.keys(without(rule, 'source_labels', 'target_label')).length === 0;
    if (isCopy && sources?.[0] !== target) copies.set(target, sources?.[0]);
    return sources === undefined ? rule : { ...rule, source_labels: sources as readonly ConfigValue[] };
  });
}

const PRESETS: JsonObject = RULE_DEFAULTS;

const canonicalRule = (rule: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries({
      ...rule,
      ...(typeof rule.replacement === 'string' ? { replacement: bare(rule.replacement) } : {}),
    }).filter(([key, value]) => value !== null && value !== PRESETS[key]),
  );

/** `${1}` → `$1`, where no digit follows. */
const bare = (replacement: string): string => replacement.replace(/\$\{(\d+)\}(?!\d)/g, '$$$1');

/** `cri: {}` and `cri:` are the same stage, and a label that a stage names without a source is one of the same name. */
export const plainStage = (stage: ConfigValue): ConfigValue =>
  isMapping(stage)
    ? Object.fromEntries(
        Object.entries(stage).map(([name, options]) => [
          name,
          isMapping(options) && Array.isArray(options.stages)
            ? { ...options, stages: options.stages.map(plainStage) }
            : (options ?? {}),
        ]),
      )
    : stage;

/** A job that reads no pods, as a source; undefined for one that comes to something else. */
function otherSource(job: JsonObject): Source | undefined {
  // The types of stages are narrower than what Promtail reads.
  if (listIn(job.pipeline_stages).length > 0) return undefined;
  const candidates = [journalSource(job), pushSource(job), syslogSource(job), filesSource(job)];
  return candidates.find(
    (source) => source !== undefined && hasTextLabels(source) && isSame(jobsOf(source)[0], canonicalJob(job)),
  );
}

const hasTextLabels = (source: Source): boolean =>
  !('labels' in source) || Object.values(source.labels ?? {}).every((value) => typeof value === 'string');

/** Its name, where it is not the type's. */
const named = (job: JsonObject, type: string): JsonObject => (job.job_name === type ? {} : { name: job.job_name });

function journalSource(job: JsonObject): Source | undefined {
  if (!isMapping(job.journal)) return undefined;
  const { path, labels, max_age, matches, json } = job.journal;
  const rules = objectsIn(job.relabel_configs).map(canonicalRule);
  const fields = Object.fromEntries(
    rules.map(({ source_labels, target_label }) => [
      asText(target_label),
      asText(listIn(source_labels)[0]).replace(/^__journal_/, ''),
    ]),
  );
  return defined({
    ...named(job, 'journal'),
    type: 'journal',
    path,
    labels,
    maxAge: max_age,
    matches,
    json,
    fields,
  }) as unknown as Source;
}

function pushSource(job: JsonObject): Source | undefined {
  if (!isMapping(job.loki_push_api)) return undefined;
  const { server, labels, use_incoming_timestamp } = job.loki_push_api;
  return defined({
    ...named(job, 'push'),
    type: 'push',
    port: objectIn(server).http_listen_port,
    labels,
    useIncomingTimestamp: use_incoming_timestamp,
  }) as unknown as Source;
}

function syslogSource(job: JsonObject): Source | undefined {
  if (!isMapping(job.syslog)) return undefined;
  const { listen_address, labels, listen_protocol, use_incoming_timestamp } = job.syslog;
  return defined({
    ...named(job, 'syslog'),
    type: 'syslog',
    port: Number(/:(\d+)$/.exec(asText(listen_address))?.[1] ?? 0),
    labels,
    protocol: listen_protocol,
    useIncomingTimestamp: use_incoming_timestamp,
  }) as unknown as Source;
}

function filesSource(job: JsonObject): Source | undefined {
  const configs = objectsIn(job.static_configs);
  const labels = configs.map((config) => objectIn(config.labels));
  const [first] = labels;
  if (first === undefined || textIn(first.job) === undefined) return undefined;
  return defined({
    ...named(job, 'files'),
    type: 'files',
    paths: labels.map(({ __path__ }) => asText(__path__)),
    exclude: first.__path_exclude__ === undefined ? undefined : [asText(first.__path_exclude__)],
    labels: without(first, '__path__', '__path_exclude__'),
  }) as unknown as Source;
}
