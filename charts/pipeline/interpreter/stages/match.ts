import type { Selector } from '../../selector/selector';
import type { Stage } from '../stage';

/** Sends what is selected through stages of its own, and the rest past them. */
export const matchKeep = ({ selects }: Selector, stages: Stage): Stage => ({
  process: (entry, emit) => (selects(entry.labels, entry.line) ? stages.process(entry, emit) : emit(entry)),
  end: (emit) => stages.end?.(emit),
});

export const matchDrop = ({ selects }: Selector): Stage => ({
  process: (entry, emit) => {
    if (!selects(entry.labels, entry.line)) emit(entry);
  },
});
