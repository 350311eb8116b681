/** A run of items that one list has in place of another's: `old` from `oldStart`, `new` from `newStart`. */
export interface Gap<Item> {
  readonly oldStart: number;
  readonly newStart: number;
  readonly old: readonly Item[];
  readonly new: readonly Item[];
}

/** Beyond so many comparisons what is between the common start and end counts as one gap. */
const MOST_COMPARISONS = 1_000_000;

/** Where two lists differ, when as many items as possible are taken for the same. */
export function gapsBetween<Item>(
  old: readonly Item[],
  now: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): Gap<Item>[] {
  let start = 0;
  const shorter = Math.min(old.length, now.length);
  while (start < shorter && isSame(old[start] as Item, now[start] as Item)) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(old[old.length - 1 - end] as Item, now[now.length - 1 - end] as Item))
    end += 1;
  const [rows, columns] = [old.length - start - end, now.length - start - end];
  const kept = rows * columns > MOST_COMPARISONS ? [] : longestCommon(old, now, start, rows, columns, isSame);
  const gaps: Gap<Item>[] = [];
  let [row, column] = [start, start];
  for (const [oldIndex, newIndex] of [...kept, [start + rows, start + columns] as const]) {
    if (oldIndex > row || newIndex > column) {
      gaps.push({
        oldStart: row,
        newStart: column,
        old: old.slice(row, oldIndex),
        new: now.slice(column, newIndex),
      });
    }
    [row, column] = [oldIndex + 1, newIndex + 1];
  }
  return gaps;
}

/** Positions of the items that both lists have, in order: the longest such sequence. */
function longestCommon<Item>(
  old: readonly Item[],
  now: readonly Item[],
  start: number,
  rows: number,
  columns: number,
  isSame: (a: Item, b: Item) => boolean,
): (readonly [number, number])[] {
  if (rows === 0 || columns === 0) return [];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  const same = (row: number, column: number): boolean => isSame(old[start + row] as Item, now[start + column] as Item);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] = same(row, column)
        ? lengthAt(row + 1, column + 1) + 1
        : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const kept: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (same(row, column)) {
      kept.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}
