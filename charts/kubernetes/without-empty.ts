import { isPlainObject } from './shape';

/** Where an empty object means something: every pod, every namespace, a volume with all its defaults. */
const MEANINGFUL_WHEN_EMPTY: ReadonlySet<string> = new Set([
  'emptyDir',
  'labelSelector',
  'namespaceSelector',
  'podSelector',
  'selector',
]);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && isPlainObject(value);

/**
 * A copy without undefined, null, `{}` and `[]`, which an API server would drop and Argo CD report as drift. An empty
 * object keeps its place in a list, as in `ingress: [{}]`.
 */
export function withoutEmpty<T extends object>(object: T): T {
  const kept = Object.entries(object).flatMap(([key, value]) => {
    const pruned = prune(value);
    if (pruned !== undefined) return [[key, pruned] as const];
    return MEANINGFUL_WHEN_EMPTY.has(key) && isPlain(value) ? [[key, {}] as const] : [];
  });
  return Object.fromEntries(kept) as T;
}

function prune(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null && item !== undefined);
    return items.length === 0 ? undefined : items.map((item) => prune(item) ?? (Array.isArray(item) ? [] : {}));
  }
  if (!isPlain(value)) return value;
  const pruned = withoutEmpty(value);
  return Object.keys(pruned).length === 0 ? undefined : pruned;
}
