import { didYouMean, shown } from '../../problem';
import { type Zone, zoneOf } from '../../time/zone';
import { ConfigReader, type StageReader } from '../config-reader';

const ACTIONS = ['skip', 'fudge'] as const;

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/timestamp/ */
export const readTimestamp: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['timestamp'], 'strict');
  const source = reader.string('source') ?? '';
  const format = reader.string('format') ?? '';
  const fallbacks = reader.strings('fallback_formats') ?? [];
  const location = reader.string('location');
  const written = reader.string('action_on_failure');
  const isReadable = !reader.hasErrors;
  if (isReadable && source === '') reader.refuse('source', 'is not set', 'name what was extracted');
  if (isReadable && format === '')
    reader.refuse('format', 'is not set', 'write "RFC3339Nano", "Unix", or a layout of Go');
  const zone = location === undefined ? undefined : readZone(reader, location);
  const action = ACTIONS.find((name) => name === (written ?? 'fudge'));
  if (isReadable && action === undefined) {
    reader.refuse(
      'action_on_failure',
      `${shown(written)} is no action`,
      didYouMean(written ?? '', ACTIONS, 'write "skip" or "fudge"'),
    );
  }
  if (reader.hasErrors || action === undefined) return undefined;
  return { type: 'timestamp', source, formats: [format, ...fallbacks], zone, action };
};

function readZone(reader: ConfigReader, location: string): Zone | undefined {
  const zone = zoneOf(location);
  if (zone === undefined) {
    const names = Intl.supportedValuesOf('timeZone');
    reader.refuse(
      'location',
      `${shown(location)} is no time zone`,
      didYouMean(location, names, 'write it as "Europe/Berlin"'),
    );
  }
  return zone;
}
