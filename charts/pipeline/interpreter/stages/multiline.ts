import { keyOf } from '../../labels';
import type { MultilineConfig } from '../../stage-check/stage-config';
import type { Entry } from '../entry';
import type { Emit, Stage } from '../stage';

/** The lines of a stream that belong together so far. */
interface Block {
  /** The first line, which gives the block its labels and its time. */
  start: Entry;
  text: string;
  count: bigint;
}

/** Joins a first line and those behind it, stream by stream. Until a stream's first line comes, its lines pass as they are. */
export function multiline({ firstLine, maxLines }: MultilineConfig): Stage {
  const blocks = new Map<string, Block>();
  const add = (block: Block, entry: Entry, emit: Emit): void => {
    if (firstLine.test(entry.line)) {
      flush(block, emit);
      block.start = entry;
    }
    block.text += (block.text === '' ? '' : '\n') + entry.line;
    block.count += 1n;
    if (block.count === maxLines) flush(block, emit);
  };
  return {
    process: (entry, emit) => {
      const stream = keyOf(entry.labels);
      const block = blocks.get(stream);
      if (block !== undefined) {
        add(block, entry, emit);
      } else if (firstLine.test(entry.line)) {
        const opened = { start: entry, text: '', count: 0n };
        blocks.set(stream, opened);
        add(opened, entry, emit);
      } else {
        emit(entry);
      }
    },
    end: (emit) => {
      for (const block of blocks.values()) flush(block, emit);
    },
  };
}

/** Structured metadata does not come along: Promtail forgets it here. */
function flush(block: Block, emit: Emit): void {
  if (block.text === '') return;
  const { labels, extracted, timestamp } = block.start;
  const { text } = block;
  block.text = '';
  block.count = 0n;
  emit({ labels: new Map(labels), extracted: new Map(extracted), timestamp, line: text, metadata: [] });
}
