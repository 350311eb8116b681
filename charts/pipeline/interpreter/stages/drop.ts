import { byteLength, joined } from '../../go/bytes';
import type { DropConfig } from '../../stage-check/stage-config';
import type { Clock } from '../clock';
import { type Entry, textOf } from '../entry';
import { filtering, type Stage } from '../stage';

/** Drops what meets all conditions. */
export const drop = (config: DropConfig, clock: Clock): Stage => filtering((entry) => !meets(entry, config, clock));

function meets(entry: Entry, { longerThan, olderThan, sources, regexp, separator }: DropConfig, clock: Clock): boolean {
  if (longerThan !== undefined && byteLength(entry.line) <= longerThan) return false;
  if (olderThan !== undefined && (entry.timestamp ?? clock.now) >= clock.now - olderThan) return false;
  if (sources === undefined) return regexp?.test(entry.line) ?? true;
  const values = sources.flatMap(
    (source) => entry.extracted.get(source) ?? (entry.extracted.has(source) ? [null] : []),
  );
  if (regexp === undefined) return values.length === sources.length;
  const texts = values.map(textOf);
  if (texts.includes(undefined)) return false;
  return regexp.test(joined(texts.map(String), separator));
}
