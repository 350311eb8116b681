import { interpretStages } from '../charts/pipeline/interpreter/interpret';
import type { Stream } from '../charts/pipeline/interpreter/streams';
import type { CollectorConfig, PlainLabels, ReadJob } from '../charts/pipeline/read/collector-config';
import { readRelabelRules } from '../charts/pipeline/relabel/read-rules';
import { relabel } from '../charts/pipeline/relabel/relabel';
import { targetsOf, type WholePod } from './pods';

/** What a collector finds: pods of its cluster, and the files of its node. */
export interface TestNode {
  readonly name: string;
  readonly pods: readonly WholePod[];
  /** Path → lines. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** Streams as Loki tells them apart, in a fixed order. */
export const collectedStreams = (config: CollectorConfig, node: TestNode, ofPromtail: boolean): readonly Stream[] =>
  merged(config.jobs.flatMap((job) => jobStreams(job, node, ofPromtail)));

function jobStreams(job: ReadJob, node: TestNode, ofPromtail: boolean): readonly Stream[] {
  const { pipeline, problems } = interpretStages(job.stages);
  if (pipeline === undefined) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  // Files are told apart by their path and by the labels of their target.
  const read = new Set<string>();
  return targetLabels(job, node, ofPromtail).flatMap((labels) => {
    const { __path__: glob = '', __path_exclude__: exclude } = labels;
    const own = Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith('__')));
    return Object.entries(node.files)
      .filter(([path]) => matches(glob, path) && !(exclude !== undefined && matches(exclude, path)))
      .filter(([path]) => {
        const key = JSON.stringify([path, Object.entries(own).sort()]);
        return !read.has(key) && read.add(key);
      })
      .flatMap(([path, lines]) => pipeline.run(lines, { ...own, filename: path }));
  });
}

/** The labels of a job's targets after relabelling. */
export function targetLabels(
  { source, relabel: written }: ReadJob,
  node: TestNode,
  ofPromtail: boolean,
): PlainLabels[] {
  const { rules, problems } = readRelabelRules(written);
  if (problems.length > 0) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const found =
    source.type === 'files'
      ? source.targets
      : source.type === 'pods'
        ? node.pods
            .filter((pod) => !source.isOfNode || pod.node === node.name)
            .filter(({ namespace }) => source.namespaces?.includes(namespace) ?? true)
            .flatMap(targetsOf)
        : [];
  return found.flatMap((labels) => {
    const kept = relabel(new Map(Object.entries(labels)), rules);
    if (kept === undefined) return [];
    // Promtail leaves out what is of another host, if that is said.
    return ofPromtail && ![undefined, node.name].includes(kept.get('__host__')) ? [] : [Object.fromEntries(kept)];
  });
}

/** Of globs no more than our rules and tests have: `*` within a folder, and `{a,b}`. */
function matches(glob: string, path: string): boolean {
  const pattern = glob
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  return new RegExp(`^${pattern}$`).test(path);
}

function merged(streams: readonly Stream[]): readonly Stream[] {
  const byKey = new Map<string, Stream>();
  for (const stream of streams) {
    const key = JSON.stringify([stream.tenant, Object.entries(stream.labels).sort()]);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? stream : { ...before, entries: [...before.entries, ...stream.entries] });
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stream]) => stream);
}
