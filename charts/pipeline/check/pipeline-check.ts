import { checkPort } from '../../kubernetes/checks/pods';
import { closest } from '../../kubernetes/closest';
import type { Problem } from '../../kubernetes/problem';
import type { Job } from '../compile/job';
import { LABEL_SCHEMES } from '../compile/label-schemes';
import { POD_FIELDS } from '../compile/meta-labels';
import { plainRule } from '../compile/rules';
import type { Destination } from '../model/destinations';
import type { Pipeline } from '../model/pipeline';
import type { PodLabelSource, PodLabels } from '../model/pods';
import type { RelabelRule } from '../model/relabel-rule';
import type { Source, SourceType } from '../model/sources';
import type { Stage } from '../model/stages';
import { readRelabelRules } from '../relabel/read-rules';
import { checkStages } from '../stage-check/read-stages';
import { isExplosive, isLabelName } from './label-names';
import { streamLabels } from './stream-labels';

/** What a collector can do of a pipeline. */
export interface Abilities {
  readonly collector: 'Promtail' | 'Alloy';
  readonly sources: ReadonlySet<SourceType>;
  readonly wal: boolean;
  /** The release of Promtail whose stages and keys may be used. @default - the newest */
  readonly stagesOf?: string;
}

const MOST_LABELS = 15;
const MANY_LABELS = 10;

/** Refuses a pipeline that the collector cannot run, or by which Loki would refuse logs or drown in streams. */
export function checkPipeline(pipeline: Pipeline, jobs: readonly Job[], abilities: Abilities, path: string): Problem[] {
  const { sources = [], destinations = [], wal } = pipeline;
  return [
    ...sources.flatMap((source, index) => checkSource(source, `${path}.sources[${index}]`, abilities)),
    ...checkOwnStages(pipeline.stages, `${path}.stages`, abilities),
    ...checkNames(jobs, path),
    ...destinations.flatMap((destination, index) => checkDestination(destination, `${path}.destinations[${index}]`)),
    ...(wal === true && !abilities.wal
      ? [
          {
            path: `${path}.wal`,
            message: `is true, and ${abilities.collector} has none that lasts`,
            remedy: "take it out, or set collector: { type: 'alloy' }",
          },
        ]
      : []),
    ...jobs.flatMap((job) => checkLabels(job, sources, path)),
  ];
}

/** What should be known of a pipeline that is not refused. */
export const pipelineWarnings = (jobs: readonly Job[]): string[] =>
  jobs.flatMap((job) => {
    const labels = streamLabels(job);
    return labels.size > MANY_LABELS && labels.size <= MOST_LABELS
      ? [
          `streams of ${job.name} have ${labels.size} labels (${[...labels].sort().join(', ')}): each further one multiplies streams, and Loki takes ${MOST_LABELS}`,
        ]
      : [];
  });

const sourcePath = (job: Job, sources: readonly Source[], path: string): string => {
  const index = sources.indexOf(job.source);
  return index < 0 ? path : `${path}.sources[${index}]`;
};

function checkLabels(job: Job, sources: readonly Source[], path: string): Problem[] {
  const labels = streamLabels(job);
  const at = sourcePath(job, sources, path);
  // The scheme of 2021 has always had the file's name.
  const isOld = job.source.type === 'pods' && job.source.labels?.scheme === 'loki-stack';
  const explosive = [...labels].filter((label) => isExplosive(label) && !(isOld && label === 'filename'));
  return [
    ...explosive.map((label) => ({
      path: at,
      message: `makes "${label}" a label of the streams, and each of its values is a stream of its own: Loki is slow with many streams, and ends with too many`,
      remedy:
        label === 'filename'
          ? "drop it: { labeldrop: ['filename'] }"
          : 'use structured metadata: { structured_metadata: { … } }, or structuredMetadata of a pod source',
    })),
    ...(labels.size > MOST_LABELS
      ? [
          {
            path: at,
            message: `gives its streams ${labels.size} labels, and Loki refuses lines with more than ${MOST_LABELS}: ${[...labels].sort().join(', ')}`,
            remedy: 'drop some, or make structured metadata of them',
          },
        ]
      : []),
  ];
}

function checkNames(jobs: readonly Job[], path: string): Problem[] {
  const seen = new Set<string>();
  return jobs.flatMap(({ name }): Problem[] => {
    if (seen.has(name)) {
      return [
        {
          path: `${path}.sources`,
          message: `two of them are called "${name}"`,
          remedy: 'give one of them another name',
        },
      ];
    }
    seen.add(name);
    return [];
  });
}

/** Stages that Promtail would not start with, and keys that it would pass over without a word. */
const checkOwnStages = (
  stages: readonly Stage[] | undefined,
  path: string,
  { stagesOf, collector }: Abilities,
): Problem[] =>
  stages === undefined
    ? []
    : checkStages(stages, path, stagesOf)
        .filter((problem) => isError(problem) || problem.isIgnored === true)
        .map(asProblem)
        // What another collector would do with it is of no use.
        .map((problem) =>
          collector === 'Promtail'
            ? problem
            : { ...problem, message: problem.message.replace(': Promtail ignores it', '') },
        );

const checkRules = (rules: readonly RelabelRule[] | undefined, path: string): Problem[] =>
  rules === undefined ? [] : readRelabelRules(rules.map(plainRule), path).problems.filter(isError).map(asProblem);

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';

const asProblem = ({ path, message, remedy }: Problem): Problem => ({ path, message, remedy });

function checkSource(source: Source, path: string, abilities: Abilities): Problem[] {
  const { collector, sources } = abilities;
  return [
    ...checkOwnStages(source.stages, `${path}.stages`, abilities),
    ...checkRules(source.relabel, `${path}.relabel`),
    ...(sources.has(source.type) ? [] : [notReadBy(source.type, collector, `${path}.type`)]),
    ...(source.name === undefined || /^[A-Za-z0-9_-]{1,63}$/.test(source.name)
      ? []
      : [
          {
            path: `${path}.name`,
            message: `${JSON.stringify(source.name)} is not a name of a source`,
            remedy: 'write letters, digits, "-" and "_"',
          },
        ]),
    ...checkOwnFields(source, path),
  ];
}

const WAYS_OUT: Partial<Record<SourceType, string>> = {
  'pods-api': "set collector: { type: 'alloy' }, or take the source { type: 'pods' }, which reads files",
  'kubernetes-events': "set collector: { type: 'alloy' }",
  otlp: "set collector: { type: 'alloy' }, or send to Loki itself, which takes OTLP at /otlp",
};

const notReadBy = (type: SourceType, collector: string, path: string): Problem => ({
  path,
  message: `"${type}" is nothing that ${collector} reads`,
  remedy: WAYS_OUT[type] ?? 'take another source',
});

function checkOwnFields(source: Source, path: string): Problem[] {
  switch (source.type) {
    case 'pods':
    case 'pods-api':
      return [
        ...checkPodLabels(source.labels ?? {}, `${path}.labels`),
        ...(source.type === 'pods' ? checkChoice(source.format, ['cri', 'docker'], `${path}.format`) : []),
      ];
    case 'files':
      return [
        ...(source.paths.length === 0 ? [empty(`${path}.paths`, 'write a glob at least: "/var/log/audit/*.log"')] : []),
        ...[...source.paths.entries()].flatMap(([index, glob]) => checkGlob(glob, `${path}.paths[${index}]`)),
        ...checkLabelNames(source.labels, `${path}.labels`),
      ];
    case 'journal':
      return [...checkLabelNames(source.labels, `${path}.labels`), ...checkLabelNames(source.fields, `${path}.fields`)];
    case 'syslog':
      return [
        ...(source.port === undefined ? [] : checkPort(source.port, `${path}.port`)),
        ...checkChoice(source.protocol, ['tcp', 'udp'], `${path}.protocol`),
        ...checkLabelNames(source.labels, `${path}.labels`),
      ];
    case 'push':
      return [
        ...(source.port === undefined ? [] : checkPort(source.port, `${path}.port`)),
        ...checkLabelNames(source.labels, `${path}.labels`),
      ];
    case 'otlp':
      return [
        ...(source.grpcPort === undefined ? [] : checkPort(source.grpcPort, `${path}.grpcPort`)),
        ...(source.httpPort === undefined ? [] : checkPort(source.httpPort, `${path}.httpPort`)),
      ];
    case 'kubernetes-events':
      return checkChoice(source.format, ['logfmt', 'json'], `${path}.format`);
  }
}

function checkPodLabels(
  { scheme, add = {}, static: fixed = {}, structuredMetadata = {} }: PodLabels,
  path: string,
): Problem[] {
  return [
    ...checkChoice(scheme, Object.keys(LABEL_SCHEMES), `${path}.scheme`),
    ...checkLabelNames(add, `${path}.add`),
    ...checkLabelNames(fixed, `${path}.static`),
    ...checkLabelNames(structuredMetadata, `${path}.structuredMetadata`),
    ...Object.entries(add).flatMap(([label, from]) =>
      (Array.isArray(from) ? (from as readonly PodLabelSource[]) : [from as PodLabelSource]).flatMap((each) =>
        checkLabelSource(each, `${path}.add.${label}`),
      ),
    ),
    ...Object.entries(structuredMetadata).flatMap(([name, from]) =>
      checkLabelSource(from, `${path}.structuredMetadata.${name}`),
    ),
  ];
}

const checkLabelSource = (source: PodLabelSource, path: string): Problem[] =>
  'field' in source ? checkChoice(source.field, POD_FIELDS, `${path}.field`) : [];

const checkLabelNames = (labels: Readonly<Record<string, unknown>> | undefined, path: string): Problem[] =>
  Object.keys(labels ?? {})
    .filter((label) => !isLabelName(label))
    .map((label) => ({
      path: `${path}[${JSON.stringify(label)}]`,
      message: 'is not the name of a label',
      remedy: `did you mean "${label.replace(/^[^a-zA-Z_]/, '_').replace(/[^a-zA-Z0-9_]/g, '_')}"?`,
    }));

const checkGlob = (glob: string, path: string): Problem[] =>
  glob.startsWith('/')
    ? []
    : [{ path, message: `"${glob}" is not a path of the node`, remedy: 'begin it with "/": "/var/log/audit/*.log"' }];

const empty = (path: string, remedy: string): Problem => ({ path, message: 'is empty', remedy });

export function checkChoice(value: string | undefined, choices: readonly string[], path: string): Problem[] {
  if (value === undefined || choices.includes(value)) return [];
  const near = closest(value, choices);
  const named = choices.map((choice) => `"${choice}"`).join(' or ');
  return [
    {
      path,
      message: `${JSON.stringify(value)} is not one of ${named}`,
      remedy: near === undefined ? `write ${named}` : `did you mean "${near}"?`,
    },
  ];
}

function checkDestination({ url, externalLabels, batch, backoff }: Destination, path: string): Problem[] {
  return [
    ...checkPushUrl(url, `${path}.url`),
    ...checkLabelNames(externalLabels, `${path}.externalLabels`),
    ...checkWhole(batch?.size, `${path}.batch.size`, 'bytes'),
    ...checkWhole(backoff?.retries, `${path}.backoff.retries`, 'tries'),
  ];
}

export const checkPushUrl = (url: unknown, path: string): Problem[] =>
  typeof url === 'string' && /^https?:\/\/[^\s]+$/.test(url)
    ? []
    : [
        {
          path,
          message: `${JSON.stringify(url)} is not a URL`,
          remedy: 'write a Loki\'s pushUrl, or "http://<host>:3100/loki/api/v1/push"',
        },
      ];

const checkWhole = (value: number | undefined, path: string, what: string): Problem[] =>
  value === undefined || (Number.isInteger(value) && value > 0)
    ? []
    : [{ path, message: `${value} is not a number of ${what}`, remedy: 'write a whole number from 1' }];
