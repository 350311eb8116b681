/** Where an empty object means something: every pod, every namespace, a volume with all its defaults. */
const MEANINGFUL_WHEN_EMPTY: ReadonlySet<string> = new Set([
  'emptyDir',
  'labelSelector',
  'namespaceSelector',
  'podSelector',
  'selector',
]);

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A copy without undefined, null, `{}` and `[]`, which an API server would drop and Argo CD report as drift. */
export function withoutEmpty<T extends object>(object: T): T {
  const kept = Object.entries(object).flatMap(([key, value]) => {
    const pruned = prune(value);
    return pruned === undefined && !(MEANINGFUL_WHEN_EMPTY.has(key) && isPlainObject(value))
      ? []
      : [[key, pruned ?? {}] as const];
  });
  return Object.fromEntries(kept) as T;
}

function prune(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => prune(item) ?? item);
  if (!isPlainObject(value)) return value;
  const pruned = withoutEmpty(value);
  return Object.keys(pruned).length === 0 ? undefined : pruned;
}
