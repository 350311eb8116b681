import { joinPath } from '../../config-check/config-node';
import { type Finding, refused } from '../../config-check/finding';
import { plainOf } from '../../config-check/plain-value';
import type { Settings } from '../../config-check/settings';

/** Where a job takes logs from, and what that is to Promtail. */
export interface Source {
  /** Its key in the job: `journal`, `static_configs`. */
  readonly key: string;
  /** What jobs have in common whose sources are alike: all that find files are one kind. */
  readonly kind: string;
}

export interface Job {
  /** `scrape_configs[0]` */
  readonly path: string;
  readonly name: string;
  /** In the order in which Promtail looks for them. */
  readonly sources: readonly Source[];
}

/** Sources that are no search for files, in the order in which Promtail looks for them once it has found none. */
const INTAKES = [
  'journal',
  'syslog',
  'gcplog',
  'loki_push_api',
  'windows_events',
  'kafka',
  'azure_event_hubs',
  'gelf',
  'cloudflare',
  'docker_sd_configs',
  'heroku_drain',
];

const findsFiles = (key: string): boolean =>
  key === 'static_configs' || (/_sd_configs$/.test(key) && !INTAKES.includes(key));

export const FILES = 'files';

/** Whether anything stands below a key, if only an empty block. */
export const isThere = (settings: Settings, path: string): boolean =>
  settings.isWritten(path) && !settings.isEmptied(path);

const read = new WeakMap<Settings, readonly Job[]>();

/** Read once for all rules. */
export function jobsOf(settings: Settings): readonly Job[] {
  const jobs = read.get(settings) ?? settings.itemsOf('scrape_configs').map((path) => jobAt(settings, path));
  read.set(settings, jobs);
  return jobs;
}

function jobAt(settings: Settings, path: string): Job {
  const keys = settings.keysBelow(path).filter((key) => isThere(settings, joinPath(path, key)));
  return {
    path,
    name: settings.text(`${path}.job_name`),
    sources: [
      ...keys.filter(findsFiles).map((key) => ({ key, kind: FILES })),
      ...INTAKES.filter((key) => keys.includes(key)).map((key) => ({ key, kind: key })),
    ],
  };
}

/** Clients in the order in which they are made: those of the list, then the old block if it names a URL. */
export const clientsOf = (settings: Settings): string[] => [
  ...settings.itemsOf('clients'),
  ...(settings.text('client.url') === '' ? [] : ['client']),
];

export interface PlainValue {
  readonly value: unknown;
  /** Keys that are written again: of each the last counts here, and Promtail takes none. */
  readonly repeated: readonly Finding[];
}

/** What stands at a path, as plain data. */
export function plainAt(settings: Settings, path: string): PlainValue {
  const node = settings.node(path);
  const repeated: Finding[] = [];
  const again = (key: string) => repeated.push(refused(key, 'is written twice', 'keep one of the two'));
  return { value: node === undefined ? undefined : plainOf(node, path, again), repeated };
}

/** Whether a value is known here, and not filled in where Promtail runs. */
export function isKnown(settings: Settings, path: string): boolean {
  const node = settings.node(path);
  return node?.kind !== 'scalar' || node.tag !== 'env';
}
