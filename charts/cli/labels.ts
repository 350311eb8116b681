import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../kubernetes/manifest';
import { compareLabels, describeLabelChanges, type PodDifference } from '../pipeline/labels/compare-labels';
import type { CollectorConfig } from '../pipeline/read/collector-config';
import { readPromtailConfig } from '../promtail/read/read-promtail-config';
import { collectorConfigIn } from '../stack-labels';
import { exportsNoApp, misuse, unreadable } from './errors';

/** What the program needs of the world. */
export interface LabelsWorld {
  /** What a program exports as `app`. */
  readonly appOf: (program: string) => Promise<unknown>;
  /** The text of a file. Throws when there is none. */
  readonly read: (file: string) => string;
}

export interface LabelsResult {
  readonly output: string;
  readonly errors: string;
  /** 0: no stream is called otherwise. 1: some are, or something cannot be compared. 2: called in a way that it does not know. */
  readonly exitCode: 0 | 1 | 2;
}

const USAGE = `Lists the streams of pods whose labels would differ between a configuration of Promtail and an app's collector.

  labels --against promtail.yaml [--json] [main.ts]

  --against  the configuration that runs now: promtail.yaml, or a manifest that holds it
  --json     [{ title, container, before: [{ label: value }], after: [{ label: value }] }]

Both are run over pods of each kind that clusters have. Ends with 1 when anything differs.`;

/** Compares an existing configuration with an app's own. */
export async function labels(args: readonly string[], world: LabelsWorld): Promise<LabelsResult> {
  const asked = argumentsOf(args);
  if ('mistake' in asked) return failed(asked.mistake, 2);
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const theirs = configFrom(asked.against, world.read);
  if (typeof theirs === 'string') return failed(theirs, 1);
  const ours = await configOfApp(asked.program, world.appOf);
  if (typeof ours === 'string') return failed(ours, 1);
  const differences = compareLabels(theirs, ours);
  const unread = [
    ...theirs.unread,
    ...theirs.jobs.flatMap(({ name, source }) => (source.type === 'pods' ? [] : [name])),
  ];
  const errors = unread.map(
    (what) => `${asked.against}: ${what} is not compared: it does not read pods, or not in a way that is known\n`,
  );
  const output = asked.json ? `${JSON.stringify(differences, null, 2)}\n` : shown(differences);
  return { output, errors: errors.join(''), exitCode: differences.length === 0 ? 0 : 1 };
}

const failed = (message: string, exitCode: 1 | 2): LabelsResult => ({ output: '', errors: `${message}\n`, exitCode });

interface Asked {
  readonly help: boolean;
  readonly json: boolean;
  readonly against: string;
  readonly program: string;
}

function argumentsOf(args: readonly string[]): Asked | { readonly mistake: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { against: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    const { help = false, json = false, against = '' } = values;
    if (against === '' && !help) return { mistake: 'nothing to compare with; write "labels --against promtail.yaml"' };
    const [program = 'main.ts', ...more] = positionals;
    if (more.length > 0) return { mistake: `one program is compared, and ${more.join(' ')} is more` };
    return { help, json, against, program };
  } catch (error) {
    return { mistake: misuse(error) };
  }
}

/** A configuration by itself, or in a manifest; a sentence for what is none. */
function configFrom(file: string, read: LabelsWorld['read']): CollectorConfig | string {
  let text: string;
  try {
    text = read(file);
  } catch (error) {
    return `${file} ${unreadable(error)}`;
  }
  try {
    const documents = parseAllDocuments(text).map((document) => document.toJS() as unknown);
    const found = documents.flatMap((document) => (isObject(document) ? (collectorConfigIn(document) ?? []) : []));
    if (found.length > 0)
      return { jobs: found.flatMap(({ jobs }) => jobs), unread: found.flatMap(({ unread }) => unread) };
    const config = readPromtailConfig(text);
    return config.jobs.length + config.unread.length === 0 ? `${file} has no scrape_configs` : config;
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return `${file} is not YAML: ${first}`;
  }
}

const isObject = (value: unknown): value is Manifest => typeof value === 'object' && value !== null && 'kind' in value;

async function configOfApp(program: string, appOf: LabelsWorld['appOf']): Promise<CollectorConfig | string> {
  const app = (await appOf(program)) as { readonly manifestFiles?: () => ReadonlyMap<string, string> } | undefined;
  if (typeof app?.manifestFiles !== 'function') return exportsNoApp(program);
  let files: ReadonlyMap<string, string>;
  try {
    files = app.manifestFiles();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const configs = [...files.values()].flatMap((text) =>
    parseAllDocuments(text).flatMap((document) => collectorConfigIn(document.toJS() as Manifest) ?? []),
  );
  return configs.length === 0
    ? `${program} has no collector`
    : { jobs: configs.flatMap(({ jobs }) => jobs), unread: configs.flatMap(({ unread }) => unread) };
}

function shown(differences: readonly PodDifference[]): string {
  if (differences.length === 0) return 'every stream of pods keeps its labels\n';
  const pods = differences.map(({ title, container, before, after }) =>
    [`${title}: ${container}`, ...setsOf('-', before), ...setsOf('+', after)].join('\n'),
  );
  return `${describeLabelChanges(differences).join('\n')}\n\n${pods.join('\n\n')}\n`;
}

const setsOf = (sign: string, sets: PodDifference['before']): string[] =>
  sets.length === 0
    ? [`  ${sign} not collected`]
    : sets.map(
        (set) =>
          `  ${sign} {${Object.entries(set)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
            .join(', ')}}`,
      );
