import type { Problem } from '../../kubernetes/problem';
import { isAtLeast } from '../../releases';
import type { Position } from '../syntax/tokens';
import type { Since } from './tables';

/** Something that is wrong with a configuration of Alloy. `path` leads to it: `loki.write "default" > endpoint > url`. */
export interface AlloyProblem extends Problem {
  /** `error`: Alloy does not load it. `warning`: it needs a flag, is about to go, or cannot be judged here. */
  readonly severity: 'error' | 'warning';
  /** Line of the text, from 1; of a configuration that is a value, of the text that `printAlloy` makes of it. */
  readonly line?: number;
}

/** Collects what is wrong. */
export class Findings {
  readonly problems: AlloyProblem[] = [];

  constructor(readonly release: string) {}

  /** Whether the release has what came with that one. */
  isThere(since: Since): boolean {
    return since === undefined || isAtLeast(this.release, since);
  }

  refuse(path: string, { line }: Position, message: string, remedy: string): void {
    this.problems.push({ severity: 'error', path, line, message, remedy });
  }

  /** Refuses what came with a later release; false where there is nothing to refuse. */
  refuseTooNew(path: string, start: Position, since: Since): boolean {
    if (this.isThere(since)) return false;
    const message = `is not there yet: it came with Alloy ${since}`;
    this.refuse(path, start, message, `take it out, or take Alloy ${since} or newer`);
    return true;
  }

  warn(path: string, { line }: Position, message: string, remedy: string): void {
    this.problems.push({ severity: 'warning', path, line, message, remedy });
  }
}

/** `loki.write "default"` + `endpoint` → `loki.write "default" > endpoint`. */
export const below = (path: string, step: string): string => (path === '' ? step : `${path} > ${step}`);
