/**
 * The candidate that `word` was most likely meant to be, or undefined if none is near: at most one slip (a letter too many,
 * too few, another or two swapped) for every three letters. Upper and lower case are alike; of equally near ones the first
 * in code-unit order is taken, whatever the order of `candidates`.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const allowed = Math.floor(Math.min(wanted.length, candidate.length) / 3);
    if (Math.abs(wanted.length - candidate.length) > allowed) continue;
    const distance = slips(wanted, candidate.toLowerCase());
    if (distance > allowed) continue;
    const better =
      best === undefined || distance < best.distance || (distance === best.distance && candidate < best.candidate);
    if (better) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Damerau-Levenshtein distance, no letter moved twice. */
function slips(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(beforePrevious, column - 2) + 1 : Infinity;
      current.push(Math.min(at(previous, column) + 1, at(current, column - 1) + 1, replaced, swapped));
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
