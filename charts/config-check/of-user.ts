import type { ConfigMapping } from '../kubernetes/merge';
import type { Problem } from '../kubernetes/problem';

/** A problem of a configuration as one of the prop that lays a part of it over ours. */
export const inProps = ({ path, message, remedy }: Problem, prop = 'config'): Problem => ({
  path: path === '' ? prop : `${prop}.${path}`,
  message,
  remedy,
});

/** Whether the user wrote what a path leads to, or wrote a value where the path goes on. */
export function isWritten(overrides: ConfigMapping, path: string): boolean {
  let value: unknown = overrides;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (typeof value !== 'object' || value === null) return true;
    if (!Object.hasOwn(value, step)) return false;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return true;
}
