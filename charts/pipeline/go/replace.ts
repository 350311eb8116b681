/** Go's `strings.Replace`: the first `count` places, all of them below zero. An empty `old` stands before each character and at the end. */
export function replaceFirst(text: string, old: string, next: string, count: number): string {
  if (old === next || count === 0) return text;
  const parts = old === '' ? ['', ...Array.from(text), ''] : text.split(old);
  const most = parts.length - 1;
  const replaced = count < 0 ? most : Math.min(count, most);
  const changed = parts.slice(0, replaced).map((part) => part + next);
  return changed.join('') + parts.slice(replaced).join(old);
}
