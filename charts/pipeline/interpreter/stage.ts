import type { Entry } from './entry';

export type Emit = (entry: Entry) => void;

/** A stage at work: it may change an entry, drop it, keep it back, or make one of several. */
export interface Stage {
  readonly process: (entry: Entry, emit: Emit) => void;
  /** Lets go of what was kept back, when no more lines come. */
  readonly end?: (emit: Emit) => void;
}

/** A stage that changes entries and nothing else. */
export const changing = (change: (entry: Entry) => void): Stage => ({
  process: (entry, emit) => {
    change(entry);
    emit(entry);
  },
});

/** A stage that lets entries pass or drops them. */
export const filtering = (passes: (entry: Entry) => boolean): Stage => ({
  process: (entry, emit) => {
    if (passes(entry)) emit(entry);
  },
});

/**
 * Stages one behind the other. Each pipeline begins by extracting the labels of the entry, nested ones too. Where Promtail's stages
 * run side by side, and lines may overtake one another, here each line goes through before the next one comes.
 */
export function pipelineOf(stages: readonly Stage[]): Stage {
  const from = (index: number, entry: Entry, emit: Emit): void => {
    const stage = stages[index];
    if (stage === undefined) emit(entry);
    else stage.process(entry, (next) => from(index + 1, next, emit));
  };
  return {
    process: (entry, emit) => {
      for (const [name, value] of entry.labels) entry.extracted.set(name, value);
      from(0, entry, emit);
    },
    end: (emit) => {
      for (const [index, stage] of stages.entries()) stage.end?.((next) => from(index + 1, next, emit));
    },
  };
}
