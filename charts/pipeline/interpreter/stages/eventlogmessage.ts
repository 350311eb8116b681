import { hasRawBytes } from '../../go/bytes';
import { trimSpace } from '../../go/case';
import { isLabelName } from '../../labels';
import type { StageConfig } from '../../stage-check/stage-config';
import { type Entry, textOf } from '../entry';
import { filtering, type Stage } from '../stage';

type Config = Extract<StageConfig, { type: 'eventlogmessage' }>;

/** Extracts the `Key: value` lines of a message of Windows' event log. */
export const eventLogMessage = (config: Config): Stage =>
  filtering((entry) => {
    const value = entry.extracted.get(config.source);
    if (value === undefined) return true;
    const message = textOf(value);
    if (message === undefined) return false;
    for (const line of message.split('\r\n')) extractLine(entry, line, config);
    return true;
  });

function extractLine(entry: Entry, line: string, { dropsInvalid, overwrites }: Config): void {
  const colon = line.indexOf(':');
  if (colon === -1) return;
  const key = line.slice(0, colon);
  if (!isLabelName(key) && dropsInvalid) return;
  const name = isLabelName(key) ? key : sanitized(key);
  const value = trimSpace(line.slice(colon + 1));
  if (hasRawBytes(value)) return;
  entry.extracted.set(entry.extracted.has(name) && !overwrites ? `${name}_extracted` : name, value);
}

const sanitized = (key: string): string =>
  key === ''
    ? '_'
    : Array.from(key, (character, index) =>
        isLabelName(index === 0 ? character : `_${character}`) ? character : '_',
      ).join('');
