import { closest } from '../kubernetes/closest';
import type { Problem } from '../kubernetes/problem';

/** Something that is wrong with a pipeline, or with rules of relabelling. */
export interface PipelineProblem extends Problem {
  /**
   * `error`: Promtail does not start with it, or ends at the first line that meets it.
   * `warning`: Promtail starts, and silently ignores it or hardly does what was meant.
   */
  readonly severity: 'error' | 'warning';
  /** Whether Promtail reads on as if it were not there: a key that it does not know. */
  readonly isIgnored?: true;
}

export const refused = (path: string, message: string, remedy: string): PipelineProblem => ({
  severity: 'error',
  path,
  message,
  remedy,
});

export const warned = (path: string, message: string, remedy: string): PipelineProblem => ({
  severity: 'warning',
  path,
  message,
  remedy,
});

/** A value as a message shows it; a long one is cut. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block of keys';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** `did you mean "x"?` where one of the names is near, `otherwise` else. */
export function didYouMean(word: string, names: Iterable<string>, otherwise: string): string {
  const near = closest(word, names);
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}

/** `stages[0]` + `json` → `stages[0].json`; names that would break a path are quoted. */
export const joinPath = (path: string, key: string): string => {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

export type PlainMap = Readonly<Record<string, unknown>>;

export const isPlainMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
