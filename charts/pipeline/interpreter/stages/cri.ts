import { byteLength, byteSlice, joined } from '../../go/bytes';
import { regexpFor } from '../../go/regexp';
import { keyOf } from '../../labels';
import type { CriConfig } from '../../stage-check/stage-config';
import type { Clock } from '../clock';
import type { Entry } from '../entry';
import { type Emit, pipelineOf, type Stage } from '../stage';
import { labels } from './labels';
import { output } from './output';
import { regex } from './regex';
import { timestamp } from './timestamp';

const LINE = regexpFor('^(?s)(?P<time>\\S+?) (?P<stream>stdout|stderr) (?P<flags>\\S+?) (?P<content>.*)$');

/** Takes the format of container runtimes off, and joins lines that they have cut. What is cut at the end is lost. */
export function cri(config: CriConfig, clock: Clock): Stage {
  const parse = pipelineOf([
    regex(LINE),
    labels([['stream', 'stream']]),
    timestamp({ type: 'timestamp', source: 'time', formats: ['RFC3339Nano'], action: 'fudge' }, clock),
    output('content'),
    output('tags'),
  ]);
  /** The lines of streams whose end has not come yet. */
  let partial = new Map<string, Entry>();
  const truncate = (entry: Entry): void => {
    const { truncates, maxPartialLineSize } = config;
    if (truncates && byteLength(entry.line) > maxPartialLineSize)
      entry.line = byteSlice(entry.line, 0, maxPartialLineSize);
  };
  const join = (entry: Entry, emit: Emit): void => {
    const stream = keyOf(entry.labels);
    const isPartial = entry.extracted.get('flags') === 'P';
    if (isPartial && BigInt(partial.size) >= config.maxPartialLines) {
      const before = [...partial.values()];
      truncate(entry);
      partial = new Map([[stream, entry]]);
      before.forEach(emit);
      return;
    }
    const before = partial.get(stream);
    if (before !== undefined) entry.line = joined([before.line, entry.line]);
    if (before !== undefined || isPartial) truncate(entry);
    if (isPartial) {
      partial.set(stream, entry);
    } else {
      partial.delete(stream);
      emit(entry);
    }
  };
  return { process: (entry, emit) => parse.process(entry, (parsed) => join(parsed, emit)) };
}
