import type { Problem } from '../kubernetes/problem';

/** What is wrong with a configuration, before it is known on which line. `path` is the key's: `schema_config.configs[0].from`. */
export interface Finding extends Problem {
  /** `error`: the program refuses it, fails right after the start, or loses logs by it. `warning`: it runs, but hardly as meant. */
  readonly severity: 'error' | 'warning';
}

export const refused = (path: string, message: string, remedy: string): Finding => ({
  severity: 'error',
  path,
  message,
  remedy,
});

export const warned = (path: string, message: string, remedy: string): Finding => ({
  severity: 'warning',
  path,
  message,
  remedy,
});
