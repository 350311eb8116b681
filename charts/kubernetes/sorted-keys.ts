/** The same value with the keys of every object in code-unit order, at any depth; lists keep theirs. */
export function sortedKeys(value: unknown): unknown {
  if (isSorted(value)) return value;
  if (Array.isArray(value)) return value.map(sortedKeys);
  const source = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(source).sort();
  return Object.fromEntries(keys.map((key) => [key, sortedKeys(source[key])]));
}

/** Most values are, as cdk8s sorts its own: they need no copy. */
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  const source = value as Readonly<Record<string, unknown>>;
  let last = '';
  for (const key of Object.keys(source)) {
    if (key < last || !isSorted(source[key])) return false;
    last = key;
  }
  return true;
}
