import type { PlainStage } from '../../pipeline/read/collector-config';
import { isAtLeast } from '../../releases';
import type { AlloyBlock } from '../syntax/values';
import { blocksOf } from './components';
import { type Environment, type Evaluated, settingsOf } from './evaluate';

type Settings = Readonly<Record<string, Evaluated>>;

export interface StageReading {
  readonly release: string;
  readonly env: Environment;
  /** Takes what has no like in Promtail, by the name of its block. */
  readonly unread: (what: string) => void;
}

/** `stage.*` blocks as Promtail has them, with the defaults that Alloy has and Promtail has not. */
export const readStages = (blocks: readonly AlloyBlock[], reading: StageReading): PlainStage[] =>
  blocks.flatMap((block) => {
    const stage = readStage(block, reading);
    if (stage === undefined) reading.unread(block.name);
    return stage === undefined ? [] : [stage];
  });

const SAME: ReadonlySet<string> = new Set([
  'cri',
  'decolorize',
  'docker',
  'geoip',
  'limit',
  'output',
  'pack',
  'regex',
  'replace',
  'sampling',
  'template',
  'tenant',
]);

function readStage(block: AlloyBlock, reading: StageReading): PlainStage | undefined {
  const name = block.name.replace(/^stage\./, '');
  const settings = settingsOf(block.body, reading.env);
  if (SAME.has(name)) return settings.labels_from_groups === true ? undefined : { [name]: settings };
  switch (name) {
    case 'json':
    case 'logfmt':
      return settings.regex === undefined ? { [name]: settings } : undefined;
    case 'labels':
      return settings.source_type === undefined || settings.source_type === 'extracted'
        ? { labels: settings.values }
        : undefined;
    case 'structured_metadata':
      return settings.regex === undefined ? { structured_metadata: settings.values } : undefined;
    case 'static_labels':
      return { static_labels: settings.values };
    case 'label_drop':
      return { labeldrop: settings.values };
    case 'label_keep':
      return { labelallow: settings.values };
    case 'match':
      return { match: { ...settings, ...nested(block, reading) } };
    case 'drop':
      return { drop: readDrop(settings) };
    case 'timestamp':
      return readTimestamp(settings, reading);
    case 'multiline':
      return readMultiline(settings, reading);
    case 'metrics':
      return { metrics: Object.fromEntries(blocksOf(block).map((metric) => readMetric(metric, reading))) };
    default:
      return undefined;
  }
}

const nested = (block: AlloyBlock, reading: StageReading) => {
  const stages = readStages(blocksOf(block), reading);
  return stages.length === 0 ? {} : { stages };
};

function readDrop({ source, longer_than, ...rest }: Settings): Settings {
  return {
    ...rest,
    ...(typeof source === 'string' && source !== '' ? { source: source.split(',') } : {}),
    ...(longer_than === undefined ? {} : { longer_than: String(bytesOf(longer_than)) }),
  };
}

const POWERS: Readonly<Record<string, number>> = { '': 0, K: 1, M: 2, G: 3, T: 4 };

/** Sizes have a unit; kilobytes are of 1024 bytes here too. */
export function bytesOf(size: Evaluated): number {
  const [, amount = '', power = ''] = /^([\d.]+)([KMGT]?)i?B$/.exec(String(size)) ?? [];
  return amount === '' ? Number.NaN : Number(amount) * 1024 ** (POWERS[power] ?? 0);
}

/** Promtail keeps times that come twice. */
function readTimestamp(settings: Settings, { release }: StageReading): PlainStage | undefined {
  const { action_on_duplicate_timestamp: action, ...timestamp } = settings;
  return action === 'keep' || !isAtLeast(release, '1.17') ? { timestamp } : undefined;
}

/** Promtail leaves lines as they are. */
function readMultiline(settings: Settings, { release }: StageReading): PlainStage | undefined {
  const { trim_newlines, ...multiline } = settings;
  return trim_newlines === false || !isAtLeast(release, '1.12') ? { multiline } : undefined;
}

const CONFIGURED: ReadonlySet<string> = new Set(['action', 'buckets', 'count_entry_bytes', 'match_all', 'value']);
const TYPES: Readonly<Record<string, string>> = {
  'metric.counter': 'Counter',
  'metric.gauge': 'Gauge',
  'metric.histogram': 'Histogram',
};

function readMetric(block: AlloyBlock, { env }: StageReading): readonly [name: string, metric: PlainStage] {
  const { name, prefix = 'loki_process_custom_', ...settings } = settingsOf(block.body, env);
  const entries = Object.entries({ prefix, ...settings });
  return [
    String(name),
    {
      type: TYPES[block.name],
      ...Object.fromEntries(entries.filter(([key]) => !CONFIGURED.has(key))),
      config: Object.fromEntries(entries.filter(([key]) => CONFIGURED.has(key))),
    },
  ];
}
